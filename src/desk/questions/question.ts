import { plainly } from '../../korean/typed.ts';
import { accountNamed } from '../../spending/expense/line.ts';
import { type Named, valueNamed } from '../../visit/line.ts';
import { planPeriod } from '../../visit/query.ts';
import type { Lookup } from '../menu/lookups.ts';

/** What is asked, as a lookup and the words that narrow it down. */
export type Question = { about: Lookup; words: string };

export type Known = { today: string; programs: readonly Named[]; districts: readonly Named[] };

/** `E12`, `V3`, `C5`, `B2`, `F7`, `1-2-3`, `혁신-12`: a record by its name alone. */
const RECORD = /^(?:[evcbf]\d{1,9}|p\d{1,9}|\d{1,2}-\d{1,2}-\d{1,2}|(?:정책|혁신|시민)-\d{1,3})$/i;

const GREETING =
  /^(?:안녕(?:하세요|하십니까)?|여보세요|비서(?:야|님)?|도움말?|도와줘|메뉴|사용법|뭐 할 수 있어|hi|hello|hey|help|menu|what can you do)[?!. ]*$/i;

const ASKED =
  /\?$|얼마|누구|누가|언제|어디|몇|뭐|뭘|무엇|무슨|어때|어떻게|어떤|있어$|있나|있지$|있는지|됐어|되었|되나|남았|남은|알려|보여|찾아|조회|확인해 ?줘|^(?:how|what|who|which|when|where|is|are|do|does|did|any|show|list|find|tell)\b|\b(?:left|remaining)\b/i;

/** A question by itself, without a word that asks: `이번 주 일정`, `집행 현황`. */
const NAMES_A_LIST =
  /(?:일정|스케줄|요약|현황|목록|명단|내역|통계|실적|잔액|집행률|할 ?일|밀린 ?것?|지난 ?것|schedule|calendar|digest|balance|status|figures|overdue|to-?dos?)(?:은|는|을|를|도)?[.! ]*$|^(?:my|overdue) /i;

type Topic = { names: RegExp; ask(said: Said): Question };
/** `rest` without any particle; `whole` with those that may belong to a name (`안심귀가`). */
type Said = {
  line: string;
  period: string | null;
  year: string | null;
  rest: string[];
  whole: string[];
  places: string[];
};

const has = (said: Said, words: RegExp): boolean => words.test(said.line);

/** In this order: the more special first, so that `공약 예산` is about pledges. */
const TOPICS: readonly Topic[] = [
  {
    names: /요약|digest/i,
    ask: ({ period }) => ({ about: 'digest', words: period ?? '' }),
  },
  {
    names: /집행내역 ?공개|공개 ?(?:마감|현황|자료)|disclos/i,
    ask: () => ({ about: 'disclosure', words: '' }),
  },
  {
    names: /감사|audit/i,
    ask: ({ year }) => ({ about: 'audit', words: year ?? '' }),
  },
  {
    names: /공약|pledge/i,
    ask(said) {
      if (has(said, /부진|안 ?되|늦|behind|trouble/i)) return { about: 'pledges', words: '부진' };
      if (has(said, /제안|proposal/i)) return { about: 'proposals', words: '' };
      const words = said.whole.join(' ');
      return words === '' ? { about: 'pledge_state', words: '' } : { about: 'pledge', words };
    },
  },
  {
    names: /후속|처리요구|할 ?일|밀린|기한|마감|숙제|follow-?ups?|overdue|to-?do|\bdue\b|\bowe\b/i,
    ask(said) {
      if (has(said, /통계|현황|몇|figures|how many/i)) return { about: 'followup_stats', words: '' };
      const late = has(said, /밀린|지난|지났|늦|overdue|late/i);
      const everyone = has(said, /전체|모두|비서실|우리|all|everyone|office/i);
      if (late) return { about: 'followups', words: everyone ? '기한지남' : '@나 기한지남' };
      return everyone ? { about: 'followups', words: '' } : { about: 'followups_mine', words: '' };
    },
  },
  {
    names: /의원|의장|위원장|위원회|상임위|교섭단체|council ?(?:lor|member)s?|councill?ors?|\bmembers?\b|committee/i,
    ask(said) {
      if (has(said, /간담회|만난|만났|소통|면담|몇 ?번|meetings?|met\b|contacts?/i)) return contacts(said);
      return { about: 'members', words: [...said.places, ...said.rest].join(' ') };
    },
  },
  { names: /의회|소통|간담회|council/i, ask: contacts },
  {
    names: /사전 ?설명|briefing/i,
    ask: () => ({ about: 'briefings', words: '' }),
  },
  {
    names:
      /예산|잔액|집행|지출|업무추진비|업추비|시책|기관운영|정원가산|부서운영|썼|쓴 ?돈|얼마|돈|how much|budget|balance|expens|spen[dt]|money|accounts?\b/i,
    ask(said) {
      const account = said.rest.filter((word) => accountNamed(word) !== null);
      const broad = said.period === null || said.year !== null;
      if (has(said, /확인필요|held/i)) return { about: 'held', words: '' };
      const rows = has(said, /내역|목록|뭐에|어디에|누가|무엇에|list|on what|where/i);
      if (rows || !broad) return { about: 'expenses', words: [said.period ?? '', ...account].join(' ').trim() };
      return { about: 'status', words: said.year ?? '' };
    },
  },
  {
    names: /일정|현장|방문|스케줄|행사|약속|회의|schedule|visit|calendar|engagement|agenda|meeting/i,
    ask: visits,
  },
];

