import { nearWords, withNear } from '../../src/korean/near.ts';
import { findDistricts } from '../../src/people/districts/store.ts';
import { findNames, findPeople } from '../../src/people/store.ts';
import { type Heard, pages } from '../../src/slack/command.ts';
import { queryOf } from '../../src/slack/pager.ts';
import type { Message } from '../../src/slack/privately.ts';
import { markedSimilar } from '../../src/slack/similar.ts';
import type { Turn } from '../../src/slack/turn.ts';
import { findExpenses, findTexts } from '../../src/spending/expense/list/store.ts';
import { readQuery, yearsIn } from '../../src/spending/expense/query.ts';
import { EXPENSE_PAGE, listMessage, PAGE_SIZE } from '../../src/spending/expense/views.ts';
import { filterWords } from '../../src/spending/expense/words.ts';
import { findHeldTotal } from '../../src/spending/ledger/store.ts';

/** A page of the records that the typed words ask for: period, account, person, words. */
export async function listExpenses(typed: string, offset: number, turn: Turn): Promise<Message> {
  const { db, person, text, today } = turn;
  const query = queryOf(typed);
  const filter = readQuery(query, {
    today,
    me: person.userId,
    people: await findPeople(db),
    districts: await findDistricts(db),
  });
  const found = await findExpenses(db, filter, { offset, limit: PAGE_SIZE });
  const near = found.count === 0 && filter.words ? nearWords(filter.words, await findTexts(db)) : null;
  if (near && withNear(query, near) !== query)
    return markedSimilar(await listExpenses(withNear(query, near), offset, turn), near, text);
  const held = await findHeldTotal(db, yearsIn(filter));
  const names = await findNames(db, filter.createdBy ? [filter.createdBy] : []);
  const understood = filterWords(filter, names, text);
  return listMessage(found, { query, offset, understood }, held, turn);
}

export const expensePages: Heard[] = pages(EXPENSE_PAGE, (turn) => listExpenses(turn.query, turn.offset, turn));
