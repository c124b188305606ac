export type Trigger = { kind: '/' | '@' | '#'; query: string; from: number };

/** What is being completed just before the cursor, if anything. */
export function triggerAt(typed: string, cursor: number, commands: boolean): Trigger | null {
  const before = typed.slice(0, cursor);
  const command = commands ? /^\/(\S*)$/.exec(before) : null;
  if (command) return { kind: '/', query: command[1] ?? '', from: 0 };
  const mention = /(?:^|[\s(])([@#])([^\s@#]{0,30})$/.exec(before);
  if (!mention) return null;
  const query = mention[2] ?? '';
  return { kind: mention[1] === '@' ? '@' : '#', query, from: cursor - query.length - 1 };
}
