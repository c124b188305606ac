import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { DOORS } from '../../src/desk/menu/buttons.ts';
import {
  formOf,
  MY_SETTINGS,
  MY_SETTINGS_OPEN,
  readSettingsForm,
  settingsForm,
  wordedRefusals,
  zoneOptions,
} from '../../src/desk/settings/form.ts';
import { draftSettings } from '../../src/desk/settings/rules.ts';
import { putMySettings } from '../../src/desk/settings/store.ts';
import { normalise } from '../../src/korean/typed.ts';
import { findPersonSettings } from '../../src/people/settings/store.ts';
import { findZones } from '../../src/people/zones.ts';
import { button, section } from '../../src/slack/blocks.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { type Text, textFor } from '../../src/text/index.ts';

/** The form of what everyone chooses for themselves. */
export async function openSettings({ person, text }: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const settings = await findPersonSettings(deps.db, person.userId);
  const form = formOf({ ...settings, language: person.language ?? deps.config.language }, text);
  const metadata = JSON.stringify(click.responseUrl ? { responseUrl: click.responseUrl } : {});
  const again = button(MY_SETTINGS_OPEN, text.access.openAgain, ' ', 'primary');
  return openOrOffer(click, settingsForm(form, metadata, text), again, text);
}

const savedMessage = (text: Text): Message => ({
  text: text.home.settings.saved,
  blocks: [
    section(text.home.settings.saved),
    { type: 'actions', elements: [button(DOORS.reminderSettings, text.home.mine.reminders, ' ')] },
  ],
});

const Metadata = z.object({ responseUrl: z.string().optional() });

export function listenForSettings(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(MY_SETTINGS_OPEN, async ({ body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openSettings(visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  // For every form that asks for a zone.
  app.options<'block_suggestion'>(
    { type: 'block_suggestion', block_id: 'timezone' },
    async ({ ack, payload, context }) => {
      const { text } = visitorOf(context);
      const zones = findZones(normalise(payload.value ?? ''), text.language, deps.now());
      await ack({ options: zoneOptions(zones) });
    },
  );

  app.view<ViewSubmitAction>(MY_SETTINGS, async ({ ack, view, client, context }) => {
    const { person, text } = visitorOf(context);
    const form = readSettingsForm(view.state.values);
    const drafted = draftSettings(form);
    if ('refusals' in drafted) {
      await ack({ response_action: 'errors', errors: wordedRefusals(drafted.refusals, text) });
      return;
    }
    const { settings } = drafted;
    const theirs = textFor(settings.language);
    const { saved } = theirs.home.settings;
    const metadata = view.private_metadata;
    await settle(
      { ack, client, view },
      putMySettings(deps.db, person.userId, settings).then(() => ({ done: saved })),
      { text, log: deps.log, again: (said) => settingsForm(form, metadata, text, said) },
    );
    const { responseUrl } = Metadata.parse(JSON.parse(metadata));
    await tellPrivately({ client, log: deps.log }, { userId: person.userId, responseUrl }, savedMessage(theirs));
  });
}
