import { expect, test } from 'vitest';
import { openExpenses } from '../../../src/spending/expense/files.ts';
import type { RowResult } from '../../../src/spending/expense/row-result.ts';
import type { Spend } from '../../../src/spending/expense/rules.ts';
import { collect } from '../../support/collect.ts';

const today = '2026-11-23';

async function open(text: string, name = 'list.csv', year?: number) {
  const file = await openExpenses(new TextEncoder().encode(text), name, { today, year });
  if ('refusal' in file) throw new Error(file.refusal);
  return { rows: await collect(file.rows), stated: file.stated() };
}

const spendsOf = (rows: RowResult[]): Spend[] =>
  rows.flatMap(({ result }) => ('spend' in result ? [result.spend] : []));

const HEADINGS = '연번,사용자,집행일시,집행장소,집행목적,대상인원,집행금액,결제방법,비목';
const GOOD = {
  연번: '1',
  사용자: '시장',
  집행일시: '2025-10-02 14:07',
  집행장소: '빵이야',
  집행목적: '간담회',
  대상인원: '8',
  집행금액: '85000',
  결제방법: '카드',
  비목: '기관',
};
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** Reads one row of an ordinary list, some of its cells being as given. */
async function read(cells: Partial<typeof GOOD>): Promise<RowResult['result']> {
  const line = Object.values({ ...GOOD, ...cells })
    .map(quoted)
    .join(',');
  const { rows } = await open(`${HEADINGS}\n${line}\n`);
  if (!rows[0]) throw new Error('no row');
  return rows[0].result;
}

const spendOf = async (cells: Partial<typeof GOOD>): Promise<Spend> => {
  const result = await read(cells);
  if (!('spend' in result)) throw new Error(JSON.stringify(result));
  return result.spend;
};

test('reads an ordinary row', async () => {
  expect(await read({})).toEqual({
    spend: {
      year: 2025,
      month: 10,
      spentOn: '2025-10-02',
      spentTime: '14:07',
      amount: 85_000,
      account: '203-01',
      activity: null,
      category: null,
      place: '빵이야',
      address: null,
      purpose: '간담회',
      headcount: 8,
      attendees: null,
      payment: 'card',
      spender: '시장',
      department: null,
    },
    lacks: ['activity', 'category'],
    flags: [],
  });
});

test.each([
  ['2025-10-02 14:07', '2025-10-02', '14:07'],
  ['2025-10-2 8:13', '2025-10-02', '08:13'],
  ['2025-10-02 14:07:33', '2025-10-02', '14:07'],
  ['2025-10-02T14:07', '2025-10-02', '14:07'],
  ['2025-10-02 00:00', '2025-10-02', null],
  ['2025-10-02', '2025-10-02', null],
  ['2025.10.02. 14:07', '2025-10-02', '14:07'],
  ['2025.10.02 14:07', '2025-10-02', '14:07'],
  ['2025. 10. 2.', '2025-10-02', null],
  ['25.12.3.(수)', '2025-12-03', null],
  ['25.12.3.(수) 12:10', '2025-12-03', '12:10'],
  ["'25.12.3", '2025-12-03', null],
  ['2025/10/02', '2025-10-02', null],
  ['20251002', '2025-10-02', null],
  ['2025년 10월 2일 오후 7시', '2025-10-02', '19:00'],
  ['45932', '2025-10-02', null],
  ['45932.5', '2025-10-02', '12:00'],
  ['２０２５．１０．０２', '2025-10-02', null],
  ['2025-10-02\n14:07', '2025-10-02', '14:07'],
  ['2025-10-02 중식', '2025-10-02', null],
  ['2025.10.2.(목) 석식', '2025-10-02', null],
])('reads the day %j', async (cell, spentOn, spentTime) => {
  expect(await spendOf({ 집행일시: cell })).toMatchObject({ spentOn, spentTime, year: 2025 });
});

