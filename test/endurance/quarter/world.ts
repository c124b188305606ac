import { addDays, daysBetween, isWeekend } from '../../../src/korean/days.ts';
import type { Day } from '../../../src/vocabulary/day.ts';
import { type Random, randomFrom } from '../random.ts';
import { instantOf } from './clockwork.ts';

// A made-up quarter of an office: 13 weeks of 2018 with Children's Day on a Saturday (its substitute is a Monday), Buddha's
// Birthday, Memorial Day, a local election, a disclosure deadline and the end of a half year's pledge round.

export const ZONE = 'Asia/Seoul';
export const FIRST_DAY = '2018-04-02';
export const WEEKS = 13;
/** As the government's calendar has them (월력요항 2018); written out, since the app's own calendar is what is tried. */
export const HOLIDAYS: readonly Day[] = ['2018-05-07', '2018-05-22', '2018-06-06', '2018-06-13'];

export type Choice = { on?: boolean; time?: string };
export type Staff = {
  id: string;
  name: string;
  role: 'member' | 'manager' | 'administrator';
  language: 'ko' | 'en';
  zone: string;
  quiet: { from: string; to: string; freeDays: boolean };
  choices: Readonly<Record<string, Choice>>;
  birthday: string | null;
  joins: Date | null;
  leaves: Date | null;
};

/** What becomes of a record: from `at` on it is so. */
export type Followup = { owner: string; due: Day | null; open: boolean };
export type Visit = {
  owner: string;
  staff: readonly string[];
  startsOn: Day;
  startTime: string;
  shared: boolean;
  told: boolean;
  cancelled: boolean;
  result: boolean;
};
export type Contact = { by: string; heldOn: Day; result: boolean; voided: boolean };
/** A policy that a district's member has to hear of before it is announced. */
export type Announcement = { by: string; on: Day; time: string | null; closed: boolean };
/** What is spent on policies needs approval, and its project before it is asked for. */
export type Spend = {
  by: string;
  won: number;
  card: boolean;
  voided: boolean;
  policy: boolean;
  complete: boolean;
  decided: 'approved' | 'changes' | 'refused' | null;
};

export type Change<State> = { at: Date; does: string; state: State };
/** A record from its beginning; its id is its place in the list, from 1. */
export type Life<State> = { id: number; changes: readonly [Change<State>, ...Change<State>[]] };

export type Round = { name: string; openedAt: Date; asked: readonly { userId: string; answeredAt: Date | null }[] };

export type World = {
  from: Date;
  to: Date;
  staff: readonly Staff[];
  followups: readonly Life<Followup>[];
  visits: readonly Life<Visit>[];
  contacts: readonly Life<Contact>[];
  announcements: readonly Life<Announcement>[];
  spends: readonly Life<Spend>[];
  round: Round;
  budget: number;
};

export const CHANNEL = 'C0OFFICE01';

const QUIET = { from: '19:00', to: '08:00', freeDays: true };
const plain = { zone: ZONE, quiet: QUIET, choices: {}, birthday: null, joins: null, leaves: null } as const;
const member = (n: number, differs: Partial<Staff> = {}): Staff => {
  const id = `U0QUARTR${String(n).padStart(2, '0')}`;
  return { id, name: `직원${n}`, role: 'member', language: n % 5 === 0 ? 'en' : 'ko', ...plain, ...differs };
};

