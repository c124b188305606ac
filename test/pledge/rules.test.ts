import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAreas } from '../../src/pledge/evaluations/rules.ts';
import { recordNamed } from '../../src/pledge/link/rules.ts';
import { readRoundName } from '../../src/pledge/reviews/rules.ts';
import { canonicalCode, draftUpdate, isEvidence, parseShortName, pledgeName } from '../../src/pledge/rules.ts';
import { groupLines } from '../../src/pledge/state.ts';
import { isStepBack, readStatus } from '../../src/pledge/status.ts';
import { readTerm, termNamed, termOf, usualTerm } from '../../src/pledge/term.ts';
import { STATUSES, type Status } from '../../src/vocabulary/pledge.ts';

test.each([
  ['1995-07-01', 1],
  ['2014-06-30', 5],
  ['2014-07-01', 6],
  ['2016-06-30', 6],
  ['2018-06-30', 6],
  ['2018-07-01', 7],
  ['2026-11-23', 9],
])('%s lies in term %i', (day, term) => {
  expect(termOf(day)).toBe(term);
});

test.each([
  ['민선6기', 6],
  ['민선 7기', 7],
  ['6기', 6],
  ['term 6', 6],
  ['6th', 6],
  ['6', null],
  ['기', null],
  ['99기', null],
])('“%s” is term %s', (word, term) => {
  expect(readTerm(word)).toBe(term);
});

test.each([
  ['seoul-pledges-2014-2018.csv', 6],
  ['민선7기 공약.xlsx', 7],
  ['공약 2018~2022.csv', 7],
  ['pledges-2015-2019.csv', null],
  ['공약.csv', null],
])('a file named %s is of term %s', (name, term) => {
  expect(termNamed(name)).toBe(term);
});

test('today’s term is meant, or the newest before it that has pledges', () => {
  expect(usualTerm([5, 6], '2026-11-23')).toBe(6);
  expect(usualTerm([9, 6], '2026-11-23')).toBe(9);
  expect(usualTerm([9], '2016-01-01')).toBe(9);
  expect(usualTerm([], '2026-11-23')).toBe(9);
});

test.each([
  ['1-2-3', '1-2-3'],
  ['1.2.3', '1-2-3'],
  ['1 – 2 – 3', '1-2-3'],
  ['1‑2‑3', '1-2-3'],
  ['혁신12', '혁신-12'],
  ['혁신 - 12', '혁신-12'],
  ['1-2', '1-2'],
  ['안심', null],
  ['p12', null],
  ['2016', null],
])('“%s” is the code %s', (typed, code) => {
  expect(canonicalCode(typed)).toBe(code);
});

test('a pledge is named by its code, or by a short name where that is not enough', () => {
  expect(pledgeName({ id: 7, code: '1-2-3', codeShared: false })).toBe('1-2-3');
  expect(pledgeName({ id: 7, code: '9-1-1', codeShared: true })).toBe('9-1-1 (P7)');
  expect(pledgeName({ id: 7, code: null, codeShared: false })).toBe('P7');
  expect(parseShortName('p 7')).toBe(7);
  expect(parseShortName('7')).toBeNull();
});

test.each([
  ['완료', '이행 후 계속추진', false],
  ['완료', '정상추진', true],
  ['이행 후 계속추진', '일부추진', true],
  ['정상추진', '일부추진', false],
  ['정상추진', '보류', true],
  ['보류', '보류', false],
  ['보류', '폐기', true],
  ['보류', '정상추진', false],
  [null, '완료', false],
  [null, '폐기', true],
] as [Status | null, Status, boolean][])('from %s to %s is a step back: %s', (before, after, back) => {
  expect(isStepBack(before, after)).toBe(back);
});

test.each([
  ['이행후계속추진', '이행 후 계속추진'],
  [' 정상추진 (임기내 완료)', '정상추진'],
  ['일부추진(부진)', '일부추진'],
  ['잘 되고 있음', null],
  ['', null],
])('“%s” is the status %s', (words, status) => {
  expect(readStatus(words)).toBe(status);
});

