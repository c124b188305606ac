import { expect, test } from 'vitest';
import { memberChosen } from '../../src/council/members/words.ts';
import { historyLine } from '../../src/people/history/views.ts';
import { checkPayload, type Surface } from '../../src/simulator/block-kit/check.ts';
import { textFor } from '../../src/text/index.ts';
import type { VisitForm } from '../../src/visit/draft.ts';
import { visitForm } from '../../src/visit/form.ts';
import { letterWords, noticeWords, shareForm } from '../../src/visit/notice/views.ts';
import type { Program } from '../../src/visit/programs/rules.ts';
import { programForm, programsMessage } from '../../src/visit/programs/views.ts';
import { resultForm } from '../../src/visit/result/views.ts';
import type { Visit } from '../../src/visit/rules.ts';
import { settingsForm } from '../../src/visit/settings/views.ts';
import { tieForm } from '../../src/visit/spending/views.ts';
import { yearMessage, yearsMessage } from '../../src/visit/stats/views.ts';
import { helpMessage, listMessage, savedMessage, visitMessage, WEEK_SIZE } from '../../src/visit/views.ts';
import { historyWords } from '../../src/visit/words.ts';
import { COUNTED } from '../../src/vocabulary/visit.ts';

const long = (letters: number): string =>
  '뷁😀'
    .repeat(letters)
    .slice(0, letters * 3)
    .slice(0, letters);
const USER = `U0${'A'.repeat(9)}`;
const TODAY = '2018-03-30';

const programs: Program[] = Array.from({ length: 100 }, (_, i) => ({
  id: i + 1,
  name: long(30),
  kind: i === 0 ? 'announcement' : 'exchange',
  counts: COUNTED,
  retired: false,
  version: 1,
}));
const districts = Array.from({ length: 100 }, (_, i) => `${long(25)}${i}`);
const visit: Visit = {
  id: 999_999_999_999_999,
  siteId: 1,
  programId: 1,
  title: long(100),
  startsOn: '2016-12-31',
  startTime: '00:00',
  endsOn: '2017-02-28',
  endTime: '23:59',
  place: long(200),
  district: districts[0] ?? '',
  purpose: long(1000),
  owner: USER,
  staff: Array(30).fill(USER),
  partner: long(60),
  partnerLevel: 'metropolitan',
  countries: long(200),
  participants: 1_000_000,
  summary: long(2000),
  sequence: 999,
  changedAt: new Date(0),
  origin: 'sample',
  createdBy: USER,
  version: 999,
  cancelled: false,
};
const form: VisitForm = {
  program: '1',
  title: long(3000),
  date: '2018-03-31',
  start_time: '00:00',
  end_date: '2018-03-31',
  end_time: '23:59',
  more_dates: long(3000),
  place: long(3000),
  district: '없는 구',
  purpose: long(3000),
  owner: USER,
  staff: Array.from({ length: 40 }, (_, i) => `U0${String(i).padStart(9, '0')}`),
  partner: long(3000),
  partner_level: 'basic',
  countries: long(3000),
};
const notice = {
  memberId: 1,
  name: long(300),
  toldOn: TODAY,
  toldTime: '10:00',
  toldBy: USER,
  how: 'letter',
  invited: true,
  sequence: 0,
} as const;
const member = {
  id: 1,
  version: 1,
  name: long(60),
  term: 11,
  constituency: long(60),
  party: long(60),
  district: long(60),
  committee: long(60),
  post: null,
};
const tally = {
  programId: 1,
  visits: 99_999,
  places: 99_999,
  participants: 9_999_999,
  agenda: 99_999,
  agendaDone: 99_999,
  countries: ['가'],
  metropolitan: 999,
  basic: 999,
};
const clash = { visit, kind: 'travel', gap: 39, way: 480, startsOn: TODAY } as const;
const metadata = {
  key: 'k'.repeat(36),
  editing: { id: visit.id, version: 999 },
  clashes: Array(100).fill(visit.id),
  responseUrl: `https://hooks.slack.com/${'x'.repeat(150)}`,
};

