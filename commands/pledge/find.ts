import { followupName } from '../../src/followup/rules.ts';
import { findFollowupsOf } from '../../src/followup/store.ts';
import { formatMoment } from '../../src/korean/day-words.ts';
import { findHistory } from '../../src/people/history/store.ts';
import { isManager } from '../../src/people/rules.ts';
import { findNames, findPeople } from '../../src/people/store.ts';
import { pledgeMessage } from '../../src/pledge/card.ts';
import { findEvaluations } from '../../src/pledge/evaluations/store.ts';
import { evaluationLine, roundLine } from '../../src/pledge/evaluations/views.ts';
import { findLinks } from '../../src/pledge/link/store.ts';
import { recordTitle } from '../../src/pledge/link/titles.ts';
import { fieldName, personOf, typesOf } from '../../src/pledge/list/rules.ts';
import { findLists } from '../../src/pledge/list/store.ts';
import { findOpenProposals } from '../../src/pledge/proposal/store.ts';
import { readQuery } from '../../src/pledge/query.ts';
import { compare, resultOf, standing } from '../../src/pledge/reviews/rules.ts';
import { findAnswers, findResults, findRoundBefore } from '../../src/pledge/reviews/store.ts';
import { changeWords, roundWords } from '../../src/pledge/reviews/views.ts';
import { type Pledge, pledgeName } from '../../src/pledge/rules.ts';
import { searchPledges } from '../../src/pledge/search.ts';
import { stateOf } from '../../src/pledge/state.ts';
import { findPledge, findPledgeSource, findPledges, findStepsBack, findTerms } from '../../src/pledge/store.ts';
import { readTerm, usualTerm } from '../../src/pledge/term.ts';
import {
  listMessage,
  PLEDGE_LIST,
  PLEDGE_PAGE,
  PLEDGE_SHOW,
  PLEDGE_STATE,
  type Since,
  stateMessage,
} from '../../src/pledge/views.ts';
import { peopleIn, statusWords } from '../../src/pledge/words.ts';
import { section } from '../../src/slack/blocks.ts';
import { type Heard, Id, pages, press, Words } from '../../src/slack/command.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import type { Turn } from '../../src/slack/turn.ts';
import type { Text } from '../../src/text/index.ts';

const HISTORY_SHOWN = 12;
const LONGEST_QUERY = 300;

export const looking: Heard[] = [
  press(PLEDGE_SHOW, Id, (turn) => showPledge(turn.pressed, turn)),
  press(PLEDGE_STATE, Words, (turn) => showState('', turn)),
  press(PLEDGE_LIST, Words, (turn) => listPledges('', 0, turn)),
  ...pages(PLEDGE_PAGE, (turn) => listPledges(turn.query, turn.offset, turn)),
];

/** How a moment is said to this reader, by the office's clock. */
export const momentIn =
  ({ config, today }: Pick<Turn, 'config' | 'today'>, text: Text) =>
  (at: Date): string =>
    formatMoment(at, config.timezone, text.language, today);

/** The state of the usual term, or of the one that is typed. */
export async function showState(typed: string, { db, text, today }: Turn): Promise<Message> {
  const lists = await findLists(db);
  const all = await findPledges(db);
  const term = readTerm(typed) ?? usualTerm([...new Set(all.map((pledge) => pledge.term))], today);
  const state = stateOf(term, all, typesOf(lists, []));
  // The samples' round says nothing of real pledges.
  const found = await findRoundBefore(db, term);
  const round = found?.origin === 'sample' && !state.sample ? null : found;
  const answers = round ? await findAnswers(db, round.id) : [];
  const [evaluation] = await findEvaluations(db);
  const latest = [
    ...(round ? [roundLine(round, resultOf(answers), text)] : []),
    ...(evaluation ? [evaluationLine(evaluation, text)] : []),
  ];
  const own = all.filter((pledge) => pledge.term === term);
  const since = round ? sinceOf(roundWords(round.name, text), standing(answers), own, text) : null;
  return stateMessage(state, since, latest, text);
}

function sinceOf(round: string, before: ReturnType<typeof standing>, pledges: readonly Pledge[], text: Text): Since {
  const now = pledges.map((pledge) => ({
    pledgeId: pledge.id,
    name: pledgeName(pledge),
    title: pledge.title,
    status: pledge.status,
  }));
  const changes = compare(before, now);
  return { round, moved: changes.moved.length, changes: changeWords(changes, text).map((words) => ({ words })) };
}

