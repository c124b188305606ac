import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Json, Value } from '../../protocol.ts';
import type { ElementOf } from '../blocks/kit.ts';
import { useControl, useScene } from '../surface.ts';

type TextElement = ElementOf<'plain_text_input' | 'number_input' | 'email_text_input' | 'url_text_input'>;

const KINDS = {
  plain_text_input: { type: 'text', mode: undefined },
  number_input: { type: 'text', mode: 'decimal' },
  email_text_input: { type: 'email', mode: 'email' },
  url_text_input: { type: 'url', mode: 'url' },
} as const;

/** Slack waits for a pause before it tells the app of each character. */
const PAUSE_MS = 350;

export function TextInput({ element }: { element: TextElement }): VNode {
  const { value, keep, tell, slot, aria } = useControl(element);
  const { text } = useScene();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const shown = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const on = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  const speaks = slot.mode === 'live' || slot.dispatches;
  const multiline = element.type === 'plain_text_input' && element.multiline === true;
  const limit = element.type === 'plain_text_input' ? element.max_length : undefined;

  const typed = (event: Event) => {
    const next = (event.currentTarget as HTMLInputElement).value;
    keep(next);
    clearTimeout(timer.current);
    if (speaks && on.includes('on_character_entered')) timer.current = setTimeout(() => tell(next), PAUSE_MS);
  };
  const entered = (event: KeyboardEvent) => {
    // Enter that ends a Korean syllable is not Enter yet.
    if (event.key !== 'Enter' || event.isComposing || !speaks || !on.includes('on_enter_pressed')) return;
    if (multiline && !event.metaKey && !event.ctrlKey) return;
    event.preventDefault();
    clearTimeout(timer.current);
    void tell((event.currentTarget as HTMLInputElement).value);
  };
  const common = {
    value: shown,
    placeholder: element.placeholder?.text ?? '',
    onInput: typed,
    onKeyDown: entered,
    ...(slot.labelId ? {} : { 'aria-label': element.placeholder?.text ?? slot.label ?? text.textField }),
    ...aria,
  };
  const count = [...shown].length;
  return html`<div class="text-input">
    ${
      multiline
        ? html`<textarea rows="4" ...${common}></textarea>`
        : html`<input type=${KINDS[element.type].type} inputMode=${KINDS[element.type].mode} autocomplete="off" ...${common} />`
    }
    ${
      limit !== undefined &&
      (multiline || count > limit * 0.8) &&
      html`<span class=${`count ${count > limit ? 'over' : ''}`} aria-hidden="true">${count}/${limit}</span>`
    }
  </div>`;
}

/** Plain writing in a rich field: paragraphs become one section, which is what most apps read back. */
export function RichTextInput({ element }: { element: ElementOf<'rich_text_input'> }): VNode {
  const { value, keep, slot, aria } = useControl(element);
  const rows = Math.min(element.min_lines ?? 4, element.max_lines ?? 100);
  return html`<textarea
    rows=${rows}
    value=${richWords(value)}
    placeholder=${element.placeholder?.text ?? ''}
    aria-label=${slot.labelId ? undefined : element.placeholder?.text}
    ...${aria}
    onInput=${(event: Event) => keep(richValue((event.currentTarget as HTMLTextAreaElement).value))}
  ></textarea>`;
}

const richValue = (text: string): Value =>
  text === ''
    ? null
    : { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] };

function richWords(value: Value): string {
  if (value === null || typeof value === 'number' || Array.isArray(value)) return '';
  if (typeof value === 'string') return value;
  const words: string[] = [];
  const walk = (json: Json): void => {
    if (json === null || typeof json !== 'object') return;
    if (Array.isArray(json)) for (const one of json) walk(one);
    else {
      if (typeof json.text === 'string') words.push(json.text);
      walk(json.elements ?? null);
    }
  };
  walk(value);
  return words.join('');
}
