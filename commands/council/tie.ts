import { tieExpense, untieExpense } from '../../src/council/expense/store.ts';
import { contactName, parseContactName } from '../../src/council/rules.ts';
import { findContact } from '../../src/council/store.ts';
import { mayChange } from '../../src/people/rules.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Typed } from '../../src/slack/turn.ts';
import { expenseName, parseExpenseName } from '../../src/spending/expense/rules.ts';
import { findExpense } from '../../src/spending/expense/store.ts';
import { cardOf } from './show.ts';

/** `C31 E34`, in either order: ties a spend to a contact, or unties it. */
const tieOr =
  (how: 'tie' | 'untie') =>
  async (turn: Typed): Promise<Message> => {
    const { db, person, text } = turn;
    const words = text.council.tie;
    const names = turn.typed.split(' ');
    const contactId = parseContactName(names.find((name) => /^c\d/i.test(name)) ?? '');
    const expenseId = parseExpenseName(names.find((name) => /^e\d/i.test(name)) ?? '');
    if (contactId === null || expenseId === null) return { text: words.usage };
    const contact = await findContact(db, contactId);
    if (!contact) return { text: text.council.notFound(contactName(contactId)) };
    if (!mayChange(person, contact)) return { text: text.council.form.notYours };
    if (!(await findExpense(db, expenseId))) return { text: words.noExpense(expenseName(expenseId)) };
    const by = { actor: person.userId, at: turn.now() };
    const done = await (how === 'tie' ? tieExpense : untieExpense)(db, contactId, expenseId, by);
    const said = how === 'tie' ? (done ? words.tied : words.tiedBefore) : done ? words.untied : words.notTied;
    return cardOf(contact, turn, said(contactName(contactId), expenseName(expenseId)));
  };

export const tie = tieOr('tie');
export const untie = tieOr('untie');
