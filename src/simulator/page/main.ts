import { html, render } from 'htm/preact';
import { App } from './app.ts';

const root = document.getElementById('root');
if (root) render(html`<${App} />`, root);
