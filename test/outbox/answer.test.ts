import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { troubleOf } from '../../src/outbox/answer.ts';

const said = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error });
const failed = (code: string) =>
  new webApi.WebAPIRequestError(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }));

test.each<[string, unknown, object | null]>([
  ['a channel that is gone', said('channel_not_found'), { what: 'refused', error: 'channel_not_found' }],
  ['an archived channel', said('is_archived'), { what: 'refused', error: 'is_archived' }],
  ['a message that Slack won’t have', said('invalid_blocks'), { what: 'refused', error: 'invalid_blocks' }],
  ['Slack breaking half-way', said('internal_error'), { what: 'unknown' }],
  ['Slack breaking half-way, worse', said('fatal_error'), { what: 'unknown' }],
  ['a page instead of an answer', said('<html><body>Bad gateway</body></html>'), { what: 'unknown' }],
  ['a token that was taken back', said('token_revoked'), { what: 'unreached' }],
  ['too many', new webApi.WebAPIRateLimitedError(7), { what: 'limited', seconds: 7 }],
  ['too many, in the old words', said('rate_limited'), { what: 'limited', seconds: 30 }],
  ['a 500', new webApi.WebAPIHTTPError(500, 'Internal Server Error', {}), { what: 'unknown' }],
  ['nobody at the address', failed('ECONNREFUSED'), { what: 'unreached' }],
  ['no name', failed('ENOTFOUND'), { what: 'unreached' }],
  ['no connection in time', failed('UND_ERR_CONNECT_TIMEOUT'), { what: 'unreached' }],
  ['a connection that broke', failed('ECONNRESET'), { what: 'unknown' }],
  ['no answer in time', new webApi.WebAPIRequestError(new DOMException('late', 'TimeoutError')), { what: 'unknown' }],
  ['half an answer', new TypeError('terminated'), { what: 'unknown' }],
  ['a fault of ours', new Error('undefined is not a function'), null],
])('%s', (_what, error, trouble) => {
  expect(troubleOf(error)).toEqual(trouble);
});
