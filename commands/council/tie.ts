import type { Deps } from '../../src/base/deps.ts';
import { tieExpense, untieExpense } from '../../src/council/expense/store.ts';
import { contactName, parseContactName } from '../../src/council/rules.ts';
import { findContact } from '../../src/council/store.ts';
import { mayChange } from '../../src/people/rules.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Visitor } from '../../src/slack/visitor.ts';
import { expenseName, parseExpenseName } from '../../src/spending/expense/rules.ts';
import { findExpense } from '../../src/spending/expense/store.ts';
import { cardOf } from './show.ts';

/** `C31 E34`, in either order: ties a spend to a contact, or unties it. */
export async function tie(typed: string, how: 'tie' | 'untie', visitor: Visitor, deps: Deps): Promise<Message> {
  const { person, text } = visitor;
  const words = text.council.tie;
  const names = typed.split(' ');
  const contactId = parseContactName(names.find((name) => /^c\d/i.test(name)) ?? '');
  const expenseId = parseExpenseName(names.find((name) => /^e\d/i.test(name)) ?? '');
  if (contactId === null || expenseId === null) return { text: words.usage };
  const contact = await findContact(deps.db, contactId);
  if (!contact) return { text: text.council.notFound(contactName(contactId)) };
  if (!mayChange(person, contact)) return { text: text.council.form.notYours };
  if (!(await findExpense(deps.db, expenseId))) return { text: words.noExpense(expenseName(expenseId)) };
  const by = { actor: person.userId, at: deps.now() };
  const done = await (how === 'tie' ? tieExpense : untieExpense)(deps.db, contactId, expenseId, by);
  const said = how === 'tie' ? (done ? words.tied : words.tiedBefore) : done ? words.untied : words.notTied;
  return cardOf(contact, visitor, deps, said(contactName(contactId), expenseName(expenseId)));
}
