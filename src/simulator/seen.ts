import { elementsOf, type Placed } from './elements.ts';
import { stringOf, textOf } from './json.ts';
import type { SharedFile, Value } from './protocol.ts';
import type { Slack } from './slack.ts';
import { knownTo } from './stack.ts';
import { sharedFile, visibleMessages } from './state.ts';
import { optionsOf, shownValue, valueAt } from './values.ts';
import { plainText, wordsOf } from './words.ts';
import { type StoredMessage, type StoredView, stackOf } from './workspace.ts';

/** A message as one person reads it. */
export type SeenMessage = {
  channel: string;
  ts: string;
  threadTs?: string;
  user: string;
  fromApp: boolean;
  /** Its blocks in plain words, a line each; its text when it has none. */
  text: string;
  /** What notifications and screen readers get. */
  fallback: string;
  private: boolean;
  edited: boolean;
  /** Labels of its buttons, those behind a menu too. */
  buttons: string[];
  files: SharedFile[];
  blocks: StoredMessage['blocks'];
};

export type SeenField = {
  label: string;
  type: string;
  optional: boolean;
  value: Value;
  /** The value as it can be read there: the label of the chosen option. */
  shown: string;
  hint: string;
  options: { label: string; value: string }[];
  error?: string;
};

/** A form or Home as one person reads it. */
export type SeenView = {
  id: string;
  callbackId: string;
  title: string;
  submit: string | undefined;
  /** By block_id. */
  fields: { [blockId: string]: SeenField };
  errors: { [blockId: string]: string };
  text: string;
  buttons: string[];
  privateMetadata: string;
  hash: string;
  /** How many forms lie one on the other, this one included. */
  depth: number;
  blocks: StoredView['blocks'];
};

/** What one person can read, oldest first. */
export function readable(slack: Slack, user: string, channel?: string): StoredMessage[] {
  const channels = [...slack.workspace.channels.values()].filter(
    (it) => it.members.has(user) && (channel === undefined || it.id === channel),
  );
  return channels.flatMap((it) => visibleMessages(it, user)).sort((a, b) => (a.ts < b.ts ? -1 : 1));
}

export function seenMessage(slack: Slack, it: StoredMessage, user: string): SeenMessage {
  const blocks = it.blocks ?? [];
  const fallback = plainText(slack.workspace, it.text);
  return {
    channel: it.channel,
    ts: it.ts,
    ...(it.threadTs === undefined ? {} : { threadTs: it.threadTs }),
    user: it.user,
    fromApp: it.fromApp,
    text: blocks.length > 0 ? wordsOf(slack.workspace, blocks) : fallback,
    fallback,
    private: it.only !== undefined,
    edited: it.editedTs !== undefined,
    buttons: buttonsOf(elementsOf(blocks)),
    files: it.fileIds.flatMap((id) => sharedFile(slack, id, user)),
    blocks: it.blocks,
  };
}

export function seenView(slack: Slack, view: StoredView): SeenView {
  const placed = elementsOf(view.blocks);
  return {
    id: view.id,
    callbackId: view.callbackId,
    title: textOf(view.title),
    submit: view.submit && textOf(view.submit),
    fields: Object.fromEntries(placed.flatMap((it) => (it.input ? [[it.blockId, field(slack, view, it)]] : []))),
    errors: view.errors,
    text: wordsOf(slack.workspace, view.blocks),
    buttons: buttonsOf(placed),
    privateMetadata: view.privateMetadata,
    hash: view.hash,
    depth: stackOf(slack.workspace, view.user).length,
    blocks: view.blocks,
  };
}

export const buttonsOf = (placed: readonly Placed[]): string[] =>
  placed.flatMap((it) => {
    if (it.type === 'overflow') return optionsOf(it.element).map(({ text }) => textOf(text));
    return it.type === 'button' || it.type === 'icon_button' ? [textOf(it.element.text)] : [];
  });

function field(slack: Slack, view: StoredView, placed: Placed): SeenField {
  const value = valueAt(view.values, placed);
  const error = view.errors[placed.blockId];
  return {
    label: textOf(placed.input?.label),
    type: placed.type,
    optional: placed.input?.optional === true,
    value,
    shown: shownValue(placed, value, knownTo(slack, view.offered)),
    hint: textOf(placed.input?.hint),
    options: optionsOf(placed.element).map((it) => ({ label: textOf(it.text), value: stringOf(it.value) })),
    ...(error === undefined ? {} : { error }),
  };
}
