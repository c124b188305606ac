import { addDays, daysBetween, isDay } from '../korean/days.ts';
import { normalise, normaliseLines } from '../korean/typed.ts';
import { parseDayTime } from '../korean/typed-days.ts';
import type { Day } from '../vocabulary/day.ts';
import type { FieldRefusal, VisitField } from '../vocabulary/visit.ts';
import { PARTNER_LEVELS } from '../vocabulary/visit.ts';
import type { Program } from './programs/rules.ts';
import { LONGEST_SPAN, type Plan, shiftedEnd, type When } from './rules.ts';

/** What a person filled into `visit_schedule`, field by field. */
export type VisitForm = Record<Exclude<VisitField, 'staff'>, string | null> & { staff: readonly string[] };

/** `detail` is the part that is wrong, as typed. */
export type Refusal = { code: FieldRefusal; detail?: string };
export type Refusals = Partial<Record<VisitField, Refusal>>;

export const LONGEST = {
  title: 100,
  place: 200,
  purpose: 1000,
  partner: 60,
  countries: 200,
  more_dates: 500,
} as const;
export const MOST_DATES = 20;
export const MOST_STAFF = 30;
const FIRST_DAY = '2000-01-01';
const YEARS_AHEAD = 5;

type Known = { today: Day; programs: readonly Program[]; districts: readonly string[] };

/** Decides whether a filled form makes plans, one for each date; every wrong field is named, not just the first. */
export function draftPlans(
  form: VisitForm,
  { today, programs, districts }: Known,
): { plans: Plan[] } | { refusals: Refusals } {
  const refusals: Refusals = {};
  const refuse = (field: VisitField, code: FieldRefusal, detail?: string) => {
    refusals[field] ??= { code, ...(detail === undefined ? {} : { detail }) };
  };
  const words = (field: keyof typeof LONGEST, needed: boolean): string | null => {
    const typed = field === 'purpose' ? normaliseLines(form[field] ?? '') : normalise(form[field] ?? '');
    if (typed === '' && needed) refuse(field, 'missing');
    if ([...typed].length > LONGEST[field]) refuse(field, 'too_long');
    return typed === '' ? null : typed;
  };

  const program = programs.find(({ id }) => String(id) === form.program);
  if (!program) refuse('program', form.program ? 'unknown' : 'missing');
  const title = words('title', true);
  const place = words('place', true);
  const purpose = words('purpose', true);
  const moreDates = words('more_dates', false);
  const partner = words('partner', false);
  const countries = words('countries', false);
  if (!form.district) refuse('district', 'missing');
  else if (!districts.includes(form.district)) refuse('district', 'unknown');
  if (!form.owner) refuse('owner', 'missing');
  if (form.staff.length > MOST_STAFF) refuse('staff', 'too_many_people');
  const level = PARTNER_LEVELS.find((it) => it === form.partner_level) ?? null;
  if (program?.counts.includes('partner')) {
    if (partner === null) refuse('partner', 'missing');
    if (level === null) refuse('partner_level', 'missing');
  }

  const span = readSpan(form, today, refuse);
  if (!span) return { refusals };
  const starts = moreDates ? readMoreDates(moreDates, span, refuse) : [];
  if (Object.keys(refusals).length > 0 || !program || !title || !place || !purpose || !form.district || !form.owner) {
    return { refusals };
  }
  const plan = {
    programId: program.id,
    title,
    place,
    district: form.district,
    purpose,
    owner: form.owner,
    staff: [...new Set(form.staff)],
    partner,
    partnerLevel: partner === null ? null : level,
    countries,
  };
  return { plans: [span, ...starts].map((when) => ({ ...plan, ...when })) };
}

type Refuse = (field: VisitField, code: FieldRefusal, detail?: string) => void;

const isTime = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(time);

