import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from './desk.ts';
import { Icon } from './icons.ts';
import { Menu, type MenuItem } from './menu.ts';
import { commandOf, type Suggestion, Suggestions, suggest } from './suggestions.ts';
import { useScene } from './surface.ts';
import { triggerAt } from './trigger.ts';
import { troubleWords } from './trouble.ts';
import { type Upload, Uploads } from './uploads.ts';

type Props = { channel: string; threadTs?: string; name: string };

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
  const suggestions =
    trigger && dismissed !== typed
      ? suggest(trigger, { commands: state.commands, people, conversations, locale: viewer.locale })
      : [];
  const command = commandOf(typed, state.commands);

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
        aria-controls=${suggestions.length > 0 ? `${id}-list` : undefined}
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
      <${Uploads} uploads=${uploads} onRemove=${(gone: Upload) => setUploads(uploads.filter((other) => other !== gone))} />
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
      html`<${Suggestions}
        id=${id}
        anchor=${box}
        suggestions=${suggestions}
        active=${active}
        onActive=${setActive}
        onChoose=${complete}
        onClose=${() => setDismissed(typed)}
      />`
    }
  </div>`;
}
