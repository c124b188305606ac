import { ROMAN_SURNAME } from '../korean/roman-surnames.ts';
import { LATIN_POST } from './beside-a-person.ts';
import { isWord } from './explained.ts';
import type { Field, Finding, Known } from './finding.ts';
import { hangulForeignNames } from './foreign-hangul.ts';
import { namesInParts } from './foreign-parts.ts';
import { letterLikeness } from './likeness.ts';
import { HANJA_SURNAMES } from './surnames.ts';
import { BEFORE_A_PERSON, isTitle, type Title, titleEnding } from './titles.ts';
import { isListMark, type Word, wordsOf } from './words.ts';

/** Names in Latin or Chinese letters, and foreign ones written in Hangul. */
export function foreignNames(text: string, field: Field, known: Known): Finding[] {
  if (field === 'place' || field === 'address') return [];
  const words = wordsOf(text);
  const people = field === 'attendees' || field === 'spender';
  return [
    ...latinNames(words, people),
    ...hanjaNames(words, people),
    ...hangulForeignNames(words, people, known),
    ...namesInParts(words, people, known),
  ];
}

const finding = (start: number, end: number, sure: boolean, title: Title | null = null): Finding => ({
  start,
  end,
  kind: 'name',
  sure,
  title,
});

// Latin letters.

const ADDRESS_FORM =
  /^(?:mr|mrs|ms|miss|dr|prof|professor|sir|madam|mayor|minister|ambassador|governor|president|director|ceo|chairman|senator|sen|h\.e|hon)\.?$/i;
/** Those that stand before a name alone. */
const HONORIFIC = /^(?:mr|mrs|ms|miss|dr|prof)\.?$/i;
const ENGLISH = new Set(
  `city seoul korea korean forum festival center centre tower hotel park river mall plaza hall street road mart summit global world international
   university school college museum talk theater theatre market cup day week expo fair club house bank group company co ltd inc the and of for in on at
   new york london paris tokyo beijing asia asian europe european america american africa smart digital green happy love my our i your we
   design business innovation startup start up tech technology data platform project program campaign event conference seminar workshop meeting
   lunch dinner breakfast tea coffee cafe restaurant pizza burger king queen prince express air line airlines metro bus subway line taxi bike
   culture art arts music sports game games olympic olympics paralympic marathon run walk open grand grande premium gold silver zero pay valley
   youth women children senior citizen public open government office mayor council member members people friends of human rights peace green energy
   solar climate action network alliance association union federation society foundation institute academy press club tv radio news media
   vip mou ngo ngos ict iot ai it pr vr ar sns app web tf q a r d ceo cto pm am ktx srt tbs kbs mbc sbs jtbc ytn bts kpop k-pop unesco unicef unwto oecd who un eu fta wto
   starbucks lotte samsung hyundai lg sk gs cj posco kt naver kakao google apple amazon microsoft facebook airbnb uber tesla happybox pick`
    .split(/\s+/)
    .filter(Boolean),
);

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word) && word.length > 1;
/** UNWTO, WeGO */
const isAcronym = (word: string): boolean =>
  /^(?:[A-Z0-9&.-]{2,6}|[A-Z][a-z]?[A-Z]{2,4})$/.test(word) && !ROMAN_SURNAME.test(word);
