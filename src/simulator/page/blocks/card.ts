import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { ElementView } from '../elements/element.ts';
import { useScene } from '../surface.ts';
import type { Of, TextObject } from './kit.ts';
import { Picture } from './picture.ts';
import { Text } from './words.ts';

export function Card({ block }: { block: Of<'card'> }): VNode {
  const subtext = 'subtext' in block ? (block.subtext as TextObject) : undefined;
  return html`<div class="card" role="group">
    ${block.hero_image && html`<${Picture} image=${block.hero_image} class="hero" />`}
    <div class="card-head">
      ${block.icon && html`<${Picture} image=${block.icon} class="card-icon" />`}
      <div>
        ${block.title && html`<div class="card-title"><${Text} text=${block.title} /></div>`}
        ${block.subtitle && html`<div class="faint"><${Text} text=${block.subtitle} /></div>`}
      </div>
    </div>
    ${block.body && html`<div class="card-body"><${Text} text=${block.body} /></div>`}
    ${subtext && html`<div class="card-body faint small-text"><${Text} text=${subtext} /></div>`}
    ${
      block.actions &&
      html`<div class="elements">${block.actions.map((one) => html`<${ElementView} key=${one.action_id} element=${one} />`)}</div>`
    }
  </div>`;
}

export function Carousel({ block }: { block: Of<'carousel'> }): VNode {
  const { text } = useScene();
  const strip = useRef<HTMLDivElement>(null);
  const slide = (direction: number) => strip.current?.scrollBy({ left: direction * 260, behavior: 'smooth' });
  return html`<section class="carousel" aria-roledescription="carousel" aria-label=${text.cards(block.elements.length)}>
    <div class="carousel-strip" ref=${strip} tabIndex="0">
      ${block.elements.map((card) => html`<${Card} key=${card.block_id} block=${card} />`)}
    </div>
    ${
      block.elements.length > 1 &&
      html`<div class="pager">
        <button type="button" class="small" aria-label=${text.previous} onClick=${() => slide(-1)}>←</button>
        <button type="button" class="small" aria-label=${text.next} onClick=${() => slide(1)}>→</button>
      </div>`
    }
  </section>`;
}
