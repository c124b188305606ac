import { type App, webApi as api, type BlockButtonAction, type ViewSubmitAction, type webApi } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import { MENU_CHANNEL } from '../../src/desk/menu/buttons.ts';
import { CHANNEL_FORM, channelForm } from '../../src/desk/menu/forms.ts';
import { isManager } from '../../src/people/rules.ts';
import { findOfficeSettings, putOfficeSetting } from '../../src/people/settings/store.ts';
import { button } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/field-values.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { textFor } from '../../src/text/index.ts';

/** The form of the office's channel, for managers. */
export async function openChannel({ person, text }: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  if (!isManager(person)) return { text: text.access.notManager };
  const { channel } = await findOfficeSettings(deps.db);
  const again = button(MENU_CHANNEL, text.access.openAgain, ' ', 'primary');
  return openOrOffer(click, channelForm(channel ?? deps.config.officeChannel, text), again, text);
}

export function listenForChannel(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(MENU_CHANNEL, async ({ body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openChannel(visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(CHANNEL_FORM, async ({ ack, view, client, context }) => {
    const { person, text } = visitorOf(context);
    const channel = readFields(view.state.values).one('channel');
    const refusal = isManager(person) ? text.expense.form.refusals.missing : text.access.notManager;
    if (!isManager(person) || !channel) {
      await ack({ response_action: 'errors', errors: { channel: refusal } });
      return;
    }
    const before = await findOfficeSettings(deps.db);
    const done = text.office.channelSaved(`<#${channel}>`);
    const putting = putOfficeSetting(deps.db, 'channel', channel, { actor: person.userId, at: deps.now() });
    await settle(
      { ack, client, view },
      putting.then(() => ({ done })),
      { text, log: deps.log, again: (said) => channelForm(channel, text, said) },
    );
    const isNew = before.channel !== channel;
    const reached = !isNew || (await greet(channel, person.name, client, deps));
    const said = reached ? done : text.office.channelNotIn(`<#${channel}>`);
    await tellPrivately({ client, log: deps.log }, { userId: person.userId }, { text: said });
  });
}

/** Says in the channel what comes there from now on, and who decided so; false when the app is not in it. */
async function greet(channel: string, name: string, client: webApi.WebClient, deps: Deps): Promise<boolean> {
  try {
    const words = textFor(deps.config.language).office.channelHello(name);
    await client.chat.postMessage({ channel, ...plainMessage(words) });
    return true;
  } catch (error) {
    const said = error instanceof api.WebAPIPlatformError ? error.data.error : '';
    if (!['not_in_channel', 'channel_not_found', 'is_archived'].includes(said)) throw error;
    return false;
  }
}
