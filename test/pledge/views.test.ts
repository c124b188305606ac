import { describe, expect, test } from 'vitest';
import { type Card, pledgeMessage } from '../../src/pledge/card.ts';
import { detailsOf } from '../../src/pledge/details.ts';
import { detailsForm } from '../../src/pledge/details-form.ts';
import { evaluationForm } from '../../src/pledge/evaluations/form.ts';
import type { Evaluation } from '../../src/pledge/evaluations/rules.ts';
import { formOf as evaluationFormOf } from '../../src/pledge/evaluations/rules.ts';
import { historyMessage } from '../../src/pledge/evaluations/views.ts';
import { importForm, previewMessage } from '../../src/pledge/file-views.ts';
import { FLAGS } from '../../src/pledge/files.ts';
import { updateForm } from '../../src/pledge/form.ts';
import { linkForm } from '../../src/pledge/link/form.ts';
import type { Proposal } from '../../src/pledge/proposal/store.ts';
import { decidedMessage, proposalMessage, proposalsMessage } from '../../src/pledge/proposal/views.ts';
import { type Answer, compare, type Round, resultOf, standing, tallyOf } from '../../src/pledge/reviews/rules.ts';
import { frozenRoundMessage, openRoundMessage, requestMessage } from '../../src/pledge/reviews/views.ts';
import type { Pledge } from '../../src/pledge/rules.ts';
import { stateOf } from '../../src/pledge/state.ts';
import { helpMessage, listMessage, stateMessage } from '../../src/pledge/views.ts';
import { checkPayload } from '../../src/simulator/block-kit/check.ts';
import { textFor } from '../../src/text/index.ts';
import { STATUSES } from '../../src/vocabulary/pledge.ts';
import { NOW } from '../support/office.ts';

const LONG = '가<!channel>*_&'.repeat(40).slice(0, 300);
const LONGER = LONG.repeat(27).slice(0, 8000);

const pledge = (id: number): Pledge => ({
  id,
  term: 6,
  code: `혁신혁신혁신혁신혁신-${9000 + id}`,
  number: id,
  type: LONG.slice(0, 200),
  field: LONG.slice(0, 200),
  title: LONG,
  department: LONG.slice(0, 200),
  goal: LONGER,
  timing: LONG.slice(0, 200),
  kind: LONG.slice(0, 200),
  status: STATUSES[id % STATUSES.length] ?? null,
  progress: 100,
  nonBudget: false,
  budget: 999_999_999_999_999,
  secured: 999_999_999_999_999,
  spent: 999_999_999_999_999,
  basisKind: '조례',
  basis: LONG.slice(0, 200),
  owner: null,
  codeShared: true,
  flags: [...FLAGS],
  origin: 'sample',
  createdBy: 'U1',
  version: 1,
  voided: false,
});
const pledges = Array.from({ length: 300 }, (_, i) => pledge(i + 1));
const [one = pledge(1)] = pledges;

const proposal: Proposal = {
  id: 1,
  pledgeId: 1,
  status: '폐기',
  progress: 100,
  source: LONG.slice(0, 300).padEnd(500, '근'),
  note: LONGER.slice(0, 1500),
  files: Array.from({ length: 5 }, (_, i) => ({ id: `F${i}`, name: LONG.slice(0, 200) })),
  proposedBy: 'U1',
  proposedAt: NOW,
  state: 'declined',
  decidedBy: 'U2',
  decidedAt: NOW,
  reason: LONG,
};

const round: Round = {
  id: 1,
  name: '2016-h1',
  term: 6,
  until: '2018-12-31',
  asOf: '2016-06-30',
  state: 'open',
  openedBy: 'U1',
  openedAt: NOW,
  closedBy: 'U1',
  closedAt: NOW,
  publishedOn: '2016-10-28',
  origin: 'sample',
};
const answers: Answer[] = pledges.map((it, i) => ({
  pledgeId: it.id,
  asked: i % 4 === 0 ? null : `U${i}`,
  department: it.department,
  name: `${it.code} (P${it.id})`,
  title: it.title,
  type: it.type,
  status: it.status,
  progress: 100,
  source: LONG,
  note: LONG,
  answeredBy: i % 3 === 0 ? 'U1' : null,
  result: it.status,
  resultProgress: 100,
}));
const earlier = answers.map((it, i) => ({ ...it, result: STATUSES[i % 5] ?? null }));

const evaluation: Evaluation = {
  id: 1,
  year: 2016,
  body: LONG.slice(0, 100),
  subject: LONG.slice(0, 100),
  grade: LONG.slice(0, 20),
  line: 10_000,
  score: 10_000,
  peers: [],
  areas: Array.from({ length: 20 }, () => ({ name: LONG.slice(0, 90), points: 10_000, of: 10_000, verdict: null })),
  announcedOn: '2016-06-20',
  source: LONG.padEnd(500, '근'),
  origin: 'sample',
  version: 1,
};

