import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Conversation } from '../protocol.ts';
import { Avatar } from './avatar.ts';
import { Composer } from './composer.ts';
import { useDesk } from './desk.ts';
import { Home } from './home.ts';
import { Icon } from './icons.ts';
import { Menu } from './menu.ts';
import { MessageList } from './messages.ts';
import { useScene } from './surface.ts';

export const shownName = (one: Conversation): string =>
  one.kind === 'channel' || one.kind === 'private' ? `#${one.name}` : one.name;

/** The middle of the page: one channel, direct message or the app. */
export function ConversationPane({ conversation }: { conversation: Conversation }): VNode {
  const { state, route, go } = useDesk();
  const { text, people } = useScene();
  const isApp = conversation.kind === 'app';
  const tab = isApp && state.app.homeTab ? (route.tab ?? 'home') : 'messages';
  const other = people.find((one) => one.id === (isApp ? state.app.botUser : conversation.withUser));
  const name = shownName(conversation);
  const members = people.filter((one) => conversation.members.includes(one.id));

  return html`<main class="conversation" aria-label=${name}>
    <header class="conversation-head">
      <button type="button" class="icon-button only-phone" aria-label=${text.back} onClick=${() => go(null)}><${Icon} name="back" /></button>
      ${other && html`<${Avatar} person=${other} size=${28} />`}
      <h1>${conversation.kind === 'private' ? html`<${Icon} name="lock" />${conversation.name}` : name}</h1>
      ${isApp && html`<span class="badge">${text.appBadge}</span>`}
      <span class="topic faint">${conversation.topic}</span>
      ${
        !isApp &&
        conversation.kind !== 'im' &&
        html`<${Menu}
          label=${`${text.memberList}: ${members.length}`}
          class="small member-count"
          align="end"
          trigger=${html`<${Icon} name="people" />${members.length}`}
          items=${members.map((one) => ({ label: one.name, hint: [one.department, one.title].filter(Boolean).join(' ') }))}
        />`
      }
    </header>
    ${
      isApp &&
      html`<div class="tabs" role="tablist" aria-label=${text.appTabs} onKeyDown=${walkTabs}>
        ${(['home', 'messages'] as const)
          .filter((one) => (one === 'home' ? state.app.homeTab : state.app.messagesTab))
          .map(
            (one) => html`<button
              type="button"
              role="tab"
              aria-selected=${one === tab}
              tabIndex=${one === tab ? 0 : -1}
              onClick=${() => go({ conversation: conversation.id, tab: one })}
            >${text[one]}${
              one === 'messages' &&
              tab === 'home' &&
              conversation.unread > 0 &&
              html` <span class="count-badge" aria-label=${text.unread(conversation.unread)}>${conversation.unread}</span>`
            }</button>`,
          )}
      </div>`
    }
    ${tab === 'home' ? html`<${Home} key=${state.me.id} />` : html`<${MessagesTab} key=${conversation.id} conversation=${conversation} />`}
  </main>`;
}

function walkTabs(event: KeyboardEvent): void {
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
  const tabs = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=tab]')];
  const next = tabs.find((one) => one !== document.activeElement);
  next?.focus();
  next?.click();
}

function MessagesTab({ conversation }: { conversation: Conversation }): VNode {
  const { state, act, tryAct } = useDesk();
  const { text, me } = useScene();
  const all = state.messages[conversation.id] ?? [];
  const messages = all.filter((one) => one.threadTs === undefined || one.threadTs === one.ts);
  const isChannel = conversation.kind === 'channel' || conversation.kind === 'private';
  const isMember = !isChannel || conversation.members.includes(me.id);
  const isApp = conversation.kind === 'app';
  // Where reading stopped when the conversation was opened: the line stays while one looks.
  const freshTs = useRef(
    conversation.unread > 0
      ? messages.find((one) => Number(one.ts) > Number(conversation.lastRead) && one.user !== me.id)?.ts
      : undefined,
  ).current;

  useEffect(() => {
    const read = () => {
      if (conversation.unread > 0 && document.visibilityState === 'visible') {
        void tryAct({ do: 'markRead', channel: conversation.id });
      }
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [conversation.id, conversation.unread, tryAct]);
  useEffect(() => {
    if (isApp) void tryAct({ do: 'openHome', tab: 'messages' });
  }, [isApp, tryAct]);

  const start = isChannel
    ? text.channelStart(conversation.name)
    : isApp
      ? text.appStart(state.app.name)
      : text.dmStart(conversation.name);
  return html`
    <${MessageList}
      label=${text.messagesIn(shownName(conversation))}
      messages=${messages}
      inThread=${false}
      freshTs=${freshTs}
      start=${html`<p class="start faint">${start}</p>`}
    />
    ${
      isChannel &&
      isMember &&
      !conversation.appIsMember &&
      html`<div class="strip"><span>${text.appNotHere(state.app.name)}</span>
        <button type="button" class="button" onClick=${() => void act({ do: 'inviteApp', channel: conversation.id })}>${text.inviteApp}</button>
      </div>`
    }
    ${
      !isMember
        ? html`<div class="strip"><span>${text.notMember}</span>
            <button type="button" class="button primary" onClick=${() => void act({ do: 'join', channel: conversation.id })}>${text.joinChannel}</button>
          </div>`
        : isApp && state.app.messagesReadOnly
          ? html`<div class="strip"><span>${text.readOnly}</span></div>`
          : html`<${Composer} key=${conversation.id} channel=${conversation.id} name=${shownName(conversation)} />`
    }
  ` as VNode;
}
