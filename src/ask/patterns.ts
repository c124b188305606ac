import { parseWon } from '../korean/won.ts';
import type { Meaning, Noun } from '../vocabulary/ask.ts';
import { isActivity } from '../vocabulary/expense.ts';
import type { Segment } from './query.ts';

const RECORDS: Readonly<Record<string, Noun>> = {
  e: 'expense',
  v: 'visit',
  c: 'contact',
  f: 'followup',
  b: 'announcement',
  p: 'pledge',
};
const RECORD = /([evcfbp])(\d{1,9})(?!\d)/y;
const CODE = /(\d{1,2}-\d{1,2}-\d{1,3}|(?:정책|혁신|시민)-?\d{1,3})(?![\d-])/y;
const AMOUNT =
  /((?:1인|일인|한사람|한명|인)당)?((?:₩?\d[\d.,]*[십백천만억]*(?:\d[\d.,]*[십백천만]+)*|[일이삼사오육칠팔구]?[십백천만억]+)(?:원|won|krw)?)(을|를|보다|이)?(이상|부터|넘는|넘은|넘긴|넘겨|넘게|초과하는|초과|초과한|큰|많은|이하|까지|미만|안되는|작은|적은|안넘는|밑으로|밑|아래로|아래)(?:인|의|짜리)?/y;
const AMOUNTS =
  /(\d[\d.,]*[십백천만억]*원?)(?:에서|부터|~|이상)(\d[\d.,]*[십백천만억]+원?)(?:까지|사이|이하)(?:의|인)?/y;
/** No amount about which it was: 10만원대, 3만원쯤. */
const EXACT_AMOUNT =
  /(₩?\d[\d.,]*[십백천만억]*(?:\d[\d.,]*[십백천만]+)*(?:원|won|krw))(?:짜리|어치|을|를)?(?!대|쯤|정도|가량|안팎|내외|언저리|선|씩|여|도|만|이나|밖|이상|이하|미만|초과|까지|부터|보다|안|넘|이)/y;
const ENGLISH_AMOUNT =
  /(over|above|morethan|atleast|under|below|lessthan|upto)₩?(\d[\d.,]*(?:k|m|million)?)(?:won|krw)?(perhead|perperson|ahead)?/y;
const CLOCK =
  /(?<half>오전|오후|아침|새벽|저녁|밤)?(?<hour>\d{1,2})(?:시(?<minute>반|\d{2}분)?|(?<exact>:\d{2}))(?<side>이후|부터|넘어서|넘어|넘은|넘긴|지나서|이전|전|까지)(?:에|의)?/y;
const ENGLISH_CLOCK =
  /(?<side>after|from|since|before|until|by)(?<hour>\d{1,2})(?<minute>:\d{2})?(?<half>am|pm)(?![a-z])/y;
const TOP =
  /(?:상위|탑|top|하위)(\d{1,2})(?:곳|개소|개|건|위|명)?|(?<!\d)(\d{1,2}|하나|두|세|네|다섯|여섯|일곱|여덟|아홉|열)(?:위까지|순위|(?<=하나)만?|(?:곳|개소|개|건|군데|명)만?(?![가-힣]*(?:이상|이하|넘)))/y;
const PERCENT =
  /(\d{1,3})(?:%|퍼센트|프로)(?:가|이|도|를)?(이상|넘는|넘은|넘긴|넘게|초과하는|초과|이하|미만|안되는|못되는|안넘는|못미치는|못넘는|밑도는|밑돈|밑으로|밑|아래로|아래|까지)(?:인|의)?/y;
const ENGLISH_PERCENT = /(over|above|morethan|atleast|under|below|lessthan|upto)(\d{1,3})(?:%|percent)/y;
const ACCOUNT = /203-?0([1-4])목?/y;
const ACTIVITY = /[1-8]-[가-하]/y;

