import { isPeople, parseHeadcount } from '../korean/headcount.ts';
import { rest, take, takeDayTime, takeFirst, tokensOf } from '../korean/tokens.ts';
import type { ContactKind } from '../vocabulary/council.ts';

/** What a typed line says of a contact; every word of it is in one of these. */
export type LoggedLine = {
  kind: ContactKind | null;
  date: string | null;
  time: string | null;
  others: string | null;
  agenda: string | null;
  visitId: number | null;
  briefingId: number | null;
  /** Words that may be names of members. */
  names: string[];
};

const KIND_NAMES: [ContactKind, RegExp][] = [
  ['leaders_meeting', /^(?:의장단|(?:의장단[·,]? ?)?상임위원장단?)(?: ?간담회)?$|^leaders(?:' meeting| meeting)?$/i],
  [
    'caucus_meeting',
    /^교섭단체(?:별)?(?: ?(?:협의회|간담회))?$|^원내대표단? ?(?:협의회|간담회)?$|^caucus(?: meeting)?$/i,
  ],
  ['party_consultation', /^(?:당정[·,]? ?(?:정책)? ?협의회?|정책 ?협의회)$|^party consultation$/i],
  ['committee_meeting', /^상임위(?:원회)?(?:별)? ?간담회$|^committee meeting$/i],
  ['mayor_meeting', /^시장 ?면담$|^mayor meeting$/i],
  ['staff_meeting', /^(?:직원 ?)?(?:면담|만남)$|^(?:staff )?meeting$/i],
  ['staff_call', /^(?:직원 ?)?(?:전화 ?)?통화$|^(?:staff )?call$/i],
  ['women_meeting', /^여성 ?의원(?: ?간담회)?$|^women(?:'s)? meeting$/i],
  ['other_meeting', /^(?:(?:특위|예결위)원?장?단? ?|기타 ?)간담회$|^간담회$|^other meeting$/i],
  ['event_notice', /^(?:행사[·,]? ?현장 ?)?사전 ?공유$|^초청$|^event notice$/i],
  ['request_feedback', /^(?:요청 ?)?피드백$|^feedback$/i],
  ['prior_briefing', /^사전 ?설명$|^briefing$/i],
];

/** `오늘 의장단 간담회 의장 외 4명 청년수당 사전설명`, in any order. The first kind that is named is the kind; a second stays in the agenda. */
export function readLogged(typed: string, { today }: { today: string }): LoggedLine {
  const tokens = tokensOf(typed);
  const visit = takeFirst(tokens, 1, (text) => /^v(\d{1,15})$/i.exec(text)?.[1] ?? null);
  const briefing = takeFirst(tokens, 1, (text) => /^b(\d{1,15})$/i.exec(text)?.[1] ?? null);
  const { day, time } = takeDayTime(tokens, { today, towards: 'past' });
  const kind = takeFirst(tokens, 3, kindNamed);
  const people = takeFirst(tokens, 4, (text) => (COUNT.test(text) && parseHeadcount(text) !== null ? text : null));
  const lead = people && people.at > 0 && tokens.free[people.at - 1] ? (tokens.words[people.at - 1] ?? '') : '';
  const led = people !== null && /^(?:외|등|and)/i.test(people.value) && lead !== '' && isLead(lead);
  if (led) take(tokens, people.at - 1, 1);
  const names = tokens.words.filter((word, i) => tokens.free[i] && /^[가-힣]{2,5}$/.test(word));
  return {
    kind: kind?.value ?? null,
    date: day,
    time,
    others: people ? [...(led ? [lead] : []), people.value].join(' ') : null,
    agenda: rest(tokens) || null,
    visitId: visit ? Number(visit.value) : null,
    briefingId: briefing ? Number(briefing.value) : null,
    names,
  };
}

/** The kind that these words name, and nothing else. */
export const kindNamed = (words: string): ContactKind | null =>
  KIND_NAMES.find(([, name]) => name.test(words))?.[0] ?? null;

const isLead = (word: string): boolean => isPeople(word) || /(?:의장|의원|위원장|대표)$/.test(word);

const COUNT =
  /^(?:외|등|총) ?\d+ ?(?:명|인)?$|^\S{1,12}외 ?\d+ ?(?:명|인)?$|^\d+ ?(?:명|인)$|^(?:\d+|\S+ and \d+) (?:people|members|others?)$/i;
