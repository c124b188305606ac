import { daysBetween } from '../korean/days.ts';
import type { Filters, Group, Meaning, Noun } from '../vocabulary/ask.ts';
import { askable } from '../vocabulary/askable.ts';
import { isMemberAsked } from './asked-for.ts';
import { MONTHLY } from './honoured.ts';
import type { Query, Said, Segment, Span } from './query.ts';

/** `words`: what only narrows other nouns is looked for in the records of this one. */
export type Chosen = { noun: Noun; meanings: Meaning[]; said: Said[]; words: string[]; score: number };

/** What each piece says about this noun; null where one says something that it can't be asked. */
export function choose(
  noun: Noun,
  segments: readonly Segment[],
  periods: readonly Span[],
  before: Query | null,
): Chosen | null {
  const meanings: Meaning[] = [];
  const said: Said[] = [];
  const words: string[] = [];
  let score = before?.noun === noun ? 6 : 0;
  for (const segment of segments) {
    const { text, meanings: possible } = segment;
    if (possible.length === 0) continue;
    const [meaning] = possible
      .filter((it) => fits(noun, it))
      .toSorted((a, b) => Number(b.noun === noun) - Number(a.noun === noun) || weight(noun, b) - weight(noun, a));
    if (!meaning && possible.every(isOnlyFilter) && askable(noun).filters.includes('words')) {
      words.push(text);
      continue;
    }
    if (!meaning) return null;
    meanings.push(meaning);
    said.push({ segment, meaning });
    score += weight(noun, meaning);
  }
  if (!meanings.every((it) => isBeside(noun, it, meanings)) || !isHead(noun, said) || deniesAnother(said)) return null;
  // 심야 집행 asks for spends; 심야 집행 기준 for the rule.
  if (noun === 'rule' && !isNamed(noun, meanings) && meanings.some((it) => it.noun)) return null;
  if (OF_SPENDING.has(noun) && !isNamed(noun, meanings) && before?.noun !== noun) return null;
  // 한빛당 여성 의원 asks for members, whatever meeting has the word.
  if (noun === 'contact' && isMemberAsked(said) && !meanings.some((it) => it.noun === noun || it.filters?.kind))
    return null;
  // 윤소미 직책: what somebody of the office is, and no meeting of theirs.
  if (noun === 'contact' && meanings.some((it) => it.filters?.person) && !meanings.some((it) => it.noun === noun))
    return null;
  if (score === 0 && noun === 'visit' && isNear(periods)) score = 0.5;
  // 운영위 한빛당 names members, not meetings.
  if (
    noun === 'member' &&
    score > 0 &&
    periods.length === 0 &&
    meanings.some(({ filters }) => filters?.committee ?? filters?.party ?? filters?.role ?? filters?.member)
  )
    score += 0.5;
  return { noun, meanings, said, words, score };
}

const isOnlyFilter = (meaning: Meaning): boolean =>
  Object.keys(meaning).join() === 'filters' && !Object.keys(meaning.filters ?? {}).some((name) => NO_NAMES.has(name));
/** What these are called stands in no title: 주말 행사 is no 주말데이트. */
const NO_NAMES: ReadonlySet<string> = new Set(['hours', 'payment', 'state', 'status', 'role']);

/** Another noun's name stands beside this one only where it says what the two have to do with each other: `의회에 안 알린 일정`. */
function isBeside(noun: Noun, { noun: other }: Meaning, meanings: readonly Meaning[]): boolean {
  if (!other || other === noun) return true;
  const ties = askable(noun).beside[other];
  return (
    ties !== undefined &&
    (ties.length === 0 || meanings.some((it) => ties.some((name) => isTie(noun, it.filters?.[name]))))
  );
}

/** Of what is told and briefed the council is part; of a missing result it is not. */
const isTie = (noun: Noun, value: string | undefined): boolean =>
  value !== undefined && (noun !== 'visit' || !OF_VISITS.has(value));
const OF_VISITS: ReadonlySet<string> = new Set(['no_result', 'cancelled', 'to_come']);

