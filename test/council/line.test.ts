import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLogged } from '../../src/council/line.ts';
import { readQuery, readYears } from '../../src/council/query.ts';

const today = '2018-03-30';
const nothing = { kind: null, date: null, time: null, others: null, agenda: null, visitId: null, briefingId: null };

test.each([
  ['', nothing],
  [
    '오늘 의장단 간담회 의장 외 4명 청년수당 사전설명',
    { ...nothing, kind: 'leaders_meeting', date: today, others: '의장 외 4명', agenda: '청년수당 사전설명' },
  ],
  [
    '3/28 14:00 시장면담 주차장 확충',
    { ...nothing, kind: 'mayor_meeting', date: '2018-03-28', time: '14:00', agenda: '주차장 확충' },
  ],
  ['당정협의 예산 방향', { ...nothing, kind: 'party_consultation', agenda: '예산 방향' }],
  ['교섭단체별 협의회 어제', { ...nothing, kind: 'caucus_meeting', date: '2018-03-29' }],
  ['상임위원회별 간담회 조례안', { ...nothing, kind: 'committee_meeting', agenda: '조례안' }],
  ['여성의원 간담회', { ...nothing, kind: 'women_meeting' }],
  ['예결위 간담회 예산안', { ...nothing, kind: 'other_meeting', agenda: '예산안' }],
  ['V87 사전공유 현장방문', { ...nothing, kind: 'event_notice', visitId: 87, agenda: '현장방문' }],
  ['사전설명 B3 청년수당', { ...nothing, kind: 'prior_briefing', briefingId: 3, agenda: '청년수당' }],
  ['피드백 주차장 결과', { ...nothing, kind: 'request_feedback', agenda: '주차장 결과' }],
  [
    'today briefing 의장 외 4명 youth allowance',
    { ...nothing, kind: 'prior_briefing', date: today, others: '의장 외 4명', agenda: 'youth allowance' },
  ],
])('“%s” is understood', (typed, expected) => {
  expect(readLogged(typed, { today })).toMatchObject(expected);
});

test('every word of a line is in one of its fields', () => {
  const words: fc.Arbitrary<string> = fc.constantFrom(
    '오늘',
    '14:00',
    '면담',
    '의장',
    '외 4명',
    '청년수당',
    '3/28',
    'V7',
    'B2',
    '<!channel>',
    '=1+1',
    '간담회',
    '김가람',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 10 }), (typed) => {
      const line = readLogged(typed.join(' '), { today });
      const kept = [line.agenda, line.others].join(' ');
      for (const word of ['청년수당', '<!channel>', '=1+1', '김가람']) {
        if (typed.includes(word)) expect(kept).toContain(word);
      }
    }),
  );
});

const people = [{ userId: 'U1', name: '김서연', role: 'member' as const, language: null }];

test.each([
  ['', {}],
  ['2016', { days: { from: '2016-01-01', to: '2016-12-31' } }],
  [
    '지난달 시장면담 주차장',
    { days: { from: '2018-02-01', to: '2018-02-28' }, kinds: ['mayor_meeting'], words: ['주차장'] },
  ],
  ['의장단 간담회 @나', { kinds: ['leaders_meeting'], createdBy: 'ME' }],
  ['@김서연 100%', { createdBy: 'U1', words: ['100%'] }],
])('“%s” becomes conditions', (typed, expected) => {
  expect(readQuery(typed, { today, me: 'ME', people })).toEqual(expected);
});

test.each([
  ['', { from: '2015-01-01', to: today }],
  ['2016', { from: '2016-01-01', to: '2016-12-31' }],
  ['2014~2016', { from: '2014-01-01', to: '2016-12-31' }],
  ['2014 ~ 2016.10', { from: '2014-01-01', to: '2016-10-31' }],
  ['2014년부터 2016년까지', { from: '2014-01-01', to: '2016-12-31' }],
  ['2014 - 2015', { from: '2014-01-01', to: '2015-12-31' }],
  ['2016~2014', null],
  ['언젠가', null],
])('the years “%s” are understood', (typed, expected) => {
  expect(readYears(typed, today)).toEqual(expected);
});
