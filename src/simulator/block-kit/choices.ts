import { z } from 'zod';
import { confirm } from './confirm.ts';
import { date, time, timezone, unixSeconds } from './formats.ts';
import { LIMITS } from './limits.ts';
import { isOffered, linkedOption, markedOption, NOT_OFFERED, notOffered, options } from './option.ts';
import { actionId, plainText } from './text.ts';

const shared = {
  action_id: actionId,
  confirm: confirm.optional(),
  focus_on_load: z.boolean().optional(),
};
const placeholder = plainText(LIMITS.placeholder).optional();

export const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    options: options(markedOption, LIMITS.checkboxes),
    initial_options: z.array(markedOption).min(1).optional(),
    ...shared,
  })
  .check((ctx) => {
    ctx.issues.push(...notOffered(ctx.value.initial_options ?? [], ctx.value.options));
  });

export const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    options: options(markedOption, LIMITS.radioButtons),
    initial_option: markedOption.optional(),
    ...shared,
  })
  .refine((radio) => isOffered(radio.initial_option, radio.options), {
    error: NOT_OFFERED,
    path: ['initial_option'],
  });

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: actionId,
  options: options(linkedOption, LIMITS.overflowOptions),
  confirm: confirm.optional(),
});

export const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  initial_date: date.optional(),
  placeholder,
  ...shared,
});

export const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  initial_time: time.optional(),
  timezone: timezone.optional(),
  placeholder,
  ...shared,
});

export const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  initial_date_time: unixSeconds.optional(),
  ...shared,
});
