import { type Unit, unitOf } from '../../korean/amount.ts';
import { normalise } from '../../korean/typed.ts';
import { type Field, fieldOf, slippedField } from './heading-names.ts';
import { isPartOfPeople, type Parts, partsIn } from './heading-parts.ts';
import { isSumOfWays, isUnderAmount, type Way, waysIn } from './ways.ts';

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
  /** The columns of a list that has one for each way of paying. */
  ways: Way[];
  parts: Parts;
  labels: string[];
  /** What a bare number in the amount column counts: won, or 1,000 of them. */
  unit: Unit;
  /** A file this app wrote: its words are taken letter by letter. */
  own: boolean;
};

/** Null for a row that can't be the heading of a list of spends. `above` is what stood over it: titles, units. */
export const readHeading = (cells: readonly string[], above: readonly string[]): Heading | null => {
  const { columns, ways } = columnsIn(cells);
  if (missingIn({ columns, ways }).length > 0) return null;
  const labels = cells.map((cell) => normalise(cell));
  return inUnit({ columns, ways, parts: partsIn(labels, columns), labels, unit: '', own: isOwn(labels) }, above);
};

/** A heading of one row, or of that row and the one above it where that says more. */
export const headingUnder = (previous: readonly string[], cells: readonly string[], above: readonly string[]) => {
  const alone = readHeading(cells, above);
  const labels = joinHeadings(previous, cells);
  const joined = labels && readHeading(labels, above);
  return joined && (!alone || fieldsOf(joined) > fieldsOf(alone)) ? joined : alone;
};

const fieldsOf = ({ columns, ways }: Heading): number => Object.keys(columns).length + ways.length;

/** Whether the rows under it are sums: how many there were and what they came to, and no day. */
export const isOfSums = ({ columns, labels }: Heading, said: readonly string[]): boolean =>
  columns.date === undefined &&
  columns.day === undefined &&
  (labels.some((label) => /^(?:집행|사용|지출)?\s*건수(?:\(건\))?$/.test(label)) ||
    said.some((line) =>
      /총괄|집계|요약|총계표|통계|[월분기연도]별\s|(?:유형|분야|항목|부서|기관)별\s*(?:집행)?\s*(?:현황|총액)/.test(
        line,
      ),
    ));

/** The same heading, its figures counted as its own labels say, or the lines above it. */
export const inUnit = (heading: Heading, above: readonly string[]): Heading => {
  const { columns, ways, labels } = heading;
  const money = [columns.amount ?? -1, ...ways.map(({ column }) => column)].map((column) => labels[column] ?? '');
  return { ...heading, unit: unitOf(money.join(' '), above) };
};

/** Where a second list begins, whose whole heading stands to the right of the first one's; null mostly. */
export const secondHeading = (cells: readonly string[]): number | null => {
  const { columns, ways } = columnsIn(cells);
  const firsts = [
    columns.date ?? columns.day ?? -1,
    columns.purpose ?? -1,
    columns.amount ?? ways.at(-1)?.column ?? -1,
  ];
  const end = Math.max(...firsts) + 1;
  if (missingIn(columnsIn(cells.slice(end))).length > 0) return null;
  const second = cells.findIndex((cell, index) => index >= end && fieldOf(cell) !== null);
  // 비고 and its like close the first list.
  const isLast = (index: number) =>
    ['note', 'payment', 'place', 'headcount'].includes(fieldOf(cells[index] ?? '') ?? '');
  let border = second;
  while (border < cells.length && isLast(border) && missingIn(columnsIn(cells.slice(border + 1))).length === 0)
    border += 1;
  return border;
};

/** The heading of a table that is no list of spends: `구분, 건수, 금액` under one. */
export const isOtherTable = (cells: readonly string[]): boolean => {
  if (cells.some((cell) => /\d/.test(cell))) return false;
  const near = nearHeading(cells);
  return near !== null && near.missing.length > 0;
};

/** A second row of headings under merged cells: 일시 over 일자 and 시간, 집행금액 over 카드, 현금 and 계, 집행 over 금액(원). */
export const joinHeadings = (upper: readonly string[], lower: readonly string[]): string[] | null => {
  const given = lower.filter((cell) => cell.trim() !== '');
  const isUnitLine = given.length === 1 && /단\s*위/.test(given[0] ?? '');
  if (given.length === 0 || given.every(isSumOfWays) || isUnitLine) return null;
  const labels: string[] = [];
  let [over, known, unknown] = ['', 0, 0];
  for (let index = 0; index < Math.max(upper.length, lower.length); index += 1) {
    const [high, low] = [upper[index]?.trim() ?? '', lower[index]?.trim() ?? ''];
    if (high !== '') over = high;
    const label = low === '' ? high : underneath(high, low, over);
    if (low !== '' && label !== null) known += 1;
    // What a known heading is parted into may have names of its own.
    if (label === null && (fieldOf(over) === null || /\d/.test(low))) unknown += 1;
    labels.push(label ?? low);
  }
  // What is mostly no heading is a row; so is what holds figures.
  const holdsFigures = unknown > 0 && given.some((cell) => /\d/.test(cell));
  return known === 0 || unknown * 3 > given.length || holdsFigures ? null : labels;
};

