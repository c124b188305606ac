import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ElementOf } from '../blocks/kit.ts';
import { Icon } from '../icons.ts';
import { useControl, useScene, useSurface } from '../surface.ts';

/** Names of files chosen here: a value holds only ids. */
const names = new Map<string, string>();

export function FileInput({ element }: { element: ElementOf<'file_input'> }): VNode {
  const { text, fileUrl } = useScene();
  const { upload, words } = useSurface();
  const { value, keep, slot, aria } = useControl(element);
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ name: string; share: number }[]>([]);
  const [refused, setRefused] = useState('');
  const [over, setOver] = useState(false);
  const nameOf = (id: string) => names.get(id) ?? words[id] ?? id;
  const ids = Array.isArray(value) ? value : [];
  const most = element.max_files ?? 10;

  const add = async (files: File[]) => {
    setRefused('');
    const fitting = files.filter((file) => fits(file.name, element.filetypes));
    if (fitting.length < files.length) setRefused(text.wrongFileType(element.filetypes?.join(', ') ?? ''));
    const room = fitting.slice(0, Math.max(0, most - ids.length));
    if (room.length < fitting.length) setRefused(text.tooManyFiles(most));
    const progress = room.map((file) => ({ name: file.name, share: 0 }));
    setSending([...progress]);
    const added: string[] = [];
    for (const [at, file] of room.entries()) {
      try {
        const id = await upload(file, (share) => {
          progress[at] = { name: file.name, share };
          setSending([...progress]);
        });
        names.set(id, file.name);
        added.push(id);
      } catch {
        setRefused(text.uploadFailed(file.name));
      }
    }
    setSending([]);
    if (added.length > 0) keep([...ids, ...added]);
  };

  return html`<div
    class=${`file-input ${over ? 'over' : ''}`}
    onDragOver=${(event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    }}
    onDragLeave=${() => setOver(false)}
    onDrop=${(event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      void add([...(event.dataTransfer?.files ?? [])]);
    }}
  >
    <input
      ref=${input}
      type="file"
      tabIndex="-1"
      class="visually-hidden"
      multiple=${most > 1}
      accept=${element.filetypes?.map((one) => `.${one}`).join(',')}
      aria-label=${slot.labelId ? undefined : text.addFile}
      ...${aria}
      onChange=${(event: Event) => {
        const target = event.currentTarget as HTMLInputElement;
        void add([...(target.files ?? [])]).then(() => {
          target.value = '';
        });
      }}
    />
    ${ids.map(
      (id) => html`<span class="file-chip" key=${id}>
        <a href=${fileUrl(id)} target="_blank">${nameOf(id)}</a>
        <button type="button" class="chip-remove" aria-label=${text.remove(nameOf(id))} onClick=${() => keep(ids.filter((one) => one !== id))}>×</button>
      </span>`,
    )}
    ${sending.map(
      (one) =>
        html`<label class="progress">${one.name}<progress max="1" value=${one.share} aria-label=${one.name}></progress></label>`,
    )}
    ${
      ids.length < most &&
      html`<button type="button" class="button" aria-describedby=${slot.labelId} disabled=${sending.length > 0} onClick=${() => input.current?.click()}><${Icon} name="attach" />${text.addFile}</button>
        <span class="faint small-text">${text.orDrop}</span>`
    }
    ${refused && html`<div class="problem" role="alert">${refused}</div>`}
  </div>`;
}

export const fits = (name: string, types: string[] | undefined): boolean => {
  if (!types || types.length === 0) return true;
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  const same = (type: string) => (type === 'jpeg' ? 'jpg' : type.toLowerCase().replace(/^\./, ''));
  return types.some((type) => same(type) === same(ending));
};
