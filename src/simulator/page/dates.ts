export type Viewer = { locale: 'ko' | 'en'; zone: string; now: Date };

const WORDS = {
  ko: { '-1': '어제', '0': '오늘', '1': '내일' },
  en: { '-1': 'Yesterday', '0': 'Today', '1': 'Tomorrow' },
} as const;

/** A Slack date format such as `{date_short_pretty} {time}` in the viewer's own zone and language. */
export function formatSlackDate(seconds: number, format: string, fallback: string, viewer: Viewer): string {
  const moment = new Date(seconds * 1000);
  if (seconds <= 0 || Number.isNaN(moment.getTime())) return fallback;
  let unknown = false;
  const text = format.replace(/\{(\w+)\}/g, (_, token: string) => {
    const shown = formatToken(moment, token, viewer);
    if (shown === null) unknown = true;
    return shown ?? '';
  });
  return unknown || text === '' ? fallback : text;
}

function formatToken(moment: Date, token: string, viewer: Viewer): string | null {
  const pretty = token.endsWith('_pretty');
  const near = pretty ? nearDay(moment, viewer) : null;
  if (near !== null) return near;
  switch (pretty ? token.slice(0, -'_pretty'.length) : token) {
    case 'date_num':
      return dayIn(moment, viewer.zone);
    case 'date':
      return format(moment, viewer, { year: 'numeric', month: 'long', day: 'numeric' });
    case 'date_slash':
      return format(moment, viewer, { year: 'numeric', month: '2-digit', day: '2-digit' });
    case 'date_short':
      return format(moment, viewer, { year: 'numeric', month: 'short', day: 'numeric' });
    case 'date_long':
    case 'day_divider':
      return format(moment, viewer, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' });
    case 'date_long_full':
      return format(moment, viewer, { dateStyle: 'full' });
    case 'time':
      return clockTime(moment, viewer);
    case 'time_secs':
      return format(moment, viewer, { timeStyle: 'medium' });
    case 'ago':
      return ago(moment, viewer);
    default:
      return null;
  }
}

export const clockTime = (moment: Date, viewer: Viewer): string =>
  format(moment, viewer, { hour: 'numeric', minute: '2-digit' });

export const longMoment = (moment: Date, viewer: Viewer): string =>
  format(moment, viewer, { dateStyle: 'full', timeStyle: 'short' });

/** The line between two days: `오늘`, `어제`, then the date. */
export const dayLabel = (moment: Date, viewer: Viewer): string =>
  nearDay(moment, viewer) ??
  format(moment, viewer, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' });

/** `YYYY-MM-DD` in a zone. */
export const dayIn = (moment: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    moment,
  );

/** What `<input type="datetime-local">` holds for a moment, in a zone. */
export function wallClock(seconds: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(seconds * 1000));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '00';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** The moment a wall clock of that zone shows `local`; the inverse of `wallClock`. */
export function wallClockSeconds(local: string, zone: string): number | null {
  const asUtc = Date.parse(`${local}:00Z`) / 1000;
  if (Number.isNaN(asUtc)) return null;
  // Two steps settle it: the first guess may lie on the other side of a change to summer time.
  let guess = asUtc;
  for (let step = 0; step < 2; step++) guess += asUtc - Date.parse(`${wallClock(guess, zone)}:00Z`) / 1000;
  return guess;
}

const format = (moment: Date, viewer: Viewer, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(viewer.locale === 'ko' ? 'ko-KR' : 'en-US', { timeZone: viewer.zone, ...options }).format(
    moment,
  );

function nearDay(moment: Date, viewer: Viewer): string | null {
  const days = (Date.parse(dayIn(moment, viewer.zone)) - Date.parse(dayIn(viewer.now, viewer.zone))) / 86_400_000;
  const words: Record<string, string> = WORDS[viewer.locale];
  return words[String(days)] ?? null;
}

function ago(moment: Date, viewer: Viewer): string {
  const seconds = Math.round((moment.getTime() - viewer.now.getTime()) / 1000);
  const relative = new Intl.RelativeTimeFormat(viewer.locale, { numeric: 'auto' });
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ['year', 31_536_000],
    ['month', 2_592_000],
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ];
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
  }
  return relative.format(seconds, 'second');
}
