import { isAmongSpaced, isBesideMasked, isListed, isNameBesides, isPlainName } from './listed-names.ts';
import { BEFORE_A_PERSON, isTitle, OTHER_MEANINGS, titleEnding } from './titles.ts';
import { isListMark, type Word } from './words.ts';

/** What is glued to a person, and to nothing else. */
export const OF_A_PERSON =
  /^(?:(?:이?네|씨네?|님|군|양|옹|측|건|앞)(?=$|들|과|와|에|의|이|가|은|는|을|를|도|께|측|으|로|한|외|등)|이?(?:형제|자매|남매)|모녀|모자|부녀(?!회)|부자|부부|내외|가족|일가|유족|유가족|모친|부친|양친|조모|조부|외조|빙모|빙부|시모|시부|장모|장인|배우자|부인|남편|아내|자녀|장남|차남|장녀|차녀|아들|딸|손자|손녀|결혼|혼사|별세|사망|작고|영결식|발인|장례|빈소|조문|문상|부고|추모|댁|자택|본인|귀하|할머니|할아버지|할매|할배|어르신|여사|선생|학생|어린이|삼촌|이모|고모|에게|께|한테|선수단|후원회|장학|출판|추모|수술비|병원비|치료비|위로금|조의금|부의금|축의금|회갑|환갑|칠순|팔순|돌잔치|개인전|독주회|팬클럽|사인회)/;
const NEXT_OF_A_PERSON =
  /^(?:씨|님|氏|군$|양$|옹$|측|형제|자매|남매|모녀|모자|부녀|부자|부부|내외|모친|부친|조모|조부|외조|빙모|빙부|시모|시부|장모|장인|배우자|부인|남편|아내|장남|차남|장녀|차녀|아들|딸|손자|손녀|결혼|혼사|별세|사망|작고|영결식|발인|장례|빈소|조문|문상|부고|추모|댁|자택|귀하|할머니|할아버지|어머니|아버지|어르신|여사|학생|가족|일가|유가족|생일|생신|환갑|팔순|구순|득남|득녀|수상|서거|추모|일행|병문안|문병|입원|쾌유|완쾌|퇴임|정년|명예퇴|취임|이임|전출|전입|전보|전근|송별|환송|승진|영전|만남|개인전|독주회|출판기념|장학금|접견|면담|출산|돌잔치|회갑|칠순|팔순|부의|조의|축의|명의|열사|의사|장군|증인|기일|별장|완주|완창|소유|소송|모시|만나|담당|학부모|해촉|위촉|특진|전역|제대|당선|낙선|건$|주재$|주관$|주한|내한|방한|귀국|귀화|새댁|선교사|주재관|사무차장|의원실|연락처)/;
/** `이수의 민원`, `이수와의 면담`, `이수에 대한 격려` */
const DONE_WITH =
  /^(?:면담|오찬|만찬|조찬|점심|저녁|통화|대화|만남|티타임|차담|대담|인터뷰|석식|식사|협의|상담|접견|회동|환담|함께|동행|화상|통화|회담|커피|회의|협약|대국|인사)/;
/** `정동건과 지역 현안 간담회` */
export const TALKED_OVER = /^(?:논의|협의|면담|대화|환담|오찬|간담회?)$/;
/** `엄정화가 제기한 민원` */
const DID =
  /^(?:제기|제안|요청|건의|신고|기부|기증|주관|주최|작성|운영|소유|설립|요구|문의|제보|청구|수상|제출|신청|발언|발표|질의|진술|기고)[한하했]/;
/** `이수도 함께한 조찬`, `이수는 개인 사정으로 불참` */
const WAS_THERE = /^(?:참석|불참|동석|배석|동행|함께)/;
/** `이수를 위한 송별회`, `이수를 모시고` */
const SEEN_OFF = /^(?:송별|환송|환영|전별|추모|위로|격려|축하|생일|병문안)/;
const MET =
  /^(?:만나|만난|만남|모시|모신|초대|초청|환송|환영[하한]|추모|기리|접견|면담|예방|배웅|문병|병문안|조문|위로[하한]|격려[하한])/;
const DONE_FOR = /^(?:격려|위로|위문|감사|포상|표창|축하|조문|애도|추모|지원|예우|사과|답례)/;
const BELONGS_TO =
  /^(?:내한|방한|모국|귀화|강연|특강|민원|건의|요청|제안|의견|결혼|장례|모친|부친|빈소|자택|집$|퇴임|승진|수상|부고|가족|유족|사연|제보|병가|휴직|복직|입원|수술|투병|생일|생신|출산|기부|딸|아들|장남|장녀|발인|영결식|조문|개인전|독주회)/;