function contacts({ line, period, year }: Said): Question {
  if (/통계|몇|횟수|how (?:many|often)|figures/i.test(line)) return { about: 'council_stats', words: year ?? '' };
  return { about: 'contacts', words: period ?? '' };
}

function visits(said: Said): Question {
  const { period, places, year } = said;
  if (has(said, /실적|통계|몇|how many|figures/i)) return { about: 'visit_stats', words: year ?? '' };
  if (places.length > 0) return { about: 'visits', words: [period ?? '', ...places].join(' ').trim() };
  if (period === null) return { about: 'visits_week', words: '' };
  return WEEKS.test(period) ? { about: 'visits_week', words: period } : { about: 'visits', words: period };
}

const WEEKS = /주$|주간|week/i;

/** What a line asks; null where it asks nothing that the register knows, or tells something to be entered. */
export function readQuestion(typed: string, known: Known): Question | null {
  const line = plainly(typed).replace(/(?<=\S) *[.!~]+$/, '');
  if (RECORD.test(line)) return { about: 'record', words: typed.trim() };
  if (GREETING.test(line)) return { about: 'menu', words: '' };
  if (!ASKED.test(line) && !NAMES_A_LIST.test(line)) return null;
  const said = read(line, known);
  if (said.today) return { about: 'visits_today', words: '' };
  const topic = TOPICS.find(({ names }) => names.test(line));
  if (topic) return topic.ask(said);
  return said.period === null ? null : visits(said);
}

/** Longer phrases than `2018년 11월 21일` are none of a period. */
const LONGEST_PERIOD = 4;
const MOST_WORDS = 40;

function read(line: string, { today, programs, districts }: Known): Said & { today: boolean } {
  const words = line.replace(/[?!,]/g, ' ').split(' ').filter(Boolean).slice(0, MOST_WORDS);
  const said: Said = { line, period: null, year: null, rest: [], whole: [], places: [] };
  for (let at = 0; at < words.length; ) {
    const taken = said.period === null ? periodAt(words, at, today) : null;
    if (taken) {
      said.period = taken.words;
      said.year = taken.year;
      at += taken.length;
      continue;
    }
    const whole = words[at++] ?? '';
    const word = bare(whole);
    if (valueNamed(word, districts) !== null || valueNamed(word, programs) !== null) said.places.push(word);
    else if (word !== '' && !SAYS_NOTHING.test(word)) {
      said.rest.push(word);
      said.whole.push(whole.replace(/(?<=[가-힣]{2})(?:에서는|에서|에는|들은|은|는|을|를|의)$/, ''));
    }
  }
  const todays = said.period !== null && /^(?:오늘|today)$/.test(said.period);
  return { ...said, today: todays && said.places.length === 0 && ABOUT_TODAY.test(line) };
}

/** A day is mostly asked about for what is on that day; money and follow-ups say so. */
const ABOUT_TODAY =
  /일정|스케줄|현장|방문|행사|schedule|visit|calendar|engagement|^(?:오늘|today)(?:은|는)?(?: (?:뭐|무슨|what).*)?$|뭐 ?있/i;

function periodAt(
  words: readonly string[],
  at: number,
  today: string,
): { words: string; year: string | null; length: number } | null {
  for (let length = Math.min(LONGEST_PERIOD, words.length - at); length > 0; length--) {
    const phrase = words.slice(at, at + length).join(' ');
    for (const said of new Set([phrase, bare(phrase), phrase.replace(/['’]s$/, '')])) {
      const period = planPeriod(said, today);
      if (!period) continue;
      const year = period.kind === 'year' ? period.from.slice(0, 4) : null;
      return { words: said, year, length };
    }
  }
  return null;
}

/** Without the particle at its end. */
const bare = (word: string): string =>
  word
    .replace(/(?<=[가-힣\d]{2})(?:에서는|에서|에는|에게|한테|들은|들이|들|까지|은|는|이|가|을|를|의|에|도|엔)$/, '')
    .replace(/['’]s$/, '');

/** Words of a question that narrow nothing down. */
const SAYS_NOTHING =
  /^(?:얼마나?|누구\S*|누가|언제\S*|어디\S*|몇\S*|뭐\S*|뭘|무엇\S*|무슨|어때\S*|어떻게|어떤|있\S*|됐\S*|되\S*|남\S*|알려\S*|보여\S*|찾아\S*|조회\S*|확인\S*|좀|다|지금|현재|우리|내|나|제|저|해줘|줘|주세요|건|개|번|명|요|하고|했\S*|하는|한|진행\S*|상황|현황|목록|명단|내역|통계|연락처|전화번호|의원\S*|시의원\S*|시의회|의회|공약\S*|관련\S*|대해\S*|관한|시장\S*|비서\S*|사업|완료\S*|이행\S*|잘|비율|총|전체|모두|사업완료|추진\S*|how|what|who|which|when|where|is|are|was|do|does|did|any|show|list|find|tell|me|us|the|a|an|of|in|on|for|to|from|at|about|by|with|my|our|we|i|you|have|has|got|there|much|many|left|remaining|please|it|its|going|go|been|far|councill?ors?|council|members?|pledges?|status|state|stand|stands|progress|done|mayor\S*|still|and)$/i;
