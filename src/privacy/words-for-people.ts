import { ROLE, TALKED_OVER } from './beside-a-person.ts';
import { isCommonWord } from './common-words.ts';
import { isCollective, letterLikeness, mayBeAName } from './likeness.ts';
import { isAmongSpaced, isBesideMasked } from './listed-names.ts';
import { BEFORE_A_PERSON, isTitle, OTHER_MEANINGS, titleEnding } from './titles.ts';
import { isListMark, type Word } from './words.ts';

/** What is done or happens, and is nobody: 국장 이임 송별, 팀장 정년 퇴임. */
const DEED =
  /^(?:이임|전보|전출|전입|정년|승진|취임|퇴임|부임|승급|표창|포상|위문|위로|송별|환송|기념|부친|모친|장인|장모|조부|조모|시부|시모|부부|표시|인사|공로|소개|초청|초대|방문|현장|전원|일동|일행|공동|주관|주재)/;
/** Who stands before a post, and is nobody: 전임 국장, 담당 과장. */
const WHICH =
  /^(?:신임|전임|전직|현직|담당|소관|주무|후임|상임|선임|수석|해당|관할|유관|이하|이상|고위|상급|하급|차기|외부|내부|민간|공동|양측|소속|주한|명예|지역|전체|공식|정식|주요)/;
/** What stands before a post or an occupation, and is an office, a field, a sport or a place: 예산 과장, 축구 감독, 이천 부시장. */
const FIELD: ReadonlySet<string> = new Set(
  (
    '가정 가족 가축 감리 극단 공방 문중 서원 서점 수목 상점 성당 사찰 종친 감사 감염 강남 강동 강릉 강북 강서 강원 강화 경기 경남 경북 경리 경비 경영 경전 경제 경찰 경호 고객 고급 고등 고문 고속 고시 고양 고용 고위 고창 고충 공간 공군 공급 공기 공단 공동 공립 공무 공문 공보 공사 공수 공연 공예 공원 공익 공장 공주 공직 공항 공훈 교통 구급 구내 구단 구두 구례 구리 구미 구민 구정 구조 구청 국가 국내 국립 국무 국방 국악 국어 국외 국장 국정 국제 국회 군사 권역 금고 금융 기계 기관 기금 기능 기록 기상 기술 기업 기자 기획 기후 김제 김천 김포 김해 나주 남구 남부 남북 남성 남원 남해 노동 노무 노사 노인 노조 농구 단체 당구 당직 대표 도로 도립 도시 도예 도의 도정 도청 도서 동남 동문 동북 동부 동서 동아 동장 동해 두부 마을 마케 명예 모금 모집 무용 문경 문단 문예 문인 문화 물류 미술 민간 민방 민사 민생 민속 민예 민요 민원 민족 민주 바둑 박물 반도 방문 방범 방사 방산 방송 방역 방위 방재 방호 배구 배달 배송 범죄 법률 변리 병무 병원 보건 보호 복싱 복지 봉사 부녀 부동 부산 부서 부속 부여 부장 부천 사격 사단 사무 사법 사설 사업 사이 사진 사천 사회 산림 상가 상공 상담 상대 상무 상수 상업 상인 상임 상주 생활 서무 서산 서예 서울 서천 석사 석유 선거 선교 선도 선수 선임 설계 설비 섬유 성남 성당 성악 성인 성주 소년 소방 소비 소속 소송 소아 소장 소재 소통 손해 송무 송파 수영 순찰 승강 승마 승무 시단 시립 시민 시설 시의 시장 시정 시청 식품 신문 신용 신임 신협 심사 심판 아동 안내 안동 안보 안산 안성 안양 안전 양구 양궁 양돈 양봉 양산 양식 양양 양주 양측 양평 어린 어민 어선 어업 어촌 어학 언론 엄마 여객 여당 여러 여성 여수 여자 여주 여행 역도 역사 연구 연극 연금 연기 연대 연맹 연수 연예 연천 연합 염색 예능 예방 예비 예산 예술 예천 오산 옥천 용산 용역 용인 우리 우수 우주 우체 우편 원로 원무 원예 원자 원주 위기 위문 위생 위원 유관 유교 유도 유력 유명 유소 유아 유지 유치 유통 육군 육상 육아 은행 음성 음악 의무 의료 의정 의회 이공 이동 이민 이사 이장 이전 이천 이학 인권 인근 인력 인문 인사 인삼 인제 인천 인턴 일반 임상 임시 임업 임원 임직 자금 자문 자치 작전 장교 장비 장성 장수 장애 장학 장흥 재무 재정 전공 전국 전국 전기 전담 전략 전력 전문 전산 전시 전임 전자 전주 전직 전통 점자 정당 정무 정보 정부 정비 정선 정신 정읍 정책 정치 정형 제과 제빵 제작 제주 제천 조경 조달 조리 조사 조선 조세 조직 조합 조정 종교 주간 주거 주니 주력 주류 주무 주민 주부 주심 주요 주임 주차 주택 중등 중앙 지구 지도 지방 지부 지사 지역 지원 지인 지적 지점 지하 지회 직업 직원 진도 진료 진로 진안 진주 진천 진흥 차관 차기 차량 차석 차장 채무 천문 천안 천주 체육 초등 총무 추모 추진 축구 축산 치안 치과 탁구 태권 태백 태안 토목 통상 통신 통일 특별 특수 파견 판매 편집 평가 평생 평택 평화 표준 하급 하남 하동 하천 학교 학급 학년 학부 학생 학술 한국 한미 한방 한우 한의 한일 한중 한지 함안 함양 함평 합창 항공 항만 해군 해병 해설 행사 행정 향토 현대 현안 현업 현장 현지 현직 협력 협회 형사 호텔 홍보 홍성 홍수 홍천 화물 화성 화순 화재 화천 화학 화훼 환경 회계 후원 ' +
    '여권 여신 여론 서민 서북 서남 서부 서기 성직 전업 전직 전체 정식 정규 명문 모범 민관 방과 변호 사내 사외 상하 설치 소상 시공 시행 신규 신진 안마 연출 영업 영화 왕실 우호 원어 유일 이주 이하 이상 임대 장례 전임 조교 주둔 주재 주최 주한 채용 추천 편의 평균 표현 하위 한식 현악 홍삼 황실'
  ).split(' '),
);
export const isAnOffice = (word: string): boolean => FIELD.has(word) || WHICH.test(word) || DONE.test(word);

