import { isManager } from '../../src/people/rules.ts';
import { ending } from '../../src/register/ending.ts';
import { type Heard, pages } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Turn } from '../../src/slack/turn.ts';
import { discardHeldRow, findHeldRow, findHeldRows, type HeldRow } from '../../src/spending/held/store.ts';
import { HELD_DISCARD, HELD_PAGE, HELD_PAGE_SIZE, heldMessage } from '../../src/spending/held/views.ts';

/** The rows that an import could not read, a page at a time. */
export async function listHeld(offset: number, turn: Turn, lead?: string): Promise<Message> {
  const found = await findHeldRows(turn.db, { offset, limit: HELD_PAGE_SIZE });
  // Rows may have been settled since the page before was shown.
  if (found.rows.length === 0 && offset > 0) return listHeld(0, turn, lead);
  return heldMessage(found, offset, isManager(turn.person), turn.text, lead);
}

const discarding = ending<HeldRow>({
  open: HELD_DISCARD,
  form: 'held_discard_form',
  async find(named, { db, person, text }) {
    if (!isManager(person)) return { refused: text.access.notManager };
    const row = await findHeldRow(db, Number(named));
    return row?.state === 'open' ? { subject: row } : { ended: text.expense.held.notFound };
  },
  words({ file, line }, { expense: { held } }) {
    return { ...held.discardForm, explain: held.discardForm.explain(file, String(line)) };
  },
  async end({ id, file, line }, reason, turn) {
    const { discarded, notFound } = turn.text.expense.held;
    const by = { actor: turn.person.userId, at: turn.now(), reason };
    const done = (await discardHeldRow(turn.db, id, by)) ? discarded(file, String(line)) : notFound;
    return { done, say: () => listHeld(0, turn, done) };
  },
});

/** Mending opens the expense form, so it stands in record.ts. */
export const heldRows: Heard[] = [...pages(HELD_PAGE, (turn) => listHeld(turn.offset, turn)), ...discarding.hears];
