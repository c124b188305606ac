import { LONGEST_TYPED, plainly } from './typed.ts';

/** What the words around an hour say of it: `조찬` is in the morning, `만찬` in the evening; of others nothing is known. */
export type Half = 'morning' | 'evening' | 'unsaid';

/** What a typed line says of its hours besides; nothing where it says both. */
export const halfIn = (typed: string): Half => {
  const words = plainly(typed.slice(0, LONGEST_TYPED));
  const [morning, evening] = [MORNING.test(words), EVENING.test(words)];
  if (morning === evening) return 'unsaid';
  return morning ? 'morning' : 'evening';
};

const MORNING = /조찬|조식|(?<![가-힣])(?:오전|새벽|아침)(?:에|에는)?(?![가-힣])|\b(?:breakfast|morning)\b/;
const EVENING = /만찬|석식|(?<![가-힣])저녁(?:에|에는|식사)?(?![가-힣])|\b(?:dinner|supper|evening|tonight)\b/;

/**
 * `HH:MM` from `8:13`, `14:07:22`, `19시`, `오후 7시 30분`, `저녁 7시 반`, `7pm`, `at 7`, `정오`; of `12:00~13:30` the start. Null for
 * 24:00, 점심. `3시` is in the afternoon, as every hour from one to six is unless it is said otherwise; where `half` says that a person
 * typed this, `3:30` is too.
 */
export const parseTime = (text: string, half?: Half): string | null => {
  const typed = text.length > LONGEST_TYPED ? '' : plainly(text);
  if (typed === '' || typed.length > LONGEST) return null;
  const [start = '', end, ...more] = typed.split('~').map((side) => side.trim());
  if (end !== undefined) return more.length === 0 && parseTime(end, half) ? parseTime(start, half) : null;
  return NAMED_TIMES.get(typed) ?? clocked(typed, half);
};

const LONGEST = 60;
const NAMED_TIMES = new Map([
  ['정오', '12:00'],
  ['자정', '00:00'],
  ['noon', '12:00'],
  ['midnight', '00:00'],
]);

const CLOCK =
  /^(at )?(오전|오후|새벽|아침|낮|점심|저녁|밤|[ap]\.?m\.?)? ?(\d{1,2})(?::(\d{2})(:[0-5]\d(?:\.\d+)?)?|( ?시|(?: ?o'? ?clock))(?: ?(\d{1,2}) ?분| ?(반))?)? ?([ap]\.?m\.?)?(?: ?[경쯤])?$/;

const clocked = (typed: string, half?: Half): string | null => {
  const written = typed.replace(/(?<=^\d{1,2})\.(?=\d{2} ?[ap]\.?m)/, ':'); // 6.30pm
  const [, at, before, hour = '', digits, seconds, oClock, spelled, past, after] = CLOCK.exec(written) ?? [];
  const part = before ?? after;
  if ((before && after) || !(digits ?? oClock ?? part ?? at)) return null;
  const spoken = oClock || at || (half && digits && !seconds);
  const hours = part || !spoken || hour.startsWith('0') ? hourOf(Number(hour), part) : spokenHour(Number(hour), half);
  const minutes = past ? 30 : Number(digits ?? spelled ?? 0);
  // 오후 0:30 is after noon; of 오후 0시 not everyone says so.
  if (Number(hour) === 0 && /^(?:오후|p)/.test(part ?? '') && minutes > 0 && minutes <= 59) return `12:${two(minutes)}`;
  return hours === null || minutes > 59 ? null : `${two(hours)}:${two(minutes)}`;
};

/** Of an hour that nobody said the half of. */
const spokenHour = (hour: number, half: Half = 'unsaid'): number | null => {
  const last = { morning: 0, unsaid: 6, evening: 11 }[half];
  return hourOf(hour >= 1 && hour <= last ? hour + 12 : hour, undefined);
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
