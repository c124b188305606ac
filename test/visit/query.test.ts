import { expect, test } from 'vitest';
import { planPeriod } from '../../src/korean/plan-period.ts';
import { SEOUL } from '../../src/people/districts/rules.ts';
import { districtNames, programNames } from '../../src/visit/names.ts';
import { readQuery } from '../../src/visit/query.ts';

const names = ['민생현장', '현장시장실', '시설 안전점검'].map((name, i) => ({
  id: i + 1,
  name,
  kind: 'site' as const,
  counts: [],
  retired: false,
  version: 1,
}));
const UNTOLD = { programIds: [1], notIn: [] };
const KNOWN = {
  today: '2018-03-30',
  me: 'U0KIMSEOYE',
  people: [{ userId: 'U0LEEJUNHO', name: '이준호', role: 'member' as const, language: null }],
  programs: programNames(names),
  districts: districtNames(SEOUL),
  words: { untold: ['미공유', 'unshared'], cancelled: ['취소'], resultless: ['결과없음', 'resultless'] },
  untold: UNTOLD,
};

test.each<[typed: string, filter: object]>([
  ['', {}],
  ['3월 강북구', { days: { from: '2018-03-01', to: '2018-03-31' }, district: '강북구' }],
  ['12월', { days: { from: '2018-12-01', to: '2018-12-31' } }],
  ['11/9', { days: { from: '2018-11-09', to: '2018-11-09' } }],
  ['2016 민생현장 점검', { days: { from: '2016-01-01', to: '2016-12-31' }, programId: 1, words: ['점검'] }],
  ['2016년 상반기 시설 안전점검', { days: { from: '2016-01-01', to: '2016-06-30' }, programId: 3 }],
  ['미공유', { untold: UNTOLD, cancelled: false }],
  ['취소 @나', { cancelled: true, person: 'U0KIMSEOYE' }],
  ['@이준호 강남 시장', { person: 'U0LEEJUNHO', district: '강남구', words: ['시장'] }],
  ['<@U0LEEJUNHO|lee>', { person: 'U0LEEJUNHO' }],
  ['강남구 서초구', { district: '강남구', words: ['서초구'] }],
  ['3월 2016 우이신설', { days: { from: '2016-03-01', to: '2016-03-31' }, words: ['우이신설'] }],
  ['2016 우이신설 3월', { days: { from: '2016-03-01', to: '2016-03-31' }, words: ['우이신설'] }],
  ['상반기 강북구 작년', { days: { from: '2017-01-01', to: '2017-06-30' }, district: '강북구' }],
  ['11/9 점검 2016', { days: { from: '2016-11-09', to: '2016-11-09' }, words: ['점검'] }],
  ['점검 2016년 5월 3일', { days: { from: '2016-05-03', to: '2016-05-03' }, words: ['점검'] }],
  ['5월 3일 점검 2016년', { days: { from: '2016-05-03', to: '2016-05-03' }, words: ['점검'] }],
  ['3월 어제 점검', { days: { from: '2018-03-01', to: '2018-03-31' }, words: ['어제', '점검'] }],
  ['March 나 2016', { days: { from: '2016-03-01', to: '2016-03-31' }, person: 'U0KIMSEOYE' }],
  ['Field mayor’s office Gangbuk', { programId: 2, district: '강북구' }],
])('“%s”', (typed, filter) => {
  expect(readQuery(typed, KNOWN)).toEqual(filter);
});

test.each([
  ['작년', '2017-01-01'],
  ['지난달', '2018-02-01'],
  ['다음주', '2018-04-02'],
  ['하반기', '2018-07-01'],
  ['4분기', '2018-10-01'],
])('%s begins on %s', (typed, from) => {
  expect(planPeriod(typed, '2018-03-30')?.from).toBe(from);
});
