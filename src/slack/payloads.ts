import { z } from 'zod';

// What is relied on of what Slack sends, where Bolt's types promise more than a signature does.

/** What was typed behind a command or into a list's search. */
export const Words = z.string().default('');
/** When a message was written, by Slack's clock: seconds and a count; it names the message in its channel, and its day is reckoned from it. */
const Stamp = z.string().regex(/^\d{1,12}\.\d{1,9}$/);
/** What was pressed or chosen. */
export const Chosen = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});
/** What is relied on where a shortcut was used on a message, and of the message. */
export const Where = z.object({ channel: z.object({ id: z.string() }), message_ts: Stamp });
export const Shown = z.looseObject({ text: Words, user: z.string().optional(), ts: Stamp.optional() });
/** What is relied on of a message that was written to the app. */
export const Written = z.looseObject({
  text: Words,
  channel: z.string(),
  ts: Stamp,
  thread_ts: Stamp.optional(),
});
