import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

type Json = Record<string, unknown>;

/**
 * The least that calls itself Slack over Socket Mode, written from Slack's documentation and sharing nothing with the
 * playground: it answers `ok` to everything, knows no limits, and keeps what it was told.
 */
export async function startOtherSlack(secure?: { host: string; key: Buffer; cert: Buffer }) {
  const s = secure ? 's' : '';
  const calls: { method: string; body: Json }[] = [];
  /** What it says instead of its usual answer, by method. */
  const says = new Map<string, Json>();
  const how: { scopes: string | null; date: Date | null } = { scopes: null, date: null };
  const files = new Map<string, string>();
  const answers = new Map<string, (answer: Json) => void>();
  const sockets = new WebSocketServer({ noServer: true });
  const waiting: ((socket: WebSocket) => void)[] = [];

  const answer: RequestListener = async (request, response) => {
    let text = '';
    for await (const piece of request) text += piece;
    const method = (request.url ?? '').replace('/api/', '');
    const body = text.startsWith('{') ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text));
    calls.push({ method, body });
    const file = files.get(method);
    if (file !== undefined) return void response.end(file);
    response.setHeader('content-type', 'application/json');
    if (how.scopes !== null) response.setHeader('x-oauth-scopes', how.scopes);
    if (how.date) response.setHeader('date', how.date.toUTCString());
    response.end(JSON.stringify({ ok: true, ...ANSWERS[method]?.(address(), s), ...says.get(method) }));
  };
  const server = secure ? createSecureServer(secure, answer) : createServer(answer);
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (ws) => {
      ws.on('message', (data) => {
        const { envelope_id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload: Json };
        answers.get(envelope_id)?.(payload);
      });
      ws.send(JSON.stringify({ type: 'hello' }));
      for (const resolve of waiting.splice(0)) resolve(ws);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const address = () => secure?.host ?? `127.0.0.1:${port}`;

  return {
    port,
    apiUrl: `http${s}://${address()}/api`,
    calls,
    /** What stands at its paths. */
    files,
    says,
    /** What its answers are headed with. */
    how,
    /** Sends one envelope over any connection and waits for its acknowledgement. */
    async send(type: string, payload: Json): Promise<Json> {
      const [open] = [...sockets.clients];
      const socket = open ?? (await new Promise<WebSocket>((resolve) => waiting.push(resolve)));
      const envelope_id = `envelope-${calls.length}-${answers.size}`;
      return new Promise((resolve) => {
        answers.set(envelope_id, resolve);
        socket.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload: true }));
      });
    },
    responseUrl: () => `http${s}://${address()}/api/respond`,
    async stop() {
      for (const socket of sockets.clients) socket.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const ANSWERS: Record<string, (address: string, s: string) => Json> = {
  'auth.test': () => ({ user_id: 'U00000BOT', team_id: 'T00000001', bot_id: 'B00000001' }),
  'apps.connections.open': (address, s) => ({ url: `ws${s}://${address}/link` }),
  'conversations.open': () => ({ channel: { id: 'D00000001' } }),
  'files.getUploadURLExternal': (address, s) => ({ file_id: 'F00000001', upload_url: `http${s}://${address}/upload` }),
  'files.completeUploadExternal': () => ({ files: [{ id: 'F00000001' }] }),
  'users.info': () => ({ user: { id: 'U00000001', real_name: '홍길동', locale: 'ko-KR' } }),
  'chat.postMessage': () => ({ channel: 'D00000001', ts: '1.1' }),
};
