import { z } from 'zod';
import type { Database } from '../../../src/base/db/database.ts';
import type { Playground } from '../../../src/simulator/driver.ts';
import type { StoredMessage } from '../../../src/simulator/workspace.ts';
import { titleOf } from './story.ts';
import { CHANNEL } from './world.ts';

/** One message that stands in Slack: what it reminds of, to whom, and when it was sent. */
export type Sent = { key: string; kind: string; to: string; at: Date; records: string[] };
/** One message: several kinds of one hour are one. */
export type Message = { key: string; to: string; at: Date; kinds: readonly string[] };

/** More are a page with more behind it. */
const NAMED = 5;

const Metadata = z.object({ event_payload: z.object({ key: z.string() }) });

/** Everything the app has sent unasked, as people see it. */
export async function gatherSent(slack: Playground, db: Database): Promise<Sent[]> {
  const items = await db.selectFrom('reminder_item').select(['message', 'kind', 'record']).orderBy('nth').execute();
  const sent: Sent[] = [];
  for (const channel of slack.slack.workspace.channels.values()) {
    const to = channel.id === CHANNEL ? CHANNEL : [...channel.members].find((id) => id.startsWith('U0QUARTR'));
    for (const message of channel.messages.values()) {
      const metadata = Metadata.safeParse(message.metadata);
      if (!message.fromApp || !to) continue;
      const key = metadata.success ? metadata.data.event_payload.key : 'no key';
      const [kind = ''] = key.split(':');
      const told = items.filter((item) => item.message === key);
      for (const { record } of told) {
        if (/^[FVCE]\d+$/.test(record) && told.length <= NAMED && !wordsOf(message).includes(record))
          throw new Error(`${key} does not name ${record}.`);
      }
      const at = new Date(Number(message.ts) * 1_000);
      for (const it of new Set(told.length > 0 ? told.map((item) => item.kind) : [kind])) {
        const records = told.filter((item) => item.kind === it).map(({ record }) => record);
        sent.push({ key, kind: it, to, at, records: recordsOf(key, it, message, records) });
      }
    }
  }
  return sent.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function recordsOf(key: string, kind: string, message: StoredMessage, told: string[]): string[] {
  if (kind === 'schedule_today') return visitsIn(message);
  if (kind === 'schedule_line') return visitsIn(message).slice(0, 1);
  if (kind === 'pledge_request') return [key.split(':')[1] ?? ''];
  if (kind.startsWith('digest'))
    return [...new Set([...wordsOf(message).matchAll(/\b[EF]\d+\b/g)].map(([name]) => name))];
  if (kind.startsWith('approval')) return [key.split(':')[1] ?? ''];
  return kind === 'visit_change' ? [`V${key.split(':')[1]}`] : told;
}

const wordsOf = (message: StoredMessage): string => JSON.stringify(message.blocks ?? message.text);

const TITLE = new RegExp(titleOf(0).replace('0', '(\\d+)'), 'g');

function visitsIn(message: StoredMessage): string[] {
  return [...wordsOf(message).matchAll(TITLE)].map(([, id]) => `V${id}`);
}
