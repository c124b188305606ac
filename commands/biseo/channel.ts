import { MENU_CHANNEL } from '../../src/desk/menu/buttons.ts';
import { CHANNEL, channelForm } from '../../src/desk/menu/forms.ts';
import { chooseChannel } from '../../src/desk/settings/channel.ts';
import { isManager } from '../../src/people/rules.ts';
import { findOfficeSettings } from '../../src/people/settings/store.ts';
import { impatient, isJoined } from '../../src/slack/channel.ts';
import { type Heard, press, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import type { Answer, Submitted, Turn } from '../../src/slack/turn.ts';

/** The form of the office's channel, for managers. */
export async function openChannel(turn: Turn): Promise<Answer> {
  const { db, person, text, config } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const { channel } = await findOfficeSettings(db);
  return turn.open(channelForm(channel ?? config.officeChannel, text), { press: MENU_CHANNEL });
}

async function save({ values, ...turn }: Submitted<typeof CHANNEL.empty, object>): Promise<Outcome> {
  const { db, person, text, client } = turn;
  const { channel } = values;
  if (!isManager(person)) return refuse(text.access.notManager, 'channel');
  if (!channel) return refuse(text.conversation.missing, 'channel');
  const joined = await isJoined(channel, impatient(client)).catch((error) => {
    turn.log.warn({ err: error }, 'Slack did not say whether the app is in the channel.');
    return true;
  });
  await chooseChannel(db, channel, { joined, actor: person.userId, at: turn.now() });
  const said = text.office[joined ? 'channelSaved' : 'channelNotIn'](`<#${channel}>`);
  return { done: text.office.channelDone, say: { text: said } };
}

export const channelChoice: Heard[] = [press(MENU_CHANNEL, Words, openChannel), submission(CHANNEL, save)];
