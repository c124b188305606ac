import { z } from 'zod';
import { besideDays, lastDayIn } from '../../korean/day-in-words.ts';
import { section, type View } from '../../slack/blocks.ts';
import { day, drawForm, form, words } from '../../slack/form.ts';
import type { Text } from '../../text/index.ts';

export const HOLIDAY = form({
  id: 'office_holiday',
  metadata: z.object({}),
  fields: { day: day(), name: words({ longest: 40 }) },
});

export function holidayForm(typed: string, text: Text): View {
  const { title, submit, explain, labels, hints } = text.daysOff.form;
  const look = { title, submit, labels, hints, show: [section(explain), 'day' as const, 'name' as const] };
  return drawForm(HOLIDAY, holidayIn(typed), {}, look, text);
}

/** `2027. 3. 2. 임시공휴일` */
const holidayIn = (typed: string): { day: string | null; name: string | null } => ({
  day: lastDayIn(typed),
  name: besideDays(typed) || null,
});
