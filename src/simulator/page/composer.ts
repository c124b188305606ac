import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Command } from '../protocol.ts';
import { Avatar } from './avatar.ts';
import { useDesk } from './desk.ts';
import { Icon } from './icons.ts';
import { Menu, type MenuItem } from './menu.ts';
import { Popup } from './popup.ts';
import { useScene } from './surface.ts';
import { triggerAt } from './trigger.ts';
import { troubleWords } from './trouble.ts';

type Props = { channel: string; threadTs?: string; name: string };
type Upload = { name: string; share: number; id?: string };
type Suggestion = { key: string; insert: string; person?: string; title: string; usage: string; hint: string };

/** What was half written, by conversation and thread, survives going elsewhere. */
const drafts = new Map<string, string>();

export function Composer({ channel, threadTs, name }: Props): VNode {
  const { state, tryAct, act, upload, say } = useDesk();
  const { text, people, conversations, viewer } = useScene();
  const key = threadTs ? `${channel}/${threadTs}` : channel;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(drafts.get(key) ?? '');
  const [cursor, setCursor] = useState(0);
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState('');
  const [waiting, setWaiting] = useState(false);
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [trouble, setTrouble] = useState('');

  const write = (next: string, at = next.length) => {
    drafts.set(key, next);
    setTyped(next);
    setCursor(at);
    setActive(0);
  };
  useLayoutEffect(() => {
    const field = area.current;
    if (!field) return;
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, 220)}px`;
  }, [typed]);
  useEffect(() => {
    if (matchMedia('(hover: hover)').matches && !document.querySelector('dialog[open]')) area.current?.focus();
  }, []);

  const trigger = triggerAt(typed, cursor, true);
  const suggestions = trigger && dismissed !== typed ? suggest(trigger.kind, trigger.query) : [];
  const command = commandOf(typed, state.commands);

  function suggest(kind: '/' | '@' | '#', query: string): Suggestion[] {
    const wanted = query.normalize('NFC').toLowerCase();
    if (kind === '/') {
      // Each command has two names; before anything is typed only those of this page's language are shown.
      const found = state.commands
        .filter((one) => wanted !== '' || !one.twin || one.language === viewer.locale)
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

  const complete = (chosen: Suggestion) => {
    if (!trigger) return;
    const next = typed.slice(0, trigger.from) + chosen.insert + typed.slice(cursor).replace(/^ /, '');
    const at = trigger.from + chosen.insert.length;
    write(next, at);
    area.current?.focus();
    requestAnimationFrame(() => area.current?.setSelectionRange(at, at));
  };

  const send = async () => {
    const line = typed.trim();
    const ready = uploads.flatMap((one) => (one.id ? [one.id] : []));
    if (waiting || uploads.some((one) => !one.id) || (line === '' && ready.length === 0)) return;
    setTrouble('');
    const isCommand = /^\/[^\s/]/.test(line) && ready.length === 0;
    if (isCommand && threadTs) return setTrouble(text.commandInThread);
    setWaiting(true);
    write('');
    setUploads([]);
    area.current?.focus();
    const answer = await tryAct(
      isCommand
        ? { do: 'command', channel, text: line }
        : {
            do: 'message',
            channel,
            text: line,
            ...(threadTs ? { threadTs } : {}),
            ...(ready.length > 0 ? { files: ready } : {}),
          },
    );
    setWaiting(false);
    if (answer.ok) return;
    // Nothing typed is lost: what could not be delivered comes back, unless something new stands there already.
    if (!drafts.get(key)) write(line);
    setTrouble(troubleWords(text, answer));
  };

  const keys = (event: KeyboardEvent) => {
    // While a Korean syllable is being put together, Enter belongs to the input method.
    if (event.isComposing) return;
    const chosen = suggestions[active];
    if (chosen) {
      const exact = trigger?.kind === '/' && chosen.title === typed.trim();
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        setActive((active + (event.key === 'ArrowDown' ? 1 : -1) + suggestions.length) % suggestions.length);
        return;
      }
      if (event.key === 'Tab' || (event.key === 'Enter' && !exact)) {
        event.preventDefault();
        complete(chosen);
        return;
      }
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        setDismissed(typed);
        return;
      }
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  };

  const attach = async (files: File[]) => {
    for (const file of files) {
      const mine: Upload = { name: file.name, share: 0 };
      setUploads((all) => [...all, mine]);
      const change = (next: Partial<Upload>) => {
        Object.assign(mine, next);
        setUploads((all) => [...all]);
      };
      try {
        change({ id: await upload(file, (share) => change({ share })) });
      } catch {
        setUploads((all) => all.filter((one) => one !== mine));
        say(text.uploadFailed(file.name));
      }
    }
    area.current?.focus();
  };
  const wrap = (mark: string) => {
    const field = area.current;
    if (!field) return;
    const [from, to] = [field.selectionStart, field.selectionEnd];
    write(typed.slice(0, from) + mark + typed.slice(from, to) + mark + typed.slice(to), to + mark.length);
    field.focus();
    requestAnimationFrame(() => field.setSelectionRange(from + mark.length, to + mark.length));
  };

  const shortcuts = state.shortcuts.filter((one) => one.type === 'global');
  const items: MenuItem[] = [
    { label: text.attach, onPick: () => chooser.current?.click() },
    ...(shortcuts.length > 0 ? [{ heading: text.shortcutsOf(state.app.name) }] : []),
    ...shortcuts.map((one) => ({
      label: one.name,
      ...(one.description ? { hint: one.description } : {}),
      onPick: () => void act({ do: 'shortcut', callbackId: one.callbackId }),
    })),
  ];
  const follow = () => setCursor(area.current?.selectionStart ?? 0);
  const canSend = typed.trim() !== '' || uploads.some((one) => one.id);

  return html`<div class="composer-frame">
    ${trouble && html`<div class="composer-trouble" role="alert">${trouble}<button type="button" class="icon-button" aria-label=${text.close} onClick=${() => setTrouble('')}><${Icon} name="close" /></button></div>`}
    <div
      class="composer"
      ref=${box}
      onDragOver=${(event: DragEvent) => event.preventDefault()}
      onDrop=${(event: DragEvent) => {
        event.preventDefault();
        void attach([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <textarea
        ref=${area}
        rows="1"
        value=${typed}
        aria-label=${threadTs ? text.replyInput : text.messageInput}
        placeholder=${threadTs ? text.replyInput : text.messageTo(name)}
        aria-autocomplete="list"
        aria-controls=${`${id}-list`}
        aria-activedescendant=${suggestions[active] ? `${id}-${active}` : undefined}
        onInput=${(event: Event) => {
          const field = event.currentTarget as HTMLTextAreaElement;
          write(field.value, field.selectionStart);
        }}
        onKeyDown=${keys}
        onKeyUp=${follow}
        onClick=${follow}
        onBlur=${() => setDismissed(typed)}
        onFocus=${() => setDismissed('')}
        onPaste=${(event: ClipboardEvent) => {
          const files = [...(event.clipboardData?.files ?? [])];
          if (files.length === 0) return;
          event.preventDefault();
          void attach(files);
        }}
      ></textarea>
      ${
        uploads.length > 0 &&
        html`<ul class="uploads" aria-label=${text.files}>
          ${uploads.map(
            (one) => html`<li class="file-chip">${one.name}
              ${
                one.id
                  ? html`<button type="button" class="chip-remove" aria-label=${text.remove(one.name)} onClick=${() => setUploads(uploads.filter((other) => other !== one))}>×</button>`
                  : html`<progress max="1" value=${one.share} aria-label=${one.name}></progress>`
              }
            </li>`,
          )}
        </ul>`
      }
      <div class="composer-tools">
        <${Menu} label=${text.composerMenu} class="icon-button round" trigger=${html`<${Icon} name="plus" />`} items=${items} />
        <span class="format" role="group" aria-label=${text.formatting}>
          <button type="button" class="icon-button" aria-label=${text.bold} title=${text.bold} onClick=${() => wrap('*')}><b>B</b></button>
          <button type="button" class="icon-button" aria-label=${text.italic} title=${text.italic} onClick=${() => wrap('_')}><i>I</i></button>
          <button type="button" class="icon-button" aria-label=${text.strike} title=${text.strike} onClick=${() => wrap('~')}><s>S</s></button>
          <button type="button" class="icon-button" aria-label=${text.code} title=${text.code} onClick=${() => wrap('`')}><code>{}</code></button>
        </span>
        <span class="composer-hint faint small-text" role="status">${waiting ? text.waitingForApp : text.commandHint}</span>
        <button type="button" class="send" aria-label=${text.send} title=${text.enterHint} disabled=${!canSend || waiting} onClick=${send}>
          <${Icon} name="send" />
        </button>
      </div>
      <input
        ref=${chooser}
        type="file"
        multiple
        class="visually-hidden"
        tabIndex="-1"
        aria-label=${text.attach}
        onChange=${(event: Event) => {
          const field = event.currentTarget as HTMLInputElement;
          void attach([...(field.files ?? [])]);
          field.value = '';
        }}
      />
    </div>
    ${
      command &&
      html`<div class="usage" role="status"><b>${command.command}</b> <span class="usage-hint">${command.usageHint}</span><span class="faint">${command.description}</span></div>`
    }
    ${
      suggestions.length > 0 &&
      html`<${Popup} anchor=${box} align="match" onClose=${() => setDismissed(typed)} class="suggestions">
        <div id=${`${id}-list`} role="listbox" aria-label=${text.suggestions} onPointerDown=${(event: PointerEvent) => event.preventDefault()}>
          ${suggestions.map(
            (one, at) => html`<div
              key=${one.key}
              id=${`${id}-${at}`}
              role="option"
              aria-selected=${at === active}
              class=${`option suggestion ${at === active ? 'active' : ''}`}
              ref=${(row: HTMLElement | null) => at === active && row?.scrollIntoView({ block: 'nearest' })}
              onPointerMove=${() => at !== active && setActive(at)}
              onClick=${() => complete(one)}
            >
              ${one.person && html`<${Avatar} person=${people.find((person) => person.id === one.person)} size=${24} />`}
              <span class="suggestion-words"><b>${one.title}</b> <span class="usage-hint">${one.usage}</span></span>
              <span class="faint small-text suggestion-hint">${one.hint}</span>
            </div>`,
          )}
        </div>
      <//>`
    }
  </div>`;
}

function commandOf(typed: string, commands: Command[]): Command | undefined {
  const space = typed.search(/\s/);
  return space < 0 ? undefined : commands.find((one) => one.command === typed.slice(0, space).normalize('NFC'));
}
