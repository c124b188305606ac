import path from 'node:path';
import { type Ended, startScript } from './process.ts';

/** Runs a terminal command in a folder of its own and waits for its end. */
export function runTerminal(
  script: 'import' | 'export' | 'status' | 'disclose' | 'check',
  args: readonly string[],
  { folder, database = 'office.db', env = {} }: { folder: string; database?: string; env?: Record<string, string> },
): Promise<Ended> {
  const settings = { DATABASE_FILE: path.join(folder, database), ...env };
  return startScript(`src/terminal/${script}.ts`, args, { folder, env: settings }).ended;
}

/** Standard output as the one JSON object that it has to be. */
export function onlyObject({ out }: Ended): Record<string, unknown> {
  if (out.trim().split('\n').length !== 1) throw new Error(`More than one line: ${out}`);
  return JSON.parse(out) as Record<string, unknown>;
}
