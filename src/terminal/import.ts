import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { suggest } from '../korean/suggest.ts';
import { differenceLines, flagLines, intakeLines as intakeLinesOfPledges, noticed } from '../pledge/file-views.ts';
import { openPledges } from '../pledge/files.ts';
import { takePledges } from '../pledge/intake.ts';
import { openBudgets } from '../spending/budget/files.ts';
import { putBudgets } from '../spending/budget/store.ts';
import { command, FINE, REFUSED } from './command.ts';
import { OPERATOR, withDatabase } from './database.ts';
import { takeFollowups, takeMembers } from './import-council.ts';
import { takeExpenses } from './import-expenses.ts';
import { problemWords, type Report, type Run, refuse, type Take } from './import-report.ts';
import { takeStaffing } from './import-staffing.ts';
import { undo } from './import-undo.ts';

const NOUNS: Record<string, Take> = {
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
      return withDatabase(terminal, (db) => undo(db, id, { changed, json: values.json ?? false }, terminal));
    }
    const take = Object.hasOwn(NOUNS, noun) ? NOUNS[noun] : undefined;
    if (!take && noun !== 'expenses')
      return wrong(noun && text.usage.unknownWord(noun, suggest(noun, ['expenses', ...Object.keys(NOUNS)])));
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
      const run = { db, report, terminal, options };
      let refused = false;
      if (!take) refused = !(await takeExpenses(files, run));
      else for (const file of files) if (!(await take(file, run))) refused = true;
      if (options.json) print(JSON.stringify(report));
      return refused ? REFUSED : FINE;
    });
  },
});

/** Budgets are few: a file with one line that can't be read is refused whole, naming every such line. */
async function takeBudgets(name: string, run: Run): Promise<boolean> {
  const { db, report, terminal, options } = run;
  const bytes = await readFile(name).catch(() => null);
  if (!bytes) return refuse(name, 'not_found', run);
  const file = await openBudgets(bytes, path.basename(name));
  if ('refusal' in file) return refuse(name, file.refusal, run);

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

async function takePledgeFile(name: string, run: Run): Promise<boolean> {
  const { db, report, terminal, options } = run;
  const { text } = terminal;
  const bytes = await readFile(name).catch(() => null);
  if (!bytes) return refuse(name, 'not_found', run);
  const file = await openPledges(bytes, path.basename(name), null);
  if ('refusal' in file) return refuse(name, file.refusal, run);

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
