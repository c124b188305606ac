import type { App } from '@slack/bolt';
import type { Command, Deps } from '../src/base/deps.ts';
import type { Click } from '../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../src/slack/visitor.ts';
import { openLog } from './council/log.ts';
import { openRecord } from './expense/record.ts';
import { openAdd } from './followup/add.ts';
import { openSchedule } from './visit/schedule.ts';

type Open = (typed: string, visitor: Visitor, click: Click, deps: Deps) => Promise<Message | null>;

/** The four forms from Slack's own menu; what comes of them is told in a direct message, since nothing was typed anywhere. */
const FORMS: Readonly<Record<string, Open>> = {
  record_expense: openRecord,
  plan_visit: openSchedule,
  log_council_contact: openLog,
  add_followup: openAdd,
};

export const shortcuts = {
  listen(app: App, deps: Deps) {
    for (const [callback_id, open] of Object.entries(FORMS)) {
      app.shortcut({ type: 'shortcut', callback_id }, async ({ shortcut, client, context }) => {
        const visitor = visitorOf(context);
        const said = await open('', visitor, { client, triggerId: shortcut.trigger_id, responseUrl: undefined }, deps);
        if (said) await tellPrivately({ client, log: deps.log }, { userId: visitor.person.userId }, said);
      });
    }
  },
} satisfies Command;
