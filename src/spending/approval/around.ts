import type { Deps } from '../../base/deps.ts';
import { todayIn } from '../../korean/days.ts';
import { findNames } from '../../people/store.ts';
import type { Text } from '../../text/index.ts';
import { findMissing } from './missing.ts';
import { askedOf } from './rules.ts';
import { findOffice, type Waiting } from './store.ts';
import type { Turn } from './views.ts';
import { type Around, namesIn, peopleOf } from './words.ts';

/** What words about one approval need, with the names of everyone in it. */
export async function findAround(
  { expense, approval }: Waiting,
  text: Text,
  { db, now, config }: Deps,
  more: readonly string[] = [],
): Promise<Around> {
  const names = await findNames(db, [...peopleOf(approval, expense), ...more]);
  return { text, names, timezone: config.timezone, today: todayIn(config.timezone, now()) };
}

/** Who is to decide now, and what it lacks before they are asked. */
export async function findTurn(waiting: Waiting, { db, now, config }: Deps): Promise<Turn> {
  const { people, of } = askedOf(waiting, await findOffice(db, todayIn(config.timezone, now())));
  const names = new Map(people.map(({ userId, name }) => [userId, name]));
  const isHeld = waiting.expense.approval === 'waiting' && waiting.approval.outAt === null;
  const lacking = isHeld ? await findMissing(db, waiting.expense) : [];
  return { names: namesIn({ names }, [...names.keys()]), of, lacking };
}