const COUNTED = /^(?:\d|한$|두$|세$|네$|다섯|여섯|일곱|여덟|아홉|열)/;
/** `이슬 및 직원 3명 오찬` */
const WITH_THEM = /^(?:직원|배우자|유?가족|유족|일행|수행원|임원|관계자)/;
/** 김도연(박하은의 부친) */
const KIN = /^(?:부친|모친|아버지|어머니|배우자|남편|아내|부인|아들|딸|장인|장모|자녀|동생|형|누나|언니|오빠)$/;
/** What somebody is given: `홍길동: 감사패`, `감사패 전달 - 홍길동` */
const GIVEN = /^(?:감사패|공로패|상패|표창|조의금|부의금|축의금|격려금|위로금|화환|조화|꽃다발|기념품|선물)/;

/** What somebody is or did, right before who it is: 유튜버 이민기, 전임자 이사랑, 피고 정상배. */
export const ROLE =
  /(?:작성|담당|책임|전임|후임|임용|보유|발의|주최|주관|수혜|사회|진행|기획|연출|창업|설립|발명|선행|효행|투병|수강|운전|조난|구조|희생|사상|상담|지휘|해설|강연|면접|응시|탈락|당첨|추천|양도|양수|매도|매수|채무|채권|대리|증언|보호|후견|이재|접수|문의|건의|제출|방문|동반|동행)자$|(?:이주여성|명예시민|니스트|미화원|경비원|운전원|방호원)$|^(?:유튜버|마라토너|프로골퍼|골퍼|천하장사|명창|아나운서|개그맨|코미디언|가수|배우|탤런트|모델|감독|사회|축가|발제|토론|좌장|패널|주례|신랑|신부|상주|고인|망인|피고|원고|증인|고문|친구|지인|은사|선배|후배|동료|이웃|장남|차남|장녀|차녀|아들|딸|모친|부친|남편|아내|동생|형|누나|언니|오빠|산모|환자|의인|효자|효부|귀화|강사|통역|수어통역|운전|촬영|사진|시인|화가|작가|열사|의사|장군|수행|비서|담당|기사|며느리|선원|첼리스트)$/;

/** Posts that are written in Latin letters. */
export const LATIN_POST = /^(?:CEO|PD|MC|VJ|BJ)$/;

