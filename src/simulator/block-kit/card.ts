import { z } from 'zod';
import { button } from './buttons.ts';
import { imageElement } from './image.ts';
import { LIMITS, SLACK_ICONS } from './limits.ts';
import { anyText, blockId } from './text.ts';

export const card = z
  .strictObject({
    type: z.literal('card'),
    block_id: blockId,
    hero_image: imageElement.optional(),
    icon: imageElement.optional(),
    slack_icon: z.strictObject({ type: z.literal('icon'), name: z.enum(SLACK_ICONS) }).optional(),
    title: anyText(LIMITS.cardTitle).optional(),
    subtitle: anyText(LIMITS.cardSubtitle).optional(),
    body: anyText(LIMITS.cardBody).optional(),
    subtext: anyText(LIMITS.cardSubtext).optional(),
    actions: z.array(button).min(1).max(LIMITS.cardActions).optional(),
  })
  .refine(
    ({ hero_image, title, actions, body }) => [hero_image, title, actions, body].some((part) => part !== undefined),
    'at least one of hero_image, title, actions and body',
  )
  .refine(
    ({ icon, slack_icon }) => icon === undefined || slack_icon === undefined,
    'either icon or slack_icon, not both',
  );

export const carousel = z.strictObject({
  type: z.literal('carousel'),
  block_id: blockId,
  elements: z.array(card).min(1).max(LIMITS.carouselCards),
});
