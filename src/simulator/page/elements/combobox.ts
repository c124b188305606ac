import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useCallback, useEffect, useId, useRef, useState } from 'preact/hooks';
import { Popup } from '../popup.ts';
import { useScene } from '../surface.ts';

export type Choice = { value: string; label: string; hint?: string; group?: string };

type Props = {
  choices: Choice[];
  chosen: Choice[];
  multi: boolean;
  most?: number;
  clearable: boolean;
  /** The choices already answer the query. */
  filtered: boolean;
  note: string;
  placeholder: string;
  label?: string;
  aria: Record<string, string>;
  onQuery?: (query: string) => void;
  onOpen: () => void;
  onChange: (chosen: Choice[]) => void;
  onClose: (chosen: Choice[]) => void;
};

/** A field that opens a list and narrows it by typing (the ARIA combobox pattern). */
export function Combobox(props: Props): VNode {
  const { chosen, multi, onChange } = props;
  const { text } = useScene();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = props.filtered ? props.choices : props.choices.filter((one) => matches(one, query));
  const isChosen = (choice: Choice) => chosen.some((one) => one.value === choice.value);
  const full = multi && props.most !== undefined && chosen.length >= props.most;

  const show = () => {
    if (open) return;
    setOpen(true);
    setQuery('');
    setActive(Math.max(0, multi ? 0 : props.choices.findIndex(isChosen)));
    props.onOpen();
    props.onQuery?.('');
  };
  const latest = useRef({ chosen, onClose: props.onClose });
  latest.current = { chosen, onClose: props.onClose };
  const hide = useCallback(() => {
    setOpen(false);
    setQuery('');
    latest.current.onClose(latest.current.chosen);
  }, []);
  const pick = (choice: Choice) => {
    if (!multi) {
      setOpen(false);
      setQuery('');
      onChange([choice]);
      return;
    }
    if (isChosen(choice)) onChange(chosen.filter((one) => one.value !== choice.value));
    else if (!full) onChange([...chosen, choice]);
    if (query !== '') search('');
    field.current?.focus();
  };
  const search = (typed: string) => {
    setQuery(typed);
    setActive(0);
    props.onQuery?.(typed.trim().normalize('NFC'));
  };
  const remove = (choice: Choice) => {
    const rest = chosen.filter((one) => one.value !== choice.value);
    onChange(rest);
    if (!open) props.onClose(rest);
    field.current?.focus();
  };

  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id, open]);

  const keys = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const last = list.length - 1;
    const move = (to: number) => {
      event.preventDefault();
      if (!open) show();
      else setActive(Math.max(0, Math.min(to, last)));
    };
    const choice = list[active];
    if (event.key === 'ArrowDown') move(active + 1);
    else if (event.key === 'ArrowUp') move(active - 1);
    else if (event.key === 'Enter') {
      event.preventDefault();
      if (!open) show();
      else if (choice) pick(choice);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      hide();
    } else if (event.key === 'Backspace' && query === '' && multi && chosen.length > 0) {
      const end = chosen.at(-1);
      if (end) remove(end);
    }
  };

  const shown = open || multi ? query : (chosen[0]?.label ?? '');
  return html`
    <div
      ref=${frame}
      class=${`combobox ${multi ? 'multi' : ''} ${open ? 'open' : ''}`}
      onPointerDown=${(event: PointerEvent) => {
        if ((event.target as HTMLElement).closest('button')) return;
        if (event.target !== field.current) event.preventDefault();
        field.current?.focus();
        show();
      }}
    >
      ${
        multi &&
        chosen.map(
          (one) => html`<span class="chip" key=${one.value}>${one.label}<button
            type="button"
            class="chip-remove"
            aria-label=${text.remove(one.label)}
            onClick=${() => remove(one)}
          >×</button></span>`,
        )
      }
      <input
        ref=${field}
        role="combobox"
        autocomplete="off"
        aria-expanded=${open}
        aria-autocomplete="list"
        aria-controls=${open ? `${id}-list` : undefined}
        aria-activedescendant=${open && list[active] ? `${id}-${active}` : undefined}
        aria-label=${props.label}
        ...${props.aria}
        value=${shown}
        placeholder=${multi && chosen.length > 0 ? '' : (open && chosen[0]?.label) || props.placeholder}
        onInput=${(event: Event) => {
          const typed = (event.currentTarget as HTMLInputElement).value;
          if (!open) {
            setOpen(true);
            props.onOpen();
          }
          search(typed);
        }}
        onKeyDown=${keys}
        onBlur=${() => open && hide()}
      />
      ${
        props.clearable &&
        !multi &&
        chosen.length > 0 &&
        html`<button type="button" class="chip-remove" aria-label=${text.clear} onClick=${() => onChange([])}>×</button>`
      }
      <span class="chevron" aria-hidden="true">▾</span>
    </div>
    ${
      open &&
      html`<${Popup} anchor=${frame} align="match" onClose=${hide} class="listbox-popup">
        <div
          id=${`${id}-list`}
          role="listbox"
          aria-label=${props.label ?? props.placeholder}
          aria-multiselectable=${multi}
          onPointerDown=${(event: PointerEvent) => event.preventDefault()}
        >
          ${full && html`<div class="listbox-note">${text.atMost(props.most ?? 0)}</div>`}
          ${list.map(
            (one, at) => html`
              ${one.group !== undefined && one.group !== list[at - 1]?.group && html`<div class="group" role="presentation">${one.group}</div>`}
              <div
                id=${`${id}-${at}`}
                role="option"
                aria-selected=${isChosen(one)}
                class=${`option ${at === active ? 'active' : ''}`}
                onPointerMove=${() => setActive(at)}
                onClick=${() => pick(one)}
              >
                <span>${one.label}</span>${one.hint && html`<span class="faint small-text">${one.hint}</span>`}
              </div>`,
          )}
          ${(props.note || list.length === 0) && html`<div class="listbox-note" role="status">${props.note || text.nothingFound}</div>`}
        </div>
      <//>`
    }
  ` as VNode;
}

const plain = (words: string): string => words.normalize('NFC').toLowerCase().replace(/\s/g, '');

const matches = (choice: Choice, query: string): boolean =>
  plain(`${choice.label} ${choice.hint ?? ''} ${choice.group ?? ''}`).includes(plain(query));
