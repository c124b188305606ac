import { followupName } from '../followup/rules.ts';
import { findFollowupsOf } from '../followup/store.ts';
import { formatMoment } from '../korean/day-words.ts';
import { findHistory } from '../people/history/store.ts';
import { isManager } from '../people/rules.ts';
import { findNames } from '../people/store.ts';
import { capital } from '../slack/blocks.ts';
import type { Message } from '../slack/privately.ts';
import type { Turn } from '../slack/turn.ts';
import type { Text } from '../text/index.ts';
import type { Status } from '../vocabulary/pledge.ts';
import { pledgeMessage } from './card.ts';
import { findEvaluations } from './evaluations/store.ts';
import { evaluationLine, roundLine } from './evaluations/views.ts';
import { findLinks } from './link/store.ts';
import { recordTitle } from './link/titles.ts';
import { fieldName, personOf, typesOf } from './list/rules.ts';
import { findLists } from './list/store.ts';
import { findOpenProposals } from './proposal/store.ts';
import { compare, resultOf, standing } from './reviews/rules.ts';
import { findAnswers, findResults, findRoundBefore } from './reviews/store.ts';
import { changeWords, roundWords } from './reviews/views.ts';
import { findPledgePage } from './search/store.ts';
import { stateFrom } from './state.ts';
import { TROUBLED } from './status.ts';
import { findPledge, findPledgeSource, findStandings, findStepsBack } from './store.ts';
import { readTerm, usualTerm } from './term.ts';
import { findOtherTypes, findTerms, findTotals } from './totals/store.ts';
import { type Since, stateMessage, TROUBLED_SHOWN } from './views.ts';
import { peopleIn, statusWords } from './words.ts';

const HISTORY_SHOWN = 12;

/** How a moment is said to this reader, by the office's clock. */
export const momentIn =
  ({ config, today }: Pick<Turn, 'config' | 'today'>, text: Text) =>
  (at: Date): string =>
    formatMoment(at, config.timezone, text.language, today);

/** The state of the usual term, or of the one that is typed. */
export async function showState(typed: string, { db, text, today }: Turn): Promise<Message> {
  const lists = await findLists(db);
  const term = readTerm(typed) ?? usualTerm(await findTerms(db), today);
  const first = async (statuses: readonly (Status | null)[]) => {
    const sought = { term, conditions: [{ statuses }], words: '', lists };
    return (await findPledgePage(db, sought, { offset: 0, limit: TROUBLED_SHOWN })).pledges;
  };
  const types = typesOf(lists);
  const state = stateFrom(term, await findTotals(db, term), [...types, ...(await findOtherTypes(db, types, term))], {
    troubled: await first(TROUBLED),
    unknown: await first([null]),
  });
  // The samples' round says nothing of real pledges.
  const found = await findRoundBefore(db, term);
  const round = found?.origin === 'sample' && !state.sample ? null : found;
  const answers = round ? await findAnswers(db, round.id) : [];
  const [evaluation] = await findEvaluations(db);
  const latest = [
    ...(round ? [roundLine(round, resultOf(answers), text)] : []),
    ...(evaluation ? [evaluationLine(evaluation, text)] : []),
  ];
  const since = round
    ? sinceOf(roundWords(round.name, text), standing(answers), await findStandings(db, term), text)
    : null;
  return stateMessage(state, since, latest, text);
}

type Standings = Awaited<ReturnType<typeof findStandings>>;

function sinceOf(round: string, before: ReturnType<typeof standing>, standings: Standings, text: Text): Since {
  const changes = compare(
    before,
    standings.map((it) => ({ ...it, name: '', title: '' })),
  );
  return {
    round,
    moved: changes.moved.length,
    changes: changeWords(changes, text).map((words) => ({ words })),
  };
}

/** One pledge with everything that is known of it. */
export async function showPledge(id: number, turn: Turn): Promise<Message> {
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
          capital(roundWords(round, text)),
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
