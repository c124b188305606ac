import { isNameAbroad, isPlaceAbroad } from './abroad.ts';
import { isCommonWord, isLoanWord, loanIn } from './common-words.ts';
import { isExplained, isParticles, isPlainlyExplained, isWord } from './explained.ts';
import { titleEnding } from './titles.ts';

/** Syllables that no Sino-Korean or everyday word has. */
export const FOREIGN_LETTERS =
  /[블샤쩡짱쏨첼넬쭈쩌쁘뜨띠쏘슈뢰쿠뷔튜듀츄쉬쉐셰셔샹렉렌렐렛릭릿랙랜랭렘뤼롭룩룬룸럼럭랍웬윌윈윗퀘퀸큰킨켄켈켐켓쿤쿨툰튀틴틸펜펠펫퐁핀햄헨헬힌힐뱅밴벤벨벳븐쩐쯔쑤쑨쒀좡팡옌웅흐싀촐츠잭존톰앤폴릴빌벡슨먼튼턴딘댄던데델뎀드든딕궈뤄쥔톈롄훙쑹뤼쫑쭝쩡]/;

/** Whether nothing explains a run of letters but a name from abroad. */
export const isStrange = (run: string): boolean =>
  run.length >= 2 &&
  !isPlaceAbroad(run) &&
  (isNameAbroad(run) ||
    isChinese(run) ||
    (VIETNAMESE.test(run) && !isPlainlyExplained(run)) ||
    (!isLoan(run) &&
      !beginsWithALoan(run) &&
      !isCommonWord(run) &&
      (!isExplained(run) || (FOREIGN_LETTERS.test(run) && (!isWord(run) || run.length > 2)) || soundsAbroad(run))));

/** 청년콘서트, and no 델라크루즈: what is left of it is a word. */
export const isLoan = (run: string): boolean => {
  const part = loanIn(run);
  if (part === null) return false;
  const [before = '', after = ''] = [run.slice(0, run.indexOf(part)), run.slice(run.indexOf(part) + part.length)];
  return [before, after].every(
    (left) => left.length < 2 || isPlainlyExplained(left) || isLoanWord(left) || isParticles(left),
  );
};

/** 벤처기업협회 */
const beginsWithALoan = (run: string): boolean =>
  [2, 3, 4].some((length) => run.length > length && isLoanWord(run.slice(0, length)) && isExplained(run.slice(length)));

/** 에스코바르 and 하토야마 are made of words that nobody uses, 카가메 is in the dictionary: all sound as words from abroad do. */
export const soundsAbroad = (run: string): boolean =>
  ((run.length === 3 || run.length === 4) && CHINESE_NAME.test(run) && !isCommonWord(run.slice(0, 2))) ||
  soundsEuropean(run);

const soundsEuropean = (run: string): boolean =>
  run.length >= 3 &&
  !isCommonWord(run.slice(0, 2)) &&
  !ORGANISATION.test(run) &&
  (isWord(run) || !isPlainlyExplained(run)) &&
  (run.match(ABROAD) ?? []).length >= 2;
const ORGANISATION = /[회단과국원장부사관소청팀실]$/;
export const ABROAD_LETTER =
  /[쓰카쿠키케크타티투테트파피푸페포프츠바브버베르라루레러즈디더드데누야토마쿄캬쇼쥬스메에로와미노]/;
const ABROAD = /[쓰카쿠키케타티투테트파피푸페포프츠바브버베르라루레러즈디더드데누야토마쿄캬쇼쥬스메에로]/g;

/** Syllables that Chinese names are written with, two of which no other word has: 저우하오란, 천샤오쥔. */
const CHINESE =
  /(?:샤오|하오|자오|차오|바오|마오|가오|라오|타오|야오|저우|허우|위안|웨이|메이|페이|카이|차이|쉬안|룽|훙|밍|펑|쥔|톈|롄|젠|궈|뤄|천|왕|쉬|리|란|링|옌)/g;

