import { statSync } from 'node:fs';
import type { Database } from '../base/db/database.ts';
import { tableRefusal } from '../tables/refusal-words.ts';
import type { Terminal } from './command.ts';

export type Problem = { file: string; line: number | null; field: string | null; code: string; message: string };
export type Report = {
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
export type Options = { dryRun: boolean; json: boolean };
/** One call of `biseo import`: where it writes, what it was asked for, and what has come of it so far. */
export type Run = { db: Database; report: Report; terminal: Terminal; options: Options };
/** Takes one file in and adds to the report; false when the file was refused. */
export type Take = (file: string, run: Run) => Promise<boolean>;

export function refuse(file: string, code: string, { report, terminal, options }: Run, words?: string): false {
  const { files } = terminal.text;
  const size = code === 'too_large' ? statSync(file).size : 0;
  const message = words ?? terminal.text.pledge.files.refusals[code] ?? tableRefusal(code, size, terminal.text);
  report.problems.push({ file, line: null, field: null, code, message });
  if (!options.json) terminal.say(files.refused(file, message));
  return false;
}

export function problemWords(code: string, { text }: Terminal): string {
  return text.files.problems[code] ?? text.files.otherProblem(code);
}
