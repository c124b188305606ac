import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '../base/db/database.ts';
import { memberLines } from '../council/members/file-views.ts';
import { openMembers } from '../council/members/files.ts';
import { putMembers } from '../council/members/store.ts';
import { demandLines } from '../followup/file-views.ts';
import { openDemands } from '../followup/files.ts';
import { insertDemands } from '../followup/store.ts';
import { todayIn } from '../korean/days.ts';
import type { Terminal } from './command.ts';
import { OPERATOR } from './database.ts';

type Problem = { file: string; line: number | null; field: string | null; code: string; message: string };
type Report = { rows: number; imported: number; duplicates: number; held: number; problems: Problem[] };
type Options = { dryRun: boolean; json: boolean };
type RowProblem = { line: number; field: string; code: string };

/** A list of council members: who is new comes in, who is known gets what the list says anew. */
export async function takeMembers(
  db: Database,
  name: string,
  report: Report,
  terminal: Terminal,
  options: Options,
): Promise<boolean> {
  const { text } = terminal;
  const bytes = await readFile(name).catch(() => null);
  const file = bytes ? await openMembers(bytes) : { refusal: 'not_found' as const };
  if ('refusal' in file) return refuse(name, file.refusal, report, terminal, options);
  const by = { actor: OPERATOR, at: new Date(), origin: 'file' as const, dryRun: options.dryRun };
  const put = await putMembers(db, file.listed, by);
  const taken = { rows: file.rows, imported: put.added + put.changed, duplicates: put.same };
  add(report, name, taken, file.problems, text.council.files.problems);
  say(memberLines(path.basename(name), put, file.problems, text), terminal, options);
  return true;
}

/** An audit's demands. The year comes from a column, else from the file's name. */
export async function takeFollowups(
  db: Database,
  name: string,
  report: Report,
  terminal: Terminal,
  options: Options,
): Promise<boolean> {
  const { config, text } = terminal;
  const at = new Date();
  const bytes = await readFile(name).catch(() => null);
  const year = Number(/(?:19|20)\d{2}/.exec(path.basename(name))?.[0] ?? 0) || null;
  const file = bytes
    ? await openDemands(bytes, { year, today: todayIn(config.timezone, at) })
    : { refusal: 'not_found' as const };
  if ('refusal' in file) return refuse(name, file.refusal, report, terminal, options);
  const by = { actor: OPERATOR, at, origin: 'import' as const, dryRun: options.dryRun };
  const taken = await insertDemands(db, file.demands, by);
  add(report, name, { rows: file.rows, ...taken }, file.problems, text.followup.files.problems);
  say(demandLines(path.basename(name), taken, file.problems, text), terminal, options);
  return true;
}

function add(
  report: Report,
  file: string,
  taken: { rows: number; imported: number; duplicates: number },
  problems: readonly RowProblem[],
  words: Readonly<Record<string, string>>,
): void {
  report.rows += taken.rows;
  report.imported += taken.imported;
  report.duplicates += taken.duplicates;
  report.held += taken.rows - taken.imported - taken.duplicates;
  for (const problem of problems)
    report.problems.push({ file, ...problem, message: words[problem.code] ?? problem.code });
}

function say(lines: readonly string[], { text, print }: Terminal, { dryRun, json }: Options): void {
  if (json) return;
  for (const line of lines) print(line);
  if (dryRun) print(text.files.dryRun);
}

function refuse(file: string, code: string, report: Report, { text, say }: Terminal, { json }: Options): false {
  const message = text.files.refusals[code] ?? text.files.otherRefusal;
  report.problems.push({ file, line: null, field: null, code, message });
  if (!json) say(text.files.refused(file, message));
  return false;
}
