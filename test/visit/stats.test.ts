import { expect, test } from 'vitest';
import { addVisitSamples } from '../../src/samples/visit.ts';
import { MEMBER, SETTINGS, startOffice } from '../support/office.ts';

const TODAY = '2018-03-30';

async function officeWithSamples(setting: (typeof SETTINGS)[number]) {
  const office = await startOffice(setting);
  await addVisitSamples(office.db, office.slack.now(), TODAY);
  return office.slack.as(MEMBER);
}

const REPORT = {
  ko: [
    '일자리대장정 47회 · 47개소 · 3,046명',
    '민생현장 69회',
    '청책토론회 5회 · 610명',
    '주말데이트 3회 · 안건 13건 (완료 13건)',
    '부서방문 5회',
    '우호교류협약 8회 · 광역 1, 기초 7 · 누적 39개소 (광역 12, 기초 27)',
    '순방 3회',
    '외빈 접견 6회 · 6개국',
  ],
  en: [
    'Jobs tour: 47 visits · 47 places · 3,046 people',
    'Livelihood site: 69 visits',
    'Policy hearing: 5 visits · 610 people',
    'Weekend date: 3 visits · 13 items (13 done)',
    'Department visit: 5 visits',
    'Friendship agreement: 8 visits · 1 metropolitan, 7 local · 39 partners in all (12 metropolitan, 27 local)',
    'Trip abroad: 3 visits',
    'Foreign guests: 6 visits · 6 countries',
  ],
};
const FIELD_OFFICE = {
  ko: [
    '2013년 20회 · 20개소 · 안건 308건 (완료 113건)',
    '2014년 3회 · 3개소 · 안건 62건 (완료 19건)',
    '2015년 3회 · 3개소 · 안건 30건 (완료 7건)',
  ],
  en: [
    '2013: 20 visits · 20 places · 308 items (113 done)',
    '2014: 3 visits · 3 places · 62 items (19 done)',
    '2015: 3 visits · 3 places · 30 items (7 done)',
  ],
};

test.each(SETTINGS)('the samples add up to the report of 2016 ($connection, $language)', async (setting) => {
  const person = await officeWithSamples(setting);

  await person.type('/visit', 'stats 2016');
  const told = await person.reads('47');
  for (const line of REPORT[setting.language]) expect.soft(told.text).toContain(line);

  await person.type('/visit', setting.language === 'ko' ? 'stats 2013~2015 현장시장실' : 'stats Field mayor’s office');
  const years = await person.reads('308');
  for (const line of FIELD_OFFICE[setting.language]) expect.soft(years.text).toContain(line);
});

test('a year alone says what its field offices did', async () => {
  const person = await officeWithSamples({ connection: 'socket', language: 'ko' });
  await person.type('/현장', '통계 2013');
  expect((await person.reads('2013년 일정 실적')).text).toContain('현장시장실 20회 · 20개소 · 안건 308건 (완료 113건)');
});

test.each(['통계 3000', '통계 오징어', '통계 2016~2012', '통계 2018 없는사업'])(
  '“%s” is answered with an example',
  async (typed) => {
    const person = await officeWithSamples({ connection: 'socket', language: 'ko' });
    await person.type('/현장', typed);
    await person.reads('/현장 통계 2016');
  },
);