test.each([
  ['2025-02-30', 'date_impossible'],
  ['2025.13.1', 'date_impossible'],
  ['25.12.3.(목)', 'date_impossible'],
  ['2052-10-02', 'date_out_of_range'],
  ['1925-10-02', 'date_out_of_range'],
  ['10.2', 'year_unknown'],
  ['10월 2일', 'year_unknown'],
  ['10/2(목) 12:00', 'year_unknown'],
  ['어제', 'date_unreadable'],
  ['상반기', 'date_unreadable'],
  ['2025-10-01~2025-10-03', 'date_unreadable'],
  ['2025-10-17 11:38 신', 'columns_shifted'],
  ['2025-10-19 10:54신세', 'columns_shifted'],
  ['', 'period_unknown'],
  ['1970-01-01 09:00', 'period_unknown'],
])('holds a row of the day %j', async (cell, code) => {
  expect(await read({ 집행일시: cell })).toMatchObject({ held: [{ field: '집행일시', code }], won: 85_000 });
});

test('says that a time can not be read, and counts the row', async () => {
  expect(await read({ 집행일시: '2025-10-02 25:70' })).toMatchObject({
    spend: { spentOn: '2025-10-02', spentTime: null },
    flags: ['time_unread'],
  });
});

test.each([
  ['85000', 85_000],
  ['85,000', 85_000],
  ['85,000원', 85_000],
  ['₩85,000', 85_000],
  ['￦85,000', 85_000],
  ['\\85,000', 85_000],
  ['８５，０００', 85_000],
  [' 85,000 ', 85_000],
  ['="85000"', 85_000],
  ['85000.0', 85_000],
  ['-85,000', -85_000],
  ['△85,000', -85_000],
  ['(85,000)', -85_000],
  ['8만5천원', 85_000],
])('reads the amount %j', async (cell, amount) => {
  expect(await spendOf({ 집행금액: cell })).toMatchObject({ amount });
});

test.each([
  ['', 'amount_missing'],
  ['-', 'amount_missing'],
  ['별도', 'amount_unreadable'],
  ['=SUM(G2:G9)', 'amount_unreadable'],
  ['#REF!', 'formula_broken'],
  [' #VALUE! ', 'formula_broken'],
  ['#N/A', 'formula_broken'],
  ['#50', 'amount_unreadable'],
  ['85.5', 'amount_unreadable'],
  ['50,000×3', 'amount_unreadable'],
  ['99999999999999', 'amount_unreadable'],
])('holds a row of the amount %j', async (cell, code) => {
  expect(await read({ 집행금액: cell })).toMatchObject({ held: [{ field: '집행금액', code }], won: null, year: 2025 });
});

test('holds a row without a purpose, and names everything that is wrong', async () => {
  expect(await read({ 집행목적: ' ', 집행금액: 'x' })).toMatchObject({
    held: [
      { field: '집행금액', code: 'amount_unreadable' },
      { field: '집행목적', code: 'purpose_missing' },
    ],
    won: null,
    year: 2025,
  });
});

test.each([
  ['카드', 'card'],
  ['신용카드', 'card'],
  ['법인 카드', 'card'],
  ['신용', 'card'],
  ['클린카드(법인)', 'card'],
  ['체크카드', 'card'],
  ['제로페이', 'zeropay'],
  ['서울페이', 'zeropay'],
  ['계좌이체', 'transfer'],
  ['현금(계좌이체)', 'transfer'],
  ['계좌입금', 'transfer'],
  ['무통장', 'transfer'],
  ['현금', 'cash'],
  ['-', null],
])('reads the payment %j', async (cell, payment) => {
  const result = await read({ 결제방법: cell });
  expect(result).toMatchObject({ spend: { payment }, flags: [] });
});

test.each(['상품권', '카드/현금', '신용카드(제로페이)'])('does not guess the payment %j', async (cell) => {
  expect(await read({ 결제방법: cell })).toMatchObject({ spend: { payment: null }, flags: ['payment_unread'] });
});

test.each([
  ['기관', '203-01'],
  ['기관운영', '203-01'],
  ['기관운영업무추진비', '203-01'],
  ['203-01', '203-01'],
  ['203-01 기관운영업무추진비', '203-01'],
  ['20303', '203-03'],
  ['시책', '203-03'],
  ['시책추진 업무추진비', '203-03'],
  ['시책업무추진비', '203-03'],
  ['정원가산', '203-02'],
  ['부서운영', '203-04'],
  ['', null],
])('reads the account %j', async (cell, account) => {
  expect(await read({ 비목: cell })).toMatchObject({ spend: { account }, flags: [] });
});

test.each(['205-06 의회운영', '기관/시책', '일반운영비'])('does not guess the account %j', async (cell) => {
  expect(await read({ 비목: cell })).toMatchObject({ spend: { account: null }, flags: ['account_unread'] });
});

