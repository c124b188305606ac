import { expect, test } from 'vitest';
import type { PersonDriver } from '../../src/simulator/person.ts';
import type { SeenMessage } from '../../src/simulator/seen.ts';
import { type Text, textFor } from '../../src/text/index.ts';
import { MANAGER, MEMBER, type Office, OTHER_MEMBER, SETTINGS, type Setting, startOffice } from '../support/office.ts';
import { sentencesOf } from '../support/sentences.ts';

const STEADY = 'U0HANADMIN';
const MOST_BUTTONS = 5;
const AT = '2018-03-30T02:00:00.000Z';

type Way = { status: string; name: string; slash: 'expense' | 'visit' | 'council' | 'followup' | 'pledge' };
const SLASH = {
  expense: { ko: '/지출', en: '/expense' },
  visit: { ko: '/현장', en: '/visit' },
  council: { ko: '/의회', en: '/council' },
  followup: { ko: '/후속', en: '/followup' },
  pledge: { ko: '/공약', en: '/pledge' },
};

/** An office with a record in each of the states that a record of its noun can be in; nobody who looks has made one of them. */
async function everyState({ db }: Office): Promise<Way[]> {
  const ways: Way[] = [];
  const add = (slash: Way['slash'], letter: string) => (status: string, id: number) =>
    ways.push({ slash, status, name: `${letter}${id}` });

  const spend = add('expense', 'E');
  for (const [i, approval] of ['waiting', 'changes', 'approved', 'refused'].entries()) {
    await db
      .updateTable('expense')
      .set({ approval })
      .where('id', '=', i + 1)
      .execute();
    spend(approval, i + 1);
  }
  await db.updateTable('expense').set({ voided_at: AT }).where('id', '=', 5).execute();
  spend('voided', 5);
  spend('recorded', 6);
  const finding = await db.selectFrom('finding').select('expense_id').where('state', '=', 'open').executeTakeFirst();
  if (finding) spend('with a finding', finding.expense_id);

  const visit = add('visit', 'V');
  const plans = await db.selectFrom('visit').select(['id', 'summary', 'starts_on']).orderBy('id').execute();
  const dated = (fits: (it: (typeof plans)[number]) => boolean) => plans.find(fits)?.id ?? 0;
  const [held, today, ahead] = [
    dated((it) => it.summary !== null),
    dated((it) => it.starts_on === '2018-03-30'),
    dated((it) => it.starts_on > '2018-03-30'),
  ];
  const [plain, cancelled] = [plans.at(-1)?.id ?? 0, plans.at(-2)?.id ?? 0];
  await db
    .updateTable('visit')
    .set({ summary: null, starts_on: '2018-03-02', ends_on: '2018-03-02' })
    .where('id', '=', plain)
    .execute();
  await db.updateTable('visit').set({ summary: null, cancelled_at: AT }).where('id', '=', cancelled).execute();
  for (const [status, id] of Object.entries({ held, today, ahead, plain, cancelled })) if (id) visit(status, id);

  const contact = add('council', 'C');
  const asked = await db
    .selectFrom('followup')
    .select('source_record')
    .where('source_noun', '=', 'council')
    .executeTakeFirst();
  contact('with a request', Number(asked?.source_record ?? 3));
  contact('recorded', 1);
  await db.updateTable('council_contact').set({ voided_at: AT }).where('id', '=', 2).execute();
  contact('voided', 2);
  add('council', 'B')('to be briefed', 1);

  const owed = add('followup', 'F');
  const [first, second, third] = await db
    .selectFrom('followup')
    .select('id')
    .where('open', '=', 1)
    .orderBy('id')
    .execute();
  await db
    .updateTable('followup')
    .set({ due: '2018-03-01', sort_due: '2018-03-01' })
    .where('id', '=', first?.id ?? 0)
    .execute();
  await db
    .updateTable('followup')
    .set({ owner: null })
    .where('id', '=', second?.id ?? 0)
    .execute();
  await db
    .updateTable('followup')
    .set({ voided_at: AT, open: 0 })
    .where('id', '=', third?.id ?? 0)
    .execute();
  for (const [status, it] of Object.entries({ overdue: first, 'nobody’s': second, voided: third }))
    if (it) owed(status, it.id);
  for (const status of ['done', 'in_progress', 'under_review', 'declined']) {
    const it = await db
      .selectFrom('followup')
      .select('id')
      .where('status', '=', status)
      .where('voided_at', 'is', null)
      .orderBy('id', 'desc')
      .executeTakeFirst();
    if (it) owed(status, it.id);
  }

  const pledge = add('pledge', 'P');
  for (const [i, status] of (
    ['완료', '이행 후 계속추진', '정상추진', '일부추진', '보류', '폐기', null] as const
  ).entries()) {
    await db
      .updateTable('pledge')
      .set({ status })
      .where('id', '=', i + 1)
      .execute();
    pledge(status ?? 'unknown', i + 1);
  }
  await db.updateTable('pledge').set({ voided_at: AT }).where('id', '=', 8).execute();
  pledge('voided', 8);
  return ways;
}

