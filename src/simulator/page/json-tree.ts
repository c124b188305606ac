import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Json } from '../protocol.ts';

/** JSON that opens and folds. */
export function JsonTree({ value, name, depth = 0 }: { value: Json; name?: string; depth?: number }): VNode {
  const key = name === undefined ? null : html`<span class="json-key">${name}</span>: `;
  if (value === null || typeof value !== 'object') {
    return html`<div class="json-leaf">${key}<span class=${`json-${value === null ? 'null' : typeof value}`}>${JSON.stringify(value)}</span></div>`;
  }
  const entries = Object.entries(value);
  const [open, shut] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return html`<div class="json-leaf">${key}${open}${shut}</div>`;
  return html`<details class="json-branch" open=${depth < 2}>
    <summary>${key}${open}<span class="faint">${entries.length}</span>${shut}</summary>
    ${entries.map(([each, inner]) => html`<${JsonTree} key=${each} name=${each} value=${inner} depth=${depth + 1} />`)}
  </details>`;
}
