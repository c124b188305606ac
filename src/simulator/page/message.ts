import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Message } from '../protocol.ts';
import { Avatar } from './avatar.ts';
import { Emoji, Mrkdwn } from './blocks/words.ts';
import { clockTime, longMoment } from './dates.ts';
import { useDesk } from './desk.ts';
import { emojiFor } from './emoji.ts';
import { Files } from './files.ts';
import { Icon } from './icons.ts';
import { Menu, type MenuItem } from './menu.ts';
import { unescapeEntities } from './mrkdwn.ts';
import { PlacedBlocks } from './placed.ts';
import { useScene } from './surface.ts';

type Props = { message: Message; follows: boolean; inThread: boolean; current: boolean };

export const momentOf = (ts: string): Date => new Date(Number(ts) * 1000);

export function MessageRow({ message, follows, inThread, current }: Props): VNode {
  const { state, go } = useDesk();
  const { text, viewer, people } = useScene();
  const author = people.find((one) => one.id === message.user);
  const moment = momentOf(message.ts);
  const time = clockTime(moment, viewer);
  const name = author?.name ?? (message.fromApp ? state.app.name : message.user);
  const words = `${name}, ${time}${message.ephemeral ? `, ${text.onlyYou}` : ''}`;

  const edited = message.edited && !message.ephemeral && html`<span class="faint small-text"> ${text.edited}</span>`;

  return html`<article
    class=${`message ${follows ? 'follows' : ''} ${message.ephemeral ? 'ephemeral' : ''}`}
    aria-label=${words}
    data-ts=${message.ts}
    tabIndex=${current ? 0 : -1}
  >
    <div class="gutter">
      ${follows ? html`<time class="hover-time" dateTime=${moment.toISOString()}>${time}</time>` : html`<${Avatar} person=${author} />`}
    </div>
    <div class="message-body">
      ${message.ephemeral && html`<div class="only-you"><${Icon} name="eye" />${text.onlyYou}</div>`}
      ${
        !follows &&
        html`<div class="message-head">
          <b class="author">${name}</b>
          ${message.fromApp && html`<span class="badge">${text.appBadge}</span>`}
          <time dateTime=${moment.toISOString()} title=${longMoment(moment, viewer)}>${time}</time>
        </div>`
      }
      ${
        message.blocks && message.blocks.length > 0
          ? html`<${PlacedBlocks}
              place=${{ channel: message.channel, ts: message.ts }}
              kind="message"
              blocks=${message.blocks}
              served=${message.values}
            />`
          : html`<${Mrkdwn} text=${message.text} tail=${edited} />`
      }
      ${message.blocks && message.blocks.length > 0 && edited}
      <${Files} files=${message.files} />
      <${Reactions} message=${message} />
      ${
        !inThread &&
        message.replies > 0 &&
        html`<button type="button" class="thread-link" onClick=${() => go({ conversation: message.channel, thread: message.ts, tab: 'messages' })}>
          ${text.replies(message.replies)}
        </button>`
      }
    </div>
    <${Toolbar} message=${message} inThread=${inThread} current=${current} />
  </article>`;
}

function Reactions({ message }: { message: Message }): VNode | null {
  const { act } = useDesk();
  const { text, me } = useScene();
  if (message.reactions.length === 0) return null;
  return html`<div class="reactions">
    ${message.reactions.map(
      (one) => html`<button
        type="button"
        class="reaction"
        aria-pressed=${one.users.includes(me.id)}
        aria-label=${text.reactedBy(one.name, one.users.length)}
        onClick=${() => void act({ do: 'react', channel: message.channel, ts: message.ts, name: one.name })}
      ><${Emoji} name=${one.name} text=${emojiFor(one.name) ?? `:${one.name}:`} /> ${one.users.length}</button>`,
    )}
  </div>`;
}

const QUICK = ['white_check_mark', 'eyes', 'raised_hands', 'pray', '+1'];

function Toolbar({ message, inThread, current }: Omit<Props, 'follows'>): VNode {
  const { state, act, go } = useDesk();
  const { text, me } = useScene();
  const { channel, ts } = message;
  const stop = current ? 0 : -1;
  if (message.ephemeral) {
    return html`<div class="toolbar">
      <button type="button" class="tool-words" tabIndex=${stop} onClick=${() => void act({ do: 'dismiss', channel, ts })}>${text.dismiss}</button>
    </div>`;
  }
  const shortcuts = state.shortcuts.filter((one) => one.type === 'message');
  const items: MenuItem[] = [
    ...(shortcuts.length > 0 ? [{ heading: text.shortcutsOf(state.app.name) }] : []),
    ...shortcuts.map((one) => ({
      label: one.name,
      ...(one.description ? { hint: one.description } : {}),
      onPick: () => void act({ do: 'messageShortcut', callbackId: one.callbackId, channel, ts }),
    })),
    { heading: text.messageActions },
    { label: text.copyText, onPick: () => void navigator.clipboard.writeText(unescapeEntities(message.text)) },
    ...(message.user === me.id
      ? [{ label: text.deleteMessage, danger: true, onPick: () => void act({ do: 'deleteMessage', channel, ts }) }]
      : []),
  ];
  return html`<div class="toolbar" role="group" aria-label=${text.messageActions}>
    <${Menu}
      label=${text.react}
      class="icon-button"
      align="end"
      tabIndex=${stop}
      trigger=${html`<${Icon} name="smile" />`}
      items=${QUICK.map((name) => ({
        label: `${emojiFor(name)} :${name}:`,
        onPick: () => void act({ do: 'react', channel, ts, name }),
      }))}
    />
    ${
      !inThread &&
      html`<button
        type="button"
        class="icon-button"
        tabIndex=${stop}
        aria-label=${text.replyInThread}
        title=${text.replyInThread}
        onClick=${() => go({ conversation: channel, thread: message.threadTs ?? ts, tab: 'messages' })}
      ><${Icon} name="reply" /></button>`
    }
    <${Menu} label=${text.messageMenu} class="icon-button" align="end" tabIndex=${stop} trigger=${html`<${Icon} name="more" />`} items=${items} />
  </div>`;
}
