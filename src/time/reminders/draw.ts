import type { Deps } from '../../base/deps.ts';
import { formatDay, formatMoment } from '../../korean/day-words.ts';
import { daysBetween, todayIn } from '../../korean/days.ts';
import { findNames } from '../../people/store.ts';
import type { Message } from '../../slack/privately.ts';
import { textFor } from '../../text/index.ts';
import type { Office } from './rules.ts';
import { findTold, type Told } from './told/store.ts';
import { topicOf } from './topics.ts';
import { PAGE_SIZE, reminderMessage } from './views.ts';

/**
 * A reminder as it is now: what it told of, with what was answered. Null where it told of nothing, or its reader has left.
 * It is drawn from the tables alone, so that whatever happened to it, it can be drawn again.
 */
export async function drawTold(key: string, offset: number, deps: Deps, office: Office): Promise<Message | null> {
  const told = await findTold(deps.db, key);
  const [first] = told;
  const recipient = first && office.recipients.get(first.userId);
  if (!first || !recipient) return null;
  const text = textFor(recipient.person.language ?? deps.config.language);
  const { zone } = recipient.clock;
  const today = todayIn(zone, office.now);
  const when = (at: Date) => formatMoment(at, zone, text.language, today);
  const from = Math.min(offset, Math.max(0, Math.floor((told.length - 1) / PAGE_SIZE) * PAGE_SIZE));
  const shown = told.slice(from, from + PAGE_SIZE);
  const reader = { text, today, userId: first.userId };
  const items = await topicOf(first.kind).items(
    deps.db,
    shown.map(({ record }) => record),
    office,
    reader,
  );
  const names = await findNames(deps.db, peopleIn(shown));
  const only = told.length === 1 ? items.get(first.record) : undefined;
  const lead = text.reminder.leads[first.kind]({
    count: told.length,
    day: only?.day ? text.reminder.day(daysBetween(today, only.day), formatDay(only.day, text.language, today)) : '',
    time: only?.time ?? '',
  });
  return reminderMessage({ key, kind: first.kind, lead, told, shown, items, names, when, offset: from }, text);
}

const peopleIn = (told: readonly Told[]): string[] => [...new Set(told.flatMap(({ answer }) => answer?.by || []))];
