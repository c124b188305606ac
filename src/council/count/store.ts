import type { Database } from '../../base/db/database.ts';
import { insertHistory } from '../../people/history/store.ts';
import {
  type ContactKind,
  type Heading,
  isContactKind,
  isHeading,
  isTally,
  TALLIES,
  type Tally,
} from '../../vocabulary/council.ts';
import { type CountRules, USUAL_RULES } from '../kinds.ts';

/** What each kind of contact counts towards: as the office decided, else as the 2016 report did. */
export async function findCountRules(db: Database): Promise<CountRules> {
  const rules: CountRules = { text: { ...USUAL_RULES.text }, annex: { ...USUAL_RULES.annex } };
  for (const { tally, kind, heading } of await db.selectFrom('council_count_rule').selectAll().execute()) {
    if (isTally(tally) && isContactKind(kind)) rules[tally][kind] = isHeading(heading) ? heading : null;
  }
  return rules;
}

export async function putCountRule(
  db: Database,
  kind: ContactKind,
  headings: Record<Tally, Heading | null>,
  by: { actor: string; at: Date },
): Promise<void> {
  await db.transaction().execute(async (db) => {
    const before = await findCountRules(db);
    for (const tally of TALLIES) {
      const heading = headings[tally] ?? '';
      await db
        .insertInto('council_count_rule')
        .values({ tally, kind, heading })
        .onConflict((conflict) => conflict.columns(['tally', 'kind']).doUpdateSet({ heading }))
        .execute();
    }
    const was = { text: before.text[kind], annex: before.annex[kind] };
    await insertHistory(db, {
      ...by,
      noun: 'council_count',
      record: kind,
      action: 'changed',
      before: was,
      after: headings,
    });
  });
}
