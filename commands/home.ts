import type { App } from '@slack/bolt';
import type { Command, Deps } from '../src/deps.ts';
import { homeView } from '../src/office/views.ts';
import type { Visitor } from '../src/slack/visitor.ts';
import { textFor } from '../src/text/index.ts';

/** The app's Home tab. A stranger sees whom it is for and how to ask. */
export const home = {
  listen(app: App, deps: Deps) {
    app.event('app_home_opened', async ({ event, client, context }) => {
      if (event.tab !== 'home') return;
      const visitor = context.visitor as Visitor | undefined;
      const text = visitor?.text ?? textFor(deps.config.language);
      await client.views.publish({ user_id: event.user, view: homeView(visitor !== undefined, text) });
    });
  },
} satisfies Command;
