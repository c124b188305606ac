import { dayIn, instantOf } from './clockwork.ts';
import { type Expected, whenLoud } from './expected.ts';
import type { Sent } from './sent.ts';
import { CHANNEL, type Life, type Spend, type World, ZONE } from './world.ts';

/** So many of each are named in somebody's message of the week; the others are counted. */
const MOST = 5;
const DAY = 86_400_000;

const stateAt = <State>({ changes }: Life<State>, at: Date): State | undefined =>
  changes.findLast((change) => change.at <= at)?.state;

/** Returned, refused, or without what it needs. */
const isOwed = ({ card, complete, decided, voided }: Spend): boolean =>
  !voided && (card || !complete || decided === 'changes' || decided === 'refused');

/** What somebody owes at a moment: follow-ups without a due day, and spends that no reminder of the day tells of. */
function owedBy(world: World, userId: string, at: Date, reminders: readonly Expected[]) {
  const zone = world.staff.find(({ id }) => id === userId)?.zone ?? ZONE;
  const toldToday = (record: string) =>
    reminders.some(
      (it) =>
        it.kind === 'expense_evidence' &&
        it.to === userId &&
        it.record === record &&
        dayIn(zone, it.at) === dayIn(zone, at),
    );
  const undated = world.followups.flatMap((life) => {
    const state = stateAt(life, at);
    return state?.open && state.due === null && state.owner === userId ? [`F${life.id}`] : [];
  });
  const spends = world.spends.flatMap((life) => {
    const state = stateAt(life, at);
    const record = `E${life.id}`;
    return state?.by === userId && isOwed(state) && !toldToday(record) ? [record] : [];
  });
  return { undated, spends };
}

/** Whether the messages of the week name what is owed and has no day of its own, all of it and nothing else. */
export function weeklyBreaches(
  world: World,
  sent: readonly Sent[],
  mondays: readonly string[],
  reminders: readonly Expected[],
): string[] {
  const weekly = sent.filter(({ kind, to }) => kind.startsWith('digest') && to !== CHANNEL);
  const breaches = weekly.flatMap(({ to, at, records }) => {
    const { undated, spends } = owedBy(world, to, at, reminders);
    const dated = world.followups.flatMap((life) => {
      const state = stateAt(life, at);
      return state?.open && state.due !== null && state.owner === to ? [`F${life.id}`] : [];
    });
    const may = new Set([...undated, ...spends, ...dated]);
    const lacks = [undated, spends].filter(
      (all) => all.filter((record) => records.includes(record)).length < Math.min(MOST, all.length),
    );
    return [
      ...records
        .filter((record) => !may.has(record))
        .map((it) => `the week of ${to} names ${it} at ${at.toISOString()}`),
      ...lacks.map((all) => `the week of ${to} at ${at.toISOString()} lacks some of ${all.join(', ')}`),
    ];
  });
  for (const monday of mondays) {
    for (const who of world.staff) {
      const at = whenLoud(who, instantOf(ZONE, monday, '09:00'));
      const isThere = (!who.joins || who.joins <= at) && (!who.leaves || at < who.leaves);
      const { undated, spends } = owedBy(world, who.id, at, reminders);
      if (!isThere || at >= world.to || undated.length + spends.length === 0) continue;
      const came = weekly.some((it) => it.to === who.id && Math.abs(it.at.getTime() - at.getTime()) < DAY / 2);
      if (!came) breaches.push(`missing: the week of ${who.id} on ${monday}`);
    }
  }
  return breaches;
}
