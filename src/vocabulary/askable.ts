import type { FilterName, Group, Measure, Noun } from './ask.ts';

/**
 * What each noun can be asked; `values` are what a filter of codes can be, `beside` the nouns whose names may stand beside it without
 * narrowing anything, `dated` what a period means: days, whole years, or only one that today is in.
 */
type Askable = {
  measures: readonly Measure[];
  groups: readonly Group[];
  filters: readonly FilterName[];
  values: Partial<Record<FilterName, readonly string[]>>;
  beside: Partial<Record<Noun, readonly FilterName[]>>;
  dated: 'days' | 'years' | 'now';
};

const LISTED = ['list', 'count'] as const;
const DATED = ['first', 'last', 'next', 'change'] as const;
const MONEY = ['above', 'from', 'below', 'upTo', 'perHeadAbove', 'perHeadFrom', 'perHeadBelow', 'perHeadUpTo'] as const;

/** Kinds of follow-ups that are asked about together. */
export const KINDS_WITHIN: Readonly<Record<string, readonly string[]>> = {
  audit: ['audit_correction', 'audit_suggestion', 'audit_other'],
  agenda: ['visit_agenda', 'field_office', 'weekend_date'],
  messages: ['speech', 'press_statement', 'interview', 'print', 'video_message'],
};

export const ASKABLE = {
  expense: {
    measures: [...LISTED, ...DATED, 'sum', 'average', 'share'],
    groups: [
      'place',
      'purpose',
      'person',
      'department',
      'account',
      'category',
      'activity',
      'payment',
      'year',
      'quarter',
      'month',
      'day',
      'weekday',
    ],
    filters: [
      ...([
        'record',
        'account',
        'activity',
        'category',
        'payment',
        'person',
        'place',
        'state',
        'hours',
        'words',
      ] as const),
      ...MONEY,
    ],
    values: { state: ['no_receipt', 'waiting', 'refused', 'voided', 'no_day'] },
    dated: 'days',
    beside: { receipt: ['state'], approval: ['state'], budget: [] },
  },
  budget: {
    measures: ['sum', 'balance', 'rate', 'list', 'change'],
    groups: ['account', 'year'],
    filters: ['account'],
    values: {},
    dated: 'years',
    beside: { expense: [] },
  },
  visit: {
    measures: [...LISTED, ...DATED, 'sum', 'average', 'share'],
    groups: ['place', 'program', 'district', 'person', 'year', 'quarter', 'month', 'day', 'weekday'],
    filters: ['record', 'program', 'district', 'person', 'state', 'hours', 'words'],
    values: {
      state: ['untold', 'no_result', 'cancelled', 'to_come'],
      hours: ['00:00-12:00', '12:00-24:00', '18:00-24:00'],
    },
    dated: 'days',
    beside: { contact: ['state'], member: ['state'] },
  },
  contact: {
    measures: [...LISTED, ...DATED, 'share'],
    groups: [
      'kind',
      'committee',
      'party',
      'district',
      'member',
      'person',
      'year',
      'quarter',
      'month',
      'day',
      'weekday',
    ],
    filters: ['record', 'kind', 'member', 'committee', 'party', 'district', 'role', 'person', 'words'],
    values: {
      kind: [
        'leaders_meeting',
        'caucus_meeting',
        'party_consultation',
        'committee_meeting',
        'mayor_meeting',
        'women_meeting',
        'other_meeting',
        'event_notice',
        'prior_briefing',
        'request_feedback',
      ],
    },
    dated: 'days',
    beside: { member: [] },
  },
  followup: {
    measures: [...LISTED, 'share', 'first', 'last'],
    groups: ['status', 'kind', 'person', 'department', 'year'],
    filters: ['record', 'status', 'kind', 'person', 'member', 'state', 'words'],
    values: {
      state: ['open', 'overdue', 'no_due', 'unowned'],
      status: ['done', 'in_progress', 'under_review', 'declined'],
      kind: [
        'audit',
        'agenda',
        'messages',
        'audit_correction',
        'audit_suggestion',
        'audit_other',
        'member_request',
        'visit_agenda',
        'field_office',
        'weekend_date',
        'speech',
        'press_statement',
        'interview',
        'print',
        'video_message',
        'own_task',
      ],
    },
    dated: 'days',
    beside: {
      contact: ['kind', 'member'],
      member: ['kind', 'member'],
      visit: ['kind'],
    },
  },
  pledge: {
    measures: [...LISTED, 'share', 'average', 'sum'],
    groups: ['status', 'type', 'department', 'field', 'person'],
    filters: ['record', 'status', 'type', 'state', 'person', 'field', 'words', 'above', 'from', 'below', 'upTo'],
    values: {
      state: ['troubled', 'fulfilled', 'unfulfilled', 'running', 'no_basis'],
      status: ['완료', '이행 후 계속추진', '정상추진', '일부추진', '보류', '폐기'],
    },
    dated: 'now',
    beside: {},
  },
  approval: {
    measures: [...LISTED, 'sum'],
    groups: ['person', 'account'],
    filters: ['state', 'account'],
    values: { state: ['asked'] },
    dated: 'now',
    beside: { expense: [] },
  },
  receipt: {
    measures: LISTED,
    groups: ['person', 'month', 'year'],
    filters: ['person'],
    values: {},
    dated: 'days',
    beside: {},
  },
  member: {
    measures: [...LISTED, 'share'],
    groups: ['party', 'committee', 'district'],
    filters: ['district', 'party', 'committee', 'member', 'role', 'words'],
    values: { role: ['의장', '부의장', '위원장', '부위원장'] },
    dated: 'now',
    beside: {},
  },
  announcement: {
    measures: [...LISTED, 'first', 'last', 'next'],
    groups: ['year', 'month'],
    filters: ['record', 'state', 'words'],
    values: { state: ['unbriefed'] },
    dated: 'days',
    beside: { contact: ['state'], visit: [] },
  },
  finding: {
    measures: LISTED,
    groups: ['rule', 'status', 'year', 'month'],
    filters: ['status', 'account'],
    values: { status: ['open', 'answered', 'accepted'] },
    dated: 'days',
    beside: { expense: [], rule: [] },
  },
  rule: {
    measures: ['list', 'sum'],
    groups: [],
    filters: ['limit'],
    values: {},
    dated: 'now',
    beside: { expense: [], finding: [] },
  },
  person: {
    measures: LISTED,
    groups: ['role'],
    filters: ['role', 'words'],
    values: { role: ['administrator', 'manager', 'member'] },
    dated: 'now',
    beside: {},
  },
} as const satisfies Record<Noun, Askable>;

export const askable = (noun: Noun): Askable => ASKABLE[noun];
