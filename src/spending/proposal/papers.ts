import { z } from 'zod';
import { wordsOf } from './profile.ts';
import { signOf } from './signs.ts';

/** Papers that many spends share: the plan that they follow, the policy project that pays. */
export const PAPERS = ['plan_doc', 'project'] as const;
export type PaperField = (typeof PAPERS)[number];
/** What an open form was given of them. */
export const Papers = z.partialRecord(z.enum(PAPERS), z.string());
export type Papers = z.infer<typeof Papers>;
export type Paper = { field: PaperField; value: string; purpose: string };

/**
 * The paper that a spend of this purpose probably hangs on: the newest one given for a purpose that shares a word with it, beyond what
 * every purpose of its kind says (`간담회`, `시정`).
 */
export function paperFor(field: PaperField, purpose: string, given: readonly Paper[]): string | null {
  const own = given.filter((paper) => paper.field === field);
  const wanted = tellingWords(purpose);
  return own.find((paper) => tellingWords(paper.purpose).some((word) => wanted.includes(word)))?.value ?? null;
}

const COMMON = new Set([
  '시정',
  '정책',
  '현안',
  '관련',
  '추진',
  '직원',
  '업무',
  '시장',
  '주요',
  '구입',
  '지급',
  'the',
  'for',
  'with',
  'and',
]);

const tellingWords = (purpose: string): string[] =>
  wordsOf(purpose).filter((word) => !COMMON.has(word) && signOf(word) === null);