/** Eighteen people who differ in everything that decides when they are written to. */
const STAFF: readonly Staff[] = [
  member(1, { role: 'administrator' }),
  member(2, { role: 'manager' }),
  member(3, { role: 'manager', quiet: { from: '20:00', to: '07:00', freeDays: true } }),
  member(4, { quiet: { from: '18:00', to: '09:30', freeDays: true } }),
  member(5, { choices: { followup_soon: { on: false } } }),
  member(6, { choices: { followup_today: { time: '14:00' }, followup_overdue: { time: '14:00' } } }),
  member(7, { zone: 'America/New_York' }),
  member(8, { quiet: { ...QUIET, freeDays: false } }),
  member(9, { birthday: '05-05' }),
  member(10, { birthday: '06-06' }),
  member(11, { zone: 'Europe/Paris' }),
  member(12, { choices: { visit_evening: { on: false }, visit_hour: { on: false } } }),
  member(13, { leaves: instantOf(ZONE, '2018-05-15', '12:05') }),
  member(14, { joins: instantOf(ZONE, '2018-04-30', '10:05') }),
  member(15, { birthday: '04-18' }),
  member(16, { choices: { visit_result: { time: '16:30' } } }),
  member(17, { choices: { council_feedback: { on: false } } }),
  member(18, { choices: { visit_evening: { on: false } } }),
];

const FOLLOWUPS = 180;
const VISITS = 100;
const CONTACTS = 60;
const SPENDS = 110;
const ANNOUNCEMENTS = 26;
const BUDGET = 9_000_000;

/** The same world for the same seed, cut off after so many weeks. */
export function worldOf(seed: number, weeks: number): World {
  const random = randomFrom(seed);
  const from = instantOf(ZONE, FIRST_DAY, '07:00');
  const to = instantOf(ZONE, addDays(FIRST_DAY, weeks * 7), '00:00');
  const last = addDays(FIRST_DAY, weeks * 7 - 1);
  const share = (whole: number) => Math.ceil((whole * weeks) / WEEKS);
  const asked = STAFF.slice(3, 9).map(({ id }, i) => ({
    userId: id,
    answeredAt: i % 3 === 0 ? null : instantOf(ZONE, i % 3 === 1 ? '2018-06-12' : '2018-06-19', '15:05'),
  }));
  const round = { name: '2018-h1', openedAt: instantOf(ZONE, '2018-06-04', '10:05'), asked };
  const world = {
    followups: many(share(FOLLOWUPS), () => followup(random, last)),
    visits: many(share(VISITS), () => visit(random, last)),
    contacts: many(share(CONTACTS), () => contact(random, last)),
    spends: many(share(SPENDS), () => spend(random, last)),
    announcements: many(share(ANNOUNCEMENTS), () => announcement(random, last)),
  };
  return { from, to, staff: STAFF, ...world, round, budget: BUDGET };
}

/** In the order they are entered, which gives them their ids. */
function many<State>(count: number, make: () => Life<State>['changes']): Life<State>[] {
  const lives = Array.from({ length: count }, make);
  lives.sort((a, b) => a[0].at.getTime() - b[0].at.getTime());
  return lives.map((changes, i) => ({ id: i + 1, changes }));
}

/** Someone who is there at that moment, or always. */
const someone = (random: Random, except: readonly string[] = ['U0QUARTR13', 'U0QUARTR14']): string => {
  const people = STAFF.filter(({ id }) => !except.includes(id));
  return people[random.between(0, people.length - 1)]?.id ?? 'U0QUARTR01';
};

/** A working hour at five past something, when nothing is sent; on a free day only where there is no other. */
function officeMoment(random: Random, from: Day, last: Day): Date {
  const days = Array.from({ length: Math.max(0, daysBetween(from, last)) + 1 }, (_, i) => addDays(from, i));
  const working = days.filter((day) => !isWeekend(day) && !HOLIDAYS.includes(day));
  const some = working.length > 0 ? working : days;
  const day = some[random.between(0, some.length - 1)] ?? from;
  return instantOf(ZONE, day, `${String(random.between(9, 17)).padStart(2, '0')}:${random.pick(['05', '25', '45'])}`);
}

/** Late in the evening of a day, after quiet hours have begun: of a Friday what it changes may lie on the weekend. */
const lateMoment = (random: Random, from: Day, last: Day): Date =>
  instantOf(
    ZONE,
    addDays(from, random.between(0, Math.max(0, daysBetween(from, last)))),
    random.pick(['20:45', '22:25']),
  );

const dayOf = (at: Date): Day => new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);

