import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Confirm } from './blocks/kit.ts';
import { Text } from './blocks/words.ts';
import { Dialog } from './dialog.ts';
import { useScene } from './surface.ts';

export function ConfirmDialog({ confirm, onAnswer }: { confirm: Confirm; onAnswer: (yes: boolean) => void }): VNode {
  const { text } = useScene();
  return html`<${Dialog}
    title=${confirm.title?.text ?? text.areYouSure}
    role="alertdialog"
    class="confirm"
    onClose=${() => onAnswer(false)}
  >
    <div class="dialog-body"><${Text} text=${confirm.text} /></div>
    <footer class="dialog-foot">
      <button type="button" class="button" onClick=${() => onAnswer(false)}>${confirm.deny?.text ?? text.no}</button>
      <button
        type="button"
        data-autofocus
        class=${`button ${confirm.style === 'danger' ? 'danger' : 'primary'}`}
        onClick=${() => onAnswer(true)}
      >${confirm.confirm?.text ?? text.yes}</button>
    </footer>
  <//>`;
}
