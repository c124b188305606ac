import { biseo } from '../../src/terminal/biseo.ts';
import type { Name } from '../../src/terminal/index.ts';
import { registerIn } from './database.ts';
import { type Ended, settingOf } from './process.ts';

/** Runs a command of `npx biseo` in this folder. */
export async function runTerminal(
  command: Name,
  args: readonly string[],
  { folder, database = 'office.db', env = {} }: { folder: string; database?: string; env?: Record<string, string> },
) {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await biseoHere([command, ...args], { ...settingOf(await registerIn(folder, database)), ...env });
  } finally {
    process.chdir(before);
  }
}

/** Standard output as the one JSON object that it has to be. */
export function onlyObject({ out }: Pick<Ended, 'out'>): Record<string, unknown> {
  if (out.trim().split('\n').length !== 1) throw new Error(`More than one line: ${out}`);
  return JSON.parse(out) as Record<string, unknown>;
}

/** The program `biseo`, in this process. */
export async function biseoHere(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await biseo(args, { env, print: (line) => out.push(`${line}\n`), say: (line) => err.push(`${line}\n`) });
  return { code, out: out.join(''), err: err.join('') };
}
