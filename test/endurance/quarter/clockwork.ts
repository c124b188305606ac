// The expectations of a simulated quarter reckon with the runtime's own tables, not with the app's days. None of its moments is
// one that clocks skip or show twice.

/** One for each zone: making one takes fifty times as long as using it, and kilobytes that are freed late. A quarter asks millions of times. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** `YYYY-MM-DD HH:MM` */
function wallOf(zone: string, at: Date): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    formats.set(zone, format);
  }
  return format.format(at);
}

export function instantOf(zone: string, day: string, time: string): Date {
  const wall = Date.parse(`${day}T${time}Z`);
  const ahead = (at: number) => Date.parse(`${wallOf(zone, new Date(at)).replace(' ', 'T')}Z`) - at;
  const guess = wall - ahead(wall);
  return new Date(wall - ahead(guess));
}

export const dayIn = (zone: string, at: Date): string => wallOf(zone, at).slice(0, 10);

export const timeIn = (zone: string, at: Date): string => wallOf(zone, at).slice(11);

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00Z`).getUTCDay();

export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