describe('an update', () => {
  const form = { status: '정상추진', progress: '50', source: '안전총괄과-12', note: null };
  const before = { status: '정상추진' as Status | null };

  test('with a status, progress and evidence is taken', () => {
    expect(draftUpdate(form, before)).toEqual({
      update: { status: '정상추진', progress: 50, source: '안전총괄과-12', note: null },
    });
  });

  test.each([
    ['no status', { status: null }, { status: 'missing' }],
    ['a status nobody knows', { status: '대박' }, { status: 'missing' }],
    ['no progress', { progress: '' }, { progress: 'missing' }],
    ['101 percent', { progress: '101' }, { progress: 'not_a_progress' }],
    ['half a percent', { progress: '0.5' }, { progress: 'not_a_progress' }],
    ['99 percent of 완료', { status: '완료', progress: '99' }, { progress: 'not_full' }],
    ['no evidence', { source: '  ' }, { source: 'missing' }],
    ['a word for evidence', { source: '확인' }, { source: 'not_evidence' }],
    ['too much evidence', { source: 'a1'.repeat(300) }, { source: 'too_long' }],
    ['보류 without a reason', { status: '보류' }, { note: 'reason_needed' }],
    ['폐기 with blanks for a reason', { status: '폐기', note: ' \n ' }, { note: 'reason_needed' }],
  ])('with %s is refused', (_what, differs, refusals) => {
    expect(draftUpdate({ ...form, ...differs }, before)).toEqual({ refusals });
  });

  test('names every wrong field', () => {
    const empty = { status: null, progress: null, source: null, note: null };
    expect(draftUpdate(empty, before)).toEqual({
      refusals: { status: 'missing', progress: 'missing', source: 'missing' },
    });
  });

  test('with a file attached may name it as it likes', () => {
    expect(draftUpdate({ ...form, source: '사진' }, before, 1)).toHaveProperty('update');
  });

  test('whatever is typed is taken or refused, never thrown at', () => {
    const text = fc.option(fc.string({ unit: 'grapheme', maxLength: 40 }), { nil: null });
    const typed = fc.record({
      status: fc.oneof(text, fc.constantFrom(...STATUSES)),
      progress: text,
      source: text,
      note: text,
    });
    fc.assert(
      fc.property(typed, fc.constantFrom(null, ...STATUSES), (it, status) => {
        const drafted = draftUpdate(it, { status });
        if ('refusals' in drafted) expect(Object.keys(drafted.refusals).length).toBeGreaterThan(0);
        else expect(isEvidence(drafted.update.source)).toBe(true);
      }),
    );
  });
});

test.each(['https://opengov.seoul.go.kr/1', '기획담당관-1234', '시장방침 제12호', '추진실적 보고서'])(
  '“%s” is evidence',
  (source) => {
    expect(isEvidence(source)).toBe(true);
  },
);

test('shares add up to 100.0 whatever the numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(null, ...STATUSES), { minLength: 1, maxLength: 400 }), (statuses) => {
      const lines = groupLines(statuses);
      expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(statuses.length);
      expect(Math.round(lines.reduce((sum, { share }) => sum + (share ?? 0) * 10, 0))).toBe(1000);
    }),
  );
});

test.each([
  ['2016-h1', '2016-h1'],
  ['2016 상반기', '2016-h1'],
  ["'16 하반기", '2016-h2'],
  ['2016년 하반기', '2016-h2'],
  ['2016H2', '2016-h2'],
  ['2016 1h', '2016-h1'],
  ['2016', null],
  ['상반기', null],
])('“%s” is the round %s', (typed, name) => {
  expect(readRoundName(typed)).toBe(name);
});

test.each([
  ['v87', 'V87'],
  ['C 31', 'C31'],
  ['F007', 'F7'],
  ['e1024', 'E1024'],
  ['X1', null],
  ['V', null],
])('“%s” is the record %s', (typed, record) => {
  expect(recordNamed(typed)).toBe(record);
});

test('areas are read a line each, with points or a verdict', () => {
  expect(readAreas('공약이행 완료 92/100\n주민소통: 88.5\n웹소통 Pass')).toEqual([
    { name: '공약이행 완료', points: 920, of: 1000, verdict: null },
    { name: '주민소통', points: 885, of: null, verdict: null },
    { name: '웹소통', points: null, of: null, verdict: 'Pass' },
  ]);
  expect(readAreas('그냥 좋았음')).toBeNull();
  expect(readAreas('')).toEqual([]);
});
