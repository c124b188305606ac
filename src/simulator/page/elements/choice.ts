import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { ElementOf, Option, TextObject } from '../blocks/kit.ts';
import { MrkdwnLine, Plain } from '../blocks/words.ts';
import { useControl } from '../surface.ts';

export function Checkboxes({ element }: { element: ElementOf<'checkboxes'> }): VNode {
  const { value, choose, busy } = useControl(element);
  const chosen = Array.isArray(value) ? value : [];
  const toggle = (option: Option, input: HTMLInputElement) => {
    // The order Slack sends is that of the options, not of the clicks.
    const next = element.options
      .filter((one) => (one === option ? input.checked : chosen.includes(one.value ?? '')))
      .map((one) => one.value ?? '');
    void choose(next).then((done) => {
      if (!done) input.checked = !input.checked;
    });
  };
  return html`<div class="choices">
    ${element.options.map(
      (option) => html`<label class="choice">
        <input
          type="checkbox"
          checked=${chosen.includes(option.value ?? '')}
          aria-busy=${busy}
          onChange=${(event: Event) => toggle(option, event.currentTarget as HTMLInputElement)}
        />
        <${OptionWords} option=${option} />
      </label>`,
    )}
  </div>`;
}

export function RadioButtons({ element }: { element: ElementOf<'radio_buttons'> }): VNode {
  const { value, choose, busy, slot, actionId } = useControl(element);
  return html`<div class="choices" role="radiogroup" aria-labelledby=${slot.labelId}>
    ${element.options.map(
      (option) => html`<label class="choice">
        <input
          type="radio"
          name=${`${slot.blockId}/${actionId}`}
          checked=${value === option.value}
          aria-busy=${busy}
          onChange=${() => void choose(option.value ?? null)}
        />
        <${OptionWords} option=${option} />
      </label>`,
    )}
  </div>`;
}

function OptionWords({ option }: { option: Option }): VNode {
  const { text, description } = option;
  return html`<span class="choice-words"><${OneLine} of=${text} />${
    description && html`<span class="faint small-text"><${OneLine} of=${description} /></span>`
  }</span>`;
}

const OneLine = ({ of: { type, text } }: { of: TextObject }): VNode =>
  type === 'mrkdwn' ? html`<${MrkdwnLine} text=${text} />` : html`<${Plain} text=${text} />`;
