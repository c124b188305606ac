import { z } from 'zod';
import { block } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { plainText, string } from './text.ts';

const title = plainText(LIMITS.viewTitle);

const shared = {
  blocks: z.array(block).min(1).max(LIMITS.viewBlocks),
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

export const home = z.strictObject({ type: z.literal('home'), ...shared });
