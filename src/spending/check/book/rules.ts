import { addDays, isWeekend } from '../../../korean/days.ts';
import { BEFORE_ANY_ELECTION, type Election, electionsIn, electionWithin } from '../../../korean/elections.ts';
import { festivalAround, festivalsIn } from '../../../korean/festivals.ts';
import type { Holidays } from '../../../korean/holidays.ts';
import type { Evidence, RuleId } from '../../../vocabulary/check.ts';
import type { Day } from '../../../vocabulary/day.ts';
import { type Limit, limitsBy } from '../limit/known.ts';
import { isBefore, placeKey } from '../meeting.ts';
import type { Facts, Found, Judged } from '../rule.ts';
import { judge, rulesOn } from '../rules/all.ts';
import { condolenceSuggested, flowersSuggested, giftSuggested, moneySuggested } from '../suspicion.ts';

/** How far back a place's uses are looked at (thirty days, and thirty more to know whether it was noticed before), and what was given (this month and the one before). */
export const HISTORY_DAYS = 62;

/** What the office decided, and the days everyone has. */
export type Office = {
  limits: readonly Limit[];
  decided: ReadonlyMap<string, boolean>;
  districts: readonly string[];
  holidays: Holidays;
  /** Years whose plan of spending is known. */
  planned: ReadonlySet<number>;
  /** Elections that no calendar names. */
  elections: readonly Election[];
  barredShops: readonly string[];
  voucherGuide: boolean;
  /** Years whose card points are known to have become revenue. */
  pointsKept: ReadonlySet<number>;
};

/** What else is known of a record that is judged. */
export type Beside = {
  given: Evidence;
  receipts: number;
  visit: number | null;
  balance: number | null;
  firstOfYear: boolean;
  /** Whether cards were used in the year before. */
  cardsBefore: boolean;
};
export const NOTHING_BESIDE: Beside = {
  given: {},
  receipts: 0,
  visit: null,
  balance: null,
  firstOfYear: false,
  cardsBefore: false,
};

/** What rules found, and what they would have, had no one said anything. */
export type Judgement = {
  found: (Found & { rule: RuleId })[];
  answered: (Found & { rule: RuleId })[];
};

/** Judges records beside each other. `records` are all that may matter: those of the same days, and the uses of their places. */
export function openBook(records: readonly Judged[], office: Office): (spend: Judged, beside: Beside) => Judgement {
  const on = rulesOn(office.decided);
  const limit = limitsBy(office.limits);
  const byDay = grouped(records, ({ spentOn }) => spentOn);
  const byPlace = grouped(records, (spend) => (spend.spentOn === null ? null : placeKey(spend) || null));
  const elections = electionsIn(office.holidays, office.elections);
  const festivals = festivalsIn(office.holidays);
  const given = records.filter(isHandout);

  return (spend, beside) => {
    const { spentOn } = spend;
    const facts: Facts = {
      ...beside,
      spend,
      sameDay: others(byDay.get(spentOn ?? ''), spend),
      samePlace: placeUses(byPlace.get(placeKey(spend)), spend),
      free: spentOn === null ? null : freeDay(spentOn, office.holidays),
      handouts: (days) => earlier(given, spend, days),
      election: spentOn === null ? null : electionWithin(spentOn, BEFORE_ANY_ELECTION, elections),
      festival: spentOn === null ? null : festivalAround(spentOn, festivals),
      districts: office.districts,
      barredShops: office.barredShops,
      voucherGuide: office.voucherGuide,
      pointsDue: beside.firstOfYear && beside.cardsBefore && !office.pointsKept.has(spend.year - 1),
      planned: office.planned.has(spend.year),
      limit: (name) => limit(name, spentOn),
    };
    const found = judge(facts, on);
    const silent = judge({ ...facts, given: {}, receipts: 0, visit: null }, on);
    const holds = new Set(found.map(({ rule }) => rule));
    return { found, answered: silent.filter(({ rule }) => !holds.has(rule)) };
  };
}

/** The holiday's name, '' on a plain Saturday or Sunday, null on a working day. */
export function freeDay(day: Day, holidays: Holidays): string | null {
  return holidays.get(day) ?? (isWeekend(day) ? '' : null);
}

/** Goods, money or flowers that were given to someone. */
export const isHandout = (spend: Judged): boolean =>
  Boolean(giftSuggested(spend) ?? moneySuggested(spend) ?? condolenceSuggested(spend) ?? flowersSuggested(spend)) ||
  spend.activity === '8-나';

function grouped(records: readonly Judged[], keyOf: (spend: Judged) => string | null): Map<string, Judged[]> {
  const groups = new Map<string, Judged[]>();
  for (const record of records) {
    const key = keyOf(record);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  return groups;
}

function others(group: readonly Judged[] | undefined, spend: Judged): Judged[] {
  return (group ?? []).filter(({ id }) => id !== spend.id);
}

function placeUses(group: readonly Judged[] | undefined, spend: Judged): Judged[] {
  return group && group.length > 1 ? earlier(group, spend, HISTORY_DAYS) : [];
}

/** Those of the days before, and earlier on the day. */
function earlier(records: readonly Judged[], spend: Judged, days: number): Judged[] {
  const { spentOn } = spend;
  if (spentOn === null) return [];
  const first = addDays(spentOn, -days);
  return records.filter(
    (use) =>
      use.id !== spend.id &&
      use.spentOn !== null &&
      use.spentOn >= first &&
      (use.spentOn < spentOn || (use.spentOn === spentOn && isBefore(use, spend))),
  );
}
