import { z } from 'zod';
import type { Database } from '../../../base/db/database.ts';
import { insertHistory } from '../../../people/history/store.ts';
import { findOfficeSettings, putOfficeSetting } from '../../../people/settings/store.ts';
import { isLimitName } from '../../../vocabulary/check.ts';
import { putDueFrom } from '../due/store.ts';
import type { Limit } from './known.ts';
import type { OfficeRules } from './office.ts';
import type { LimitChange } from './views.ts';

type By = { actor: string; at: Date; reason: string };

/** What the office set; the rest is known (`KNOWN_LIMITS`). */
export async function findLimits(db: Database): Promise<Limit[]> {
  return limitsIn(await db.selectFrom('spending_limit').selectAll().orderBy('from_day').execute());
}

export const limitsIn = (rows: readonly { name: string; from_day: string; value: number }[]): Limit[] =>
  rows.flatMap(({ name, from_day, value }) => (isLimitName(name) ? [{ name, from: from_day, value }] : []));

/** Which rules a manager turned on or off. */
export async function findDecidedRules(db: Database): Promise<Map<string, boolean>> {
  return decidedIn(await db.selectFrom('spending_rule').selectAll().execute());
}

export const decidedIn = (rows: readonly { rule: string; is_on: number }[]): Map<string, boolean> =>
  new Map(rows.map(({ rule, is_on }) => [rule, is_on === 1]));

/** Sets a limit from a day on; the spends since then will be judged again. Setting it to what it is leaves no trace. */
export async function putLimit(db: Database, limit: Limit, before: number | null, by: By): Promise<void> {
  await db.transaction().execute(async (db) => {
    const { name, from, value } = limit;
    const known = (await findLimits(db)).find((it) => it.name === name && it.from === from);
    if (known?.value === value) return;
    await db
      .insertInto('spending_limit')
      .values({ name, from_day: from, value })
      .onConflict((conflict) => conflict.columns(['name', 'from_day']).doUpdateSet({ value }))
      .execute();
    await putDueFrom(db, from);
    const change = { ...by, noun: 'spending_limit', record: name, action: 'set' };
    await insertHistory(db, {
      ...change,
      before: { [name]: known?.value ?? before },
      after: { [name]: value, from },
    });
  });
}

/** Turns rules on and off; everything will be judged again. */
export async function putRules(db: Database, decided: ReadonlyMap<string, boolean>, by: By): Promise<void> {
  await db.transaction().execute(async (db) => {
    const known = await findDecidedRules(db);
    const changed = [...decided].filter(([rule, on]) => known.get(rule) !== on);
    if (changed.length === 0) return;
    for (const [rule, on] of changed) {
      const is_on = on ? 1 : 0;
      await db
        .insertInto('spending_rule')
        .values({ rule, is_on })
        .onConflict((conflict) => conflict.column('rule').doUpdateSet({ is_on }))
        .execute();
      const change = { ...by, noun: 'spending_rule', record: rule, action: on ? 'turned_on' : 'turned_off' };
      await insertHistory(db, { ...change, before: { on: known.get(rule) ?? null }, after: { on } });
    }
    await putDueFrom(db, null);
  });
}

/** Keeps what changed of the office's own lists; everything will be judged again. False where nothing did. */
export async function putOfficeRules(db: Database, office: OfficeRules, by: By): Promise<boolean> {
  const known = await findOfficeSettings(db);
  const names = (Object.keys(office) as (keyof OfficeRules)[]).filter(
    (name) => JSON.stringify(office[name]) !== JSON.stringify(known[name]),
  );
  for (const name of names) await putOfficeSetting(db, name, office[name], by);
  if (names.length > 0) await putDueFrom(db, null);
  return names.length > 0;
}

const SetLimit = z.object({ from: z.string() }).catchall(z.unknown());
const Turned = z.object({ on: z.boolean() });

/** Who changed limits and rules last, and why; the newest first. */
export async function findLimitChanges(db: Database, limit: number): Promise<LimitChange[]> {
  const rows = await db
    .selectFrom('history')
    .selectAll()
    .where('noun', 'in', ['spending_limit', 'spending_rule'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ actor, at, reason, noun, record, after }) => {
    const json: unknown = JSON.parse(after ?? '{}');
    const said = { actor, at: new Date(at), reason };
    if (noun === 'spending_rule') return { ...said, what: { rule: record, on: Turned.parse(json).on } };
    const { from, [record]: value } = SetLimit.parse(json);
    return { ...said, what: { name: record, value: Number(value), from } };
  });
}
