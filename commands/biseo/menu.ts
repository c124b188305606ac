import type { App, BlockButtonAction } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import { menuAction } from '../../src/desk/menu/buttons.ts';
import { LOOKUPS } from '../../src/desk/menu/lookups.ts';
import { tellPrivately } from '../../src/slack/privately.ts';
import { visitorOf } from '../../src/slack/visitor.ts';
import { ANSWERS } from './answers.ts';

/** The buttons of the menu and of Home that look something up. */
export function listenForMenu(app: App, deps: Deps): void {
  for (const lookup of LOOKUPS) {
    app.action<BlockButtonAction>(menuAction(lookup), async ({ action, body, client, context }) => {
      const visitor = visitorOf(context);
      const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
      const said = await ANSWERS[lookup](action.value?.trim() ?? '', visitor, click, deps);
      const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
      if (said) await tellPrivately({ client, log: deps.log }, reach, said);
    });
  }
}
