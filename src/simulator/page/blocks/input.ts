import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { ElementView } from '../elements/element.ts';
import { SlotContext, useScene, useSurface } from '../surface.ts';
import type { Of } from './kit.ts';
import { Plain } from './words.ts';

/** A group of choices is named by its legend, everything else by its label. */
const GROUPS = new Set(['checkboxes', 'radio_buttons']);

export function Input({ block }: { block: Of<'input'> }): VNode {
  const { text } = useScene();
  const { problems, place } = useSurface();
  const problem = problems[block.block_id];
  const id = domId(place, block.block_id);
  const group = GROUPS.has(block.element.type);
  const slot = {
    blockId: block.block_id,
    mode: 'input',
    dispatches: block.dispatch_action === true,
    optional: block.optional === true,
    label: block.label.text,
    labelId: `${id}-label`,
    controlId: `${id}-control`,
    describedBy: [problem && `${id}-problem`, block.hint && `${id}-hint`].filter(Boolean).join(' '),
  } as const;
  return html`<div
    class=${`input ${problem ? 'has-problem' : ''}`}
    role=${group ? 'group' : undefined}
    aria-labelledby=${group ? slot.labelId : undefined}
  >
    <div class="input-label">
      <label id=${slot.labelId} for=${group ? undefined : slot.controlId}>
        <${Plain} text=${block.label.text} emoji=${block.label.emoji} />
      </label>
      ${slot.optional && html`<span class="faint optional"> ${text.optional}</span>`}
    </div>
    <${SlotContext.Provider} value=${slot}><${ElementView} element=${block.element} /><//>
    ${problem && html`<div class="problem" id=${`${id}-problem`} role="alert">${problem}</div>`}
    ${block.hint && html`<div class="hint" id=${`${id}-hint`}><${Plain} text=${block.hint.text} /></div>`}
  </div>`;
}

const domId = (place: object, blockId: string): string =>
  `${Object.values(place).join('-')}-${blockId}`.replace(/[^\p{L}\p{N}_-]/gu, '_');
