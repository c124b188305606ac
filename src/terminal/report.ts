import { writeFile } from 'node:fs/promises';
import type { Database } from '../base/db/database.ts';
import { type MadeFile, makeFile, sha256Of } from '../documents/file.ts';
import { FORMATS, type Format } from '../documents/model.ts';
import { isDay, todayIn } from '../korean/days.ts';
import { formatWon } from '../korean/won.ts';
import { gapWords } from '../report/gap-views.ts';
import { blockingGaps, findReport, ORGANISATION, type Report } from '../report/report.ts';
import { usualDay } from '../report/rules.ts';
import { findAsOf, findReleasedContent, findReleasedFile, findReleases } from '../report/store.ts';
import { command, FINE, REFUSED, type Terminal } from './command.ts';
import { withDatabase } from './database.ts';

export const report = command({
  options: {
    'as-of': { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    check: { type: 'boolean' },
    draft: { type: 'boolean' },
    evidence: { type: 'boolean' },
    release: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values, words: [typed = '', ...more] }, terminal) {
    const { config, text, say, print, wrong } = terminal;
    const today = todayIn(config.timezone, new Date());
    const year = Number(typed);
    const asOf = values['as-of'];
    const outputs = outputsOf(year, values.format, values.out);
    const isYear = /^\d{4}$/.test(typed) && year >= 1990 && year <= 2100;
    const isDayOf = asOf === undefined || (isDay(asOf) && asOf.slice(0, 4) >= typed);
    if (more.length > 0 || !isYear || !isDayOf || !outputs) return wrong();
    if (values.release !== undefined && !/^[1-9]\d{0,3}$/.test(values.release)) return wrong();

    return withDatabase(terminal, async (db) => {
      if (values.release !== undefined) {
        return giveReleased(
          db,
          { year, version: Number(values.release), outputs, isJson: values.json === true },
          terminal,
        );
      }
      const day = asOf ?? (await findAsOf(db, year)) ?? usualDay(year, today);
      const office = { timezone: config.timezone, organisation: ORGANISATION };
      const found = await findReport(db, year, day, {
        ...office,
        stamp: values.draft ? DRAFT : null,
        evidence: values.evidence === true,
      });
      const isBlocked = blockingGaps(found).length > 0 && !values.draft;
      const files =
        values.check || isBlocked ? [] : await writeAll(outputs, (format) => makeFile(found.document, format));
      if (values.json) print(JSON.stringify(told(found, files)));
      else for (const line of words(found, terminal)) print(line);
      for (const { file } of values.json ? [] : files) say(text.report.terminal.written(file));
      if (isBlocked && !values.check) say(text.report.terminal.blocked(formatWon(blockingGaps(found).length)));
      return isBlocked ? REFUSED : FINE;
    });
  },
});

/** What a Korean office prints over what is not final. */
const DRAFT = '초안';

type Output = { format: Format; file: string };

/** All three formats in this folder, unless a format or a file's name says less. Null: they contradict each other. */
function outputsOf(year: number, format: string | undefined, out: string | undefined): Output[] | null {
  const named = FORMATS.find((it) => out?.toLowerCase().endsWith(`.${it}`));
  const only = FORMATS.find((it) => it === format);
  if (format !== undefined && (!only || (named && named !== only))) return null;
  const formats = only ? [only] : named ? [named] : FORMATS;
  return formats.map((it) => ({
    format: it,
    file: out === undefined ? `report-${year}.${it}` : named || only ? out : `${out}.${it}`,
  }));
}

async function writeAll(
  outputs: readonly Output[],
  make: (format: Format) => Promise<MadeFile>,
): Promise<(MadeFile & Output)[]> {
  const made = await Promise.all(outputs.map(async (output) => ({ ...(await make(output.format)), ...output })));
  for (const { file, bytes } of made) await writeFile(file, bytes, { mode: 0o600 });
  return made;
}

type Given = { year: number; version: number; outputs: readonly Output[]; isJson: boolean };

/** A version as it was handed in, byte for byte, whatever has become of the records. */
async function giveReleased(
  db: Database,
  { year, version, outputs, isJson }: Given,
  terminal: Terminal,
): Promise<number> {
  const { text, say, print } = terminal;
  const release = (await findReleases(db, year)).find((it) => it.version === version);
  const content = release && (await findReleasedContent(db, year, version));
  if (!release || !content) {
    say(text.report.terminal.noRelease(year, String(version)));
    return REFUSED;
  }
  const files = await writeAll(outputs, async (format) => {
    const bytes = (await findReleasedFile(db, year, version, format)) ?? Buffer.alloc(0);
    return { format, bytes, sha256: sha256Of(bytes) };
  });
  const { asOf, changes, reason } = release;
  if (isJson) {
    const figures = content.figures.map(figureTold);
    print(
      JSON.stringify({
        year,
        asOf,
        state: 'released',
        version,
        figures,
        gaps: [],
        changes,
        reason,
        files: files.map(fileTold),
      }),
    );
  } else print(text.report.stateLine(asOf, text.report.states.released, version));
  for (const { file } of isJson ? [] : files) say(text.report.terminal.written(file));
  return FINE;
}

const told = ({ year, asOf, state, version, figures, gaps }: Report, files: readonly (MadeFile & Output)[]) => ({
  ...{ year, asOf, state, version },
  figures: figures.map(figureTold),
  gaps: gaps.map(({ section, code, severity, records, detail, accepted }) => ({
    // What was accepted blocks no more.
    ...{ section, code, severity: accepted ? 'warn' : severity, records, detail },
    ...(accepted ? { accepted: accepted.reason } : {}),
  })),
  files: files.map(fileTold),
});

const figureTold = ({ key, value, unit, printed, sources, rule }: Report['figures'][number]) => ({
  ...{ key, value, unit, printed, records: sources.map(({ record }) => record), rule },
});
const fileTold = ({ format, sha256, file }: MadeFile & Output) => ({ format, sha256, file });

function words(found: Report, { text }: Terminal): string[] {
  const { report } = text;
  const from =
    found.textsOf === null
      ? []
      : [found.textsOf === 'outline' ? report.terminal.outline : report.terminal.yearOf(found.textsOf)];
  return [
    report.title(found.year),
    report.stateLine(found.asOf, report.states[found.state], found.version),
    ...from.map((it) => report.terminal.textsOf(it)),
    ...found.gaps.map((gap) => {
      const mark = gap.severity === 'block' && !gap.accepted ? report.blocks : report.warns;
      const line = `[${mark}] ${report.sections[gap.section]}: ${gapWords(gap, text)}`;
      return gap.accepted ? `${line} (${report.accepted(gap.accepted.reason)})` : line;
    }),
    ...(found.gaps.length === 0 ? [report.noGaps] : []),
  ];
}
