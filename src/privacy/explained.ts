import { isAlsoAShortName, isCommonWord } from './common-words.ts';
import { isNoun, isRareNoun } from './dictionary/nouns.ts';
import { RARE_SURNAMES } from './surnames.ts';
import { givenLikeness } from './syllables.ts';

/** What follows a noun and makes no other noun of it: 들, 에게서, 과의, 으로부터는. One that ends a word stands last. */
const INNER =
  '(?:들|님|께서|에게서|에게|한테서|한테|께|으로부터|로부터|에서부터|에서|에|까지|부터|으로써|로써|으로서|로서|으로|로|하고|과|와|이랑|랑|만|마다|보다|처럼|조차|뿐|이라도|라도)';
const LAST = '(?:은|는|이|가|을|를|도|의|나|이나|며|이며|고|이고|인|이다|이라는|라는|인지|인가|등|외|및|네)';
const PARTICLES = new RegExp(`^${INNER}{0,3}${LAST}?$`);
/** Verbs that are made of nouns: 추진하는, 실시된, 격려하기. */
const VERB =
  /^(?:하|한|할|함|합|해|했|되|된|될|됨|돼|됐|시키|시킨|받|당하|드리|드림|있|없|스러|스럽|롭|로운|적|화|성|별|형|용|중|간|맞이)/;

export const isParticles = (rest: string): boolean => PARTICLES.test(rest);

/** Whether particles have the form that they have behind a word: 유지는 and 정책은, so 유지은 is somebody. */
export function agrees(word: string, rest: string): boolean {
  const final = ((word.codePointAt(word.length - 1) ?? 0) - FIRST_SYLLABLE) % FINALS;
  if (/^(?:은|이(?!라도$)|을|과|으로)/.test(rest) && !/^이네/.test(rest)) return final !== 0;
  if (/^(?:는|가|를|와|랑|라는)/.test(rest)) return final === 0;
  return !/^로/.test(rest) || final === 0 || final === RIEUL;
}
const FIRST_SYLLABLE = '가'.charCodeAt(0);
const FINALS = 28;
const RIEUL = 8;

/** 승마장, 황토길: a noun of two letters and an ending, which are somebody's only with a rare surname or given name. */
const isHardlyAName = (run: string): boolean =>
  !isRareNoun(run.slice(0, 2)) && (RARE_SURNAMES.has(run[0] ?? '') || givenLikeness(run.slice(1)) !== 'strong');

/** One letter that may follow a noun inside of a word, and ends no given name. */
const SUFFIXES = new Set('회과팀직점처업층품물책력역료론급법들등외간쪽것별용형식적비상권사실내');
/** Letters that make a noun of a noun, and hardly end given names: 자문단, 선별장. They count behind usual or longer words only. */
const ENDINGS = new Set('단촌장길숲청부권시대도생군');
/** And those that end given names as well: 도시국, 복지관. */
const LIKE_NAMES = new Set('관국선동천산로원자인구제성화기서지세주호수');
/** Words of one letter that stand for themselves: 안에서, 길을, 나를. */
const SHORT = /^(?:나|너|저|제|내|안|길|앞|뒤|밖|옆|때|곳|집|꽃|물|불|책|땅|말|일|몸|손|발|눈|문|상|차|술|밥|쌀|돈)/;
/** How verbs end that no name does: 이어지는, 어울리도록, 편하게. */
export const VERBAL =
  /(?:[지리나하키르기가오있없되른운찾받얻돕웃]는|도록|[습니]니다|[세려]요|워요|[어아]요|면서|지만|려고|[어아]서|하여|하게|하고|하지|하면|하며|하였|했던|했습|토록|려는)$/;

/**
 * Whether a run of letters is made of known words (and what is glued to them), so that nobody's name is needed to explain it. Words of one
 * letter explain nothing: 강서 and 연 are words, 강서연 is somebody.
 */
export const isExplained = (run: string): boolean => explain(run, true);

/** The same by usual or longer words alone: 배현 and 우와 are words, and 배현우와 is what somebody is called. */
export const isPlainlyExplained = (run: string): boolean => explain(run, false);

/** Whether it is a word that people write: of the letters of a rare one a name is as likely. */
export const isWord = (word: string): boolean => isCommonWord(word) || (isNoun(word) && !isRareNoun(word));

function explain(run: string, rare: boolean): boolean {
  if (run.length > LONGEST_RUN) return false;
  return VERBAL.test(run) || (SHORT.test(run) && isParticles(run.slice(1))) || explainedFrom(run, 0, rare, new Set());
}

const LONGEST_RUN = 40;
const LONGEST_NOUN = 6;

function explainedFrom(run: string, at: number, rare: boolean, failed: Set<number>): boolean {
  if (failed.has(at)) return false;
  for (let length = Math.min(LONGEST_NOUN, run.length - at); length >= 2; length--) {
    const word = run.slice(at, at + length);
    const usual = isCommonWord(word) && !isAlsoAShortName(word);
    if (!usual && !(isNoun(word) && (rare || length > 2))) continue;
    let end = at + length;
    for (;;) {
      const rest = run.slice(end);
      const ends = rest === '' || (isParticles(rest) && agrees(run.slice(0, end), rest));
      if (VERB.test(rest) || (ends && !(at === 0 && end === word.length && isRareNoun(word)))) return true;
      if (explainedFrom(run, end, rare, failed)) return true;
      const letter = rest[0] ?? '';
      const makesANoun =
        (ENDINGS.has(letter) && (usual || end > 2 || (at === 0 && isHardlyAName(run.slice(0, end + 1))))) ||
        (LIKE_NAMES.has(letter) && (end > 2 || (rare && usual)));
      if (!SUFFIXES.has(letter) && !makesANoun) break;
      end++;
    }
  }
  failed.add(at);
  return false;
}
