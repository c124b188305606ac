import { takeSilentAck } from './acks.ts';
import type { Answer } from './action.ts';
import { answered, no, yes } from './answers.ts';
import { deliver } from './deliver.ts';
import { openedHome, sendEvent, subscribed } from './events.ts';
import type { JsonObject } from './json.ts';
import { messageShortcutPayload, shortcutPayload } from './payloads.ts';
import { APP } from './people.ts';
import type { Person } from './protocol.ts';
import type { Slack } from './slack.ts';
import { viewObject } from './stack.ts';
import type { Delivered } from './transport.ts';
import { type Channel, directMessage, findMessage } from './workspace.ts';

export async function openHome(slack: Slack, person: Person, tab: 'home' | 'messages'): Promise<Answer> {
  if (!slack.manifest.features.app_home[tab === 'home' ? 'home_tab_enabled' : 'messages_tab_enabled']) {
    return no('not_allowed', `The app has no ${tab} tab.`);
  }
  const channel = dm(slack, person.id, APP.botUser).id;
  if (!subscribed(slack, 'app_home_opened')) return yes({ channel });
  const view = tab === 'home' ? slack.workspace.homes.get(person.id) : undefined;
  const ts = slack.ids.ts(slack.clock.now());
  const event = openedHome({ user: person.id, channel, tab, event_ts: ts, view: view && viewObject(slack, view) });
  return eventAnswer(await sendEvent(slack, event, `${person.name}: ${tab}`, person.id), { channel });
}

export async function globalShortcut(slack: Slack, person: Person, callbackId: string): Promise<Answer> {
  const known = slack.manifest.features.shortcuts.find((it) => it.type === 'global' && it.callback_id === callbackId);
  if (!known) return no('no_such_element', `The manifest has no global shortcut ${callbackId}.`);
  const payload = shortcutPayload(slack, person, callbackId);
  return sendShortcut(slack, person, { kind: 'shortcut', payload, summary: known.name });
}

export async function messageShortcut(
  slack: Slack,
  person: Person,
  { channel, ts }: { channel: Channel; ts: string },
  callbackId: string,
): Promise<Answer> {
  const known = slack.manifest.features.shortcuts.find((it) => it.type === 'message' && it.callback_id === callbackId);
  const found = findMessage(slack.workspace, channel.id, ts);
  if (!known || !found) return no('no_such_element', `The manifest has no message shortcut ${callbackId}.`);
  const payload = messageShortcutPayload(slack, person, callbackId, { message: found, channel });
  return sendShortcut(slack, person, { kind: 'message_action', payload, summary: known.name });
}

/** The person's own doing worked, whatever becomes of the event: nobody sees an error for an event. */
export const eventAnswer = (delivered: Delivered | undefined, more: { ts?: string; channel: string }): Answer =>
  yes({ tookMs: delivered?.tookMs ?? 0, ...more });

export const dm = (slack: Slack, one: string, other: string): Channel =>
  directMessage(slack.workspace, one, other, () => slack.ids.next('D'));

async function sendShortcut(
  slack: Slack,
  person: Person,
  said: { kind: string; payload: JsonObject; summary: string },
): Promise<Answer> {
  const delivered = await deliver(slack, { envelope: 'interactive', ...said, user: person.id });
  return answered(delivered, delivered.ok ? takeSilentAck(slack, said.kind, delivered.body) : undefined);
}
