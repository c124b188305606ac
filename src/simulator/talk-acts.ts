import { takeCommandAck } from './acks.ts';
import type { Act, ActOf } from './act.ts';
import type { Answer } from './action.ts';
import { answered, no, yes } from './answers.ts';
import { deliver } from './deliver.ts';
import { dm, eventAnswer, globalShortcut, messageShortcut, openHome } from './entry-acts.ts';
import { announceMessage } from './events.ts';
import { commandPayload } from './payloads.ts';
import { APP, newPerson } from './people.ts';
import type { Person } from './protocol.ts';
import { withReferences } from './references.ts';
import type { Slack } from './slack.ts';
import { addMessage, type Channel, findMessage } from './workspace.ts';

type TalkAct = Exclude<
  Act,
  ActOf<'press' | 'fill' | 'submit' | 'close' | 'options' | 'redeliver' | 'cut' | 'refresh' | 'fail' | 'moveClock'>
>;

/** What people say, and how they get about. */
export function act(slack: Slack, person: Person, it: TalkAct): Answer | Promise<Answer> {
  switch (it.do) {
    case 'openHome':
      return openHome(slack, person, it.tab ?? 'home');
    case 'shortcut':
      return globalShortcut(slack, person, it.callbackId);
    case 'openDm': {
      if (!slack.workspace.people.has(it.user)) return no('no_such_person', `There is nobody with the id ${it.user}.`);
      return yes({ channel: dm(slack, person.id, it.user).id });
    }
    case 'addPerson': {
      const { do: _do, name, ...more } = it;
      const added = newPerson(slack.ids.next('U'), name, definedOnly(more));
      slack.workspace.people.set(added.id, added);
      for (const channel of slack.workspace.channels.values()) {
        if (channel.kind === 'channel') channel.members.add(added.id);
      }
      slack.workspace.changed();
      return yes({ user: added.id });
    }
    case 'join': {
      const channel = slack.workspace.channels.get(it.channel);
      if (channel?.kind !== 'channel' || person.isRestricted)
        return no('not_allowed', 'That channel is not open to join.');
      channel.members.add(person.id);
      slack.workspace.changed();
      return yes();
    }
    default:
      return inChannel(slack, person, it);
  }
}

type ChannelAct = Extract<TalkAct, { channel: string }>;

function inChannel(slack: Slack, person: Person, it: Exclude<ChannelAct, ActOf<'join'>>): Answer | Promise<Answer> {
  const channel = slack.workspace.channels.get(it.channel);
  if (!channel?.members.has(person.id)) return no('no_such_channel', `${person.name} is in no channel ${it.channel}.`);
  switch (it.do) {
    case 'command':
      return command(slack, person, channel, it.text);
    case 'message':
      return message(slack, person, channel, it);
    case 'markRead': {
      const last = [...channel.messages.keys()].at(-1) ?? '0';
      channel.lastRead.set(person.id, it.ts ?? last);
      slack.workspace.changed();
      return yes();
    }
    case 'inviteApp':
      if (channel.kind === 'im') return no('not_allowed', 'Nobody can be invited to a direct message.');
      channel.members.add(APP.botUser);
      slack.workspace.changed();
      return yes();
    default:
      return withMessage(slack, person, channel, it);
  }
}

function withMessage(
  slack: Slack,
  person: Person,
  channel: Channel,
  it: ActOf<'deleteMessage' | 'dismiss' | 'react' | 'messageShortcut'>,
): Answer | Promise<Answer> {
  const found = findMessage(slack.workspace, channel.id, it.ts);
  if (!found || (found.only !== undefined && found.only !== person.id)) {
    return no('no_such_message', 'That message is gone, or not for this person.');
  }
  switch (it.do) {
    case 'messageShortcut':
      return found.only === undefined
        ? messageShortcut(slack, person, { channel, ts: found.ts }, it.callbackId)
        : no('not_allowed', 'Messages that only one person sees have no shortcuts.');
    case 'react': {
      const reaction = found.reactions.find((other) => other.name === it.name);
      if (!reaction) found.reactions.push({ name: it.name, users: [person.id] });
      else if (!reaction.users.includes(person.id)) reaction.users.push(person.id);
      break;
    }
    case 'dismiss':
      if (found.only === undefined) return no('not_allowed', 'Only private messages can be dismissed.');
      channel.messages.delete(found.ts);
      break;
    case 'deleteMessage':
      if (found.user !== person.id) return no('not_allowed', 'People delete only their own messages.');
      channel.messages.delete(found.ts);
      break;
  }
  slack.workspace.changed();
  return yes();
}

async function command(slack: Slack, person: Person, channel: Channel, line: string): Promise<Answer> {
  const [, name = '', rest = ''] = line.trim().match(/^(\/\S+)\s*([\s\S]*)$/u) ?? [];
  const known = slack.manifest.features.slash_commands.find((it) => it.command === name.normalize('NFC'));
  if (!known) return no('unknown_command', `${name || line} is not a command of this workspace.`);
  if (!slack.scopes.has('commands')) return no('unknown_command', 'The manifest lacks the scope commands.');
  const text = withReferences(slack, rest, known.should_escape ? 'escaped' : 'plain');

  const delivered = await deliver(slack, {
    envelope: 'slash_commands',
    kind: 'slash_commands',
    payload: commandPayload(slack, person, channel, { command: known.command, text }),
    summary: `${known.command} ${rest}`.trim(),
    user: person.id,
  });
  const to = { user: person.id, channel: channel.id };
  return answered(delivered, delivered.ok ? takeCommandAck(slack, known.command, delivered.body, to) : undefined);
}

async function message(slack: Slack, person: Person, channel: Channel, it: ActOf<'message'>): Promise<Answer> {
  const home = slack.manifest.features.app_home;
  if (channel.kind === 'im' && channel.members.has(APP.botUser)) {
    if (!home.messages_tab_enabled || home.messages_tab_read_only_enabled) {
      return no('not_allowed', 'Sending messages to this app has been turned off.');
    }
  }
  const fileIds = (it.files ?? []).filter((id) => slack.workspace.files.get(id)?.user === person.id);
  if (it.text.trim() === '' && fileIds.length === 0) return no('bad_request', 'The message is empty.');

  const ts = slack.ids.ts(slack.clock.now());
  const added = addMessage(slack.workspace, {
    channel: channel.id,
    ts,
    user: person.id,
    fromApp: false,
    text: withReferences(slack, it.text, 'message'),
    fileIds,
    ...(it.threadTs === undefined ? {} : { threadTs: it.threadTs }),
  });
  channel.lastRead.set(person.id, ts);
  const told = await announceMessage(slack, added);
  return eventAnswer(told, { ts, channel: channel.id });
}

function definedOnly<Fields extends { title?: string | undefined; department?: string | undefined }>(
  fields: Fields,
): Partial<Person> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
