import { z } from 'zod';
import { decimal } from './formats.ts';
import { LIMITS } from './limits.ts';
import { richText } from './rich-text.ts';
import { actionId, lengthProblem, plainText, someString } from './text.ts';

const shared = {
  action_id: actionId,
  focus_on_load: z.boolean().optional(),
  placeholder: plainText(LIMITS.placeholder).optional(),
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(['on_enter_pressed', 'on_character_entered']))
        .min(1)
        .max(2),
    })
    .optional(),
};

const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    initial_value: z.string().optional(),
    multiline: z.boolean().optional(),
    min_length: z.number().int().min(0).max(LIMITS.inputLength).optional(),
    max_length: z.number().int().min(1).max(LIMITS.inputLength).optional(),
    ...shared,
  })
  .refine((input) => (input.min_length ?? 0) <= (input.max_length ?? LIMITS.inputLength), {
    error: 'min_length must not exceed max_length',
    path: ['min_length'],
  })
  .check((ctx) => {
    const { initial_value = '', max_length = LIMITS.inputLength } = ctx.value;
    const message = lengthProblem(initial_value, max_length, 0);
    if (message) ctx.issues.push({ code: 'custom', message, input: initial_value, path: ['initial_value'] });
  });

const numberInput = z
  .strictObject({
    type: z.literal('number_input'),
    is_decimal_allowed: z.boolean(),
    initial_value: decimal.optional(),
    min_value: decimal.optional(),
    max_value: decimal.optional(),
    ...shared,
  })
  .check((ctx) => {
    const { initial_value, min_value, max_value, is_decimal_allowed } = ctx.value;
    const say = (field: string, message: string) =>
      ctx.issues.push({ code: 'custom', message, input: ctx.value, path: [field] });
    if (above(min_value, max_value)) say('min_value', 'min_value must not exceed max_value');
    if (above(min_value, initial_value)) say('initial_value', 'initial_value must not be below min_value');
    if (above(initial_value, max_value)) say('initial_value', 'initial_value must not exceed max_value');
    if (!is_decimal_allowed && initial_value?.includes('.')) say('initial_value', 'decimals are not allowed here');
  });

function above(low: string | undefined, high: string | undefined): boolean {
  return low !== undefined && high !== undefined && Number(low) > Number(high);
}

const lines = z.number().int().min(1).max(LIMITS.richTextInputLines).optional();

/** Its own page puts it in input blocks; the page of the actions block and @slack/types put it there, too. */
export const richTextInput = z
  .strictObject({
    type: z.literal('rich_text_input'),
    initial_value: richText.optional(),
    min_lines: lines,
    max_lines: lines,
    ...shared,
  })
  .refine((input) => (input.min_lines ?? 1) <= (input.max_lines ?? LIMITS.richTextInputLines), {
    error: 'min_lines must not exceed max_lines',
    path: ['min_lines'],
  });

/** What stands in an input block and nowhere else. */
export const inputs = [
  plainTextInput,
  numberInput,
  z.strictObject({ type: z.literal('email_text_input'), initial_value: z.string().optional(), ...shared }),
  z.strictObject({ type: z.literal('url_text_input'), initial_value: z.string().optional(), ...shared }),
  z.strictObject({
    type: z.literal('file_input'),
    action_id: actionId,
    filetypes: z.array(someString).min(1).optional(),
    max_files: z.number().int().min(1).max(LIMITS.fileInputFiles).optional(),
  }),
] as const;
