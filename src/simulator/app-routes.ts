import type { IncomingMessage } from 'node:http';
import { fileReply, jsonReply, type Reply, readArguments, readBody, readUpload } from './http.ts';
import { isObject, type JsonObject, parseJson, stringOf, textOf } from './json.ts';
import type { Json } from './protocol.ts';
import { useResponseUrl } from './responses.ts';
import type { Slack } from './slack.ts';
import type { Trouble, TroubleKind } from './trouble.ts';
import { type CallResult, call } from './web-api/call.ts';
import { receiveUpload } from './web-api/files.ts';

export async function webApi(slack: Slack, request: IncomingMessage, url: URL, name: string): Promise<Reply> {
  const body = await readBody(request);
  const args = body && readArguments(request.headers['content-type'] ?? '', body);
  if (!args) return jsonReply({ ok: false, error: 'invalid_json' });
  const all = { ...Object.fromEntries(url.searchParams), ...args };
  const { token: inBody, ...shown } = all;
  const token = bearerOf(request) || stringOf(inBody) || undefined;
  const open = slack.traffic.begin({
    direction: 'out',
    kind: name,
    summary: summaryOf(shown),
    transport: 'http',
    request: readable(shown),
  });
  const trouble = slack.troubles?.(name);
  const { status, headers, body: said } = troubled(trouble, () => call(slack, name, token, shown));
  const lost = trouble && LOST.has(trouble.kind);
  const error = lost
    ? `no_answer (${trouble.kind})`
    : typeof said === 'string'
      ? `http_${status}`
      : stringOf(said.error) || undefined;
  open.end({ response: said, ...(error === undefined ? {} : { error }) });
  if (lost) return { body: '', lostAfterMs: trouble.kind.startsWith('slow') ? trouble.silenceMs : 0 };
  return typeof said === 'string' ? { status, headers, body: said } : jsonReply(said, status, headers);
}

const LOST: ReadonlySet<string> = new Set(['cut', 'lost', 'slow', 'slow_lost'] satisfies TroubleKind[]);
const BROKEN: CallResult = { status: 500, headers: {}, body: 'Internal Server Error' };

/** Of some trouble Slack has done the work when it strikes. */
function troubled(trouble: Trouble | undefined, work: () => CallResult): CallResult {
  switch (trouble?.kind) {
    case '429':
      return tooMany(trouble.retryAfter);
    case '500':
    case 'cut':
    case 'slow':
      return BROKEN;
    case '500_done':
      work();
      return BROKEN;
    default:
      return work();
  }
}

const tooMany = (seconds: number): CallResult => ({
  status: 429,
  headers: { 'retry-after': String(seconds) },
  body: { ok: false, error: 'ratelimited' },
});

export async function respond(slack: Slack, request: IncomingMessage, _url: URL, key: string): Promise<Reply> {
  const body = await readBody(request);
  const json = body && parseJson(body.toString('utf8'));
  const message = isObject(json) ? json : {};
  const open = slack.traffic.begin({
    direction: 'out',
    kind: 'response_url',
    summary: summaryOf(message),
    transport: 'http',
    request: message,
  });
  const { status, body: said } = useResponseUrl(slack, key, message);
  const error = stringOf(said.error) || undefined;
  open.end({ response: said, ...(error === undefined ? {} : { error }) });
  return jsonReply(said, status);
}

export async function upload(slack: Slack, request: IncomingMessage, _url: URL, id: string): Promise<Reply> {
  const body = await readBody(request);
  const bytes = body && (await readUpload(request.headers['content-type'] ?? '', body));
  const size = bytes?.length ?? 0;
  const open = slack.traffic.begin({
    direction: 'out',
    kind: 'upload',
    summary: `${id}: ${size} bytes`,
    transport: 'http',
    request: { bytes: size },
  });
  const { status, text } = receiveUpload(slack, id, bytes ?? Buffer.alloc(0));
  open.end({ response: text, ...(status === 200 ? {} : { error: `http_${status}` }) });
  return { status, body: text };
}

/** Without a token that may read files Slack shows its login page, with status 200. */
export async function download(slack: Slack, request: IncomingMessage, _url: URL, rest: string): Promise<Reply> {
  const id = rest.match(/^T\w+-(F\w+)\//)?.[1] ?? '';
  const file = slack.workspace.files.get(id);
  if (bearerOf(request) !== slack.tokens.bot || !slack.scopes.has('files:read')) {
    return {
      type: 'text/html; charset=utf-8',
      body: '<!DOCTYPE html><html><head><title>Slack</title></head><body>Sign in</body></html>',
    };
  }
  if (!file || file.pending) return { status: 404, body: 'not found' };
  return slack.servesFiles?.(file) ?? fileReply(file.name, file.bytes, false);
}

const bearerOf = (request: IncomingMessage): string => (request.headers.authorization ?? '').replace(/^Bearer\s*/i, '');

function summaryOf(args: JsonObject): string {
  const view = jsonOf(args.view);
  const parts = [
    stringOf(args.channel) || stringOf(args.channel_id) || stringOf(args.user_id),
    textOf(args.text) || stringOf(args.filename),
    isObject(view) ? textOf(view.title) || stringOf(view.type) : '',
  ];
  return parts.filter(Boolean).join(' ').slice(0, 120);
}

/** Arguments that came as JSON in a form, as what they are. */
const readable = (args: JsonObject): Json =>
  Object.fromEntries(Object.entries(args).map(([key, it]) => [key, jsonOf(it)]));

function jsonOf(it: Json | undefined): Json {
  if (typeof it !== 'string' || !/^[[{]/.test(it)) return it ?? null;
  return parseJson(it) ?? it;
}