function readSpan(form: VisitForm, today: Day, refuse: Refuse): When | null {
  const startsOn = readDate('date', form.date, today, refuse);
  if (!form.date) refuse('date', 'missing');
  const startTime = form.start_time ?? '';
  if (!form.start_time) refuse('start_time', 'missing');
  else if (!isTime(startTime)) refuse('start_time', 'not_a_time');
  const endTime = form.end_time || null;
  if (endTime !== null && !isTime(endTime)) refuse('end_time', 'not_a_time');
  const endDate = form.end_date ? readDate('end_date', form.end_date, today, refuse) : null;
  const endsOn = endDate ?? startsOn;
  if (!startsOn || !endsOn) return null;

  if (endsOn < startsOn) refuse('end_date', 'end_before_start');
  else if (daysBetween(startsOn, endsOn) > LONGEST_SPAN) refuse('end_date', 'span_too_long');
  else if (endsOn === startsOn && endTime !== null && isTime(startTime) && endTime <= startTime) {
    refuse('end_time', 'end_before_start');
  }
  return { startsOn, startTime, endsOn, endTime };
}

function readDate(field: 'date' | 'end_date', typed: string | null, today: Day, refuse: Refuse): Day | null {
  if (!typed) return null;
  const code = refuseDay(typed, today);
  if (code) refuse(field, code, typed);
  return code ? null : typed;
}

const refuseDay = (day: string, today: Day): FieldRefusal | null => {
  if (!isDay(day)) return 'not_a_day';
  const year = Number(day.slice(0, 4));
  return day < FIRST_DAY || year > Number(today.slice(0, 4)) + YEARS_AHEAD ? 'far_away' : null;
};

/** `11/9, 12/3 15:00`: further dates of the same site, as long as the first and, unless said, at the same hour. */
function readMoreDates(typed: string, first: When, refuse: Refuse): When[] {
  const tokens = typed
    .split(/[,;\n]/)
    .map((token) => token.trim())
    .filter(Boolean);
  if (tokens.length >= MOST_DATES) refuse('more_dates', 'too_many_dates');
  const days = daysBetween(first.startsOn, first.endsOn);
  const seen = new Set([`${first.startsOn} ${first.startTime}`]);
  return tokens.slice(0, MOST_DATES).flatMap((token) => {
    const read = parseDayTime(token, { today: first.startsOn, towards: 'future' });
    const day = read?.day ?? null;
    if (!day || refuseDay(day, first.startsOn)) {
      refuse('more_dates', 'date_unreadable', token);
      return [];
    }
    const startTime = read?.time ?? first.startTime;
    const key = `${day} ${startTime}`;
    if (seen.has(key)) refuse('more_dates', 'date_twice', token);
    seen.add(key);
    return [{ startsOn: day, startTime, endsOn: addDays(day, days), endTime: shiftedEnd(first, startTime) }];
  });
}

/** What a half-filled form already says of when and where; null while it does not say enough to clash with anything. */
export function planSoFar(form: VisitForm): Plan | null {
  const { date, start_time, end_date, end_time } = form;
  if (!date || !isDay(date) || !start_time || !isTime(start_time)) return null;
  const endsOn = end_date && isDay(end_date) && end_date >= date ? end_date : date;
  const ends = end_time && isTime(end_time) && (endsOn > date || end_time > start_time);
  return {
    programId: 0,
    title: '',
    startsOn: date,
    startTime: start_time,
    endsOn,
    endTime: ends ? end_time : null,
    place: form.place ?? '',
    district: form.district ?? '',
    purpose: '',
    owner: '',
    staff: [],
    partner: null,
    partnerLevel: null,
    countries: null,
  };
}

/** Fills a form from a record, for editing it. */
export function formOf(visit: Plan): VisitForm {
  return {
    program: String(visit.programId),
    title: visit.title,
    date: visit.startsOn,
    start_time: visit.startTime,
    end_date: visit.endsOn === visit.startsOn ? null : visit.endsOn,
    end_time: visit.endTime,
    more_dates: null,
    place: visit.place,
    district: visit.district,
    purpose: visit.purpose,
    owner: visit.owner,
    staff: visit.staff,
    partner: visit.partner,
    partner_level: visit.partnerLevel,
    countries: visit.countries,
  };
}
