import type { Text } from '../text/index.ts';
import { NAMES, type Name } from './index.ts';

/** What `npx biseo --help` prints. */
export function helpOfAll({ usage }: Text): string {
  const lines = NAMES.map((name): [string, string] => [name, usage.commands[name].does]);
  return [usage.head, '', usage.line('…', ''), '', ...columns(lines), '', usage.tail].join('\n');
}

/** What `npx biseo NAME --help` prints. */
export function helpOf(name: Name, { usage }: Text): string {
  const { does, options, more = [] } = usage.commands[name];
  const named = Object.entries<string>({ ...options, help: usage.help }).map(([option, words]): [string, string] => [
    `--${option}`,
    words,
  ]);
  return [does, '', usageOf(name, { usage }), '', ...columns(named), ...(more.length > 0 ? ['', ...more] : [])].join(
    '\n',
  );
}

export const usageOf = (name: Name, { usage }: Pick<Text, 'usage'>): string =>
  usage.line(name, usage.commands[name].typed);

function columns(rows: readonly [string, string][]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
