import { formatDate } from '../../src/korean/day-words.ts';
import { addDays } from '../../src/korean/days.ts';
import { normaliseLines } from '../../src/korean/typed.ts';
import { parseDay } from '../../src/korean/typed-days.ts';
import { readable } from '../../src/people/mentions.ts';
import { isManager } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { answerers, ask, refreshRequest } from '../../src/pledge/reviews/asking.ts';
import { cancelRound } from '../../src/pledge/reviews/cancelling/store.ts';
import { CLOSING, endingForm, OPENING, openingForm, PUBLISHING } from '../../src/pledge/reviews/form.ts';
import { freezeRound } from '../../src/pledge/reviews/freezing/store.ts';
import { showRound, withLine } from '../../src/pledge/reviews/page.ts';
import { findRequests } from '../../src/pledge/reviews/request/store.ts';
import {
  asOfDay,
  isAnswered,
  plannedOf,
  type Round,
  refuseOpening,
  refusePublishing,
  usualUntil,
} from '../../src/pledge/reviews/rules.ts';
import { findAnswers, findRound, findRoundById, insertRound, publishRound } from '../../src/pledge/reviews/store.ts';
import { REVIEW_CANCEL, REVIEW_CLOSE, roundWords } from '../../src/pledge/reviews/views.ts';
import { findPledges } from '../../src/pledge/store.ts';
import { termOf } from '../../src/pledge/term.ts';
import { ending } from '../../src/register/ending.ts';
import { type Heard, Id, press, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import type { Answer, Submitted, Turn } from '../../src/slack/turn.ts';
import { textFor } from '../../src/text/index.ts';

const REVIEW_OPEN = 'review_open';
const REVIEW_PUBLISH = 'review_publish';
/** How long after its end a troubled pledge's 점검회의 is due. */
const MEETING_DAYS = 14;

const refused = (name: string, pledges: number, { text, today }: Turn): string | null => {
  const refusal = refuseOpening(name, today, pledges);
  return refusal && text.pledge.review.refusals[refusal];
};

/** Shows a manager who would be asked for what until when, before anybody is. */
export async function askToOpen(name: string, turn: Turn): Promise<Answer> {
  const { db, person, text, today } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const known = await findRound(db, name);
  if (known) return showRound(known, turn);
  const pledges = await findPledges(db, termOf(asOfDay(name)));
  const refusal = refused(name, pledges.length, turn);
  if (refusal) return { text: refusal };
  const planned = plannedOf(pledges, await answerers(turn));
  const names = await findNames(
    db,
    planned.people.map(({ userId }) => userId),
  );
  const round = { ...planned, name, asOf: asOfDay(name), until: usualUntil(name, today), total: pledges.length };
  return turn.open(openingForm(round, names, turn), { press: REVIEW_OPEN, value: name });
}

async function open({
  values,
  metadata,
  ...turn
}: Submitted<typeof OPENING.empty, { name: string }>): Promise<Outcome> {
  const { db, person, text, today } = turn;
  const { name } = metadata;
  const { opening } = text.pledge.review;
  if (!isManager(person)) return refuse(text.access.notManager, 'until');
  if (values.until === null) return refuse(opening.missing, 'until');
  if (values.until < today) return refuse(opening.past, 'until');
  const term = termOf(asOfDay(name));
  const refusal = refused(name, (await findPledges(db, term)).length, turn);
  if (refusal) return refuse(refusal, 'until');
  const by = { actor: person.userId, at: turn.now() };
  const { round } = await insertRound(db, { name, term, until: values.until }, await answerers(turn), by);
  const done = text.pledge.review.asked(String(await ask(round, turn)));
  return { done, say: async () => withLine(await showRound(round, turn), done) };
}

const unansweredOf = async (round: Round, { db }: Turn) =>
  (await findAnswers(db, round.id)).filter((answer) => !isAnswered(answer));

async function askToClose(id: number, turn: Turn): Promise<Answer> {
  const { db, person, text } = turn;
  const words = text.pledge.review;
  if (!isManager(person)) return { text: text.access.notManager, below: true };
  const round = await findRoundById(db, id);
  if (round?.state !== 'open') return { text: round ? words.closedBefore : words.notFound, below: true };
  const form = endingForm('closing', round, await unansweredOf(round, turn), text);
  return turn.open(form, { press: REVIEW_CLOSE, value: String(id) });
}

type Ended = Submitted<typeof CLOSING.empty, { id: number; left: number; day?: string | undefined }>;

/** The reason that was given; what is missing where something is unanswered and none was. */
async function reasonFor(round: Round, { values, ...turn }: Ended): Promise<{ reason: string | null } | Outcome> {
  const reason = normaliseLines(await readable(turn.db, values.reason ?? '')) || null;
  const left = (await unansweredOf(round, turn)).length;
  return left > 0 && reason === null ? refuse(turn.text.conversation.missing, 'reason') : { reason };
}

async function close(sent: Ended): Promise<Outcome> {
  const { values, metadata, key, fields, ...turn } = sent;
  const { db, person, text, today, config } = turn;
  const words = text.pledge.review;
  if (!isManager(person)) return refuse(text.access.notManager, 'reason');
  const open = await findRoundById(db, metadata.id);
  if (!open) return refuse(words.notFound, 'reason');
  if (open.state !== 'open') return { done: words.closedBefore };
  const given = await reasonFor(open, sent);
  if (!('reason' in given)) return given;
  const frozen = await freezeRound(db, open.id, {
    actor: person.userId,
    at: turn.now(),
    reason: given.reason,
    due: addDays(today, MEETING_DAYS),
    followupTitle: (answer) => textFor(config.language).pledge.review.followupTitle(answer.name, answer.title),
  });
  if ('refusal' in frozen) return { done: frozen.refusal === 'gone' ? words.notFound : words.closedBefore };
  const { round, applied, kept, followups } = frozen;
  const done = [
    words.closed(roundWords(round.name, text), String(applied), String(followups)),
    ...(kept > 0 ? [words.keptNewer(String(kept))] : []),
  ].join(' ');
  return {
    done,
    say: async () => withLine(await showRound(round, turn), done),
    after: () => refreshRequests(round, turn),
  };
}

async function refreshRequests(round: Round, turn: Turn): Promise<void> {
  for (const userId of await findRequests(turn.db, round.id)) await refreshRequest(round, userId, turn);
}

/** `2016-h1 공개 2016-10-28`: at once where all have answered; else it names what is unanswered, and asks why. */
export async function publishTyped(round: Round | null, typed: string, turn: Turn): Promise<Answer> {
  const { db, person, text, today, now } = turn;
  const words = text.pledge.review;
  if (!isManager(person)) return { text: text.access.notManager };
  if (!round) return { text: words.notFound };
  const day = parseDay(typed, { today, towards: 'past' });
  if (!day) return { text: words.publishUsage };
  const refusal = refusePublishing(round, day, today);
  if (refusal) return { text: words.publishRefusals[refusal] };
  const unanswered = round.origin === 'sample' ? [] : await unansweredOf(round, turn);
  if (unanswered.length > 0) {
    const again = { press: REVIEW_PUBLISH, value: `${round.name} ${day}` };
    return turn.open(endingForm('publishing', { ...round, day }, unanswered, text), again);
  }
  await publishRound(db, round, { day, reason: null }, { actor: person.userId, at: now() });
  return { text: words.publishedNow(roundWords(round.name, text), formatDate(day, text.language)) };
}

async function publish(sent: Ended): Promise<Outcome> {
  const { values, metadata, key, fields, ...turn } = sent;
  const { db, person, text, today } = turn;
  const words = text.pledge.review;
  const { id, day = '' } = metadata;
  if (!isManager(person)) return refuse(text.access.notManager, 'reason');
  const round = await findRoundById(db, id);
  if (!round) return refuse(words.notFound, 'reason');
  const refusal = refusePublishing(round, day, today);
  if (refusal) return refuse(words.publishRefusals[refusal], 'reason');
  const given = await reasonFor(round, sent);
  if (!('reason' in given)) return given;
  if (round.publishedOn !== day) {
    await publishRound(db, round, { day, reason: given.reason }, { actor: person.userId, at: turn.now() });
  }
  return { done: words.publishedNow(roundWords(round.name, text), formatDate(day, text.language)) };
}

const cancelling = ending<Round & { people: readonly string[] }>({
  open: REVIEW_CANCEL,
  form: 'review_cancel_form',
  async find(named, { db, person, text }) {
    const words = text.pledge.review;
    if (!isManager(person)) return { refused: text.access.notManager };
    const round = await findRoundById(db, Number(named));
    if (!round) return { refused: words.notFound };
    if (round.state === 'cancelled') return { ended: words.cancel.before };
    if (round.state === 'frozen') return { ended: words.closedBefore };
    return { subject: { ...round, people: await findRequests(db, round.id) } };
  },
  words: ({ name, people }, text) => {
    const { title, submit, explain, reason } = text.pledge.review.cancel;
    return { title, submit, label: reason, explain: explain(roundWords(name, text), String(people.length)) };
  },
  async end({ id, name, people }, reason, turn) {
    const { text } = turn;
    const by = { actor: turn.person.userId, at: turn.now(), reason };
    const cancelled = await cancelRound(turn.db, id, people, by);
    if (!cancelled) return { done: text.pledge.review.closedBefore };
    return {
      done: text.pledge.review.cancel.done(roundWords(name, text)),
      after: () => refreshRequests(cancelled.round, turn),
    };
  },
});

/** What begins and ends a round; each is confirmed in a window that shows what it means. */
export const roundEnds: Heard[] = [
  press(REVIEW_OPEN, Words, (turn) => askToOpen(turn.pressed, turn)),
  submission(OPENING, open),
  press(REVIEW_CLOSE, Id, (turn) => askToClose(turn.pressed, turn), 'form_in_place'),
  submission(CLOSING, close),
  press(REVIEW_PUBLISH, Words, async (turn) => {
    const [name = '', day = ''] = turn.pressed.split(' ');
    return publishTyped(await findRound(turn.db, name), day, turn);
  }),
  submission(PUBLISHING, publish),
  ...cancelling.hears,
];