function followup(random: Random, last: Day): Life<Followup>['changes'] {
  const created = officeMoment(random, FIRST_DAY, last);
  const owner = someone(random, random.next() < 0.1 ? ['U0QUARTR14'] : undefined);
  const due = random.next() < 0.15 ? null : addDays(dayOf(created), random.between(0, 25));
  let state: Followup = { owner, due, open: true };
  const changes: [Change<Followup>, ...Change<Followup>[]] = [{ at: created, does: 'entered', state }];
  let at = created;
  for (const step of [random.next(), random.next()]) {
    if (step < 0.2) continue;
    at = officeMoment(random, addDays(dayOf(at), 1), addDays(dayOf(at), 20));
    if (step < 0.4) state = { ...state, due: addDays(state.due ?? dayOf(at), random.between(1, 12)) };
    else if (step < 0.6) state = { ...state, owner: someone(random, [state.owner, 'U0QUARTR13', 'U0QUARTR14']) };
    else state = { ...state, open: false };
    changes.push({
      at,
      does: step < 0.4 ? 'postponed' : step < 0.6 ? 'handed' : step < 0.95 ? 'done' : 'voided',
      state,
    });
    if (!state.open) break;
  }
  return changes;
}

const STARTS = ['07:30', '08:30', '09:30', '10:00', '11:00', '14:00', '15:30', '19:30', '21:00'] as const;

function visit(random: Random, last: Day): Life<Visit>['changes'] {
  const created = officeMoment(random, FIRST_DAY, last);
  const owner = someone(random);
  const staff = [someone(random, [owner, 'U0QUARTR13', 'U0QUARTR14']), someone(random, [owner, 'U0QUARTR14'])];
  const plan = { startsOn: addDays(dayOf(created), random.between(1, 16)), startTime: random.pick(STARTS) };
  const unsettled = { shared: random.next() < 0.7, told: false, cancelled: false, result: false };
  let state: Visit = { owner, staff: [...new Set(staff)], ...plan, ...unsettled };
  const changes: [Change<Visit>, ...Change<Visit>[]] = [{ at: created, does: 'planned', state }];
  let at = created;
  const then = (does: string, next: Partial<Visit>, from: Day, until: Day, when = officeMoment) => {
    const moment = when(random, from, until);
    if (moment <= at) return;
    at = moment;
    state = { ...state, ...next };
    changes.push({ at, does, state });
  };
  const before = addDays(state.startsOn, -1);
  if (state.shared && random.next() < 0.5 && dayOf(at) < before)
    then('told', { told: true }, addDays(dayOf(at), 1), before);
  if (random.next() < 0.2 && dayOf(at) < before) {
    const others = [someone(random, [owner, ...state.staff, 'U0QUARTR13', 'U0QUARTR14'])];
    then('staffed', { staff: [...state.staff.slice(1), ...others] }, addDays(dayOf(at), 1), before);
  }
  const mover = () => (random.next() < 0.3 ? lateMoment : officeMoment);
  if (random.next() < 0.25 && dayOf(at) < addDays(state.startsOn, -1)) {
    const moved = {
      startsOn: addDays(state.startsOn, random.between(1, 6)),
      startTime: random.pick(STARTS),
      told: false,
    };
    then('moved', moved, addDays(dayOf(at), 1), addDays(state.startsOn, -1), mover());
  }
  if (random.next() < 0.15 && dayOf(at) < addDays(state.startsOn, -1)) {
    then('cancelled', { cancelled: true }, addDays(dayOf(at), 1), addDays(state.startsOn, -1), mover());
    const back = random.next() < 0.5 && dayOf(at) < addDays(state.startsOn, -1);
    // Who was told of it is to be told again.
    if (back) then('restored', { cancelled: false, told: false }, addDays(dayOf(at), 1), addDays(state.startsOn, -1));
    if (state.cancelled) return changes;
  }
  // On the morning of the day: its schedule is posted by then.
  const working = !isWeekend(state.startsOn) && !HOLIDAYS.includes(state.startsOn);
  if (random.next() < 0.2 && working && state.startTime >= '14:00' && at < instantOf(ZONE, state.startsOn, '00:00')) {
    const off = random.next() < 0.5;
    at = instantOf(ZONE, state.startsOn, random.pick(['09:25', '11:45']));
    state = { ...state, ...(off ? { cancelled: true } : { startTime: random.pick(['16:00', '18:30']), told: false }) };
    changes.push({ at, does: off ? 'cancelled' : 'moved', state });
    if (off) return changes;
  }
  if (random.next() < 0.6) then('result', { result: true }, addDays(state.startsOn, 1), addDays(state.startsOn, 5));
  return changes;
}

