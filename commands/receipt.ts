import type { App } from '@slack/bolt';
import type { Deps } from '../src/base/deps.ts';
import type { Command } from '../src/slack/command.ts';
import { listenForAttaching } from './receipt/attach.ts';
import { newSpend } from './receipt/new.ts';
import { listenForOffers } from './receipt/offer.ts';
import { removing } from './receipt/remove.ts';
import { listenForShowing } from './receipt/send.ts';

/** Receipts: a file sent to the app, "영수증으로 첨부" on a message, seeing them and taking them off a record. */
export const receipt = {
  hears: [...newSpend, ...removing.hears],

  listen(app: App, deps: Deps) {
    listenForOffers(app, deps);
    listenForAttaching(app, deps);
    listenForShowing(app, deps);
  },
} satisfies Command;
