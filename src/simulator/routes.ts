import type { IncomingMessage, ServerResponse } from 'node:http';
import { download, respond, upload, webApi } from './app-routes.ts';
import { isForAnotherPage, isOwnHost, type Reply, send } from './http.ts';
import { act, events, health, page, pageFile, pageUpload, state, traffic } from './page-routes.ts';
import type { Slack } from './slack.ts';

export const API_PATH = '/slack/api/';

type Route = (slack: Slack, request: IncomingMessage, url: URL, rest: string) => Promise<Reply | undefined>;

/** The app's ways in, then the page's. */
const ROUTES: [method: string, path: string, route: Route][] = [
  ['POST', API_PATH, webApi],
  ['GET', API_PATH, webApi],
  ['POST', '/response/', respond],
  ['POST', '/upload/v1/', upload],
  ['GET', '/files-pri/', download],
  ['GET', '/healthz', health],
  ['GET', '/api/state', state],
  ['GET', '/api/traffic/', traffic],
  ['POST', '/api/act', act],
  ['POST', '/api/files', pageUpload],
  ['GET', '/api/files/', pageFile],
  ['GET', '/', page],
];

export async function answer(
  slack: Slack,
  host: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isOwnHost(request.headers.host, host)) {
    return send(response, { status: 421, body: 'This playground answers only under its own name.' });
  }
  if (isForAnotherPage(request))
    return send(response, { status: 403, body: 'This playground answers its own page only.' });
  const url = new URL(request.url ?? '/', slack.url);
  if (request.method === 'GET' && url.pathname === '/api/events') return events(slack, response);
  for (const [method, path, route] of ROUTES) {
    if (request.method !== method || !url.pathname.startsWith(path)) continue;
    const reply = await route(slack, request, url, url.pathname.slice(path.length));
    return send(response, reply ?? { status: 404, body: 'Nothing here.' });
  }
  send(response, { status: 405, body: 'Not allowed.' });
}
