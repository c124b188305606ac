import { describe, expect, test } from 'vitest';
import { countForm, rulesMessage, statsMessage } from '../../src/council/count/views.ts';
import { contactForm } from '../../src/council/form.ts';
import { type CountRules, USUAL_RULES } from '../../src/council/kinds.ts';
import type { CouncilMember } from '../../src/council/members/rules.ts';
import { memberChoices, memberForm, memberMessage, membersMessage } from '../../src/council/members/views.ts';
import { briefingMessage, briefingsMessage, policyForm } from '../../src/council/policies/views.ts';
import type { Contact } from '../../src/council/rules.ts';
import {
  listMessage as contactList,
  contactMessage,
  helpMessage as councilHelp,
  historyWords,
} from '../../src/council/views.ts';
import { FINISH, HAND, owedForm, owedFormOf, POSTPONE, workForm } from '../../src/followup/form.ts';
import { auditMessage } from '../../src/followup/report.ts';
import { type Followup, LONGEST } from '../../src/followup/rules.ts';
import type { SaidNote } from '../../src/followup/store.ts';
import { followupMessage, statsMessage as followupStats, helpMessage, listMessage } from '../../src/followup/views.ts';
import type { Entry } from '../../src/people/history/store.ts';
import { historyLine } from '../../src/people/history/views.ts';
import { checkPayload } from '../../src/simulator/block-kit/check.ts';
import { option } from '../../src/slack/blocks.ts';
import { textFor } from '../../src/text/index.ts';
import { KINDS, STATUSES } from '../../src/vocabulary/followup.ts';

const long = (length: number): string => '*<!channel>* 가나다라 '.repeat(length).slice(0, length);
const today = '2018-03-30';
const when = () => '3월 30일 12:00';

const member = (id: number): CouncilMember => ({
  ...{ id, name: long(60), term: 11, constituency: long(60), party: long(60), district: long(60) },
  ...{ committee: long(60), post: long(60), version: 1 },
});
const members = Array.from({ length: 300 }, (_, i) => member(i + 1));
const followup = (id: number): Followup => ({
  ...{ id, kind: KINDS[id % KINDS.length] ?? 'own_task', source: { noun: 'council', record: '1' }, auditYear: 2015 },
  ...{ title: long(LONGEST.title), status: 'in_progress', owner: 'U1', department: long(60), due: '2018-03-01' },
  ...{ requester: long(100), memberId: 1, answer: long(2000), answeredTo: long(100), answeredOn: today },
  ...{ origin: 'sample', createdBy: 'U1', version: 1, voided: false },
});
const followups = Array.from({ length: 60 }, (_, i) => followup(i + 1));
const notes: SaidNote[] = Array.from({ length: 40 }, () => ({
  kind: 'progress',
  saidOn: today,
  words: long(2000),
  saidBy: 'U1',
}));
const history: Entry[] = Array.from({ length: 10 }, () => ({
  ...{ actor: 'U1', at: new Date('2018-03-30T03:00:00Z'), action: 'changed', reason: long(500) },
  changed: ['title', 'owner', 'due', 'status', 'agenda', 'memberIds'].map((field) => ({
    field,
    before: field === 'due' ? '2018-03-01' : long(500),
    after: field === 'due' ? '2018-12-31' : long(500),
  })),
}));
const contact: Contact = {
  ...{ id: 1, kind: 'leaders_meeting', heldOn: today, heldTime: '12:00', agenda: long(1000), result: long(2000) },
  ...{ others: long(500), memberIds: members.map(({ id }) => id), members, visitId: 7, briefingId: 1 },
  ...{ origin: 'sample', createdBy: 'U1', version: 1, voided: false },
};
const groups = Array.from({ length: 120 }, (_, i) => ({ name: `${i} ${long(50)}`, count: 10 }));
const briefing = {
  ...{ id: 1, policy: long(300), announcedOn: today, announcedTime: null, leaders: true, origin: 'sample' as const },
  ...{
    committees: groups.map(({ name }) => name).slice(0, 30),
    districts: groups.map(({ name }) => name).slice(30, 60),
  },
  ...{ createdBy: 'U1', version: 1, voided: false, closed: false },
};
const states = [
  { of: 'leaders' as const },
  ...briefing.committees.map((name) => ({ of: 'committee' as const, name })),
  ...briefing.districts.map((name) => ({ of: 'district' as const, name })),
].map((audience) => ({ audience, told: members, unsure: members, late: members, missing: members }));
const metadata = {
  key: 'k'.repeat(36),
  editing: { id: 9_999_999, version: 99 },
  visitId: 87,
  responseUrl: `https://hooks.slack.com/${'x'.repeat(300)}`,
};
const names = new Map([['U1', long(80)]]);
const page = (count: number) => ({ query: long(300), offset: count, understood: '' });

