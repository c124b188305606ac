import { webApi as api, type webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '../base/log.ts';
import type { View } from './blocks.ts';
import { readEnvelope, sealed } from './metadata.ts';
import { type OpenView, showView } from './urgent-call.ts';

/** How long a person has to pause before the form changes: each letter is told, and Slack takes some hundred calls a minute. */
const QUIET_MS = 300;
const REMEMBERED = 200;

/** `anew`: fields that show what they begin with now, whatever stood in them: Slack keeps what stands in a field of the same name. */
export type Drawn = { view: View; anew: readonly string[] };
export type Draw = () => Promise<View | Drawn | null>;
/** `told`: the hash the last change came with; `drawn`: that of our own last drawing, `shown`, which may not have reached the screen yet. */
type Open = {
  told: string;
  drawn: string | null;
  shown: View | null;
  draw: Draw | null;
  busy: boolean;
  /** When the newest change was made, by Slack's clock. */
  changed: string;
  taken?: Promise<boolean>;
};
/**
 * Resolves when it is drawn. `isNew`: the form has just opened, and nobody types yet. `changed`: when it was changed, by Slack's clock; of
 * two changes the one made first may be heard last, and what was drawn of it would stand for good.
 */
type Redraw = (
  client: webApi.WebClient,
  view: OpenView,
  draw: Draw,
  when: { isNew: true } | { changed: string },
) => Promise<void>;
/** `sent`: nobody draws a form while what was sent of it is taken, nor afterwards where it was: then it is closed. */
type Redraws = { redraw: Redraw; sent(id: string, taken: Promise<boolean>): void };

/** One for each app: what opens a form and what hears of its changes draw in turn. */
export function redrawsOf(log: Log): Redraws {
  const known = redraws.get(log) ?? createRedraws(log);
  redraws.set(log, known);
  return known;
}

const redraws = new WeakMap<Log, Redraws>();

/**
 * Draws open forms anew while they are filled in. Of several changes in a row the last is drawn, one after the other for each form; the
 * hash keeps one process from undoing what another drew since. Fields keep what was typed as long as their names stay.
 */
function createRedraws(log: Log, quietMs = QUIET_MS): Redraws {
  const open = new Map<string, Open>();

  async function run(client: webApi.WebClient, id: string, form: Open, isNew: boolean): Promise<void> {
    for (let waits = !isNew; form.draw; waits = true) {
      if (waits) await new Promise((resolve) => setTimeout(resolve, quietMs).unref());
      if (await form.taken) form.draw = null;
      const { draw } = form;
      form.draw = null;
      if (!draw) break;
      try {
        const drawn = await draw();
        if (!drawn || form.draw || (await form.taken)) continue;
        form.drawn = await update(client, id, form, drawing(drawn));
        form.shown = drawing(drawn).view;
      } catch (error) {
        // The form is closed, or someone else drew it since: then the next change is drawn.
        const said = error instanceof api.WebAPIPlatformError ? error.data.error : '';
        if (said !== 'not_found' && said !== 'hash_conflict')
          log.warn({ err: error }, 'A form could not be drawn anew.');
      }
    }
    form.busy = false;
  }

  const redraw: Redraw = async (client, { id, hash }, draw, when) => {
    const form = open.get(id) ?? { told: hash, drawn: null, shown: null, draw: null, busy: false, changed: '' };
    const changed = 'changed' in when ? when.changed : '';
    if (changed < form.changed) return;
    form.changed = changed;
    open.delete(id);
    open.set(id, form);
    if (open.size > REMEMBERED) open.delete(open.keys().next().value ?? '');
    form.told = hash;
    form.draw = draw;
    if (form.busy) return;
    form.busy = true;
    await run(client, id, form, 'isNew' in when);
  };
  const sent = (id: string, taken: Promise<boolean>) => {
    const isTaken = taken.catch(() => false);
    const form = open.get(id);
    if (form) form.taken = isTaken;
  };
  return { redraw, sent };
}

const drawing = (drawn: View | Drawn): Drawn => ('view' in drawn ? drawn : { view: drawn, anew: [] });

/** What was drawn, knowing of itself what the form did that it is drawn into. */
export const sealedDrawing = (drawn: View | Drawn, metadata: string): Drawn => {
  const { view, anew } = drawing(drawn);
  return { view: sealed(view, readEnvelope(metadata)), anew };
};

/** A field begins anew when it was gone for a moment. */
async function update(client: webApi.WebClient, id: string, open: Open, { view, anew }: Drawn): Promise<string> {
  // What was told may be older than what we drew since: a field that begins so already is left alone.
  const gone = anew.filter(
    (field) => open.shown === null || beginningOf(open.shown, field) !== beginningOf(view, field),
  );
  if (gone.length === 0) return updateOnce(client, id, open, view);
  const blocks = view.blocks.filter(({ block_id }) => !gone.includes(block_id ?? ''));
  const drawn = await updateOnce(client, id, open, { ...view, blocks });
  return updateOnce(client, id, { told: drawn, drawn }, view);
}

const Beginning = z
  .looseObject({
    element: z.looseObject({ initial_option: z.unknown().optional(), initial_value: z.unknown().optional() }),
  })
  .transform(({ element }) => [element.initial_option, element.initial_value]);

/** What a field of a form begins with. */
const beginningOf = (view: View, field: string): string =>
  JSON.stringify(Beginning.safeParse(view.blocks.find(({ block_id }) => block_id === field)).data ?? []);

async function updateOnce(
  client: webApi.WebClient,
  id: string,
  { told, drawn }: Pick<Open, 'told' | 'drawn'>,
  view: View,
): Promise<string> {
  const now = await showView(client, 'views.update', { view_id: id, hash: told, view }).catch((error) => {
    const conflict = error instanceof api.WebAPIPlatformError && error.data.error === 'hash_conflict';
    if (!conflict || drawn === null || drawn === told) throw error;
    return showView(client, 'views.update', { view_id: id, hash: drawn, view });
  });
  return now?.hash ?? told;
}
