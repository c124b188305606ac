import type { Selectable } from 'kysely';
import type { Database } from '../../../base/db/database.ts';
import type { Schema } from '../../../base/db/schema.ts';
import { insertHistory } from '../../../people/history/store.ts';
import { isMode } from '../../../vocabulary/approval.ts';
import { ACCOUNTS, type Account } from '../../../vocabulary/expense.ts';
import { besideOthers, isSameRule, noRules, OFF, type Rule, type Rules } from './rules.ts';

/** The rules in force, with the number of the last change: what a form says is saved only if nobody else changed them since. */
export type Settings = { rules: Rules; changes: number };
export type RuleChange = { account: Account; rule: Rule; by: string };
type Row = Selectable<Schema['approval_rule']>;

const rowsOf = (db: Database): Promise<Row[]> => db.selectFrom('approval_rule').selectAll().orderBy('id').execute();

export async function findSettings(db: Database): Promise<Settings> {
  return settingsOf(await rowsOf(db));
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

/**
 * Saves what a form says that was opened on `since` and shown last on `seen`, beside what others set meanwhile. Whoever was overtaken
 * since they looked is told by whom, and nothing is saved.
 */
export async function putRules(
  db: Database,
  typed: Rules,
  { seen, since = seen, ...by }: { actor: string; at: Date; seen: number; since?: number | undefined },
): Promise<{ overtakenBy?: RuleChange[]; settings: Settings }> {
  return db.transaction().execute(async (db) => {
    const rows = await rowsOf(db);
    const before = settingsOf(rows);
    const first = settingsOf(rows.filter(({ id }) => id <= since)).rules;
    const rules = besideOthers(typed, first, before.rules);
    const changed = ACCOUNTS.filter((account) => !isSameRule(before.rules[account], rules[account]));
    if (changed.length === 0) return { settings: before };
    if (before.changes !== seen) return { settings: before, overtakenBy: changesSince(rows, seen) };
    for (const account of changed) {
      const { mode, above, second } = rules[account];
      const row = { account, mode, above, second, set_by: by.actor, set_at: by.at.toISOString() };
      await db.insertInto('approval_rule').values(row).execute();
      const change = { ...by, noun: 'approval_rule', record: account, action: 'changed' };
      await insertHistory(db, { ...change, before: before.rules[account], after: rules[account] });
    }
    return { settings: await findSettings(db) };
  });
}

function settingsOf(rows: readonly Row[]): Settings {
  const rules = noRules();
  for (const account of ACCOUNTS) rules[account] = toRule(rows.findLast((row) => row.account === account));
  return { rules, changes: rows.at(-1)?.id ?? 0 };
}

const changesSince = (rows: readonly Row[], seen: number): RuleChange[] =>
  ACCOUNTS.flatMap((account) => {
    const row = rows.findLast((it) => it.account === account && it.id > seen);
    return row ? [{ account, rule: toRule(row), by: row.set_by }] : [];
  });

function toRule(row: { mode: string; above: number | null; second: number | null } | undefined): Rule {
  return row && isMode(row.mode) ? { mode: row.mode, above: row.above, second: row.second } : OFF;
}
