import type { Database } from '../../base/db/database.ts';
import type { Deps } from '../../base/deps.ts';
import { todayIn } from '../../korean/days.ts';
import type { Entry } from '../../outbox/rules.ts';
import { putEntries } from '../../outbox/store.ts';
import { Stored } from '../../people/settings/store.ts';
import { againEntry } from './answers.ts';
import { decides, historyOf } from './changes.ts';
import { findOffice } from './office.ts';
import { settleEnded } from './refresh.ts';
import {
  broughtForward,
  type Due,
  latestOf,
  messageOf,
  type Office,
  type Planned,
  plannedOf,
  type Window,
} from './rules.ts';
import { noteCrossings } from './spending/topic.ts';
import { findChangesFrom, findKnown, findMarks, findState, type Marks, moveEntry, putMarks } from './store.ts';
import { findToldSince } from './told/store.ts';
import { TOPICS } from './topics.ts';
import { findCorrections, putCorrections } from './visit/correct.ts';

/** How far ahead reminders are put into the outbox: past the end of the next day wherever somebody is. */
const AHEAD_MS = 48 * 3_600_000;

export const REMINDER = 'reminder';

/** What the last look at each database saw, so that a tick to which nothing is new costs next to nothing. */
const seen = new WeakMap<Database, { history: number; settings: string; today: string }>();

/**
 * Puts what comes due until the end of tomorrow into the outbox, from where the last look ended: what was due while the app
 * was away is put now. Done again it adds nothing, since a reminder's key says what it is. Returns how many were put.
 */
export async function planReminders(deps: Deps): Promise<number> {
  const { db } = deps;
  const now = deps.now();
  const state = { ...(await findState(db)), today: todayIn(deps.config.timezone, now) };
  const last = seen.get(db);
  if (last && last.history === state.history && last.settings === state.settings && last.today === state.today)
    return 0;

  const marks = marksBy(now, await findMarks(db)) ?? {
    begun: now,
    planned: now,
    history: state.history,
    settings: null,
  };
  const office = { ...(await findOffice(deps)), now, begun: marks.begun };
  await noteCrossings(db, office);
  const window = { from: marks.planned, to: new Date(now.getTime() + AHEAD_MS) };
  const { fresh, moved } = await compare(db, await findDues(db, office, window), now);
  const corrections = await findCorrections(deps, office, marks.history, state.history);
  const sooner = marks.settings === state.settings ? [] : await findSooner(deps, office, marks, fresh);
  await db.transaction().execute(async (trx) => {
    await putEntries(trx, [...fresh.map(entryOf), ...sooner], now);
    for (const planned of moved) await moveEntry(trx, entryOf(planned));
    await putCorrections(trx, corrections, now);
    await putMarks(trx, { ...marks, planned: now, history: state.history, settings: state.settings });
  });
  if (state.history > marks.history) await settleEnded(deps, office, marks.history, state.history);
  seen.set(db, state);
  return fresh.length;
}

/** What a clock that was ahead left in the future must not hide what is entered until then. */
const marksBy = (now: Date, marks: Marks | null): Marks | null => {
  const passed = (at: Date) => (at > now ? now : at);
  return marks && { ...marks, begun: passed(marks.begun), planned: passed(marks.planned) };
};

/**
 * Who chooses an hour, a zone or quiet hours by which something would have come already is told of it now, instead of at the hour that
 * no longer counts. `fresh`: what is planned now in any case.
 */
async function findSooner(deps: Deps, office: Office, { planned, settings }: Marks, fresh: readonly Planned[]) {
  const { db } = deps;
  const { now } = office;
  if (settings === null) return [];
  const earlier = { ...(await findOffice(deps, Stored.parse(JSON.parse(settings)))), now, begun: office.begun };
  const ahead = await findDues(db, earlier, { from: planned, to: new Date(now.getTime() + AHEAD_MS) });
  const past = latestOf(await findDues(db, office, { from: new Date(now.getTime() - AHEAD_MS), to: now }), now);
  const known = new Set(fresh.map(({ key }) => key));
  const missed = broughtForward(past, ahead).filter((due) => !known.has(messageOf(due)));
  const entries: Entry[] = [];
  for (const [to, dues] of Map.groupBy(missed, (due) => due.to)) {
    const told = await findToldSince(db, to, new Date(now.getTime() - AHEAD_MS), '');
    const untold = dues.filter((due) => !told.some((it) => it.kind === due.kind && it.record === due.record));
    entries.push(
      ...againEntry(
        untold.map((due) => ({ ...due, userId: to })),
        now,
        null,
      ),
    );
  }
  return entries;
}

/** What comes due in a window and is of any use by now. */
export async function findDues(db: Database, office: Office, window: Window): Promise<Due[]> {
  const dues: Due[] = [];
  for (const topic of TOPICS) {
    for (const due of await topic.find(db, office, window)) {
      const inWindow = due.at > window.from && due.at <= window.to;
      if (inWindow && (due.until === null || due.until > office.now)) dues.push(due);
    }
  }
  return dues;
}

/** What the outbox lacks, and what it has at another time. */
async function compare(db: Database, dues: readonly Due[], now: Date): Promise<{ fresh: Planned[]; moved: Planned[] }> {
  const known = await findKnown(db, [...new Set(dues.map(messageOf))]);
  const lacking: Due[] = [];
  for (const due of dues) {
    if (!known.has(messageOf(due)) && (due.at > now || (await wasSoThen(db, due)))) lacking.push(due);
  }
  const moved = plannedOf(dues).filter(({ key, at }) => {
    const dueAt = known.get(key);
    return dueAt !== undefined && dueAt > now && at > now && dueAt.getTime() !== at.getTime();
  });
  return { fresh: plannedOf(lacking), moved };
}

/** Nobody is reminded of what was entered, or made due, after the reminder would have come. */
async function wasSoThen(db: Database, { record, at }: Due): Promise<boolean> {
  const history = historyOf(record);
  if (!history) return true;
  const changes = await findChangesFrom(db, history, new Date(at.getTime() + 1));
  return !changes.some(decides);
}

const entryOf = ({ key, own, to, at, until }: Planned): Entry => ({
  key,
  kind: REMINDER,
  recipient: to,
  subject: { ...own, at: at.toISOString() },
  dueAt: at,
  expiresAt: until,
});
