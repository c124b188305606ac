import { z } from 'zod';
import { button, feedbackButtons, iconButton, workflowButton } from './buttons.ts';
import { card, carousel } from './card.ts';
import { dataVisualization } from './chart.ts';
import { checkboxes, datepicker, datetimepicker, overflow, radioButtons, timepicker } from './choices.ts';
import { httpsUrl, videoIconUrl, videoTitleUrl, webUrl } from './formats.ts';
import { imageBlock, imageElement } from './image.ts';
import { inputs, richTextInput } from './inputs.ts';
import { LIMITS } from './limits.ts';
import { richText } from './rich-text.ts';
import { selects } from './selects.ts';
import { dataTable, table } from './table.ts';
import { plan, taskCard } from './task.ts';
import { anyText, blockId, mrkdwn, plainText, someString, string } from './text.ts';

const picks = [checkboxes, radioButtons, datepicker, timepicker, ...selects] as const;

const actions = z.strictObject({
  type: z.literal('actions'),
  block_id: blockId,
  elements: z
    .array(z.discriminatedUnion('type', [button, workflowButton, overflow, datetimepicker, richTextInput, ...picks]))
    .min(1)
    .max(LIMITS.actionsElements),
});

const alert = z.strictObject({
  type: z.literal('alert'),
  block_id: blockId,
  text: anyText(LIMITS.alertText),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
});

const context = z.strictObject({
  type: z.literal('context'),
  block_id: blockId,
  elements: z
    .array(z.discriminatedUnion('type', [imageElement, plainText(), mrkdwn()]))
    .min(1)
    .max(LIMITS.contextElements),
});

const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  block_id: blockId,
  elements: z
    .array(z.discriminatedUnion('type', [feedbackButtons, iconButton]))
    .min(1)
    .max(LIMITS.contextActionsElements),
});

const divider = z.strictObject({ type: z.literal('divider'), block_id: blockId });

const file = z.strictObject({
  type: z.literal('file'),
  block_id: blockId,
  external_id: someString,
  source: z.literal('remote'),
});

const header = z.strictObject({
  type: z.literal('header'),
  block_id: blockId,
  text: plainText(LIMITS.headerText),
  level: z.number().int().min(1).max(LIMITS.headerLevel).optional(),
});

const input = z
  .strictObject({
    type: z.literal('input'),
    block_id: blockId,
    label: plainText(LIMITS.inputLabel),
    element: z.discriminatedUnion('type', [...inputs, richTextInput, datetimepicker, ...picks]),
    hint: plainText(LIMITS.inputHint).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
  })
  .refine((block) => block.element.type !== 'file_input' || block.dispatch_action !== true, {
    error: 'a file_input dispatches no actions',
    path: ['dispatch_action'],
  });

const markdown = z.strictObject({
  type: z.literal('markdown'),
  block_id: blockId,
  text: string(LIMITS.messageMarkdown),
});

const section = z
  .strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: anyText(LIMITS.sectionText).optional(),
    fields: z.array(anyText(LIMITS.sectionField)).min(1).max(LIMITS.sectionFields).optional(),
    accessory: z.discriminatedUnion('type', [button, workflowButton, overflow, imageElement, ...picks]).optional(),
    expand: z.boolean().optional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, 'at least one of text and fields');

const video = z.strictObject({
  type: z.literal('video'),
  block_id: blockId,
  alt_text: string(LIMITS.videoAltText),
  title: plainText(LIMITS.videoText),
  title_url: videoTitleUrl.optional(),
  description: plainText(LIMITS.videoText).optional(),
  thumbnail_url: webUrl,
  video_url: httpsUrl,
  author_name: string(LIMITS.videoName).optional(),
  provider_name: string(LIMITS.videoName).optional(),
  provider_icon_url: videoIconUrl.optional(),
});

/** Blocks that may stand in a container, too. */
const contained = [
  actions,
  context,
  divider,
  file,
  header,
  imageBlock,
  input,
  richText,
  section,
  table,
  video,
] as const;

const container = z
  .strictObject({
    type: z.literal('container'),
    block_id: blockId,
    title: plainText(LIMITS.containerTitle).optional(),
    rich_text_title: richText.optional(),
    subtitle: anyText(LIMITS.containerSubtitle).optional(),
    icon: imageElement.optional(),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
    child_blocks: z.array(z.discriminatedUnion('type', contained)).min(1).max(LIMITS.containerBlocks),
  })
  .refine(
    (block) => block.title !== undefined || block.rich_text_title !== undefined,
    'at least one of title and rich_text_title',
  )
  .refine((block) => block.default_collapsed !== true || block.is_collapsible === true, {
    error: 'needs is_collapsible to be true',
    path: ['default_collapsed'],
  });

export const block = z.discriminatedUnion('type', [
  ...contained,
  alert,
  card,
  carousel,
  container,
  contextActions,
  dataTable,
  dataVisualization,
  markdown,
  plan,
  taskCard,
]);
