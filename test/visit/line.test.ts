import fc from 'fast-check';
import { expect, test } from 'vitest';
import { districtInLatin, namesOfDistrict } from '../../src/people/districts/names.ts';
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
  ['3.1절 5.18 묘역 참배 4/2', { date: '2018-04-02', title: '3.1절 5.18 묘역 참배', place: '3.1절 5.18 묘역' }],
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

test.each<[line: string, said: Partial<VisitLine>]>([
  [
    '4/9 3시 남대문시장 상인 간담회',
    { date: '2018-04-09', start_time: '15:00', title: '남대문시장 상인 간담회', place: '남대문시장' },
  ],
  ['4/9 환영 만찬 7시 호텔', { date: '2018-04-09', start_time: '19:00', title: '환영 만찬 호텔', place: '호텔' }],
  ['4/9 조찬 포럼 6시 30분', { date: '2018-04-09', start_time: '06:30', title: '조찬 포럼', place: '조찬 포럼' }],
  [
    '4/9 새벽 1시~3시 제설 현장 점검',
    { date: '2018-04-09', start_time: '01:00', end_time: '03:00', title: '제설 현장 점검', place: '제설 현장' },
  ],
  [
    '4/9 2시~4시 강남구청 방문',
    {
      date: '2018-04-09',
      start_time: '14:00',
      end_time: '16:00',
      title: '강남구청 방문',
      place: '강남구청',
      district: '강남구',
    },
  ],
  [
    '4/9 10:00 강북구 수유시장 방문 강북구',
    { date: '2018-04-09', start_time: '10:00', title: '수유시장 방문', place: '수유시장', district: '강북구' },
  ],
  [
    '4/9 10:00 강남구 서초구 경계 점검',
    {
      date: '2018-04-09',
      start_time: '10:00',
      title: '서초구 경계 점검',
      place: '서초구 경계',
      district: '강남구',
      doubts: [{ why: 'second_district', words: '서초구' }],
    },
  ],
  [
    '4/9 10:00 강남 주차장 점검',
    { date: '2018-04-09', start_time: '10:00', title: '강남 주차장 점검', place: '강남 주차장', district: '강남구' },
  ],
  ['4/9 10:00 파리 시장 면담', { date: '2018-04-09', start_time: '10:00', title: '파리 시장 면담' }],
  ['4/9 10:00 상인 간담회', { date: '2018-04-09', start_time: '10:00', title: '상인 간담회' }],
  [
    '4/9 10:00 명절 물가 점검 통인시장에서',
    { date: '2018-04-09', start_time: '10:00', title: '명절 물가 점검 통인시장에서', place: '통인시장' },
  ],
  [
    '4/9 10:00 @Lee 점검',
    {
      date: '2018-04-09',
      start_time: '10:00',
      title: '점검',
      place: '점검',
      doubts: [{ why: 'nobody', words: '@Lee' }],
    },
  ],
  [
    'tomorrow at 3 meeting with residents at Mapo library Mapo-gu',
    {
      date: '2018-03-31',
      start_time: '15:00',
      title: 'meeting with residents at Mapo library',
      place: 'Mapo library',
      district: '마포구',
    },
  ],
])('places, hours, districts and people are told apart: “%s”', (line, said) => {
  expect(readVisitLine(line, KNOWN)).toEqual({ ...NOTHING, ...said });
});

test('a district is known by each of its names, in both scripts', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SEOUL.filter((it) => it.endsWith('구'))),
      fc.nat({ max: 5 }),
      fc.boolean(),
      (name, nth, small) => {
        const names = namesOfDistrict(name);
        const said = names[nth % names.length] ?? name;
        const line = `4/9 14:00 경로당 방문 ${small ? said.toLowerCase() : said}`;

        expect(readVisitLine(line, KNOWN), line).toMatchObject({ district: name, title: '경로당 방문' });
        if (/^[A-Z]/.test(said)) expect(districtInLatin(said, SEOUL)).toBe(name);
      },
    ),
  );
});

test('districts of any city have names in Latin letters', () => {
  expect(namesOfDistrict('장안구')).toEqual(['장안구', '장안', 'Jangan-gu', 'Jangan']);
  expect(namesOfDistrict('가평군')).toEqual(['가평군', 'Gapyeong-gun', 'Gapyeong']);
  expect(['Market', 'go', '강남', 'Nowhere-gu'].map((word) => districtInLatin(word, SEOUL))).toEqual([
    null,
    null,
    null,
    null,
  ]);
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
