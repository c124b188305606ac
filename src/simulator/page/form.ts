import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { View } from '../protocol.ts';
import { Blocks } from './blocks/block.ts';
import type { Confirm } from './blocks/kit.ts';
import { useDesk } from './desk.ts';
import { Dialog, focusFirst } from './dialog.ts';
import { checkFields } from './fields.ts';
import { Icon } from './icons.ts';
import { hasTyped, problemWords, useInputs } from './placed.ts';
import { AskContext, type PageText, SurfaceContext, useScene } from './surface.ts';
import { troubleWords } from './trouble.ts';

/** The forms that are open: one dialog, in which the front one stands. */
export function Forms(): VNode | null {
  const { state, act } = useDesk();
  const { text } = useScene();
  const [submitting, setSubmitting] = useState(false);
  const view = state.views.at(-1);
  if (!view) return null;
  const stacked = state.views.length > 1;
  const ask = useContext(AskContext);
  const leave = async () => {
    if (submitting || (hasTyped(view.id) && !(await ask(leaving(text))))) return;
    close(false);
  };
  const close = (all: boolean) => void act({ do: 'close', view: view.id, ...(all ? { all } : {}) });

  return html`<${Dialog}
    title=${view.title || text.form}
    class="form"
    onClose=${leave}
    before=${
      stacked &&
      html`<button type="button" class="icon-button" aria-label=${text.previousForm} title=${text.previousForm} onClick=${() => close(false)}>
        <${Icon} name="back" />
      </button>`
    }
    after=${html`<button
      type="button"
      class="icon-button"
      aria-label=${stacked ? text.closeAll : text.close}
      title=${stacked ? text.closeAll : text.close}
      onClick=${() => close(true)}
    ><${Icon} name="close" /></button>`}
  >
    <${Form} key=${view.id} view=${view} close=${() => close(false)} submitting=${submitting} setSubmitting=${setSubmitting} />
  <//>`;
}

/** Esc is pressed by mistake sooner than a button: what was typed goes only when that is wanted. */
function leaving(text: PageText): Confirm {
  const words = (said: string) => ({ type: 'plain_text' as const, text: said });
  return {
    title: words(text.leaveForm),
    text: words(text.leaveTyped),
    confirm: words(text.leave),
    deny: words(text.stay),
    style: 'danger',
  };
}

type FormProps = { view: View; close: () => void; submitting: boolean; setSubmitting: (on: boolean) => void };

function Form({ view, close, submitting, setSubmitting }: FormProps): VNode {
  const { tryAct } = useDesk();
  const { text } = useScene();
  const { values, surface } = useInputs({ view: view.id }, view.blocks, view.values);
  const [own, setOwn] = useState<{ [blockId: string]: string }>({});
  const [trouble, setTrouble] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const problems = { ...view.errors, ...own };

  useEffect(() => () => setSubmitting(false), [setSubmitting]);
  useEffect(() => {
    if (form.current) focusFirst(form.current);
  }, []);

  const showFirst = (found: { [blockId: string]: string }) => {
    const first = view.blocks.find((block) => found[block.block_id]);
    const spot = first && form.current?.querySelector<HTMLElement>(`[data-block-id="${CSS.escape(first.block_id)}"]`);
    spot?.scrollIntoView({ block: 'center' });
    spot?.querySelector<HTMLElement>('input, textarea, button')?.focus();
  };
  const refuse = (found: { [blockId: string]: string }) => {
    setOwn(found);
    requestAnimationFrame(() => showFirst(found));
  };

  const submit = async (event: Event) => {
    event.preventDefault();
    if (submitting) return;
    setTrouble('');
    const found = problemWords(text, checkFields(view.blocks, values));
    if (Object.keys(found).length > 0) return refuse(found);
    setOwn({});
    setSubmitting(true);
    const answer = await tryAct({ do: 'submit', view: view.id, values });
    setSubmitting(false);
    if (answer.ok) return;
    const refused = { ...(answer.problems ? problemWords(text, answer.problems) : {}), ...answer.errors };
    const shown = Object.fromEntries(
      Object.entries(refused).filter(([id]) => view.blocks.some((block) => block.block_id === id)),
    );
    if (Object.keys(shown).length > 0) refuse(shown);
    else setTrouble(troubleWords(text, answer));
  };

  const kept: typeof surface = {
    ...surface,
    set: (blockId, actionId, value) => {
      surface.set(blockId, actionId, value);
      if (own[blockId]) setOwn(Object.fromEntries(Object.entries(own).filter(([id]) => id !== blockId)));
    },
  };
  return html`<form ref=${form} class="form-frame" noValidate onSubmit=${submit} aria-busy=${submitting}>
    <div class="dialog-body">
      <${SurfaceContext.Provider} value=${{ ...kept, kind: 'modal', problems, words: view.words ?? {} }}><${Blocks} blocks=${view.blocks} /><//>
    </div>
    ${trouble && html`<div class="form-trouble" role="alert">${trouble}</div>`}
    ${
      (view.submit || view.close) &&
      html`<footer class="dialog-foot">
        <span class="form-note" role="status">${Object.keys(problems).length > 0 ? text.formRefused : ''}</span>
        <button type="button" class="button" onClick=${close}>${view.close ?? text.close}</button>
        ${
          view.submit &&
          html`<button type="submit" class=${`button primary ${submitting ? 'busy' : ''}`} disabled=${view.submitDisabled} aria-disabled=${submitting}>
            ${view.submit}
          </button>`
        }
      </footer>`
    }
  </form>`;
}