/** The pledges that the words mean: in the usual term first, else in any. A term may stand among the words. */
async function lookUp(typed: string, { db, today }: Turn): Promise<Pledge[]> {
  const words = typed.split(' ').filter(Boolean);
  const term = words.map(readTerm).find((it) => it !== null) ?? null;
  const rest = words.filter((word) => readTerm(word) === null).join(' ');
  if (rest === '') return [];
  const lists = await findLists(db);
  const all = await findPledges(db);
  const name = (pledge: Pledge) => fieldName(pledge, lists);
  const usual = term ?? usualTerm([...new Set(all.map((pledge) => pledge.term))], today);
  const found = searchPledges(
    all.filter((pledge) => pledge.term === usual),
    rest,
    name,
  );
  return found.length > 0 || term !== null ? found : searchPledges(all, rest, name);
}

/** One hit opens, several are listed. */
export async function search(typed: string, turn: Turn): Promise<Message | null> {
  const found = await lookUp(typed, turn);
  const [only] = found;
  if (!only) return null;
  return found.length === 1 ? showPledge(only.id, turn) : listMessage(found, { query: typed, offset: 0 }, turn.text);
}

export async function showTyped(typed: string, turn: Turn): Promise<Message> {
  if (typed === '') return { text: turn.text.pledge.whichPledge };
  return (await search(typed, turn)) ?? plainMessage(turn.text.pledge.notFound(typed));
}

/** The one pledge that the words name, for doing something with it; or what to say instead. */
export async function onePledge(typed: string, turn: Turn): Promise<Pledge | Message> {
  const { text } = turn;
  if (typed === '') return { text: text.pledge.whichPledge };
  const found = await lookUp(typed, turn);
  const [only] = found;
  if (!only) return plainMessage(text.pledge.notFound(typed));
  if (found.length === 1) return only;
  const list = listMessage(found, { query: typed, offset: 0 }, text);
  const choose = text.pledge.several(String(found.length));
  return { text: `${choose}\n${list.text}`, blocks: [section(choose), ...(list.blocks ?? [])] };
}

export const isPledge = (found: Pledge | Message): found is Pledge => 'version' in found;

async function showPledge(id: number, turn: Turn): Promise<Message> {
  const { db, person, text } = turn;
  const pledge = await findPledge(db, id);
  if (!pledge) return { text: text.pledge.form.gone };
  const lists = await findLists(db);
  const history = await findHistory(db, 'pledge', String(id), HISTORY_SHOWN);
  const stepsBack = await findStepsBack(db, id);
  const proposals = await findOpenProposals(db, id);
  const answerer = personOf(pledge, lists);
  const links = await findLinks(db, id);
  const followups = await findFollowupsOf(db, { noun: 'pledge', record: `P${id}` });
  const people = [
    ...[...history, ...stepsBack].map((entry) => entry.actor),
    ...proposals.map((proposal) => proposal.proposedBy),
    ...peopleIn(history),
    ...(answerer ? [answerer] : []),
  ];
  const names = await findNames(db, [...new Set(people)]);
  return pledgeMessage(
    {
      pledge,
      field: fieldName(pledge, lists),
      person: answerer,
      history,
      stepsBack,
      links: await Promise.all(links.map(async (link) => ({ ...link, title: await recordTitle(db, link.record) }))),
      followups: followups.map((it) => `${followupName(it.id)} ${it.title}`),
      reviews: (await findResults(db, id)).map(({ round, result, progress }) =>
        text.pledge.review.resultLine(
          roundWords(round, text),
          statusWords(result, text),
          progress === null ? '' : `${progress}%`,
        ),
      ),
      proposals: proposals.map(
        (it) => `${names.get(it.proposedBy) ?? it.proposedBy}: ${statusWords(it.status, text)} ${it.progress}%`,
      ),
      source: await findPledgeSource(db, id),
      names,
      manager: isManager(person),
    },
    text,
    momentIn(turn, text),
  );
}

/** A page of the pledges that meet the typed conditions. */
export async function listPledges(typed: string, offset: number, { db, person, text, today }: Turn): Promise<Message> {
  const asked = [...typed].slice(0, LONGEST_QUERY).join('');
  const lists = await findLists(db);
  const office = { me: person.userId, people: await findPeople(db), types: typesOf(lists, []), lists };
  const query = readQuery(asked, office);
  const term = query.term ?? usualTerm(await findTerms(db), today);
  const own = await findPledges(db, term);
  const met = own.filter((pledge) => query.conditions.every((condition) => condition(pledge)));
  const found = query.words === '' ? met : searchPledges(met, query.words, (pledge) => fieldName(pledge, lists));
  return listMessage(found, { query: asked, offset }, text);
}
