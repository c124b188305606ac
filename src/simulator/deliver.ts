import { noteWrong, type Slack } from './slack.ts';
import type { Delivered, Delivery, DeliveryError } from './transport.ts';

/** One delivery to the app and what it answered. Never throws. */
export async function deliver(slack: Slack, delivery: Delivery): Promise<Delivered> {
  const transport = slack.transport;
  const open = slack.traffic.begin({
    direction: 'in',
    kind: delivery.kind,
    summary: delivery.summary,
    transport: transport.kind === 'http' ? 'http' : 'socket',
    request: delivery.payload,
    ...(delivery.user === undefined ? {} : { user: delivery.user }),
    ...(delivery.retry ? { retry: delivery.retry.num } : {}),
  });
  if (delivery.user !== undefined && !delivery.retry) slack.lastDelivery = open.line.id;
  remember(slack, open.line.id, delivery);

  const outcome = await transport.send(delivery);

  if (!outcome.ok && outcome.error === 'operation_timeout') {
    noteWrong(slack, `${delivery.kind} (${delivery.summary}) was not acknowledged within three seconds.`);
  }
  const line = open.end(
    outcome.ok ? { response: outcome.body } : { error: outcome.error, response: { error: outcome.sentence } },
  );
  return { ...outcome, tookMs: line.tookMs ?? 0, lineId: line.id };
}

/** The same delivery once more, as Slack does when it saw no answer: same ids, marked as a retry. */
export async function deliverAgain(slack: Slack, lineId: number | undefined): Promise<Delivered | undefined> {
  const delivery = lineId === undefined ? undefined : slack.sent.get(lineId);
  if (!delivery) return undefined;
  const num = (delivery.retry?.num ?? 0) + 1;
  return deliver(slack, { ...delivery, retry: { num, reason: retryReason(slack, 'operation_timeout') } });
}

/** In Slack's words, which differ between the two ways of delivering. */
export function retryReason(slack: Slack, error: DeliveryError): string {
  if (slack.transport.kind === 'socket') return 'timeout';
  if (error === 'operation_timeout') return 'http_timeout';
  return error === 'dispatch_failed' ? 'connection_failed' : 'http_error';
}

const KEPT = 200;

function remember(slack: Slack, lineId: number, delivery: Delivery): void {
  slack.sent.set(lineId, delivery);
  const [oldest] = slack.sent.keys();
  if (slack.sent.size > KEPT && oldest !== undefined) slack.sent.delete(oldest);
}
