import { dayIn, instantOf, plusDays, timeIn, weekdayOf } from './clockwork.ts';
import {
  type Announcement,
  CHANNEL,
  type Contact,
  type Followup,
  HOLIDAYS,
  type Life,
  type Spend,
  type Staff,
  type Visit,
  type World,
  ZONE,
} from './world.ts';

// Who is to be told of what, worked out from the world's whole story and from what the office asked for: nothing of the app is
// used here, so that a mistake in its rules is not made twice.

/**
 * `at` is the first moment at which it may come; `until`: from then on it must not come any more; `moot`: when what it tells of is
 * done, or no longer so.
 */
export type Expected = { kind: string; record: string; to: string; day: string; at: Date; until: Date; moot?: Date };

const MINUTE = 60_000;
const NEVER = new Date('2100-01-01');

export const nameOf = ({ kind, record, to, day }: Pick<Expected, 'kind' | 'record' | 'to' | 'day'>): string =>
  [kind, record, to, day].join(' ');

export function expectationsOf(world: World): Expected[] {
  const all = [
    ...world.followups.flatMap((life) => ofFollowup(life, world)),
    ...world.visits.flatMap((life) => ofVisit(life, world)),
    ...world.visits.flatMap((life) => ofChanges(life, world)),
    ...world.announcements.flatMap((life) => ofAnnouncement(life, world)),
    ...world.contacts.flatMap((life) => ofContact(life, world)),
    ...world.spends.flatMap((life) => ofSpend(life, world)),
    ...world.spends.flatMap((life) => ofApproval(life, world)),
    ...ofSchedule(world),
    ...ofRound(world),
    ...ofDisclosure(world),
    ...ofBudget(world),
    ...ofBirthdays(world),
  ];
  const changes = all.filter(({ kind }) => kind === 'visit_change');
  return all.filter((it) => it.at >= world.from && it.at < world.to && !isSaidBefore(it, changes));
}

/** Who was told today that tomorrow's visit has moved is not told again in the evening. */
const isSaidBefore = ({ kind, record, to, at }: Expected, changes: readonly Expected[]): boolean =>
  kind === 'visit_evening' &&
  changes.some(
    (it) => it.record === record && it.to === to && it.at <= at && at.getTime() - it.at.getTime() <= 20 * HOURS,
  );

// Days, hours and people.

const isFree = (day: string): boolean => weekdayOf(day) % 6 === 0 || HOLIDAYS.includes(day);

function working(day: string, towards: 'before' | 'after'): string {
  let found = day;
  while (isFree(found)) found = plusDays(found, towards === 'before' ? -1 : 1);
  return found;
}

export function isQuiet({ zone, quiet }: Pick<Staff, 'zone' | 'quiet'>, at: Date): boolean {
  if (quiet.freeDays && isFree(dayIn(zone, at))) return true;
  const time = timeIn(zone, at);
  return quiet.from <= quiet.to ? time >= quiet.from && time < quiet.to : time >= quiet.from || time < quiet.to;
}

/** Out of quiet hours: later that day if it is still in time, else as its kind moves. */
function aloud(who: Staff, at: Date, moves: 'before' | 'after', until: Date): Date | null {
  if (!isQuiet(who, at)) return at;
  let later = at;
  while (isQuiet(who, later)) later = new Date(later.getTime() + 5 * MINUTE);
  const sameDay = dayIn(who.zone, later) === dayIn(who.zone, at);
  if (later < until && (sameDay || moves === 'after')) return later;
  if (moves === 'after') return null;
  let earlier = at;
  while (isQuiet(who, earlier)) earlier = new Date(earlier.getTime() - 5 * MINUTE);
  return new Date(earlier.getTime() - 25 * MINUTE); // half an hour before it becomes quiet
}

const on = (who: Staff, day: string, time: string, moves: 'before' | 'after', until: Date): Date | null =>
  aloud(who, instantOf(who.zone, working(day, moves), time), moves, until);

const staffOf = (world: World, id: string): Staff | undefined => world.staff.find((who) => who.id === id);
const managersOf = (world: World): Staff[] => world.staff.filter(({ role }) => role !== 'member');
const wants = (who: Staff, kind: string): boolean => who.choices[kind]?.on ?? true;
const timeOf = (who: Staff, kind: string, usual: string): string => who.choices[kind]?.time ?? usual;
const isThere = (who: Staff, at: Date): boolean => (!who.joins || who.joins <= at) && (!who.leaves || at < who.leaves);

