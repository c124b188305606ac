import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { isManager } from '../../src/people/rules.ts';
import { findOfficeSettings } from '../../src/people/settings/store.ts';
import { button } from '../../src/slack/blocks.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import {
  officeForm,
  REMINDER_OFFICE_OPEN,
  REMINDER_OFFICE_SETTINGS,
  readPicks,
} from '../../src/time/reminders/settings/form.ts';
import { picksOf } from '../../src/time/reminders/settings/rules.ts';
import { putOffices } from '../../src/time/reminders/settings/store.ts';
import { KIND_NAMES } from '../../src/vocabulary/reminder.ts';

/** What the office is reminded of, and when; managers choose it. */
export async function openOfficeReminders(
  { person, text }: Visitor,
  click: Click,
  deps: Deps,
): Promise<Message | null> {
  if (!isManager(person)) return { text: text.access.notManager };
  const picks = picksOf(KIND_NAMES, (await findOfficeSettings(deps.db)).reminders);
  const metadata = JSON.stringify({ shown: picks, ...(click.responseUrl ? { responseUrl: click.responseUrl } : {}) });
  const again = button(REMINDER_OFFICE_OPEN, text.access.openAgain, ' ', 'primary');
  return openOrOffer(click, officeForm(picks, { metadata }, text), again, text);
}

const Metadata = z.object({ shown: z.record(z.string(), z.string()), responseUrl: z.string().optional() });

export function listenForOfficeSettings(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(REMINDER_OFFICE_OPEN, async ({ body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openOfficeReminders(visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(REMINDER_OFFICE_SETTINGS, async ({ ack, view, client, context }) => {
    const { person, text } = visitorOf(context);
    const words = text.reminder.settings;
    if (!isManager(person)) {
      await ack({ response_action: 'errors', errors: { [KIND_NAMES[0] ?? '']: text.access.notManager } });
      return;
    }
    const metadata = view.private_metadata;
    const { shown, responseUrl } = Metadata.parse(JSON.parse(metadata));
    const picks = readPicks(view.state.values, KIND_NAMES);
    const putting = putOffices(deps.db, shown, picks, { actor: person.userId, at: deps.now() });
    const { done } = await settle(
      { ack, client, view },
      putting.then((changed) => ({ done: changed ? words.officeSaved : words.unchanged })),
      { text, log: deps.log, again: (said) => officeForm(picks, { metadata, said }, text) },
    );
    await tellPrivately({ client, log: deps.log }, { userId: person.userId, responseUrl }, { text: done });
  });
}
