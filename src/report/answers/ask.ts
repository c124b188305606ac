import { parsePeriod } from '../../korean/period.ts';
import { normalise } from '../../korean/typed.ts';
import { parseDay } from '../../korean/typed-days.ts';
import type { Day } from '../../vocabulary/day.ts';
import { ACCOUNTS, type Account } from '../../vocabulary/expense.ts';
import type { AnswerTopic } from '../../vocabulary/report.ts';

/** A demand for documents (자료요구) as it was typed. */
export type Asked = {
  topic: AnswerTopic;
  /** Days, both included; null for everything. */
  period: { from: Day; to: Day } | null;
  account: Account | null;
  /** The follow-up of the demand: who asked, and where the answer is written. */
  followupId: number | null;
  /** 요구의원, 요구일 and 기준일, where they were typed with their names. */
  requester: string | null;
  askedOn: Day | null;
  asOf: Day | null;
  /** Everything else has to occur in what is listed: a place, a district. */
  words: readonly string[];
};

export type AskRefusal = { refusal: 'no_topic' } | { refusal: 'elsewhere'; department: string };

const TOPICS: Record<AnswerTopic, RegExp> = {
  spending: /^(업무추진비|업추비|지출|집행내역|집행|spending|expenses?)$/,
  pledges: /^(공약|공약사항|pledges?)$/,
  visits: /^(현장방문|현장|행사|행사참여|일정|visits?)$/,
  council: /^(시의회|의회|간담회|소통|council)$/,
  followups: /^(후속조치|후속|처리요구|민원|followups?)$/,
  disclosure: /^(공개|정보공개|disclosures?)$/,
};

/** What this office does not hold, and who does. `isSurely`: whatever else is said; the rest can also be words to look for. */
const ELSEWHERE: readonly (readonly [form: RegExp, isSurely: boolean, department: string])[] = [
  [/급여|봉급|연봉|호봉|salar|payroll/i, true, '인사과'],
  [/직원\s*(명단|현황|리스트|연락처)|인사기록|staff list|personnel/i, true, '인사과'],
  [/보수|채용|징계|recruit|disciplin/i, false, '인사과'],
  [/경조사비\s*(규정|한도)|복무|condolence/i, false, '총무과'],
  [/세입|결산|지방채|revenue|municipal bond/i, false, '재정담당관'],
];

const ACCOUNT_WORDS = new Map<string, Account>(
  Object.entries({
    기관운영: '203-01',
    정원가산: '203-02',
    시책추진: '203-03',
    부서운영: '203-04',
  }),
);

/** `업무추진비 2014~2016`, `현장방문 2016 강북구`, `공약 F12`; what another department holds is refused with its name. */
export function readAsked(typed: string, today: Day): Asked | AskRefusal {
  const said = normalise(typed);
  const labelled = takeLabelled(said.split(' ').filter(Boolean), today);
  const words = labelled.rest;
  const topicAt = words.findIndex((word) => topicOf(word) !== null);
  const topic = topicOf(words[topicAt] ?? '');
  const elsewhere = ELSEWHERE.find(([form, isSurely]) => (isSurely || topic === null) && form.test(said));
  if (elsewhere) return { refusal: 'elsewhere', department: elsewhere[2] };
  if (topic === null) return { refusal: 'no_topic' };
  const asked: { -readonly [Key in keyof Asked]: Asked[Key] } = {
    topic,
    period: null,
    account: null,
    followupId: null,
    ...labelled.said,
    words: [],
  };
  const rest = words.filter((_, i) => i !== topicAt);
  for (let i = 0; i < rest.length; ) {
    const taken = take(rest.slice(i, i + MOST_WORDS), asked, today);
    if (taken === 0) asked.words = [...asked.words, rest[i] ?? ''];
    i += Math.max(taken, 1);
  }
  return asked;
}

const LABELS = {
  requester: /^(?:요구의원|requester)(?::(.*))?$/i,
  askedOn: /^(?:요구일|asked-on)(?::(.*))?$/i,
  asOf: /^(?:기준일|as-of)(?::(.*))?$/i,
};

/** `요구의원 홍길동 요구일 2016-11-01`: what the cover says besides, and the other words. */
function takeLabelled(words: readonly string[], today: Day) {
  const said: Pick<Asked, keyof typeof LABELS> = { requester: null, askedOn: null, asOf: null };
  const rest: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const name = (Object.keys(LABELS) as (keyof typeof LABELS)[]).find((it) => LABELS[it].test(word));
    const own = name && LABELS[name].exec(word)?.[1];
    const value = name === undefined ? '' : own || (words[i + 1] ?? '');
    const read = name === undefined || value === '' ? null : name === 'requester' ? value : parseDay(value, { today });
    if (name === undefined || read === null) rest.push(word);
    else {
      said[name] = read;
      if (!own) i++;
    }
  }
  return { said, rest };
}

/** How many words a period may take: `2016년 1월 ~ 3월`. */
const MOST_WORDS = 4;

function topicOf(word: string): AnswerTopic | null {
  const found = Object.entries(TOPICS).find(([, form]) => form.test(word.toLowerCase()));
  return (found?.[0] as AnswerTopic | undefined) ?? null;
}

function take(words: readonly string[], asked: { -readonly [Key in keyof Asked]: Asked[Key] }, today: Day): number {
  const [first = ''] = words;
  const [, followup] = /^F(\d{1,12})$/i.exec(first) ?? [];
  const account = ACCOUNTS.find((code) => code === first) ?? ACCOUNT_WORDS.get(first.replace(/업무추진비$/, ''));
  if (followup) asked.followupId = Number(followup);
  else if (account) asked.account = account;
  if (followup || account) return 1;
  for (let length = words.length; asked.period === null && length > 0; length--) {
    const period = periodOf(words.slice(0, length).join(' '), today);
    if (!period) continue;
    asked.period = period;
    return length;
  }
  return 0;
}

function periodOf(typed: string, today: Day): Asked['period'] {
  const [, from, to] = /^(\d{4})년? ?[~∼-] ?(\d{4})년?$/.exec(typed) ?? [];
  if (from && to) return from <= to ? { from: `${from}-01-01`, to: `${to}-12-31` } : null;
  const period = parsePeriod(typed, today);
  return period && { from: period.from, to: period.to };
}