/** What befalls one person: of everyday words, too. */
const HAPPENS =
  /^(?:문병|병문안|빈소|부고|모친|부친|빙모|빙부|시모|시부|장인상|장모상|별세|영결식|발인|칠순|팔순|회갑|환갑|생신|돌잔치|할머니|할아버지|접견)/;
const SEEN_OFF =
  /^(?:송별|환송|전별|영전|이임|취임|퇴임|전보|전출|승진|병문안|문병|모친|부친|빙모|빙부|결혼|출산|조의|부의|축의)/;
const HANDED_OVER = /^(?:위문|감사패|공로패|상패|꽃다발|위로금|격려금|시상)/;
const HONOURED = /^(?:표창|시상|감사패|공로패|상패|꽃다발|격려|위로|위문|송별|환송|병문안|문병|조사|면담|상담)/;
const OWNS = /^(?:예금주|수취인|수령인)$/;
const ALONE_WITH = /^(?:면담|독대|차담|티타임)/;
/** Behind 와 the word before it is no office, as 정책과 is behind 과. */
const TOGETHER = /^(?:통화|오찬|만찬|조찬|환담|회동|간담$|점심|저녁|식사)/;
const WAS_THERE = /^(?:참석|배석|동석|불참)[한하해했]/;
/** One person by what they are: 시민 정은 표창, 운전자 장구 조사. */
const SOMEONE = /^(?:시민|주민|직원|구민|도민|군민|학생|어르신|공무원|상인|기사|회원|통장|이장|사원|대원|[가-힣]+자)$/;

