import { z } from 'zod';
import { checkPayload, surfaceOf } from '../block-kit/check.ts';
import { APP, TEAM } from '../people.ts';
import { findMessage } from '../workspace.ts';
import { visibleChannel } from './channels.ts';
import { jsonArg, method, object } from './method.ts';

const none = z.object({});

export const others = {
  'api.test': method({ tier: 'tier4', args: none, run: () => ({ ok: true }) }),

  'auth.test': method({
    tier: 'special',
    args: none,
    run: (slack) => ({
      ok: true,
      url: `${slack.url}/`,
      team: TEAM.name,
      user: 'biseo',
      team_id: TEAM.id,
      user_id: APP.botUser,
      bot_id: APP.botId,
      is_enterprise_install: false,
    }),
  }),

  'blocks.validate': method({
    tier: 'tier3',
    args: z.object({ view: jsonArg(object).optional(), message: jsonArg(object).optional() }),
    run: (_slack, { view, message }) => {
      const payload = view ?? message;
      const errors = payload ? checkPayload(payload, surfaceOf(payload)) : [];
      const about = view ? 'view' : 'message';
      return errors.length > 0
        ? { ok: false, error: `invalid_${about}`, errors: errors.map(({ path, rule }) => `${path}: ${rule}`) }
        : { ok: true };
    },
  }),

  'apps.connections.open': method({
    tier: 'tier1',
    token: 'app',
    args: none,
    run: (slack) => ({ ok: true, url: slack.socketMode.ticketUrl() }),
  }),

  'team.info': method({
    tier: 'tier3',
    scopes: ['team:read'],
    args: z.object({ team: z.string().optional() }),
    run: () => ({
      ok: true,
      team: { id: TEAM.id, name: TEAM.name, domain: TEAM.domain, email_domain: '', icon: { image_default: true } },
    }),
  }),

  'reactions.add': method({
    tier: 'tier3',
    scopes: ['reactions:write'],
    args: z.object({ channel: z.string(), timestamp: z.string(), name: z.string() }),
    run: (slack, args) => {
      const channel = visibleChannel(slack, args.channel);
      if (!channel) return { error: 'channel_not_found' };
      const message = findMessage(slack.workspace, channel.id, args.timestamp);
      if (!message || message.only !== undefined) return { error: 'message_not_found' };
      const reaction = message.reactions.find((it) => it.name === args.name);
      if (reaction?.users.includes(APP.botUser)) return { error: 'already_reacted' };
      if (reaction) reaction.users.push(APP.botUser);
      else message.reactions.push({ name: args.name, users: [APP.botUser] });
      slack.workspace.changed();
      return { ok: true };
    },
  }),
};
