import type { AnyMiddlewareArgs, App, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../base/deps.ts';
import { type Turn, turnOf } from './turn.ts';
import { visitorOf } from './visitor.ts';

/** Somebody who is not of the office. */
export type Stranger = Deps & { userId: string; client: webApi.WebClient; teamId: string | undefined };

/** The app's Home tab, and when it has to be drawn. */
export type Home = {
  hears: 'home';
  /** It was opened; `hash` is what Slack calls what it shows. */
  opened(turn: Turn, hash: string | undefined): Promise<void>;
  openedByStranger(stranger: Stranger): Promise<void>;
  /** Somebody did something anywhere: a command, a press, a form. */
  afterwards(turn: Turn, where: { onHome: boolean }): Promise<void>;
};

const Opened = z.object({ hash: z.string().optional() });

export function listenToHome(app: App, { opened, openedByStranger, afterwards }: Home, deps: Deps): void {
  const turn = (context: Parameters<typeof visitorOf>[0], client: webApi.WebClient) =>
    turnOf(visitorOf(context), { client, triggerId: '', responseUrl: undefined }, deps);

  app.event('app_home_opened', async ({ event, client, context }) => {
    if (event.tab !== 'home') return;
    if (!context.visitor) return openedByStranger({ ...deps, userId: event.user, client, teamId: context.teamId });
    return opened(turn(context, client), Opened.parse(event.view ?? {}).hash);
  });

  app.use(async ({ next, body, client, context }) => {
    await next();
    const { acted, onHome } = actIn(body);
    if (acted && context.visitor) await afterwards(turn(context, client), { onHome });
  });
}

const Act = z.object({
  type: z.enum(['block_actions', 'view_submission', 'shortcut', 'message_action']).optional(),
  command: z.string().optional(),
  view: z.object({ type: z.string() }).optional(),
});

/** Whether somebody did something, and whether on Home; not for events, searches in lists and forms that were closed. */
function actIn(body: AnyMiddlewareArgs['body']): { acted: boolean; onHome: boolean } {
  const act = Act.safeParse(body).data;
  return { acted: act?.type !== undefined || act?.command !== undefined, onHome: act?.view?.type === 'home' };
}
