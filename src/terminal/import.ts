import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '../base/db/database.ts';
import { todayIn } from '../korean/days.ts';
import { suggest } from '../korean/suggest.ts';
import { differenceLines, flagLines, intakeLines as intakeLinesOfPledges, noticed } from '../pledge/file-views.ts';
import { openPledges } from '../pledge/files.ts';
import { takePledges } from '../pledge/intake.ts';
import { openBudgets } from '../spending/budget/files.ts';
import { putBudgets } from '../spending/budget/store.ts';
import { openExpenses } from '../spending/expense/files.ts';
import { intakeLines, refusalWords } from '../spending/imported/file-views.ts';
import { type Intake, takeIn } from '../spending/imported/intake.ts';
import { refusalOf } from '../tables/table.ts';
import { command, FINE, REFUSED, type Terminal } from './command.ts';
import { OPERATOR, withDatabase } from './database.ts';
import { takeFollowups, takeMembers } from './import-council.ts';
import { takeStaffing } from './import-staffing.ts';
import { undo } from './import-undo.ts';
import { startProgress } from './progress.ts';

type Problem = { file: string; line: number | null; field: string | null; code: string; message: string };
type Report = {
  rows: number;
  imported: number;
  duplicates: number;
  held: number;
  /** What `import --undo` takes; a list where several files were taken in. */
  import: number | number[] | null;
  flags: Record<string, number>;
  /** The first lines that carry each flag. */
  flagged: { file: string; flag: string; lines: number[] }[];
  /** How many days without a year were read in which. */
  years: Record<number, number>;
  problems: Problem[];
};
type Options = { dryRun: boolean; json: boolean };
/** Takes one file in and adds to the report; false when the file was refused. */
type Take = (db: Database, file: string, report: Report, terminal: Terminal, options: Options) => Promise<boolean>;

const NOUNS: Record<string, Take> = {
  expenses: takeExpenses,
  budgets: takeBudgets,
  pledges: takePledgeFile,
  members: takeMembers,
  followups: takeFollowups,
  staffing: takeStaffing,
};

export const importing = command({
  options: {
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
    undo: { type: 'string' },
    'keep-changed': { type: 'boolean' },
    'with-changed': { type: 'boolean' },
  },
  async run({ values, words: [noun = '', ...files] }, terminal) {
    const { text, print, wrong } = terminal;
    if (values.undo !== undefined) {
      const id = Number(values.undo);
      const changed = values['keep-changed'] ? 'keep' : values['with-changed'] ? 'take' : null;
      if (!Number.isInteger(id) || noun !== '' || (values['keep-changed'] && values['with-changed'])) return wrong();
      return withDatabase(terminal, (db) => undo(db, id, changed, values.json ?? false, terminal));
    }
    const take = Object.hasOwn(NOUNS, noun) ? NOUNS[noun] : undefined;
    if (!take) return wrong(noun && text.usage.unknownWord(noun, suggest(noun, Object.keys(NOUNS))));
    if (files.length === 0) return wrong();
    const options = { dryRun: values['dry-run'] ?? false, json: values.json ?? false };
    const report: Report = {
      rows: 0,
      imported: 0,
      duplicates: 0,
      held: 0,
      import: null,
      flags: {},
      flagged: [],
      years: {},
      problems: [],
    };
    return withDatabase(terminal, async (db) => {
      let refused = false;
      for (const file of files) {
        if (!(await take(db, file, report, terminal, options))) refused = true;
      }
      if (options.json) print(JSON.stringify(report));
      return refused ? REFUSED : FINE;
    });
  },
});

async function takeExpenses(
  db: Database,
  name: string,
  report: Report,
  terminal: Terminal,
  options: Options,
): Promise<boolean> {
  const { config, text } = terminal;
  const bytes = await readFile(name).catch(() => null);
  if (!bytes) return refuse(name, 'not_found', report, terminal, options);
  const fileName = path.basename(name);
  const at = new Date();
  const file = await openExpenses(bytes, fileName, { today: todayIn(config.timezone, at) });
  if ('refusal' in file) return refuse(name, file.refusal, report, terminal, options, refusalWords(file, text));

  const progress = startProgress(text.terminal.rowsRead);
  let intake: Intake;
  try {
    const { dryRun } = options;
    intake = await takeIn(db, file, { fileName, actor: OPERATOR, at, dryRun, onProgress: progress.show });
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return refuse(name, refusal, report, terminal, options);
  } finally {
    progress.clear();
  }
  report.rows += intake.rows;
  report.imported += intake.imported;
  report.duplicates += intake.duplicates;
  report.held += intake.held;
  addNoticed(report, name, intake);
  for (const problem of intake.problems) {
    report.problems.push({ file: name, ...problem, message: problemWords(problem.code, terminal) });
  }
  if (!options.json) {
    for (const line of intakeLines(fileName, intake, text)) terminal.print(line);
    for (const { line, code } of intake.problems)
      terminal.print(`  ${fileName}:${line} ${problemWords(code, terminal)}`);
    if (options.dryRun) terminal.print(text.files.dryRun);
  }
  return true;
}

