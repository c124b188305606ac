import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Popup } from './popup.ts';

export type MenuItem =
  | { label: string; hint?: string; onPick: () => void; danger?: boolean; href?: never; checked?: boolean }
  | { label: string; hint?: string; href: string; onPick?: () => void; danger?: boolean; checked?: boolean }
  | { heading: string };

type Props = {
  label: string;
  trigger: ComponentChildren;
  items: MenuItem[];
  class?: string;
  align?: 'start' | 'end';
  tabIndex?: number;
};

/** A button with a menu: arrows walk, Home and End jump, a letter finds, Esc returns to the button. */
export function Menu({ label, trigger, items, class: look = '', align = 'start', tabIndex = 0 }: Props): VNode {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const close = useCallback(() => setOpen(false), []);
  const leave = () => {
    close();
    button.current?.focus();
  };

  useLayoutEffect(() => {
    if (open) entries(list.current)[0]?.focus();
  }, [open]);

  const walk = (event: KeyboardEvent) => {
    const all = entries(list.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const go = (to: number) => {
      event.preventDefault();
      all.at(to % all.length)?.focus();
    };
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      leave();
    } else if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(-1);
    else if (event.key === 'Tab') close();
    else if (event.key.length === 1) {
      const found = all.findIndex((one) => one.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase()));
      if (found >= 0) go(found);
    }
  };

  return html`
    <button
      type="button"
      ref=${button}
      class=${look}
      aria-label=${label}
      title=${label}
      aria-haspopup="menu"
      aria-expanded=${open}
      tabIndex=${tabIndex}
      onClick=${() => setOpen(!open)}
      onKeyDown=${(event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown' || open) return;
        event.preventDefault();
        setOpen(true);
      }}
    >${trigger}</button>
    ${
      open &&
      html`<${Popup} anchor=${button} align=${align} onClose=${close}>
        <div ref=${list} role="menu" aria-label=${label} class="menu" onKeyDown=${walk}>
          ${items.map((item) => html`<${Entry} item=${item} leave=${leave} />`)}
        </div>
      <//>`
    }
  ` as VNode;
}

const entries = (list: HTMLElement | null): HTMLElement[] =>
  list ? [...list.querySelectorAll<HTMLElement>('[role^=menuitem]')] : [];

function Entry({ item, leave }: { item: MenuItem; leave: () => void }): VNode {
  if ('heading' in item) return html`<div class="menu-heading" role="presentation">${item.heading}</div>`;
  const words = html`<span>${item.label}</span>${item.hint && html`<span class="menu-hint">${item.hint}</span>`}`;
  const pick = () => {
    leave();
    item.onPick?.();
  };
  const look = `menu-item ${item.danger ? 'danger-words' : ''}`;
  if (item.href) {
    return html`<a role="menuitem" tabIndex="-1" class=${look} href=${item.href} target="_blank" rel="noopener noreferrer" onClick=${pick}>${words}</a>`;
  }
  const role = item.checked === undefined ? 'menuitem' : 'menuitemradio';
  return html`<button type="button" role=${role} aria-checked=${item.checked} tabIndex="-1" class=${look} onClick=${pick}>
    ${words}
  </button>`;
}