test.each(['ko', 'en'] as const)(
  'Slack takes every message and form with the longest of everything (%s)',
  (language) => {
    const text = textFor(language);
    const reader = { text, today: TODAY };
    const known = {
      programs,
      districts,
      today: TODAY,
      clashes: Array(30).fill(clash),
      lines: Array(4).fill(long(300)),
    };
    const limited = Array(21).fill(long(160));
    const entry = {
      actor: USER,
      at: new Date(0),
      action: 'moved',
      reason: long(500),
      changed: Array(10).fill({ field: 'title', before: long(500), after: long(500) }),
    };
    const history = Array(10).fill(
      historyLine(entry, new Map(), historyWords(new Map(), programs, reader), () => '2018년 3월 30일(금) 12:00'),
    );
    const card = {
      visit,
      program: programs[0],
      standing: 'stale',
      facts: Array.from(
        { length: 12 },
        (_, i) => [text.visit.fields.when, long(i === 3 || i === 11 ? 1000 : 200)] as const,
      ),
      agenda: limited,
      notices: Array(20).fill(noticeWords(notice, { visit, isAnnouncement: true, by: long(80) }, reader)),
      expenses: limited,
      notes: [text.visit.sample],
      history,
      mayChange: true,
      hasBegun: true,
    } as const;
    const rows = Array(WEEK_SIZE)
      .fill({ visit, program: programs[0], standing: 'untold' })
      .map((row, i) => ({ ...row, visit: { ...visit, id: i + 1, startsOn: `2016-12-${10 + i}` } }));
    const shown = {
      title: text.visit.list.week(long(30), long(30)),
      understood: long(300),
      none: '',
      query: long(300),
      offset: 14,
      size: WEEK_SIZE,
      count: 20_000,
      cancelled: 7,
      untold: 20_000,
    };
    const year = {
      year: 2016,
      tallies: programs.map(({ id }) => ({ ...tally, programId: id })),
      months: Array.from({ length: 12 }, (_, i) => ({ month: i + 1, visits: 9999 })),
      districts: districts.map((district) => ({ district, visits: 999 })),
      planned: 9999,
      cancelled: 9999,
      partners: [{ programId: 1, metropolitan: 99, basic: 999 }],
      sample: true,
    };
    const share = {
      told_members: ['1'],
      others: long(3000),
      told_on: TODAY,
      told_time: '10:00',
      told_by: USER,
      how: 'phone',
      invited: true,
    };
    const around = {
      members: [{ ...member, name: memberChosen(member, text) }],
      notices: Array(150).fill(notice),
      letter: letterWords(visit, false, text),
    };

    const payloads: [string, unknown, Surface][] = [
      ['form', visitForm(form, metadata, known, text), 'modal'],
      [
        'result form',
        resultForm(
          visit,
          { participants: '1000000', summary: long(3000), agenda: long(3000) },
          Array(500).fill(long(300)),
          reader,
        ),
        'modal',
      ],
      ['share form', shareForm(visit, share, around, text), 'modal'],
      ['tie form', tieForm(visit, text), 'modal'],
      ['settings form', settingsForm({ within: 480, between: 480, usual: 480 }, districts, text), 'modal'],
      ['program form', programForm(programs[0] ?? null, text), 'modal'],
      ['programs', programsMessage(programs, 0, true, text), 'message'],
      ['card', visitMessage(card, text), 'message'],
      ['list', listMessage(rows, shown, new Map(), reader), 'message'],
      ['saved', savedMessage(long(300), Array(20).fill(visit), Array(5).fill(long(300)), reader), 'message'],
      ['year', yearMessage(year, programs, text), 'message'],
      [
        'years',
        yearsMessage(
          programs.flatMap(({ id }) =>
            Array.from({ length: 26 }, (_, i) => ({ ...tally, programId: id, year: 2000 + i })),
          ),
          { from: 2000, to: 2025 },
          programs,
          text,
        ),
        'message',
      ],
      ['help', helpMessage(text), 'message'],
    ];

    for (const [name, payload, surface] of payloads) expect.soft(checkPayload(payload, surface), name).toEqual([]);
  },
);
