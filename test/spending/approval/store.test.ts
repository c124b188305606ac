import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atOnce, type Database } from '../../../src/base/db/database.ts';
import { putPerson } from '../../../src/people/store.ts';
import { noRules } from '../../../src/spending/approval/setting/rules.ts';
import { putRules } from '../../../src/spending/approval/setting/store.ts';
import { askApproval, decideApproval, endApproval } from '../../../src/spending/approval/step/store.ts';
import { findApproval } from '../../../src/spending/approval/store.ts';
import { putBudgets } from '../../../src/spending/budget/store.ts';
import { findExpenses } from '../../../src/spending/expense/list/store.ts';
import { changeExpense, findExpense, insertEntered, voidExpense } from '../../../src/spending/expense/store.ts';
import { findTotals } from '../../../src/spending/ledger/store.ts';
import { newDatabase } from '../../support/database.ts';
import { SPEND } from '../../support/spending.ts';

const AT = new Date('2018-03-30T03:00:00Z');
const TODAY = '2018-03-30';
const ACCOUNTS = ['203-01', '203-03'] as const;
const step = fc.oneof(
  fc.record({
    do: fc.constant('record' as const),
    amount: fc.integer({ min: -50, max: 900 }),
    account: fc.constantFrom(...ACCOUNTS),
  }),
  fc.record({
    do: fc.constant('edit' as const),
    nth: fc.nat(5),
    amount: fc.integer({ min: 1, max: 900 }),
    account: fc.constantFrom(...ACCOUNTS),
  }),
  fc.record({ do: fc.constant('void' as const), nth: fc.nat(5), manager: fc.boolean() }),
  fc.record({
    do: fc.constantFrom('approved' as const, 'changes' as const, 'refused' as const),
    nth: fc.nat(5),
    who: fc.constantFrom('U2', 'U3', 'U4'),
    stale: fc.boolean(),
  }),
);

type Step = typeof step extends fc.Arbitrary<infer It> ? It : never;

test('whatever is recorded, edited, voided and decided, the totals are the sum of what counts', async () => {
  const db = await openOffice();
  let records = 0;
  const run = async (steps: readonly Step[]) => {
    const first = records + 1;
    for (const it of steps) {
      if (it.do === 'record') {
        records++;
        const spend = { ...SPEND, amount: (it.amount || 1) * 1_000, account: it.account, place: `곳${records}` };
        const entry = { ...BY, formKey: `form-key-${records}`, receipts: [], heldRowId: null };
        await atOnce(db, async (db) => {
          const entered = await insertEntered(db, spend, entry);
          if ('expense' in entered) await askApproval(db, entered.expense, null, BY);
        });
      } else if (records >= first) {
        await act(db, first + (it.nth % (records - first + 1)), it);
      }
    }
    await expectTotals(db);
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), run), {
    numRuns: 40,
    endOnFailure: true, // the register goes on from one run to the next
  });
  await db.destroy();
});

const ALL_YEARS = { months: { from: 1, to: 9999 * 12 } };
const BY = { actor: 'U1', at: AT, today: TODAY };

async function openOffice(): Promise<Database> {
  const db = await newDatabase();
  const people = { U1: 'member', U2: 'manager', U3: 'manager', U4: 'administrator' } as const;
  for (const [userId, role] of Object.entries(people)) {
    await putPerson(db, { userId, name: `이름${userId}`, role, language: null }, BY);
  }
  await putBudgets(db, [{ year: 2018, account: '203-01', won: 9_000_000 }], { ...BY, origin: 'person' });
  const rules = {
    ...noRules(),
    '203-01': { mode: 'above' as const, above: 500_000, second: 700_000 },
    '203-03': { mode: 'always' as const, above: null, second: null },
  };
  await putRules(db, rules, { ...BY, seen: 0 });
  return db;
}

async function act(db: Database, id: number, it: Exclude<Step, { do: 'record' }>): Promise<void> {
  const expense = await findExpense(db, id);
  if (it.do === 'edit') {
    const spend = { ...SPEND, amount: it.amount * 1_000, account: it.account };
    await atOnce(db, async (db) => {
      const changed = await changeExpense(db, { id, version: expense?.version ?? 0 }, spend, { ...BY, receipts: [] });
      if (changed && !('refusal' in changed)) await askApproval(db, changed.record, changed.before, BY);
    });
  } else if (it.do === 'void') {
    await atOnce(db, async (db) => {
      const voided = await voidExpense(db, id, { ...BY, reason: '중복', mayVoidApproved: it.manager });
      if (voided && 'record' in voided && !voided.again) await endApproval(db, voided.record, BY);
    });
  } else {
    const version = ((await findApproval(db, id))?.version ?? 1) - (it.stale ? 1 : 0);
    const decision = { decision: it.do, words: '이유', over: true };
    await decideApproval(db, { id, version }, decision, { ...BY, actor: it.who });
  }
}

async function expectTotals(db: Database): Promise<void> {
  const rows = await db.selectFrom('expense').selectAll().execute();
  const counted = rows.filter((row) => row.voided_at === null && row.approval !== 'refused');
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  for (const account of ACCOUNTS) {
    const own = counted.filter((row) => row.account === account);
    const totals = (await findTotals(db)).filter((total) => total.account === account);
    expect(sum(totals.map(({ count }) => count))).toBe(own.length);
    expect(sum(totals.map(({ spent }) => spent))).toBe(sum(own.map(({ amount }) => amount)));
  }
  const listed = {
    count: rows.length,
    voided: rows.filter((row) => row.voided_at !== null).length,
    refused: rows.filter((row) => row.voided_at === null && row.approval === 'refused').length,
    won: sum(counted.map(({ amount }) => amount)),
  };
  // Of all it is kept, of some it is added up.
  expect(await findExpenses(db, {}, { offset: 0, limit: 1 })).toMatchObject(listed);
  expect(await findExpenses(db, ALL_YEARS, { offset: 0, limit: 1 })).toMatchObject(listed);
}
