import { z } from 'zod';
import type { Deps } from '../../base/deps.ts';
import { todayIn } from '../../korean/days.ts';
import type { Compose } from '../../outbox/compose.ts';
import { quietFor } from '../../people/quiet-for.ts';
import { isAdministrator } from '../../people/rules.ts';
import { findPersonSettings } from '../../people/settings/store.ts';
import { findNames, findPerson } from '../../people/store.ts';
import { PEOPLE_SHOW } from '../../people/views.ts';
import { button, escaped, section } from '../../slack/blocks.ts';
import { type Message, plainMessage } from '../../slack/privately.ts';
import { type Text, textFor } from '../../text/index.ts';
import { expenseName } from '../expense/rules.ts';
import { findExpense } from '../expense/store.ts';
import { wonWords } from '../expense/words.ts';
import { findAround, findTurn } from './around.ts';
import { AWAY_KIND, DEPUTY_GONE, findAwayById } from './away/store.ts';
import { deputyGoneMessage, deputyMessage } from './away/views.ts';
import { CALL, markDrawn, NOTICE, PROGRESS, REQUEST, STUCK } from './message/store.ts';
import { askedOf, rightOf } from './rules.ts';
import { findSeen } from './seen.ts';
import { findApproval, findBalance, findOffice, type Waiting } from './store.ts';
import { noticeMessage, progressMessage, requestMessage } from './views.ts';
import { balanceWords } from './words.ts';

const About = z.object({ expenseId: z.number(), version: z.number().optional(), days: z.number().optional() });
const AboutAway = z.object({ awayId: z.number() });

async function findWaiting(expenseId: number, { db }: Deps): Promise<Waiting | null> {
  const expense = await findExpense(db, expenseId);
  const approval = await findApproval(db, expenseId);
  return expense && approval ? { expense, approval } : null;
}

/** What a person who may decide is shown of a spend. `waited`: the working days it has waited, for who is called because of that. */
export async function findRequest(
  waiting: Waiting,
  userId: string,
  text: Text,
  deps: Deps,
  waited: number | null = null,
): Promise<Message | null> {
  const { expense } = waiting;
  const { db, now, config } = deps;
  const office = await findOffice(db, todayIn(config.timezone, now()));
  const right = rightOf(userId, waiting, office);
  if (expense.voided || expense.approval !== 'waiting' || 'refusal' in right) return null;
  const line = await findBalance(db, expense);
  const request = {
    ...waiting,
    balance: balanceWords(expense, line, text),
    seen: await findSeen(db, expense, office.today, text),
    why: { deputyFor: right.deputyFor, noManager: askedOf(waiting, office).of === 'administrators', waited },
  };
  const more = right.deputyFor ? [right.deputyFor] : [];
  return requestMessage(request, await findAround(waiting, text, deps, more));
}

const composeRequest: Compose = async ({ subject, recipient }, deps) => {
  const { expenseId, version } = About.parse(subject);
  const waiting = await findWaiting(expenseId, deps);
  const reader = await findPerson(deps.db, recipient);
  if (!waiting || !reader || waiting.approval.version !== version) return null;
  return findRequest(waiting, recipient, textFor(reader.language ?? deps.config.language), deps);
};

/** About a request that has waited for days: to who may decide on it; an administrator who may not hears whom it waits for. */
const composeCall: Compose = async ({ subject, recipient }, deps) => {
  const { db, config } = deps;
  const { expenseId, version, days = 0 } = About.parse(subject);
  const waiting = await findWaiting(expenseId, deps);
  const reader = await findPerson(db, recipient);
  if (!waiting || !reader || waiting.approval.version !== version || waiting.expense.approval !== 'waiting')
    return null;
  if (waiting.expense.voided) return null;
  const quiet = await quietFor(await findPersonSettings(db, recipient), deps);
  if (quiet) return quiet;
  const text = textFor(reader.language ?? config.language);
  const request = await findRequest(waiting, recipient, text, deps, days);
  if (request || !isAdministrator(reader)) return request;
  const { names } = await findTurn(waiting, deps);
  return plainMessage(
    text.approval.request.unheard(expenseName(expenseId), wonWords(waiting.expense.amount, text), days, names),
  );
};

/** The message to the spender as it should stand now. */
export async function findProgress(waiting: Waiting, deps: Deps): Promise<Message | null> {
  const reader = await findPerson(deps.db, waiting.expense.createdBy);
  if (!reader) return null;
  const text = textFor(reader.language ?? deps.config.language);
  return progressMessage(waiting, await findTurn(waiting, deps), await findAround(waiting, text, deps));
}

/** What is written is on its way: whatever happens from here on changes it (jobs.ts). */
const composeProgress: Compose = async ({ subject }, deps) => {
  const waiting = await findWaiting(About.parse(subject).expenseId, deps);
  if (!waiting) return null;
  await markDrawn(deps.db, waiting.approval);
  return findProgress(waiting, deps);
};

const composeNotice: Compose = async ({ subject, recipient }, deps) => {
  const { expenseId, version } = About.parse(subject);
  const waiting = await findWaiting(expenseId, deps);
  const reader = await findPerson(deps.db, recipient);
  const event = waiting?.approval.events.find((it) => it.version === version);
  if (!waiting || !reader || !event || waiting.approval.version !== version) return null;
  const text = textFor(reader.language ?? deps.config.language);
  return noticeMessage(waiting.expense, event, await findAround(waiting, text, deps));
};

/** Nobody can approve a spend: whoever can add people hears of it. */
const composeStuck: Compose = async ({ subject, recipient }, deps) => {
  const { expenseId, version } = About.parse(subject);
  const waiting = await findWaiting(expenseId, deps);
  const reader = await findPerson(deps.db, recipient);
  if (!waiting || !reader || waiting.approval.version !== version || waiting.expense.approval !== 'waiting')
    return null;
  if ((await findTurn(waiting, deps)).names !== '') return null;
  const text = textFor(reader.language ?? deps.config.language);
  const words = text.approval.stuck(expenseName(expenseId), wonWords(waiting.expense.amount, text));
  const people = button(PEOPLE_SHOW, text.approval.people, ' ');
  return { text: escaped(words), blocks: [section(words), { type: 'actions', elements: [people] }] };
};

const composeDeputy: Compose = async ({ subject, recipient }, deps) => {
  const away = await findAwayById(deps.db, AboutAway.parse(subject).awayId);
  const reader = await findPerson(deps.db, recipient);
  if (!away || away.ended || !reader) return null;
  const name = (await findNames(deps.db, [away.userId])).get(away.userId) ?? away.userId;
  return deputyMessage(away, name, textFor(reader.language ?? deps.config.language));
};

const composeDeputyGone: Compose = async ({ subject, recipient }, { db, config }) => {
  const away = await findAwayById(db, AboutAway.parse(subject).awayId);
  const reader = await findPerson(db, recipient);
  if (!away || !reader) return null;
  const name = (await findNames(db, [away.deputy])).get(away.deputy) ?? away.deputy;
  return deputyGoneMessage(away, name, textFor(reader.language ?? config.language));
};

/** For src/outbox/kinds.ts. */
export const APPROVAL_KINDS: Readonly<Record<string, Compose>> = {
  [REQUEST]: composeRequest,
  [PROGRESS]: composeProgress,
  [NOTICE]: composeNotice,
  [STUCK]: composeStuck,
  [CALL]: composeCall,
  [AWAY_KIND]: composeDeputy,
  [DEPUTY_GONE]: composeDeputyGone,
};
