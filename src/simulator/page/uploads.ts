import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useScene } from './surface.ts';

/** A file on its way to a message: `share` of it, 0 to 1, has arrived; with an `id` it is there. */
export type Upload = { name: string; share: number; id?: string };

type Props = { uploads: readonly Upload[]; onRemove: (gone: Upload) => void };

export function Uploads({ uploads, onRemove }: Props): VNode | null {
  const { text } = useScene();
  if (uploads.length === 0) return null;
  return html`<ul class="uploads" aria-label=${text.files}>
    ${uploads.map(
      (one) => html`<li class="file-chip">${one.name}
        ${
          one.id
            ? html`<button type="button" class="chip-remove" aria-label=${text.remove(one.name)} onClick=${() => onRemove(one)}>×</button>`
            : html`<progress max="1" value=${one.share} aria-label=${one.name}></progress>`
        }
      </li>`,
    )}
  </ul>`;
}
