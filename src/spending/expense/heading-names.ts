import { slipsApart } from '../../korean/suggest.ts';
import { normalise } from '../../korean/typed.ts';

export type Field =
  | 'seq'
  | 'title'
  | 'budget'
  | 'accountBudget'
  | 'yearToDate'
  | 'year'
  | 'month'
  | 'yearMonth'
  | 'spender'
  | 'department'
  | 'date'
  | 'day'
  | 'time'
  | 'place'
  | 'address'
  | 'purpose'
  | 'people'
  | 'headcount'
  | 'attendees'
  | 'amount'
  | 'payment'
  | 'account'
  | 'activity'
  | 'category'
  | 'kind'
  | 'record'
  | 'note'
  | 'noteTime';

export const fieldOf = (cell: string): Field | null => {
  if (cell === '' || cell.length > LONGEST) return null;
  const { withBrackets, without } = namesOf(cell);
  // A remark that holds the times: 비고 (사용시간).
  if (/^(?:비고|기타)/.test(without)) return notedIn(withBrackets);
  return FIELDS.get(withBrackets) ?? FIELDS.get(without) ?? null;
};

const LONGEST = 60;

/** What a column of remarks holds by its own word: 비고(사용시간), 비고(결제방법). */
const notedIn = (name: string): Field | null => {
  if (/시간|시각/.test(name)) return 'noteTime';
  const field = FIELDS.get(name) ?? FIELDS.get(name.replace(/^(?:비고|기타)(?:사항)?/, '')) ?? 'note';
  return NOTED.has(field) ? field : 'note';
};
const NOTED: ReadonlySet<Field> = new Set(['note', 'payment', 'headcount', 'people', 'attendees', 'account']);

/** Without spaces, marks, footnotes and units; with what its brackets say and without. */
const namesOf = (cell: string): { withBrackets: string; without: string } => {
  const [first = '', ...notes] = cell.trim().split(/\r\n|[\r\n]/);
  // `집행목적2)`, `3)장소`: the number of a footnote.
  const name = [first, ...notes.filter((line) => !/^\s*[*※]/.test(line))]
    .join('')
    .replace(/^\s*(?:주\s*)?\d\s*\)\s*(?=\D)|(?<=[^\d(])\s*(?:주\s*)?\d\s*\)\s*$|[①-⑳]|[⁰¹²³]/g, '');
  const spaceless = normalise(name)
    .replace(/[\s·:*※.]/g, '')
    .toLowerCase();
  const unitless = spaceless.replace(/[([](?:단위:?)?(?:천원|만원|백만원|원|명|인|₩)[)\]]/g, '');
  return {
    withBrackets: unitless.replace(/[()[\],/]/g, ''),
    without: unitless.replace(/\([^()]*\)|\[[^[\]]*\]/g, '').replace(/\//g, ''),
  };
};

/** The field of a name with one letter wrong (`결재방법`), where only one can be meant. Short names are too near to other words. */
export const slippedField = (cell: string): Field | null => {
  if (cell === '' || cell.length > LONGEST) return null;
  const { without } = namesOf(cell);
  if (without.length < SHORTEST_SLIPPED || without.length > 12) return null;
  const near = new Set<Field>();
  for (const [name, field] of FIELDS) {
    if (
      Math.abs(name.length - without.length) <= 1 &&
      name.length >= SHORTEST_SLIPPED &&
      slipsApart(name, without) === 1
    ) {
      near.add(field);
    }
  }
  const [field, ...others] = near;
  return field && others.length === 0 ? field : null;
};
const SHORTEST_SLIPPED = 4;

