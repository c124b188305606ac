// The expectations of a simulated quarter reckon with the runtime's own tables, not with the app's days. None of its moments is
// one that clocks skip or show twice.

/** `YYYY-MM-DD HH:MM` */
const wallOf = (zone: string, at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at);

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