const endOf = (day: string): Date => instantOf(ZONE, plusDays(day, 1), '00:00');

function expect(kind: string, record: string, who: Staff, at: Date | null, until: Date): Expected[] {
  if (at === null || !wants(who, kind) || !isThere(who, at) || at >= until) return [];
  return [{ kind, record, to: who.id, day: dayIn(who.zone, at), at, until }];
}

/** What holds while a record is as it is: what would have come before it was so, or after it no longer is, does not come. */
function whileSo<State>(life: Life<State>, rule: (state: State) => Expected[]): Expected[] {
  return life.changes.flatMap(({ at: from, state }, i) => {
    const next = life.changes[i + 1];
    const after = next ? rule(next.state).map(nameOf) : [];
    return rule(state)
      .filter(({ at }) => at > from && at < (next?.at ?? NEVER))
      .map((it) => (next && !after.includes(nameOf(it)) ? { ...it, moot: next.at } : it));
  });
}

// The kinds.

function ofFollowup({ id, changes }: Life<Followup>, world: World): Expected[] {
  const record = `F${id}`;
  return whileSo({ id, changes }, ({ owner, due, open }) => {
    if (!open || due === null) return [];
    const people = world.staff.filter((who) => who.id === owner || who.role !== 'member');
    return people.flatMap((who) => {
      const mine = who.id === owner;
      const stages: Expected[][] = [];
      const told = (kind: string, day: string, moves: 'before' | 'after', until: Date) =>
        stages.push(expect(kind, record, who, on(who, day, timeOf(who, kind, '09:00'), moves, until), until));
      if (mine) told('followup_soon', plusDays(due, -3), 'before', endOf(plusDays(due, -1)));
      if (mine) told('followup_today', due, 'before', endOf(due));
      // On the day after, then every week; from the third time the managers, too.
      for (let week = 0; plusDays(due, 1 + week * 7) < dayIn(ZONE, world.to); week++) {
        const day = plusDays(due, 1 + week * 7);
        if (mine || week >= 2) told('followup_overdue', day, 'after', endOf(plusDays(day, 7)));
      }
      // Of stages that come at the same time only the latest is of any use.
      return stages.flatMap((stage, i) =>
        stage.filter(
          ({ at }) =>
            !stages
              .slice(i + 1)
              .flat()
              .some((later) => later.at <= at),
        ),
      );
    });
  });
}

function ofVisit({ id, changes }: Life<Visit>, world: World): Expected[] {
  const record = `V${id}`;
  return whileSo({ id, changes }, (visit) => {
    if (visit.cancelled) return [];
    const start = instantOf(ZONE, visit.startsOn, visit.startTime);
    const going = [...new Set([visit.owner, ...visit.staff])].flatMap((id) => staffOf(world, id) ?? []);
    const owner = staffOf(world, visit.owner);
    return [
      ...going.flatMap((who) => ahead(record, who, start)),
      ...(owner ? asked(record, owner, visit, start, dayIn(ZONE, changes[0].at)) : []),
    ];
  });
}

function ahead(record: string, who: Staff, start: Date): Expected[] {
  const dayBefore = plusDays(dayIn(who.zone, start), -1);
  const evening = expect('visit_evening', record, who, on(who, dayBefore, '18:00', 'before', start), start);
  const hourAt = aloud(who, new Date(start.getTime() - 60 * MINUTE), 'before', start);
  const sameDay = hourAt !== null && dayIn(who.zone, hourAt) === dayIn(who.zone, start);
  const hour = sameDay || !wants(who, 'visit_evening') ? expect('visit_hour', record, who, hourAt, start) : [];
  return [...evening, ...hour];
}

function asked(
  record: string,
  owner: Staff,
  { startsOn, shared, told, result }: Visit,
  start: Date,
  entered: string,
): Expected[] {
  const untold = shared && !told;
  // Of what is entered later than three days before, on the next morning.
  const usual = plusDays(startsOn, -3);
  const isLate = entered > usual;
  const noticeTime = timeOf(owner, 'visit_notice', '09:00');
  const noticeAt = isLate
    ? on(owner, plusDays(entered, 1), noticeTime, 'after', start)
    : on(owner, usual, noticeTime, 'before', start);
  const unsharedAt = on(
    owner,
    plusDays(startsOn, 1),
    timeOf(owner, 'visit_unshared', '09:00'),
    'after',
    endOf(plusDays(startsOn, 14)),
  );
  const until = endOf(plusDays(startsOn, 14));
  return [
    ...(untold ? expect('visit_notice', record, owner, noticeAt, start) : []),
    ...(untold ? expect('visit_unshared', record, owner, unsharedAt, until) : []),
    ...(result ? [] : resultStages(record, owner, startsOn, until)),
  ];
}

