import type { Deps } from '../../base/deps.ts';
import { formatDay, formatMoment } from '../../korean/day-words.ts';
import { daysBetween, todayIn } from '../../korean/days.ts';
import { findNames } from '../../people/store.ts';
import type { Message } from '../../slack/privately.ts';
import { textFor } from '../../text/index.ts';
import type { Office } from './rules.ts';
import { findTold, type Told } from './told/store.ts';
import { topicOf } from './topics.ts';
import { pageSize, reminderMessage } from './views.ts';

/** Which page of one part is shown: the one from an offset on, or the one of a record. Of all others the first. */
export type Shown = { key: string } & ({ offset: number } | { record: string });

/**
 * A reminder as it is now: what it told of, with what was answered. Null where it told of nothing, or its reader has left.
 * It is drawn from the tables alone, so that whatever happened to it, it can be drawn again.
 */
export async function drawTold(
  message: string,
  shown: Shown | null,
  deps: Deps,
  office: Office,
): Promise<Message | null> {
  const told = await findTold(deps.db, message);
  const [first] = told;
  const recipient = first && office.recipients.get(first.userId);
  if (!first || !recipient) return null;
  const text = textFor(recipient.person.language ?? deps.config.language);
  const { zone } = recipient.clock;
  const today = todayIn(zone, office.now);
  const when = (at: Date) => formatMoment(at, zone, text.language, today);
  const reader = { text, today, userId: first.userId };
  const keys = [...new Set(told.map(({ key }) => key))];
  const size = pageSize(keys.length);
  const parts = [];
  for (const key of keys) {
    const own = told.filter((it) => it.key === key);
    const offset = offsetOf(own, key, shown, size);
    const page = own.slice(offset, offset + size);
    const { kind } = own[0] ?? first;
    const items = await topicOf(kind).items(
      deps.db,
      page.map(({ record }) => record),
      office,
      { ...reader, kind },
    );
    const only = own.length === 1 ? items.get(own[0]?.record ?? '') : undefined;
    const lead = text.reminder.leads[kind]({
      count: own.length,
      day: only?.day ? text.reminder.day(daysBetween(today, only.day), formatDay(only.day, text.language, today)) : '',
      time: only?.time ?? '',
    });
    parts.push({ key, kind, lead, told: own, shown: page, items, offset });
  }
  const names = await findNames(deps.db, peopleIn(told));
  return reminderMessage({ message, parts, names, when }, text);
}

function offsetOf(told: readonly Told[], key: string, shown: Shown | null, size: number): number {
  if (shown?.key !== key) return 0;
  const at = 'offset' in shown ? shown.offset : told.findIndex(({ record }) => record === shown.record);
  const last = Math.max(0, told.length - 1);
  return Math.floor(Math.min(Math.max(0, at), last) / size) * size;
}

const peopleIn = (told: readonly Told[]): string[] => [...new Set(told.flatMap(({ answer }) => answer?.by || []))];
