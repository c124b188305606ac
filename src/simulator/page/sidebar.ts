import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Conversation, ConversationKind } from '../protocol.ts';
import { Avatar } from './avatar.ts';
import { useDesk } from './desk.ts';
import { Icon } from './icons.ts';
import { Menu } from './menu.ts';
import { useScene } from './surface.ts';

export function Sidebar(): VNode {
  const { state, act, go } = useDesk();
  const { text, people, me } = useScene();
  const of = (...kinds: ConversationKind[]) => state.conversations.filter((one) => kinds.includes(one.kind));
  const others = people.filter((one) => !one.isBot && one.id !== me.id);
  const startDm = async (user: string) => {
    const answer = await act({ do: 'openDm', user });
    if (answer.ok && answer.channel) go({ conversation: answer.channel });
  };
  const newDm = html`<${Menu}
    label=${text.newDirectMessage}
    class="icon-button"
    align="end"
    trigger=${html`<${Icon} name="plus" />`}
    items=${others.map((one) => ({ label: one.name, hint: [one.department, one.title].filter(Boolean).join(' '), onPick: () => void startDm(one.id) }))}
  />`;

  return html`<nav class="sidebar" aria-label=${text.navigation}>
    <div class="workspace"><b>${state.workspace.name}</b><span class="workspace-note" title=${text.playgroundHint}>${text.playground}</span></div>
    <div class="sidebar-list">
      <${Group} title=${text.apps} list=${of('app')} />
      <${Group} title=${text.channels} list=${of('channel', 'private')} />
      <${Group} title=${text.directMessages} list=${of('im')} action=${newDm} />
    </div>
    <p class="sidebar-foot">${text.playgroundHint}</p>
  </nav>`;
}

function Group({ title, list, action }: { title: string; list: Conversation[]; action?: VNode }): VNode {
  return html`<section class="sidebar-group" aria-label=${title}>
    <div class="sidebar-title"><h2>${title}</h2>${action}</div>
    <ul>${list.map((one) => html`<${Row} key=${one.id} conversation=${one} />`)}</ul>
  </section>`;
}

function Row({ conversation }: { conversation: Conversation }): VNode {
  const { state, route, go } = useDesk();
  const { text, people, me } = useScene();
  const { kind, unread } = conversation;
  const person = people.find((one) => one.id === (kind === 'app' ? state.app.botUser : conversation.withUser));
  const icon =
    kind === 'channel'
      ? html`<${Icon} name="hash" />`
      : kind === 'private'
        ? html`<${Icon} name="lock" />`
        : html`<${Avatar} person=${person} size=${20} />`;
  const here = route.conversation === conversation.id;
  return html`<li>
    <a
      href=${`#${conversation.id}`}
      class=${`sidebar-row ${unread > 0 ? 'unread' : ''}`}
      aria-current=${here ? 'page' : undefined}
      onClick=${(event: MouseEvent) => {
        event.preventDefault();
        go({ conversation: conversation.id });
      }}
    >
      ${icon}<span class="sidebar-name">${conversation.name}${conversation.withUser === me.id ? ` (${text.you})` : ''}</span>
      ${unread > 0 && html`<span class="count-badge" aria-label=${text.unread(unread)}>${unread}</span>`}
    </a>
  </li>`;
}
