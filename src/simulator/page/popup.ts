import { html } from 'htm/preact';
import type { ComponentChildren, RefObject, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

type Props = {
  anchor: RefObject<HTMLElement>;
  onClose: () => void;
  children: ComponentChildren;
  class?: string;
  /** `match` takes the anchor's width, `end` lines up with its right side. */
  align?: 'start' | 'end' | 'match';
};

/** Something that floats beside its anchor: in the top layer, so that no form or scrolling list can cut it off. */
export function Popup({ anchor, onClose, children, class: look = '', align = 'start' }: Props): VNode {
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const popup = box.current;
    if (!popup) return;
    popup.showPopover();
    const place = () => position(popup, anchor.current, align);
    place();
    const watch = new ResizeObserver(place);
    watch.observe(popup);
    addEventListener('scroll', place, true);
    addEventListener('resize', place);
    return () => {
      watch.disconnect();
      removeEventListener('scroll', place, true);
      removeEventListener('resize', place);
    };
  }, [anchor, align]);

  useEffect(() => {
    const outside = (event: Event) => {
      const target = event.target as Node;
      if (!box.current?.contains(target) && !anchor.current?.contains(target)) onClose();
    };
    addEventListener('pointerdown', outside, true);
    return () => removeEventListener('pointerdown', outside, true);
  }, [anchor, onClose]);

  return html`<div ref=${box} popover="manual" class=${`popup ${look}`}>${children}</div>`;
}

const EDGE = 8;

function position(popup: HTMLElement, anchor: HTMLElement | null, align: NonNullable<Props['align']>): void {
  if (!anchor) return;
  const spot = anchor.getBoundingClientRect();
  if (align === 'match') popup.style.width = `${Math.max(spot.width, 220)}px`;
  const below = innerHeight - spot.bottom - EDGE;
  const above = spot.top - EDGE;
  const up = below < Math.min(popup.scrollHeight, 240) && above > below;
  popup.style.maxHeight = `${Math.max(120, Math.min(up ? above : below, 340) - 4)}px`;
  const left = align === 'end' ? spot.right - popup.offsetWidth : spot.left;
  popup.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - popup.offsetWidth - EDGE))}px`;
  popup.style.top = up ? `${Math.max(EDGE, spot.top - popup.offsetHeight - 4)}px` : `${spot.bottom + 4}px`;
}
