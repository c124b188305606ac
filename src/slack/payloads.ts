import { z } from 'zod';

// What is relied on of what Slack sends, where Bolt's types promise more than a signature does.

/** What was typed behind a command or into a list's search. */
export const Words = z.string().default('');
/** What was pressed or chosen. */
export const Chosen = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});
/** What is relied on where a shortcut was used on a message, and of the message. */
export const Where = z.object({ channel: z.object({ id: z.string() }), message_ts: z.string() });
export const Shown = z.looseObject({ text: Words, user: z.string().optional(), ts: z.string().optional() });
/** What is relied on of a message that was written to the app. */
export const Written = z.looseObject({
  text: Words,
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
});
