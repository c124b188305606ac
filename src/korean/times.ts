import { LONGEST_TYPED, plainly } from './typed.ts';

/** `HH:MM` from `8:13`, `14:07:22`, `19시`, `오후 7시 30분`, `저녁 7시 반`, `7pm`, `정오`; of `12:00~13:30` the start. Null for 24:00, 점심. */
export const parseTime = (text: string): string | null => {
  const typed = text.length > LONGEST_TYPED ? '' : plainly(text);
  if (typed === '' || typed.length > LONGEST) return null;
  const [start = '', end, ...more] = typed.split('~');
  if (end !== undefined) return more.length === 0 && parseTime(end) ? parseTime(start) : null;
  return NAMED_TIMES.get(typed) ?? clocked(typed);
};

const LONGEST = 60;
const NAMED_TIMES = new Map([
  ['정오', '12:00'],
  ['자정', '00:00'],
  ['noon', '12:00'],
  ['midnight', '00:00'],
]);

const CLOCK =
  /^(오전|오후|새벽|아침|낮|점심|저녁|밤|[ap]\.?m\.?)? ?(\d{1,2})(?::(\d{2})(?::[0-5]\d(?:\.\d+)?)?|( ?시)(?: ?(\d{1,2}) ?분| ?(반))?)? ?([ap]\.?m\.?)?(?: ?[경쯤])?$/;

const clocked = (typed: string): string | null => {
  const [, before, hour, digits, oClock, spelled, half, after] = CLOCK.exec(typed) ?? [];
  const part = before ?? after;
  if ((before && after) || !(digits ?? oClock ?? part)) return null;
  const hours = hourOf(Number(hour), part);
  const minutes = half ? 30 : Number(digits ?? spelled ?? 0);
  return hours === null || minutes > 59 ? null : `${two(hours)}:${two(minutes)}`;
};

const two = (number: number): string => String(number).padStart(2, '0');

/** 0–23; null where the words don't fit the number (오전 14시) or leave the day open (밤 12시). */
const hourOf = (hour: number, part: string | undefined): number | null => {
  if (hour > 23) return null;
  if (part === undefined) return hour;
  if (/^(?:오전|새벽|아침|a)/.test(part)) return hour > 12 ? null : hour % 12;
  if (/^[저밤]/.test(part) && (hour < 5 || hour === 12)) return null;
  if (/^[낮점]/.test(part) && hour === 11) return hour;
  if (hour === 0) return null;
  return hour < 12 ? hour + 12 : hour;
};
