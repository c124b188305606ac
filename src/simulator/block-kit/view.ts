import { z } from 'zod';
import { block } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { plainText, string } from './text.ts';

const title = plainText(LIMITS.viewTitle);

/** None is enough: D (ai/agent-entry-and-interaction) publishes and opens views with `blocks: []`, and V agrees. */
export const viewBlocks = z.array(block).max(LIMITS.viewBlocks);

const shared = {
  blocks: viewBlocks,
  private_metadata: string(LIMITS.privateMetadata, 0).optional(),
  callback_id: string(LIMITS.callbackId, 0).optional(),
  external_id: string(LIMITS.externalId, 0).optional(),
};

export const modal = z
  .strictObject({
    type: z.literal('modal'),
    title,
    submit: title.optional(),
    close: title.optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
    ...shared,
  })
  .refine((view) => view.submit !== undefined || !view.blocks.some((each) => each.type === 'input'), {
    error: 'required when a block is an input',
    path: ['submit'],
  });

/** Its page lists no title, Slack's own tutorial of the Home tab (“Keep notes!”) publishes one. */
export const home = z.strictObject({ type: z.literal('home'), title: title.optional(), ...shared });
