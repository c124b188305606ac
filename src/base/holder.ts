import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

// Whoever has taken something for a while says so in the tables by a name that tells others whether it still lives: the machine, the
// process, and which of the process's apps.

const here = new Set<string>();
const HOST = hostname().replaceAll(' ', '-');

/** A name for one app in this process. */
export function newHolder(): string {
  const name = `${HOST} ${process.pid} ${randomUUID()}`;
  here.add(name);
  return name;
}

export const endHolder = (name: string): void => {
  here.delete(name);
};

/** Whether that app is surely gone. Of another machine nobody knows: what it took ends by itself. */
export function isGone(name: string): boolean {
  const [host, pid, id] = name.split(' ');
  if (host !== HOST || !id) return false;
  if (Number(pid) === process.pid) return !here.has(name);
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
