import { createHmac } from 'node:crypto';

/** Posts a body as Slack does, signed with this secret now. */
export function postSigned(
  url: string,
  body: string,
  secret: string,
  contentType = 'application/x-www-form-urlencoded',
): Promise<Response> {
  const time = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': time,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  });
}