/** On the day after, after three days and after a week; of those that come at once only one. */
function resultStages(record: string, owner: Staff, startsOn: string, until: Date): Expected[] {
  const asked = [1, 3, 7].flatMap((days) => {
    const at = on(owner, plusDays(startsOn, days), timeOf(owner, 'visit_result', '09:00'), 'after', until);
    return expect('visit_result', record, owner, at, until);
  });
  return asked.filter(({ at }, i) => asked.findIndex((it) => it.at.getTime() === at.getTime()) === i);
}

const HOURS = 60 * MINUTE;
const beginning = ({ startsOn, startTime }: Visit): Date => instantOf(ZONE, startsOn, startTime);

/** Of what begins within twelve hours, or would have, people hear in their quiet hours, too. */
export const isUrgent = (states: readonly (Visit | null)[], now: Date): boolean =>
  states.some((state) => {
    const ahead = state ? beginning(state).getTime() - now.getTime() : 0;
    return ahead > 0 && ahead <= 12 * HOURS;
  });

/** So long before it begins whoever goes has to know. */
const IN_TIME = 2 * HOURS;

/** When somebody hears of a change: once they may be disturbed, and of what begins before or soon after in the last twelve hours before it. */
function tellAt(who: Staff, states: readonly (Visit | null)[], at: Date): Date {
  if (!isQuiet(who, at) || isUrgent(states, at)) return at;
  const loud = whenLoud(who, at);
  const ahead = states.flatMap((state) => (state && beginning(state) > at ? [beginning(state).getTime()] : []));
  if (ahead.length === 0) return loud;
  const begins = Math.min(...ahead);
  const urgent = new Date(begins - 12 * HOURS);
  const morning = whenLoud({ ...who, quiet: { ...who.quiet, freeDays: false } }, urgent);
  return [loud, morning].find((it) => it.getTime() <= begins - IN_TIME) ?? urgent;
}

const isOn = ({ owner, staff }: Visit, userId: string): boolean => owner === userId || staff.includes(userId);

/** What there is to say to somebody who last knew of a visit as one thing, or was not on it, and who is on it or is not. */
function isNews(known: Visit | null, state: Visit, userId: string): boolean {
  if (!isOn(state, userId)) return known !== null && !known.cancelled;
  if (known === null) return !state.cancelled;
  return known.cancelled !== state.cancelled || !sameWhen(known, state);
}

/** Those who are put on a visit or taken off it, and all on it when it moves or is called off, but not who does it. */
function ofChanges({ id, changes }: Life<Visit>, world: World): Expected[] {
  const steps = changes.filter(({ does }) => PLANNING.includes(does) || does === 'staffed');
  const people = new Set(steps.flatMap(({ state }) => [state.owner, ...state.staff]));
  return [...people].flatMap((userId) => {
    const who = staffOf(world, userId);
    const own = steps.filter(({ state }) => state.owner !== userId); // the owner does all of it
    if (!who) return [];
    let known: Visit | null = null;
    return own.flatMap(({ at, state }, i): Expected[] => {
      const next = own[i + 1]?.at ?? NEVER;
      const told = tellAt(who, [known, state], at);
      if (next <= told) return []; // the next one says it all
      const before = known;
      known = isOn(state, userId) ? state : null;
      const over = endOf(state.startsOn) <= told;
      if (!isNews(before, state, userId) || over || !isThere(who, told)) return [];
      return [
        { kind: 'visit_change', record: `V${id}`, to: who.id, day: dayIn(who.zone, told), at: told, until: NEVER },
      ];
    });
  });
}

const sameWhen = (one: Visit, other: Visit): boolean =>
  one.startsOn === other.startsOn && one.startTime === other.startTime;

export function whenLoud(who: Staff, at: Date): Date {
  let loud = at;
  while (isQuiet(who, loud)) loud = new Date(loud.getTime() + 5 * MINUTE);
  return loud;
}

const PLANNING = ['planned', 'moved', 'cancelled', 'restored'];

