import { writeFile } from 'node:fs/promises';
import type { Database } from '../base/db/database.ts';
import { disclosureDocument } from '../disclosure/document.ts';
import { checksumOf, disclosureFile, type Format } from '../disclosure/file.ts';
import { countParts, groupParts } from '../disclosure/parts.ts';
import { type DisclosurePeriod, readPeriod } from '../disclosure/period.ts';
import { findDocumentChecksums, giveDocument } from '../disclosure/release/document/store.ts';
import { findRelease, findReleasedFile, type Release } from '../disclosure/release/store.ts';
import { findDraft } from '../disclosure/store.ts';
import { type DisclosureRow, titleOf } from '../disclosure/table.ts';
import { makeFile } from '../documents/file.ts';
import { type Format as DocumentFormat, FORMATS } from '../documents/model.ts';
import { todayIn } from '../korean/days.ts';
import { formatWon } from '../korean/won.ts';
import { command, FINE, REFUSED } from './command.ts';
import { withDatabase } from './database.ts';

export const disclose = command({
  options: { out: { type: 'string' }, json: { type: 'boolean' } },
  async run({ values, words: typed }, { config, line, text, say, print, wrong }) {
    const words = text.disclosure.terminal;
    const period = typed.length > 0 ? readPeriod(typed.join(' '), todayIn(config.timezone, new Date())) : null;
    const out = outOf(values.out);
    if (!period || out === 'unknown_format') return wrong();
    return withDatabase({ config, line }, async (db) => {
      const draft = await findDraft(db, period);
      const latest = await findRelease(db, period.key);
      const undecided = groupParts(draft.parts).filter(({ state }) => state === 'open');
      const sha256 = latest && { ...latest.sha256, ...(await findDocumentChecksums(db, latest)) };
      const state = {
        period: period.key,
        rows: draft.rows.length,
        won: draft.won,
        masked: countParts(draft.parts, 'masked'),
        kept: countParts(draft.parts, 'kept'),
        undecided: undecided.map(({ field, found, before, expenses }) => ({
          field,
          found,
          text: before,
          records: expenses,
        })),
        released: latest && { version: latest.version, rows: latest.count, won: latest.won, sha256 },
      };
      if (values.json) print(JSON.stringify(state));
      else {
        const { count, won } = { count: formatWon(draft.rows.length), won: text.spending.won(formatWon(draft.won)) };
        print(text.disclosure.rows(count, won));
        print(text.disclosure.parts(formatWon(state.masked), formatWon(countParts(draft.parts, 'open'))));
      }
      if (!out) return FINE;

      // What was released is given out as it was; only what never was is made now.
      if (!latest && undecided.length > 0) {
        say(words.undecided(formatWon(undecided.length)));
        return REFUSED;
      }
      const bytes = latest
        ? await releasedFile(db, latest, out.format)
        : await draftFile(period, draft.rows, out.format);
      await writeFile(out.file, bytes, { mode: 0o600 });
      say(text.terminal.exported(formatWon(latest?.count ?? draft.rows.length), out.file));
      say(latest ? text.disclosure.files.sent(latest.title, latest.version, checksumOf(bytes)) : words.draft);
      return FINE;
    });
  },
});

type AnyFormat = Format | DocumentFormat;
const TABLES: readonly Format[] = ['csv', 'xlsx'];
const isTable = (format: AnyFormat): format is Format => TABLES.some((it) => it === format);

async function releasedFile(db: Database, { period, version }: Release, format: AnyFormat): Promise<Uint8Array> {
  const kept = isTable(format)
    ? await findReleasedFile(db, period, version, format)
    : (await giveDocument(db, { period, version, format }, new Date()))?.bytes;
  if (!kept) throw new Error(`a released table has no file: ${period} ${version} ${format}`);
  return kept;
}

async function draftFile(
  period: DisclosurePeriod,
  rows: readonly DisclosureRow[],
  format: AnyFormat,
): Promise<Uint8Array> {
  const title = titleOf(period, rows);
  return isTable(format)
    ? disclosureFile(title, rows, format)
    : (await makeFile(disclosureDocument(title, rows), format)).bytes;
}

function outOf(file: string | undefined): { file: string; format: AnyFormat } | 'unknown_format' | null {
  if (file === undefined) return null;
  const format = [...TABLES, ...FORMATS].find((it) => file.toLowerCase().endsWith(`.${it}`));
  return format ? { file, format } : 'unknown_format';
}
