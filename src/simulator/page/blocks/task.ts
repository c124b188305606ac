import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useScene } from '../surface.ts';
import type { Of } from './kit.ts';
import { RichText } from './rich-text.ts';
import { Link } from './words.ts';

const MARKS = { pending: '○', in_progress: '◐', complete: '✓', error: '!' } as const;

export function TaskCard({ block }: { block: Of<'task_card'> }): VNode {
  const { text } = useScene();
  return html`<div class=${`task task-${block.status}`}>
    <div class="task-head">
      <span class="task-mark" role="img" aria-label=${text.taskStatus[block.status]}>${MARKS[block.status]}</span>
      <b>${block.title}</b>
    </div>
    ${block.details && html`<${RichText} block=${block.details} />`}
    ${block.output && html`<div class="task-output"><${RichText} block=${block.output} /></div>`}
    ${
      block.sources &&
      html`<div class="task-sources">${block.sources.map((one) => html`<${Link} url=${one.url} text=${one.text} />`)}</div>`
    }
  </div>`;
}

export function Plan({ block }: { block: Of<'plan'> }): VNode {
  const tasks = (block.tasks ?? []) as Of<'task_card'>[];
  const done = tasks.filter((task) => task.status === 'complete').length;
  return html`<section class="plan">
    <div class="plan-title">${block.title}<span class="faint"> ${done}/${tasks.length}</span></div>
    ${tasks.map((task) => html`<${TaskCard} key=${task.task_id} block=${task} />`)}
  </section>`;
}