/** On every working day at 08:30: its visits, and those of the free days that follow. */
function ofSchedule(world: World): Expected[] {
  const expected: Expected[] = [];
  for (let day = dayIn(ZONE, world.from); day < dayIn(ZONE, world.to); day = plusDays(day, 1)) {
    if (isFree(day)) continue;
    const at = instantOf(ZONE, day, '08:30');
    const days = [day];
    for (let next = plusDays(day, 1); isFree(next); next = plusDays(next, 1)) days.push(next);
    const end = endOf(days.at(-1) ?? day);
    const shows = (state: Visit | undefined): state is Visit => state !== undefined && days.includes(state.startsOn);
    const then = (life: Life<Visit>, until: Date) => life.changes.findLast((change) => change.at < until);
    const isPosted = world.visits.some((life) => {
      const state = then(life, at)?.state;
      return shows(state) && !state.cancelled;
    });
    if (!isPosted) continue;
    for (const life of world.visits) {
      // It is put right for as long as it is of any use, and what is called off meanwhile stays in it.
      const last = life.changes.findLast((change) => change.at < end && PLANNING.includes(change.does));
      if (shows(last?.state) && (!last.state.cancelled || last.at >= at))
        expected.push({ kind: 'schedule_today', record: `V${life.id}`, to: CHANNEL, day, at, until: end });
      for (const [nth, change] of life.changes.entries()) {
        if (change.at < at || change.at >= end || !PLANNING.includes(change.does)) continue;
        const touches = shows(change.state) || shows(life.changes.slice(0, nth).at(-1)?.state);
        if (touches)
          expected.push({
            kind: 'schedule_line',
            record: `V${life.id}`,
            to: CHANNEL,
            day,
            at: change.at,
            until: NEVER,
          });
      }
    }
  }
  return expected;
}

function ofContact({ id, changes }: Life<Contact>, world: World): Expected[] {
  const logged = dayIn(ZONE, changes[0].at);
  return whileSo({ id, changes }, ({ by, heldOn, result, voided }) => {
    const who = staffOf(world, by);
    if (!who || result || voided) return [];
    const day = plusDays([logged, heldOn].sort()[1] ?? '', 7); // whichever is later
    const until = endOf(plusDays(day, 30));
    return expect('council_feedback', `C${id}`, who, on(who, day, '09:00', 'after', until), until);
  });
}

/** Three days before, on the day before and that morning, while a member of the district has not been told. */
function ofAnnouncement({ id, changes }: Life<Announcement>, world: World): Expected[] {
  return whileSo({ id, changes }, ({ by, on: day, time, closed }) => {
    const who = staffOf(world, by);
    if (!who || closed) return [];
    const until = time ? instantOf(ZONE, day, time) : endOf(day);
    const stages = [3, 1, 0].flatMap((days) =>
      expect('council_announcement', `B${id}`, who, on(who, plusDays(day, -days), '09:00', 'before', until), until),
    );
    return stages.filter(({ at }, i) => stages.findLastIndex((it) => it.at.getTime() === at.getTime()) === i);
  });
}

/** A spend by card without a receipt, or on a policy without its project. */
function ofSpend({ id, changes }: Life<Spend>, world: World): Expected[] {
  return whileSo({ id, changes }, ({ by, card, complete, voided }) => {
    const who = staffOf(world, by);
    if (!who || !(card || !complete) || voided) return [];
    const day = plusDays(dayIn(ZONE, changes[0].at), 2);
    const until = endOf(plusDays(day, 30));
    return expect('expense_evidence', `E${id}`, who, on(who, day, '09:00', 'after', until), until);
  });
}

/**
 * What is spent on a policy: its spender has one message about it, and another when it comes back; every other manager is asked once
 * nothing is missing; after two working days they hear of it again, after two more the administrator does.
 */
