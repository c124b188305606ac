import { z } from 'zod';
import { block } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { string } from './text.ts';

const blocks = z.array(block).max(LIMITS.messageBlocks).optional();

/** What Slack shows of a message. The many other arguments of chat.postMessage are not Block Kit's business. */
export const message = z
  .looseObject({
    text: string(LIMITS.messageText, 0).optional(),
    blocks,
    attachments: z.array(z.looseObject({ blocks })).max(LIMITS.messageAttachments).optional(),
  })
  .refine(
    ({ text, blocks, attachments }) => (text !== undefined && text !== '') || blocks?.length || attachments?.length,
    'at least one of text, blocks and attachments',
  );
