import type { Database } from '../../base/db/database.ts';
import type { Standing } from './rules.ts';

type Recorded = Pick<Standing, 'budgeted' | 'members' | 'pledges' | 'expenses'>;

/** Of what there is anything at all; budgets of that year. */
export async function findRecorded(db: Database, year: number): Promise<Recorded> {
  const [budget, member, pledge, expense] = await Promise.all([
    db.selectFrom('budget').select('year').where('year', '=', year).limit(1).executeTakeFirst(),
    db.selectFrom('council_member').select('id').limit(1).executeTakeFirst(),
    db.selectFrom('pledge').select('id').limit(1).executeTakeFirst(),
    db.selectFrom('expense').select('id').limit(1).executeTakeFirst(),
  ]);
  return { budgeted: !!budget, members: !!member, pledges: !!pledge, expenses: !!expense };
}
