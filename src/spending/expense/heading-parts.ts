import { normalise } from '../../korean/typed.ts';
import type { Field } from './heading-names.ts';

/** Columns that change what a row is, or say a part of what another column says whole. */
export type Parts = {
  /** What was taken back of it: 취소금액. */
  cancelled: number[];
  /** What came in, in an account book: 수입. */
  received: number[];
  /** People in several columns: 내부, 외부. */
  heads: number[];
  /** Where it may say of a spend that it was taken back. */
  states: number[];
};

type Columns = Partial<Record<Field, number>>;

export const partsIn = (labels: readonly string[], columns: Columns): Parts => {
  const bare = labels.map((label) =>
    label.length > LONGEST ? '' : normalise(label).replace(/\((?:원|천원|명|인)\)|\s/g, ''),
  );
  const found = (form: RegExp) => bare.flatMap((label, column) => (form.test(label) ? [column] : []));
  const heads = found(HEADS);
  const [cancelled, received] = [
    found(/(?:취소|환불|환급|반품)(?:금액|액)?$/),
    found(/^(?:수입|입금|세입|배정|교부|충전)(?:금액|액)?$/),
  ];
  const fields = new Map(Object.entries(columns).map(([field, column]) => [column, field as Field]));
  const states = labels.flatMap((_, column) => (SAYS_STATE.has(fields.get(column) ?? 'note') ? [column] : []));
  return { cancelled, received, heads: heads.length > 1 ? heads : [], states };
};

const LONGEST = 40;
/** Besides columns that nothing else is read from. */
const SAYS_STATE: ReadonlySet<Field> = new Set(['note', 'noteTime', 'payment', 'kind', 'category']);
const HEADS =
  /^(?:대상|참석|참여|집행|사용)?(?:총)?(?:인원수?)?(?:내부|외부|내빈|외빈|공무원|민간인?|직원|주민|유관기관)(?:참석)?(?:인원|인|자)?수?$/;

/** Whether a heading under that of people says which of them: 내부, 외부. */
export const isPartOfPeople = (label: string): boolean =>
  label.length <= LONGEST && HEADS.test(label.replace(/\s/g, ''));

/** Whether a row says that its spend was taken back. */
export const saysCancelled = (cells: readonly string[], { cancelled, states }: Parts): boolean => {
  for (const column of cancelled) if (/[1-9]/.test(cells[column] ?? '')) return true;
  for (const column of states) {
    const cell = cells[column] ?? '';
    if (cell.length > 1 && cell.length <= LONGEST_STATE && CANCELLED.test(cell)) return true;
  }
  return false;
};

const LONGEST_STATE = 12;
const CANCELLED = /^\s*(?:승인|매입|결제|카드|전체|전액|부분)?\s*(?:취소|환불|반품)(?:됨|건|분|완료)?\s*$/;

/** The people of several columns together; null where one of them says no number. */
export const headsOf = (cells: readonly string[], { heads }: Parts): number | null => {
  let sum = 0;
  for (const column of heads) {
    const cell = (cells[column] ?? '').trim();
    if (/^[-–.]?$/.test(cell)) continue;
    const [, digits] = /^(\d{1,6})\s*[명인]?$/.exec(cell) ?? [];
    if (digits === undefined) return null;
    sum += Number(digits);
  }
  return sum > 0 ? sum : null;
};
