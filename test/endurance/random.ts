import { numbersFrom } from '../../src/simulator/random.ts';

export type Random = {
  /** Below 1. */
  next(): number;
  between(least: number, most: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
};

export function randomFrom(seed: number): Random {
  const next = numbersFrom(seed);
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return { next, between, pick: (items) => items[between(0, items.length - 1)] ?? items[0] };
}
