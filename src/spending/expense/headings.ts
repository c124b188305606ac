import { type Unit, unitOf } from '../../korean/amount.ts';
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
  | 'note';

/** The columns of our own export, in its order: the official disclosure's first, then what makes it readable again. */
export const COLUMNS = [
  ['seq', '연번'],
  ['spender', '사용자'],
  ['department', '부서명'],
  ['date', '집행일시'],
  ['place', '집행장소'],
  ['purpose', '집행목적'],
  ['people', '대상인원'],
  ['amount', '금액(원)'],
  ['payment', '결제방법'],
  ['account', '비목'],
  ['year', '회계연도'],
  ['month', '회계월'],
  ['category', '분야'],
  ['activity', '직무활동코드'],
  ['address', '주소'],
  ['headcount', '인원수'],
  ['attendees', '참석자'],
  ['budget', '연간예산'],
  ['accountBudget', '과목예산'],
  ['record', '기록번호'],
  ['note', '비고'],
] as const satisfies readonly (readonly [Field, string])[];

/** Where each field stands in a file. */
export type Heading = {
  columns: Partial<Record<Field, number>>;
  labels: string[];
  /** What a bare number in the amount column counts: won, or 1,000 of them. */
  unit: Unit;
  /** A file this app wrote: its words are taken letter by letter. */
  own: boolean;
};

/** Null for a row that can't be the heading of a list of spends. `above` is what stood over it: titles, units. */
export const readHeading = (cells: readonly string[], above: readonly string[]): Heading | null => {
  const columns: Heading['columns'] = {};
  for (const [index, cell] of cells.entries()) {
    const field = fieldOf(cell);
    if (field && columns[field] === undefined) columns[field] = index;
  }
  if (columns.amount === undefined || (columns.purpose === undefined && columns.place === undefined)) return null;
  if (
    [columns.date, columns.day, columns.month, columns.year, columns.yearMonth].every((column) => column === undefined)
  )
    return null;

  const labels = cells.map((cell) => normalise(cell));
  return { columns, labels, unit: unitOf(labels[columns.amount] ?? '', above), own: isOwn(labels) };
};

/** A second row of headings under merged cells: 일시 over 일자 and 시간. */
export const joinHeadings = (upper: readonly string[], lower: readonly string[]): string[] | null => {
  const given = lower.filter((cell) => cell.trim() !== '');
  const width = Math.max(upper.length, lower.length);
  if (given.length === 0 || given.length === lower.length || !given.every((cell) => fieldOf(cell))) return null;
  return Array.from({ length: width }, (_, index) => lower[index]?.trim() || (upper[index] ?? ''));
};

export const fieldOf = (cell: string): Field | null => {
  if (cell === '' || cell.length > 60) return null;
  const spaceless = normalise(cell)
    .replace(/[\s·:*※]/g, '')
    .toLowerCase();
  const unitless = spaceless.replace(/[([](?:단위:?)?(?:천원|만원|백만원|원|명|인)[)\]]/g, '');
  const withBrackets = unitless.replace(/[()[\],/]/g, '');
  const without = unitless.replace(/\([^()]*\)|\[[^[\]]*\]/g, '').replace(/\//g, '');
  return FIELDS.get(withBrackets) ?? FIELDS.get(without) ?? null;
};

const OWN_MARKS = ['회계연도', '회계월', '직무활동코드', '인원수', '참석자', '기록번호'];
const isOwn = (labels: readonly string[]): boolean => OWN_MARKS.every((mark) => labels.includes(mark));

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
    'dept_nm_lvl_2 사용자 사용자명 집행자 집행자명 집행권자 직위 직급 직책 사용자직위 사용자직급 사용자직책 집행자직위 집행자직급 직위명 직급명 사용자성명 성명 공개대상',
  department:
    'dept_nm_full 부서 부서명 사용부서 사용부서명 집행부서 집행부서명 소속 소속부서 소속명 담당부서 담당부서명 소관부서 기관명 기관 집행기관 주관부서 실과소명',
  date: 'exec_dt 일시 일자 날짜 집행일 집행일시 집행일자 집행일자시간 집행일자및시간 집행날짜 사용일 사용일시 사용일자 사용일자시간 사용일자및시간 사용날짜 결제일 결제일시 결제일자 승인일 승인일시 승인일자 지출일 지출일시 지출일자 지급일 지급일시 지급일자 거래일 거래일시 거래일자 이용일 이용일시 이용일자 일자시간 집행시기 월일',
  day: '일',
  time: '시간 시각 집행시간 집행시각 사용시간 사용시각 결제시간 결제시각 승인시간 승인시각 이용시간 거래시간 지출시간',
  place:
    'exec_loc 장소 장소명 집행장소 집행장소명 사용장소 사용장소명 가맹점 가맹점명 가맹점상호 가맹점명상호 집행처 집행처명 사용처 사용처명 상호 상호명 업소명 업체 업체명 지급처 지급처명 지출처 거래처 거래처명 이용장소 이용가맹점 장소상호 장소상호명 장소가맹점명 집행장소상호 집행장소상호명 집행장소가맹점명 사용장소상호 사용장소상호명 사용장소가맹점명 사용장소가맹점 결제장소',
  address:
    '주소 가맹점주소 소재지 소재지주소 장소주소 집행장소주소 사용장소주소 업소주소 사용처주소 집행처주소 도로명주소',
  purpose:
    'exec_purpose 목적 집행목적 집행목적내역 집행목적내용 집행목적및내역 사용목적 사용목적내역 사용목적내용 목적내역 내용 집행내용 사용내용 집행내역 사용내역 내역 지출내역 지출내용 지출목적 적요 건명 집행건명 집행사유 사용사유 사유 업무추진내용 사용용도 용도',
  people:
    'target_nm 대상인원 대상인원수 집행대상인원 집행대상인원수 사용대상인원 대상 집행대상 사용대상 대상및인원 대상자인원 집행대상자인원 대상인원명',
  headcount: '인원 인원수 참석인원 참석인원수 참석자수 사용인원 집행인원 이용인원 대상자수 인원명 참여인원 총인원',
  attendees: '대상자 집행대상자 참석자 참석대상 참석대상자 사용대상자 지급대상 지급대상자 대상자명',
  amount:
    'exec_amount 금액 집행금액 사용금액 집행액 사용액 지출금액 지출액 결제금액 결제액 승인금액 이용금액 거래금액 지급금액 지급액 집행금액원 사용금액원 금액원',
  payment:
    'payment_method 결제 결제방법 결제수단 결제구분 결제유형 결제방식 사용방법 사용수단 집행방법 집행수단 집행구분 방법 지급방법 지급수단 지출방법 지출수단 지출구분 카드현금 카드현금구분 카드사용여부',
  account:
    'bimok 비목 비목명 예산과목 예산과목명 과목 과목명 통계목 통계목명 세목 예산비목 예산목 편성목 예산과목통계목 업무추진비구분 업무추진비종류 업무추진비유형 추진비구분',
  activity: '직무활동코드 직무활동 직무활동범위 직무활동구분',
  category: 'category 분야 집행분야 사용분야 분류 집행유형 사용유형 유형',
  kind: '구분 종류',
  record: '기록번호',
  note: '비고 기타 참고 특이사항',
};

const FIELDS: ReadonlyMap<string, Field> = new Map(
  Object.entries(ALIASES).flatMap(([field, names]) => names.split(' ').map((name) => [name, field as Field] as const)),
);
