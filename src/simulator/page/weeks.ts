/** Milliseconds to the next Monday, nine in the morning, on that zone's wall clock. */
export function untilMondayNine(now: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    hourCycle: 'h23',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const part = (type: string) => parts.formatToParts(now).find((one) => one.type === type)?.value ?? '0';
  const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday'));
  const seconds = ((day * 24 + Number(part('hour'))) * 60 + Number(part('minute'))) * 60 + Number(part('second'));
  const week = 7 * 86_400;
  return (((9 * 3600 - seconds + week) % week || week) - (now.getTime() % 1000) / 1000) * 1000;
}