function addNoticed(report: Report, file: string, { importId, flags, years, twins }: Intake): void {
  if (importId !== null) report.import = report.import === null ? importId : [report.import, importId].flat();
  for (const [flag, { count, lines }] of Object.entries(flags)) {
    report.flags[flag] = (report.flags[flag] ?? 0) + count;
    report.flagged.push({ file, flag, lines });
  }
  for (const kind of ['correction', 'maybe_same'] as const) {
    if (twins[kind] > 0) report.flags[kind] = (report.flags[kind] ?? 0) + twins[kind];
  }
  for (const [year, count] of Object.entries(years))
    report.years[Number(year)] = (report.years[Number(year)] ?? 0) + count;
}

/** Budgets are few: a file with one line that can't be read is refused whole, naming every such line. */
async function takeBudgets(
  db: Database,
  name: string,
  report: Report,
  terminal: Terminal,
  options: Options,
): Promise<boolean> {
  const bytes = await readFile(name).catch(() => null);
  if (!bytes) return refuse(name, 'not_found', report, terminal, options);
  const file = await openBudgets(bytes, path.basename(name));
  if ('refusal' in file) return refuse(name, file.refusal, report, terminal, options);

  report.rows += file.budgets.length + file.problems.length;
  if (file.problems.length > 0) {
    report.held += file.budgets.length + file.problems.length;
    for (const problem of file.problems) {
      report.problems.push({ file: name, ...problem, message: problemWords(problem.code, terminal) });
      if (!options.json) terminal.say(`  ${name}:${problem.line} ${problemWords(problem.code, terminal)}`);
    }
    return false;
  }
  const by = { actor: OPERATOR, at: new Date(), origin: 'file' as const, dryRun: options.dryRun };
  const changed = await putBudgets(db, file.budgets, by);
  report.imported += changed;
  report.duplicates += file.budgets.length - changed;
  if (options.json) return true;
  terminal.print(terminal.text.files.budgetsDone(String(changed)));
  if (options.dryRun) terminal.print(terminal.text.files.dryRun);
  return true;
}

async function takePledgeFile(
  db: Database,
  name: string,
  report: Report,
  terminal: Terminal,
  options: Options,
): Promise<boolean> {
  const { text } = terminal;
  const bytes = await readFile(name).catch(() => null);
  if (!bytes) return refuse(name, 'not_found', report, terminal, options);
  const file = await openPledges(bytes, path.basename(name), null);
  if ('refusal' in file) return refuse(name, file.refusal, report, terminal, options);

  const by = { actor: OPERATOR, at: new Date(), fileName: path.basename(name), dryRun: options.dryRun };
  const intake = await takePledges(db, file, by);
  report.rows += intake.rows;
  report.imported += intake.added + intake.changed;
  report.duplicates += intake.same;
  report.problems.push(...noticed(name, intake.plan.rows, text));
  if (!options.json) {
    const differences = differenceLines(intake.plan.rows, text).map((line) => `  ${line}`);
    const told = [
      ...intakeLinesOfPledges(by.fileName, intake, text),
      ...differences,
      ...flagLines(intake.plan.rows, text),
    ];
    for (const line of told) terminal.print(line);
    if (options.dryRun) terminal.print(text.files.dryRun);
  } else if (options.dryRun) {
    for (const line of differenceLines(intake.plan.rows, text)) terminal.say(line);
  }
  return true;
}

function refuse(
  file: string,
  code: string,
  report: Report,
  terminal: Terminal,
  options: Options,
  words?: string,
): false {
  const { files } = terminal.text;
  const message = words ?? files.refusals[code] ?? terminal.text.pledge.files.refusals[code] ?? files.otherRefusal;
  report.problems.push({ file, line: null, field: null, code, message });
  if (!options.json) terminal.say(files.refused(file, message));
  return false;
}

function problemWords(code: string, { text }: Terminal): string {
  return text.files.problems[code] ?? text.files.otherProblem(code);
}
