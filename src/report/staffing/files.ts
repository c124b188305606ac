import { normalise } from '../../korean/typed.ts';
import { parseDay } from '../../korean/typed-days.ts';
import { LIMITS, type Limits, readTable, refusalOf, type TableRefusal } from '../../tables/table.ts';
import type { Day } from '../../vocabulary/day.ts';
import { MEASURES, type Measure, type Staffing, type StaffingLine } from './rules.ts';

export type StaffingProblem = {
  line: number;
  field: string;
  code: 'day_unreadable' | 'grade_missing' | 'people_unreadable' | 'grade_twice';
};
export type StaffingFile = { rows: number; staffing: Staffing[]; problems: StaffingProblem[] };

const HEADINGS: Record<'class' | 'grade' | 'day' | Measure, RegExp> = {
  class: /^(?:직종|직군|구분|계열|class)$/,
  grade: /^(?:직급|계급|등급|grade)$/,
  day: /^(?:기준일|기준일자|asof|day)$/,
  quota: /^(?:정원|quota|positions)$/,
  actual: /^(?:현원|actual|people)$/,
};
type Heading = Partial<Record<keyof typeof HEADINGS, number>>;

/** Rows that only add up others. */
const SUM = /^(?:소계|합계|총계|계|총합계)$/;

/**
 * Reads 정원 and 현원: class, grade and either number or both, as of the day of a column, else the one that the file's name gives
 * (`staffing-2016-10-31.csv`), else `null` refuses every row. Sub-totals are left out: they are computed.
 */
export async function openStaffing(
  bytes: Uint8Array,
  { fileName, today }: { fileName: string; today: Day },
  limits: Limits = LIMITS,
): Promise<StaffingFile | { refusal: TableRefusal | 'no_heading' }> {
  const table = await readTable(bytes, limits);
  if ('refusal' in table) return table;
  const named = dayNamed(fileName, today);
  const days = new Map<Day, StaffingLine[]>();
  const problems: StaffingProblem[] = [];
  let heading: Heading | null = null;
  let sheet: string | null = null;
  let [rows, above] = [0, ''];
  try {
    for await (const { line, sheet: here, cells } of table.rows) {
      if (!heading) {
        heading = readHeading(cells);
        sheet = here;
        continue;
      }
      if (here !== sheet) break;
      const at = (name: keyof typeof HEADINGS) => normalise(cells[heading?.[name] ?? -1] ?? '');
      if (
        cells.every((cell) => cell.trim() === '') ||
        SUM.test(at('grade').replace(/\s/g, '')) ||
        SUM.test(at('class').replace(/\s/g, ''))
      )
        continue;
      rows += 1;
      above = at('class') || above;
      const people = (measure: Measure) => readPeople(at(measure));
      const day = at('day') ? parseDay(at('day'), { today }) : named;
      if (!day) problems.push({ line, field: 'day', code: 'day_unreadable' });
      else if (!above || !at('grade')) problems.push({ line, field: 'grade', code: 'grade_missing' });
      else if (
        MEASURES.some((measure) => people(measure) === 'unread') ||
        MEASURES.every((measure) => people(measure) === null)
      ) {
        problems.push({ line, field: 'people', code: 'people_unreadable' });
      } else {
        const lines = days.get(day) ?? [];
        const [quota, actual] = [people('quota'), people('actual')] as (number | null)[];
        if (lines.some((it) => it.class === above && it.grade === at('grade')))
          problems.push({ line, field: 'grade', code: 'grade_twice' });
        else
          days.set(day, [...lines, { class: above, grade: at('grade'), quota: quota ?? null, actual: actual ?? null }]);
      }
    }
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return { refusal };
    throw error;
  }
  if (!heading) return { refusal: 'no_heading' };
  return { rows, staffing: [...days].map(([asOf, lines]) => ({ asOf, lines })), problems };
}

function readHeading(cells: readonly string[]): Heading | null {
  const names = cells.map((cell) =>
    normalise(cell)
      .replace(/\([^()]*\)/g, '')
      .replace(/[\s_]/g, '')
      .toLowerCase(),
  );
  const found: Heading = {};
  for (const [name, form] of Object.entries(HEADINGS) as [keyof typeof HEADINGS, RegExp][]) {
    const column = names.findIndex((it) => form.test(it));
    if (column >= 0) found[name] = column;
  }
  return found.grade !== undefined && (found.quota !== undefined || found.actual !== undefined) ? found : null;
}

/** Nothing or a dash is not known, which is not 0. */
function readPeople(typed: string): number | null | 'unread' {
  if (/^[-–—]?$/.test(typed)) return null;
  const [, digits] = /^(\d{1,4})명?$/.exec(typed.replaceAll(',', '')) ?? [];
  return digits === undefined ? 'unread' : Number(digits);
}

function dayNamed(fileName: string, today: Day): Day | null {
  const [, day] = /(\d{4}[-._]?\d{2}[-._]?\d{2})/.exec(fileName) ?? [];
  return day ? parseDay(day.replace(/[._]/g, '-'), { today }) : null;
}
