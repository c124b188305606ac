import type { webApi } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import { parseContactName } from '../../src/council/rules.ts';
import { clockIn, formatDay, todayIn } from '../../src/korean/days.ts';
import { findAnswers, findRound } from '../../src/pledge/reviews/store.ts';
import type { Click } from '../../src/slack/open-form.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Visitor } from '../../src/slack/visitor.ts';
import { againEntry, declinedEntries, giveAnswer, lastUse, redraw } from '../../src/time/reminders/answers.ts';
import { findOffice } from '../../src/time/reminders/office.ts';
import { roundNamed } from '../../src/time/reminders/pledge/rules.ts';
import { choiceOf, type Office } from '../../src/time/reminders/rules.ts';
import { snoozedUntil } from '../../src/time/reminders/snooze.ts';
import { findTold, type Told } from '../../src/time/reminders/told/store.ts';
import { topicOf } from '../../src/time/reminders/topics.ts';
import type { Snooze } from '../../src/vocabulary/reminder.ts';
import { openEdit as openContact } from '../council/log.ts';
import { showContact } from '../council/show.ts';
import { editTyped as openExpense } from '../expense/record.ts';
import { showExpense } from '../expense/show.ts';
import { showStatus } from '../expense/status.ts';
import { showFollowup } from '../followup/show.ts';
import { finishTyped } from '../followup/work.ts';
import { requestFor } from '../pledge/answers.ts';
import { openResult } from '../visit/result.ts';
import { openShare } from '../visit/share.ts';
import { showVisit } from '../visit/show.ts';

/** What somebody can do about a record of a reminder, or about all that is left of it. */
export type Act = 'done' | 'show' | 'decline' | Snooze;
export type Asked = { act: Act; key: string; record: string | null };

/** Does it if the reminder was theirs and that record of it is still open; returns what there is to say. */
export async function carryOut(asked: Asked, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const { person, text } = visitor;
  const { act, key, record } = asked;
  if (act === 'show') return showRecord(record ?? '', visitor, deps);
  const all = await findTold(deps.db, key);
  const named = all.filter((it) => record === null || it.record === record);
  if (named.length === 0 || named.some(({ userId }) => userId !== person.userId))
    return { text: text.reminder.notYours };
  const office = await findOffice(deps);
  const open = named.filter(({ answer }) => answer === null);
  const [first] = open;
  if (!first) {
    await redraw(key, record, office, click.client, deps);
    return { text: text.reminder.answeredBefore };
  }
  if (act === 'done') return finish(first, visitor, click, office, deps);
  if (act === 'decline') return decline(first, visitor, click.client, office, deps);
  return putOff(open, act, visitor, click.client, office, deps);
}

/** The record itself, for whoever may see it. */
async function showRecord(record: string, visitor: Visitor, deps: Deps): Promise<Message> {
  const [what = '', when = ''] = record.split(':');
  if (what === 'budget' || what === 'pace') return showStatus(when.slice(0, 4), visitor, deps);
  const show = { F: showFollowup, V: showVisit, C: showContact, E: showExpense }[record.charAt(0)];
  return show ? show(record, visitor, deps) : { text: visitor.text.reminder.gone(record) };
}

/** Opens the form that ends it, which tells the reminder when it is saved; without one, it is seen. */
async function finish(told: Told, visitor: Visitor, click: Click, office: Office, deps: Deps): Promise<Message | null> {
  const { kind, record } = told;
  if (kind.startsWith('followup_')) return finishTyped(record, visitor, click, deps);
  if (kind === 'visit_result') return openResult(record, visitor, click, deps);
  if (kind === 'visit_notice') return openShare(record, visitor, click, deps);
  if (kind === 'council_feedback') {
    return openContact(parseContactName(record) ?? 0, visitor, click, { replace: false }, deps);
  }
  if (kind === 'expense_evidence') return openExpense(record, visitor, click, deps);
  if (kind === 'pledge_round') return showRequest(record, visitor, deps);
  const given = { answer: 'seen' as const, by: visitor.person.userId, at: office.now, action: null, until: null };
  await giveAnswer([told], given, [], deps);
  await redraw(told.key, record, office, click.client, deps);
  return null;
}

async function showRequest(record: string, { person, text }: Visitor, deps: Deps): Promise<Message> {
  const round = await findRound(deps.db, roundNamed(record));
  if (!round) return { text: text.pledge.review.notFound };
  return requestFor(round, await findAnswers(deps.db, round.id), person.userId, 0, deps);
}

async function putOff(
  told: readonly Told[],
  snooze: Snooze,
  { person, text }: Visitor,
  client: webApi.WebClient,
  office: Office,
  deps: Deps,
): Promise<Message | null> {
  const recipient = office.recipients.get(person.userId);
  const [first] = told;
  if (!recipient || !first) return null;
  const choice = choiceOf(first.kind, office.settings, recipient.settings);
  const until = snoozedUntil(snooze, office.now, recipient, choice);
  if (!until) return { text: text.reminder.neverLoud };
  const last = await lastUse(first, deps);
  if (last && until >= last) {
    const { zone } = recipient.clock;
    const day = formatDay(todayIn(zone, until), text.language, todayIn(zone, office.now));
    return { text: text.reminder.tooFar(`${day} ${clockIn(zone, until)}`) };
  }
  const given = { answer: 'snoozed' as const, by: person.userId, at: office.now, action: null, until };
  await giveAnswer(told, given, againEntry(told, until, last), deps);
  await redraw(first.key, first.record, office, client, deps);
  return null;
}

/** Somebody who is told as a manager only hears no more of it; where it was theirs, somebody else has to be found. */
async function decline(
  told: Told,
  { person, text }: Visitor,
  client: webApi.WebClient,
  office: Office,
  deps: Deps,
): Promise<Message> {
  const reader = { text, today: todayIn(office.zone, office.now), userId: person.userId };
  const item = (await topicOf(told.kind).items(deps.db, [told.record], office, reader)).get(told.record);
  const theirs = item?.whose?.includes(person.userId) ?? false;
  const { maker = null } = item ?? {};
  const others = office.managers.map((manager) => manager.person.userId).filter((userId) => userId !== person.userId);
  const finders = maker !== null && maker !== person.userId && office.recipients.has(maker) ? [maker] : others;
  const entries = theirs ? declinedEntries(told, finders, office.now) : [];
  const given = { answer: 'not_mine' as const, by: person.userId, at: office.now, action: null, until: null };
  await giveAnswer([told], given, entries, deps);
  await redraw(told.key, told.record, office, client, deps);
  return { text: entries.length > 0 ? text.reminder.declinedTold : text.reminder.declinedQuietly };
}