/** Start-up and Seoul's are; In-cheol is somebody. */
const isEnglish = (word: string): boolean => {
  const [first = '', ...further] = word.toLowerCase().split('-');
  return (
    ENGLISH.has(word.toLowerCase()) ||
    (ENGLISH.has(first.replace(/['’.].*$/, '')) && further.every((part) => ENGLISH.has(part)))
  );
};
/** What stands between the parts of a name in small letters; of an English sentence the other words are nobody's. */
const SMALL_PART = /^(?:van|von|de|del|dela|della|der|den|di|da|dos|du|la|le|el|bin|binti|ibn|al|st)(?![a-z])/;
const isSmall = (word: string): boolean => /^\p{Ll}/u.test(word) && !SMALL_PART.test(word);

/** A further part of a name: Van, al, D. of Batbayar D., Ai of Fujimoto Ai. */
const goesOn = (word: string): boolean =>
  /^(?:al|el|ben|abu|d|l)[-'’]\p{Lu}/u.test(word) ||
  /^(?:\p{Lu}|van|von|de|del|dela|della|der|den|di|da|dos|du|la|le|el|bin|binti|ibn|al|st)$/u.test(word) ||
  (isCapital(word) &&
    (!isEnglish(word) || ROMAN_SURNAME.test(word) || /^(?!In|On|At|Of|By|To|My|We|Up)[A-Z][a-z]$/.test(word)));

/** J, T.J */
const INITIALS = /^\p{Lu}(?:\.\p{Lu}){0,2}$/u;
/** J. of J. Smith, ZHANG of ZHANG Wei, which is no acronym. */
const isPartBefore = (word: string): boolean =>
  INITIALS.test(word) ||
  (isCapital(word) && (ROMAN_SURNAME.test(word) || SURNAME_IN_CAPITALS.test(word) || /^[A-Z]{4,}$/.test(word)));
const SURNAME_IN_CAPITALS =
  /^(?:ZHANG|WANG|LI|LIU|CHEN|YANG|HUANG|ZHAO|WU|ZHOU|XU|SUN|MA|ZHU|HU|GUO|LIN|GAO|LUO|ZHENG|LIANG|XIE|TANG|DENG|FENG|CAO|PENG|ZENG|XIAO|TIAN|PAN|YUAN|CAI|JIANG|CHENG|WEI|LU|DING|SHEN|YAO|ZHONG|XING|QIN|BAI|SHI|CUI|TAN|WONG|CHAN|LAM|SATO|ITO|ABE|TRAN|PHAM|LE|VU|DO|HO|NGO)$/;

/** What is done with people: Smith 접견. */
const MET =
  /^(?:접견|면담|초청|예방|환영|환송|송별|조문|격려|위문|위로|병문안|문병|추모|에게|께|한테|으?로부터|과의|와의|측|[외등]$)/;
/** What only somebody is called or given, whatever English word stands before it: Hope Day 씨, Mia Gold께. */
const OF_SOMEBODY =
  /^(?:씨|님|에게|께|한테|으?로부터|과의|와의|감독|박사|신부|선수|학생|목사|선교사|특파원|부?총?영사|대사(?!관)|병문안|문병|조문)/;
/** Otgonbayar을 접견하고, Hope Day와 오찬, Smith 외 3명 */
const IS_MET =
  /^[이가] (?:방문|내방|참석)|^[을를]? ?(?:접견|면담|예방|초청|초대|모시|만나|환송|배웅)|^[과와] (?:오찬|만찬|조찬|면담|환담|통화|차담|식사)|^ ?[외등] ?\d+ ?[명인]/;
/** A firm's or an office's words, which nobody is called by. */
const ORGANISATION =
  /^(?:korea|seoul|asia|global|world|international|university|school|college|bank|group|company|co|ltd|inc|hotel|cent(?:er|re)|foundation|institute|academy|association|union|society|club|tv|radio|news|media|city|energy|air|airlines?|lines?|express|tech|technology|labs?|studios?|systems?|solutions?|mart|market|house|theat(?:er|re)|museum|forum|festival|tower|data|platform|office|project|program|campaign|conference|summit|expo|fair|cup|games)$/i;

/** Mia Gold, Art Garden: words that all are written as names are, and no firm's. */
const mayBeWords = (named: readonly Word[]): boolean =>
  named.length < 4 && named.every(({ text }) => isCapital(text) && !isAcronym(text) && !ORGANISATION.test(text));

/** What stands behind a word: some of it. */
const tailOf = (words: readonly Word[], at: number): string =>
  words
    .slice(at, at + 3)
    .map(({ text, after }, i) => (i === 0 ? after : text + after))
    .join('');

/** Whether what stands behind a run of Latin words is said of a person. */
const isOfSomebody = (words: readonly Word[], last: number): boolean =>
  OF_SOMEBODY.test(tailOf(words, last).trimStart()) || IS_MET.test(tailOf(words, last));

/** Y. Park, T.J. Park */
const isBehindAnInitial = (named: readonly Word[], at: number): boolean =>
  INITIALS.test(named[at - 1]?.text ?? '') && /^\. ?$/.test(named[at - 1]?.after ?? '');

/** Whether nothing but a bracket's end comes behind. */
const isTheEnd = (named: readonly Word[]): boolean => /^\s*(?:[)）\]]|$)/.test(named.at(-1)?.after ?? '');

const LONGEST_RUN = 6;

/** Lunch with Mary, the late Jones: in an English sentence one word is somebody. */
const BEFORE_IN_ENGLISH = /^(?:with|by|late|ask|call|thank|meet|invite|congratulate|welcome)$/i;

/** Hong Gil-dong, KIM Younghee, Mr. Smith, Smith 교수; acronyms and English words are none. */
function latinNames(words: readonly Word[], people: boolean): Finding[] {
  const found: Finding[] = [];
  for (let i = 0; i < words.length; i++) {
    const first = words[i];
    if (!first || !/^\p{Script=Latin}/u.test(first.text)) continue;
    const run = [first];
    while (run.length < LONGEST_RUN && !isSmall(first.text)) {
      const next = words[i + run.length];
      const between = run.at(-1)?.after ?? '';
      if (
        !next ||
        !/^\p{Script=Latin}/u.test(next.text) ||
        isSmall(next.text) ||
        !(run.length === 1 ? /^(?: |, ?|\. ?|·)$/ : /^(?: |\. ?|·)$/).test(between)
      )
        break;
      run.push(next);
    }
    i += run.length - 1;
    const addressed = run.length > 1 && ADDRESS_FORM.test(first.text);
    const beforeWord = words[i - run.length];
    const posted = run.length > 1 && LATIN_POST.test(run.at(-1)?.text ?? '');
    const named = run.slice(addressed ? 1 : 0, posted ? -1 : undefined);
    const prior = beforeWord && first.before === ' ' ? titleEnding(beforeWord.text) : null;
    const said =
      beforeWord !== undefined &&
      ((/^(?: ?[:：] ?| )$/.test(first.before) && BEFORE_A_PERSON.test(beforeWord.text)) ||
        (isListMark(first.before) && (isTitle(beforeWord.text) || letterLikeness(beforeWord.text) === 'strong')));
    // A name ends before the words that are English, but for those that somebody is called by.
    const anchor = named.findIndex(
      (word, at) =>
        isCapital(word.text) && (!isEnglish(word.text) || isBehindAnInitial(named, at)) && !isAcronym(word.text),
    );
    const somebody = mayBeWords(named) && isOfSomebody(words, i);
    const inEnglish =
      anchor < 0 && (somebody ? named.length > 1 || addressed : addressed && HONORIFIC.test(first.text));
    if (anchor < 0 && !inEnglish) continue;
    const ends = isTheEnd(named) || titleEnding(words[i + 1]?.text ?? '') !== null;
    const whole = inEnglish || (mayBeWords(named) && (somebody || said || prior !== null || addressed || ends));
    let begin = whole ? 0 : anchor;
    let to = whole ? named.length - 1 : anchor;
    while (to + 1 < named.length && goesOn(named[to + 1]?.text ?? '')) to++;
    while (begin > 0 && isPartBefore(named[begin - 1]?.text ?? '')) begin--;
    const part = named.slice(begin, to + 1);
    const last = part.at(-1);
    const head = part[0];
    if (!head || !last) continue;
    const next = words[words.indexOf(last) + 1];
    // Batbayar D. 총영사
    const goesStraightOn = /^\.?\s?$/.test(last.after);
    const title = next && goesStraightOn && /^[가-힣]/.test(next.text) ? titleEnding(next.text) : null;
    const called = next !== undefined && goesStraightOn && /^(?:씨|님)/.test(next.text);
    const alone = /[(（[]$/.test(first.before) && /^[)）\]]/.test(last.after);
    const korean = part.length > 1 && part.some((word) => ROMAN_SURNAME.test(word.text));
    if (!inEnglish && (addressed || called || title || prior || korean))
      found.push(finding(head.start, last.end, true, title ?? prior));
    else if (
      part.length > 1 ||
      inEnglish ||
      people ||
      said ||
      alone ||
      posted ||
      (first.before === ' ' && BEFORE_IN_ENGLISH.test(beforeWord?.text ?? '')) ||
      IS_MET.test(tailOf(words, words.indexOf(last))) ||
      (next && /^\s?$/.test(last.after) && MET.test(next.text))
    )
      found.push(finding(head.start, last.end, false));
  }
  return found;
}

// Chinese letters.

const HANJA_WORDS =
  /^(?:中國|日本|韓國|大韓|大韓民國|美國|北韓|南北|韓中|韓日|中華|漢江|漢陽|漢城|首爾|市長|會長|新年|謹弔|祝賀|賻儀|祝儀|弔花|謹賀新年|祝結婚|金一封|白書|高句麗|朝鮮|文化|文民|成人|全國|方案|元旦|安全|千字文|黃金|南山|南大門|石油|宣言)$/;

function hanjaNames(words: readonly Word[], people: boolean): Finding[] {
  return words.flatMap((word, at) => {
    if (!/^\p{Script=Han}{2,4}$/u.test(word.text) || HANJA_WORDS.test(word.text)) return [];
    if (!HANJA_SURNAMES.has(word.text[0] ?? '')) return [];
    const [before, next] = [words[at - 1], words[at + 1]];
    const bracketed = /[(（]$/.test(word.before) && /^[)）]/.test(word.after);
    const title = next && /^\s?$/.test(word.after) ? titleEnding(next.text) : null;
    const prior = before && word.before === ' ' ? titleEnding(before.text) : null;
    const called = (next && /^\s?$/.test(word.after) && /^(?:씨|님|氏)/.test(next.text)) || before?.text === '故';
    const hanja = finding(
      word.start,
      word.end,
      Boolean(title || prior || called || people || bracketed),
      title ?? prior,
    );
    // 왕이(王毅): the same name in both letters.
    const same =
      bracketed &&
      /^\s?[(（]$/.test(word.before) &&
      before &&
      /^[가-힣]{2,5}$/.test(before.text) &&
      !isWord(before.text);
    return same ? [finding(before.start, before.end, true), hanja] : [hanja];
  });
}