/** Records that have to do with others, and are not the same seen from another side. */
const APART: Partial<Record<Noun, readonly Noun[]>> = {
  visit: ['contact', 'member'],
  contact: ['member'],
  followup: ['contact', 'member', 'visit'],
  announcement: ['contact'],
};

/** In Korean what is asked for stands last: `의회에 안 알린 일정` asks for visits, `사전공유 안 한 의원` for members. */
function isHead(noun: Noun, said: readonly Said[]): boolean {
  const other = said.findLastIndex(({ segment, meaning }) => isOther(noun, meaning) && /[가-힣]/.test(segment.text));
  const own = said.findLastIndex(
    ({ meaning }) => (meaning.noun === noun && !meaning.loose) || Object.keys(meaning.filters ?? {}).some(isOfRecord),
  );
  return other <= own;
}
const isOther = (noun: Noun, meaning: Meaning): boolean =>
  meaning.noun !== undefined && !meaning.weak && !meaning.loose && (APART[noun] ?? []).includes(meaning.noun);
const isOfRecord = (name: string): boolean => name === 'state' || name === 'status' || name === 'kind';

/** `공약 중에 안 된 거` are pledges not kept; `진척 안 된 공약` says it of the progress. */
function deniesAnother(said: readonly Said[]): boolean {
  return said.some(({ segment, meaning }, at) => {
    if (!meaning.denied || !DENIED_AT_ALL.test(segment.text)) return false;
    const { measure, group, among, unit, detail, filters } =
      said.slice(0, at).findLast((it) => !it.meaning.nothing)?.meaning ?? {};
    return (measure ?? group ?? among ?? unit ?? detail ?? filters?.status ?? filters?.state) !== undefined;
  });
}
const DENIED_AT_ALL = /^(?:안|못)[하해한할했되돼된될됐]/;

/** A day or a week by itself is asked about for what is on then. */
const isNear = ([span, ...more]: readonly Span[]): boolean =>
  span !== undefined && more.length === 0 && daysBetween(span.from, span.to) < 7;

const isNamed = (noun: Noun, meanings: readonly Meaning[]): boolean =>
  meanings.some((it) => it.noun === noun && !it.weak);

/** What hangs on a spend is meant only where it is named. */
const OF_SPENDING: ReadonlySet<Noun> = new Set(['approval', 'receipt', 'finding']);

function fits(noun: Noun, meaning: Meaning): boolean {
  const can = askable(noun);
  const { filters = {}, measure, group, among, per } = meaning;
  if (meaning.nothing || meaning.refine) return true;
  const other = meaning.noun !== undefined && meaning.noun !== noun;
  if (other && (!can.beside[meaning.noun as Noun] || meaning.order || Object.keys(filters).length > 0)) return false;
  if (measure && (other || !(can.measures.includes(measure) || per === 'month'))) return false;
  if (group && !can.groups.includes(group)) return false;
  if (among && !can.groups.includes(among) && !PASSING.has(among)) return false;
  if (per && !(per === 'head' ? noun === 'expense' : MONTHLY.has(noun))) return false;
  return Object.entries(filters).every(
    ([name, value]) =>
      can.filters.includes(name as keyof Filters) &&
      ((can.values[name as keyof Filters]?.includes(value ?? '') ?? true) || CLOCKS.test(value ?? '')),
  );
}

/** What has a time of day has it at any. */
const CLOCKS = /^\d\d:\d\d-/;

/** `어디`, `누가`, `무슨 날`: mostly only the question. */
const PASSING: ReadonlySet<Group> = new Set(['place', 'person', 'day']);

const weight = (noun: Noun, meaning: Meaning): number => {
  if (meaning.nothing) return 0;
  const named = meaning.loose ? 0 : meaning.noun === noun ? (meaning.weak ? 1 : 4) : meaning.noun ? -1 : 0;
  const filtered = 2 * Object.keys(meaning.filters ?? {}).length;
  const special = meaning.measure === 'balance' || meaning.measure === 'rate' || meaning.per ? 3 : 0;
  return named + filtered + special + (meaning.group ? 1 : 0);
};