describe.each(['ko', 'en'] as const)('in %s', (language) => {
  const text = textFor(language);
  const reader = { text, today };
  const rules: CountRules = USUAL_RULES;
  const years = Array.from({ length: 30 }, (_, i) => ({
    year: 2000 + i,
    kind: 'mayor_meeting' as const,
    count: 99_999,
  }));
  const counted = KINDS.flatMap((kind) => STATUSES.map((status) => ({ kind, status, count: 99_999 })));
  const said = long(2000);

  const messages = {
    contact: contactMessage(
      {
        contact,
        requests: followups,
        expenses: Array.from({ length: 60 }, (_, id) => ({ id, won: 99_999_999, voided: true })),
        briefing,
        rules,
        history: history.map((entry) => historyLine(entry, names, historyWords(reader), when)),
        mayChange: true,
        usualDue: '2018-04-13',
      },
      reader,
      said,
    ),
    contacts: contactList({ contacts: Array(8).fill(contact), count: 99_999 }, page(8), reader),
    councilHelp: councilHelp(text),
    stats: statsMessage(years, rules, { from: today, to: today }, text),
    rules: rulesMessage(rules, true, text),
    members: membersMessage(
      {
        page: members
          .slice(0, 20)
          .map((it) => ({ member: it, standing: { contacts: { count: 9999, last: today }, open: 99 } })),
        count: 999,
      },
      page(20),
      reader,
    ),
    member: memberMessage(
      {
        member: member(1),
        contacts: Array(6).fill(contact),
        contactCount: 999,
        open: followups.slice(0, 8),
        openCount: 999,
        ended: followups.slice(0, 8),
        endedCount: 999,
        mayEdit: true,
      },
      6,
      reader,
      said,
    ),
    briefing: briefingMessage(
      { briefing, states, contacts: Array(60).fill(contact), mayChange: true, announced: true },
      reader,
      said,
    ),
    briefings: briefingsMessage(
      { items: Array.from({ length: 8 }, () => ({ briefing, states, announced: true })), count: 99 },
      { query: '', offset: 8 },
      reader,
    ),
    followup: followupMessage(
      { followup: followup(1), notes, history, names, mayWork: true, usualDue: '2018-04-13' },
      reader,
      when,
      said,
    ),
    followups: listMessage(
      { followups: followups.slice(0, 8), count: 99_999 },
      page(8),
      { title: text.followup.list.title, none: '', understood: '', names },
      reader,
    ),
    none: listMessage(
      { followups: [], count: 0 },
      page(0),
      { title: '', none: text.followup.list.noneMine, understood: '', names },
      reader,
    ),
    followupStats: followupStats(counted, { overdue: 9, unowned: 9, undated: 9 }, text),
    audit: auditMessage(
      { year: 2015, counted, demands: followups.slice(0, 5), notes: new Map(followups.map(({ id }) => [id, notes])) },
      0,
      text,
    ),
    followupHelp: helpMessage(text),
  };

  test.each(Object.entries(messages))('the message %s holds with the longest contents', (_, message) => {
    expect(checkPayload({ blocks: message.blocks ?? [] }, 'message')).toEqual([]);
    expect([...message.text].length).toBeLessThanOrEqual(12_000);
  });

  const form = {
    kind: 'leaders_meeting',
    date: today,
    time: '12:00',
    members: [],
    others: long(600),
    agenda: long(4000),
    result: long(4000),
    requests: long(4000),
    briefing: '1',
  };
  const owed = { ...owedFormOf(followup(1)), title: long(4000), progress: long(4000), plan: long(4000) };
  const briefings = Array.from({ length: 120 }, (_, id) => ({ ...briefing, id }));
  const forms = {
    contact: contactForm(form, { members, briefings }, metadata, text),
    count: countForm(text),
    member: memberForm(member(1), text),
    policy: policyForm(
      {
        policy: long(4000),
        date: today,
        time: '12:00',
        leaders: true,
        committees: groups.map(({ name }) => name),
        districts: [],
      },
      { committees: groups, districts: groups },
      metadata,
      text,
    ),
    add: owedForm(owed, null, text),
    change: owedForm(owed, { id: 1, version: 1 }, text),
    finish: workForm(FINISH, { answer: long(4000), answered_to: long(400), answered_on: today }, followup(1), text),
    postpone: workForm(POSTPONE, { due: today, reason: long(4000) }, followup(1), text),
    hand: workForm(HAND, { owner: 'U1', reason: long(4000) }, followup(1), text),
  };

  test.each(Object.entries(forms))('the form %s holds with the longest contents', (_, view) => {
    expect(checkPayload(view, 'modal')).toEqual([]);
  });

  test('a search offers at most a hundred options, each within its limit', () => {
    const choices = memberChoices(groups.slice(0, 5), members, text);
    expect(choices).toHaveLength(100);
    for (const { label, value } of choices) {
      expect([...option(label, value).text.text].length).toBeLessThanOrEqual(75);
      expect(value.length).toBeLessThanOrEqual(150);
    }
  });
});
