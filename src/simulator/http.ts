import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { realTime } from './clock.ts';
import { mimetypeOf } from './file-types.ts';
import { isObject, type JsonObject, parseJson } from './json.ts';

const MOST_BYTES = 32 * 1024 * 1024;

export type Reply = {
  status?: number;
  type?: string;
  headers?: { [name: string]: string };
  body: string | Buffer;
  /** Nothing is answered: the connection ends after so many milliseconds. */
  lostAfterMs?: number;
};

export const jsonReply = (body: unknown, status = 200, headers: { [name: string]: string } = {}): Reply => ({
  status,
  type: 'application/json; charset=utf-8',
  headers,
  body: JSON.stringify(body),
});

export function send(
  response: ServerResponse,
  { status = 200, type = 'text/plain; charset=utf-8', headers, body, lostAfterMs }: Reply,
): void {
  if (response.headersSent || response.destroyed) return;
  if (lostAfterMs !== undefined) {
    realTime(lostAfterMs, () => response.destroy());
    return;
  }
  response.writeHead(status, {
    'content-type': type,
    // Either the length is announced, or it comes in pieces of which nobody knows how many.
    ...(headers?.['transfer-encoding'] ? {} : { 'content-length': Buffer.byteLength(body) }),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
    ...headers,
  });
  response.end(body);
}

/** Undefined when there is too much of it. Rejects when the sender goes away half-way. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The arguments of a call, sent as a form or as JSON. */
export function readArguments(type: string, body: Buffer): JsonObject | undefined {
  const text = body.toString('utf8');
  if (type.includes('json')) {
    const json = text === '' ? {} : parseJson(text);
    return isObject(json) ? json : undefined;
  }
  return Object.fromEntries(new URLSearchParams(text));
}

/** Bytes sent bare or, as the SDK does, as the one file of a multipart form. */
export async function readUpload(type: string, body: Buffer): Promise<Buffer | undefined> {
  if (!type.includes('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined);
  const file = form && [...form.values()].find((it) => typeof it !== 'string');
  return file && Buffer.from(await file.arrayBuffer());
}

/**
 * A page elsewhere can make a browser call this server under a name of its own (DNS rebinding): only names that can't be anyone
 * else's are answered.
 */
export function isOwnHost(host: string | undefined, extra: string): boolean {
  const name = (host ?? '').replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  return name === 'localhost' || isIP(name) !== 0 || name === extra;
}

/** A browser that asks on behalf of another page; following a link to here is a person's own doing. */
export function isForAnotherPage({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none' && headers['sec-fetch-mode'] !== 'navigate';
}

/** Whether a POST comes from our own page, or from no browser at all. */
export function isOwnOrigin({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}

export function fileReply(name: string, body: Buffer, asDownload: boolean): Reply {
  const disposition = asDownload ? 'attachment' : 'inline';
  return {
    type: mimetypeOf(name),
    // An SVG or HTML file of someone's must not act as a page of ours.
    headers: {
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
    body,
  };
}
