import type { ServerResponse } from 'node:http';
import type { Log } from '../base/log.ts';

/** Where a calendar subscribes to the office's visits: the key in it is a person's own. */
export const calendarPath = (key: string): string => `/calendar/${key}.ics`;

const PATH = /^\/calendar\/([\w-]{43})\.ics$/;

/** The address is a secret: nothing on the way keeps what it answers. */
const CALENDAR_HEADERS = {
  'content-type': 'text/calendar; charset=utf-8',
  'cache-control': 'private, no-store',
};

/** Answers such paths and no others; false when it is not for a calendar. `calendarFor` knows nobody for a key: null. */
export function calendarFeed(calendarFor: (key: string) => Promise<string | null>, log: Log) {
  return (path: string, response: ServerResponse): boolean => {
    const [, key] = PATH.exec(path) ?? [];
    if (key === undefined) return false;
    calendarFor(key).then(
      (text) => {
        if (text === null) response.writeHead(404).end();
        else response.writeHead(200, CALENDAR_HEADERS).end(text);
      },
      (error) => {
        log.error({ err: error }, 'The calendar could not be made.');
        response.writeHead(500).end();
      },
    );
    return true;
  };
}
