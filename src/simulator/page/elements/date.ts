import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Value } from '../../protocol.ts';
import type { ElementOf } from '../blocks/kit.ts';
import { wallClock, wallClockSeconds } from '../dates.ts';
import { useControl, useScene } from '../surface.ts';

type Props<T extends 'datepicker' | 'timepicker' | 'datetimepicker'> = { element: ElementOf<T> };

export const DatePicker = ({ element }: Props<'datepicker'>): VNode =>
  html`<${Moment} element=${element} type="date" show=${asText} read=${(typed: string) => typed || null} />`;

export function TimePicker({ element }: Props<'timepicker'>): VNode {
  return html`<span class="with-note">
    <${Moment} element=${element} type="time" show=${asText} read=${(typed: string) => typed.slice(0, 5) || null} />
    ${element.timezone && html`<span class="faint small-text">${element.timezone}</span>`}
  </span>`;
}

export function DateTimePicker({ element }: Props<'datetimepicker'>): VNode {
  const { viewer } = useScene();
  const show = (value: Value) => (typeof value === 'number' ? wallClock(value, viewer.zone) : '');
  const read = (typed: string) => (typed ? wallClockSeconds(typed.slice(0, 16), viewer.zone) : null);
  return html`<${Moment} element=${element} type="datetime-local" show=${show} read=${read} />`;
}

const asText = (value: Value): string => (typeof value === 'string' ? value : '');

/** A date typed key by key passes through years like 0002; the app hears of it when the typing rests. */
const REST_MS = 600;

type Kind = 'date' | 'time' | 'datetime-local';
type MomentProps = {
  element: ElementOf<'datepicker' | 'timepicker' | 'datetimepicker'>;
  type: Kind;
  show: (value: Value) => string;
  read: (typed: string) => Value;
};

/**
 * The browser's own field, which every keyboard, phone and screen reader knows; while nobody types in it, it says the moment in
 * the page's language rather than the browser's.
 */
function Moment({ element, type, show, read }: MomentProps): VNode {
  const { value, keep, choose, slot, aria } = useControl(element);
  const { text, viewer } = useScene();
  const [typing, setTyping] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const told = useRef(JSON.stringify(value));
  useEffect(() => () => clearTimeout(timer.current), []);
  const quiet = slot.mode === 'input' && !slot.dispatches;
  const placeholder = ('placeholder' in element && element.placeholder?.text) || text.chooseMoment[type];
  const shown = show(value);

  const tell = (next: Value) => {
    clearTimeout(timer.current);
    if (quiet || JSON.stringify(next) === told.current) return;
    told.current = JSON.stringify(next);
    void choose(next);
  };
  return html`<span class=${`moment ${typing ? 'typing' : ''}`}>
    <input
      type=${type}
      max=${type === 'time' ? undefined : type === 'date' ? '9999-12-31' : '9999-12-31T23:59'}
      value=${shown}
      aria-label=${slot.labelId ? undefined : placeholder}
      ...${aria}
      onKeyDown=${(event: KeyboardEvent) => {
        if (event.key === 'Enter') event.preventDefault(); // it would send the form
        if (!/^(Tab|Shift|Escape|Enter)$/.test(event.key)) setTyping(true);
      }}
      onClick=${(event: MouseEvent) => openPicker(event.currentTarget as HTMLInputElement)}
      onInput=${(event: Event) => {
        const next = read((event.currentTarget as HTMLInputElement).value);
        keep(next);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => tell(next), REST_MS);
      }}
      onBlur=${(event: Event) => {
        setTyping(false);
        tell(read((event.currentTarget as HTMLInputElement).value));
      }}
    />
    <span class=${`moment-words ${shown ? '' : 'faint'}`} aria-hidden="true">${shown ? momentWords(shown, type, viewer.locale) : placeholder}</span>
  </span>`;
}

function openPicker(field: HTMLInputElement): void {
  try {
    field.showPicker();
  } catch {
    // Without a picker there is still the field to type in.
  }
}

/** What stands in the field is a wall clock already, so it is worded as one, without any zone. */
function momentWords(shown: string, type: Kind, locale: 'ko' | 'en'): string {
  const moment = new Date(type === 'date' ? `${shown}T00:00Z` : type === 'time' ? `1970-01-01T${shown}Z` : `${shown}Z`);
  if (Number.isNaN(moment.getTime())) return shown;
  const words = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-US', { timeZone: 'UTC', ...options }).format(moment);
  const day = `${words({ year: 'numeric', month: 'long', day: 'numeric' })} (${words({ weekday: 'short' })})`;
  const time = words({ hour: 'numeric', minute: '2-digit' });
  return { date: day, time, 'datetime-local': `${day} ${time}` }[type];
}
