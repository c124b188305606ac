import { webApi as api } from '@slack/bolt';
import { MENU_CHANNEL } from '../../src/desk/menu/buttons.ts';
import { CHANNEL, channelForm } from '../../src/desk/menu/forms.ts';
import { isManager } from '../../src/people/rules.ts';
import { findOfficeSettings, putOfficeSetting } from '../../src/people/settings/store.ts';
import { type Heard, press, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import { plainMessage } from '../../src/slack/privately.ts';
import type { Answer, Submitted, Turn } from '../../src/slack/turn.ts';
import { textFor } from '../../src/text/index.ts';

/** The form of the office's channel, for managers. */
export async function openChannel(turn: Turn): Promise<Answer> {
  const { db, person, text, config } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const { channel } = await findOfficeSettings(db);
  return turn.open(channelForm(channel ?? config.officeChannel, text), { press: MENU_CHANNEL });
}

async function save({ values, ...turn }: Submitted<typeof CHANNEL.empty, object>): Promise<Outcome> {
  const { db, person, text } = turn;
  const { channel } = values;
  if (!isManager(person)) return refuse(text.access.notManager, 'channel');
  if (!channel) return refuse(text.conversation.missing, 'channel');
  const before = await findOfficeSettings(db);
  await putOfficeSetting(db, 'channel', channel, { actor: person.userId, at: turn.now() });
  const done = text.office.channelSaved(`<#${channel}>`);
  const isNew = before.channel !== channel;
  const say = async () => ({
    text: !isNew || (await greet(channel, turn)) ? done : text.office.channelNotIn(`<#${channel}>`),
  });
  return { done, say };
}

/** Says in the channel what comes there from now on, and who decided so; false when the app is not in it. */
async function greet(channel: string, { client, person, config }: Turn): Promise<boolean> {
  try {
    const words = textFor(config.language).office.channelHello(person.name);
    await client.chat.postMessage({ channel, ...plainMessage(words) });
    return true;
  } catch (error) {
    const said = error instanceof api.WebAPIPlatformError ? error.data.error : '';
    if (!['not_in_channel', 'channel_not_found', 'is_archived'].includes(said)) throw error;
    return false;
  }
}

export const channelChoice: Heard[] = [press(MENU_CHANNEL, Words, openChannel), submission(CHANNEL, save)];
