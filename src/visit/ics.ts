import { addDays, instantOf } from '../korean/days.ts';
import { type Visit, visitName } from './rules.ts';

export type CalendarVisit = { visit: Visit; program: string; people: string };

type Calendar = { name: string; zone: string; now: Date; usualMinutes: number };

/**
 * Visits as iCalendar (RFC 5545). A visit keeps its UID, and its SEQUENCE grows when it moves: opened again, the file moves
 * it in people's calendars. Called-off visits stay in, marked as such, and take nobody's time.
 */
export function calendarFile(visits: readonly CalendarVisit[], calendar: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Biseo//Visits//KO',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(calendar.name)}`,
    `X-WR-TIMEZONE:${calendar.zone}`,
    ...visits.flatMap((visit) => eventLines(visit, calendar)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines({ visit, program, people }: CalendarVisit, { zone, now, usualMinutes }: Calendar): string[] {
  const start = instantOf(zone, visit.startsOn, visit.startTime);
  const description = [`${visitName(visit.id)} · ${program}`, people, visit.purpose].filter(Boolean).join('\n');
  return [
    'BEGIN:VEVENT',
    `UID:visit-${visit.id}@biseo`,
    `SEQUENCE:${visit.sequence}`,
    `DTSTAMP:${stamp(now)}`,
    `LAST-MODIFIED:${stamp(visit.changedAt)}`,
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(endOf(visit, start, zone, usualMinutes))}`,
    `SUMMARY:${escaped(visit.cancelled ? `[취소] ${visit.title}` : visit.title)}`,
    `LOCATION:${escaped(`${visit.place} (${visit.district})`)}`,
    `DESCRIPTION:${escaped(description)}`,
    `CATEGORIES:${escaped(program)}`,
    `STATUS:${visit.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${visit.cancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ];
}

function endOf(visit: Visit, start: Date, zone: string, usualMinutes: number): Date {
  if (visit.endTime !== null) return instantOf(zone, visit.endsOn, visit.endTime);
  if (visit.endsOn !== visit.startsOn) return instantOf(zone, addDays(visit.endsOn, 1), '00:00');
  return new Date(start.getTime() + usualMinutes * MINUTE);
}

const MINUTE = 60_000;

const stamp = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '');

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');

/** Lines have 75 bytes at the most; a letter is never cut in two. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const letter of line) {
    const length = Buffer.byteLength(letter);
    if (bytes + length > 75) {
      pieces.push(piece);
      piece = ' ';
      bytes = 1;
    }
    piece += letter;
    bytes += length;
  }
  return [...pieces, piece].join('\r\n');
}
