import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { formatSlackDate, longMoment } from '../dates.ts';
import { withEmoji } from '../emoji.ts';
import { type Inline as InlineNode, type Paragraph, parseInline, parseMrkdwn } from '../mrkdwn.ts';
import { useScene } from '../surface.ts';
import type { TextObject } from './kit.ts';

/** A text object: `plain_text` as it stands, `mrkdwn` drawn. */
export function Text({ text }: { text: TextObject | undefined }): VNode | null {
  if (!text) return null;
  return text.type === 'mrkdwn'
    ? html`<${Mrkdwn} text=${text.text} />`
    : html`<${Plain} text=${text.text} emoji=${text.emoji} />`;
}

export function Plain({ text, emoji = true }: { text: string; emoji?: boolean | undefined }): VNode {
  return html`<span class="plain">${emoji ? withEmoji(text) : text}</span>`;
}

/** `tail` stands behind the last words: the mark of an edited message. */
export function Mrkdwn({ text, tail }: { text: string; tail?: VNode | false }): VNode {
  const paragraphs = parseMrkdwn(text);
  const last = paragraphs.at(-1);
  return html`<div class="mrkdwn">
    ${paragraphs.map((one) => html`<${Paragraphs} of=${one} tail=${one === last && one.kind === 'lines' && tail} />`)}
    ${last?.kind !== 'lines' && tail}
  </div>`;
}

/** One line of mrkdwn for places too small for paragraphs. */
export const MrkdwnLine = ({ text }: { text: string }): VNode =>
  html`<span class="mrkdwn-line"><${Inlines} of=${parseInline(text)} /></span>`;

function Paragraphs({ of: paragraph, tail }: { of: Paragraph; tail?: VNode | false }): VNode {
  switch (paragraph.kind) {
    case 'pre':
      return html`<pre class="pre">${paragraph.text}</pre>`;
    case 'quote':
      return html`<blockquote>${paragraph.children.map((one) => html`<${Paragraphs} of=${one} />`)}</blockquote>`;
    case 'item':
      return html`<div class="typed-item" style=${{ marginLeft: `${paragraph.indent * 0.4}em` }}>
        <span class="typed-marker">${paragraph.marker}</span><span><${Inlines} of=${paragraph.children} /></span>
      </div>`;
    default:
      return html`<div class="line"><${Inlines} of=${paragraph.children} />${tail}</div>`;
  }
}

export const Inlines = ({ of: nodes }: { of: InlineNode[] }): VNode =>
  html`${nodes.map((node) => html`<${Inline} of=${node} />`)}` as VNode;

function Inline({ of: node }: { of: InlineNode }): VNode | string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'break':
      return html`<br />`;
    case 'bold':
      return html`<b><${Inlines} of=${node.children} /></b>`;
    case 'italic':
      return html`<i><${Inlines} of=${node.children} /></i>`;
    case 'strike':
      return html`<s><${Inlines} of=${node.children} /></s>`;
    case 'code':
      return html`<code>${node.text}</code>`;
    case 'link':
      return html`<${Link} url=${node.url} text=${withEmoji(node.text)} />`;
    case 'user':
      return html`<${UserMention} id=${node.id} label=${node.label} />`;
    case 'channel':
      return html`<${ChannelMention} id=${node.id} label=${node.label} />`;
    case 'usergroup':
      return html`<span class="mention">${node.label ?? `@${node.id}`}</span>`;
    case 'broadcast':
      return html`<span class="mention broadcast">@${node.range}</span>`;
    case 'emoji':
      return html`<${Emoji} name=${node.name} text=${node.text} />`;
    case 'date':
      return html`<${SlackDate} seconds=${node.seconds} format=${node.format} fallback=${node.fallback} url=${node.url} />`;
  }
}

export const Emoji = ({ name, text }: { name: string; text: string }): VNode =>
  html`<span class="emoji" role="img" aria-label=${name} title=${`:${name}:`}>${text}</span>`;

/** Only addresses that can't run anything become links; the rest is shown as text. */
export function Link({ url, text }: { url: string; text: string }): VNode {
  if (!/^(https?:|mailto:|tel:|slack:|\/)/i.test(url)) return html`<span>${text}</span>`;
  return html`<a href=${url} target="_blank" rel="noopener noreferrer">${text}</a>`;
}

export function UserMention({ id, label }: { id: string; label?: string | undefined }): VNode {
  const { people, me, openPerson } = useScene();
  const person = people.find((one) => one.id === id);
  return html`<button
    type="button"
    class=${`mention ${id === me.id ? 'mention-me' : ''}`}
    onClick=${() => openPerson(id)}
  >@${person?.name ?? label ?? id}</button>`;
}

export function ChannelMention({ id, label }: { id: string; label?: string | undefined }): VNode {
  const { conversations, open, text } = useScene();
  const channel = conversations.find((one) => one.id === id);
  const name = channel?.name ?? label;
  if (!name) return html`<span class="mention">${text.privateChannel}</span>`;
  return html`<button type="button" class="mention" disabled=${!channel} onClick=${() => open(id)}>#${name}</button>`;
}

type DateProps = { seconds: number; format: string; fallback: string; url?: string | undefined };

export function SlackDate({ seconds, format, fallback, url }: DateProps): VNode {
  const { viewer } = useScene();
  const shown = formatSlackDate(seconds, format, fallback, viewer);
  if (url) return html`<${Link} url=${url} text=${shown} />`;
  if (seconds <= 0) return html`<span>${shown}</span>`;
  const moment = new Date(seconds * 1000);
  return html`<time dateTime=${moment.toISOString()} title=${longMoment(moment, viewer)}>${shown}</time>`;
}