/** Spellings seen in what cities and districts publish, without spaces, brackets and units. */
const ALIASES: Record<Field, string> = {
  seq: '연번 번호 순번 순 no no. 일련번호 구분번호',
  title: 'title 제목 문서제목',
  budget: 'expense_budget 연간예산',
  accountBudget: '과목예산',
  yearToDate: 'expense_execution',
  year: 'exec_yr 회계연도 회계년도 연도 년도 년 집행연도 집행년도 사용연도',
  month: 'exec_month 회계월 월 집행월 사용월',
  yearMonth: '연월 년월 집행연월 집행년월 회계연월 사용연월 사용년월 기준연월 기준년월',
  spender:
    'dept_nm_lvl_2 사용자 사용자명 집행자 집행자명 집행권자 직위 직급 직책 사용자직위 사용자직급 사용자직책 집행자직위 집행자직급 직위명 직급명 사용자성명 성명 공개대상 집행인 사용인 사용자직책성명 사용자직위성명 집행기관장 사용기관장 사용권자 지출자 지출인 카드사용자 결제자 집행주체 사용주체',
  department:
    'dept_nm_full 부서 부서명 사용부서 사용부서명 집행부서 집행부서명 소속 소속부서 소속명 담당부서 담당부서명 소관부서 기관명 기관 집행기관 주관부서 실과소명 department 사용부서팀명 부서과 부서팀 실과 실국 실국명 과명 부서실과 소속부서명 사용기관 사용기관명 집행기관명',
  date: 'exec_dt 일시 일자 날짜 집행일 집행일시 집행일자 집행일자시간 집행일자및시간 집행날짜 사용일 사용일시 사용일자 사용일자시간 사용일자및시간 사용날짜 결제일 결제일시 결제일자 승인일 승인일시 승인일자 지출일 지출일시 지출일자 지급일 지급일시 지급일자 거래일 거래일시 거래일자 이용일 이용일시 이용일자 일자시간 집행시기 월일 date 사용일집행일 사용집행일 집행사용일 집행일사용일 사용일자결제일자 집행일자요일 사용일자요일 집행일요일 사용연월일 집행연월일 사용년월일 집행년월일 연월일 년월일 지출연월일 결의일 결의일자 지출결의일 카드승인일 카드사용일 카드사용일자 카드사용일시 매출일 매출일자 행사일 행사일자 개최일 개최일시 사용일자및시각 집행일자및시각 일시시간 사용일시시간 기간 집행기간 사용기간 출장기간 행사기간',
  day: '일',
  time: '시간 시각 집행시간 집행시각 사용시간 사용시각 결제시간 결제시각 승인시간 승인시각 이용시간 거래시간 지출시간 time 사용시간대 집행시간대 카드사용시간 사용일시시각',
  place:
    'exec_loc 장소 장소명 집행장소 집행장소명 사용장소 사용장소명 가맹점 가맹점명 가맹점상호 가맹점명상호 집행처 집행처명 사용처 사용처명 상호 상호명 업소명 업체 업체명 지급처 지급처명 지출처 거래처 거래처명 이용장소 이용가맹점 장소상호 장소상호명 장소가맹점명 집행장소상호 집행장소상호명 집행장소가맹점명 사용장소상호 사용장소상호명 사용장소가맹점명 사용장소가맹점 결제장소 place 집행장소사용처 사용처상호 사용처상호명 장소사용처 집행처상호 가맹점이름 사용업소 사용업소명 업소 식당명 음식점 음식점명 구매처 구입처 사용장소업소명 집행장소업소명 가맹점명사용처 사용가맹점 채주 채주명 업체상호명 상호업체명 집행처상호명 이용처 구매장소 방문처 집행가맹점 사용가맹점명 집행장소지출처',
  address:
    '주소 업체주소 가맹점주소 소재지 소재지주소 장소주소 집행장소주소 사용장소주소 업소주소 사용처주소 집행처주소 도로명주소',
  purpose:
    'exec_purpose 목적 집행목적 집행목적내역 집행목적내용 집행목적및내역 사용목적 사용목적내역 사용목적내용 목적내역 내용 결제내용 결제내역 승인내용 집행내용 사용내용 집행내역 사용내역 내역 지출내역 지출내용 지출목적 적요 건명 집행건명 집행사유 사용사유 사유 업무추진내용 사용용도 용도 purpose 사용목적대상 집행목적대상 사용내용목적 집행내용목적 집행내역목적 사용내역목적 사용내역내용 집행내역내용 사용목적및내용 집행목적및내용 사용목적및내역 업무내용 지출사유 지출건명 사용건명 사용적요 집행적요 세부내역 세부내용 세부집행내역 행사명 용무 사용목적내역사용대상포함 사용목적및대상 집행목적및대상 이용내역 이용목적 이용내용 이용용도',
  people:
    'target_nm 대상인원 대상인원수 집행대상인원 집행대상인원수 사용대상인원 대상 집행대상 사용대상 대상및인원 대상자인원 집행대상자인원 대상인원명 사용대상자인원 집행대상자인원수 대상자및인원 참석자및인원 사용대상및인원 집행대상및인원 참석대상인원 지급대상인원 사용자인원 집행인원대상 사용자및인원 집행자및인원 대상및인원수 대상자수및인원',
  headcount:
    '인원 인원수 참석인원 참석인원수 참석자수 사용인원 집행인원 이용인원 대상자수 인원명 인원수량 대상총인원 대상총인원수 참여인원 총인원 인원명수 사용인원수 집행인원수 대상인원계 참석인원계 참가인원',
  attendees:
    '대상자 집행대상자 참석자 참석대상 참석대상자 사용대상자 지급대상 지급대상자 대상자명 attendees 참가자 동석자 참석자명단 수령인 수령자 지급처대상자',
  amount:
    'exec_amount 지출 금액 집행금액 사용금액 집행액 사용액 지출금액 지출액 결제금액 결제액 승인금액 이용금액 거래금액 지급금액 지급액 집행금액원 사용금액원 금액원 amount 소요금액 소요액 지불금액 지불액 사용금액집행액 집행금액합계 사용액원 집행액원 지출액원 비용 사용비용 집행비용 카드사용금액 카드사용액 청구금액 이용액 거래액 매출금액 결재금액 금액천원 총금액 합계금액 총집행금액 총사용금액 총지출금액 총집행액 총사용액 집행총액 사용총액',
  payment:
    'payment_method 수단 결제 결제방법 결제수단 결제구분 결제유형 결제방식 사용방법 사용수단 집행방법 집행수단 집행구분 방법 지급방법 지급수단 지출방법 지출수단 지출구분 카드현금 카드현금구분 카드사용여부 payment 결제종류 결제카드 카드구분 카드종류 지불방법 지불수단 사용구분 지출방식 집행방식 사용방식 결재방법 결재수단 결재구분 결재 카드현금여부 현금카드구분 현금카드 결제방법카드현금',
  account:
    'bimok 비목 비목명 예산과목 예산과목명 과목 과목명 통계목 통계목명 세목 예산비목 예산목 편성목 예산과목통계목 업무추진비구분 업무추진비종류 업무추진비유형 추진비구분 예산구분 비용구분 지출과목 예산통계목 예산세목 회계과목 집행과목 추진비종류 업무추진비비목 경비구분',
  activity: '직무활동코드 직무활동 직무활동범위 직무활동구분',
  category: 'category 분야 집행분야 사용분야 분류 집행유형 사용유형 유형',
  kind: '구분 종류',
  record: '기록번호',
  note: '비고 기타 참고 특이사항',
  noteTime: '',
};

const FIELDS: ReadonlyMap<string, Field> = new Map(
  Object.entries(ALIASES).flatMap(([field, names]) =>
    names
      .split(' ')
      .filter(Boolean)
      .map((name) => [name, field as Field] as const),
  ),
);
