import type { Text } from '../text/index.ts';
import type { Command } from './command.ts';

export type Name = keyof Text['usage']['commands'];

/** Every command by its name; a command's file is loaded when it is run. */
export const COMMANDS: Record<Name, () => Promise<Command>> = {
  import: async () => (await import('./import.ts')).importing,
  export: async () => (await import('./export.ts')).exporting,
  status: async () => (await import('./status.ts')).status,
  check: async () => (await import('./check.ts')).check,
  rules: async () => (await import('./spending-rules.ts')).rules,
  disclose: async () => (await import('./disclose.ts')).disclose,
  digest: async () => (await import('./digest.ts')).digest,
  report: async () => (await import('./report.ts')).report,
  ask: async () => (await import('./ask.ts')).ask,
  answer: async () => (await import('./answer.ts')).answer,
  blocks: async () => (await import('./blocks.ts')).blocks,
  doctor: async () => (await import('./doctor.ts')).doctor,
  manifest: async () => (await import('./manifest.ts')).manifest,
  samples: async () => (await import('./samples.ts')).samples,
  backup: async () => (await import('./backup.ts')).backup,
  move: async () => (await import('./move.ts')).move,
  restore: async () => (await import('./restore.ts')).restore,
};

export const NAMES = Object.keys(COMMANDS) as Name[];

export const isName = (word: string): word is Name => Object.hasOwn(COMMANDS, word);
