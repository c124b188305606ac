import { expect, test } from 'vitest';
import { openExpenses } from '../../src/spending/expense/files.ts';
import { takeIn } from '../../src/spending/imported/intake.ts';
import { type Card, officeOfOthers, READERS, wrongIn } from '../support/cards.ts';
import { MANAGER, NOW, type Office, OTHER_MEMBER } from '../support/office.ts';

const AT = NOW.toISOString();

/** Two proposals, one of them a step back. */
async function propose({ db }: Office): Promise<void> {
  for (const [id, status] of [
    [1, '정상추진'],
    [2, '보류'],
  ] as const) {
    await db.updateTable('pledge').set({ status: '완료', progress: 100 }).where('id', '=', id).execute();
    const proposal = { pledge_id: id, status, progress: 40, source: '문서 1호', note: '늦어짐', files: '[]' };
    const by = { form_key: `proposed-${id}`, proposed_by: OTHER_MEMBER, proposed_at: AT, state: 'open' };
    await db
      .insertInto('pledge_proposal')
      .values({ ...proposal, ...by, decided_by: null, decided_at: null, reason: null })
      .execute();
  }
}

/** A spend with a receipt that is awaited, one that was refused and one that was taken off. */
async function withReceipts({ db }: Office): Promise<string> {
  const { id } = await db
    .selectFrom('expense')
    .select('id')
    .where('voided_at', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  const none = {
    try_at: null,
    stored_as: null,
    claimed_by: null,
    sha256: null,
    bytes: null,
    type: null,
    refusal: null,
  };
  const by = { expense_id: id, added_by: OTHER_MEMBER, added_at: AT };
  await db
    .insertInto('receipt')
    .values([
      { ...none, ...by, slack_file_id: 'F1', name: '영수증.jpg', state: 'wanted', try_at: '2099-01-01T00:00:00.000Z' },
      { ...none, ...by, slack_file_id: 'F2', name: '스캔.pdf', state: 'refused', refusal: 'locked' },
      { ...none, ...by, slack_file_id: 'F3', name: '뺀 것.jpg', state: 'removed' },
    ])
    .execute();
  return `E${id}`;
}

/** Rows that no total holds. */
async function hold({ db }: Office): Promise<void> {
  const lines = [
    '집행일시,집행장소,집행목적,대상인원,결제방법,집행금액',
    '2018. 3. 6. 12:00,다온,자문 간담회,3명,카드,약 6만원쯤',
    '3.9,다온,자문 간담회,3명,카드,"50,000"',
  ];
  const file = await openExpenses(new TextEncoder().encode(lines.join('\n')), '확인.csv', { today: '2018-03-30' });
  if ('refusal' in file) throw new Error(file.refusal);
  await takeIn(db, file, { fileName: '확인.csv', actor: MANAGER, at: NOW });
}

/** What stands in lists and parts, each with buttons of its own. */
async function everyList(office: Office): Promise<Card[]> {
  await propose(office);
  await hold(office);
  const spend = await withReceipts(office);
  return [
    { status: 'proposals', slash: 'pledge', typed: 'proposals', rows: true },
    { status: 'with a proposal', slash: 'pledge', typed: 'show P1', rows: true },
    { status: 'a proposed step back', slash: 'pledge', typed: 'show P2', rows: true },
    { status: 'held rows', slash: 'expense', typed: 'problems', rows: true },
    { status: 'receipts', slash: 'expense', typed: `receipt ${spend}` },
    { status: 'with receipts', slash: 'expense', typed: `show ${spend}` },
    {
      // Documents take long, and are open to everybody.
      ...{ status: 'a report', slash: 'biseo', typed: 'report 2016' },
      unpressed: ({ report: { buttons } }) => [buttons.export, buttons.preview],
    },
    {
      ...{
        status: 'a report’s check',
        slash: 'biseo',
        typed: 'report 2016',
        through: ({ report }) => report.buttons.check,
      },
      unpressed: ({ report }) => [report.buttons.back],
    },
    {
      ...{ status: 'a report’s figures', slash: 'biseo', typed: 'report 2016', rows: true },
      through: ({ report }) => report.buttons.figures,
      unpressed: () => 'all',
    },
    { status: 'a report that nobody began', slash: 'biseo', typed: 'report 2018', unpressed: () => 'all' },
  ];
}

test.each(READERS)(
  'proposals, held rows, receipts and a report’s parts are short, in the reader’s language, and offer only what they may do ($language, $role)',
  async ({ id, role: _role, ...setting }) => {
    const office = await officeOfOthers(setting);
    const cards = await everyList(office);

    expect(await wrongIn(office, id, cards, setting)).toEqual([]);
  },
  240_000,
);
