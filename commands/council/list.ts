import { findContacts, findContactTexts } from '../../src/council/list/store.ts';
import { filterWords } from '../../src/council/list/words.ts';
import { readQuery } from '../../src/council/query.ts';
import { COUNCIL_PAGE, listMessage, PAGE_SIZE } from '../../src/council/views.ts';
import { nearWords, withNear } from '../../src/korean/near.ts';
import { districtsInHangul } from '../../src/people/districts/names.ts';
import { findDistricts } from '../../src/people/districts/store.ts';
import { findNames, findPeople } from '../../src/people/store.ts';
import { type Heard, pages } from '../../src/slack/command.ts';
import { queryOf } from '../../src/slack/pager.ts';
import type { Message } from '../../src/slack/privately.ts';
import { markedSimilar } from '../../src/slack/similar.ts';
import type { Turn } from '../../src/slack/turn.ts';

/** A page of the contacts that the typed words ask for: period, kind, who logged it, words. */
export async function listContacts(typed: string, offset: number, turn: Turn): Promise<Message> {
  const { db, person, text, today } = turn;
  const query = queryOf(typed);
  const read = readQuery(query, { today, me: person.userId, people: await findPeople(db) });
  const filter = read.words ? { ...read, words: districtsInHangul(read.words, await findDistricts(db)) } : read;
  const found = await findContacts(db, filter, { offset, limit: PAGE_SIZE });
  const near = found.count === 0 && filter.words ? nearWords(filter.words, await findContactTexts(db)) : null;
  if (near && withNear(query, near) !== query)
    return markedSimilar(await listContacts(withNear(query, near), offset, turn), near, text);
  const names = await findNames(db, filter.createdBy ? [filter.createdBy] : []);
  const at = { query, offset, understood: filterWords(filter, names, turn) };
  return listMessage(found, at, turn);
}

export const contactPages: Heard[] = pages(COUNCIL_PAGE, (turn) => listContacts(turn.query, turn.offset, turn));
