import type { App } from '@slack/bolt';
import type { Deps } from '../src/base/deps.ts';
import type { Command } from '../src/slack/command.ts';
import { listenForAway } from './approval/away.ts';
import { listenForDecisions } from './approval/decide.ts';
import { listenForLists } from './approval/list.ts';
import { listenForSettings } from './approval/settings.ts';

/** The buttons and forms of approvals; `/expense approval` is their way in. */
export const approval = {
  listen(app: App, deps: Deps) {
    listenForDecisions(app, deps);
    listenForLists(app, deps);
    listenForSettings(app, deps);
    listenForAway(app, deps);
  },
} satisfies Command;
