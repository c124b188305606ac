import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SEOUL } from '../../src/people/districts/rules.ts';
import { readVisitLine, type VisitLine } from '../../src/visit/line.ts';
import { districtNames, programNames } from '../../src/visit/names.ts';
import { computing } from '../support/cpu.ts';

const names = ['민생현장', '시설 안전점검', '순방', '주말데이트', '현장시장실'].map((name, i) => ({
  id: i + 1,
  name,
  kind: 'site' as const,
  counts: [],
  retired: false,
  version: 1,
}));
const KNOWN = { today: '2018-03-30', programs: programNames(names), districts: districtNames(SEOUL) };
const NOTHING = {
  program: null,
  title: null,
  date: null,
  start_time: null,
  end_date: null,
  end_time: null,
  more_dates: null,
  place: null,
  district: null,
  people: [],
  unread: { date: null, start_time: null },
};

test.each<[line: string, said: Partial<VisitLine>]>([
  ['', {}],
  [
    '11/9 14:00 우이신설 공사현장 점검 강북구 민생현장',
    {
      date: '2018-11-09',
      start_time: '14:00',
      title: '우이신설 공사현장 점검',
      place: '우이신설 공사현장',
      district: '강북구',
      program: '1',
    },
  ],
  [
    '민생현장 강북구에서 우이신설 공사현장 점검 14:00 11/9',
    {
      date: '2018-11-09',
      start_time: '14:00',
      title: '우이신설 공사현장 점검',
      place: '우이신설 공사현장',
      district: '강북구',
      program: '1',
    },
  ],
  [
    '내일 오후 2시~4시 신월 배수시설 방문',
    { date: '2018-03-31', start_time: '14:00', end_time: '16:00', title: '신월 배수시설 방문', place: '신월 배수시설' },
  ],
  [
    '10/6~8 14:00-15:30 정책박람회 @서울광장',
    {
      date: '2018-10-06',
      end_date: '2018-10-08',
      start_time: '14:00',
      end_time: '15:30',
      title: '정책박람회',
      place: '서울광장',
    },
  ],
  [
    '2019.1.19~1.23 다보스 포럼 참석 순방 해외',
    {
      date: '2019-01-19',
      end_date: '2019-01-23',
      title: '다보스 포럼 참석',
      place: '다보스 포럼',
      program: '3',
      district: '해외',
    },
  ],
  [
    '3.7/11.9 10:00 우이신설 점검',
    { date: '2019-03-07', more_dates: '2019-11-09', start_time: '10:00', title: '우이신설 점검', place: '우이신설' },
  ],
  [
    '4/9 10:00 우이신설 점검 4/20',
    { date: '2018-04-09', more_dates: '2018-04-20', start_time: '10:00', title: '우이신설 점검', place: '우이신설' },
  ],
  [
    '시설안전점검 9호선 3단계 공사현장 송파',
    { program: '2', title: '9호선 3단계 공사현장', place: '9호선 3단계 공사현장', district: '송파구' },
  ],
  ['5.18 3.1절 기념 시장 방문', { date: '2018-05-18', title: '3.1절 기념 시장 방문', place: '3.1절 기념 시장' }],
  ['3.1절 5.18 묘역 참배 4/2', { date: '2018-04-02', title: '3.1절 5.18 묘역 참배', place: '3.1절 5.18 묘역 참배' }],
  [
    '다음주 화요일 14시에 "수유시장" @"수유 전통시장"',
    { date: '2018-04-03', start_time: '14:00', title: '"수유시장"', place: '수유 전통시장' },
  ],
  [
    '11월 21일 오전 10시 30분 경로당 방문 <@U0LEEJUNHO|lee> <@U0KIMSEOYE>',
    {
      date: '2018-11-21',
      start_time: '10:30',
      title: '경로당 방문',
      place: '경로당',
      people: ['U0LEEJUNHO', 'U0KIMSEOYE'],
    },
  ],
  ['2/31 25:00 점검', { title: '점검', place: '점검', unread: { date: '2/31', start_time: '25:00' } }],
  [
    '20166-11-09 14:00 점검',
    { start_time: '14:00', title: '점검', place: '점검', unread: { date: '20166-11-09', start_time: null } },
  ],
  [
    'tomorrow 2pm market visit Gangbuk-gu Livelihood site',
    {
      date: '2018-03-31',
      start_time: '14:00',
      title: 'market visit',
      place: 'market',
      district: '강북구',
      program: '1',
    },
  ],
  [
    'Apr 9 10:00 Field mayor’s office Seocho',
    { date: '2018-04-09', start_time: '10:00', program: '5', district: '서초구' },
  ],
  ['１１／９ １４：００ 점검', { date: '2018-11-09', start_time: '14:00', title: '점검', place: '점검' }],
])('“%s”', (line, said) => {
  expect(readVisitLine(line, KNOWN)).toEqual({ ...NOTHING, ...said });
});

test('every word is in a field, in the title or named as unread', () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('11/9', '14:00', '민생현장', '강북구', '2/31', '@역', '~', '10/6~8'),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const line = readVisitLine(words.join(' '), KNOWN);
      const letters = [line.title, line.unread.date, line.unread.start_time, line.place].join(' ');
      const plain = words.join(' ').match(/[가-힣]{2,}/g) ?? [];
      const taken = ['민생현장', '강북구', '주말데이트', '현장시장실', '순방'];
      return plain.every(
        (it) =>
          taken.some((name) => it.includes(name)) ||
          letters.includes(it) ||
          /^(?:[일월화수목금토]요일|어제|오늘|내일|모레)$/.test(it),
      );
    }),
  );
});

test('a very long line is read at once', () => {
  const typed = Array(1500).fill('11/9 점검').join(' ');

  expect(readVisitLine(typed, KNOWN).date).toBe('2018-11-09');
  expect(computing(() => readVisitLine(typed, KNOWN))).toBeLessThan(1000);
});
