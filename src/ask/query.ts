import type { Period } from '../korean/period.ts';
import type { Filters, Group, Meaning, Measure, Noun, Order, Per, Scope, When } from '../vocabulary/ask.ts';
import type { Day } from '../vocabulary/day.ts';

export type Span = { from: Day; to: Day };

/** One question to the register, understood. */
export type Query = {
  noun: Noun;
  measure: Measure;
  groupBy: Group | 'period' | null;
  order: Order | null;
  /** How many rows were asked for. */
  most: number | null;
  per: Per | null;
  /** What each listed record has to say of itself, however many there are: who is in charge, where it is. */
  shown: Group | null;
  /** One, or several to be set against each other; none: all that is known. */
  periods: readonly Span[];
  filters: Filters;
  scope: Scope | null;
  /** Where the periods alone would say more than was asked: how often it was, though more is planned. */
  when: When | null;
};

/** What became of a question. `corrected`: a word with a slip, and what it was taken for. */
export type Reading =
  | { query: Query; corrected: readonly [typed: string, meant: string][] }
  | { unknown: readonly string[]; noun: Noun | null; asked: readonly Noun[] };

/** A piece of a question: what it can mean, or nothing that is known. */
export type Segment = {
  text: string;
  meanings: readonly Meaning[];
  period?: Period;
  most?: number;
};

/** A piece of the question, and what of its meanings was taken. */
export type Said = { segment: Segment; meaning: Meaning };
