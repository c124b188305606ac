import { z } from 'zod';
import { todayIn } from '../../korean/days.ts';
import type { Compose } from '../../outbox/compose.ts';
import { quietUntil } from '../../people/quiet.ts';
import { findNames } from '../../people/store.ts';
import { textFor } from '../../text/index.ts';
import { KIND_NAMES } from '../../vocabulary/reminder.ts';
import { drawTold } from './draw.ts';
import { findOffice } from './office.ts';
import { latestOf, sameLine } from './rules.ts';
import { putTold } from './told/store.ts';
import { topicOf } from './topics.ts';
import { declinedMessage } from './views.ts';
import { composeSchedule } from './visit/schedule.ts';

const Kind = z.enum(KIND_NAMES);
const Planned = z.object({ kind: Kind, occasion: z.string(), at: z.iso.datetime() });
const Snoozed = z.object({ kind: Kind, records: z.array(z.string()) });
const Declined = z.object({ kind: Kind, record: z.string(), by: z.string() });

/** Rules look this far back, for what free days moved or the app slept through. */
const LOOKING_BACK_MS = 3 * 86_400_000;

/**
 * What planned reminders say when their time has come. It is found anew by the rules that planned it: what was finished, moved,
 * handed over or turned off since, or overtaken by a later stage, is not in it.
 */
export const composeReminder: Compose = async ({ key, recipient, subject }, deps) => {
  const { kind, occasion, at } = Planned.parse(subject);
  const office = await findOffice(deps);
  if (kind === 'schedule_today') return recipient === office.channel ? composeSchedule(occasion, office, deps) : null;
  const to = office.recipients.get(recipient);
  if (!to) return null;
  const later = quietUntil(office.now, to.clock);
  if (later) return { later };

  const from = new Date(Date.parse(at) - LOOKING_BACK_MS);
  const dues = (await topicOf(kind).find(deps.db, { ...office, only: recipient }, { from, to: office.now })).filter(
    (due) => due.to === recipient,
  );
  const now = latestOf(dues, office.now).filter((due) => due.kind === kind && due.occasion === occasion);
  const records = now.filter(({ until }) => until === null || until > office.now).map(({ record }) => record);
  if (records.length === 0) return null;
  await putTold(deps.db, { key, kind, userId: recipient }, records, office.now);
  return drawTold(key, 0, deps, office);
};

/** What somebody put off is told again as far as there still is something to do, it is theirs, and they want to hear of it. */
export const composeSnoozed: Compose = async ({ key, recipient, subject }, deps) => {
  const { kind, records } = Snoozed.parse(subject);
  const office = await findOffice(deps);
  const to = office.recipients.get(recipient);
  if (!to) return null;
  const later = quietUntil(office.now, to.clock);
  if (later) return { later };
  const around = { from: daysFrom(office.now, -40), to: daysFrom(office.now, 20) };
  const dues = await topicOf(kind).find(deps.db, { ...office, only: recipient }, around);
  const theirs = new Set(dues.flatMap((due) => (due.to === recipient && sameLine(due.kind, kind) ? [due.record] : [])));
  const still = records.filter((record) => theirs.has(record));
  if (still.length === 0) return null;
  await putTold(deps.db, { key, kind, userId: recipient }, still, office.now);
  return drawTold(key, 0, deps, office);
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
