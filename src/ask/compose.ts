import type { Filters, Meaning, Noun } from '../vocabulary/ask.ts';
import { askable, KINDS_WITHIN } from '../vocabulary/askable.ts';
import type { Day } from '../vocabulary/day.ts';
import { IN_CHARGE, isMemberAsked, shownIn } from './asked-for.ts';
import type { Chosen } from './choose.ts';
import { BOUNDS, EACH, filtersOf, isPartByOrder, or, severalOf } from './filters.ts';
import { MEASURED } from './honoured.ts';
import { type Asked, askedFor, type Rest } from './measured.ts';
import type { Query, Said, Span } from './query.ts';
import { isYear, yearOf } from './spans.ts';

/** Brings the pieces together; null where two of them contradict. */
export function queryOf(chosen: Chosen, rest: Rest): Query | null {
  const { noun, meanings } = chosen;
  const { most, words, before, today } = rest;
  const filters = filtersOf(meanings);
  if (!filters) return null;
  for (const { place, words: word } of words) {
    if (place !== undefined) filters.place = or(filters.place, place);
    if (word !== undefined) filters.words = [filters.words, word].filter((it) => it !== undefined).join(' ');
  }
  const isEach = boundEach(filters, meanings);
  const { dated } = askable(noun);
  const asked = askedFor(chosen, filters, rest);
  if (!asked || contradicts(asked, filters, chosen, rest)) return null;
  const { measure, groupBy, order, per, spans } = isEach
    ? // Of what is narrowed by an amount for each person, no average is asked for.
      { ...asked, measure: asked.measure === 'average' ? 'list' : asked.measure, per: null }
    : asked;
  const own: Query = {
    noun,
    measure,
    groupBy,
    order,
    most,
    per,
    shown: groupBy === null ? shownIn(noun, measure, chosen.said) : null,
    periods: dated === 'now' ? [] : dated === 'years' ? spans.map(yearOf) : spans,
    filters,
    scope: meanings.find((it) => it.scope)?.scope ?? null,
    when: null,
  };
  const query = before?.noun === noun ? goneOn(before, own, meanings) : own;
  return { ...query, when: whenOf(query, meanings, today) };
}

/** `1인당 집행액이 5만원을 넘는`: the bound is for each person where that was said before it. */
function boundEach(filters: Filters, meanings: readonly Meaning[]): boolean {
  const head = meanings.findIndex((it) => it.per === 'head');
  const bound = meanings.findIndex((it) => BOUNDS.some((name) => it.filters?.[name] !== undefined));
  if (head < 0 || bound < head) return false;
  for (const name of BOUNDS) {
    const won = filters[name];
    if (won === undefined) continue;
    filters[EACH[name]] = won;
    delete filters[name];
  }
  return true;
}

function contradicts(
  { measure, groupBy, order, per, spans }: Asked,
  filters: Filters,
  { noun, meanings, said }: Chosen,
  { today, isKorean }: Rest,
): boolean {
  if (!isDated(noun, spans, filters, today)) return true;
  // Of these nothing is planned.
  if ((noun === 'expense' || noun === 'contact') && spans.some(({ from }) => from > today)) return true;
  if (noun === 'budget' && measure !== 'balance' && !spans.every(isYear)) return true;
  // Of visits the months are counted, of spends their won is divided.
  if (per === 'month' && meanings.some((it) => it.measure === (noun === 'expense' ? 'count' : 'sum') && !it.loose))
    return true;
  // 시의회 언제 열려 asks for its session: what is held with the council is a meeting of some kind.
  if (
    noun === 'contact' &&
    !filters.kind &&
    said.some(isHeld) &&
    !said.some(({ segment }) => MEETING.test(segment.text))
  )
    return true;
  // 민도현 결재 대기: what waits for them, or what is theirs and waits.
  if (noun === 'expense' && filters.state === 'waiting' && filters.person) return true;
  // 예산 100만원 이상: no spend is asked for.
  if (noun === 'expense' && BOUNDS.some((it) => filters[it]) && meanings.some((it) => it.noun === 'budget'))
    return true;
  // 제일 오래된 의원: whom nobody has met for longest, or who was met first; and no meeting tells who was there.
  if (noun === 'contact' && (measure === 'first' || measure === 'last') && isMemberAsked(said)) return true;
  // 의장단 명단: who they are, and not when they met.
  if (noun === 'contact' && said.some(({ segment }) => /명[단부]/.test(segment.text)) && !said.some(isMet)) return true;
  // Who went somewhere no record tells, only who is in charge: 사람 제일 많은 방문.
  if (
    noun === 'visit' &&
    groupBy === 'person' &&
    !meanings.some((it) => it.group === 'person' || (it.noun === 'visit' && it.among === 'person')) &&
    !said.some(({ segment }) => IN_CHARGE.test(segment.text))
  )
    return true;
  // Of what an audit demanded the year is known, and no day when it is due.
  if (noun === 'followup' && filters.kind?.startsWith('audit') && spans.length > 0 && meanings.some((it) => it.due))
    return true;
  // When an approval was asked for is not known here.
  if (noun === 'approval' && spans.length > 0 && meanings.some((it) => it.noun === noun && it.weak)) return true;
  // Of the budget no account's part is known here.
  if (measure === 'share' && noun === 'expense' && meanings.some((it) => it.noun === 'budget')) return true;
  // 시책은 몇 프로 썼어: of its budget, or of all that was spent.
  if (
    measure === 'share' &&
    noun === 'expense' &&
    filters.account &&
    meanings.some((it) => it.measure === 'share' && it.loose)
  )
    return true;
  // Whoever asked for something is not who has to do it.
  if (noun === 'followup' && groupBy === 'person' && (meanings.some(isRequesting) || isWhoAsked(filters, meanings)))
    return true;
  // 완료된 공약 중 시민공약 비율: of those done, and not of those of citizens.
  if (measure === 'share' && isOfThoseStanding(said)) return true;
  // In Korean the part stands last: 시책 중 직원 격려 비율.
  if (measure === 'share' && !isKorean && isPartByOrder(filters)) return true;
  // Each of several at each of several times is more than an answer has.
  if (severalOf(filters) && spans.length > 1) return true;
  const compared = meanings.some((it) => it.measure === 'change') || spans.length > 1;
  if (compared && noun === 'expense' && meanings.some((it) => it.noun === 'budget')) return true;
  if (order === 'none' && ((groupBy !== 'district' && groupBy !== 'member') || measure !== 'count')) return true;
  // Who did the most, where nobody did it: a budget.
  if (order && !groupBy && meanings.some(({ among }) => among && !askable(noun).groups.includes(among))) return true;
  // The largest pledge may be the one that costs most.
  if (
    order &&
    !groupBy &&
    noun === 'pledge' &&
    !meanings.some((it) => it.measure === 'average' || it.measure === 'sum')
  )
    return true;
  return Boolean(order && !groupBy && (!MEASURED.has(noun) || measure === 'count'));
}