const history = Array.from({ length: 12 }, () => ({
  actor: 'U1',
  at: NOW,
  action: 'changed',
  reason: LONGER,
  changed: ['title', 'goal', 'status', 'budget', 'evidence'].map((field) => ({ field, before: LONGER, after: LONGER })),
}));
const card: Card = {
  pledge: one,
  field: LONG,
  person: 'U1',
  history,
  stepsBack: history,
  links: Array.from({ length: 60 }, () => ({
    record: 'V123456',
    note: LONG,
    title: LONG,
    linkedBy: 'U1',
    linkedAt: NOW,
  })),
  followups: Array.from({ length: 60 }, () => `F1 ${LONG}`),
  reviews: Array.from({ length: 60 }, () => LONG),
  proposals: Array.from({ length: 60 }, () => LONG),
  source: { file: LONG, line: 123 },
  names: new Map([['U1', LONG.slice(0, 80)]]),
  manager: true,
};
const intake = {
  rows: 300,
  added: 100,
  changed: 200,
  same: 0,
  plan: {
    absent: pledges,
    samples: pledges,
    rows: pledges.map((it) => ({
      row: { line: it.id, term: 6, record: null, stated: { title: LONG, goal: LONGER }, flags: [...FLAGS] },
      known: { pledge: it, imported: null },
      differences: [{ field: 'goal' as const, before: LONGER, after: LONGER }],
    })),
  },
};

describe.each(['ko', 'en'] as const)('in %s, with everything as long as it can be', (language) => {
  const text = textFor(language);
  const when = () => '2016년 12월 31일(토) 12:34';
  const state = stateOf(6, pledges, []);
  const since = { round: LONG, moved: 300, changes: Array.from({ length: 6 }, () => ({ words: LONG })) };
  const waiting = Array.from({ length: 9 }, (_, id) => ({ proposal: { ...proposal, id }, pledge: one, who: LONG }));
  const items = [
    ...Array.from({ length: 12 }, () => ({ kind: 'evaluation' as const, at: '2016', evaluation })),
    { kind: 'round' as const, at: '2016', round, result: resultOf(answers) },
  ];

  test.each([
    ['the state', stateMessage(state, since, [LONG, LONG], text)],
    ['an empty register', stateMessage(stateOf(6, [], []), null, [], text)],
    ['a list', listMessage({ pledges: pledges.slice(8, 16), count: pledges.length }, { query: LONG, offset: 8 }, text)],
    ['nothing found', listMessage({ pledges: [], count: 0 }, { query: LONG, offset: 0 }, text)],
    ['a pledge', pledgeMessage(card, text, when)],
    ['help', helpMessage(text)],
    ['a proposal', proposalMessage({ proposal, pledge: one, who: LONG }, text, LONG)],
    ['a decision', decidedMessage(proposal, one, { who: LONG, by: LONG, when: when() }, text)],
    ['proposals', proposalsMessage(waiting, { query: '', offset: 2 }, true, text)],
    ['what one is asked', requestMessage(round, answers, 20, text)],
    [
      'an open round',
      openRoundMessage({ round, tally: tallyOf(answers), unasked: answers, names: new Map(), manager: true }, text),
    ],
    [
      'a frozen round',
      frozenRoundMessage(
        {
          round,
          result: resultOf(answers),
          comparison: { with: round, changes: compare(standing(earlier), standing(answers)) },
          who: LONG,
          when: when(),
        },
        text,
      ),
    ],
    ['the evaluations', historyMessage(items, 2, true, text)],
    ['what an import would change', previewMessage(LONG, intake, 'x'.repeat(1900), text)],
  ])('%s is a message that Slack takes', (_what, message) => {
    expect(checkPayload({ ...message, channel: 'C1' }, 'message')).toEqual([]);
    expect(JSON.stringify(message.blocks ?? '')).not.toMatch(/"mrkdwn","text":"[^"]*<!channel>/);
    expect(message.text).not.toContain('<!channel>');
  });

  const long = { status: '폐기', progress: '100', source: LONGER, note: LONGER };
  test.each([
    ['an update', updateForm(one, long, 'update', text)],
    ['a proposal', updateForm(one, long, 'propose', text)],
    ['an answer', updateForm(one, long, { roundId: 1 }, text)],
    [
      'the details',
      detailsForm(
        detailsOf(one),
        Array.from({ length: 150 }, (_, i) => `${i}${LONG.slice(0, 50)}`),
        { term: 6, editing: { id: 1, version: 1 } },
        text,
      ),
    ],
    ['a link', linkForm(one, text)],
    ['an import', importForm(text)],
    ['an evaluation', evaluationForm(evaluationFormOf(evaluation), null, text)],
  ])('the form for %s is one that Slack opens', (_what, view) => {
    expect(checkPayload(view, 'modal')).toEqual([]);
  });
});