/** Whether its letters are those of names from abroad, not only unknown. */
export const looksAbroad = (run: string): boolean =>
  !isPlaceAbroad(run) &&
  !isLoan(run) &&
  (isNameAbroad(run) ||
    FOREIGN_LETTERS.test(run) ||
    soundsAbroad(run) ||
    isChinese(run) ||
    isJapanese(run) ||
    VIETNAMESE.test(run));

/** 즈엉반남, 까오 반 득: a family's name and what stands in the middle. */
export const VIETNAMESE =
  /^(?:응우옌|응웬|쩐|팜|호앙|즈엉|쯔엉|부이|까오|도안|찐|르엉|딘|응오|레|판|부|보|당|호|마이|리|도)(?:반|티|민|득|꽝|탄|응옥|투|낌|쑤언|흐우|호앙|홍)[가-힣]/;

/** Families' names that are no word, no name and no syllable of either here. */
export const VIETNAMESE_FAMILY =
  /^(?:응우옌|응웬|쩐|팜|호앙|즈엉|쯔엉|부이|까오|도안|찐|르엉|딘|응오|후인|쩌우|응이엠)$/;

export const isUnusual = (run: string): boolean => !isWord(run) || ABROAD_LETTER.test(run);

/** 하스미다, 츠보카와: syllables that Japanese has, and nobody's word. */
const isJapanese = (run: string): boolean => run.length > 2 && JAPANESE.test(run) && !isPlainlyExplained(run);
export const JAPANESE =
  /^[아이우에오가기구게고카키쿠케코사시스세소자지즈제조다데도타치쓰테토츠나니누네노하히후헤호바비부베보파피푸페포마미무메모야유요라리루레로와교쇼슈주쥬료]+$/;

const isChinese = (run: string): boolean =>
  run.length > 2 &&
  ((run.match(CHINESE) ?? []).length >= 2 || (run.length <= 4 && CHINESE_FAMILY.test(run))) &&
  !isPlainlyExplained(run);
/** 린웨이, 장레이: families' names that begin words as well, before a given name that none has. Some are villages, too. */
const CHINESE_NAME =
  /^(?:왕|리|장|류|천|양|황|우|쉬|주|마|후|허|린|가오|정|량|탕|한|차오|위|둥|샤오|판|위안|차이|루|진|스|야오|바이|장|친|탄|쿵|취)(?:샤오|하오|자오|바오|라오|위안|웨이|메이|쉬안|쥐안|레이|룽|훙|쥔|톈|궈|펑|셴|쉰|융|샹|제|쩌|쯔|즈)/;
/** 저우언화, 쑨하이: families' names that begin no word here. */
const CHINESE_FAMILY = /^(?:저우|자오|쑨|뤄|궈|셰|쩡|쑹|덩|펑|뤼|쉐|팡|옌)/;

/** 응우옌 반 훙, 마리아 곤살레스: a short part of a name, which is no usual word. */
export const isShortPart = (run: string): boolean =>
  run.length === 1
    ? !NO_PART.has(run)
    : !isPlaceAbroad(run) &&
      run.length <= 4 &&
      !isCommonWord(run) &&
      !isLoanWord(run) &&
      (FOREIGN_LETTERS.test(run) || LATINATE.test(run)) &&
      !titleEnding(run);
const NO_PART = new Set(
  '은는을를타님씨측및외등수한이그저전각현총약제고다더또왜꼭잘못안의그말때곳것년월일시분명원건회차개곡중간내밖앞뒤옆위',
);
export const LATINATE =
  /(?:리나|티나|니카|벨라|리아|피아|하마|메드|무드|로스|사토|디아|니아|나카|모토|무라|자키|하시|야마|시마|지마|바시|구치|오카|즈카|마쓰|나베|구라|로사와|카와|이치|유키|마이|체스|레스|알리|로렌|수잔)$/;
