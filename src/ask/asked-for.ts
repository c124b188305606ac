import type { Detail, Group, Measure, Noun, Unit } from '../vocabulary/ask.ts';
import { askable } from '../vocabulary/askable.ts';
import type { Query, Said } from './query.ts';

/** Whether the answer is in what was asked for: no number of spends for 몇 원, no participants for 비용. */
export function isCountedIn({ noun, measure, groupBy, order }: Query, unit: Unit, said: readonly Said[]): boolean {
  switch (unit) {
    case 'won':
      return noun === 'expense' || noun === 'approval'
        ? measure !== 'count'
        : noun === 'rule' || (HAVE_WON.has(noun) && measure === 'sum') || noun === 'budget';
    case 'people':
      return noun === 'visit'
        ? measure === 'sum' || measure === 'average' || order !== null
        : PEOPLE.has(noun) && measure === 'count';
    // 상임위 몇 개 are not its members.
    case 'things':
      return !PEOPLE.has(noun) || said.some(({ meaning }) => meaning.noun === noun && !meaning.weak && !meaning.loose);
    case 'times':
      return HAPPEN.has(noun);
    // 몇 곳 갔어: each visit is one; the places of spends would have to be told apart.
    case 'places':
      return noun === 'visit' && groupBy === null;
    case 'sheets':
      return noun === 'receipt';
  }
}

const HAVE_WON: ReadonlySet<Noun> = new Set(['pledge']);
const PEOPLE: ReadonlySet<Noun> = new Set(['member', 'person']);
const HAPPEN: ReadonlySet<Noun> = new Set(['expense', 'visit', 'contact', 'rule']);

/** Whether the records of an answer say what was asked about them. */
export function tells({ noun, measure, groupBy, periods }: Query, detail: Detail, said: readonly Said[]): boolean {
  // A period is when it was, not when somebody entered it.
  if (detail === 'entered') return periods.length === 0;
  if (detail === 'result') return HAVE_STATUS.has(noun);
  if (noun === 'rule' || (groupBy !== null && IN_TIME.has(groupBy))) return true;
  if (askable(noun).dated !== 'days' || groupBy !== null || !LISTED.has(measure)) return false;
  // The day that these show is not the day when it was done.
  return (
    !(noun === 'followup' || noun === 'receipt' || noun === 'finding') ||
    !said.some(({ meaning }) => meaning.when === 'past')
  );
}

const HAVE_STATUS: ReadonlySet<Noun> = new Set(['followup', 'pledge', 'finding']);
const LISTED: ReadonlySet<Query['measure']> = new Set(['list', 'first', 'last', 'next']);
export const IN_TIME: ReadonlySet<string> = new Set(['year', 'quarter', 'month', 'day', 'weekday']);

/** What records of these can say of themselves beside their title and day. */
const OWN: Partial<Record<Noun, readonly Group[]>> = {
  expense: ['place', 'account'],
  visit: ['place', 'program', 'person'],
  contact: ['kind'],
  followup: ['person', 'department', 'status', 'kind'],
  pledge: ['person', 'department', 'status'],
};

/** `담당자 누구`, `어디서`: what was asked of each record that is listed, if it says that. */
export const shownIn = (noun: Noun, measure: Measure, said: readonly Said[]): Group | null =>
  LISTED.has(measure) ? (said.find((it) => isOwn(noun, it, said))?.meaning.among ?? null) : null;

/** Who is in charge of a visit is not who went there. */
const isOwn = (noun: Noun, { meaning: { among } }: Said, said: readonly Said[]): boolean =>
  among !== undefined &&
  (OWN[noun] ?? []).includes(among) &&
  (noun !== 'visit' || among !== 'person' || said.some(({ segment }) => IN_CHARGE.test(segment.text)));
export const IN_CHARGE = /담당|맡|책임|in ?charge|responsible/;

/** `11월에 만난 의원`: in Korean what is asked for stands last. */
export function isMemberAsked(said: readonly Said[]): boolean {
  const last = said.findLast(({ meaning }) => !meaning.nothing);
  return last?.meaning.among === 'member' && /[가-힣]/.test(last.segment.text);
}