/**
 * Whether two letters that are a word stand for somebody: 오후 씨, 우유 과장 송별. It is what a person is given or does that says so, and for
 * words that a city hall writes every day less will do than for the others.
 */
export function isSomebodyHere(name: string, rest: string, words: readonly Word[], at: number): boolean {
  const [before, word, next, later] = [words[at - 1], words[at], words[at + 1], words[at + 2]];
  if (!word || !mayBeAName(name) || DEED.test(name) || isTitle(name)) return false;
  const follows = word.after === ' ' ? (next?.text ?? '') : '';
  if (/^(?:과|와|과의|와의)$/.test(rest))
    return (
      ALONE_WITH.test(follows) ||
      (rest.startsWith('와') && TOGETHER.test(follows) && !WHICH.test(name)) ||
      (!isCommonWord(name) && words.slice(at + 1, at + 4).some(({ text }) => TALKED_OVER.test(text)))
    );
  if (/^[이가도은는]$/.test(rest)) return WAS_THERE.test(follows);
  if (/^[외]?$/.test(rest) && isCounted(rest, word, next, later)) return !WHICH.test(name);
  if (rest !== '') return false;
  if (/^(?:씨(?:[가-힣]{0,2})|님(?:과|께|의|이|을|들)?)$/.test(follows) || (HAPPENS.test(follows) && !WHICH.test(name)))
    return true;
  if (/^[(（]$/.test(word.after.trim()) && isAgeOrSex(next, later)) return true;
  const closes = word.after.trim() === '' ? next === undefined : /^\s*[)）\]]/.test(word.after);
  const stands = before !== undefined && /^(?: ?[:：] ?| )$/.test(word.before);
  if (stands && closes && OWNS.test(before.text)) return true;
  if (closes && isLabelled(before, word) && !FIELD.has(name) && !DONE.test(name)) return true;
  if (isAmongSpaced(words, at) || isBesideMasked(words, at)) return true;
  // 우유 국장 이임에 따른 송별, 과장 우유 송별
  if (isTitle(follows) && next?.after === ' ' && SEEN_OFF.test(later?.text ?? '') && !WHICH.test(name)) return true;
  // 조국 동장, 유산 작가
  if (isTitle(follows) && isBorneHere(name, follows)) return true;
  if (stands && word.before === ' ' && ROLE.test(before.text) && !FIELD.has(name) && !DONE.test(name)) return true;
  const titled = stands && word.before === ' ' && isTitle(before.text) && titleEnding(before.text) !== null;
  if (titled && (SEEN_OFF.test(follows) || (isHonoured(follows) && !FIELD.has(name) && !DONE.test(name)))) return true;
  if (isCommonWord(name)) return false;
  if ((HANDED_OVER.test(follows) && !name.endsWith('상')) || holdsATitle(words, at)) return true;
  return stands && (SOMEONE.test(before.text) || BEFORE_A_PERSON.test(before.text)) && HONOURED.test(follows);
}

/** Whether two letters before a post are the one who holds it, and no office or field. */
const isBorneHere = (name: string, post: string): boolean =>
  !FIELD.has(name) &&
  !WHICH.test(name) &&
  !DONE.test(name) &&
  !isCollective(name) &&
  !OTHER_MEANINGS.test(post) &&
  !titleEnding(name);

const isHonoured = (follows: string): boolean =>
  /^(?:부임|취임|축하|꽃다발|위촉|해촉|선물|감사패|공로패|기념패|표창패|쾌유|면담|격려금|화분|조화)/.test(follows);
