import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import { isManager } from '../../src/people/rules.ts';
import { findOfficeSettings, putOfficeSetting } from '../../src/people/settings/store.ts';
import { button } from '../../src/slack/blocks.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import type { Text } from '../../src/text/index.ts';
import {
  DIGEST_SETTINGS,
  DIGEST_SETTINGS_OPEN,
  readMetadata,
  readSettings,
  type Settings,
  sameSettings,
  settingsForm,
} from '../../src/time/digest/settings.ts';

/** When and where the digest goes, and what is in it. */
export async function openSettings({ person, text }: Visitor, click: Click, { db }: Deps): Promise<Message | null> {
  if (!isManager(person)) return { text: text.access.notManager };
  const { digest } = await findOfficeSettings(db);
  const metadata = { seen: digest, ...(click.responseUrl ? { responseUrl: click.responseUrl } : {}) };
  const again = button(DIGEST_SETTINGS_OPEN, text.digest.settings.open, ' ', 'primary');
  return openOrOffer(click, settingsForm(digest, metadata, text), again, text);
}

export function listenForSettings(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(DIGEST_SETTINGS_OPEN, async ({ body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openSettings(visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(DIGEST_SETTINGS, async ({ ack, view, client, context }) => {
    const { person, text } = visitorOf(context);
    const words = text.digest.settings;
    const metadata = readMetadata(view.private_metadata);
    const read = readSettings(view.state.values);
    if ('refusals' in read || !isManager(person)) {
      const refusals = 'refusals' in read ? read.refusals : {};
      const said = Object.entries(refusals).map(([field, refusal]) => [field, words[refusal]]);
      const errors = isManager(person) ? Object.fromEntries(said) : { weekday: text.access.notManager };
      await ack({ response_action: 'errors', errors });
      return;
    }
    const { settings } = read;
    const by = { actor: person.userId, at: deps.now() };
    const saving = findOfficeSettings(deps.db).then(async ({ digest: current }) => {
      if (!sameSettings(current, metadata.seen) && !sameSettings(current, settings)) {
        return { view: settingsForm(settings, { ...metadata, seen: current }, text, words.changedMeanwhile) };
      }
      await putOfficeSetting(deps.db, 'digest', settings, by);
      return { done: words.saved(savedWords(settings, text)) };
    });
    const settled = await settle({ ack, client, view }, saving, {
      text,
      log: deps.log,
      again: (said) => settingsForm(settings, metadata, text, said),
    });
    if (!('done' in settled)) return;
    const reach = { userId: person.userId, responseUrl: metadata.responseUrl };
    await tellPrivately({ client, log: deps.log }, reach, { text: settled.done });
  });
}

const savedWords = ({ on, weekday, time }: Settings, { digest: { settings: words } }: Text): string =>
  on ? words.savedOn(words.weekdays[weekday - 1] ?? '', time) : words.savedOff;
