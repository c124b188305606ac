import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { SharedFile } from '../protocol.ts';
import { Icon } from './icons.ts';
import { useScene } from './surface.ts';

export function Files({ files }: { files: SharedFile[] }): VNode | null {
  const { text } = useScene();
  if (files.length === 0) return null;
  return html`<ul class="files" aria-label=${text.files}>${files.map((file) => html`<${FileCard} key=${file.id} file=${file} />`)}</ul>`;
}

function FileCard({ file }: { file: SharedFile }): VNode {
  const { text } = useScene();
  const saved = `${file.url}${file.url.includes('?') ? '&' : '?'}download=1`;
  const download = html`<a class="icon-button" href=${saved} download=${file.name} aria-label=${text.downloadFile(file.name)} title=${text.download}>
    <${Icon} name="download" />
  </a>`;
  if (file.isImage) {
    return html`<li class="file-picture">
      <div class="file-name faint">${file.title || file.name} ${download}</div>
      <a href=${file.url} target="_blank"><img src=${file.url} alt=${file.title || file.name} loading="lazy" /></a>
    </li>`;
  }
  return html`<li class="file-card">
    <span class="file-kind" aria-hidden="true">${kindOf(file.name)}</span>
    <span class="file-words"><a href=${saved} download=${file.name}>${file.title || file.name}</a><span class="faint small-text">${file.name} · ${sizeOf(file.size)}</span></span>
    ${download}
  </li>`;
}

const kindOf = (name: string): string =>
  name.includes('.') ? (name.split('.').at(-1) ?? '').slice(0, 4).toUpperCase() : '?';

export const sizeOf = (bytes: number): string =>
  bytes < 1024
    ? `${bytes}B`
    : bytes < 1024 ** 2
      ? `${Math.round(bytes / 1024)}KB`
      : `${(bytes / 1024 ** 2).toFixed(1)}MB`;
