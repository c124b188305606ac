import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Of } from './kit.ts';
import { Picture } from './picture.ts';
import { RichText } from './rich-text.ts';
import { Plain, Text } from './words.ts';

export function Container({ block, children }: { block: Of<'container'>; children: ComponentChildren }): VNode {
  const [open, setOpen] = useState(!(block.is_collapsible && block.default_collapsed));
  const head = html`
    ${block.icon && html`<${Picture} image=${block.icon} class="card-icon" />`}
    <span>
      <b>${block.rich_text_title ? html`<${RichText} block=${block.rich_text_title} />` : block.title && html`<${Plain} text=${block.title.text} />`}</b>
      ${block.subtitle && html`<span class="faint container-subtitle"><${Text} text=${block.subtitle} /></span>`}
    </span>`;
  return html`<section class=${`container width-${block.width ?? 'standard'}`}>
    ${
      block.is_collapsible
        ? html`<button type="button" class="container-head" aria-expanded=${open} onClick=${() => setOpen(!open)}>
            ${head}<span class="chevron" aria-hidden="true">${open ? '▾' : '▸'}</span>
          </button>`
        : html`<div class="container-head">${head}</div>`
    }
    ${
      open &&
      html`<div class=${`container-body ${block.has_header_divider ? 'ruled' : ''}`}>
        ${children}
      </div>`
    }
  </section>`;
}
