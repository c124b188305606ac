import { hasBatchim } from 'es-hangul';

/** After a closed sound / after an open one. */
const PAIRS = {
  '을/를': ['을', '를'],
  '이/가': ['이', '가'],
  '은/는': ['은', '는'],
  '와/과': ['과', '와'],
  '으로/로': ['으로', '로'],
  '이라/라': ['이라', '라'],
  '이나/나': ['이나', '나'],
  '이고/고': ['이고', '고'],
} as const;

export type Pair = keyof typeof PAIRS;

/** How the last sound ends: `l` is a closed one that 으로 takes for open. */
type Sound = 'open' | 'closed' | 'l';

/** A word with the particle that fits how it is spoken: ‘펍 21’이, GS25를, 식당(2층)을, 23:00은 as 23시는. */
export const josa = (word: string, pair: Pair): string => `${word}${particle(word, pair)}`;

function particle(word: string, pair: Pair): string {
  const [closed, open] = PAIRS[pair];
  const sound = lastSound(word);
  return sound === 'open' || (sound === 'l' && pair === '으로/로') ? open : closed;
}

function lastSound(word: string): Sound {
  // Marks at the end are not spoken, nor is what Slack makes bold with; a unit of one sign is spelled out.
  const spoken = word.normalize('NFKC').replace(/[^\p{L}\p{N}%+&#@$€£¥°]+$/u, '');
  const day = /\d{4}-\d{1,2}(-\d{1,2})?$|\d{4}\. ?\d{1,2}(\. ?\d{1,2})?$|(?<!\d)\d{1,2}\/\d{1,2}$/.test(spoken);
  // A weekday in brackets is read out: 5일(토)은 as 5일 토요일은.
  if (day || /\([월화수목금토일]$/.test(spoken)) return 'l';
  if (/(?<!\d)\d{1,2}:00$/.test(spoken)) return 'open';
  if (/(?<!\d)\d{1,2}:\d\d$/.test(spoken)) return 'closed';

  const last = spoken.at(-1) ?? '';
  if (/\d/.test(last)) return digitSound(spoken);
  if (/[a-z]/i.test(last)) return latinSound(/[a-z]+$/i.exec(spoken)?.[0] ?? last, /\p{N}[a-z]+$/iu.test(spoken));
  if (/[\u3131-\u314e]/.test(last)) return last === 'ㄹ' ? 'l' : 'closed';
  if (/[가-힣]/.test(last))
    return (last.charCodeAt(0) - 0xac00) % 28 === 8 ? 'l' : hasBatchim(last) ? 'closed' : 'open';
  return last === '#' || last === '¥' ? 'closed' : 'open';
}

/** 영 일 이 삼 사 오 육 칠 팔 구. */
const DIGITS: readonly Sound[] = ['closed', 'l', 'open', 'closed', 'open', 'open', 'closed', 'l', 'l', 'open'];

/** Of round numbers the last unit is spoken: 십 백 천 만 억 조 경, and of these 조 alone is open. */
function digitSound(spoken: string): Sound {
  const figure = /[\d,]+$/.exec(spoken)?.[0].replaceAll(',', '') ?? '';
  const zeros = figure.length - figure.replace(/0+$/, '').length;
  if (zeros >= 12 && zeros < 16 && zeros < figure.length) return 'open';
  return DIGITS[Number(figure.at(-1))] ?? 'open';
}

/** 엘 엠 엔 알; all other letters' names are open. */
const LETTERS: Record<string, Sound> = { L: 'l', M: 'closed', N: 'closed', R: 'l' };

/** Capitals are spelled letter by letter, words read as Korean writes loanwords: 펍, 카페, 와인, 테이블, 슬랙. */
function latinSound(word: string, afterFigure: boolean): Sound {
  if (afterFigure && /^(kg|mg|g|cm|mm|km|m)$/.test(word)) return /g$/.test(word) ? 'closed' : 'open';
  if (word === word.toUpperCase() || word.length === 1) return LETTERS[word.at(-1)?.toUpperCase() ?? ''] ?? 'open';
  const ending = word.toLowerCase();
  if (/le?$/.test(ending)) return 'l';
  if (/[mn]$|ng$|[aeiou][mn]e$|ck$|(^|[^aeiouy])[aeiouy]pp?$/.test(ending)) return 'closed';
  return /(^|[^aeiouy])[aeiou][bckt]t?$|oo[kp]$/.test(ending) ? 'closed' : 'open';
}
