import type { Health } from '../slack/health.ts';
import type { Clock } from './clock.ts';
import type { Reply } from './http.ts';
import type { Ids } from './ids.ts';
import type { JsonObject } from './json.ts';
import type { Manifest } from './manifest.ts';
import type { Rates } from './rate.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Traffic } from './traffic.ts';
import type { Delivery, SocketMode, Transport } from './transport.ts';
import type { Triggers } from './triggers.ts';
import type { Troubles } from './trouble.ts';
import type { StoredFile, Workspace } from './workspace.ts';

/** Everything that one playground is made of; the functions of this folder take it first. */
export type Slack = {
  /** Where it listens, `http://127.0.0.1:3000`. */
  url: string;
  tokens: { bot: string; app: string; signing: string };
  clock: Clock;
  ids: Ids;
  manifest: Manifest;
  scopes: ReadonlySet<string>;
  workspace: Workspace;
  triggers: Triggers;
  rates: Rates | undefined;
  traffic: Traffic;
  responses: ResponseUrls;
  transport: Transport;
  socketMode: SocketMode;
  /** What the app did that Slack would refuse, in sentences. */
  wrongs: string[];
  failing: Failing | undefined;
  troubles: Troubles | undefined;
  /** What its file host answers instead of a file, where it is told to lie. */
  servesFiles: ((file: StoredFile) => Reply | undefined) | undefined;
  /** The last deliveries by their traffic line, for delivering them again, and which of them a person caused last. */
  sent: Map<number, Delivery>;
  lastDelivery: number | undefined;
  /** The app's own, for GET /healthz. */
  health: (() => Promise<Health>) | undefined;
};

export type Failing = { status: 429 | 500; left?: number; until?: number; method?: string };

/** Slack's code, and what it says about the place in the payload. */
export type Refusal = { error: string; messages?: string[] };

export type ApiAnswer = JsonObject & { ok: boolean };

export const refusalAnswer = ({ error, messages }: Refusal): ApiAnswer =>
  messages ? { ok: false, error, response_metadata: { messages } } : { ok: false, error };

export function noteWrong(slack: Pick<Slack, 'wrongs' | 'workspace'>, sentence: string): void {
  slack.wrongs.push(sentence);
  slack.workspace.changed();
}
