import type { Database } from '../../base/db/database.ts';
import { nearWords, withNear } from '../../korean/near.ts';
import { parseWon } from '../../korean/won.ts';
import { isManager } from '../../people/rules.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Person } from '../../vocabulary/person.ts';
import { readLine } from '../expense/line.ts';
import { findTexts } from '../expense/list/store.ts';
import { parseExpenseName } from '../expense/rules.ts';
import { byLikelihood, isLikely } from './rules.ts';
import { type Candidate, findLacking, searchSpends } from './spend/store.ts';
import { MOST_OFFERED } from './views.ts';

/** How far back a receipt is looked for unasked; whatever is older is found by typing. */
const NEWEST = 60;
const MOST_FOUND = 50;

type Asker = { db: Database; person: Person; today: Day };

/**
 * The person's spends without a receipt, those first that fit what was written with the files. `sure` is the first of them, if amount or
 * day says so; `amount` is what the line says.
 */
export async function likelySpends(
  line: string,
  { db, person, today }: Asker,
): Promise<{ spends: Candidate[]; sure: Candidate | null; amount: number | null }> {
  const said = { ...readLine(line, { today }), line };
  const named = await namedSpend(line, { db, person, today });
  const likely = byLikelihood(await findLacking(db, person, NEWEST), said).filter(({ id }) => id !== named?.id);
  const spends = [...(named ? [named] : []), ...likely].slice(0, MOST_OFFERED);
  const [first] = spends;
  return { spends, sure: named ?? (first && isLikely(first, said) ? first : null), amount: said.amount };
}

/** `E3604` in a line: that spend, where this person may attach to it. */
async function namedSpend(line: string, asker: Asker): Promise<Candidate | null> {
  const id = parseExpenseName(/(?<![\p{L}\d])e\d{1,15}(?![\p{Script=Latin}\d])/iu.exec(line)?.[0] ?? '');
  if (id === null) return null;
  const found = await matchingSpends(`E${id}`, asker);
  return found.find((spend) => spend.id === id) ?? null;
}

/** What a person may attach to that fits what they type: their own spends, a manager everyone's. */
export async function matchingSpends(typed: string, { db, person }: Asker): Promise<Candidate[]> {
  const won = parseWon(typed);
  const wanted = { id: parseExpenseName(typed), won: 'won' in won ? won.won : null, words: typed };
  const whose = isManager(person) ? null : person;
  const found = await searchSpends(db, whose, wanted, MOST_FOUND);
  if (found.length > 0 || /\d/.test(typed)) return found;
  const near = nearWords(typed.split(' ').filter(Boolean), await findTexts(db));
  return near ? searchSpends(db, whose, { ...wanted, words: withNear(typed, near) }, MOST_FOUND) : found;
}
