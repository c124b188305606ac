import { expect, test } from 'vitest';
import { USUAL_RULES } from '../../src/council/kinds.ts';
import type { CouncilMember } from '../../src/council/members/rules.ts';
import { type Policy, stateOf, whenTold } from '../../src/council/policies/rules.ts';
import { type ContactForm, draftContact, parseContactName, requestOf } from '../../src/council/rules.ts';
import { differencesOf, tallyYears } from '../../src/council/tally.ts';

const member = (id: number, name: string, more: Partial<CouncilMember> = {}): CouncilMember => ({
  ...{ id, name, term: 11, constituency: null, party: null, district: null, committee: null, post: null, version: 1 },
  ...more,
});
const [kim, lee, choi] = [member(1, '김가람'), member(2, '이나래'), member(3, '최서윤', { post: '의장' })];
const form: ContactForm = {
  ...{ kind: 'mayor_meeting', date: '2018-03-30', time: '14:00', members: ['1'], others: null, agenda: '주차장' },
  ...{ result: null, requests: null, briefing: null },
};
const latest = '2018-05-29';

test.each<[Partial<ContactForm>, CouncilMember[], object]>([
  [{ agenda: '  ' }, [kim], { agenda: 'missing' }],
  [{ kind: null, date: null }, [kim], { kind: 'missing', date: 'missing' }],
  [{ kind: 'party' }, [kim], { kind: 'missing' }],
  [{ date: '1999-12-31' }, [kim], { date: 'long_ago' }],
  [{ date: '2018-05-30' }, [kim], { date: 'far_ahead' }],
  [{}, [], { members: 'nobody' }],
  [{ agenda: '가'.repeat(1001) }, [kim], { agenda: 'too_long' }],
  [{ requests: Array(51).fill('하나').join('\n') }, [kim], { requests: 'too_many_lines' }],
  [{}, Array.from({ length: 301 }, (_, i) => member(i, '가나')), { members: 'too_many' }],
])('a form with %o is refused', (change, members, refusals) => {
  expect(draftContact({ ...form, ...change }, members, { latest, today: '2018-03-30' })).toEqual({ refusals });
});

test('a filled form makes a contact; nobody of the list is needed where others are named', () => {
  const drafted = draftContact({ ...form, others: '주민 대표 3명', briefing: '4' }, [], {
    latest,
    today: '2018-03-30',
  });
  expect(drafted).toMatchObject({ talk: { others: '주민 대표 3명', memberIds: [], briefingId: 4, heldTime: '14:00' } });
});

test.each<[string, CouncilMember[], object]>([
  ['김가람: 주차장 확충', [kim, lee], { title: '주차장 확충', due: null, memberId: 1, requester: '김가람' }],
  ['김가람 의원： 주차장', [kim, lee], { title: '주차장', due: null, memberId: 1, requester: '김가람' }],
  ['박다솜: 주차장', [kim, lee], { title: '박다솜: 주차장', due: null, memberId: null, requester: null }],
  ['주차장 확충', [kim, lee], { title: '주차장 확충', due: null, memberId: null, requester: null }],
  ['주차장 확충', [kim], { title: '주차장 확충', due: null, memberId: 1, requester: '김가람' }],
  ['14:00에 다시 만남', [kim, lee], { title: '14:00에 다시 만남', due: null, memberId: null, requester: null }],
])('the request “%s” is whose it says', (line, members, expected) => {
  expect(requestOf(line, members, { today: '2018-03-30', since: '2018-03-30' })).toEqual(expected);
});

test.each([
  ['C31', 31],
  ['c31', 31],
  [' 31 ', 31],
  ['E31', null],
  ['C', null],
])('“%s” names a contact', (typed, id) => {
  expect(parseContactName(typed)).toBe(id);
});

test('a year counts twice by its rules, and the difference is what only one of them takes', () => {
  const counted = [
    { year: 2016, kind: 'leaders_meeting' as const, count: 6 },
    { year: 2016, kind: 'caucus_meeting' as const, count: 2 },
    { year: 2016, kind: 'party_consultation' as const, count: 7 },
    { year: 2016, kind: 'mayor_meeting' as const, count: 14 },
    { year: 2016, kind: 'prior_briefing' as const, count: 5 },
  ];
  expect(tallyYears(counted, USUAL_RULES, 'text')).toMatchObject([{ year: 2016, total: 29 }]);
  expect(tallyYears(counted, USUAL_RULES, 'annex')).toMatchObject([{ year: 2016, total: 22 }]);
  expect(differencesOf(counted, USUAL_RULES, 2016)).toEqual([
    { kind: 'party_consultation', count: 7, countedBy: 'text' },
  ]);
});

const policy: Policy = {
  ...{ policy: '청년수당', announcedOn: '2018-04-05', announcedTime: '10:00', leaders: true },
  ...{ committees: ['교통위원회'], districts: [] },
};

test.each([
  ['2018-04-04', null, '10:00', 'before'],
  ['2018-04-05', '09:59', '10:00', 'before'],
  ['2018-04-05', '10:00', '10:00', 'after'],
  ['2018-04-05', null, '10:00', 'unsure'],
  ['2018-04-05', '09:00', null, 'unsure'],
  ['2018-04-06', '09:00', '10:00', 'after'],
])('told on %s at %s of what is announced at %s is %s', (heldOn, heldTime, announcedTime, when) => {
  expect(whenTold({ heldOn, heldTime }, { ...policy, announcedTime })).toBe(when);
});

test('each audience shows who was told in time, who too late, and who is missing; the best telling counts', () => {
  const members = { leaders: [choi], of: new Map([['committee:교통위원회', [kim, lee]]]) };
  const told = [
    { contactId: 1, heldOn: '2018-04-06', heldTime: null, memberIds: [1, 3] },
    { contactId: 2, heldOn: '2018-04-01', heldTime: null, memberIds: [3] },
  ];
  expect(stateOf(policy, members, told)).toEqual([
    { audience: { of: 'leaders' }, told: [choi], unsure: [], late: [], missing: [] },
    { audience: { of: 'committee', name: '교통위원회' }, told: [], unsure: [], late: [kim], missing: [lee] },
  ]);
});
