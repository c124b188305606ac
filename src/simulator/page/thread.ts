import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Conversation } from '../protocol.ts';
import { Composer } from './composer.ts';
import { shownName } from './conversation.ts';
import { useDesk } from './desk.ts';
import { Icon } from './icons.ts';
import { MessageList } from './messages.ts';
import { useScene } from './surface.ts';

export function ThreadPane({ conversation, ts }: { conversation: Conversation; ts: string }): VNode {
  const { state, go } = useDesk();
  const { text } = useScene();
  const messages = (state.messages[conversation.id] ?? []).filter((one) => one.ts === ts || one.threadTs === ts);
  const close = () => go({ conversation: conversation.id, tab: 'messages' });
  return html`<aside
    class="thread"
    aria-label=${text.thread}
    onKeyDown=${(event: KeyboardEvent) => event.key === 'Escape' && close()}
  >
    <header class="conversation-head">
      <button type="button" class="icon-button only-phone" aria-label=${text.back} onClick=${close}><${Icon} name="back" /></button>
      <h2>${text.thread}</h2><span class="topic faint">${shownName(conversation)}</span>
      <button type="button" class="icon-button not-phone" aria-label=${text.closeThread} title=${text.closeThread} onClick=${close}>
        <${Icon} name="close" />
      </button>
    </header>
    <${MessageList} label=${text.messagesIn(text.thread)} messages=${messages} inThread=${true} />
    <${Composer} channel=${conversation.id} threadTs=${ts} name=${text.thread} />
  </aside>`;
}
