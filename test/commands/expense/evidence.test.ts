import { expect, test } from 'vitest';
import { findLackingEvidence, findOpenFindings } from '../../../src/spending/check/store.ts';
import { textFor } from '../../../src/text/index.ts';
import { png } from '../../spending/receipt/given.ts';
import { MEMBER, NOW, type Office, SETTINGS, startOffice } from '../../support/office.ts';
import { recordOne } from '../../support/spending.ts';

/** A dinner at eleven at night, paid by card: it lacks a receipt, and wants a reason. */
const DINNER = { spent_on: '2018-03-29', spent_time: '23:10', activity: '6-마', account: '203-01' };

const lacking = ({ db }: Office) => findLackingEvidence(db, { recordedUntil: new Date('2030-01-01') });

test.each(SETTINGS)(
  'one form takes every kind of evidence, files too, and the card then shows the receipt ($connection, $language)',
  async (setting) => {
    const office = await startOffice({ ...setting, now: NOW });
    const { slack, db } = office;
    const text = textFor(setting.language);
    const me = slack.as(MEMBER);
    await recordOne(me, DINNER);
    const told = await me.reads(text.check.lacking);
    expect(await lacking(office)).toHaveLength(1);

    await me.press('expense_evidence_open', { in: told });
    const form = await me.seesView(text.check.form.title);
    expect(Object.keys(form.fields)).toContain('receipt');
    expect(await me.submit()).toMatchObject({ errors: { reason: text.check.form.empty } });
    await me.submit({ reason: '외국 대표단 공식 만찬', receipt: { name: '영수증.png', bytes: png() } });

    const card = await me.reads((it) => it.text.includes(text.check.form.saved('E1')));
    expect(card.text).toContain(`${text.expense.fields.receipts}: 영수증.png`);
    expect(card.text).toContain('외국 대표단 공식 만찬');
    expect(card.buttons).toContain(text.receipt.show);
    await slack.settled();
    expect(await lacking(office)).toEqual([]);
    const [kept] = await db.selectFrom('receipt').selectAll().execute();
    expect(kept).toMatchObject({ expense_id: 1, state: 'stored', added_by: MEMBER });
  },
);

test('where only the receipt is missing the same form asks for it, and pressed twice it keeps one', async () => {
  const office = await startOffice();
  const { slack, db } = office;
  const text = textFor('ko');
  const me = slack.as(MEMBER);
  await recordOne(me);
  await db.updateTable('finding').set({ state: 'accepted' }).where('rule', '!=', 'E17').execute();
  await me.press('expense_evidence_open', { in: await me.reads(text.check.lacking) });
  expect(Object.keys((await me.seesView(text.check.form.title)).fields)).toEqual(['receipt']);
  await me.submit({ receipt: { name: '영수증.png', bytes: png() } });
  expect(await slack.redeliverLast()).toMatchObject({ ok: true });
  await me.reads((it) => it.text.includes(text.check.form.all) && it.text.includes('영수증.png'));
  await slack.settled();
  expect(await findOpenFindings(db, [1])).not.toContainEqual(expect.objectContaining({ rule: 'E17' }));
  expect(await db.selectFrom('receipt').selectAll().execute()).toHaveLength(1);
});
