import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { type App, HTTPModuleFunctions, HTTPResponseAck, type Receiver, type ReceiverEvent } from '@slack/bolt';
import { boltLogger, type Log } from '../base/log.ts';

/** `starting`: what a command is told that comes before the app is ready and can't be kept waiting any longer. */
type Options = { signingSecret: string; starting: string; log: Log; patienceMs?: number };

/** A command waits so long for the app to be ready: Slack gives up after three seconds. */
const PATIENCE_MS = 2_000;

/** How far a request's time may be from ours, either way; Bolt itself looks only at the past. */
const SKEW_SECONDS = 5 * 60;

/** When a request is given up. Slack itself gives up after three seconds; an answer that comes a little later must not be replaced by a 404. */
const HANGING_MS = 30_000;

export type HttpReceiver = Receiver & {
  answer(request: IncomingMessage, response: ServerResponse): void;
  /** How many requests in a row were refused, up to the last, since somebody else's secret had signed them. */
  refused(): number;
};

/** `POST /slack/events`, signed. It has no server of its own: health.ts listens and hands requests over. */
export function createHttpReceiver({ signingSecret, starting, log, patienceMs = PATIENCE_MS }: Options): HttpReceiver {
  const logger = boltLogger(log);
  const ready = Promise.withResolvers<App>();
  let refused = 0;

  function refuse(response: ServerResponse, error: unknown): void {
    log.error({ err: error }, 'A request that makes no sense was refused.');
    if (!response.headersSent) response.writeHead(400).end();
  }

  async function take(app: App, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = request.headers['x-slack-request-timestamp'];
    const age = Date.now() / 1000 - Number(sent); // the machine's own time, as Bolt takes for the other side
    if (sent !== undefined && !(Math.abs(age) <= SKEW_SECONDS)) {
      log.warn({ age }, 'A request whose time is more than five minutes off was refused.');
      response.writeHead(401).end();
      return;
    }
    // Without a time only Slack's own check of the address is answered; Bolt refuses the rest.
    try {
      const read = await readSigned(request, signingSecret);
      if (read.signature !== 'none') refused = read.signature === 'ours' ? 0 : refused + 1;
      if ('error' in read) {
        log.warn({ err: read.error }, 'A request that Slack has not signed, or that can not be read, was refused.');
        response.writeHead(read.status).end();
        return;
      }
      const { body } = read;
      if (!isObject(body)) refuse(response, new Error('Its body is no object.'));
      else if (body.ssl_check === '1') HTTPModuleFunctions.buildSSLCheckResponse(response);
      else if (body.type === 'url_verification') HTTPModuleFunctions.buildUrlVerificationResponse(response, body);
      else await deliver(app, body, request, response);
    } catch (error) {
      log.error({ err: error }, 'A request could not be answered.');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  }

  /** As Bolt's own receiver does once it has looked at the signature and read the body, which was done here. */
  async function deliver(app: App, body: Record<string, unknown>, request: IncomingMessage, response: ServerResponse) {
    const ack = new HTTPResponseAck({
      logger,
      processBeforeResponse: false,
      unhandledRequestTimeoutMillis: HANGING_MS,
      httpRequest: request,
      httpResponse: response,
    });
    const retryNum = HTTPModuleFunctions.extractRetryNumFromHTTPRequest(request);
    const retryReason = HTTPModuleFunctions.extractRetryReasonFromHTTPRequest(request);
    const event: ReceiverEvent = {
      body,
      ack: ack.bind(),
      ...(retryNum === undefined ? {} : { retryNum }),
      ...(retryReason === undefined ? {} : { retryReason }),
    };
    await answered(app, event).catch((error) => refuse(response, error));
  }

  return {
    init(app: App) {
      ready.resolve(app);
    },
    async start() {},
    async stop() {},
    refused: () => refused,
    answer(request, response) {
      if (request.method !== 'POST') {
        response.writeHead(405, { allow: 'POST' }).end();
        return;
      }
      void Promise.race([ready.promise, setTimeout(patienceMs, null, { ref: false })]).then((app) =>
        app ? take(app, request, response) : sayStarting(request, response, starting),
      );
    },
  };
}

const isObject = (body: unknown): body is Record<string, unknown> =>
  typeof body === 'object' && body !== null && !Array.isArray(body);

type Signed = { signature: 'ours' | 'another' | 'none' } & ({ body: unknown } | { error: unknown; status: number });

/** How Slack signs, with whichever secret. */
const SIGNATURE = /^v0=[0-9a-f]{64}$/;

/** What a signed request says, or how it is to be refused. It is looked at here, once: Bolt's receiver would fall over `null`. */
async function readSigned(request: IncomingMessage, signingSecret: string): Promise<Signed> {
  const bodyLimit = HTTPModuleFunctions.defaultBodyLimit;
  const hasSignature = SIGNATURE.test(String(request.headers['x-slack-signature']));
  let verified: Awaited<ReturnType<typeof HTTPModuleFunctions.parseAndVerifyHTTPRequest>>;
  try {
    verified = await HTTPModuleFunctions.parseAndVerifyHTTPRequest(
      { enabled: true, signingSecret, bodyLimit },
      request,
    );
  } catch (error) {
    const isRead = 'rawBody' in request; // one that was broken off, or is too long, has not come to its signature
    const isTooLong = HTTPModuleFunctions.isRawBodyError(error) && error.type === 'entity.too.large';
    return { signature: hasSignature && isRead ? 'another' : 'none', error, status: isTooLong ? 413 : 401 };
  }
  const signature = hasSignature ? 'ours' : 'none';
  try {
    return { signature, body: HTTPModuleFunctions.parseHTTPRequestBody(verified) };
  } catch (error) {
    return { signature, error, status: 400 };
  }
}

/** What Bolt goes by; for anything else it calls nobody, and answers nothing. */
const KINDS: readonly unknown[] = [
  'block_suggestion',
  'block_actions',
  'shortcut',
  'message_action',
  'view_submission',
  'view_closed',
];

/** Hands a request on; one that nobody answers by the end is refused rather than left hanging. */
async function answered(app: App, event: ReceiverEvent): Promise<void> {
  const { event: happened, command, type } = event.body;
  const isKnown = happened === undefined ? typeof command === 'string' || KINDS.includes(type) : isObject(happened);
  if (!isKnown) throw new Error('It is nothing that Slack sends.');
  let isAnswered = false;
  const ack: typeof event.ack = (answer) => {
    isAnswered = true;
    return event.ack(answer);
  };
  await app.processEvent({ ...event, ack });
  if (!isAnswered) throw new Error('Nobody answered it.');
}

const MOST_BYTES = 100_000;

/** A command is told to come again; nothing is done for it, so that whether it is Slack's own does not matter. The rest Slack delivers again. */
async function sayStarting(request: IncomingMessage, response: ServerResponse, starting: string): Promise<void> {
  let body = '';
  try {
    for await (const chunk of request.setEncoding('utf8')) {
      body += chunk;
      if (body.length > MOST_BYTES) break;
    }
  } catch {
    return; // whoever asked has gone
  }
  if (!new URLSearchParams(body).has('command')) {
    response.writeHead(503).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ response_type: 'ephemeral', text: starting }));
}
