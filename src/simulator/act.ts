import { z } from 'zod';
import type { Value } from './protocol.ts';

const value: z.ZodType<Value> = z.union([
  z.null(),
  z.string(),
  z.number(),
  z.array(z.string()),
  z.record(z.string(), z.json()),
]);
const values = z.record(z.string(), z.record(z.string(), value));
const place = z.union([z.object({ channel: z.string(), ts: z.string() }), z.object({ view: z.string() })]);
const element = { place, blockId: z.string(), actionId: z.string() };
const at = { channel: z.string(), ts: z.string() };

export const actionShape = z.discriminatedUnion('do', [
  z.object({ do: z.literal('command'), channel: z.string(), text: z.string() }),
  z.object({
    do: z.literal('message'),
    channel: z.string(),
    text: z.string(),
    threadTs: z.string().optional(),
    files: z.array(z.string()).optional(),
  }),
  z.object({ do: z.literal('deleteMessage'), ...at }),
  z.object({ do: z.literal('dismiss'), ...at }),
  z.object({ do: z.literal('react'), ...at, name: z.string() }),
  z.object({ do: z.literal('press'), ...element, value: value.optional(), values: values.optional() }),
  z.object({ do: z.literal('fill'), place, values }),
  z.object({ do: z.literal('submit'), view: z.string(), values }),
  z.object({ do: z.literal('close'), view: z.string(), all: z.boolean().optional() }),
  z.object({ do: z.literal('options'), ...element, query: z.string() }),
  z.object({ do: z.literal('openHome'), tab: z.enum(['home', 'messages']).optional() }),
  z.object({ do: z.literal('shortcut'), callbackId: z.string() }),
  z.object({ do: z.literal('messageShortcut'), callbackId: z.string(), ...at }),
  z.object({ do: z.literal('markRead'), channel: z.string(), ts: z.string().optional() }),
  z.object({ do: z.literal('openDm'), user: z.string() }),
  z.object({
    do: z.literal('addPerson'),
    name: z.string().trim().min(1),
    title: z.string().optional(),
    department: z.string().optional(),
    locale: z.enum(['ko-KR', 'en-US']).optional(),
  }),
  z.object({ do: z.literal('join'), channel: z.string() }),
  z.object({ do: z.literal('inviteApp'), channel: z.string() }),
  z.object({ do: z.literal('redeliver'), id: z.number().optional() }),
  z.object({ do: z.literal('cut'), all: z.boolean().optional() }),
  z.object({
    do: z.literal('refresh'),
    all: z.boolean().optional(),
    reason: z.enum(['warning', 'refresh_requested', 'link_disabled']).optional(),
  }),
  z.object({
    do: z.literal('fail'),
    status: z.union([z.literal(429), z.literal(500)]),
    next: z.number().optional(),
    seconds: z.number().optional(),
    method: z.string().optional(),
  }),
  z.object({ do: z.literal('moveClock'), ms: z.number() }),
]);

/** One thing done in the playground, by a person or at its controls. */
export type Act = z.output<typeof actionShape>;
export type ActOf<Kind extends Act['do']> = Extract<Act, { do: Kind }>;
