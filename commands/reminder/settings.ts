import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { findOfficeSettings, findPersonSettings } from '../../src/people/settings/store.ts';
import { button } from '../../src/slack/blocks.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { kindsFor } from '../../src/time/reminders/kinds.ts';
import {
  REMINDER_SETTINGS,
  REMINDER_SETTINGS_OPEN,
  readPicks,
  readQuiet,
  settingsForm,
} from '../../src/time/reminders/settings/form.ts';
import { draftQuiet, picksOf } from '../../src/time/reminders/settings/rules.ts';
import { putOwn } from '../../src/time/reminders/settings/store.ts';
import { openOfficeReminders } from './office-settings.ts';

/** `/biseo reminders`: one's own; with `office` after it those of the office. */
export async function openReminders(
  typed: string,
  visitor: Visitor,
  click: Click,
  deps: Deps,
): Promise<Message | null> {
  if (OFFICES.has(typed.toLowerCase())) return openOfficeReminders(visitor, click, deps);
  const { person, text } = visitor;
  const settings = await findPersonSettings(deps.db, person.userId);
  const kinds = kindsFor(person);
  const picks = picksOf(kinds, settings.reminders);
  const quiet = {
    timezone: settings.timezone ?? deps.config.timezone,
    quiet_from: settings.quiet.from,
    quiet_to: settings.quiet.to,
    free_days: settings.quiet.freeDays,
  };
  const metadata = JSON.stringify({ shown: picks, ...(click.responseUrl ? { responseUrl: click.responseUrl } : {}) });
  const office = await findOfficeSettings(deps.db);
  const view = settingsForm({ quiet, picks }, office, kinds, { metadata, at: deps.now() }, text);
  const again = button(REMINDER_SETTINGS_OPEN, text.access.openAgain, ' ', 'primary');
  return openOrOffer(click, view, again, text);
}

const OFFICES = new Set(['office', '비서실', '사무실', '전체']);

/** What the form showed when it was opened, by kind. */
const Metadata = z.object({
  shown: z.record(z.string(), z.string()),
  responseUrl: z.string().optional(),
});

export function listenForSettings(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(REMINDER_SETTINGS_OPEN, async ({ body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openReminders('', visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(REMINDER_SETTINGS, async ({ ack, view, client, context }) => {
    const { person, text } = visitorOf(context);
    const words = text.reminder.settings;
    const metadata = view.private_metadata;
    const { shown, responseUrl } = Metadata.parse(JSON.parse(metadata));
    const kinds = kindsFor(person);
    const [quiet, picks] = [readQuiet(view.state.values), readPicks(view.state.values, kinds)];
    const drafted = draftQuiet(quiet, deps.config.timezone);
    if ('refusals' in drafted) {
      const { refusals } = text.home.settings;
      const errors = Object.entries(drafted.refusals).map(([field, refusal]) => [field, refusals[refusal]]);
      await ack({ response_action: 'errors', errors: Object.fromEntries(errors) });
      return;
    }
    const office = await findOfficeSettings(deps.db);
    const by = { actor: person.userId, at: deps.now() };
    const putting = putOwn(deps.db, { shown, picked: picks, quiet: drafted.quiet }, by);
    const { done } = await settle(
      { ack, client, view },
      putting.then((changed) => ({ done: changed ? words.saved : words.unchanged })),
      {
        text,
        log: deps.log,
        again: (said) => settingsForm({ quiet, picks }, office, kinds, { metadata, at: deps.now(), said }, text),
      },
    );
    await tellPrivately({ client, log: deps.log }, { userId: person.userId, responseUrl }, { text: done });
  });
}