/** `의원 요청 제일 많이 한 사람` */
const isWhoAsked = ({ kind }: Filters, meanings: readonly Meaning[]): boolean =>
  kind === 'member_request' && meanings.some((it) => it.order) && !meanings.some((it) => it.group === 'person');

const isHeld = ({ meaning: { noun, weak, filters } }: Said): boolean => noun === 'contact' && weak === true && !filters;
const isMet = ({ segment, meaning }: Said): boolean => meaning.noun === 'contact' || MEETING.test(segment.text);
const MEETING = /간담|면담|만남|모임|소통|접촉|meeting|contact/;

/** How something stands is said before 중, and something else behind it. */
function isOfThoseStanding(said: readonly Said[]): boolean {
  const amid = said.findIndex(({ segment }) => AMID.test(segment.text));
  if (amid < 0) return false;
  const isStanding = ({ meaning: { filters } }: Said) => (filters?.state ?? filters?.status) !== undefined;
  const behind = said.slice(amid);
  return (
    said.slice(0, amid).some(isStanding) && !behind.some(isStanding) && behind.some(({ meaning }) => meaning.filters)
  );
}
const AMID = /^(?:중|중에|중에서|가운데)$/;

const isRequesting = ({ noun, when, filters }: Meaning): boolean =>
  noun === 'member' || (when === 'past' && filters?.kind === 'member_request');

/** How often it was is not how often it is planned, too; where the periods say as much already, nothing need be said. */
function whenOf(
  { noun, measure, periods, filters, when }: Query,
  meanings: readonly Meaning[],
  today: Day,
): Query['when'] {
  if (!PLANNED.has(noun) || filters.state || filters.record) return null;
  const open = periods.length === 0 || periods.some(({ from, to }) => from <= today && today < to);
  if (!open) return null;
  // 올해 마지막 일정 may be one that is planned.
  const isOver = periods.length === 0 || meanings.some((it) => it.when === 'past');
  if (measure === 'last') return isOver ? 'past' : null;
  const said = meanings.filter(
    (it) => it.when && (it.noun === noun || (!it.noun && (it.when === 'ahead' ? !it.nothing : measure !== 'list'))),
  );
  return said.find((it) => it.noun)?.when ?? said[0]?.when ?? when;
}
const PLANNED: ReadonlySet<Noun> = new Set(['visit', 'announcement']);

const FIGURES: ReadonlySet<Query['measure']> = new Set(['count', 'sum', 'balance', 'rate', 'share', 'average']);

/** `그럼 9월은?`: the question before, with what is new in its place. */
function goneOn(before: Query, own: Query, meanings: readonly Meaning[]): Query {
  const said = meanings.some((it) => it.measure && it.measure !== 'change');
  return {
    ...before,
    ...(said || own.groupBy || own.order
      ? {
          // 구별로 after how many came: the same figure, told apart.
          measure: said || !FIGURES.has(before.measure) ? own.measure : before.measure,
          // 제일 많은 건? after what was told apart asks which of those.
          groupBy: own.groupBy ?? (own.order && before.groupBy !== 'period' ? before.groupBy : null),
          order: own.order,
          per: own.per,
          shown: own.shown,
        }
      : {}),
    ...(own.most === null ? {} : { most: own.most }),
    ...(own.periods.length === 1 && before.periods.length > 1 && !own.groupBy ? { groupBy: null } : {}),
    periods: own.periods.length > 0 ? own.periods : before.periods,
    filters: { ...before.filters, ...own.filters },
    scope: own.scope ?? before.scope,
  };
}

/** Whether a period means something here: a budget has years; what has no days can only be asked about as it is now. */
export function isDated(noun: Noun, spans: readonly Span[], filters: Filters | null, today: Day): boolean {
  const { dated } = askable(noun);
  if (dated === 'now') return spans.every(({ from, to }) => from <= today && today <= to);
  if (dated === 'days') return noun !== 'followup' || spans.length === 0 || !hasNoDay(filters);
  const isNow = ({ from, to }: Span) => from <= today && today <= to && from.slice(0, 4) === to.slice(0, 4);
  return spans.every((span) => isYear(span) || isNow(span));
}

/** What has no due day, and what was asked for on a visit: the register knows no period for it. */
const hasNoDay = (filters: Filters | null): boolean => {
  const { state, kind } = filters ?? {};
  return state === 'no_due' || kind === 'agenda' || KINDS_WITHIN.agenda?.includes(kind ?? '') === true;
};
