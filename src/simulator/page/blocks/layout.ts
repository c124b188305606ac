import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { ElementView } from '../elements/element.ts';
import { useScene } from '../surface.ts';
import type { Of } from './kit.ts';
import { Picture } from './picture.ts';
import { Plain, Text } from './words.ts';

export function Section({ block }: { block: Of<'section'> }): VNode {
  return html`<div class="section">
    <div class="section-words">
      ${block.text && html`<${Text} text=${block.text} />`}
      ${
        block.fields &&
        html`<div class="fields">${block.fields.map((field) => html`<div class="field-cell"><${Text} text=${field} /></div>`)}</div>`
      }
    </div>
    ${
      block.accessory &&
      html`<div class="accessory">${
        block.accessory.type === 'image'
          ? html`<${Picture} image=${block.accessory} class="accessory-picture" />`
          : html`<${ElementView} element=${block.accessory} />`
      }</div>`
    }
  </div>`;
}

export const Header = ({ block }: { block: Of<'header'> }): VNode =>
  html`<h3 class="header-block"><${Plain} text=${block.text.text} emoji=${block.text.emoji} /></h3>`;

export const Context = ({ block }: { block: Of<'context'> }): VNode =>
  html`<div class="context">
    ${block.elements.map((one) =>
      one.type === 'image' ? html`<${Picture} image=${one} class="context-picture" />` : html`<${Text} text=${one} />`,
    )}
  </div>`;

export const Actions = ({ block }: { block: Of<'actions'> }): VNode =>
  html`<div class="elements">
    ${block.elements.map((one) => html`<${ElementView} key=${one.action_id} element=${one} />`)}
  </div>`;

export const ContextActions = ({ block }: { block: Of<'context_actions'> }): VNode =>
  html`<div class="elements context-actions">
    ${block.elements.map((one) => html`<${ElementView} key=${one.action_id} element=${one} />`)}
  </div>`;

const ALERT_MARKS = { default: '•', info: 'i', warning: '!', error: '!', success: '✓' } as const;

export function Alert({ block }: { block: Of<'alert'> }): VNode {
  const level = block.level ?? 'default';
  const role = level === 'error' || level === 'warning' ? 'alert' : 'status';
  return html`<div class=${`alert alert-${level}`} role=${role}>
    <span class="alert-mark" aria-hidden="true">${ALERT_MARKS[level]}</span><${Text} text=${block.text} />
  </div>`;
}

export function FileReference({ block }: { block: Of<'file'> }): VNode {
  const { text } = useScene();
  return html`<div class="context">📄 ${text.remoteFile}: ${block.external_id}</div>`;
}
