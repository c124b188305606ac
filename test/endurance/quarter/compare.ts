import { dayIn, timeIn } from './clockwork.ts';
import { type Expected, expectationsOf, isQuiet, isUrgent, nameOf } from './expected.ts';
import type { Message, Sent } from './sent.ts';
import { weeklyBreaches } from './weekly.ts';
import { CHANNEL, type World, ZONE } from './world.ts';

/** Minutes that a message may take when a process was killed or Slack was in trouble. */
const MOST_LATE = 60;
const MINUTE = 60_000;

export type Verdict = { counts: Record<string, number | string>; breaches: string[] };

/**
 * Whether exactly the expected was sent: none missing, none twice, none in quiet hours, none too early or too late. `disturbed`: what was
 * done within the time that a message may be late by need not come any more.
 */
export function compare(world: World, sent: readonly Sent[], { disturbed = false } = {}): Verdict {
  const expected = expectationsOf(world);
  const reminders = sent.filter(({ kind }) => !kind.startsWith('digest'));
  const mondays = mondaysOf(world);
  const breaches = [
    ...reminderBreaches(expected, reminders, world, disturbed),
    ...digestBreaches(mondays, sent),
    ...weeklyBreaches(world, sent, mondays, expected),
  ];
  const messages = messagesOf(sent);
  const keys = messages.map(({ key }) => key);
  for (const key of new Set(keys.filter((it, i) => keys.indexOf(it) !== i))) breaches.push(`posted twice: ${key}`);
  breaches.push(...tooMany(messages, world));
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
      'reminders sent': reminders.reduce((sum, { records }) => sum + records.length, 0),
      'messages sent': messages.length,
      ...perWeek(messages, world),
      'digests in the channel': sent.filter(({ kind, to }) => kind === 'digest' && to === CHANNEL).length,
      'digests to people': sent.filter(({ kind, to }) => kind.startsWith('digest') && to !== CHANNEL).length,
    },
    breaches,
  };
}

/** Parts of one message came at one moment. */
function messagesOf(sent: readonly Sent[]): Message[] {
  const messages = new Map<string, Message>();
  for (const { key, to, at, kind } of sent) {
    const id = `${key} ${at.getTime()}`;
    messages.set(id, { key, to, at, kinds: [...(messages.get(id)?.kinds ?? []), kind] });
  }
  return [...messages.values()];
}

/** Kinds that hang on an hour of a record, or on the moment something happens. */
const OWN_HOUR = [
  ...['visit_hour', 'visit_change', 'budget_80', 'budget_100'],
  ...['pledge_request', 'approval', 'approval_progress', 'approval_notice', 'approval_call'],
];

/** At most one message of what is planned in a morning and one in an afternoon, but for hours that somebody chose. */
function tooMany(messages: readonly Message[], world: World): string[] {
  const seen = new Map<string, string>();
  const breaches: string[] = [];
  for (const { key, to, at, kinds } of messages) {
    const who = world.staff.find(({ id }) => id === to);
    const chosen = kinds.some((kind) => who?.choices[kind]?.time !== undefined);
    if (!who || chosen || key.startsWith('digest') || kinds.every((kind) => OWN_HOUR.includes(kind))) continue;
    const half = `${to} ${dayIn(who.zone, at)} ${timeIn(who.zone, at) < '12:00' ? 'morning' : 'afternoon'}`;
    const before = seen.get(half);
    if (before) breaches.push(`two in one ${half}: ${before} and ${key}`);
    seen.set(half, key);
  }
  return breaches;
}

/** Messages that one person of each role gets in a week. */
function perWeek(messages: readonly Message[], world: World): Record<string, string> {
  const weeks = Math.round((world.to.getTime() - world.from.getTime()) / WEEK);
  const roles = ['member', 'manager', 'administrator'] as const;
  return Object.fromEntries(
    roles.map((role) => {
      const counts = world.staff
        .filter((who) => who.role === role)
        .flatMap(({ id }) =>
          Array.from({ length: weeks }, (_, i) => {
            const from = world.from.getTime() + i * WEEK;
            return messages.filter((it) => it.to === id && it.at.getTime() >= from && it.at.getTime() < from + WEEK)
              .length;
          }),
        )
        .sort((a, b) => a - b);
      const median = counts[Math.floor(counts.length / 2)] ?? 0;
      return [`  a ${role} per week`, `median ${median}, most ${counts.at(-1) ?? 0}`];
    }),
  );
}

const WEEK = 7 * 86_400_000;

/** A change of a visit that begins, or would have begun, within twelve hours. */
function mayWake(key: string, at: Date, world: World): boolean {
  const [kind, id] = key.split(':');
  // Somebody has just asked for it, or has just decided.
  if (['approval', 'approval_progress', 'approval_notice'].includes(kind ?? '')) return true;
  if (kind !== 'visit_change') return false;
  const all = world.visits.find((life) => life.id === Number(id))?.changes.filter((change) => change.at <= at) ?? [];
  const states = all.map(({ state }) => state);
  return isUrgent(states, new Date(at.getTime() - MOST_LATE * MINUTE)) || isUrgent(states, at);
}

function reminderBreaches(
  expected: readonly Expected[],
  reminders: readonly Sent[],
  world: World,
  disturbed: boolean,
): string[] {
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
  const isMoot = ({ at, moot }: Expected) =>
    disturbed && moot !== undefined && moot.getTime() - at.getTime() <= MOST_LATE * MINUTE;
  const missing = expected.filter((due) => !came.has(due) && !isMoot(due));
  return [...breaches, ...missing.map((due) => `missing: ${nameOf(due)}`)];
}

/** How much later than it might have come, hours aside in which its reader is not to be disturbed. */
function lateness(due: Expected, at: Date, world: World): string[] {
  if (at >= due.until) return [`too late: ${nameOf(due)} at ${at.toISOString()}`];
  const who = world.staff.find(({ id }) => id === due.to);
  let late = 0;
  for (let it = due.at.getTime(); it < at.getTime(); it += MINUTE) if (!who || !isQuiet(who, new Date(it))) late++;
  return late > MOST_LATE ? [`${late} minutes late: ${nameOf(due)}`] : [];
}

/** The first working days of its weeks. */
function mondaysOf(world: World): string[] {
  const weeks = Math.round((world.to.getTime() - world.from.getTime()) / WEEK);
  return Array.from({ length: weeks }, (_, i) => {
    const monday = dayIn(ZONE, new Date(world.from.getTime() + i * WEEK));
    return monday === '2018-05-07' ? '2018-05-08' : monday;
  });
}

/** One in the channel on the first working day of every week. */
function digestBreaches(wanted: readonly string[], sent: readonly Sent[]): string[] {
  const days = sent.filter(({ kind, to }) => kind === 'digest' && to === CHANNEL).map(({ at }) => dayIn(ZONE, at));
  return [
    ...wanted.filter((day) => !days.includes(day)).map((day) => `missing: the digest of ${day}`),
    ...days
      .filter((day, i) => !wanted.includes(day) || days.indexOf(day) !== i)
      .map((day) => `nobody expects a digest on ${day}`),
  ];
}
