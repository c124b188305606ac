import { parseBriefingName } from '../../src/council/policies/rules.ts';
import { findStates } from '../../src/council/policies/standing.ts';
import { findBriefing } from '../../src/council/policies/store.ts';
import { logLine } from '../../src/council/policies/views.ts';
import { formatDay } from '../../src/korean/day-words.ts';
import { clockIn, todayIn } from '../../src/korean/days.ts';
import { requestFor } from '../../src/pledge/reviews/asking.ts';
import { findAnswers, findRound } from '../../src/pledge/reviews/store.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Answer, Turn } from '../../src/slack/turn.ts';
import { againEntry, declinedEntries, giveAnswer, lastUse, redraw } from '../../src/time/reminders/answers.ts';
import { findOffice } from '../../src/time/reminders/office.ts';
import { roundNamed } from '../../src/time/reminders/pledge/rules.ts';
import { choiceOf, type Office } from '../../src/time/reminders/rules.ts';
import { snoozedUntil } from '../../src/time/reminders/snooze.ts';
import { findTold, type Told } from '../../src/time/reminders/told/store.ts';
import { topicOf } from '../../src/time/reminders/topics.ts';
import { showVisit } from '../../src/visit/compose.ts';
import type { Snooze } from '../../src/vocabulary/reminder.ts';
import { brief } from '../council/brief.ts';
import { openEdit as openContact, openLog } from '../council/log.ts';
import { showContact } from '../council/show.ts';
import { openEdit as openExpense } from '../expense/record.ts';
import { showExpense } from '../expense/show.ts';
import { showStatus } from '../expense/status.ts';
import { showFollowup } from '../followup/show.ts';
import { finishTyped } from '../followup/work.ts';
import { openResult } from '../visit/result.ts';
import { openShare } from '../visit/share.ts';

/** What somebody can do about a record of a reminder, or about all that is left of it. */
export type Act = 'done' | 'show' | 'decline' | Snooze;
export type Asked = { act: Act; key: string; record: string | null };

/** Does it if the reminder was theirs and that record of it is still open; returns what there is to say. */
export async function carryOut(asked: Asked, turn: Turn): Promise<Answer> {
  const { db, person, text, client } = turn;
  const { act, key, record } = asked;
  if (act === 'show') return showRecord(record ?? '', turn);
  const all = await findTold(db, key);
  const named = all.filter((it) => record === null || it.record === record);
  if (named.length === 0 || named.some(({ userId }) => userId !== person.userId))
    return { text: text.reminder.notYours };
  const office = await findOffice(turn);
  const open = named.filter(({ answer }) => answer === null);
  const [first] = open;
  if (!first) {
    await redraw(key, record, office, client, turn);
    return { text: text.reminder.answeredBefore };
  }
  if (act === 'done') return finish(first, office, turn);
  if (act === 'decline') return decline(first, office, turn);
  return putOff(open, act, office, turn);
}

/** The record itself, for whoever may see it. */
async function showRecord(record: string, turn: Turn): Promise<Answer> {
  const [what = '', when = ''] = record.split(':');
  if (what === 'budget' || what === 'pace') return showStatus(when.slice(0, 4), turn);
  if (record.startsWith('F')) return showFollowup(record, turn);
  if (record.startsWith('E')) return showExpense(record, turn);
  if (record.startsWith('B')) return brief({ ...turn, typed: record });
  const show = { V: showVisit, C: showContact }[record.charAt(0)];
  return show ? show(record, turn) : { text: turn.text.reminder.gone(record) };
}

/** Opens the form that ends it, which tells the reminder when it is saved; without one, it is seen. */
async function finish(told: Told, office: Office, turn: Turn): Promise<Answer> {
  const { kind, record } = told;
  if (kind.startsWith('followup_')) return finishTyped({ ...turn, typed: record });
  if (kind === 'visit_result') return openResult({ ...turn, typed: record });
  if (kind === 'council_announcement') return recordBriefing(record, turn);
  if (kind === 'visit_notice' || kind === 'visit_unshared') return openShare({ ...turn, typed: record });
  if (kind === 'council_feedback') return openContact(record, turn);
  if (kind === 'expense_evidence') return openExpense(record, turn);
  if (kind === 'pledge_round') return showRequest(record, turn);
  const given = { answer: 'seen' as const, by: turn.person.userId, at: office.now, action: null, until: null };
  await giveAnswer([told], given, [], turn);
  await redraw(told.key, record, office, turn.client, turn);
  return null;
}

/** The form that records who was told, with those who were not in it. */
async function recordBriefing(record: string, turn: Turn): Promise<Answer> {
  const briefing = await findBriefing(turn.db, parseBriefingName(record) ?? 0);
  if (!briefing) return { text: turn.text.reminder.gone(record) };
  return openLog({ ...turn, typed: logLine(briefing, await findStates(turn.db, briefing), turn.text) });
}

async function showRequest(record: string, turn: Turn): Promise<Message> {
  const { db, person, text } = turn;
  const round = await findRound(db, roundNamed(record));
  if (!round) return { text: text.pledge.review.notFound };
  return requestFor(round, await findAnswers(db, round.id), person.userId, turn);
}

async function putOff(told: readonly Told[], snooze: Snooze, office: Office, turn: Turn): Promise<Answer> {
  const { person, text, client } = turn;
  const recipient = office.recipients.get(person.userId);
  const [first] = told;
  if (!recipient || !first) return null;
  const choice = choiceOf(first.kind, office.settings, recipient.settings);
  const until = snoozedUntil(snooze, office.now, recipient, choice);
  if (!until) return { text: text.reminder.neverLoud };
  const last = lastUse(told);
  if (last && until >= last) {
    const { zone } = recipient.clock;
    const day = formatDay(todayIn(zone, until), text.language, todayIn(zone, office.now));
    return { text: text.reminder.tooFar(`${day} ${clockIn(zone, until)}`) };
  }
  const given = { answer: 'snoozed' as const, by: person.userId, at: office.now, action: null, until };
  await giveAnswer(told, given, againEntry(told, until, last), turn);
  await redraw(first.key, first.record, office, client, turn);
  return null;
}

/** Somebody who is told as a manager only hears no more of it; where it was theirs, somebody else has to be found. */
async function decline(told: Told, office: Office, turn: Turn): Promise<Message> {
  const { db, person, text, client } = turn;
  const reader = { text, today: todayIn(office.zone, office.now), userId: person.userId };
  const item = (await topicOf(told.kind).items(db, [told.record], office, reader)).get(told.record);
  const theirs = item?.whose?.includes(person.userId) ?? false;
  const { maker = null } = item ?? {};
  const others = office.managers.map((manager) => manager.person.userId).filter((userId) => userId !== person.userId);
  const finders = maker !== null && maker !== person.userId && office.recipients.has(maker) ? [maker] : others;
  const entries = theirs ? declinedEntries(told, finders, office.now) : [];
  const given = { answer: 'not_mine' as const, by: person.userId, at: office.now, action: null, until: null };
  await giveAnswer([told], given, entries, turn);
  await redraw(told.key, told.record, office, client, turn);
  return { text: entries.length > 0 ? text.reminder.declinedTold : text.reminder.declinedQuietly };
}
