import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerJson } from '../../src/ask/json.ts';
import { answerLines } from '../../src/ask/views.ts';
import { textFor } from '../../src/text/index.ts';
import { samples, TODAY } from './given.ts';

const ask = samples();
const NOBODY = { people: new Map(), members: new Map() };

const answered = async (typed: string) => {
  const asked = await ask(typed);
  if (!('answer' in asked)) throw new Error(`${typed}: ${asked.unknown.join(' ')}`);
  const { answer } = asked;
  const figure = (language: 'ko' | 'en') => answerLines(answer, [], textFor(language), TODAY, NOBODY).figure;
  const { period } = answerJson('', answer) as { period: object };
  return { ...answer, figure, period };
};

const YEARS = fc.subarray(['2012', '2013', '2014', '2015', '2016'], { minLength: 2 });
const MEASURES = ['예산', '잔액', '집행률', '집행액', '방문 횟수'];

test('of two years the figure is what lies between them, and says so; of more none is figured out, and each is told', async () => {
  await fc.assert(
    fc.asyncProperty(YEARS, fc.constantFrom(...MEASURES), fc.boolean(), async (years, measure, backwards) => {
      const order = backwards ? years.toReversed() : years;
      const asked = await answered(`${order.map((it) => `${it}년`).join(' ')} ${measure}`);
      const each = await Promise.all(years.map(async (it) => (await answered(`${it}년 ${measure}`)).value ?? 0));
      const [earlier = 0, later = 0] = each;

      expect(asked.rows.map(({ value }) => value)).toEqual(each);
      expect(asked.value).toBe(years.length > 2 ? null : Math.round((later - earlier) * 10) / 10);
      expect(asked.figure('ko')).toMatch(
        years.length > 2 ? /^하나씩 보면 이렇습니다\.$/ : /^차이 [+−]?[\d.,]+(?:원|%p|건|회)$/,
      );
      expect(asked.figure('en')).toMatch(years.length > 2 ? /^Each by itself:$/ : /^difference [+−]?[^+−]*\d/);
      expect(asked.period).toEqual({ from: `${years[0]}-01-01`, to: `${years.at(-1)}-12-31` });
    }),
    { numRuns: 60 },
  );
});

test('years of a budget add up to none of their own, and the greatest of them is one of them', async () => {
  expect((await answered('연도별 예산')).value).toBe(null);
  expect((await answered('2012년부터 연도별 예산')).value).toBe(null);
  const { value, rows } = await answered('2013년과 2016년 중 집행액 많은 해');
  expect(value).toBe(Math.max(...rows.map((it) => it.value)));
});
