import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { ElementOf } from '../blocks/kit.ts';
import { withEmoji } from '../emoji.ts';
import { Icon } from '../icons.ts';
import { Menu } from '../menu.ts';
import { useControl, useScene } from '../surface.ts';

export function Button({ element }: { element: ElementOf<'button'> }): VNode {
  const { busy, press } = useControl(element);
  const words = withEmoji(element.text.text);
  const look = `button ${element.style ?? ''} ${busy ? 'busy' : ''}`;
  if (element.url) {
    return html`<a
      class=${look}
      href=${safeHref(element.url)}
      target="_blank"
      rel="noopener noreferrer"
      aria-label=${element.accessibility_label}
      onClick=${() => press()}
    >${words}<span aria-hidden="true"> ↗</span></a>`;
  }
  return html`<button
    type="button"
    class=${look}
    aria-label=${element.accessibility_label}
    aria-busy=${busy}
    onClick=${() => press()}
  >${words}</button>`;
}

const safeHref = (url: string): string | undefined => (/^(https?|mailto|slack):/i.test(url) ? url : undefined);

export function WorkflowButton({ element }: { element: ElementOf<'workflow_button'> }): VNode {
  const { text } = useScene();
  return html`<button type="button" class=${`button ${element.style ?? ''}`} disabled title=${text.noWorkflows}>
    ⚡ ${withEmoji(element.text.text)}
  </button>`;
}

export function IconButton({ element }: { element: ElementOf<'icon_button'> }): VNode | null {
  const { me } = useScene();
  const { busy, press } = useControl(element);
  if (element.visible_to_user_ids && !element.visible_to_user_ids.includes(me.id)) return null;
  return html`<button
    type="button"
    class="icon-button"
    aria-label=${element.accessibility_label ?? element.text.text}
    title=${element.text.text}
    aria-busy=${busy}
    onClick=${() => press()}
  >
    <${Icon} name=${element.icon === 'trash' ? 'trash' : 'more'} />
  </button>`;
}

export function FeedbackButtons({ element }: { element: ElementOf<'feedback_buttons'> }): VNode {
  const { busy, press, value } = useControl(element);
  const side = (button: ElementOf<'feedback_buttons'>['positive_button'], mark: string) => html`<button
    type="button"
    class="icon-button"
    aria-label=${button.accessibility_label ?? button.text.text}
    title=${button.text.text}
    aria-pressed=${value === button.value}
    aria-busy=${busy}
    onClick=${() => press(button.value)}
  >${mark}</button>`;
  return html`<span class="feedback">${side(element.positive_button, '👍')}${side(element.negative_button, '👎')}</span>`;
}

export function Overflow({ element }: { element: ElementOf<'overflow'> }): VNode {
  const { text } = useScene();
  const { press, slot } = useControl(element);
  const items = element.options.map((option) => ({
    label: withEmoji(option.text.text),
    ...(option.description ? { hint: option.description.text } : {}),
    ...(option.url && safeHref(option.url) ? { href: option.url } : {}),
    onPick: () => void press(option.value ?? ''),
  }));
  return html`<${Menu} label=${slot.label ?? text.moreActions} trigger="⋯" items=${items} class="button overflow" align="end" />`;
}
