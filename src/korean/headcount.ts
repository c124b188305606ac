import { LONGEST_TYPED, normalise } from './typed.ts';

/**
 * How many people the words mean: `시장 외 4명` is 5, `시장 등 12명` is 12, `직원 3명, 외부인 2명` is 5, and so is the same with `등 5명` or
 * `총 5명` after it; `30여명` is 30. What stands in brackets explains and is counted only when nothing else is.
 * Null for nobody, for institutions (`교통방송 등 2개 기관`), for numbers that may mean something else, and above a million.
 */
export const parseHeadcount = (text: string): number | null => {
  if (text.length > LONGEST) return null;
  const typed = inFigures(normalise(text)).replace(NAMED_BESIDES, '$1 외 ');
  if (TWO_FIGURES.test(typed)) return null;
  const outside = typed.replace(/\([^()]*\)/g, ' ').replace(INCLUDED, ' ');
  if (UNCOUNTED_BESIDES.test(outside)) return null;
  const people = counted(outside) ?? counted(typed) ?? uncounted(outside.trim());
  return people !== null && people > 0 && people <= MOST ? people : null;
};

/** `네 명` → `4명`, `열두명` → `12명`, `넷이서` → `4명`, `two people` → `2 people`. */
export const inFigures = (words: string): string =>
  words
    .replace(NATIVE, (_, ten: string, one: string, people: string) => {
      const count = (ten ? 10 : 0) + (one ? NATIVE_ONES.indexOf(one) + 1 : 0);
      return `${ten === '스무' ? 20 : count}${people === '사람' ? '명' : people}`;
    })
    .replace(TOGETHER, (_, many: string) => `${TOGETHER_ONES.indexOf(many) + 2}명`)
    .replace(
      SPELLED,
      (_, count: string, people: string) => `${ENGLISH_COUNTS.indexOf(count.toLowerCase()) + 1}${people}`,
    );

const NATIVE_ONES = '한 두 세 네 다섯 여섯 일곱 여덟 아홉'.split(' ');
const NATIVE = new RegExp(
  `(?<![가-힣])(?=스무|열|${NATIVE_ONES.join('|')})(스무|열)?(${NATIVE_ONES.join('|')})? ?(명|사람)(?=[ ,이은의과]|이서|끼리|$)`,
  'g',
);
/** `넷이서` */
const TOGETHER_ONES = '둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열'.split(' ');
const TOGETHER = new RegExp(`(?<![가-힣])(${TOGETHER_ONES.join('|')})이서(?=[ ,]|$)`, 'g');
const ENGLISH_COUNTS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const SPELLED = new RegExp(`\\b(${ENGLISH_COUNTS.join('|')})( (?:people|persons?|guests?|others?|members?)\\b)`, 'gi');

/** Whether the words end in what people are called: `본청직원`, `기획과장`, `시장` but not `광장시장`. */
export const isPeople = (words: string): boolean =>
  /(?:^|[ ,])(?:(?:서울|부산|대구|인천|광주|대전|울산|세종|수원|고양|용인|성남)?시장|부시장|부?의장|구청장|동장|[통이]장|대표|mayor|staff|council ?members?)$/i.test(
    words,
  ) ||
  /(?:직원|의원|위원|위원장|기자|과장|국장|실장|팀장|본부장|담당관|비서관|보좌관|사무관|주무관|대변인|공무원|공무직|근무자|관계자|실무자|담당자|종사자|봉사자|참석자|경비원|미화원|요원|대원|단원|외부인|시민|주민|일행|인원)$/.test(
    words,
  );

/** `홍길대외3명`: three syllables that end like 대외 are a name. */
const NAMED_BESIDES = /(?<![가-힣])([가-힣]{2}[해대국])외 ?(?=\d)/g;
/** `과장외1 5명`: one of the two is a slip, and nobody can say which. */
const TWO_FIGURES = /(?:외|등) ?\d+ \d+ ?[명인]/;

/** `부서장 5명 포함 12명`: they are among the others. */
const INCLUDED = /\d[\d,]* ?[명인](?:을|를)? ?포함(?:하여|해|한|,)?(?= ?[^)]*\d ?[명인])/g;
/** `시장 및 직원 6명`, `과장, 직원 5명`: with the first or without. After 외, 등 and 총 it is said. */
const UNCOUNTED_BESIDES =
  /(?:^|[,/] ?)[가-힣]{0,12}(?:시장|군수|구청장|지사|의장|교육감|청장|사장|위원장|국장|실장|본부장|과장|팀장|단장|소장|관장|원장|동장|면장|읍장)(?: ?[,/]| 및|[과와](?= )) ?(?:[가-힣]{1,12} ?){1,2}(?<!(?:등|외|총|계|약) ?)\d[\d,]* ?[명인]$/;

const LONGEST = LONGEST_TYPED;
const MOST = 1_000_000;

/** 외, 등 or 총, a number, and what makes it people. 먕 is 명 with a slipped finger; 해외, 대외 and 내외 are other words; 1인당 is a price. */
const PEOPLE =
  /(?:((?<![해대내국])외 ?|(?<= )외 [가-힣]{2,12} ?|and )|(등 ?))?((?:총|합계|계) ?)?(?:약 ?)?(?<!\d ?[~-] ?)(?<![\d,.-])(\d[\d,]*) ?여? ?(?:[명먕](?![당함])|인(?![가-힣])|(?:people|persons?|pax|ppl|guests?|staff|reporters?|officials?|(?:council )?members?|(others?))(?![a-z]))/gi;

const counted = (words: string): number | null => {
  const parts = [...words.matchAll(PEOPLE)];
  if (parts.length === 0) return null;

  const counts = parts.map((part, index) => {
    const [, besides, , , digits = '', others] = part;
    const before = parts[index - 1];
    // 시장 1명 외 4명: the lead is counted already.
    const leadCounted = before && !/\p{L}/u.test(words.slice(before.index + before[0].length, part.index));
    const lead = (besides && !/^and/i.test(besides)) || others ? 1 : 0;
    return figure(digits) + (leadCounted ? 0 : lead);
  });
  const totals = counts.filter((_, index) => parts[index]?.[3]);
  if (totals.length > 0) return sum(totals);

  const last = counts.at(-1) ?? 0;
  const closing = counts.length > 1 && parts.at(-1)?.[2] && sum(counts.slice(0, -1)) === last;
  return closing ? last : sum(counts);
};

/** A number alone (`8`, or `8.0` as spreadsheets write it), or at the end after people (`직원 6`, `시장외4`). */
const uncounted = (words: string): number | null => {
  const alone = /^(\d[\d,]*)(?:\.0+)?$/.exec(words)?.[1];
  if (alone) return figure(alone);
  const besides = /(?:^|[^해대내국\d])외 ?(\d[\d,]*)$/.exec(words)?.[1];
  if (besides && !/\d ?(?:[명인]|외)/.test(words)) return figure(besides) + 1;
  const [, lead = '', digits = ''] = /^(\D*[^\d.,~-])(\d[\d,]*)$/.exec(words) ?? [];
  return /등 ?$/.test(lead) || isPeople(lead.trimEnd()) ? figure(digits) : null;
};

const figure = (digits: string): number =>
  /^(?:\d{1,3}(?:,\d{3})+|\d{1,7})$/.test(digits) ? Number(digits.replaceAll(',', '')) : Number.NaN;

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
