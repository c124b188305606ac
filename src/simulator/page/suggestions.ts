import { html } from 'htm/preact';
import type { RefObject, VNode } from 'preact';
import type { Command, Conversation, Person } from '../protocol.ts';
import { Avatar } from './avatar.ts';
import { Popup } from './popup.ts';
import { useScene } from './surface.ts';
import type { Trigger } from './trigger.ts';

export type Suggestion = { key: string; insert: string; person?: string; title: string; usage: string; hint: string };

type Known = {
  commands: readonly Command[];
  people: readonly Person[];
  conversations: readonly Conversation[];
  locale: string;
};

/** What could stand where the person is writing, the likeliest first. */
export function suggest({ kind, query }: Trigger, { commands, people, conversations, locale }: Known): Suggestion[] {
  const wanted = query.normalize('NFC').toLowerCase();
  if (kind === '/') {
    // Each command has two names; before anything is typed only those of this page's language are shown.
    const found = commands
      .filter((one) => wanted !== '' || !one.twin || one.language === locale)
      .filter((one) => `${one.command} ${one.description}`.normalize('NFC').toLowerCase().includes(wanted));
    const begins = (one: Command) => Number(one.command.slice(1).toLowerCase().startsWith(wanted));
    return found
      .sort((a, b) => begins(b) - begins(a))
      .map((one) => ({
        key: one.command,
        insert: `${one.command} `,
        title: one.command,
        usage: one.usageHint,
        hint: one.description,
      }));
  }
  if (kind === '@') {
    return people
      .filter((one) => `${one.name} ${one.realName} ${one.department} ${one.title}`.toLowerCase().includes(wanted))
      .slice(0, 12)
      .map((one) => ({
        key: one.id,
        insert: `@${one.name} `,
        person: one.id,
        title: one.name,
        usage: '',
        hint: [one.department, one.title].filter(Boolean).join(' '),
      }));
  }
  return conversations
    .filter((one) => (one.kind === 'channel' || one.kind === 'private') && one.name.toLowerCase().includes(wanted))
    .map((one) => ({ key: one.id, insert: `#${one.name} `, title: `#${one.name}`, usage: '', hint: one.topic }));
}

/** The command that a line begins with, once something follows it. */
export function commandOf(typed: string, commands: Command[]): Command | undefined {
  const space = typed.search(/\s/);
  return space < 0 ? undefined : commands.find((one) => one.command === typed.slice(0, space).normalize('NFC'));
}

type Props = {
  id: string;
  anchor: RefObject<HTMLElement>;
  suggestions: readonly Suggestion[];
  active: number;
  onActive: (at: number) => void;
  onChoose: (chosen: Suggestion) => void;
  onClose: () => void;
};

/** The list above the composer; its ids are what the field's aria attributes point at. */
export function Suggestions({ id, anchor, suggestions, active, onActive, onChoose, onClose }: Props): VNode {
  const { text, people } = useScene();
  return html`<${Popup} anchor=${anchor} align="match" onClose=${onClose} class="suggestions">
    <div id=${`${id}-list`} role="listbox" aria-label=${text.suggestions} onPointerDown=${(event: PointerEvent) => event.preventDefault()}>
      ${suggestions.map(
        (one, at) => html`<div
          key=${one.key}
          id=${`${id}-${at}`}
          role="option"
          aria-selected=${at === active}
          class=${`option suggestion ${at === active ? 'active' : ''}`}
          ref=${(row: HTMLElement | null) => at === active && row?.scrollIntoView({ block: 'nearest' })}
          onPointerMove=${() => at !== active && onActive(at)}
          onClick=${() => onChoose(one)}
        >
          ${one.person && html`<${Avatar} person=${people.find((person) => person.id === one.person)} size=${24} />`}
          <span class="suggestion-words"><b>${one.title}</b> <span class="usage-hint">${one.usage}</span></span>
          <span class="faint small-text suggestion-hint">${one.hint}</span>
        </div>`,
      )}
    </div>
  <//>`;
}
