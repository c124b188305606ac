import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { todayIn } from '../korean/days.ts';
import { startReader } from '../spending/expense/reading.ts';
import { readAhead } from '../spending/imported/batches.ts';
import { intakeLines, refusalWords } from '../spending/imported/file-views.ts';
import { type Intake, takeIn } from '../spending/imported/intake.ts';
import { refusalOf } from '../tables/table.ts';
import type { Terminal } from './command.ts';
import { OPERATOR } from './database.ts';
import { type Options, problemWords, type Report, type Run, refuse } from './import-report.ts';
import { startProgress } from './progress.ts';

/** Takes the files in, one after another; the next one is read while this one is written. False when one was refused. */
export async function takeExpenses(names: readonly string[], run: Run): Promise<boolean> {
  const { db, report, terminal, options } = run;
  const reader = startReader();
  const at = new Date();
  const today = todayIn(terminal.config.timezone, at);
  const open = async (name: string) => {
    const bytes = await readFile(name).catch(() => null);
    if (!bytes) return { refusal: 'not_found' as const };
    const file = await reader.open(bytes, path.basename(name), { today });
    return 'refusal' in file ? file : { ...file, batches: await readAhead(file.batches) };
  };
  /** As a promise that may be looked at later. */
  const opening = (name: string | undefined) => {
    const opened = name === undefined ? null : open(name);
    opened?.catch(() => undefined);
    return opened;
  };

  let isWhole = true;
  let next = opening(names[0]);
  try {
    for (const [i, name] of names.entries()) {
      const opened = next;
      next = null;
      const taken = await takeOne(name, opened, () => {
        next = opening(names[i + 1]);
      });
      if (!taken) isWhole = false;
      next ??= opening(names[i + 1]);
    }
  } finally {
    await reader.stop();
  }
  return isWhole;

  async function takeOne(name: string, opened: ReturnType<typeof opening>, readNext: () => void): Promise<boolean> {
    const { text } = terminal;
    const fileName = path.basename(name);
    const progress = startProgress(text.terminal.rowsRead);
    let intake: Intake;
    try {
      const file = await opened;
      if (!file) throw new Error(`${name} was not opened.`);
      readNext();
      if (!('batches' in file)) {
        const words = file.refusal === 'no_heading' ? refusalWords(file, 0, text) : undefined;
        return refuse(name, file.refusal, run, words);
      }
      const { dryRun } = options;
      intake = await takeIn(db, file, { fileName, actor: OPERATOR, at, dryRun, onProgress: progress.show });
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      return refuse(name, refusal, run);
    } finally {
      progress.clear();
    }
    add(report, name, intake, terminal);
    if (!options.json) tell(fileName, intake, terminal, options);
    return true;
  }
}

function add(report: Report, name: string, intake: Intake, terminal: Terminal): void {
  report.rows += intake.rows;
  report.imported += intake.imported;
  report.duplicates += intake.duplicates;
  report.held += intake.held;
  addNoticed(report, name, intake);
  for (const problem of intake.problems) {
    report.problems.push({ file: name, ...problem, message: problemWords(problem.code, terminal) });
  }
}

function tell(fileName: string, intake: Intake, terminal: Terminal, { dryRun }: Options): void {
  const { text, print } = terminal;
  for (const line of intakeLines(fileName, intake, text)) print(line);
  for (const { line, code } of intake.problems) print(`  ${fileName}:${line} ${problemWords(code, terminal)}`);
  if (dryRun) print(text.files.dryRun);
}

function addNoticed(report: Report, file: string, { importId, flags, years, twins, twinLines }: Intake): void {
  if (importId !== null) report.import = report.import === null ? importId : [report.import, importId].flat();
  for (const [flag, { count, lines }] of Object.entries(flags)) {
    report.flags[flag] = (report.flags[flag] ?? 0) + count;
    report.flagged.push({ file, flag, lines });
  }
  for (const kind of ['correction', 'maybe_same'] as const) {
    if (twins[kind] === 0) continue;
    report.flags[kind] = (report.flags[kind] ?? 0) + twins[kind];
    report.flagged.push({ file, flag: kind, lines: twinLines[kind] });
  }
  for (const [year, count] of Object.entries(years))
    report.years[Number(year)] = (report.years[Number(year)] ?? 0) + count;
}
