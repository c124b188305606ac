import { z } from 'zod';
import type { Deps } from '../../base/deps.ts';
import { instantOf, todayIn } from '../../korean/days.ts';
import type { Compose } from '../../outbox/compose.ts';
import { quietUntil } from '../../people/quiet.ts';
import { findNames } from '../../people/store.ts';
import { textFor } from '../../text/index.ts';
import { findChangesTold } from '../../visit/change/store.ts';
import { KIND_NAMES, type KindName } from '../../vocabulary/reminder.ts';
import { isPast } from './answers.ts';
import { drawTold } from './draw.ts';
import { findGivenSince } from './followup/store.ts';
import { findOffice } from './office.ts';
import { type Due, hasOwnHour, latestOf, type Office, sameLine } from './rules.ts';
import { findWaitingHours } from './store.ts';
import { findToldSince, type Part, putTold } from './told/store.ts';
import { TOPICS, topicOf } from './topics.ts';
import { declinedMessage } from './views.ts';
import { composeSchedule } from './visit/schedule.ts';

const Kind = z.enum(KIND_NAMES);
const Planned = z.union([
  z.object({ kind: Kind, occasion: z.string(), at: z.iso.datetime() }),
  z.object({ at: z.iso.datetime() }),
]);
const Snoozed = z.object({ parts: z.array(z.object({ kind: Kind, records: z.array(z.string()) })) });
const Declined = z.object({ kind: Kind, record: z.string(), by: z.string() });

/** Rules look this far back, for what free days moved or the app slept through. */
const LOOKING_BACK_MS = 3 * 86_400_000;

/**
 * What planned reminders say when their time has come. It is found anew by the rules that planned it: what was finished, moved,
 * handed over or turned off since, or overtaken by a later stage, is not in it.
 */
export const composeReminder: Compose = async ({ key, recipient, subject }, deps) => {
  const planned = Planned.parse(subject);
  const office = await findOffice(deps);
  if ('kind' in planned && planned.kind === 'schedule_today')
    return recipient === office.channel ? composeSchedule(planned.occasion, office, deps) : null;
  const to = office.recipients.get(recipient);
  if (!to) return null;
  const later = quietUntil(office.now, to.clock);
  if (later) return { later };

  const dues =
    'kind' in planned
      ? await ownDues(planned, recipient, office, deps)
      : await commonDues(key, recipient, office, deps);
  const parts = partsOf(
    dues.filter(({ until }) => until === null || until > office.now),
    key,
  );
  if (parts.length === 0) return null;
  await putTold(deps.db, { message: key, userId: recipient }, parts, office.now);
  return drawTold(key, null, deps, office);
};

/** What has an hour of its own is in a message of its own. */
async function ownDues(
  { kind, occasion, at }: { kind: KindName; occasion: string; at: string },
  recipient: string,
  office: Office,
  { db }: Deps,
): Promise<Due[]> {
  const from = new Date(Date.parse(at) - LOOKING_BACK_MS);
  const dues = await topicOf(kind).find(db, { ...office, only: recipient }, { from, to: office.now });
  return latestOf(
    dues.filter(({ to }) => to === recipient),
    office.now,
  ).filter((due) => due.kind === kind && due.occasion === occasion);
}

/**
 * Everything else that is due at the hours for which a message waits: an app that was away says it all in one. Nobody is told
 * the same twice within a day, also when they choose another hour in between, were told today that tomorrow's visit has moved, or that
 * something is theirs.
 */
async function commonDues(key: string, recipient: string, office: Office, { db }: Deps): Promise<Due[]> {
  const hours = new Set((await findWaitingHours(db, recipient, office.now)).map((at) => at.getTime()));
  const from = new Date(Math.min(...hours, office.now.getTime()) - LOOKING_BACK_MS);
  const dues: Due[] = [];
  for (const topic of TOPICS.filter(({ kinds }) => !kinds.every(hasOwnHour))) {
    const found = await topic.find(db, { ...office, only: recipient }, { from, to: office.now });
    dues.push(...found.filter(({ to }) => to === recipient));
  }
  const told = await findToldSince(db, recipient, new Date(from.getTime() - WITHIN_A_DAY_MS), key);
  const changes = await findChangesTold(db, recipient, new Date(office.now.getTime() - WITHIN_A_DAY_MS));
  const zone = office.recipients.get(recipient)?.clock.zone ?? office.zone;
  const given = await findGivenSince(db, recipient, instantOf(zone, todayIn(zone, office.now), '00:00'));
  const before = (due: Due) =>
    given.has(due.record) ||
    (due.kind === 'visit_evening' && changes.has(due.record)) ||
    told.some(
      ({ kind, record, at }) =>
        kind === due.kind && record === due.record && at.getTime() >= due.at.getTime() - WITHIN_A_DAY_MS,
    );
  // What a message of its own hour has overtaken is left to that.
  return latestOf(dues, office.now).filter(
    (due) => !hasOwnHour(due.kind) && hours.has(due.at.getTime()) && !before(due),
  );
}

/** Less than from one morning to the next. */
const WITHIN_A_DAY_MS = 20 * 3_600_000;

/** By kind, in the order people see them. */
function partsOf(dues: readonly Due[], message: string): Part[] {
  return KIND_NAMES.flatMap((kind) => {
    const records = dues.filter((due) => due.kind === kind).map(({ record, until }) => ({ record, until }));
    return records.length === 0 ? [] : [{ key: `${kind}@${message}`, kind, records }];
  });
}

/** What somebody put off is told again as far as there still is something to do, it is theirs, and they want to hear of it. */
export const composeSnoozed: Compose = async ({ key, recipient, subject }, deps) => {
  const { parts } = Snoozed.parse(subject);
  const office = await findOffice(deps);
  const to = office.recipients.get(recipient);
  if (!to) return null;
  const later = quietUntil(office.now, to.clock);
  if (later) return { later };
  const around = { from: daysFrom(office.now, -40), to: daysFrom(office.now, 20) };
  const still: Part[] = [];
  for (const { kind, records } of parts) {
    const dues = (await topicOf(kind).find(deps.db, { ...office, only: recipient }, around)).filter(
      (due) => due.to === recipient && sameLine(due.kind, kind),
    );
    const theirs = records.flatMap((record) => {
      const due = dues.findLast((it) => it.record === record);
      return due && !isPast(due, office.now) ? [{ record, until: due.until }] : [];
    });
    if (theirs.length > 0) still.push({ key: `${kind}@${key}`, kind, records: theirs });
  }
  if (still.length === 0) return null;
  await putTold(deps.db, { message: key, userId: recipient }, still, office.now);
  return drawTold(key, null, deps, office);
};

/** Somebody said that a record is not theirs: whoever entered it, or a manager, is to find somebody else. */
export const composeDeclined: Compose = async ({ recipient, subject }, deps) => {
  const { kind, record, by } = Declined.parse(subject);
  const office = await findOffice(deps);
  const to = office.recipients.get(recipient);
  if (!to) return null;
  const later = quietUntil(office.now, to.clock);
  if (later) return { later };
  const text = textFor(to.person.language ?? deps.config.language);
  const reader = { text, today: todayIn(to.clock.zone, office.now), userId: by };
  const item = (await topicOf(kind).items(deps.db, [record], office, reader)).get(record);
  if (!item?.pending || (item.whose !== null && !item.whose.includes(by))) return null;
  const name = (await findNames(deps.db, [by])).get(by) ?? by;
  return declinedMessage(text.reminder.declined(name), item.words, record, text);
};

const daysFrom = (now: Date, days: number): Date => new Date(now.getTime() + days * 86_400_000);