const COUNTED: Readonly<Record<string, number>> = Object.fromEntries(
  ['하나', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉', '열'].map((word, before) => [word, before + 1]),
);

const PER_HEAD = {
  above: 'perHeadAbove',
  from: 'perHeadFrom',
  below: 'perHeadBelow',
  upTo: 'perHeadUpTo',
} as const;

const BOUNDS: readonly [RegExp, keyof typeof PER_HEAD][] = [
  [/^(?:이상|부터|atleast)$/, 'from'],
  [/^(?:넘|초과|큰|많은|over|above|morethan)/, 'above'],
  [/^(?:이하|까지|안넘는|못넘는|upto)$/, 'upTo'],
  [/^(?:미만|밑|아래|안되는|못되는|못미치는|밑도는|작은|적은|under|below|lessthan)$/, 'below'],
];

/** What is written by a rule and not by a list: names of records, amounts, how many to show. */
export function* patternsAt(
  text: string,
  from: number,
  gaps: ReadonlySet<number>,
): Generator<{ length: number; segment: Segment; isSure?: boolean }> {
  const at = (pattern: RegExp) => {
    pattern.lastIndex = from;
    return pattern.exec(text);
  };
  const record = at(RECORD);
  if (record && (gaps.has(from) || !/[a-z]/.test(text[from - 1] ?? ''))) {
    const [word, letter = '', digits = ''] = record;
    const noun = RECORDS[letter];
    if (noun)
      yield one(word, {
        noun,
        filters: { record: noun === 'pledge' ? word : String(Number(digits)) },
      });
  }
  const code = at(CODE);
  // 12-3-1 could be a day of 2012 as well, but few would write it so.
  const isSure = /^\d{1,2}-\d-\d$/.test(code?.[0] ?? '') || /공약|pledge/.test(text);
  if (code && !/\d/.test(text[from - 1] ?? ''))
    yield { ...one(code[0], { noun: 'pledge', filters: { record: code[0] } }), isSure };
  const percent = at(PERCENT);
  if (percent && !/\d/.test(text[from - 1] ?? '')) {
    const name = BOUNDS.find(([pattern]) => pattern.test(percent[2] ?? ''))?.[1];
    if (name) yield one(percent[0], { noun: 'pledge', weak: true, filters: { [name]: percent[1] ?? '' } });
  }
  const english = at(ENGLISH_PERCENT);
  const side = BOUNDS.find(([pattern]) => pattern.test(english?.[1] ?? ''))?.[1];
  if (english && side) yield one(english[0], { noun: 'pledge', weak: true, filters: { [side]: english[2] ?? '' } });
  const account = at(ACCOUNT);
  const isWhole = (word: string) => gaps.has(from + word.length) || !/\d/.test(text[from + word.length] ?? '');
  if (account && isWhole(account[0]) && !/[\d-]/.test(text[from - 1] ?? ''))
    yield one(account[0], { filters: { account: `203-0${account[1]}` } });
  const activity = at(ACTIVITY)?.[0];
  if (activity && gaps.has(from) && isActivity(activity))
    yield { ...one(activity, { noun: 'expense', weak: true, filters: { activity } }), isSure: true };
  const [between, least = '', most = ''] = at(AMOUNTS) ?? [];
  if (between) {
    const [from, upTo] = [parseWon(least), parseWon(most)];
    if ('won' in from && 'won' in upTo)
      yield one(between, { noun: 'expense', weak: true, filters: { from: String(from.won), upTo: String(upTo.won) } });
  }
  const amount = at(AMOUNT);
  if (amount && !/[\d.,]/.test(text[from - 1] ?? ''))
    yield* bound(amount[0], amount[2] ?? '', amount[4] ?? '', amount[1] !== undefined);
  const exact = at(EXACT_AMOUNT);
  if (exact && !/[\d.,~]/.test(text[from - 1] ?? '')) {
    const read = parseWon(exact[1] ?? '');
    const won = 'won' in read ? String(read.won) : null;
    if (won) yield one(exact[0], { noun: 'expense', weak: true, filters: { from: won, upTo: won } });
  }
  const clock = at(CLOCK) ?? at(ENGLISH_CLOCK);
  if (clock) {
    const hours = hoursOf(clock);
    if (hours) yield { ...one(clock[0], { filters: { hours } }), isSure: true };
  }
  const amountInEnglish = at(ENGLISH_AMOUNT);
  if (amountInEnglish)
    yield* bound(
      amountInEnglish[0],
      amountInEnglish[2] ?? '',
      amountInEnglish[1] ?? '',
      amountInEnglish[3] !== undefined,
    );
  const top = at(TOP);
  if (top) {
    const meaning: Meaning = {
      order: top[0].startsWith('하위') ? 'least' : 'most',
      ...(top[2] ? { loose: true } : {}),
      ...(/^(?:상위|탑|하위|top).*(?:곳|개소)$/.test(top[0]) ? { among: 'place' as const } : {}),
    };
    const many = COUNTED[top[2] ?? ''] ?? Number(top[1] ?? top[2]);
    yield {
      length: top[0].length,
      segment: { text: top[0], meanings: [meaning], most: many },
    };
  }
}

/** `18:00-24:00` of 오후 6시 이후; null where it could be of the morning or of the evening. */
function hoursOf({ groups = {} }: RegExpExecArray): string | null {
  const { half = '', hour = '', minute = '', exact, side = '' } = groups;
  const typed = Number(hour);
  const isLate = /오후|저녁|밤|pm/.test(half);
  // 밤 12시, 밤 2시: of the day before, or of the next.
  const isOpen =
    typed > 12 ? half !== '' && !isLate : (/저녁|밤/.test(half) && (typed < 5 || typed === 12)) || half === '';
  if (typed > 23 || (exact === undefined && isOpen)) return null;
  const at = exact !== undefined || typed > 12 ? typed : (typed % 12) + (isLate ? 12 : 0);
  const clock = `${String(at).padStart(2, '0')}:${minute === '반' ? '30' : (/\d\d/.exec(minute + (exact ?? ''))?.[0] ?? '00')}`;
  return /이후|부터|넘|지나|after|from|since/.test(side) ? `${clock}-24:00` : `00:00-${clock}`;
}

const one = (word: string, meaning: Meaning) => ({
  length: word.length,
  segment: { text: word, meanings: [meaning] },
});

function* bound(word: string, amount: string, how: string, perHead: boolean) {
  const read = parseWon(amount.replace(/million$/, 'm'));
  const name = BOUNDS.find(([pattern]) => pattern.test(how))?.[1];
  if ('won' in read && name)
    yield one(word, {
      noun: 'expense',
      weak: true,
      filters: { [perHead ? PER_HEAD[name] : name]: String(read.won) },
    });
}
