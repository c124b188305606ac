import type { Deps } from '../../src/base/deps.ts';
import { todayIn } from '../../src/korean/days.ts';
import { parseWon } from '../../src/korean/won.ts';
import { isManager } from '../../src/people/rules.ts';
import { readLine } from '../../src/spending/expense/line.ts';
import { parseExpenseName } from '../../src/spending/expense/rules.ts';
import { byLikelihood, isLikely } from '../../src/spending/receipt/rules.ts';
import { type Candidate, findLacking, searchSpends } from '../../src/spending/receipt/spend/store.ts';
import { MOST_OFFERED } from '../../src/spending/receipt/views.ts';
import type { Person } from '../../src/vocabulary/person.ts';

/** How far back a receipt is looked for unasked; whatever is older is found by typing. */
const NEWEST = 60;

/**
 * The person's spends without a receipt, those first that fit what was written with the files. `sure` is the first of them, if amount or
 * day says so; `amount` is what the line says.
 */
export async function likelySpends(
  line: string,
  person: Person,
  deps: Deps,
): Promise<{ spends: Candidate[]; sure: Candidate | null; amount: number | null }> {
  const said = { ...readLine(line, { today: todayIn(deps.config.timezone, deps.now()) }), line };
  const spends = byLikelihood(await findLacking(deps.db, person, NEWEST), said).slice(0, MOST_OFFERED);
  const [first] = spends;
  return { spends, sure: first && isLikely(first, said) ? first : null, amount: said.amount };
}

/** What a person may attach to that fits what they type: their own spends, a manager everyone's. */
export async function matchingSpends(typed: string, person: Person, deps: Deps): Promise<Candidate[]> {
  const won = parseWon(typed);
  const wanted = { id: parseExpenseName(typed), won: 'won' in won ? won.won : null, words: typed };
  return searchSpends(deps.db, isManager(person) ? null : person, wanted, MOST_FOUND);
}

const MOST_FOUND = 50;
