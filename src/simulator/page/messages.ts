import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../protocol.ts';
import { dayIn, dayLabel } from './dates.ts';
import { Icon } from './icons.ts';
import { MessageRow, momentOf } from './message.ts';
import { useScene } from './surface.ts';

type Props = {
  label: string;
  messages: Message[];
  inThread: boolean;
  /** The first message that was new when the reader came. */
  freshTs?: string;
  start?: ComponentChildren;
};

/** Messages of one author within five minutes stand together under one name. */
const TOGETHER_S = 300;

export function MessageList({ label, messages, inThread, freshTs, start }: Props): VNode {
  const { text, viewer, me } = useScene();
  const list = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const stick = useRef(true);
  const [below, setBelow] = useState(false);
  const [current, setCurrent] = useState<string | null>(null);
  const last = messages.at(-1);

  const toEnd = () => {
    stick.current = true;
    setBelow(false);
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  };
  useLayoutEffect(() => {
    if (stick.current || last?.user === me.id) toEnd();
    else setBelow(true);
  }, [last?.ts, last?.user, me.id]);
  useEffect(() => {
    if (!inner.current || !list.current) return;
    // Pictures arrive late and the keyboard of a phone takes room: the end stays in sight.
    const watch = new ResizeObserver(() => stick.current && toEnd());
    watch.observe(inner.current);
    watch.observe(list.current);
    return () => watch.disconnect();
  }, []);

  const scrolled = () => {
    const box = list.current;
    if (!box) return;
    stick.current = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
    if (stick.current) setBelow(false);
  };
  const walk = (event: KeyboardEvent) => {
    const row = event.target as HTMLElement;
    if (!row.matches('.message') || !['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('.message') ?? [])];
    const at = rows.indexOf(row);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key] ?? at;
    const next = rows[Math.max(0, Math.min(to, rows.length - 1))];
    setCurrent(next?.dataset.ts ?? null);
    next?.focus();
  };

  return html`<div class="message-pane">
    <div
      ref=${list}
      class="message-list"
      role="log"
      aria-label=${label}
      aria-live="polite"
      aria-relevant="additions text"
      onScroll=${scrolled}
      onKeyDown=${walk}
      onFocusIn=${(event: FocusEvent) => setCurrent((event.target as HTMLElement).closest<HTMLElement>('.message')?.dataset.ts ?? null)}
    >
      <div ref=${inner} class="message-inner">
        ${start}
        ${messages.map((message, at) => {
          const before = messages[at - 1];
          const day = dayIn(momentOf(message.ts), viewer.zone);
          const newDay = !before || dayIn(momentOf(before.ts), viewer.zone) !== day;
          const isFresh = message.ts === freshTs;
          return html`
            ${newDay && html`<div class="day" role="separator"><span>${dayLabel(momentOf(message.ts), viewer)}</span></div>`}
            ${isFresh && html`<div class="fresh" role="separator"><span>${text.newMessages}</span></div>`}
            <${MessageRow}
              key=${message.ts}
              message=${message}
              follows=${!newDay && !isFresh && standsWith(before, message)}
              inThread=${inThread}
              current=${message.ts === (current ?? last?.ts)}
            />`;
        })}
      </div>
    </div>
    ${
      below &&
      html`<button type="button" class="new-below" onClick=${toEnd}><${Icon} name="down" />${text.newBelow}</button>`
    }
  </div>`;
}

const standsWith = (before: Message | undefined, message: Message): boolean =>
  before !== undefined &&
  before.user === message.user &&
  !before.ephemeral &&
  !message.ephemeral &&
  before.replies === 0 &&
  Number(message.ts) - Number(before.ts) < TOGETHER_S;
