import { dayIn } from './clockwork.ts';
import { type Expected, expectationsOf, isQuiet, isUrgent, nameOf } from './expected.ts';
import type { Sent } from './sent.ts';
import { CHANNEL, type World, ZONE } from './world.ts';

/** Minutes that a message may take when a process was killed or Slack was in trouble. */
const MOST_LATE = 60;
const MINUTE = 60_000;

export type Verdict = { counts: Record<string, number>; breaches: string[] };

/** Whether exactly the expected was sent: none missing, none twice, none in quiet hours, none too early or too late. */
export function compare(world: World, sent: readonly Sent[]): Verdict {
  const expected = expectationsOf(world);
  const reminders = sent.filter(({ kind }) => !kind.startsWith('digest'));
  const breaches = [...reminderBreaches(expected, reminders, world), ...digestBreaches(world, sent)];
  const keys = sent.map(({ key }) => key);
  for (const key of new Set(keys.filter((it, i) => keys.indexOf(it) !== i))) breaches.push(`posted twice: ${key}`);
  for (const { to, at, key } of sent) {
    const who = world.staff.find(({ id }) => id === to);
    if (who && isQuiet(who, at) && !mayWake(key, at, world))
      breaches.push(`in quiet hours: ${key} at ${at.toISOString()}`);
  }
  const kinds = Object.groupBy(expected, ({ kind }) => kind);
  return {
    counts: {
      people: world.staff.length,
      records: world.followups.length + world.visits.length + world.contacts.length + world.spends.length,
      'expected reminders': expected.length,
      ...Object.fromEntries(Object.entries(kinds).map(([kind, these]) => [`  ${kind}`, these?.length ?? 0])),
      'messages sent': sent.length,
      'digests in the channel': sent.filter(({ kind, to }) => kind === 'digest' && to === CHANNEL).length,
      'digests to people': sent.filter(({ kind, to }) => kind.startsWith('digest') && to !== CHANNEL).length,
    },
    breaches,
  };
}

/** A change of a visit that begins, or would have begun, within twelve hours. */
function mayWake(key: string, at: Date, world: World): boolean {
  const [kind, id] = key.split(':');
  if (kind !== 'visit_change') return false;
  const states = world.visits.find((life) => life.id === Number(id))?.changes.filter((change) => change.at <= at) ?? [];
  return (
    isUrgent(
      states.slice(-2).map(({ state }) => state),
      new Date(at.getTime() - MOST_LATE * MINUTE),
    ) ||
    isUrgent(
      states.slice(-2).map(({ state }) => state),
      at,
    )
  );
}

function reminderBreaches(expected: readonly Expected[], reminders: readonly Sent[], world: World): string[] {
  const breaches: string[] = [];
  const came = new Set<Expected>();
  for (const message of reminders) {
    const { kind, to, at, key } = message;
    if (message.records.length === 0) breaches.push(`it reminds of nothing: ${key}`);
    for (const record of message.records) {
      const due = expected.findLast((it) => it.kind === kind && it.to === to && it.record === record && it.at <= at);
      if (!due) breaches.push(`nobody expects: ${record} in ${key} at ${at.toISOString()}`);
      else if (came.has(due)) breaches.push(`twice: ${nameOf(due)}, again at ${at.toISOString()}`);
      else breaches.push(...lateness(due, at, world));
      if (due) came.add(due);
    }
  }
  return [...breaches, ...expected.filter((due) => !came.has(due)).map((due) => `missing: ${nameOf(due)}`)];
}

/** How much later than it might have come, hours aside in which its reader is not to be disturbed. */
function lateness(due: Expected, at: Date, world: World): string[] {
  if (at >= due.until) return [`too late: ${nameOf(due)} at ${at.toISOString()}`];
  const who = world.staff.find(({ id }) => id === due.to);
  let late = 0;
  for (let it = due.at.getTime(); it < at.getTime(); it += MINUTE) if (!who || !isQuiet(who, new Date(it))) late++;
  return late > MOST_LATE ? [`${late} minutes late: ${nameOf(due)}`] : [];
}

/** One in the channel on the first working day of every week. */
function digestBreaches(world: World, sent: readonly Sent[]): string[] {
  const days = sent.filter(({ kind, to }) => kind === 'digest' && to === CHANNEL).map(({ at }) => dayIn(ZONE, at));
  const weeks = Math.round((world.to.getTime() - world.from.getTime()) / (7 * 86_400_000));
  const wanted = Array.from({ length: weeks }, (_, i) => {
    const monday = dayIn(ZONE, new Date(world.from.getTime() + i * 7 * 86_400_000));
    return monday === '2018-05-07' ? '2018-05-08' : monday;
  });
  return [
    ...wanted.filter((day) => !days.includes(day)).map((day) => `missing: the digest of ${day}`),
    ...days
      .filter((day, i) => !wanted.includes(day) || days.indexOf(day) !== i)
      .map((day) => `nobody expects a digest on ${day}`),
  ];
}
