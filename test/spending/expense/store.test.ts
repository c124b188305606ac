import { expect, onTestFinished, test } from 'vitest';
import type { Database } from '../../../src/base/db/database.ts';
import { findHistory } from '../../../src/people/history/store.ts';
import { openExpenses } from '../../../src/spending/expense/files.ts';
import { findExpenses, streamExpenses } from '../../../src/spending/expense/list/store.ts';
import type { Spend } from '../../../src/spending/expense/rules.ts';
import { changeExpense, insertEntered, voidExpense } from '../../../src/spending/expense/store.ts';
import { takeIn } from '../../../src/spending/imported/intake.ts';
import { findStatus } from '../../../src/spending/ledger/store.ts';
import { collect } from '../../support/collect.ts';
import { newDatabase } from '../../support/database.ts';
import { NOW } from '../../support/office.ts';
import { SPEND } from '../../support/spending.ts';

const BY = { actor: 'U1', at: NOW, receipts: [] };
async function register(): Promise<Database> {
  const db = await newDatabase();
  onTestFinished(() => db.destroy());
  return db;
}

let forms = 0;
async function enter(db: Database, spend: Partial<Spend> = {}, more: { actor?: string; formKey?: string } = {}) {
  const entry = { ...BY, formKey: `form-${++forms}`, heldRowId: null, ...more };
  const entered = await insertEntered(db, { ...SPEND, ...spend }, entry);
  if ('refusal' in entered) throw new Error(entered.refusal);
  return entered;
}

test('the same form is one record, two equal forms are two', async () => {
  const db = await register();

  const first = await enter(db, {}, { formKey: 'same-form' });
  const again = await enter(db, { amount: 1 }, { formKey: 'same-form' });
  const other = await enter(db);

  expect(again).toEqual({ ...first, again: true });
  expect(other.expense.id).not.toBe(first.expense.id);
  expect((await findStatus(db, 2018)).status).toMatchObject({ spent: 170_000, count: 2 });
});

test('an edit moves a record between years, accounts and categories, and every total with it', async () => {
  const db = await register();
  const { expense } = await enter(db);
  const moved = { ...SPEND, year: 2017, account: '203-01' as const, category: '기타', amount: 90_000 };

  await changeExpense(db, { id: expense.id, version: 1 }, moved, BY);

  expect((await findStatus(db, 2018)).status).toMatchObject({ spent: 0, count: 0, accounts: [], categories: [] });
  expect((await findStatus(db, 2017)).status.accounts).toMatchObject([{ account: '203-01', spent: 90_000 }]);
});

test('a change keeps who, when, before and after; a void keeps the reason', async () => {
  const db = await register();
  const { expense } = await enter(db);
  await changeExpense(db, { id: expense.id, version: 1 }, { ...SPEND, amount: 90_000 }, { ...BY, actor: 'U2' });
  await voidExpense(db, expense.id, { ...BY, reason: '중복' });

  expect(await findHistory(db, 'expense', String(expense.id), 10)).toMatchObject([
    { actor: 'U1', action: 'voided', reason: '중복', changed: [] },
    { actor: 'U2', at: NOW, action: 'changed', changed: [{ field: 'amount', before: 85_000, after: 90_000 }] },
    { actor: 'U1', action: 'recorded' },
  ]);
});

test('an overtaken edit changes nothing; the same edit twice is one', async () => {
  const db = await register();
  const { expense } = await enter(db);
  const mine = { ...SPEND, amount: 70_000 };
  await changeExpense(db, { id: expense.id, version: 1 }, mine, BY);

  expect(await changeExpense(db, { id: expense.id, version: 1 }, mine, BY)).toMatchObject({
    record: { version: 2, amount: 70_000 },
  });
  expect(await changeExpense(db, { id: expense.id, version: 1 }, SPEND, BY)).toMatchObject({
    refusal: 'changed_meanwhile',
  });
  expect(await changeExpense(db, { id: 99, version: 1 }, SPEND, BY)).toBeNull();
  expect(await findHistory(db, 'expense', String(expense.id), 10)).toHaveLength(2);
});

test('a voided record is listed and counted apart, and no export has it', async () => {
  const db = await register();
  const { expense } = await enter(db);
  await enter(db, { amount: 10_000 });
  await voidExpense(db, expense.id, { ...BY, reason: '중복' });
  expect(await voidExpense(db, expense.id, { ...BY, reason: '또' })).toMatchObject({ again: true });

  const page = await findExpenses(db, {}, { offset: 0, limit: 10 });

  expect(page).toMatchObject({ count: 2, voided: 1, won: 10_000 });
  expect(await collect(streamExpenses(db, {}))).toMatchObject([{ amount: 10_000 }]);
});

test('a search takes signs of SQL as letters', async () => {
  const db = await register();
  await enter(db, { purpose: "100%_' or 1=1 --" });
  await enter(db, { purpose: '1000 회' });
  const found = async (...words: string[]) => (await findExpenses(db, { words }, { offset: 0, limit: 10 })).count;

  expect(await found('%')).toBe(1);
  expect(await found('100_')).toBe(0);
  expect(await found("'")).toBe(1);
  expect(await found('\\')).toBe(0);
});

test('what was entered by hand and comes in a file again is one spend, also after an edit', async () => {
  const db = await register();
  const file = async (amount: number) => {
    const lines = [
      '집행일시,집행장소,집행목적,대상인원,결제방법,집행금액,예산과목,직무활동',
      `2018-03-29,미진,조례 개정 간담회,4명,신용카드,${amount},203-03,4-나`,
    ];
    const opened = await openExpenses(new TextEncoder().encode(lines.join('\n')), 'a.csv', { today: '2018-03-30' });
    if ('refusal' in opened) throw new Error(opened.refusal);
    return takeIn(db, opened, { fileName: 'a.csv', actor: 'U1', at: NOW });
  };
  const first = await file(85_000);
  expect(first).toMatchObject({ rows: 1, imported: 1 });
  const { expenses } = await findExpenses(db, {}, { offset: 0, limit: 1 });
  const [expense] = expenses;
  if (!expense) throw new Error('Nothing was imported.');
  await changeExpense(db, { id: expense.id, version: 1 }, { ...expense, amount: 90_000 }, BY);

  expect(await file(85_000)).toMatchObject({ imported: 0, duplicates: 1 });
  expect(await file(90_000)).toMatchObject({ imported: 0, duplicates: 1 });
});

test('the kept totals are what the records add up to, whatever is done at once', async () => {
  const db = await register();
  const entered = await Promise.all(Array.from({ length: 40 }, (_, i) => enter(db, { amount: 1_000 * (i + 1) })));
  await Promise.all(
    entered.map(({ expense }, i) =>
      i % 2 === 0
        ? changeExpense(db, { id: expense.id, version: 1 }, { ...SPEND, account: '203-01', amount: 500 }, BY)
        : voidExpense(db, expense.id, { ...BY, reason: '중복' }),
    ),
  );

  const { won } = await findExpenses(db, { months: { from: 1, to: 9999 * 12 } }, { offset: 0, limit: 1 });
  expect((await findStatus(db, 2018)).status).toMatchObject({ spent: won, count: 20 });
  expect(won).toBe(20 * 500);
});
