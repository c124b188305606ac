import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Log } from '../base/log.ts';

/**
 * Where calendars subscribe to the office's visits. The path is a secret that nobody can guess and everyone of the
 * office may be told; it changes with the bot token.
 */
export function calendarPath(botToken: string): string {
  return `/calendar/${createHmac('sha256', botToken).update('calendar').digest('hex').slice(0, 40)}.ics`;
}

/** The address is a secret: nothing on the way keeps what it answers. */
const CALENDAR_HEADERS = {
  'content-type': 'text/calendar; charset=utf-8',
  'cache-control': 'private, no-store',
};

/** Answers that path and no other; false when it is not for the calendar. */
export function calendarFeed(botToken: string, calendar: () => Promise<string>, log: Log) {
  const secret = Buffer.from(calendarPath(botToken));
  return (path: string, response: ServerResponse): boolean => {
    const asked = Buffer.from(path);
    if (asked.length !== secret.length || !timingSafeEqual(asked, secret)) return false;
    calendar().then(
      (text) => response.writeHead(200, CALENDAR_HEADERS).end(text),
      (error) => {
        log.error({ err: error }, 'The calendar could not be made.');
        response.writeHead(500).end();
      },
    );
    return true;
  };
}
