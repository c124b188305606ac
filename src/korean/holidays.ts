import type { Day } from '../vocabulary/day.ts';
import { addDays, dayOf, weekday } from './days.ts';

/** A day's name as the official calendar (월력요항) prints it: `추석 전날`, `대체공휴일(어린이날)`. */
export type Holidays = ReadonlyMap<Day, string>;

/** The public holidays of a year: as published where a calendar has been, else by the rules of the decree. */
export async function holidaysOf(year: number): Promise<Holidays> {
  const kept = known.get(year);
  if (kept) return kept;
  const holidays = year >= FIRST_PUBLISHED ? ((await published(year)) ?? holidaysByRule(year)) : holidaysByRule(year);
  known.set(year, holidays);
  return holidays;
}

/** Those of every year from one day to the other. */
export async function holidaysBetween(from: Day, to: Day): Promise<Holidays> {
  const years = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) years.push(await holidaysOf(year));
  return new Map(years.flatMap((holidays) => [...holidays]));
}

const known = new Map<number, Holidays>();
const FIRST_PUBLISHED = 2018;

async function published(year: number): Promise<Holidays | null> {
  const { getHolidayPreset } = await import('@hyunbinseo/holidays-kr');
  const preset = await getHolidayPreset(String(year)).catch((error) => {
    if (error instanceof RangeError) return null; // not published yet
    throw error;
  });
  return preset && new Map(Object.entries(preset).map(([day, names]) => [day, names.join(', ')]));
}

type Rule = {
  name: string;
  /** The first year it is a holiday, and the first in which a day off is given back for it. */
  since?: number;
  substituteSince?: number;
  month: number;
  day: number;
};

/** 관공서의 공휴일에 관한 규정, with the years in which it changed. */
const FIXED: readonly Rule[] = [
  { name: '1월 1일', month: 1, day: 1 },
  { name: '3ㆍ1절', month: 3, day: 1, substituteSince: 2022 },
  { name: '노동절', month: 5, day: 1, since: 2026, substituteSince: 2026 },
  { name: '어린이날', month: 5, day: 5, substituteSince: 2014 },
  { name: '현충일', month: 6, day: 6 },
  { name: '제헌절', month: 7, day: 17, since: 2026, substituteSince: 2026 },
  { name: '광복절', month: 8, day: 15, substituteSince: 2021 },
  { name: '개천절', month: 10, day: 3, substituteSince: 2021 },
  { name: '한글날', month: 10, day: 9, since: 2013, substituteSince: 2021 },
  { name: '기독탄신일', month: 12, day: 25, substituteSince: 2023 },
];
const LUNAR: readonly Rule[] = [
  { name: '설날', month: 1, day: 1, substituteSince: 2014 },
  { name: '부처님 오신 날', month: 4, day: 8, substituteSince: 2023 },
  { name: '추석', month: 8, day: 15, substituteSince: 2014 },
];
/** Elections and days declared for once, before there are published calendars to read. */
const DECLARED: Record<Day, string> = {
  '2010-06-02': '전국동시지방선거',
  '2012-04-11': '국회의원선거',
  '2012-12-19': '대통령선거',
  '2014-06-04': '전국동시지방선거',
  '2015-08-14': '임시공휴일',
  '2016-04-13': '국회의원선거',
  '2016-05-06': '임시공휴일',
  '2017-05-09': '대통령선거',
  '2017-10-02': '임시공휴일',
};

/** What the decree alone says of a year: substitutes included, elections and declared days only where listed here. */
export function holidaysByRule(year: number): Holidays {
  const rules = [...FIXED, ...LUNAR].filter(({ since = 0 }) => since <= year);
  const feasts = rules.flatMap((rule) => {
    const day = LUNAR.includes(rule) ? solarDayOf(year, rule) : dayOf(year, rule.month, rule.day);
    return day ? [{ rule, days: isLong(rule) ? [addDays(day, -1), day, addDays(day, 1)] : [day] }] : [];
  });
  const names = new Map<Day, string[]>();
  const add = (day: Day, name: string) => names.set(day, [...(names.get(day) ?? []), name]);
  for (const { rule, days } of feasts) for (const [i, day] of days.entries()) add(day, dayName(rule, days.length, i));
  for (const [day, name] of Object.entries(DECLARED)) if (day.startsWith(`${year}-`)) add(day, name);

  const givenBack = new Set<Day>(); // two feasts on one day cost one day
  for (const { rule, days } of feasts.toSorted((a, b) => ((a.days[0] ?? '') < (b.days[0] ?? '') ? -1 : 1))) {
    if ((rule.substituteSince ?? Number.POSITIVE_INFINITY) > year) continue;
    const lost = days.filter((day) => isFree(day, rule) || (names.get(day) ?? []).length > 1);
    if (lost.every((day) => givenBack.has(day))) continue;
    for (const day of lost) givenBack.add(day);
    let next = addDays(days.at(-1) ?? '', 1);
    while (names.has(next) || weekday(next) % 6 === 0) next = addDays(next, 1);
    add(next, `대체공휴일(${rule.name})`);
  }
  return new Map([...names].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([day, all]) => [day, all.join(', ')]));
}

const isLong = ({ name }: Rule): boolean => name === '설날' || name === '추석';

const dayName = ({ name }: Rule, days: number, at: number): string =>
  days === 1 || at === 1 ? name : `${name} ${at === 0 ? '전날' : '다음 날'}`;

/** 설 and 추석 are given back only for a Sunday, the others for a Saturday too. */
const isFree = (day: Day, rule: Rule): boolean => weekday(day) === 0 || (!isLong(rule) && weekday(day) === 6);

/** A day of the Korean lunar calendar in a year; none of these feasts falls into the weeks around New Year. */
function solarDayOf(year: number, { month, day }: Rule): Day | null {
  const wanted = `${month}/${day}`;
  for (let ahead = 14; ahead < 330; ahead++) {
    const candidate = addDays(`${year}-01-01`, ahead);
    // ICU writes a leap month as `4bis`, which is never the feast's.
    if (lunar.format(Date.parse(`${candidate}T00:00:00Z`)) === wanted) return candidate;
  }
  return null;
}

const lunar = new Intl.DateTimeFormat('en-u-ca-dangi', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
