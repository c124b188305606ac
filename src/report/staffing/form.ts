import { z } from 'zod';
import { normalise } from '../../korean/typed.ts';
import type { View } from '../../slack/blocks.ts';
import { day, drawForm, form, words } from '../../slack/form.ts';
import type { Text } from '../../text/index.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Staffing, StaffingLine } from './rules.ts';

export const STAFFING_FORM = form({
  id: 'staffing_record',
  metadata: z.object({ year: z.number() }),
  fields: { as_of: day(), lines: words({ multiline: true }) },
});

export function staffingForm(staffing: Staffing | null, asOf: Day, year: number, text: Text): View {
  const { title, save, hint, ...labels } = text.report.staffingForm;
  const lines = (staffing?.lines ?? []).map((it) => `${it.class} ${it.grade} ${it.quota ?? '-'} ${it.actual ?? '-'}`);
  const look = { title, submit: save, labels: { as_of: labels.day, lines: labels.lines }, hints: { lines: hint } };
  return drawForm(STAFFING_FORM, { as_of: asOf, lines: lines.join('\n') || null }, { year }, look, text);
}

export type StaffingRefusal = 'missing' | 'unread' | 'twice';

const NUMBER = '(\\d{1,4}|-)';
const LINE = new RegExp(`^(\\S+) (.+?) ${NUMBER}(?: ?/ ?| )${NUMBER}$`);

/** `일반직 5급 2 2`, `일반직 5급 2/2`, a line each; `-` is not known. */
export function readStaffingLines(typed: string): { lines: StaffingLine[] } | { refusal: StaffingRefusal } {
  const typedLines = typed.split('\n').map(normalise).filter(Boolean);
  if (typedLines.length === 0) return { refusal: 'missing' };
  const lines = typedLines.map((line): StaffingLine | null => {
    const [, name = '', grade = '', quota = '', actual = ''] = LINE.exec(line) ?? [];
    const people = (word: string) => (word === '-' ? null : Number(word));
    return name ? { class: name, grade, quota: people(quota), actual: people(actual) } : null;
  });
  const read = lines.filter((line) => line !== null);
  if (read.length < lines.length) return { refusal: 'unread' };
  const names = read.map((line) => `${line.class} ${line.grade}`);
  return new Set(names).size < names.length ? { refusal: 'twice' } : { lines: read };
}
