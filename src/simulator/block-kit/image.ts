import { z } from 'zod';
import { fileId, webUrl } from './formats.ts';
import { LIMITS } from './limits.ts';
import { blockId, plainText, string } from './text.ts';

const slackFile = z
  .strictObject({ id: fileId.optional(), url: webUrl.optional() })
  .refine((file) => (file.id === undefined) !== (file.url === undefined), 'either id or url, exactly one of them');

const source = {
  image_url: webUrl.optional(),
  slack_file: slackFile.optional(),
  alt_text: string(LIMITS.imageAltText),
  // What Slack adds when a message is read, and takes back when the message is updated with it.
  fallback: z.string().optional(),
  image_width: z.number().optional(),
  image_height: z.number().optional(),
  image_bytes: z.number().optional(),
  is_animated: z.boolean().optional(),
};

const oneSource = (image: { image_url?: unknown; slack_file?: unknown }) =>
  (image.image_url === undefined) !== (image.slack_file === undefined);
const ONE_SOURCE = 'either image_url or slack_file, exactly one of them';

export const imageElement = z.strictObject({ type: z.literal('image'), ...source }).refine(oneSource, ONE_SOURCE);

export const imageBlock = z
  .strictObject({
    type: z.literal('image'),
    block_id: blockId,
    title: plainText(LIMITS.imageTitle).optional(),
    ...source,
  })
  .refine(oneSource, ONE_SOURCE);
