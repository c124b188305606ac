import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { memberLines } from '../council/members/file-views.ts';
import { openMembers } from '../council/members/files.ts';
import { putMembers } from '../council/members/store.ts';
import { demandLines } from '../followup/file-views.ts';
import { openDemands } from '../followup/files.ts';
import { insertDemands } from '../followup/store.ts';
import { todayIn } from '../korean/days.ts';
import { OPERATOR } from './database.ts';
import { type Problem, type Run, refuse } from './import-report.ts';

type RowProblem = { line: number; field: string; code: string };

/** A list of council members: who is new comes in, who is known gets what the list says anew. */
export async function takeMembers(name: string, run: Run): Promise<boolean> {
  const { db, terminal, options } = run;
  const { text } = terminal;
  const bytes = await readFile(name).catch(() => null);
  const file = bytes ? await openMembers(bytes) : { refusal: 'not_found' as const };
  if ('refusal' in file) return refuse(name, file.refusal, run);
  const by = { actor: OPERATOR, at: new Date(), origin: 'file' as const, dryRun: options.dryRun };
  const put = await putMembers(db, file.listed, by);
  const taken = { rows: file.rows, imported: put.added + put.changed, duplicates: put.same };
  add(name, taken, worded(file.problems, text.council.files.problems), run);
  say(memberLines(path.basename(name), put, file.problems, text), run);
  return true;
}

/** An audit's demands. The year comes from a column, else from the file's name. */
export async function takeFollowups(name: string, run: Run): Promise<boolean> {
  const { db, terminal, options } = run;
  const { config, text } = terminal;
  const at = new Date();
  const bytes = await readFile(name).catch(() => null);
  const year = Number(/(?:19|20)\d{2}/.exec(path.basename(name))?.[0] ?? 0) || null;
  const file = bytes
    ? await openDemands(bytes, { year, today: todayIn(config.timezone, at) })
    : { refusal: 'not_found' as const };
  if ('refusal' in file) return refuse(name, file.refusal, run);
  const by = { actor: OPERATOR, at, origin: 'import' as const, dryRun: options.dryRun };
  const taken = await insertDemands(db, file.demands, by);
  add(name, { rows: file.rows, ...taken }, worded(file.problems, text.followup.files.problems), run);
  say(demandLines(path.basename(name), taken, file.problems, text), run);
  return true;
}

const worded = (problems: readonly RowProblem[], words: Readonly<Record<string, string>>) =>
  problems.map((problem) => ({ ...problem, message: words[problem.code] ?? problem.code }));

type Taken = { rows: number; imported: number; duplicates: number };
function add(file: string, taken: Taken, problems: readonly Omit<Problem, 'file'>[], { report }: Run): void {
  report.rows += taken.rows;
  report.imported += taken.imported;
  report.duplicates += taken.duplicates;
  report.held += taken.rows - taken.imported - taken.duplicates;
  for (const problem of problems) report.problems.push({ file, ...problem });
}

function say(lines: readonly string[], { terminal: { text, print }, options: { dryRun, json } }: Run): void {
  if (json) return;
  for (const line of lines) print(line);
  if (dryRun) print(text.files.dryRun);
}
