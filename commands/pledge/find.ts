import type { App, BlockButtonAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { followupName } from '../../src/followup/rules.ts';
import { findFollowupsOf } from '../../src/followup/store.ts';
import { formatMoment } from '../../src/korean/day-words.ts';
import { todayIn } from '../../src/korean/days.ts';
import { findHistory } from '../../src/people/history/store.ts';
import { isManager } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { pledgeMessage } from '../../src/pledge/card.ts';
import { findEvaluations } from '../../src/pledge/evaluations/store.ts';
import { evaluationLine, roundLine } from '../../src/pledge/evaluations/views.ts';
import { findLinks } from '../../src/pledge/link/store.ts';
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
  PLEDGE_HISTORY,
  PLEDGE_LIST,
  PLEDGE_PAGE,
  PLEDGE_SHOW,
  PLEDGE_STATE,
  type Since,
  stateMessage,
} from '../../src/pledge/views.ts';
import { statusWords } from '../../src/pledge/words.ts';
import { section } from '../../src/slack/blocks.ts';
import { turnsOf } from '../../src/slack/pager.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import type { Text } from '../../src/text/index.ts';
import { showHistory } from './history.ts';
import { recordTitle } from './related.ts';

const HISTORY_SHOWN = 12;
const LONGEST_QUERY = 300;

export const today = ({ config, now }: Deps): string => todayIn(config.timezone, now());

/** How a moment is said to this reader, by the office's clock. */
export const momentIn = (deps: Deps, text: Text) => (at: Date) =>
  formatMoment(at, deps.config.timezone, text.language, today(deps));

/** The state of the usual term, or of the one that is typed. */
export async function showState(typed: string, { text }: Visitor, deps: Deps): Promise<Message> {
  const { db } = deps;
  const lists = await findLists(db);
  const all = await findPledges(db);
  const term = readTerm(typed) ?? usualTerm([...new Set(all.map((pledge) => pledge.term))], today(deps));
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
export async function lookUp(typed: string, deps: Deps): Promise<Pledge[]> {
  const { db } = deps;
  const words = typed.split(' ').filter(Boolean);
  const term = words.map(readTerm).find((it) => it !== null) ?? null;
  const rest = words.filter((word) => readTerm(word) === null).join(' ');
  if (rest === '') return [];
  const lists = await findLists(db);
  const all = await findPledges(db);
  const name = (pledge: Pledge) => fieldName(pledge, lists);
  const usual = term ?? usualTerm([...new Set(all.map((pledge) => pledge.term))], today(deps));
  const found = searchPledges(
    all.filter((pledge) => pledge.term === usual),
    rest,
    name,
  );
  return found.length > 0 || term !== null ? found : searchPledges(all, rest, name);
}

/** One hit opens, several are listed. */
export async function search(typed: string, visitor: Visitor, deps: Deps): Promise<Message | null> {
  const found = await lookUp(typed, deps);
  const [only] = found;
  if (!only) return null;
  return found.length === 1
    ? showPledge(only.id, visitor, deps)
    : listMessage(found, { query: typed, offset: 0 }, visitor.text);
}

export async function showTyped(typed: string, visitor: Visitor, deps: Deps): Promise<Message> {
  if (typed === '') return { text: visitor.text.pledge.whichPledge };
  return (await search(typed, visitor, deps)) ?? plainMessage(visitor.text.pledge.notFound(typed));
}

/** The one pledge that the words name, for doing something with it; or what to say instead. */
export async function onePledge(typed: string, { text }: Visitor, deps: Deps): Promise<Pledge | Message> {
  if (typed === '') return { text: text.pledge.whichPledge };
  const found = await lookUp(typed, deps);
  const [only] = found;
  if (!only) return plainMessage(text.pledge.notFound(typed));
  if (found.length === 1) return only;
  const list = listMessage(found, { query: typed, offset: 0 }, text);
  const choose = text.pledge.several(String(found.length));
  return { text: `${choose}\n${list.text}`, blocks: [section(choose), ...(list.blocks ?? [])] };
}

export const isPledge = (found: Pledge | Message): found is Pledge => 'version' in found;

export async function showPledge(id: number, { person, text }: Visitor, deps: Deps): Promise<Message> {
  const { db } = deps;
  const pledge = await findPledge(db, id);
  if (!pledge) return { text: text.pledge.form.gone };
  const lists = await findLists(db);
  const history = await findHistory(db, 'pledge', String(id), HISTORY_SHOWN);
  const stepsBack = await findStepsBack(db, id);
  const proposals = await findOpenProposals(db, id);
  const answerer = personOf(pledge, lists);
  const links = await findLinks(db, id);
  const followups = await findFollowupsOf(db, { noun: 'pledge', record: `P${id}` });
  const mentioned = history.flatMap((entry) => entry.changed.flatMap(({ before, after }) => [before, after]));
  const names = await findNames(db, [
    ...new Set([
      ...[...history, ...stepsBack].map((entry) => entry.actor),
      ...proposals.map((proposal) => proposal.proposedBy),
      ...mentioned.filter((value): value is string => typeof value === 'string' && /^[UW][A-Z0-9]+$/.test(value)),
      ...(answerer ? [answerer] : []),
    ]),
  ]);
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
    momentIn(deps, text),
  );
}

/** A page of the pledges that meet the typed conditions. */
export async function listPledges(typed: string, offset: number, visitor: Visitor, deps: Deps): Promise<Message> {
  const { db } = deps;
  const asked = [...typed].slice(0, LONGEST_QUERY).join('');
  const lists = await findLists(db);
  const terms = await findTerms(db);
  const query = readQuery(asked, typesOf(lists, []), visitor.person.userId, lists);
  const term = query.term ?? usualTerm(terms, today(deps));
  const own = await findPledges(db, term);
  const met = own.filter((pledge) => query.conditions.every((condition) => condition(pledge)));
  const found = query.words === '' ? met : searchPledges(met, query.words, (pledge) => fieldName(pledge, lists));
  return listMessage(found, { query: asked, offset }, visitor.text);
}

const Turn = z.object({ query: z.string(), offset: z.number().int().min(0) });

export function listenForLooking(app: App, deps: Deps): void {
  const answer = (actionId: string, say: (value: string, visitor: Visitor) => Promise<Message>, replace = false) => {
    app.action<BlockButtonAction>(actionId, async ({ action, body, client, context }) => {
      const visitor = visitorOf(context);
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      await tellPrivately({ client, log: deps.log }, reach, await say(action.value ?? '', visitor), { replace });
    });
  };
  answer(PLEDGE_SHOW, (value, visitor) => showPledge(Number(value), visitor, deps));
  answer(PLEDGE_STATE, (_value, visitor) => showState('', visitor, deps));
  answer(PLEDGE_LIST, (_value, visitor) => listPledges('', 0, visitor, deps));
  answer(PLEDGE_HISTORY, (_value, visitor) => showHistory(0, visitor, deps));
  for (const actionId of turnsOf(PLEDGE_PAGE)) {
    const turn = (value: string, visitor: Visitor) => {
      const { query, offset } = Turn.parse(JSON.parse(value));
      return listPledges(query, offset, visitor, deps);
    };
    answer(actionId, turn, true);
  }
}
