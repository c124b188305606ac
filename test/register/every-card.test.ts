import { expect, test } from 'vitest';
import { type Card, officeOfOthers, READERS, wrongIn } from '../support/cards.ts';
import type { Office } from '../support/office.ts';

const AT = '2018-03-30T02:00:00.000Z';

/** An office with a record in each of the states that a record of its noun can be in; nobody who looks has made one of them. */
async function everyState({ db }: Office): Promise<Card[]> {
  const cards: Card[] = [];
  const add = (slash: Card['slash'], letter: string) => (status: string, id: number) =>
    cards.push({ slash, status, typed: `show ${letter}${id}` });

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
  return cards;
}

test.each(READERS)(
  'every card, in each of its states, is short, in the reader’s language, and offers only what they may do ($language, $role)',
  async ({ id, role: _role, ...setting }) => {
    const office = await officeOfOthers(setting);
    const cards = await everyState(office);
    expect(cards.length).toBeGreaterThan(25);

    expect(await wrongIn(office, id, cards, setting)).toEqual([]);
  },
  240_000,
);
