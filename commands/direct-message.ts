import type { App } from '@slack/bolt';
import type { Command, Deps } from '../src/deps.ts';
import { EXPENSE_NEW } from '../src/expense/views.ts';
import { button, LONGEST, sentence } from '../src/slack/blocks.ts';
import { visitorOf } from '../src/slack/visitor.ts';

/** What people write to the app itself: the line is offered as an entry, since a form needs a click to open. */
export const directMessage = {
  listen(app: App, _deps: Deps) {
    app.message(async ({ message, client, context }) => {
      if (message.channel_type !== 'im' || message.subtype !== undefined || !message.text) return;
      const { text } = visitorOf(context);
      const words = text.office.directMessage;
      await client.chat.postMessage({
        channel: message.channel,
        text: words,
        blocks: [
          sentence(words),
          {
            type: 'actions',
            elements: [
              button(EXPENSE_NEW, text.office.recordExpense, message.text.slice(0, LONGEST.value - 1), 'primary'),
            ],
          },
        ],
      });
    });
  },
} satisfies Command;
