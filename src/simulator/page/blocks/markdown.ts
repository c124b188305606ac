import { html } from 'htm/preact';
import { h, type VNode } from 'preact';
import { withEmoji } from '../emoji.ts';
import { type Part, parseMarkdown, type Span } from '../markdown.ts';
import { Link } from './words.ts';

export const Markdown = ({ text }: { text: string }): VNode =>
  html`<div class="markdown">${parseMarkdown(text).map((part) => html`<${PartView} part=${part} />`)}</div>`;

function PartView({ part }: { part: Part }): VNode {
  switch (part.kind) {
    case 'heading':
      return h(
        `h${Math.min(part.level + 2, 6)}`,
        { class: `md-h${part.level}` },
        html`<${Spans} of=${part.children} />`,
      );
    case 'pre':
      return html`<pre class="pre">${part.text}</pre>`;
    case 'rule':
      return html`<hr />`;
    case 'quote':
      return html`<blockquote>${part.children.map((one) => html`<${PartView} part=${one} />`)}</blockquote>`;
    case 'list': {
      const items = part.items.map(
        (item) => html`<li class=${item.done === undefined ? '' : 'to-do'}>
          ${item.done !== undefined && html`<input type="checkbox" checked=${item.done} disabled />`}
          ${item.children.map((one) => html`<${PartView} part=${one} />`)}
        </li>`,
      );
      return part.ordered ? html`<ol start=${part.start}>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'table':
      return html`<div class="table-frame" tabIndex="0"><table>
        ${part.rows.map(
          (row, at) =>
            html`<tr>${row.map((cell) =>
              at === 0 ? html`<th scope="col"><${Spans} of=${cell} /></th>` : html`<td><${Spans} of=${cell} /></td>`,
            )}</tr>`,
        )}
      </table></div>`;
    default:
      return html`<p><${Spans} of=${part.children} /></p>`;
  }
}

const Spans = ({ of: spans }: { of: Span[] }): VNode =>
  html`${spans.map((span) => html`<${SpanView} span=${span} />`)}` as VNode;

function SpanView({ span }: { span: Span }): VNode | string {
  switch (span.kind) {
    case 'text':
      return withEmoji(span.text);
    case 'code':
      return html`<code>${span.text}</code>`;
    case 'bold':
      return html`<b><${Spans} of=${span.children} /></b>`;
    case 'italic':
      return html`<i><${Spans} of=${span.children} /></i>`;
    case 'strike':
      return html`<s><${Spans} of=${span.children} /></s>`;
    case 'link':
      return html`<${Link} url=${span.url} text=${html`<${Spans} of=${span.children} />`} />`;
    case 'break':
      return html`<br />`;
  }
}
