import type { IncomingMessage, ServerResponse } from 'node:http';
import { actionShape } from './act.ts';
import { perform } from './acts.ts';
import { no } from './answers.ts';
import { mimetypeOf } from './file-types.ts';
import { fileReply, isOwnOrigin, jsonReply, type Reply, readBody } from './http.ts';
import { parseJson } from './json.ts';
import { keepFile } from './kept-file.ts';
import { LIMITS } from './limits.ts';
import { servePage } from './page.ts';
import type { Slack } from './slack.ts';
import { stateFor } from './state.ts';

export async function health(slack: Slack): Promise<Reply> {
  const says = (await slack.health?.()) ?? { ok: false, slack: 'disconnected', database: 'unavailable', version: '' };
  return jsonReply(says, says.ok ? 200 : 503);
}

export async function state(slack: Slack, _request: IncomingMessage, url: URL): Promise<Reply> {
  const seen = stateFor(slack, url.searchParams.get('as') ?? firstPerson(slack));
  return seen ? jsonReply(seen) : jsonReply(no('no_such_person', 'There is nobody with that id.'), 404);
}

export async function traffic(
  slack: Slack,
  _request: IncomingMessage,
  _url: URL,
  id: string,
): Promise<Reply | undefined> {
  const line = slack.traffic.find(Number(id));
  return line && jsonReply(line);
}

export async function act(slack: Slack, request: IncomingMessage, url: URL): Promise<Reply> {
  const type = request.headers['content-type'] ?? '';
  if (!isOwnOrigin(request) || !type.startsWith('application/json')) return stranger();
  const body = await readBody(request);
  const parsed = actionShape.safeParse(body && parseJson(body.toString('utf8')));
  if (!parsed.success) return jsonReply(no('bad_request', parsed.error.message), 400);
  return jsonReply(await perform(slack, url.searchParams.get('as') ?? '', parsed.data));
}

export async function pageUpload(slack: Slack, request: IncomingMessage, url: URL): Promise<Reply> {
  if (!isOwnOrigin(request)) return stranger();
  const user = url.searchParams.get('as') ?? '';
  const name = url.searchParams.get('name') ?? '';
  const bytes = await readBody(request);
  if (!slack.workspace.people.has(user) || !name)
    return jsonReply(no('bad_request', 'Who, and what is its name?'), 400);
  if (!bytes || bytes.length > LIMITS.fileBytes) return jsonReply(no('bad_request', 'The file is too large.'), 413);
  return jsonReply({ id: keepFile(slack, user, name, bytes) });
}

export async function pageFile(
  slack: Slack,
  _request: IncomingMessage,
  url: URL,
  id: string,
): Promise<Reply | undefined> {
  const file = slack.workspace.files.get(id);
  const user = url.searchParams.get('as') ?? '';
  if (!file || file.pending || !slack.workspace.people.has(user)) return undefined;
  return fileReply(
    file.name,
    file.bytes,
    url.searchParams.has('download') || !mimetypeOf(file.name).startsWith('image/'),
  );
}

export async function page(_slack: Slack, _request: IncomingMessage, url: URL): Promise<Reply | undefined> {
  return servePage(url.pathname);
}

export function events(slack: Slack, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  });
  let telling = false;
  const tell = () => {
    telling = false;
    if (!response.destroyed) response.write(`data: ${JSON.stringify({ version: slack.workspace.version() })}\n\n`);
  };
  const unwatch = slack.workspace.watch(() => {
    // Many changes of one turn are one message.
    if (!telling) setImmediate(tell);
    telling = true;
  });
  response.on('close', unwatch);
  tell();
}

const firstPerson = (slack: Slack): string => [...slack.workspace.people.keys()][0] ?? '';

const stranger = (): Reply => jsonReply(no('not_allowed', 'Only the playground’s own page may do that.'), 403);
