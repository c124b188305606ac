import { findContacts } from '../../src/council/list/store.ts';
import { readQuery } from '../../src/council/query.ts';
import { COUNCIL_PAGE, listMessage, PAGE_SIZE } from '../../src/council/views.ts';
import { findPeople } from '../../src/people/store.ts';
import { type Heard, pages } from '../../src/slack/command.ts';
import { queryOf } from '../../src/slack/pager.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Turn } from '../../src/slack/turn.ts';

/** A page of the contacts that the typed words ask for: period, kind, who logged it, words. */
export async function listContacts(typed: string, offset: number, turn: Turn): Promise<Message> {
  const { db, person, today } = turn;
  const query = queryOf(typed);
  const filter = readQuery(query, { today, me: person.userId, people: await findPeople(db) });
  return listMessage(await findContacts(db, filter, { offset, limit: PAGE_SIZE }), { query, offset }, turn);
}

export const contactPages: Heard[] = pages(COUNCIL_PAGE, (turn) => listContacts(turn.query, turn.offset, turn));
