import { z } from 'zod';
import { confirm } from './confirm.ts';
import { channelId, conversationId, userId } from './formats.ts';
import { LIMITS } from './limits.ts';
import { isOffered, NOT_OFFERED, notOffered, type Option, option, optionGroups, options } from './option.ts';
import { actionId, plainText } from './text.ts';

const shared = {
  action_id: actionId,
  confirm: confirm.optional(),
  focus_on_load: z.boolean().optional(),
  placeholder: plainText(LIMITS.placeholder).optional(),
};

const many = { max_selected_items: z.number().int().min(1).optional() };
const fits = (chosen: unknown[] | undefined, menu: { max_selected_items?: number | undefined }) =>
  chosen === undefined || menu.max_selected_items === undefined || chosen.length <= menu.max_selected_items;
const TOO_MANY_CHOSEN = 'more are chosen at first than max_selected_items allows';

const offer = {
  options: options(option, LIMITS.selectOptions).optional(),
  option_groups: optionGroups.optional(),
};
type Offer = { options?: Option[] | undefined; option_groups?: { options: Option[] }[] | undefined };

const offered = (menu: Offer) => menu.options ?? menu.option_groups?.flatMap((group) => group.options) ?? [];
const oneOffer = (menu: Offer) => (menu.options === undefined) !== (menu.option_groups === undefined);
const ONE_OFFER = 'either options or option_groups, exactly one of them';

const staticSelect = z
  .strictObject({ type: z.literal('static_select'), initial_option: option.optional(), ...offer, ...shared })
  .refine(oneOffer, ONE_OFFER)
  .refine((menu) => isOffered(menu.initial_option, offered(menu)), {
    error: NOT_OFFERED,
    path: ['initial_option'],
  });

const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    initial_options: z.array(option).min(1).optional(),
    ...offer,
    ...shared,
    ...many,
  })
  .refine(oneOffer, ONE_OFFER)
  .check((ctx) => {
    ctx.issues.push(...notOffered(ctx.value.initial_options ?? [], offered(ctx.value)));
  })
  .refine((menu) => fits(menu.initial_options, menu), TOO_MANY_CHOSEN);

const min_query_length = z.number().int().min(0).optional();

const filter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .refine((each) => Object.keys(each).length > 0, 'a filter says at least one thing')
  .optional();

const conversations = { default_to_current_conversation: z.boolean().optional(), filter };
const response_url_enabled = z.boolean().optional();

export const selects = [
  staticSelect,
  z.strictObject({
    type: z.literal('external_select'),
    initial_option: option.optional(),
    min_query_length,
    ...shared,
  }),
  z.strictObject({ type: z.literal('users_select'), initial_user: userId.optional(), ...shared }),
  z.strictObject({
    type: z.literal('conversations_select'),
    initial_conversation: conversationId.optional(),
    response_url_enabled,
    ...conversations,
    ...shared,
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    initial_channel: channelId.optional(),
    response_url_enabled,
    ...shared,
  }),
  multiStaticSelect,
  z
    .strictObject({
      type: z.literal('multi_external_select'),
      initial_options: z.array(option).min(1).optional(),
      min_query_length,
      ...shared,
      ...many,
    })
    .refine((menu) => fits(menu.initial_options, menu), TOO_MANY_CHOSEN),
  z
    .strictObject({
      type: z.literal('multi_users_select'),
      initial_users: z.array(userId).min(1).optional(),
      ...shared,
      ...many,
    })
    .refine((menu) => fits(menu.initial_users, menu), TOO_MANY_CHOSEN),
  z
    .strictObject({
      type: z.literal('multi_conversations_select'),
      initial_conversations: z.array(conversationId).min(1).optional(),
      ...conversations,
      ...shared,
      ...many,
    })
    .refine((menu) => fits(menu.initial_conversations, menu), TOO_MANY_CHOSEN),
  z
    .strictObject({
      type: z.literal('multi_channels_select'),
      initial_channels: z.array(channelId).min(1).optional(),
      ...shared,
      ...many,
    })
    .refine((menu) => fits(menu.initial_channels, menu), TOO_MANY_CHOSEN),
] as const;
