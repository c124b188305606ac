import type { JsonObject } from './json.ts';
import type { Block, Person, Reaction, Values } from './protocol.ts';

export type Channel = {
  id: string;
  kind: 'channel' | 'private' | 'im';
  name: string;
  topic: string;
  members: Set<string>;
  messages: Map<string, StoredMessage>;
  lastRead: Map<string, string>;
};

export type StoredMessage = {
  channel: string;
  ts: string;
  threadTs?: string;
  user: string;
  fromApp: boolean;
  text: string;
  blocks?: Block[];
  attachments?: JsonObject[];
  metadata?: JsonObject;
  fileIds: string[];
  reactions: Reaction[];
  editedTs?: string;
  /** The one person who sees it. */
  only?: string;
  /** What each person has set in its inputs. */
  values: Map<string, Values>;
  /** What external selects were offered, by value. */
  offered: Map<string, JsonObject>;
};

export type StoredFile = {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  bytes: Buffer;
  user: string;
  createdAt: Date;
  /** The app has not completed its upload yet: nobody sees it. */
  pending: boolean;
  /** A picture of the app's that Slack has not looked at yet: it has no type, and no message can show it. */
  unseen?: boolean;
  /** Where and how many bytes the app said it would upload. */
  upload?: { secret: string; length: number };
};

export type StoredView = {
  id: string;
  user: string;
  type: 'modal' | 'home';
  callbackId: string;
  title?: JsonObject;
  submit?: JsonObject;
  close?: JsonObject;
  blocks: Block[];
  privateMetadata: string;
  externalId: string;
  notifyOnClose: boolean;
  clearOnClose: boolean;
  submitDisabled: boolean;
  hash: string;
  rootId: string;
  previousId?: string;
  values: Values;
  errors: { [blockId: string]: string };
  offered: Map<string, JsonObject>;
  revision: number;
};

export type Workspace = {
  people: Map<string, Person>;
  channels: Map<string, Channel>;
  files: Map<string, StoredFile>;
  /** Open forms per person, the lowest first. */
  stacks: Map<string, StoredView[]>;
  homes: Map<string, StoredView>;
  version: () => number;
  changed: () => void;
  /** Tells of every change until the returned function is called. */
  watch: (listener: () => void) => () => void;
};

/** Old messages go when a channel has more, so that a script may run for days. */
const KEPT_MESSAGES = 2_000;

export function emptyWorkspace(): Workspace {
  let version = 0;
  const listeners = new Set<() => void>();
  return {
    people: new Map(),
    channels: new Map(),
    files: new Map(),
    stacks: new Map(),
    homes: new Map(),
    version: () => version,
    changed: () => {
      version++;
      for (const listener of [...listeners]) listener();
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function addChannel(
  workspace: Workspace,
  channel: Pick<Channel, 'id' | 'kind' | 'name'> & { topic?: string; members: Iterable<string> },
): Channel {
  const added: Channel = {
    topic: '',
    ...channel,
    members: new Set(channel.members),
    messages: new Map(),
    lastRead: new Map(),
  };
  workspace.channels.set(added.id, added);
  return added;
}

export function directMessage(workspace: Workspace, one: string, other: string, newId: () => string): Channel {
  for (const channel of workspace.channels.values()) {
    if (channel.kind === 'im' && channel.members.has(one) && channel.members.has(other)) return channel;
  }
  return addChannel(workspace, { id: newId(), kind: 'im', name: '', members: [one, other] });
}

export function addMessage(
  workspace: Workspace,
  message: Pick<StoredMessage, 'channel' | 'ts' | 'user' | 'fromApp' | 'text'> & Partial<StoredMessage>,
): StoredMessage {
  const channel = workspace.channels.get(message.channel);
  const added: StoredMessage = { fileIds: [], reactions: [], values: new Map(), offered: new Map(), ...message };
  if (channel) {
    channel.messages.set(added.ts, added);
    const [oldest] = channel.messages.keys();
    if (channel.messages.size > KEPT_MESSAGES && oldest !== undefined) channel.messages.delete(oldest);
  }
  workspace.changed();
  return added;
}

export function findMessage(workspace: Workspace, channel: string, ts: string): StoredMessage | undefined {
  return workspace.channels.get(channel)?.messages.get(ts);
}

export const stackOf = (workspace: Workspace, user: string): StoredView[] => workspace.stacks.get(user) ?? [];

export function findView(workspace: Workspace, wanted: (view: StoredView) => boolean): StoredView | undefined {
  for (const stack of workspace.stacks.values()) {
    const found = stack.find(wanted);
    if (found) return found;
  }
  for (const view of workspace.homes.values()) if (wanted(view)) return view;
  return undefined;
}

export const threadOf = (channel: Channel, ts: string): StoredMessage[] =>
  [...channel.messages.values()].filter((it) => it.threadTs === ts && it.ts !== ts);
