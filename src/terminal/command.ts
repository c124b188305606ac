import type { Config } from '../base/config.ts';
import type { Text } from '../text/index.ts';

/** Exit codes of every command. */
export const FINE = 0;
export const REFUSED = 1;
export const WRONG_USAGE = 2;

export type Options = Record<string, { type: 'string' | 'boolean' }>;

/** What was typed after the command's name: its options, and the words that belong to none. */
export type Given<Its extends Options = Options> = {
  values: { [Name in keyof Its]?: Its[Name]['type'] extends 'boolean' ? boolean : string };
  words: string[];
};

export type Terminal = {
  config: Config;
  /** What is wrong in the settings: only for a command that looks into them. */
  problems: readonly string[];
  /** What was typed: the command's name, and what follows it. */
  line: readonly string[];
  /** What programs of others, which a command starts, are given. */
  env: NodeJS.ProcessEnv;
  text: Text;
  /** Sentences go to standard error, results to standard output: with `--json` that is one JSON value and nothing else. */
  say(line: string): void;
  print(line: string): void;
  /** Says what is wrong with what was typed, and how it is typed. */
  wrong(problem?: string): number;
};

/** One command of `npx biseo`. What it does and how it is typed stands in text/, under its name; `run` returns the exit code. */
export type Command<Its extends Options = Options> = {
  options: Its;
  /** Runs with what can be used of wrong settings. */
  withWrongSettings?: true;
  run(given: Given<Its>, terminal: Terminal): Promise<number>;
};

/** Lets the type checker know the options by name. */
export const command = <const Its extends Options>(it: Command<Its>): Command => it;
