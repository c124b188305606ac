import type { types } from '@slack/bolt';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { emojiFor } from '../emoji.ts';
import { useScene } from '../surface.ts';
import type { RichTextBlock } from './kit.ts';
import { ChannelMention, Emoji, Link, SlackDate, UserMention } from './words.ts';

export function RichText({ block }: { block: RichTextBlock }): VNode {
  const counts = countOrdered(block.elements);
  return html`<div class="rich">
    ${block.elements.map((part, at) => html`<${Part} part=${part} start=${counts[at] ?? 1} />`)}
  </div>`;
}

function Part({ part, start }: { part: types.RichTextBlockElement; start: number }): VNode {
  const border = 'border' in part && part.border === 1 ? 'bordered' : '';
  switch (part.type) {
    case 'rich_text_section':
      return html`<div class="rich-section"><${Pieces} of=${part.elements} /></div>`;
    case 'rich_text_quote':
      return html`<blockquote class=${border}><${Pieces} of=${part.elements} /></blockquote>`;
    case 'rich_text_preformatted':
      return html`<pre class=${`pre ${border}`}><${Pieces} of=${part.elements} /></pre>`;
    case 'rich_text_list': {
      const items = part.elements.map((item) => html`<li><${Pieces} of=${item.elements} /></li>`);
      const indent = `list indent-${Math.min(part.indent ?? 0, 8)} ${border}`;
      return part.style === 'ordered'
        ? html`<ol class=${indent} start=${start}>${items}</ol>`
        : html`<ul class=${indent}>${items}</ul>`;
    }
    default:
      return html`<span class="unknown">${(part as { type: string }).type}</span>`;
  }
}

/** Slack cuts a list at every change of depth; numbers go on where the same depth comes back. */
function countOrdered(parts: types.RichTextBlockElement[]): number[] {
  const seen: number[] = [];
  return parts.map((part) => {
    if (part.type !== 'rich_text_list') {
      seen.length = 0;
      return 1;
    }
    const depth = part.indent ?? 0;
    seen.length = Math.min(seen.length, part.style === 'ordered' ? depth + 1 : depth);
    if (part.style !== 'ordered') return 1;
    const start = (seen[depth] ?? 0) + 1;
    seen[depth] = start - 1 + part.elements.length;
    return start;
  });
}

const Pieces = ({ of: pieces }: { of: types.RichTextElement[] }): VNode =>
  html`${pieces.map((piece) => html`<${Piece} piece=${piece} />`)}` as VNode;

function Piece({ piece }: { piece: types.RichTextElement }): VNode | string {
  const { bold, italic, strike, code, underline } = piece.style ?? {};
  let drawn: VNode | string = html`<${Bare} piece=${piece} />`;
  if (code) drawn = html`<code>${drawn}</code>`;
  if (underline) drawn = html`<u>${drawn}</u>`;
  if (strike) drawn = html`<s>${drawn}</s>`;
  if (italic) drawn = html`<i>${drawn}</i>`;
  if (bold) drawn = html`<b>${drawn}</b>`;
  return drawn;
}

function Bare({ piece }: { piece: types.RichTextElement }): VNode | string {
  const { text } = useScene();
  switch (piece.type) {
    case 'text':
      return html`<span class="plain">${piece.text}</span>`;
    case 'link':
      return html`<${Link} url=${piece.url} text=${piece.text ?? piece.url} />`;
    case 'user':
      return html`<${UserMention} id=${piece.user_id} />`;
    case 'channel':
      return html`<${ChannelMention} id=${piece.channel_id} />`;
    case 'usergroup':
      return html`<span class="mention">@${piece.usergroup_id}</span>`;
    case 'team':
      return html`<span class="mention">@${piece.team_id}</span>`;
    case 'broadcast':
      return html`<span class="mention broadcast">@${piece.range}</span>`;
    case 'color':
      return html`<span class="color"><span class="swatch" style=${{ background: cssColor(piece.value) }}></span>${piece.value}</span>`;
    case 'emoji':
      return html`<${Emoji} name=${piece.name} text=${codePoints(piece.unicode) ?? emojiFor(piece.name) ?? `:${piece.name}:`} />`;
    case 'date':
      return html`<${SlackDate}
        seconds=${piece.timestamp}
        format=${piece.format}
        fallback=${piece.fallback ?? text.unknownDate}
        url=${piece.url}
      />`;
    default:
      return html`<span class="unknown">${(piece as { type: string }).type}</span>`;
  }
}

const cssColor = (value: string): string => (/^#[0-9a-f]{3,8}$/i.test(value) ? value : 'transparent');

function codePoints(unicode: string | undefined): string | undefined {
  if (!unicode || !/^[0-9a-f]+(-[0-9a-f]+)*$/i.test(unicode)) return undefined;
  return String.fromCodePoint(...unicode.split('-').map((hex) => Number.parseInt(hex, 16)));
}
