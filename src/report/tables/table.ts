import type { Block } from '../../documents/model.ts';
import type { Teller } from '../teller.ts';

/** What stands in `{{table NAME ARGS | LABEL | LABEL}}`. */
export type TableAsk = { args: readonly string[]; labels: readonly string[] };
/** Undefined: the arguments make no such table. */
export type TableOf = (ask: TableAsk, tell: Teller) => Block[] | undefined;

/** `203-01=직원 격려 등`: the words for one row or column, where the text gives some. */
export function labelled(labels: readonly string[], name: string): string | undefined {
  const found = labels.find((label) => label.startsWith(`${name}=`));
  return found?.slice(name.length + 1).trim();
}

/** `2012~2015` */
export function yearsIn(word: string | undefined): number[] {
  const [, from, to] = /^(\d{4})~(\d{4})$/.exec(word ?? '') ?? [];
  if (!from || !to || Number(to) < Number(from) || Number(to) - Number(from) > 9) return [];
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => Number(from) + i);
}