test.each([
  ['8', 8, null],
  ['8명', 8, null],
  ['시장 외 4명', 5, '시장 외 4명'],
  ['시장 등 6명', 6, '시장 등 6명'],
  ['직원 5,789명', 5789, '직원 5,789명'],
  ['유족', null, '유족'],
  ['-', null, null],
  ['_', null, null],
  ['.', null, null],
])('reads the people %j', async (cell, headcount, attendees) => {
  expect(await spendOf({ 대상인원: cell })).toMatchObject({ headcount, attendees });
});

test.each([
  ['몽중헌 (종로구 북촌로)', '몽중헌', '종로구 북촌로'],
  ['보나비( 서울 중구 세종대로 124 )', '보나비', '서울 중구 세종대로 124'],
  ['친니 （종로구 세종로)', '친니', '종로구 세종로'],
  ['남도한식(정든님） ( 중구 을지로 78)', '남도한식(정든님)', '중구 을지로 78'],
  ['（주）미스터피자　청(중구 무교로 32)', '(주)미스터피자 청', '중구 무교로 32'],
  ['진미 (경기도 용인시 처인구 중부대로 1199)', '진미', '경기도 용인시 처인구 중부대로 1199'],
  ['한방 (중구 을지로 1가 (소공동))', '한방', '중구 을지로 1가 (소공동)'],
  ['경기떡집(경기제분소)', '경기떡집(경기제분소)', null],
  ['본도시락 (2층)', '본도시락 (2층)', null],
  ['고래 종로구 자하문로10길 10-21)', '고래 종로구 자하문로10길 10-21)', null],
  ['식당(서울 중구 세종대로 800', '식당(서울 중구 세종대로 800', null],
  ['미스터피자 ((서울 중구 무교로 32))', '미스터피자 ((서울 중구 무교로 32))', null],
  ['보나비 ( 강남구 테헤란로) 외 1', '보나비 ( 강남구 테헤란로) 외 1', null],
  ['_', null, null],
  ['0', null, null],
])('reads the place %j', async (cell, place, address) => {
  expect(await spendOf({ 집행장소: cell })).toMatchObject({ place, address });
});

test('holds a row whose pieces slid into the next columns, and reads its amount where it is beyond doubt', async () => {
  const { rows } = await open(
    [
      HEADINGS,
      '1,시장,2025-10-17 11:38 신,세계(김밥,) 직원 격려,5,88000,카드,기관',
      '2,시장,2025-10-17 11:38,신세계(김밥,) 직원 격려,5,88000,카드,기관',
      '3,시장,2025-10-17 11:38,신세계,김밥,직원 격려,5,88000,카드,기관',
      '4,시장,2025-10-17 11:38,신세계,직원 격려,5,1,088,000,카드,기관',
      '5,시장,2025-10-17 11:38,신세계,직원 격려,5,카드,88000,기관',
      '6,시장,2025-10-17 11:38,신세계,직원 격려,5,88000,카드,기관,,,',
    ].join('\n'),
  );

  expect(
    rows.map(({ result }) => ('held' in result ? [result.held[0]?.code, result.won] : result.spend.amount)),
  ).toEqual([
    ['columns_shifted', 88_000],
    ['columns_shifted', 88_000],
    ['columns_shifted', 88_000],
    ['columns_shifted', 1_088_000],
    ['columns_shifted', null],
    88_000,
  ]);
});

const CITY =
  'nid,title,dept_nm_lvl_1,dept_nm_lvl_2,exec_yr,exec_month,expense_budget,expense_execution,category,dept_nm_full,exec_dt,exec_loc,exec_purpose,target_nm,payment_method,exec_amount,bimok';

