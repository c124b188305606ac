import { z } from 'zod';
import { webUrl } from './formats.ts';
import { LIMITS } from './limits.ts';
import { richText } from './rich-text.ts';
import { blockId, plainText, someString } from './text.ts';

const task = {
  block_id: blockId,
  task_id: someString,
  title: someString,
  details: richText.optional(),
  output: richText.optional(),
  sources: z.array(z.strictObject({ type: z.literal('url'), url: webUrl, text: someString })).optional(),
  /** The page calls it optional, @slack/types required. */
  status: z.enum(['pending', 'in_progress', 'complete', 'error']).optional(),
  // Not on the page; slack-morphism lists them.
  icon: z.unknown().optional(),
  hide_title: z.boolean().optional(),
};

export const taskCard = z.strictObject({ type: z.literal('task_card'), ...task });

export const plan = z.strictObject({
  type: z.literal('plan'),
  block_id: blockId,
  title: z.union([someString, plainText()]),
  // The page's own example leaves the type of the tasks out.
  tasks: z
    .array(z.strictObject({ type: z.literal('task_card').optional(), ...task }))
    .max(LIMITS.planTasks)
    .refine((tasks) => new Set(tasks.map((each) => each.task_id)).size === tasks.length, 'task_ids must be unique')
    .optional(),
});
