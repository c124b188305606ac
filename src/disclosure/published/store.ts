import type { Database } from '../../base/db/database.ts';
import type { Expense } from '../../spending/expense/rules.ts';
import { changesBetween } from '../changes.ts';
import { findDecisionsOf } from '../decision/store.ts';
import { type DisclosurePeriod, monthOf, quarterIn, readPeriod } from '../period.ts';
import { readRows } from '../release/store.ts';
import { findKnown } from '../store.ts';
import { draftDisclosure } from '../table.ts';

/**
 * The published periods whose newest table no longer says what the record says: it was changed, voided, moved to another month, or came
 * after the table was released.
 */
export async function findPublishedOtherwise(db: Database, expense: Expense): Promise<DisclosurePeriod[]> {
  const own = ownPeriods(expense);
  const released = await db
    .selectFrom('disclosure')
    .select(['period', 'rows'])
    .where((eb) =>
      eb(
        'version',
        '=',
        eb
          .selectFrom('disclosure as other')
          .select((it) => it.fn.max('other.version').as('newest'))
          .whereRef('other.period', '=', 'disclosure.period'),
      ),
    )
    .where((eb) =>
      eb.or([
        eb('rows', 'like', `%{"expense":${expense.id},%`),
        ...(own.length > 0
          ? [
              eb(
                'period',
                'in',
                own.map(({ key }) => key),
              ),
            ]
          : []),
      ]),
    )
    .execute();
  if (released.length === 0) return [];
  const counts = !expense.voided && expense.approval !== 'refused';
  const decisions = await findDecisionsOf(db, expense.id);
  const { rows } = draftDisclosure(counts ? [expense] : [], await findKnown(db), decisions);
  return released.flatMap(({ period: key, rows: published }) => {
    const period = readPeriod(key, ANY_DAY);
    if (!period) return [];
    const before = readRows(published).filter((row) => row.expense === expense.id);
    const after = own.some((it) => it.key === key) ? rows : [];
    return changesBetween(before, after).length > 0 ? [period] : [];
  });
}

/** Keys of periods say their year. */
const ANY_DAY = '2000-01-01';

function ownPeriods({ year, month }: Expense): DisclosurePeriod[] {
  if (month === null) return [];
  const period = monthOf(year, month);
  return [period, quarterIn(period)];
}