test("reads the city's monthly publication", async () => {
  const { rows, stated } = await open(
    [
      CITY,
      '1,2017년 1월,본청,시장,2017,1,357200000,,간담회,행정국 총무과,2017-01-25 18:26,몽중헌 (종로구 북촌로길),자문 간담회,시장 외 4명,카드,145000,',
      '1,2017년 1월,본청,시장,2017,1,357200000,,간담회,총무과,1970-01-01 09:00,뼈큰감자탕,현장방문 협의,시장 등 3명,카드,34000,시책',
      '1,2017년 1월,본청,시장,2017,1,357200000,,간담회,총무과,2016-12-31 00:00,.,송년 협의,유족,현금,50000,기관운영',
      '2,2017년 2월,본청,시장,2017,2,357300000,228000,간담회,총무과,2017-02-01 12:00,미진,오찬,.,카드,-1000,',
      '2,2017년 2월,본청,시장,2017,2,,228000,간담회,총무과,2017-02-01 12:00,미진,오찬,.,카드,-1000,',
    ].join('\r\n'),
  );

  expect(rows.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
  expect(spendsOf(rows)[0]).toEqual({
    year: 2017,
    month: 1,
    spentOn: '2017-01-25',
    spentTime: '18:26',
    amount: 145_000,
    account: null,
    activity: null,
    category: '간담회',
    place: '몽중헌',
    address: '종로구 북촌로길',
    purpose: '자문 간담회',
    headcount: 5,
    attendees: '시장 외 4명',
    payment: 'card',
    spender: '시장',
    department: '행정국 총무과',
  });
  expect(rows[1]?.result).toMatchObject({
    spend: { year: 2017, month: 1, spentOn: null, spentTime: null, account: '203-03' },
    lacks: ['spentOn', 'activity'],
  });
  expect(rows[2]?.result).toMatchObject({
    spend: { year: 2017, month: 1, spentOn: '2016-12-31', spentTime: null, place: null, headcount: null },
    flags: ['date_outside_period'],
  });
  expect(rows[4]).toMatchObject({ nth: 2, result: { flags: ['twice_in_file'] } });
  expect(rows[4]?.fingerprint).toBe(rows[3]?.fingerprint);
  expect(stated).toEqual({
    budgets: [{ year: 2017, account: null, won: 357_300_000 }],
    yearToDate: [{ year: 2017, month: 2, won: 228_000 }],
  });
});

test.each([
  [
    '연번,일자,시간,사용장소,사용목적(내역),대상인원(명),사용금액(원),사용방법',
    '1,2025-10-02,12:30,미진,간담회,5,85000,카드',
  ],
  ['번호,사용일시,가맹점명,집행내용,대상자,금액(천원),결제방법', '1,2025-10-02 12:30,미진,간담회,시장 외 4명,85,카드'],
  [
    '순,집행일자,집행시간,집행처 명,적요,인원,"집행\n금액",지급방법',
    '1,2025.10.2,오후 12:30,미진,간담회,5,"85,000",카드',
  ],
  ['No.;일 시;장 소;집 행 목 적;대상인원 수;금 액;방법', '1;2025-10-02 12:30;미진;간담회;5;85,000;카드'],
  [
    '부서명\t집행일시\t상호(주소)\t건명\t집행대상\t인원수\t집행액\t결제수단',
    '총무과\t2025-10-02 12:30\t미진\t간담회\t기자\t5\t85000\t카드',
  ],
  ['회계연도,월,일자,시간,장소,내용,인원,금액', '2025,10,10/2,12:30,미진,간담회,5,85000'],
  ['연월,일시,집행장소(상호),내역,대상인원,집행금액(단위: 원)', '202510,2025-10-02 12:30,미진,간담회,5명,85000'],
])('reads a list under the headings %j', async (headings, row) => {
  const { rows } = await open(`${headings}\n${row}\n`);
  expect(spendsOf(rows)[0]).toMatchObject({
    year: 2025,
    month: 10,
    spentOn: '2025-10-02',
    spentTime: '12:30',
    place: '미진',
    purpose: '간담회',
    headcount: 5,
    amount: 85_000,
  });
});

test('finds the heading under title lines, with their unit and their year', async () => {
  const { rows } = await open(
    '2025년 10월 시장 업무추진비 집행내역,,,,\n,,,,(단위: 천원)\n\n일자,장소,목적,인원,금액\n10.2,미진,간담회,5,"85"\n10.31.(금),미진,간담회,5,85.5\n,미진,날짜를 잃음,5,1\n',
  );
  expect(spendsOf(rows).map(({ year, month, spentOn, amount }) => [year, month, spentOn, amount])).toEqual([
    [2025, 10, '2025-10-02', 85_000],
    [2025, 10, '2025-10-31', 85_500],
    [2025, 10, null, 1_000],
  ]);
  expect(rows.map(({ line }) => line)).toEqual([5, 6, 7]);
});

test.each([
  ['the option', 'list.csv', 2025, ''],
  ['the file name', '2025년_10월_업무추진비.csv', undefined, ''],
  ['a file name in digits', 'mayor-2025-10.csv', undefined, ''],
  ['the other rows', 'list.csv', undefined, '2025-10-01,미진,간담회,5,1000\n'],
])('takes the year of a day without one from %s', async (_, name, year, before) => {
  const { rows } = await open(`일자,장소,목적,인원,금액\n${before}10.2,미진,간담회,5,85000\n`, name, year);
  expect(spendsOf(rows).at(-1)).toMatchObject({ spentOn: '2025-10-02' });
});

test('joins a heading of two rows', async () => {
  const { rows } = await open('연번,집행일시,,장소,목적,금액\n,일자,시간,,,\n1,2025-10-02,12:30,미진,간담회,85000\n');
  expect(spendsOf(rows)).toMatchObject([{ spentOn: '2025-10-02', spentTime: '12:30' }]);
});

test.each([
  ['연번,집행일,,집행내역,,금액\n,월,일,장소,목적,', '1,10,2,미진,간담회,85000'],
  ['연번,집행일,,집행내역,,금액\n,월,일,장소,목적,', '1,10월,2일,미진,간담회,85000'],
  ['연번,년,월,일,장소,목적,금액', '1,2025,10,2,미진,간담회,85000'],
  ['연번,일,장소,목적,금액', '1,2,미진,간담회,85000'],
  ['연번,월/일,장소,목적,금액', '1,10/2,미진,간담회,85000'],
])('puts a day together under %j', async (headings, row) => {
  const { rows } = await open(`2025년 10월 구청장 업무추진비\n${headings}\n${row}\n`);
  expect(spendsOf(rows)).toMatchObject([{ year: 2025, month: 10, spentOn: '2025-10-02', place: '미진' }]);
});

test('holds a day that stands alone in a list of several months', async () => {
  const { rows } = await open('2025년 4분기 업무추진비\n일,장소,목적,금액\n2,미진,간담회,85000\n');
  expect(rows[0]?.result).toMatchObject({ held: [{ code: 'date_unreadable' }], won: 85_000, year: 2025 });
});

test('names no year for a row whose day has not come yet', async () => {
  const { rows } = await open('일자,장소,목적,금액\n2099-05-06,미진,간담회,85000\n');
  expect(rows[0]?.result).toMatchObject({ held: [{ code: 'date_out_of_range' }], won: 85_000, year: null });
});

test('passes over sums, blanks, remarks and headings that come again', async () => {
  const { rows } = await open(
    [
      HEADINGS,
      '합계,,,,,,170000,,',
      '1,시장,2025-10-02,미진,간담회,5,85000,카드,기관',
      ',,,,,,,,',
      ',소 계,,,,,85000,,',
      HEADINGS,
      '2,시장,2025-10-02,합계식당,소계 검토 회의,5,85000,카드,기관',
      '3,,,,,,,,',
      '10월 계(2건),,,,,,"170,000",,',
      '※ 위 내역은 잠정입니다.,,,,,,,,',
      '- 이하 여백 -,,,,,,,,',
    ].join('\n'),
  );
  expect(rows.map(({ line }) => line)).toEqual([3, 7]);
});

test('holds what may be a row after all', async () => {
  const { rows } = await open(`${HEADINGS}\n,,,,뭔가 있었음,,,,\n,,2025-10-02,,,,85000,,\n`);
  expect(rows.map(({ result }) => ('held' in result ? result.won : 'spend'))).toEqual([null, 85_000]);
});

test.each([
  ['기관운영', { account: '203-01', category: null }],
  ['카드', { payment: 'card', category: null }],
  ['부시장', { spender: '부시장', category: null }],
  ['직원 격려', { category: '직원 격려' }],
])('understands 구분 by what it says: %s', async (kind, expected) => {
  const { rows } = await open(`구분,일자,장소,목적,금액\n${kind},2025-10-02,미진,간담회,1000\n`);
  expect(spendsOf(rows)).toMatchObject([expected]);
});

test('knows a row again in another file, whatever its columns and spaces', async () => {
  const one = await open('일시,장소,목적,인원,금액\n2025-10-02 12:30,미진 (중구 을지로 78),오찬 간담회,5,85000\n');
  const other = await open(
    '연번;집행금액;일자;시간;집행장소;주소;집행 목적;대상인원\n9;85,000원;2025.10.2.;12:30;미진;중구 을지로 78;오찬  간담회;5명\n',
  );
  expect(other.rows[0]?.fingerprint).toBe(one.rows[0]?.fingerprint);
});

test('tells rows apart that differ in one thing', async () => {
  const { rows } = await open(
    `${HEADINGS}\n${[
      {},
      { 사용자: '부시장' },
      { 집행일시: '2025-10-02 14:08' },
      { 집행금액: '85001' },
      { 집행목적: '간담' },
      { 대상인원: '9' },
      { 결제방법: '현금' },
      { 비목: '시책' },
      { 집행장소: '빵' },
    ]
      .map((change) => Object.values({ ...GOOD, ...change }).join(','))
      .join('\n')}\n`,
  );
  expect(new Set(rows.map(({ fingerprint }) => fingerprint)).size).toBe(9);
});

test('knows a held row again', async () => {
  const text = `${HEADINGS}\n1,시장,모름,미진,간담회,5,1,카드,기관\n`;
  const [one, again] = [await open(text), await open(text.replace('기관\n', '기관,,\n'))];
  expect(again.rows[0]?.fingerprint).toBe(one.rows[0]?.fingerprint);
});

test('says that letters were damaged', async () => {
  const bytes = Buffer.concat([
    Buffer.from(
      `${HEADINGS}\n${'1,시장,2025-10-02,미진 광화문점,간담회,5,85000,카드,기관\n'.repeat(20)}1,시장,2025-10-02,미`,
    ),
    Buffer.from([0xed, 0x95]),
    Buffer.from(',간담회,5,85000,카드,기관\n'),
  ]);
  const file = await openExpenses(bytes, 'a.csv', { today });
  if ('refusal' in file) throw new Error(file.refusal);
  const rows = await collect(file.rows);
  expect(rows.at(-1)?.result).toMatchObject({ spend: { place: '미\ufffd' }, flags: ['text_damaged'] });
});

test.each([
  ['no heading', 'a,b,c\n1,2,3\n', 'no_heading'],
  ['a heading without an amount', '일시,장소,목적\n2025-10-02,미진,간담회\n', 'no_heading'],
  ['nothing', '', 'empty'],
  ['a web page', '<html><table>일시,장소,목적,금액</table></html>', 'html'],
])('refuses a file of %s', async (_, text, refusal) => {
  expect(await openExpenses(new TextEncoder().encode(text), 'list.csv', { today })).toMatchObject({ refusal });
});

test('reads each sheet that has a heading, and takes a row that stands in two sheets for one', async () => {
  const { writeXlsx } = await import('hucre/xlsx');
  const heading = ['집행일시', '장소', '집행목적', '인원', '금액'];
  const row = [new Date(Date.UTC(2025, 9, 2, 12, 30)), '미진', '간담회', 5, 85000];
  const bytes = await writeXlsx({
    sheets: [
      { name: '표지', rows: [['업무추진비'], ['2025년']] },
      { name: '10월', rows: [['10월 집행내역'], [], heading, row, row] },
      { name: '11월', rows: [heading, [45963.5, '미진', '간담회', '시장 외 4명', '85,000']] },
      { name: '전체', rows: [heading, row, ['합계', null, null, null, 85000]] },
    ],
  });

  const file = await openExpenses(bytes, 'list.xlsx', { today });
  if ('refusal' in file) throw new Error(file.refusal);
  const rows = await collect(file.rows);

  expect(rows.map(({ sheet, line, nth }) => [sheet, line, nth])).toEqual([
    ['10월', 4, 1],
    ['10월', 5, 2],
    ['11월', 2, 1],
    ['전체', 2, 1],
  ]);
  expect(spendsOf(rows).map(({ spentOn, spentTime, headcount }) => [spentOn, spentTime, headcount])).toEqual([
    ['2025-10-02', '12:30', 5],
    ['2025-10-02', '12:30', 5],
    ['2025-11-02', '12:00', 5],
    ['2025-10-02', '12:30', 5],
  ]);
  expect(rows[3]?.fingerprint).toBe(rows[0]?.fingerprint);
});
