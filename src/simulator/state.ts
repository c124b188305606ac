import { stillFailing } from './controls.ts';
import { fileObject } from './file-object.ts';
import { stringOf, textOf } from './json.ts';
import { scopesOf } from './manifest.ts';
import { APP, TEAM } from './people.ts';
import type { Command, Conversation, Message, Person, SharedFile, State, View } from './protocol.ts';
import type { Slack } from './slack.ts';
import { lineOf } from './traffic.ts';
import { type Channel, directMessage, type StoredMessage, type StoredView, stackOf } from './workspace.ts';

const SHOWN_MESSAGES = 300;
const SHOWN_TRAFFIC = 200;
const HANGUL = /[\u3131-\ud7a3]/;

/** Everything that one person sees; undefined when there is no such person. */
export function stateFor(slack: Slack, user: string): State | undefined {
  const { workspace, manifest } = slack;
  const failing = stillFailing(slack);
  const me = workspace.people.get(user);
  if (!me || me.isBot) return undefined;
  const home = manifest.features.app_home;
  const homeView = workspace.homes.get(user);
  const appDm = directMessage(workspace, user, APP.botUser, () => slack.ids.next('D'));
  const mine = [...workspace.channels.values()].filter(
    (it) => it.members.has(user) || (it.kind === 'channel' && !me.isRestricted && me.teamId === TEAM.id),
  );
  return {
    version: workspace.version(),
    me,
    workspace: TEAM,
    app: {
      id: APP.id,
      name: manifest.display_information.name,
      description: manifest.display_information.description,
      botUser: APP.botUser,
      homeTab: home.home_tab_enabled,
      messagesTab: home.messages_tab_enabled,
      messagesReadOnly: home.messages_tab_read_only_enabled,
      channel: appDm.id,
    },
    people: [...workspace.people.values()],
    conversations: mine.map((it) => conversation(slack, it, me)),
    messages: Object.fromEntries(
      mine.map((it) => [
        it.id,
        visibleMessages(it, user)
          .slice(-SHOWN_MESSAGES)
          .map((one) => message(slack, it, one, user)),
      ]),
    ),
    views: stackOf(workspace, user).map((it) => view(slack, it)),
    ...(homeView ? { home: view(slack, homeView) } : {}),
    commands: scopesOf(manifest).has('commands') ? commands(slack) : [],
    shortcuts: manifest.features.shortcuts.map(({ callback_id, ...it }) => ({ callbackId: callback_id, ...it })),
    clock: { now: slack.clock.now().getTime(), offset: slack.clock.offset() },
    connection: {
      transport: slack.transport.kind,
      open: slack.transport.open(),
      connected: slack.transport.open() > 0,
      ...(failing ? { failing } : {}),
    },
    traffic: slack.traffic.lines().slice(-SHOWN_TRAFFIC).map(lineOf),
    wrongs: slack.wrongs,
  };
}

export const visibleMessages = (channel: Channel, user: string): StoredMessage[] =>
  [...channel.messages.values()].filter((it) => it.only === undefined || it.only === user);

function conversation(slack: Slack, channel: Channel, me: Person): Conversation {
  const lastRead = channel.lastRead.get(me.id) ?? '0';
  const other = [...channel.members].find((it) => it !== me.id);
  const isNew = (it: StoredMessage) => it.user !== me.id && Number(it.ts) > Number(lastRead);
  return {
    id: channel.id,
    kind: channel.kind === 'im' && other === APP.botUser ? 'app' : channel.kind,
    name: channel.kind === 'im' ? (slack.workspace.people.get(other ?? '')?.name ?? '') : channel.name,
    topic: channel.topic,
    members: [...channel.members],
    ...(channel.kind === 'im' && other !== undefined ? { withUser: other } : {}),
    appIsMember: channel.members.has(APP.botUser),
    unread: channel.members.has(me.id) ? visibleMessages(channel, me.id).filter(isNew).length : 0,
    lastRead,
  };
}

function message(slack: Slack, channel: Channel, it: StoredMessage, user: string): Message {
  const replies = it.threadTs ? 0 : [...channel.messages.values()].filter((other) => other.threadTs === it.ts).length;
  const threadTs = it.threadTs ?? (replies > 0 ? it.ts : undefined);
  return {
    channel: it.channel,
    ts: it.ts,
    ...(threadTs === undefined ? {} : { threadTs }),
    user: it.user,
    fromApp: it.fromApp,
    text: it.text,
    ...(it.blocks ? { blocks: it.blocks } : {}),
    files: it.fileIds.flatMap((id) => sharedFile(slack, id, user)),
    reactions: it.reactions,
    edited: it.editedTs !== undefined,
    ephemeral: it.only !== undefined,
    replies,
    values: it.values.get(user) ?? {},
  };
}

export function sharedFile(slack: Slack, id: string, user: string): SharedFile[] {
  const file = slack.workspace.files.get(id);
  if (!file || file.pending) return [];
  const { name, title, mimetype } = fileObject(slack, file);
  return [
    {
      id,
      name: stringOf(name),
      title: stringOf(title),
      mimetype: stringOf(mimetype),
      size: file.bytes.length,
      url: `/api/files/${id}?as=${user}`,
      isImage: stringOf(mimetype).startsWith('image/'),
    },
  ];
}

export function view(slack: Slack, it: StoredView): View {
  return {
    id: it.id,
    type: it.type,
    callbackId: it.callbackId,
    title: textOf(it.title),
    ...(it.submit ? { submit: textOf(it.submit) } : {}),
    ...(it.close ? { close: textOf(it.close) } : {}),
    submitDisabled: it.submitDisabled,
    blocks: it.blocks,
    values: it.values,
    words: wordsOf(slack, it),
    errors: it.errors,
    hash: it.hash,
    revision: it.revision,
  };
}

/** What the ids among the values are called: options that the app offered, files that were given. */
function wordsOf({ workspace }: Slack, it: StoredView): { [value: string]: string } {
  const options = [...it.offered].map(([value, option]) => [value, textOf(option.text)]);
  const files = [...workspace.files].map(([id, file]) => [id, file.name]);
  return Object.fromEntries([...options, ...files]);
}

/** A command in Korean right after one in English is its twin. */
function commands(slack: Slack): Command[] {
  const all = slack.manifest.features.slash_commands;
  return all.map((it, index) => {
    const korean = HANGUL.test(it.command);
    const beside = all[korean ? index - 1 : index + 1];
    const twin = beside && HANGUL.test(beside.command) !== korean ? beside.command : undefined;
    return {
      command: it.command,
      description: it.description,
      usageHint: it.usage_hint,
      ...(twin === undefined ? {} : { twin }),
      language: korean ? 'ko' : 'en',
    };
  });
}
