import { expect, test } from 'vitest';
import { type BudgetPicture, budgetSvg, WIDTH } from '../../../src/time/pictures/budget.ts';
import { pngOf, SCALE } from '../../../src/time/pictures/png.ts';

const bar = (name: string, percent: number, later = percent) => ({
  name,
  percent,
  later,
  rate: `${percent.toFixed(1)}%`,
  amounts: '152,912 / 277,200천원 · 잔액 124,288천원',
});

const picture = (bars: BudgetPicture['bars']): BudgetPicture => ({
  title: '2016년 업무추진비 예산과 집행',
  elapsed: { percent: 81.4, label: '10월 24일(월), 연간 81.4% 경과' },
  bars,
  legend: { until: '10월 24일(월)까지', later: null },
});

/** Width and height as a PNG's header states them. */
function sizeOf(png: Uint8Array): [number, number] {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const heightIn = (svg: string): number => Number(/ height="(\d+)"/.exec(svg)?.[1]);

test.each([1, 3, 6])(
  'a picture of %d bars is a PNG of the size that its drawing says, twice as fine',
  async (count) => {
    const svg = budgetSvg(picture(Array.from({ length: count }, (_, i) => bar(`과목 ${i}`, 10 * i))));

    const png = await pngOf(svg);

    expect(sizeOf(png)).toEqual([WIDTH * SCALE, heightIn(svg) * SCALE]);
    expect(png.byteLength).toBeLessThan(200_000);
  },
);

test('Hangul is drawn, whatever fonts the machine has', async () => {
  const named = await pngOf(budgetSvg(picture([bar('기관운영', 55.2)])));
  const nameless = await pngOf(budgetSvg(picture([bar('', 55.2)])));

  expect(Buffer.from(named).equals(nameless)).toBe(false);
});

test('a bar is as long as its percent, and one beyond its budget stays in the frame', () => {
  const widths = (svg: string) => [...svg.matchAll(/width="([\d.]+)" height="18"/g)].map(([, width]) => Number(width));
  const inside = WIDTH - 32;

  expect(widths(budgetSvg(picture([bar('가', 50)])))).toEqual([inside, inside / 2, inside / 2]);
  for (const width of widths(budgetSvg(picture([bar('가', 5_000)])))) expect(width).toBeLessThanOrEqual(inside);
  expect(widths(budgetSvg(picture([bar('가', -20)])))).toEqual([inside]);
});

test('what is said in it can not become a part of the drawing', () => {
  const svg = budgetSvg(picture([bar('<script>&"', 5)]));

  expect(svg).toContain('&lt;script&gt;&amp;&quot;');
});