/** Whether what stands around a word says that it is a person. */
export function isBesideAPerson(rest: string, words: readonly Word[], at: number, first = at): boolean {
  const [before, word, next, later] = [words[first - 1], words[at], words[at + 1], words[at + 2]];
  if (!word) return false;
  if (before && /^[\s(（:：)）\]】〕>]*$/.test(words[first]?.before ?? '')) {
    if (BEFORE_A_PERSON.test(before.text) || ROLE.test(before.text) || LATIN_POST.test(before.text)) return true;
    if (before.text === '고' || before.text === '故') return true;
    const title = rest === '' ? titleEnding(before.text) : null;
    if (title && before.text.endsWith(title.word) && !OTHER_MEANINGS.test(title.word)) return true;
  }
  if (rest === '' && (isOfADepartment(words, at) || isOneOfEach(words, at))) return true;
  if (rest === '' && next && /^\s?[:：_]\s?$/.test(word.after) && GIVEN.test(next.text)) return true;
  if (rest === '' && word.after === '' && /^\s?[-–:：]\s$/.test(words[first]?.before ?? '')) return true;
  // 사두식·배우자 동반, 천금자+2명, 사율&직원
  if (rest === '' && next && /^[·&+]$/.test(word.after) && (word.after !== '·' || NEXT_OF_A_PERSON.test(next.text)))
    return true;
  if (rest === '' && (isBesideMasked(words, at) || isAmongSpaced(words, at))) return true;
  if (isNameBesides(before, words[first]?.before) || isNameBesides(next, word.after)) return true;
  // 구실과 육혁, 장복 및 홍아
  if (/^(?:과|와|이랑|랑|하고)$/.test(rest) && word.after === ' ' && isPlainName(next)) return true;
  if (before?.text === '및' && isPlainName(words[first - 2])) return true;
  if (next?.text === '및' && isPlainName(later)) return true;
  if (
    rest === '' &&
    /^\s?[(（]$/.test(word.after) &&
    ((/^\d{2}$/.test(next?.text ?? '') &&
      /^세?[)）]/.test((next?.after ?? '') + (later?.text === '세' ? '세)' : ''))) ||
      (/^(?:주민|시민|민원인|학생|유족|환자|피해자|어르신)$/.test(next?.text ?? '') &&
        /^[)）]/.test(next?.after ?? '')))
  )
    return true;
  if (/^(?:으로부터|로부터|에게서|한테서|께서)/.test(rest)) return true;
  if (rest === '' && /^\s?[(（]$/.test(word.after) && /의$/.test(next?.text ?? '') && KIN.test(later?.text ?? ''))
    return true;
  if (rest === '' && (/→\s?$/.test(words[first]?.before ?? '') || /^\s?→/.test(word.after))) return true;
  // [한솔] 조의
  if (
    rest === '' &&
    next &&
    /[[【(（]\s*$/.test(word.before) &&
    /^\s*[\]】)）] ?$/.test(word.after) &&
    MARKED_FOR.test(next.text)
  )
    return true;
  if (!next || !/^[\s(（]*$/.test(word.after)) return rest === '' && isListed(words, at);
  if (/^(?:이?네|씨|님|군|양|측)$/.test(rest)) return true;
  if (/^(?:하고|이랑|랑)$/.test(rest)) return DONE_WITH.test(next.text) || /^(?:커피|술|밥)/.test(next.text);
  if (/^(?:과|와|과의|와의)$/.test(rest))
    return DONE_WITH.test(next.text) || words.slice(at + 1, at + 4).some(({ text }) => TALKED_OVER.test(text));
  // 이서로 신임 사무국장
  if (rest === '' && /^(?:신임|전임|전|현|前)$/.test(next.text) && titleEnding(later?.text ?? '') !== null) return true;
  // 김도연이라는 민원인
  if (/^이?라는$/.test(rest) && BEFORE_A_PERSON.test(next.text)) return true;
  if (rest === '' && /^앞(?:으로)?$/.test(next.text) && /^(?:등기|발송|송금|입금|우편)/.test(later?.text ?? ''))
    return true;
  if (rest === '에' && /^대[한해]/.test(next.text)) return later !== undefined && DONE_FOR.test(later.text);
  if (
    /^[을를]?$/.test(rest) &&
    /^(?:비롯|포함)/.test(next.text) &&
    (/^\d/.test(later?.text ?? '') || WITH_THEM.test(later?.text ?? ''))
  )
    return true;
  if (rest === '까지' && COUNTED.test(/^(?:총|약)$/.test(next.text) ? (later?.text ?? '') : next.text)) return true;
  if (rest === '' && next.text === '및' && WITH_THEM.test(later?.text ?? '')) return true;
  if (/^[을를]$/.test(rest))
    return MET.test(next.text) || (/^위[한해]/.test(next.text) && SEEN_OFF.test(later?.text ?? ''));
  if (/^(?:[이가은는도만]|까지)$/.test(rest) && words.slice(at + 1, at + 4).some(({ text }) => WAS_THERE.test(text)))
    return true;
  if (/^[이가]$/.test(rest)) return DID.test(next.text);
  if (rest === '의') return BELONGS_TO.test(next.text);
  if (rest === '' || /^[외등]$/.test(rest)) {
    if (/^[외등]$/.test(rest) && /^\d/.test(next.text)) return true;
    if (
      /^[외등]$/.test(next.text) &&
      /^(?:\s*(?:총|약)?\s*)?(?:\d|(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두)$)/.test(
        next.after + (later?.text ?? ''),
      )
    )
      return true;
    // 용선 외 천안 등 4명
    if (next.text === '외' && words[at + 3]?.text === '등' && /^\d/.test(words[at + 4]?.text ?? '')) return true;
    if (NEXT_OF_A_PERSON.test(next.text) || isTitleAlone(next.text) || LATIN_POST.test(next.text)) return true;
  }
  return rest === '' && isListed(words, at);
}

const MARKED_FOR = /^(?:조의|부의|축의|조문|부고|결혼|문병|병문안|화환|조화|별세)/;

/** What an office marks in somebody's life: of 결혼축하(총무과 정동진) the last is no place. */
const MARKED = /결혼|혼사|혼례|출산|생일|별세|사망|부고|조문|조의|부의|축의|경조|문병|병문안|입원|퇴임|퇴직|승진|전별/;

/** Whether a word closes the bracket that says whose day it was, after where they work. */
function isOfADepartment(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!before || word?.before !== ' ' || !/^\s*[)）]/.test(word.after) || !/.(?:과|팀|국|실|담당관)$/.test(before.text))
    return false;
  return words.slice(Math.max(0, at - 4), at - 1).some(({ text }) => MARKED.test(text));
}

/** 자치행정과 이초, 재난안전과 박현식: one of each department. */
function isOneOfEach(words: readonly Word[], at: number): boolean {
  const [before, word, next, later] = [words[at - 1], words[at], words[at + 1], words[at + 2]];
  return (
    word?.before === ' ' &&
    isListMark(word.after) &&
    later?.before === ' ' &&
    [before, next].every((it) => it !== undefined && /..(?:과|팀|담당관)$/.test(it.text)) &&
    isPlainName(later)
  );
}

/** 푼살마 시의회 의장, 테인 한국대 교수: who holds a post somewhere, where the letters say that no office is meant. */
export const holdsAPost = (words: readonly Word[], at: number): boolean =>
  words[at]?.after === ' ' &&
  words[at + 1]?.after === ' ' &&
  /(?:의회|의원|국회|상원|하원|대학|대|재단|협회|청|부|시|주|성|현|은행|본부)$/.test(words[at + 1]?.text ?? '') &&
  isTitle(words[at + 2]?.text ?? '');

/** 총영사 is said of a person; 국정감사 is none. */
function isTitleAlone(run: string): boolean {
  const title = titleEnding(run);
  return title !== null && (!OTHER_MEANINGS.test(title.word) || run.startsWith(title.word));
}
