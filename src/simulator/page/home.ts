import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { useDesk } from './desk.ts';
import { PlacedBlocks } from './placed.ts';
import { useScene } from './surface.ts';

/** The app's Home tab. Opening it is an event for the app, which then draws it. */
export function Home(): VNode {
  const { state, tryAct } = useDesk();
  const { text } = useScene();
  const { home } = state;

  useEffect(() => {
    void tryAct({ do: 'openHome', tab: 'home' });
  }, [tryAct]);

  return html`<div class="home" role="tabpanel" aria-label=${text.home} tabIndex="-1">
    ${
      home
        ? html`<${PlacedBlocks} place=${{ view: home.id }} kind="home" blocks=${home.blocks} served=${home.values} words=${home.words} />`
        : html`<p class="start faint">${text.homeEmpty}</p>`
    }
  </div>`;
}
