import { z } from 'zod';
import { channelId, linkUrl, teamId, usergroupId, userId, webUrl } from './formats.ts';
import { LIMITS } from './limits.ts';
import { blockId, someString } from './text.ts';

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    underline: z.boolean().optional(),
    code: z.boolean().optional(),
    highlight: z.boolean().optional(),
    client_highlight: z.boolean().optional(),
    unlink: z.boolean().optional(),
  })
  .optional();

/** D names them on the page of the rich text section; @slack/types lacks them, and this app sends none. */
const OTHER_LEAVES = [
  ...(['canvas', 'canvas_user_mention', 'canvas_message_unfurl', 'citation', 'file', 'list_record'] as const),
  ...(['message_mention', 'salesforce_data_field', 'tag', 'work_object_mention', 'workflow_mention'] as const),
];

const leaf = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: someString, style }),
  z.strictObject({
    type: z.literal('link'),
    url: linkUrl,
    text: z.string().optional(),
    unsafe: z.boolean().optional(),
    style,
  }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), style }),
  z.strictObject({
    type: z.literal('color'),
    value: z.string().regex(/^#?[0-9a-f]{6}$/i, 'must be a colour written #RRGGBB'),
    style,
  }),
  z.strictObject({ type: z.literal('channel'), channel_id: channelId, style }),
  z.strictObject({
    type: z.literal('date'),
    // A number in D and T, digits in the examples of P.
    timestamp: z.union([z.number().int().min(0), z.string().regex(/^\d+$/, 'must be a UNIX time in seconds')]),
    format: someString,
    url: linkUrl.optional(),
    fallback: z.string().optional(),
    style,
  }),
  z.strictObject({
    type: z.literal('emoji'),
    name: someString,
    unicode: someString.optional(),
    skin_tone: z.number().int().min(1).max(6).optional(),
    url: webUrl.optional(),
    style,
  }),
  z.strictObject({ type: z.literal('team'), team_id: teamId, style }),
  z.strictObject({ type: z.literal('user'), user_id: userId, style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: usergroupId, style }),
  z.looseObject({ type: z.literal('attachment_mention'), url: linkUrl }),
  z.looseObject({ type: z.literal(OTHER_LEAVES) }),
]);

const border = z.literal([0, 1]).optional();
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(leaf) });

export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: blockId,
  elements: z.array(
    z.discriminatedUnion('type', [
      section,
      z.strictObject({
        type: z.literal('rich_text_list'),
        elements: z.array(section).min(1),
        style: z.enum(['bullet', 'ordered']),
        indent: z.number().int().min(0).max(LIMITS.listIndent).optional(),
        offset: z.number().int().min(0).optional(),
        border,
      }),
      z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(leaf), border }),
      z.strictObject({
        type: z.literal('rich_text_preformatted'),
        // T narrows these to text and link, the page does not.
        elements: z.array(leaf),
        language: someString.optional(),
        border,
      }),
    ]),
  ),
});
