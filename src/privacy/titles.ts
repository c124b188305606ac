/**
 * What people are called, by what may be published of them: of senior officials the post, of officials below grade 4 only where
 * they work, of private persons nothing. Elected people keep their names when the register knows them.
 */
export type Tier = 'elected' | 'senior' | 'junior' | 'private';

const TITLES: Record<Tier, string> = {
  elected:
    '시장 군수 구청장 주지사 도지사 지사 교육감 의원 시의원 구의원 도의원 국회의원 의장 부의장 대통령 원내대표 대표의원 의원님 시장님',
  senior: `기관장 부시장 부지사 부군수 부구청장 차관 장관 총리 실장 국장 본부장 기획관 정책관 심의관 담당관 과장 단장 관장 소장 센터장 부장
    대변인 특별보좌관 특보 수석 청장 서장 총영사 부총영사 영사 참사관 공사참사관 특사 대사 판사 검사 이사관 부이사관 서기관 감사관 협력관 보좌관 비서관 교장 사무총장 부총리
    주석 위원장 부위원장 사령관 단장님 과장님 국장님 실장님`,
  junior: `주무관 사무관 팀장 계장 반장 주사 주사보 서기 서기보 행정관 비서 실무관 연구사 지도사 순경 경장 경사 경위 경감 경정 소방사
    소방교 소방장 소방위 소방경 동장 면장 읍장 공무직 청원경찰 주임 서무 운전원 파출소장 지구대장 교사 조교 상담사 사회복지사 팀장님
    이병 일병 주무관님 담당자 대원 청소원 방호원 상병 병장 하사 중사 상사 소위 중위 대위 소령 중령 대령`,
  private: `대표 대표이사 공동대표 회장 부회장 사장 부사장 이사장 이사 상임이사 감사 전무 상무 교수 명예교수 부교수 박사 변호사 회계사 세무사
    법무사 노무사 건축사 기자 특파원 피디 작가 감독 코치 원장 부원장 신부 수녀 목사 스님 교무 간사 총무 위원 연구위원 자문위원 연구원 강사
    선생 선생님 어르신 학생 선수 배우 가수 시인 화백 총장 학장 이장 통장 반장님 조합장 지점장 점장 지부장 지회장 노조위원장 차장 대리 사원 고문 의사
    간호사 약사 앵커 아나운서 논설위원 편집국장 주필 국장대리 대장 원정대장 대표님 회장님 사장님 교수님 박사님 기자님 작가님 이사님 위원님
    여사 여사님 옹 운영자 디자이너 큐레이터 셰프 매니저 팀원 사범 명창 장인 이장님 통장님 사무국장 사무처장 국회보좌관 비서실직원 주민자치위원 명예시민 명예시장 홍보대사 지휘자 화가 건축가 총괄건축가 소설가 안무가 연출가 성악가 피아니스트 코디네이터 담임교사`,
};

const TIERS: ReadonlyMap<string, Tier> = new Map(
  (Object.keys(TITLES) as Tier[]).flatMap((tier) => TITLES[tier].split(/\s+/).map((title) => [title, tier] as const)),
);
const LONGEST = Math.max(...[...TIERS.keys()].map((title) => title.length));

/** Marks of a person that are no posts: 씨, 님, 故, kin and what befalls people. */
export const AFTER_A_PERSON =
  /^(?:씨|님|모친|부친|조모|조부|빙모|빙부|시모|시부|장인상|장모상|장인|장모|배우자|부인|남편|자녀|자제|장남|장녀|차남|차녀|아들|딸|유족|가족|내외|부부|일가|결혼|혼사|혼례|별세|사망|작고|영결식|발인|장례|빈소|조문|문상|부고|추모|댁|자택|본인|귀하|께|계좌)/;
