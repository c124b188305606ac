import type { FilterName, Group, Meaning, Noun } from '../vocabulary/ask.ts';
import { askable } from '../vocabulary/askable.ts';
import type { Day } from '../vocabulary/day.ts';
import { IN_TIME, isCountedIn, tells } from './asked-for.ts';
import { BOUNDS, EACH, eitherOf, severalOf, WITHIN } from './filters.ts';
import type { Query, Said, Segment } from './query.ts';

/** The words of a question that carry meaning and that the query does not hold: it would answer less than was asked. */
export const unusedIn = (query: Query, said: readonly Said[], today: Day): string[] =>
  said.filter((it) => !isUsed(query, it, said, today)).map(({ segment }) => segment.text);

function isUsed(query: Query, { segment, meaning }: Said, said: readonly Said[], today: Day): boolean {
  if (segment.period && !isDayOf(query, segment.period, said, today)) return false;
  if (segment.most !== undefined && query.most !== segment.most) return false;
  return (
    holdsFilters(query, meaning) &&
    holdsMeasure(query, meaning) &&
    holdsOrder(query, segment, meaning) &&
    (!meaning.unit || isCountedIn(query, meaning.unit, said)) &&
    (!meaning.detail || tells(query, meaning.detail, said)) &&
    (!meaning.group ||
      query.groupBy === meaning.group ||
      (meaning.loose === true && IN_TIME.has(query.groupBy ?? ''))) &&
    (!meaning.among || meaning.noun === 'visit' || isSettled(query, meaning.among) || isWhere(meaning, said)) &&
    (!meaning.per ||
      query.per === meaning.per ||
      query.noun === 'rule' ||
      PER_HEAD.some((it) => query.filters[it] !== undefined)) &&
    (!meaning.scope || (meaning.scope === 'office' ? query.scope !== 'mine' : query.scope === 'mine')) &&
    holdsWhen(query, meaning)
  );
}

const PER_HEAD = Object.values(EACH);

/**
 * Whether the noun's period is about what was said to be then. Follow-ups are known by when they are due, receipts by the day of the spend:
 * what was finished, asked for or handed in then is another question. What has no days is known as it is today.
 */
function isDayOf({ noun, filters }: Query, { from, to }: { from: Day; to: Day }, said: readonly Said[], today: Day) {
  const { dated } = askable(noun);
  if (dated === 'now') return noun === 'rule' || (from === today && to === today);
  const happened = said.some(({ meaning }) => meaning.when === 'past' && (!meaning.noun || meaning.noun === noun));
  if (noun === 'receipt' || noun === 'finding') return !happened;
  if (noun !== 'followup' || filters.kind?.startsWith('audit')) return true;
  const isDue = said.some(({ meaning }) => meaning.due);
  return (
    isDue || (!happened && filters.status === undefined && (filters.state !== undefined || filters.kind === undefined))
  );
}

function holdsFilters({ filters }: Query, meaning: Meaning): boolean {
  return Object.entries(meaning.filters ?? {}).every(([name, value]) => {
    const held = filters[name as FilterName];
    if (name in EACH && filters[EACH[name as keyof typeof EACH]] === value) return true;
    return (
      held !== undefined &&
      (eitherOf(held).includes(value) || WITHIN[held] === value || (name === 'words' && held.includes(value)))
    );
  });
}

function holdsMeasure({ noun, measure, groupBy, order, periods, filters }: Query, said: Meaning): boolean {
  const asked = said.measure;
  if (!asked || asked === measure || noun === 'rule') return true;
  const isFigure = FIGURES.has(measure);
  // 1인당 집행액이 5만원 넘는 건: the amount is what they are narrowed by.
  const isBounded = BOUNDED.some((it) => filters[it] !== undefined);
  // 몇 건 얼마: a list of spends says both.
  if (noun === 'expense' && measure === 'list' && groupBy === null && (asked === 'sum' || asked === 'count'))
    return true;
  switch (asked) {
    case 'change':
      return periods.length > 1 || IN_TIME.has(groupBy ?? '') || (groupBy !== null && groupBy === severalOf(filters));
    case 'list':
      return said.loose === true;
    case 'sum':
      return (
        isBounded || (isFigure && (measure !== 'count' || IN_ALL.has(noun) || said.loose !== true || order !== null))
      );
    case 'count':
      return isFigure;
    case 'rate':
    case 'share':
      return said.loose === true && (measure === 'rate' || measure === 'share' || measure === 'average');
    case 'average':
      return said.loose === true || order !== null || isBounded;
    default:
      return false;
  }
}

/** All of these together are so many of them. */
const IN_ALL: ReadonlySet<Noun> = new Set(['visit', 'pledge']);
const FIGURES: ReadonlySet<Query['measure']> = new Set(['count', 'sum', 'balance', 'rate', 'share', 'average']);
const BOUNDED: readonly FilterName[] = [...BOUNDS, ...PER_HEAD];

/** `제일 안 된` is neither the most nor the least of what is. */
const holdsOrder = (query: Query, segment: Segment, { order, denied }: Meaning): boolean =>
  (!order || query.order === order || segment.most !== undefined) &&
  !(denied && query.order !== null && query.groupBy === null);

/** `어디`, `누가`, `식당`: they are told apart, or one of them was named, or each record says it. */
function isSettled({ noun, measure, groupBy, filters, scope, shown }: Query, among: Group): boolean {
  if (groupBy === among || shown === among || filters[among as FilterName] !== undefined) return true;
  if (among === 'status' && filters.state !== undefined) return true;
  if (among === 'place' && groupBy !== null && groupBy !== 'period' && !IN_TIME.has(groupBy)) return true;
  if (among === 'person' && (groupBy === 'member' || scope === 'mine')) return true;
  if (among === 'member' && (groupBy === 'person' || MEMBERS.some((name) => filters[name] !== undefined))) return true;
  return (TOLD[noun] ?? []).includes(among) && !groupBy && !FIGURES.has(measure);
}

/** `담당 부서가 어디야`: where is which of these. */
const isWhere = ({ among }: Meaning, said: readonly Said[]): boolean =>
  among === 'place' && said.some(({ meaning }) => meaning.among !== undefined && BODIES.has(meaning.among));
const BODIES: ReadonlySet<Group> = new Set(['department', 'committee', 'party', 'district']);

const MEMBERS: readonly FilterName[] = ['member', 'committee', 'party', 'district', 'role'];

/** What each listed record says of itself. */
const TOLD: Partial<Record<Noun, readonly Group[]>> = {
  expense: ['day', 'purpose'],
  visit: ['day'],
  contact: ['day', 'member'],
  followup: ['day'],
  approval: ['day', 'purpose'],
  receipt: ['day'],
  member: ['member', 'person', 'party', 'committee', 'district', 'place'],
  person: ['person'],
  announcement: ['day'],
  finding: ['day', 'rule'],
  rule: ['place', 'person', 'day', 'member'],
};

/** What is still to come is only known of plans, and of what has to be done. */
const holdsWhen = ({ noun, measure, filters }: Query, { when, noun: own }: Meaning): boolean =>
  when !== 'ahead' ||
  (filters.status !== 'done' &&
    filters.state !== 'fulfilled' &&
    (noun !== 'expense' || (own !== undefined && own !== 'expense') || measure === 'balance'));
