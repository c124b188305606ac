import { webApi } from '@slack/bolt';
import type { KyselyPlugin } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import type { Deps } from '../../../src/base/deps.ts';
import { createLog } from '../../../src/base/log.ts';
import { putPerson } from '../../../src/people/store.ts';
import { keepApprovals } from '../../../src/spending/approval/jobs.ts';
import { noRules } from '../../../src/spending/approval/setting/rules.ts';
import { putRules } from '../../../src/spending/approval/setting/store.ts';
import { askApproval } from '../../../src/spending/approval/step/store.ts';
import { findAllWaiting } from '../../../src/spending/approval/store.ts';
import type { Spend } from '../../../src/spending/expense/rules.ts';
import { insertEntered } from '../../../src/spending/expense/store.ts';
import { newDatabase } from '../../support/database.ts';

const FRIDAY = new Date('2018-03-30T03:00:00Z');
const WEDNESDAY = new Date('2018-04-04T03:00:00Z');
const BY = { actor: 'U1', at: FRIDAY, today: '2018-03-30' };
const SPEND: Spend = {
  year: 2018,
  month: 3,
  spentOn: '2018-03-29',
  spentTime: null,
  amount: 85_000,
  account: '203-03',
  activity: '4-나',
  category: '간담회 등',
  place: '미진',
  address: null,
  purpose: '조례 개정 간담회',
  headcount: 4,
  attendees: null,
  payment: 'card',
  spender: null,
  department: null,
};

/** An office with so many requests that are out, and as many that lack evidence; the queries of its jobs are counted. */
async function officeWith(requests: number) {
  const db = await newDatabase();
  onTestFinished(() => db.destroy());
  for (const userId of ['U1', 'U2', 'U3'])
    await putPerson(db, { userId, name: userId, role: 'manager', language: null }, BY);
  await putRules(db, { ...noRules(), '203-03': { mode: 'always', above: null, second: null } }, { ...BY, seen: 0 });
  for (let n = 0; n < 2 * requests; n++) {
    const entry = {
      ...BY,
      formKey: `form-${n}`,
      receipts: [],
      heldRowId: null,
    };
    const entered = await insertEntered(db, { ...SPEND, place: `곳 ${n}` }, entry);
    if (!('expense' in entered)) throw new Error(entered.refusal);
    const lacks = {
      expense_id: entered.expense.id,
      rule: 'E16',
      severity: 'require',
      state: 'open',
      asks: '',
      figures: '{}',
    };
    if (n % 2 === 1)
      await db
        .insertInto('finding')
        .values({ ...lacks, found_at: FRIDAY.toISOString() })
        .execute();
    await askApproval(db, entered.expense, null, BY);
  }
  let asked = 0;
  const counting: KyselyPlugin = {
    transformQuery({ node }) {
      asked++;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const deps = {
    db: db.withPlugin(counting),
    log: createLog('error'),
    config: { timezone: 'Asia/Seoul' },
  };
  const client = new webApi.WebClient();
  return async (now: Date) => {
    asked = 0;
    await keepApprovals({ ...deps, now: () => now } as Deps, client);
    const waiting = await findAllWaiting(db);
    return {
      asked,
      out: waiting.filter(({ approval }) => approval.outAt !== null).length,
      all: waiting.length,
    };
  };
}

test('a tick asks the register no more where many requests wait than where one does', async () => {
  const [one, many] = [await officeWith(1), await officeWith(12)];
  for (const at of [FRIDAY, WEDNESDAY]) {
    // What there was to do at that moment is done.
    await one(at);
    await many(at);

    const [few, all] = [await one(at), await many(at)];

    expect([few, all]).toMatchObject([
      { out: 1, all: 2 },
      { out: 12, all: 24 },
    ]);
    expect(all.asked).toBe(few.asked);
  }
});