function contact(random: Random, last: Day): Life<Contact>['changes'] {
  const created = officeMoment(random, FIRST_DAY, last);
  const heldOn = addDays(dayOf(created), -random.between(0, 4));
  const state: Contact = { by: someone(random), heldOn, result: random.next() < 0.2, voided: false };
  const changes: [Change<Contact>, ...Change<Contact>[]] = [{ at: created, does: 'logged', state }];
  if (state.result || random.next() < 0.5) return changes;
  const at = officeMoment(random, addDays(dayOf(created), 1), addDays(dayOf(created), 12));
  const ends = random.next() < 0.8;
  changes.push({ at, does: ends ? 'result' : 'voided', state: { ...state, result: ends, voided: !ends } });
  return changes;
}

function announcement(random: Random, last: Day): Life<Announcement>['changes'] {
  const created = officeMoment(random, FIRST_DAY, last);
  const on = addDays(dayOf(created), random.between(1, 14));
  const state = { by: someone(random), on, time: random.pick([null, '10:00', '15:00']), closed: false };
  const changes: [Change<Announcement>, ...Change<Announcement>[]] = [{ at: created, does: 'entered', state }];
  if (random.next() < 0.5) {
    const at = officeMoment(random, addDays(dayOf(created), 1), addDays(on, 2));
    changes.push({ at, does: 'closed', state: { ...state, closed: true } });
  }
  return changes;
}

function spend(random: Random, last: Day): Life<Spend>['changes'] {
  const created = officeMoment(random, FIRST_DAY, last);
  const state: Spend = {
    by: someone(random),
    won: random.between(4, 49) * 10_000,
    card: random.next() < 0.5,
    voided: false,
    policy: false,
    complete: true,
    decided: null,
  };
  const changes: [Change<Spend>, ...Change<Spend>[]] = [{ at: created, does: 'spent', state }];
  if (random.next() < 0.45) return policySpend(random, created, { ...state, card: false, policy: true });
  if (random.next() < 0.3) {
    const at = officeMoment(random, addDays(dayOf(created), 1), addDays(dayOf(created), 3));
    changes.push({ at, does: 'voided', state: { ...state, voided: true } });
  }
  return changes;
}

/** Complete from the start or later, or never; decided within days, or left to wait; sometimes voided meanwhile. */
function policySpend(random: Random, created: Date, first: Spend): Life<Spend>['changes'] {
  let state: Spend = { ...first, complete: random.next() < 0.5 };
  const changes: [Change<Spend>, ...Change<Spend>[]] = [{ at: created, does: 'spent', state }];
  let at = created;
  const then = (does: string, next: Partial<Spend>, within: number) => {
    // Not in the hour after a call: in trouble that may come when nothing waits any more.
    at = new Date(officeMoment(random, addDays(dayOf(at), 1), addDays(dayOf(at), within)).getTime() + 3_600_000);
    state = { ...state, ...next };
    changes.push({ at, does, state });
  };
  if (!state.complete && random.next() < 0.7) then('completed', { complete: true }, 5);
  if (!state.complete) return changes;
  const luck = random.next();
  if (luck < 0.1) then('voided', { voided: true }, 6);
  else if (luck < 0.8) {
    const decided = random.pick(['approved', 'approved', 'changes', 'refused'] as const);
    then(decided, { decided }, random.pick([1, 4, 9]));
  }
  return changes;
}