export const BEFORE_A_PERSON =
  /(?:故|유족|고인|신랑|신부|본인|성명|이름|예금주|수취인|수령인|수령자|담당자|신청인|민원인|대상자|당사자|피해자|유가족|배우자|부친|모친|사망직원|사망자|순직|대표자|점주|조문|부고|문병|병문안|의인|제보자|기증자|수상자|퇴직자|퇴임자|승진자|전입자|전출자|합격자|기부자|후원자|당선자|공로자|입상자|우승자|신고자|목격자|생존자|부상자|실종자|봉사자|의상자|모범시민|참전용사|연수생|유학생|교환학생|장학생|실습생|결혼이민자|예비신랑|예비신부|근로자|노동자|강연자|발표자|제안자|출장자|계약상대자|계약자|고소인|고발인|청구인|진정인|요청자|소유자|임차인|임대인|낙찰자|보호자|간병인|상속인|다문화가정|통역사|통역|원어민|입양인|이주민|난민)[:：]?$/;

/** Places that end like a title. */
const NO_TITLE =
  /(?:주차장|광장|전통시장|신시장|경기장|행사장|사업장|작업장|수영장|공사장|운동장|장례식장|예식장|도서관장비|국가대표)$/;

/** Titles that are other words as well. */
export const OTHER_MEANINGS = /^(?:검사|감사|감독|배우|시장|지사|장인|담당|서무|교무|통장|대장|가수)$/;

export type Title = { word: string; tier: Tier };

const PARTICLES =
  /(?:께서|에게서|에게|한테|으로|이랑|이나|이며|이고|이었음|였음|입니다|이다|까지|부터|님|은|는|이|가|을|를|의|께|와|과|도|만|로|랑|및|등|외|들|임)$/;

/** A word without what is glued to its end, step by step: 과장님께서 → 과장님 → 과장. */
export function stems(word: string): string[] {
  const found = [word];
  let rest = word;
  for (let steps = 0; steps < 3; steps++) {
    const shorter = rest.replace(PARTICLES, '');
    if (shorter === rest || shorter === '') break;
    found.push(shorter);
    rest = shorter;
  }
  return found;
}

const remembered = new Map<string, Title | null>();
const MOST_REMEMBERED = 5_000;

/** The title that a word is, or ends in: 주택정책과장, 前독일총리. Texts say the same words over and over. */
export function titleEnding(word: string): Title | null {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const title = endingOf(word);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(word, title);
  return title;
}

function endingOf(word: string): Title | null {
  for (const stem of stems(word)) {
    if (NO_TITLE.test(stem) || (stem !== word && stem.endsWith('배우'))) continue;
    for (let length = Math.min(LONGEST, stem.length); length >= 2; length--) {
      const title = stem.slice(-length);
      const tier = TIERS.get(title);
      if (tier) return { word: title, tier };
    }
    if (stem === '옹') return { word: stem, tier: 'private' };
  }
  return null;
}

/** The title that a word begins with, right at a position: of 김도영주무관 and 김도영과장송별오찬 behind the name. */
export function titleBeginning(rest: string): Title | null {
  for (let length = Math.min(LONGEST, rest.length); length >= 2; length--) {
    const title = rest.slice(0, length);
    const tier = TIERS.get(title);
    if (!tier) continue;
    const left = rest.slice(length);
    if (
      left === '' ||
      stems(left).some((it) => it === '' || PARTICLES.test(it)) ||
      beginsWithADeed(left) ||
      (title === '교수' && left === '팀')
    )
      return { word: title, tier };
  }
  return null;
}

/** What is done with somebody, where it is glued to who it is: 김도영격려, 김도영송별오찬. */
const DEED =
  /^(?:격려|송별|환송|환영|전별|면담|상담|접견|예방|초청|축하|위로|위문|조문|문상|문병|병문안|표창|시상|포상|간담|오찬|만찬|조찬|다과|축의|조의|부의|승진|전출|전입|퇴임|취임|이임|영전|결혼|감사패|위로금)/;
/** Of those what is said of a person and of no thing, where a name is glued before: 정욱송별오찬. */
const BEFALLS =
  /^(?:송별|환송|환영|전별|병문안|문병|조문|문상|승진|전출|퇴임|취임|이임|영전|결혼|별세|출산|모친상|부친상|축의|조의|부의)/;
export const beginsWithWhatBefalls = (rest: string): boolean => BEFALLS.test(rest);
export const beginsWithADeed = (rest: string): boolean => DEED.test(rest);

export const isTitle = (word: string): boolean => TIERS.has(word);

export const isParticle = (rest: string): boolean => rest === '' || rest.replace(PARTICLES, '') === '';
