import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useErrorBoundary } from 'preact/hooks';
import type { Block as AnyBlock } from '../../protocol.ts';
import { SlotContext, useScene } from '../surface.ts';
import { Card, Carousel } from './card.ts';
import { Chart } from './chart.ts';
import { Container } from './container.ts';
import { Input } from './input.ts';
import type { DataVisualizationBlock, KnownBlock, Of } from './kit.ts';
import { Actions, Alert, Context, ContextActions, FileReference, Header, Section } from './layout.ts';
import { Markdown } from './markdown.ts';
import { ImageBlock, Video } from './picture.ts';
import { RichText } from './rich-text.ts';
import { DataTable, Table } from './table.ts';
import { Plan, TaskCard } from './task.ts';

export function Blocks({ blocks }: { blocks: AnyBlock[] }): VNode {
  return html`<div class="blocks">${blocks.map((block) => html`<${Block} key=${block.block_id} block=${block} />`)}</div>`;
}

export function Block({ block }: { block: AnyBlock }): VNode {
  const [broken, mend] = useErrorBoundary();
  // The app may send a better one under the same id.
  useEffect(() => {
    if (broken) mend();
  }, [block]);
  const slot = { blockId: block.block_id ?? '', mode: 'live', dispatches: false, optional: true } as const;
  return html`<${SlotContext.Provider} value=${slot}>
    <div class=${`block block-${block.type}`} data-block-id=${block.block_id}>
      ${broken ? html`<${Unknown} type=${block.type} />` : html`<${Drawn} block=${block} />`}
    </div>
  <//>`;
}

function Drawn({ block: sent }: { block: AnyBlock }): VNode {
  // The one place where what came over the wire is taken for what Slack's types say; a block that breaks its promise
  // is caught by the boundary above.
  const block = sent as unknown as (KnownBlock & { block_id: string }) | DataVisualizationBlock;
  switch (block.type) {
    case 'section':
      return html`<${Section} block=${block} />`;
    case 'header':
      return html`<${Header} block=${block} />`;
    case 'divider':
      return html`<hr />`;
    case 'context':
      return html`<${Context} block=${block} />`;
    case 'actions':
      return html`<${Actions} block=${block} />`;
    case 'context_actions':
      return html`<${ContextActions} block=${block} />`;
    case 'input':
      return html`<${Input} block=${block} />`;
    case 'image':
      return html`<${ImageBlock} block=${block} />`;
    case 'video':
      return html`<${Video} block=${block} />`;
    case 'rich_text':
      return html`<${RichText} block=${block} />`;
    case 'markdown':
      return html`<${Markdown} text=${block.text} />`;
    case 'table':
      return html`<${Table} block=${block} />`;
    case 'data_table':
      return html`<${DataTable} block=${block} />`;
    case 'card':
      return html`<${Card} block=${block} />`;
    case 'carousel':
      return html`<${Carousel} block=${block} />`;
    case 'container':
      return html`<${Container} block=${block}>${inside(block)}<//>`;
    case 'alert':
      return html`<${Alert} block=${block} />`;
    case 'task_card':
      return html`<${TaskCard} block=${block} />`;
    case 'plan':
      return html`<${Plan} block=${block} />`;
    case 'data_visualization':
      return html`<${Chart} block=${block} />`;
    case 'file':
      return html`<${FileReference} block=${block} />`;
    default:
      return html`<${Unknown} type=${sent.type} />`;
  }
}

/** The blocks that stand in a container. */
const inside = ({ child_blocks }: Of<'container'>): VNode[] =>
  (child_blocks as unknown as AnyBlock[]).map((child) => html`<${Block} key=${child.block_id} block=${child} />`);

export function Unknown({ type }: { type: string }): VNode {
  const { text } = useScene();
  return html`<div class="unknown-block" role="note">${text.cannotDraw} <code>${String(type)}</code></div>`;
}
