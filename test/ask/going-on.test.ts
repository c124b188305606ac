import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Query } from '../../src/ask/query.ts';
import { saidOf, samples } from './given.ts';

const ask = samples();

const FIRST = [
  '2016년 8월에 얼마 썼어',
  '올해 시책 집행 내역',
  '올해 해든정 몇 번 갔어',
  '올해 일자리대장정 참여 인원',
  '올해 강북구 방문 목록',
  '작년 의장단 간담회 몇 번',
  '올해 시장면담 몇 번 했어',
  '올해 집행률',
  '기관운영 잔액',
];

/** What is asked next, and the only parts of a question that it may change. */
const NEXT: readonly (readonly [typed: string, parts: readonly (keyof Query)[]])[] = [
  ['그럼 2015년은?', ['periods', 'groupBy', 'when']],
  ['작년은', ['periods', 'groupBy', 'when']],
  ['3월에는?', ['periods', 'groupBy', 'when']],
  ['그중 시책만', ['filters']],
  ['그중 강남구만', ['filters']],
  ['카드로는?', ['filters']],
  ['월별로', ['groupBy', 'measure', 'order', 'per', 'shown']],
  ['구별로 보여줘', ['groupBy', 'measure', 'order', 'per', 'shown']],
  ['몇 건이야', ['measure', 'groupBy', 'order', 'per', 'shown']],
  ['제일 많은 달은?', ['groupBy', 'measure', 'order', 'per', 'shown']],
  ['내 것만', ['scope']],
];

test('a question that goes on from another changes what it says and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...FIRST), fc.constantFrom(...NEXT), async (first, [next, parts]) => {
      const said = await ask(first);
      if (!('answer' in said)) throw new Error(`not understood: ${first}`);
      const before = said.answer.query;
      const then = await ask(next, before);
      if (!('answer' in then) || then.answer.query.noun !== before.noun) return;

      const after = then.answer.query;
      const kept = Object.keys(before).filter((name) => !parts.includes(name as keyof Query)) as (keyof Query)[];
      for (const name of kept) expect(after[name], `${first} / ${next} → ${saidOf(then)}`).toEqual(before[name]);
      for (const name of Object.keys(before.filters) as (keyof Query['filters'])[])
        expect(after.filters[name], `${first} / ${next} → ${saidOf(then)}`).toBeDefined();
    }),
    { numRuns: 99 },
  );
});
