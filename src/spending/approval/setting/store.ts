import type { Database } from '../../../base/db/database.ts';
import { insertHistory } from '../../../people/history/store.ts';
import { isMode } from '../../../vocabulary/approval.ts';
import { ACCOUNTS, type Account } from '../../../vocabulary/expense.ts';
import { isSameRule, noRules, OFF, type Rule, type Rules } from './rules.ts';

/** The rules in force, with the number of the last change: what a form says is saved only if nobody else changed them since. */
export type Settings = { rules: Rules; changes: number; changedBy: string | null };

export async function findSettings(db: Database): Promise<Settings> {
  const rows = await db.selectFrom('approval_rule').selectAll().orderBy('id').execute();
  const rules = noRules();
  for (const account of ACCOUNTS) rules[account] = toRule(rows.findLast((row) => row.account === account));
  return { rules, changes: rows.at(-1)?.id ?? 0, changedBy: rows.at(-1)?.set_by ?? null };
}

/** What held for an account at that moment. */
export async function findRuleAt(db: Database, account: Account, at: string): Promise<Rule> {
  const row = await db
    .selectFrom('approval_rule')
    .selectAll()
    .where('account', '=', account)
    .where('set_at', '<=', at)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return toRule(row);
}

export async function putRules(
  db: Database,
  rules: Rules,
  { seen, ...by }: { actor: string; at: Date; seen: number },
): Promise<{ settings: Settings; overtaken: boolean }> {
  return db.transaction().execute(async (db) => {
    const before = await findSettings(db);
    const changed = ACCOUNTS.filter((account) => !isSameRule(before.rules[account], rules[account]));
    if (changed.length === 0) return { settings: before, overtaken: false };
    if (before.changes !== seen) return { settings: before, overtaken: true };
    for (const account of changed) {
      const { mode, above, second } = rules[account];
      const row = { account, mode, above, second, set_by: by.actor, set_at: by.at.toISOString() };
      await db.insertInto('approval_rule').values(row).execute();
      const change = { ...by, noun: 'approval_rule', record: account, action: 'changed' };
      await insertHistory(db, { ...change, before: before.rules[account], after: rules[account] });
    }
    return { settings: await findSettings(db), overtaken: false };
  });
}

function toRule(row: { mode: string; above: number | null; second: number | null } | undefined): Rule {
  return row && isMode(row.mode) ? { mode: row.mode, above: row.above, second: row.second } : OFF;
}