/** The heading that a cell in the second row makes with the one above it, `over` being the last that is none; null where it is no heading. */
const underneath = (high: string, low: string, over: string): string | null => {
  const above = fieldOf(over);
  const isOfPeople = above === 'headcount' || above === 'people';
  if (isOfPeople && isPartOfPeople(low)) return `${over} ${low}`;
  if (isUnderAmount(low)) {
    if (above === 'amount') return `${over} ${low}`;
    return isSumOfWays(low) && isOfPeople ? over : low;
  }
  const whole = `${high}${low}`;
  if (high !== '' && (UNIT.test(low) || fieldOf(low) === null) && fieldOf(whole) !== null) return whole;
  if (UNIT.test(low)) return null;
  if (fieldOf(low) !== null) return low;
  return over !== '' && fieldOf(`${low}${over}`) !== null ? `${low}${over}` : null;
};

const UNIT = /^[([](?:단위\s*[:：]?)?\s*(?:백만원|만원|천원|원|명|인)\s*[)\]]$/;

/** The columns without which no row can be read. */
export type Needed = 'date' | 'purpose' | 'amount';

/** What a row lacks for a heading, and what it says, where two of its cells at least are headings; null for any other row. */
export const nearHeading = (cells: readonly string[]): { seen: string[]; missing: Needed[]; known: number } | null => {
  const found = columnsIn(cells);
  const known = Object.keys(found.columns).length;
  if (known < 2) return null;
  return { seen: cells.map((cell) => normalise(cell)).filter(Boolean), missing: missingIn(found), known };
};

type Columns = Pick<Heading, 'columns' | 'ways'>;

/** Names first, then names with a slip in them where nothing else has the column. */
const columnsIn = (cells: readonly string[]): Columns => {
  const columns: Heading['columns'] = {};
  for (const [index, cell] of cells.entries()) {
    const field = fieldOf(cell);
    if (field && columns[field] === undefined) columns[field] = index;
  }
  const spent = cells.findIndex((cell) => fieldOf(cell) === 'date' && !isSettled(cell));
  if (spent >= 0 && columns.date !== undefined && isSettled(cells[columns.date] ?? '')) columns.date = spent;
  if (Object.keys(columns).length < 2) return { columns, ways: [] };
  const ways = waysIn(cells, (column) => fieldOf(cells[column] ?? '') !== null);
  const isParted = cells.some((cell) => PART_OF_AMOUNT.test(cell.replace(/\s/g, '')));
  if (isParted || (ways.length > 0 && columns.amount === undefined)) {
    const sum = cells.findIndex(
      (cell) => isSumOfWays(cell) || (isParted && WHOLE_AMOUNT.test(cell.replace(/\s/g, ''))),
    );
    if (sum >= 0) columns.amount = sum;
  }
  for (const [index, cell] of cells.entries()) {
    const isKnown = fieldOf(cell) !== null || ways.some(({ column }) => column === index);
    const field = isKnown ? null : slippedField(cell);
    if (field && columns[field] === undefined) columns[field] = index;
  }
  return { columns, ways };
};

/** What an amount is made up of: beside such a column, what they come to was paid. */
const PART_OF_AMOUNT = /^(?:공급가액?|부가세|부가가치세|세액|봉사료)(?:\(원\))?$/;
const WHOLE_AMOUNT = /^(?:합계|총)(?:금액|액)(?:\(원\))?$/;

/** When the money moved: beside the day that it was spent it is another one. */
const isSettled = (label: string): boolean => /결[제의]|지급|지출|매입|매출|청구/.test(label);

const missingIn = ({ columns, ways }: Columns): Needed[] => {
  const dated = [columns.date, columns.day, columns.month, columns.year, columns.yearMonth];
  return [
    ...(dated.every((column) => column === undefined) ? ['date' as const] : []),
    ...(columns.purpose === undefined ? ['purpose' as const] : []),
    ...(columns.amount === undefined && ways.length === 0 ? ['amount' as const] : []),
  ];
};

const OWN_MARKS = ['회계연도', '회계월', '직무활동코드', '인원수', '참석자', '기록번호'];
const isOwn = (labels: readonly string[]): boolean => OWN_MARKS.every((mark) => labels.includes(mark));
