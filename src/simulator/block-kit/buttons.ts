import { z } from 'zod';
import { confirm, style } from './confirm.ts';
import { linkUrl, userId, webUrl } from './formats.ts';
import { LIMITS } from './limits.ts';
import { actionId, plainText, someString, string } from './text.ts';

const text = plainText(LIMITS.buttonText);
const value = string(LIMITS.buttonValue);
const accessibility_label = string(LIMITS.accessibilityLabel).optional();

export const button = z.strictObject({
  type: z.literal('button'),
  text,
  action_id: actionId,
  url: linkUrl.optional(),
  value: value.optional(),
  style: style.optional(),
  confirm: confirm.optional(),
  accessibility_label,
});

export const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  text,
  // D and V require it, of this button alone.
  action_id: string(LIMITS.actionId),
  workflow: z.strictObject({
    trigger: z.strictObject({
      url: webUrl,
      customizable_input_parameters: z.array(z.strictObject({ name: someString, value: z.unknown() })).optional(),
    }),
  }),
  style: style.optional(),
  confirm: confirm.optional(),
  accessibility_label,
});

const feedback = z.strictObject({ text, value, accessibility_label });

export const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  action_id: actionId,
  positive_button: feedback,
  negative_button: feedback,
});

export const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  icon: z.enum(['trash']),
  text,
  action_id: actionId,
  value: value.optional(),
  confirm: confirm.optional(),
  accessibility_label,
  visible_to_user_ids: z.array(userId).max(LIMITS.visibleUsers).optional(),
});