function ofApproval({ id, changes }: Life<Spend>, world: World): Expected[] {
  const { at: created, state: first } = changes[0];
  const spender = staffOf(world, first.by);
  if (!first.policy || !spender) return [];
  const record = `E${id}`;
  const told = (kind: string, who: Staff, at: Date): Expected => {
    return { kind, record, to: who.id, day: dayIn(who.zone, at), at, until: NEVER };
  };
  const out = changes.find(({ state }) => state.complete)?.at;
  const end = changes.find(({ at, state }) => out && at > out && (state.voided || state.decided));
  const isBack = end?.state.decided === 'changes' || end?.state.decided === 'refused';
  const asked = world.staff.filter((who) => who.role === 'manager' && who.id !== first.by);
  const called = (days: number, people: readonly Staff[]): Expected[] => {
    if (!out) return [];
    let day = dayIn(ZONE, out);
    for (let left = days; left > 0; left--) day = working(plusDays(day, 1), 'after');
    return people
      .map((who) => told('approval_call', who, whenLoud(who, instantOf(ZONE, day, '09:00'))))
      .filter(({ at }) => at < (end?.at ?? NEVER));
  };
  const administrators = world.staff.filter(({ role }) => role === 'administrator');
  return [
    told('approval_progress', spender, created),
    ...(isBack && end ? [told('approval_notice', spender, end.at)] : []),
    ...(out ? asked.map((who) => told('approval', who, out)) : []),
    ...called(2, asked),
    ...called(4, administrators),
  ];
}

function ofRound(world: World): Expected[] {
  const { openedAt, asked: people, name } = world.round;
  const until = endOf('2018-06-30');
  return people.flatMap(({ userId, answeredAt }) => {
    const who = staffOf(world, userId);
    if (!who) return [];
    const told = whenLoud(who, openedAt);
    const request = {
      kind: 'pledge_request',
      record: '1',
      to: userId,
      day: dayIn(who.zone, told),
      at: told,
      until: NEVER,
    };
    const reminders = [14, 3].flatMap((days) => {
      const at = on(who, plusDays('2018-06-30', -days), '09:00', 'before', until);
      if (at === null || at < openedAt || (answeredAt !== null && answeredAt <= at)) return [];
      return expect('pledge_round', `round:${name}`, who, at, until);
    });
    return [request, ...reminders];
  });
}

/** The first quarter has to be disclosed by 30 April. */
function ofDisclosure(world: World): Expected[] {
  const until = endOf('2018-04-30');
  return managersOf(world).flatMap((who) =>
    expect('disclosure', 'disclosure:2018-Q1', who, on(who, '2018-04-27', '09:00', 'before', until), until),
  );
}

function ofBudget(world: World): Expected[] {
  const steps = world.spends
    .flatMap(({ changes }) =>
      changes.flatMap(({ at, does, state }) => {
        const policy = state.policy;
        if (does === 'spent') return [{ at, policy, won: state.won }];
        return does === 'voided' || does === 'refused' ? [{ at, policy, won: -state.won }] : [];
      }),
    )
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const own = steps.filter(({ policy }) => !policy);
  const spentBy = (at: Date, these = own) =>
    these.filter((step) => step.at < at).reduce((sum, { won }) => sum + won, 0);
  const expected: Expected[] = [];
  for (const percent of [80, 100]) {
    const crossing = own.find(({ at }) => spentBy(new Date(at.getTime() + 1)) * 100 >= world.budget * percent);
    if (!crossing) continue;
    const until = new Date(crossing.at.getTime() + 14 * 24 * 60 * MINUTE);
    for (const who of managersOf(world)) {
      const at = aloud(who, crossing.at, 'after', until);
      expected.push(...expect(`budget_${percent}`, 'budget:2018:203-01', who, at, until));
    }
  }
  for (const month of ['2018-04', '2018-05', '2018-06']) {
    const day = working(`${month}-01`, 'after');
    const gone = (Date.parse(`${month}-01`) - Date.parse('2018-01-01')) / 86_400_000 / 365;
    const until = endOf(plusDays(day, 7));
    for (const who of managersOf(world)) {
      const at = on(who, `${month}-01`, '09:00', 'after', until);
      if (at === null) continue;
      for (const [what, these] of [
        ['whole', steps],
        ['203-01', own],
      ] as const) {
        if (Math.abs(spentBy(at, these) / world.budget - gone) < 0.2) continue;
        expected.push(...expect('spending_pace', `pace:${month}:${what}`, who, at, until));
      }
    }
  }
  return expected;
}

function ofBirthdays(world: World): Expected[] {
  return world.staff.flatMap(({ id, birthday }) => {
    if (birthday === null) return [];
    const day = `2018-${birthday}`;
    return managersOf(world).flatMap((who) =>
      who.id === id
        ? []
        : expect('birthday', `birthday:${id}:${day}`, who, on(who, day, '09:00', 'before', endOf(day)), endOf(day)),
    );
  });
}
