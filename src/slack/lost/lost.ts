import { randomUUID } from 'node:crypto';
import { button, escaped, section, type View } from '../blocks.ts';
import { type Heard, press, Words } from '../command.ts';
import type { Turn } from '../turn.ts';
import { findLostForm, insertLostForm } from './store.ts';

const FORM_AGAIN = 'form_again';

/** Tells its writer what stood in a form that could not be saved and is closed, beside the button that opens it as it was. */
export async function keepLost(words: string, view: View, turn: Turn): Promise<void> {
  const id = randomUUID();
  const kept = await insertLostForm(turn.db, id, turn.person.userId, view, turn.now()).then(
    () => true,
    (error) => {
      turn.log.error({ err: error }, 'A closed form could not be kept.');
      return false;
    },
  );
  const open = button(FORM_AGAIN, turn.text.access.openAgain, id, 'primary');
  const buttons = kept ? [{ type: 'actions' as const, elements: [open] }] : [];
  await turn.tell({ text: escaped(words), blocks: [section(words), ...buttons], below: true });
}

export const lostForms: Heard[] = [
  press(FORM_AGAIN, Words, async (turn) => {
    const view = await findLostForm(turn.db, turn.pressed, turn.person.userId);
    if (!view) return { text: turn.text.conversation.lost };
    return turn.open(view, { press: FORM_AGAIN, value: turn.pressed });
  }),
];
