import { z } from 'zod';
import { isRefusal, readView } from '../drawing.ts';
import type { ApiAnswer, Refusal, Slack } from '../slack.ts';
import { openView, publishHome, pushView, redrawView, viewObject } from '../stack.ts';
import { findView, type StoredView } from '../workspace.ts';
import { jsonArg, method, USER_ID } from './method.ts';

const view = jsonArg(z.json());
const triggered = z.object({ trigger_id: z.string(), view });

export const views = {
  'views.open': method({
    tier: 'tier4',
    args: triggered,
    run: (slack, args) => {
      // A broken view does not use the trigger up.
      const drawn = readView(slack, args.view, 'modal');
      if (isRefusal(drawn)) return drawn;
      const trigger = slack.triggers.exchange(args.trigger_id);
      return typeof trigger === 'string' ? { error: trigger } : shown(slack, openView(slack, trigger.user, drawn));
    },
  }),

  'views.push': method({
    tier: 'tier4',
    args: triggered,
    run: (slack, args) => {
      const drawn = readView(slack, args.view, 'modal');
      if (isRefusal(drawn)) return drawn;
      const trigger = slack.triggers.exchange(args.trigger_id);
      if (typeof trigger === 'string') return { error: trigger };
      // Only an interaction in a form that is still open has something to push onto.
      const from = trigger.view && findView(slack.workspace, (it) => it.id === trigger.view && it.type === 'modal');
      return from ? shown(slack, pushView(slack, trigger.user, drawn)) : { error: 'not_found' };
    },
  }),

  'views.update': method({
    tier: 'tier4',
    args: z.object({
      view,
      view_id: z.string().optional(),
      external_id: z.string().optional(),
      hash: z.string().optional(),
    }),
    run: (slack, args) => {
      if ((args.view_id === undefined) === (args.external_id === undefined)) {
        return { error: 'invalid_arguments', messages: ['[ERROR] one of view_id and external_id is needed'] };
      }
      const found = findView(slack.workspace, (it) =>
        args.view_id === undefined ? it.externalId === args.external_id : it.id === args.view_id,
      );
      const drawn = readView(slack, args.view, found?.type ?? 'modal');
      if (isRefusal(drawn)) return drawn;
      if (!found) return { error: 'not_found' };
      if (args.hash !== undefined && args.hash !== found.hash) return { error: 'hash_conflict' };
      return shown(slack, redrawView(slack, found, drawn));
    },
  }),

  'views.publish': method({
    tier: 'tier4',
    args: z.object({ user_id: z.string(), view, hash: z.string().optional() }),
    run: (slack, args) => {
      if (!slack.manifest.features.app_home.home_tab_enabled) return { error: 'not_enabled' };
      if (!USER_ID.test(args.user_id))
        return { error: 'invalid_arguments', messages: ['[ERROR] user_id is no user id'] };
      const person = slack.workspace.people.get(args.user_id);
      if (!person || person.isBot) return { error: 'user_not_found' };
      const drawn = readView(slack, args.view, 'home');
      if (isRefusal(drawn)) return drawn;
      const before = slack.workspace.homes.get(args.user_id);
      if (args.hash !== undefined && before && args.hash !== before.hash) return { error: 'hash_conflict' };
      return shown(slack, publishHome(slack, args.user_id, drawn));
    },
  }),
};

const shown = (slack: Slack, it: StoredView | Refusal): ApiAnswer | Refusal =>
  isRefusal(it) ? it : { ok: true, view: viewObject(slack, it) };
