import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

type Props = {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  class?: string;
  role?: 'dialog' | 'alertdialog';
  /** Stands before the title: the way back. */
  before?: ComponentChildren;
  after?: ComponentChildren;
};

/** A modal dialog: the browser keeps everything behind it out of reach; Tab goes round inside; Esc closes. */
export function Dialog({ title, onClose, children, class: look = '', role = 'dialog', before, after }: Props): VNode {
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const dialog = box.current;
    const from = document.activeElement as HTMLElement | null;
    dialog?.showModal();
    if (dialog) focusFirst(dialog);
    return () => {
      dialog?.close();
      if (from?.isConnected) from.focus();
    };
  }, []);

  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
    if (event.key === 'Tab' && box.current) goRound(event, box.current);
  };

  return html`<dialog
    ref=${box}
    class=${`dialog ${look}`}
    role=${role}
    aria-labelledby=${id}
    aria-modal="true"
    onKeyDown=${keys}
    onCancel=${(event: Event) => {
      if (event.target === box.current) event.preventDefault();
    }}
  >
    <header class="dialog-head">${before}<h2 id=${id}>${title}</h2>${after}</header>
    ${children}
  </dialog>`;
}

/** Puts the keyboard where it is wanted; a touch screen would open its keyboard over the form, so there nothing is chosen. */
export function focusFirst(box: HTMLElement): void {
  const wanted = box.querySelector<HTMLElement>('[data-autofocus], [data-focus-on-load]');
  const first = matchMedia('(hover: hover)').matches ? (wanted ?? box.querySelector<HTMLElement>(FIRST)) : wanted;
  first?.focus();
}

const FIRST =
  '.dialog-body :is(input:not([type=file]), textarea, [role=combobox]):not(:disabled), .dialog-foot button, .dialog-body button';
const STOPS =
  'a[href], button:not(:disabled):not([tabindex="-1"]), input:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

function goRound(event: KeyboardEvent, box: HTMLElement): void {
  const stops = [...box.querySelectorAll<HTMLElement>(STOPS)].filter((one) => one.checkVisibility());
  const [first, last] = [stops[0], stops.at(-1)];
  const at = document.activeElement;
  if (event.shiftKey && at === first) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && at === last) {
    event.preventDefault();
    first?.focus();
  }
}