async function officeOf(setting: Setting): Promise<{ office: Office; ways: Way[] }> {
  const office = await startOffice({ ...setting, samples: true });
  const { db } = office;
  await db.updateTable('person').set({ language: setting.language }).execute();
  for (const [id, role] of [
    [MEMBER, 'member'],
    [MANAGER, 'manager'],
    [STEADY, 'administrator'],
  ] as const)
    await db.updateTable('person').set({ role }).where('user_id', '=', id).execute();
  for (const table of ['visit', 'followup', 'expense', 'council_contact', 'briefing'] as const)
    await db.updateTable(table).set({ created_by: OTHER_MEMBER }).execute();
  await db.updateTable('visit').set({ owner: OTHER_MEMBER, staff: '' }).execute();
  return { office, ways: await everyState(office) };
}

/** Everything that is said to who may not: no button may lead to it. */
function refusalsIn(text: Text): string[] {
  const { ask: _, terminal: __, ...spoken } = text;
  return sentencesOf(spoken, ['표본'])
    .filter(
      ({ at }) =>
        /notYours|notManager|notAdministrator|not_yours|notApprover|not_approver|voidNeedsManager|\.own$/.test(at) &&
        !at.includes('elections'),
    )
    .map(({ words }) => words.split('표본').toSorted((a, b) => b.length - a.length)[0] ?? '')
    .filter((words) => words.length > 12);
}

/** Buttons of the card itself: what stands beside a row of another record is that record's. */
function ownButtons({ blocks = [] }: SeenMessage): number {
  return blocks.flatMap((it) => (it.type === 'actions' ? it.elements : [])).length;
}

const HANGUL = /[가-힣]/;

/** What of an English card is Korean and no record's own word, or a word that English has. */
function untranslated(card: string, own: readonly string[], slash: Way['slash']): string[] {
  const { visit, council } = textFor('en');
  // A department that was typed can be a committee: only the list of members tells which one is.
  const ofMembers = [council.posts, council.committees, council.constituencies];
  const said = [visit.district, visit.program, ...(slash === 'council' ? ofMembers : [])];
  const left = own.reduce((words, it) => words.replaceAll(it, ''), card);
  // The activities of the rule are called by their Korean letters.
  const parts = left.replaceAll(/\b\d-[가-하]/g, '').match(/[가-힣][가-힣\s]*/g) ?? [];
  const words = card.split(/[·,()\n:]/).map((it) => it.trim());
  const known = words.filter((it) => HANGUL.test(it) && said.some((inEnglish) => inEnglish(it) !== it));
  return [...parts, ...known];
}

/** Every word that a record holds, the longest first. */
async function wordsOf({ db }: Office): Promise<string[]> {
  const TABLES = [
    'expense',
    'visit',
    'visit_notice',
    'council_member',
    'council_contact',
    'briefing',
    'followup',
    'followup_note',
    'pledge',
    'pledge_list',
    'history',
    'person',
  ] as const;
  const found = new Set<string>();
  for (const table of TABLES) {
    const rows = await db
      .selectFrom(table as 'visit')
      .selectAll()
      .execute();
    for (const row of rows)
      for (const value of Object.values(row))
        if (typeof value === 'string' && HANGUL.test(value))
          for (const line of [value, ...value.split('\n')]) if (HANGUL.test(line)) found.add(line.trim());
  }
  return [...found].toSorted((a, b) => b.length - a.length);
}

async function shows(
  me: PersonDriver,
  office: Office,
  { slash, name }: Way,
  { language }: Setting,
): Promise<SeenMessage> {
  const before = me.lastAnswer()?.ts ?? '';
  office.slack.clock.move(2_000);
  await me.type(SLASH[slash][language], `show ${name}`);
  await office.slack.settled();
  const card = me.lastAnswer();
  if (!card || card.ts === before) throw new Error(`${name} was not shown.`);
  return card;
}

test.each(
  SETTINGS.flatMap((setting) =>
    [
      ['member', MEMBER],
      ['manager', MANAGER],
      ['administrator', STEADY],
    ].map(([role = '', id = '']) => ({ ...setting, role, id })),
  ),
)(
  'every card, in each of its states, is short, in the reader’s language, and offers only what they may do ($language, $role)',
  async ({ id, role: _role, ...setting }) => {
    const { office, ways } = await officeOf(setting);
    const me = office.slack.as(id);
    const refusals = refusalsIn(textFor(setting.language));
    expect(refusals.length).toBeGreaterThan(15);
    expect(ways.length).toBeGreaterThan(25);
    const own = setting.language === 'en' ? await wordsOf(office) : [];
    const wrong: string[] = [];
    for (const way of ways) {
      const said = (what: string) => wrong.push(`${way.slash} ${way.name} (${way.status}): ${what}`);
      const card = await shows(me, office, way, setting);
      if (ownButtons(card) > MOST_BUTTONS) said(`${ownButtons(card)} buttons`);
      if (/\d{4}-\d{2}-\d{2}/.test(card.text))
        said(`a date as a file has it: ${card.text.match(/.*\d{4}-\d{2}-\d{2}.*/)?.[0]}`);
      if (setting.language === 'en') for (const it of untranslated(card.text, own, way.slash)) said(`“${it}”`);
      for (const label of card.buttons) {
        const now = await shows(me, office, way, setting);
        if (!now.buttons.includes(label)) continue;
        await me.press(label, { in: now });
        await office.slack.settled();
        const heard = [me.view()?.text, me.view()?.title, me.view() ? '' : me.lastAnswer()?.text].join('\n');
        const refused = refusals.find((it) => heard.includes(it));
        if (refused) said(`‘${label}’ is offered and refused: ${refused}`);
        if (me.view()) await me.close({ all: true });
      }
    }
    expect(wrong).toEqual([]);
  },
  240_000,
);
