import { nearWords, withNear } from '../../src/korean/near.ts';
import { districtsInHangul } from '../../src/people/districts/names.ts';
import { findDistricts } from '../../src/people/districts/store.ts';
import { findNames, findPeople } from '../../src/people/store.ts';
import { whoseAmong } from '../../src/people/whose.ts';
import { showPledge, showState } from '../../src/pledge/compose.ts';
import { typesOf } from '../../src/pledge/list/rules.ts';
import { findLists } from '../../src/pledge/list/store.ts';
import { readQuery } from '../../src/pledge/query.ts';
import { type Pledge, parseShortName } from '../../src/pledge/rules.ts';
import { findPledgePage, findTexts } from '../../src/pledge/search/store.ts';
import { findPledge } from '../../src/pledge/store.ts';
import { readTerm, usualTerm } from '../../src/pledge/term.ts';
import { findTerms } from '../../src/pledge/totals/store.ts';
import {
  type Found,
  listMessage,
  PAGE_SIZE,
  PLEDGE_LIST,
  PLEDGE_PAGE,
  PLEDGE_SHOW,
  PLEDGE_STATE,
} from '../../src/pledge/views.ts';
import { section } from '../../src/slack/blocks.ts';
import { type Heard, Id, pages, press, Words } from '../../src/slack/command.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import { markedSimilar } from '../../src/slack/similar.ts';
import type { Turn } from '../../src/slack/turn.ts';

const LONGEST_QUERY = 300;

export const looking: Heard[] = [
  press(PLEDGE_SHOW, Id, (turn) => showPledge(turn.pressed, turn)),
  press(PLEDGE_STATE, Words, (turn) => showState('', turn)),
  press(PLEDGE_LIST, Words, (turn) => listPledges('', 0, turn)),
  ...pages(PLEDGE_PAGE, (turn) => listPledges(turn.query, turn.offset, turn)),
];

const FIRST_PAGE = { offset: 0, limit: PAGE_SIZE };

/** The pledges that the words mean: in the usual term first, else in any. A term may stand among the words. */
async function lookUp(typed: string, { db, today }: Turn): Promise<Found> {
  const said = typed.split(' ').filter(Boolean);
  const stated = said.map(readTerm).find((it) => it !== null) ?? null;
  const rest = said.filter((word) => readTerm(word) === null);
  const words = districtsInHangul(rest, await findDistricts(db)).join(' ');
  if (words === '') return { pledges: [], count: 0 };
  const all = { term: null, conditions: [], words, lists: await findLists(db) };
  const term = stated ?? usualTerm(await findTerms(db), today);
  const found = await findPledgePage(db, { ...all, term }, FIRST_PAGE);
  return found.count > 0 || stated !== null ? found : findPledgePage(db, all, FIRST_PAGE);
}

/** One hit opens, several are listed. */
export async function search(typed: string, turn: Turn): Promise<Message | null> {
  const found = await lookUp(typed, turn);
  const [only] = found.pledges;
  if (!only) return searchNear(typed, turn);
  return found.count === 1 ? showPledge(only.id, turn) : listMessage(found, { query: typed, offset: 0 }, turn.text);
}

/** What the words may have meant; null where they are near nothing. */
async function searchNear(typed: string, turn: Turn): Promise<Message | null> {
  const near = nearWords(typed.split(' ').filter(Boolean), await findTexts(turn.db, null));
  if (!near || withNear(typed, near) === typed) return null;
  const found = await search(withNear(typed, near), turn);
  return found && markedSimilar(found, near, turn.text);
}

export async function showTyped(typed: string, turn: Turn): Promise<Message> {
  if (typed === '') return { text: turn.text.pledge.whichPledge };
  const found = await search(typed, turn);
  if (found) return found;
  // What was voided is in no list, but those who know its number may see it, and bring it back.
  const short = parseShortName(typed);
  const voided = short !== null && (await findPledge(turn.db, short));
  return voided ? showPledge(voided.id, turn) : plainMessage(turn.text.pledge.notFound(typed));
}

/** The one pledge that the words name, for doing something with it; or what to say instead. */
export async function onePledge(typed: string, turn: Turn): Promise<Pledge | Message> {
  const { text } = turn;
  if (typed === '') return { text: text.pledge.whichPledge };
  const found = await lookUp(typed, turn);
  const [only] = found.pledges;
  if (!only) return plainMessage(text.pledge.notFound(typed));
  if (found.count === 1) return only;
  const list = listMessage(found, { query: typed, offset: 0 }, text);
  const choose = text.pledge.several(String(found.count));
  return {
    text: `${choose}\n${list.text}`,
    blocks: [section(choose), ...(list.blocks ?? [])],
  };
}

export const isPledge = (found: Pledge | Message): found is Pledge => 'version' in found;

/** A page of the pledges that meet the typed conditions. */
export async function listPledges(typed: string, offset: number, turn: Turn): Promise<Message> {
  const { db, person, text, today } = turn;
  const asked = [...typed].slice(0, LONGEST_QUERY).join('');
  const lists = await findLists(db);
  const office = {
    me: person.userId,
    people: await findPeople(db),
    types: typesOf(lists),
  };
  const query = readQuery(asked, office);
  const term = query.term ?? usualTerm(await findTerms(db), today);
  const words = districtsInHangul(query.words.split(' '), await findDistricts(db)).join(' ');
  const sought = { term, conditions: query.conditions, words, lists };
  const found = await findPledgePage(db, sought, { offset, limit: PAGE_SIZE });
  const near = found.count === 0 && words !== '' ? nearWords(words.split(' '), await findTexts(db, sought)) : null;
  if (near && withNear(asked, near) !== asked)
    return markedSimilar(await listPledges(withNear(asked, near), offset, turn), near, text);
  const { whose, words: beside } = whoseAmong(asked, office);
  const said = { words: beside.join(' '), whose: await whoseWords(whose, turn) };
  return listMessage(found, { query: asked, offset, said }, text);
}

/** `내가 맡은`, `이준호 님이 맡은`; nothing where no one is asked for. */
async function whoseWords(whose: readonly string[], { db, person, text }: Turn): Promise<string> {
  const { mine, of } = text.pledge.list;
  if (whose.length === 0 || whose.includes(person.userId)) return whose.length === 0 ? '' : mine;
  return of([...(await findNames(db, whose)).values()].join(', '));
}
