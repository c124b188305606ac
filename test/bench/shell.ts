import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether the sqlite3 shell, our baseline, is on this machine. */
export async function hasShell(): Promise<boolean> {
  return run('sqlite3', ['--version']).then(
    () => true,
    () => false,
  );
}

/** Runs a query in the shell and gives its milliseconds as the shell measured them. */
export async function timedInShell(file: string, query: string): Promise<number> {
  // A query in the arguments is not timed: it has to come as typed lines.
  const shell = run('sqlite3', [file], { maxBuffer: 64 * 1024 * 1024 });
  shell.child.stdin?.end(`.timer on\n${query}\n`);
  const { stdout } = await shell;
  return Number(/^Run Time: real ([\d.]+)/m.exec(stdout)?.[1] ?? Number.NaN) * 1000;
}

/** Milliseconds of the whole shell process. */
export async function shellProcess(file: string, commands: readonly string[]): Promise<number> {
  const began = performance.now();
  await run('sqlite3', [file, ...commands], { maxBuffer: 64 * 1024 * 1024 });
  return performance.now() - began;
}