/** What is done, of two letters: 위원 위촉, 작성자 표시. */
const DONE =
  /^(?:간담|감사|강연|견학|경조|공고|공모|공연|공유|구입|기념|기부|기증|기탁|노고|도착|동의|명단|모집|문의|문상|발표|방문|배석|배정|변경|복무|부고|부임|사례|사임|선거|선발|선임|선정|선출|소개|송년|시상|신고|신년|신청|심사|안내|안전|양성|여비|연명|연봉|연수|연찬|예우|예방|오찬|요구|요청|우대|위로|위문|위임|위촉|유치|응원|의견|이수|이임|이직|이취|인사|인선|인원|인증|임기|임명|임용|입장|장학|전달|전도|전별|전보|전시|전용|전원|전입|전출|전화|접수|정기|정년|정례|정보|정산|조기|조문|조사|조식|조의|조찬|주관|주재|주최|중식|지급|지도|지명|지원|지정|진급|진단|진료|차담|참배|참석|창립|추대|추모|추천|출장|취임|친목|편성|평가|포상|표시|표창|하례|한정|해외|해촉|현안|현황|협약|협의|호봉|홍보|화합|환담|환송|환영|회의|후원|휴가)/;

/** 담당: 서원, 사무국장(이상), 부의금(온정): a bracket or colon behind a post, a role or what is given. */
const isLabelled = (before: Word | undefined, word: Word): boolean =>
  before !== undefined &&
  ((/^\s?[:：]\s?$/.test(word.before) && (LABEL.test(before.text) || ROLE.test(before.text))) ||
    (/^\s?[(（]$/.test(word.before) &&
      /^\s*[)）]/.test(word.after) &&
      (GIVEN.test(before.text) || (isTitle(before.text) && !OTHER_MEANINGS.test(before.text)))));
const LABEL = /^(?:참석|배석|동석|동행|담당|문의|대상|초청|접견|면담|수상|오찬|만찬|조찬|요청|건의|신청)자?$/;
const GIVEN = /(?:부의금?|조의금?|축의금?|경조사비?|경조금|화환|조화|위로금|격려금|장학금)$/;

/** 고지(여, 72), 이담(45세) */
const isAgeOrSex = (word: Word | undefined, next: Word | undefined): boolean =>
  word !== undefined &&
  ((/^[남여]$/.test(word.text) && (isListMark(word.after) || /^\s*[)）]/.test(word.after))) ||
    (/^\d{2}$/.test(word.text) && (/^\s*[)）,]/.test(word.after) || next?.text === '세')));

/** 민국 외 2명 */
const isCounted = (rest: string, word: Word, next: Word | undefined, later: Word | undefined): boolean =>
  rest === '외'
    ? /^\d/.test(next?.text ?? '')
    : word.after === ' ' &&
      next?.text === '외' &&
      /^\d/.test(later?.text ?? '') &&
      !/[개곳건]/.test(later?.after ?? '');

/**
 * Whether an item of a list of people is somebody, though a dictionary has the word: 국장 백일, 직원 이귀남. Whole offices and groups stand
 * there as well.
 */
export function isAmongPeople(name: string, words: readonly Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (!word || isCollective(name) || GROUP.test(name) || DEED.test(name) || isTitle(name)) return false;
  const ends =
    word.after.trim() === '' ? next === undefined || /^[외등]$/.test(next.text) : /^\s*[,;·/(（)）]/.test(word.after);
  const begins = before === undefined || isListMark(word.before) || /[(（]$/.test(word.before);
  const behindAPost =
    word.before === ' ' &&
    before !== undefined &&
    (titleEnding(before.text) !== null || /^직원$|..[과팀]$/.test(before.text));
  if (!ends || !(begins || behindAPost)) return false;
  if (name.length === 2)
    return mayBeAName(name) && (behindAPost || !(FIELD.has(name) || DONE.test(name) || WHICH.test(name)));
  return letterLikeness(name) === 'strong' && !isCommonWord(name);
}
const GROUP = /[자인민원회단팀과국층들급점소부]$|일동|전원/;

/** 이형(한국대 교수): a bracket that says what they are. */
function holdsATitle(words: readonly Word[], at: number): boolean {
  if (!/^\s?[(（]$/.test(words[at]?.after ?? '')) return false;
  const last = [1, 2, 3].find((further) => /^\s*[)）]/.test(words[at + further]?.after ?? ''));
  return last !== undefined && titleEnding(words[at + last]?.text ?? '') !== null;
}
