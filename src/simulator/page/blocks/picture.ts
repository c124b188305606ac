import type { types } from '@slack/bolt';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../icons.ts';
import { useScene } from '../surface.ts';
import type { Of } from './kit.ts';
import { Link, Plain } from './words.ts';

type Image = { alt_text: string } & (types.UrlImageObject | types.SlackFileImageObject);

export function ImageBlock({ block }: { block: Of<'image'> }): VNode {
  return html`<figure class="image-block">
    ${block.title && html`<figcaption><${Plain} text=${block.title.text} /></figcaption>`}
    <${Picture} image=${block} class="picture" />
  </figure>`;
}

/**
 * A picture of the app. The playground asks nothing of the network: what lies elsewhere is named instead of fetched,
 * what was uploaded here is shown.
 */
export function Picture({ image, class: look }: { image: Image; class: string }): VNode {
  const { text, fileUrl } = useScene();
  const [failed, setFailed] = useState(false);
  const source = address(image, fileUrl);
  if (source === null || failed) {
    return html`<span class=${`${look} no-picture`} role="img" aria-label=${image.alt_text} title=${text.pictureElsewhere}>
      <${Icon} name="picture" /><span class="no-picture-words">${image.alt_text}</span>
    </span>`;
  }
  return html`<img class=${look} src=${source} alt=${image.alt_text} loading="lazy" onError=${() => setFailed(true)} />`;
}

function address(image: Image, fileUrl: (id: string) => string): string | null {
  if ('slack_file' in image && image.slack_file) {
    const id = 'id' in image.slack_file ? image.slack_file.id : /(F[A-Z0-9]{6,})/.exec(image.slack_file.url)?.[1];
    return id ? fileUrl(id) : null;
  }
  const url = 'image_url' in image ? image.image_url : '';
  if (url.startsWith('data:image/')) return url;
  return URL.canParse(url, location.href) && new URL(url, location.href).origin === location.origin ? url : null;
}

export function Video({ block }: { block: Of<'video'> }): VNode {
  const { text } = useScene();
  const thumbnail = { image_url: block.thumbnail_url, alt_text: block.alt_text };
  return html`<figure class="video">
    <figcaption>
      ${block.provider_name && html`<span class="faint video-source">${[block.author_name, block.provider_name].filter(Boolean).join(' · ')}</span>`}
      <b>${block.title_url ? html`<${Link} url=${block.title_url} text=${block.title.text} />` : block.title.text}</b>
      ${block.description && html`<div class="faint">${block.description.text}</div>`}
    </figcaption>
    <div class="video-frame"><${Picture} image=${thumbnail} class="picture" /><span class="play" aria-hidden="true">▶</span></div>
    <${Link} url=${block.video_url} text=${text.openVideo} />
  </figure>`;
}
