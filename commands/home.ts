import type { AnyMiddlewareArgs, App, BlockButtonAction, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../src/base/deps.ts';
import { HOME_FOLLOWUPS } from '../src/desk/home/day-views.ts';
import type { Command } from '../src/slack/command.ts';
import { turnsOf } from '../src/slack/pager.ts';
import { visitorOf } from '../src/slack/visitor.ts';
import { publish, publishForStranger, type Shown } from './home/publish.ts';

/** Home is drawn when it is opened, and after what somebody does while it was opened this lately. */
const LOOKED_MS = 30 * 60 * 1000;

/** The app's Home tab: a person's day. A stranger sees whom it is for and how to ask. */
export const home = {
  listen(app: App, deps: Deps) {
    const shown = new Map<string, Shown>();
    const queues = new Map<string, { again: boolean }>();

    /** Draws somebody's Home; what is asked for while it is being drawn is drawn once more, so that the newest stays. */
    async function refresh(userId: string, client: webApi.WebClient): Promise<void> {
      const queue = queues.get(userId);
      if (queue) {
        queue.again = true;
        return;
      }
      const own = { again: false };
      queues.set(userId, own);
      try {
        do {
          own.again = false;
          await publish(userId, shown, client, deps);
        } while (own.again);
      } finally {
        queues.delete(userId);
      }
    }

    app.event('app_home_opened', async ({ event, client, context }) => {
      if (event.tab !== 'home') return;
      if (!context.visitor) {
        await publishForStranger(event.user, client, context.teamId, deps);
        return;
      }
      const { hash } = Opened.parse(event.view ?? {});
      const before = shown.get(event.user);
      // Slack shows what it was given last: only what is known to be there need not be sent again.
      const drawn = before && hash !== undefined && before.hash === hash ? before.drawn : '';
      shown.set(event.user, { offset: 0, openedAt: deps.now(), drawn, hash });
      await refresh(event.user, client);
    });

    for (const actionId of turnsOf(HOME_FOLLOWUPS)) {
      app.action<BlockButtonAction>(actionId, async ({ action, context }) => {
        const { offset } = Turn.parse(JSON.parse(action.value ?? ''));
        const { userId } = visitorOf(context).person;
        const before = shown.get(userId) ?? NOTHING_KNOWN;
        shown.set(userId, { ...before, offset, openedAt: deps.now() });
      });
    }

    // Whoever presses or saves something may be looking at Home, or go back to it.
    app.use(async ({ next, body, client, context }) => {
      await next();
      const { userId, onHome } = actorOf(body);
      if (userId === null || !context.visitor) return;
      if (onHome) shown.set(userId, { ...(shown.get(userId) ?? NOTHING_KNOWN), openedAt: deps.now() });
      const looking = shown.get(userId);
      if (!looking) return;
      if (deps.now().getTime() - looking.openedAt.getTime() > LOOKED_MS) shown.delete(userId);
      else {
        await refresh(userId, client).catch((error) => {
          deps.log.warn({ err: error, user: userId }, 'Home could not be drawn again.');
        });
      }
    });
  },
} satisfies Command;

/** A Home that was drawn before the app was started again. */
const NOTHING_KNOWN = { offset: 0, drawn: '', hash: undefined };

const Opened = z.object({ hash: z.string().optional() });
const Turn = z.object({ offset: z.number().int().min(0) });

const Act = z.object({
  type: z.enum(['block_actions', 'view_submission', 'shortcut', 'message_action']).optional(),
  command: z.string().optional(),
  user_id: z.string().optional(),
  user: z.object({ id: z.string() }).optional(),
  view: z.object({ type: z.string() }).optional(),
});

/** Who did something, and whether on Home; nobody for events, searches in lists and forms that were closed. */
function actorOf(body: AnyMiddlewareArgs['body']): { userId: string | null; onHome: boolean } {
  const act = Act.safeParse(body).data;
  if (!act || (act.type === undefined && act.command === undefined)) return { userId: null, onHome: false };
  return { userId: act.user?.id ?? act.user_id ?? null, onHome: act.view?.type === 'home' };
}
