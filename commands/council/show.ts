import { findCountRules } from '../../src/council/count/store.ts';
import { findTied } from '../../src/council/expense/store.ts';
import { findBriefing } from '../../src/council/policies/store.ts';
import { type Contact, contactName, parseContactName } from '../../src/council/rules.ts';
import { findContact, restoreContact, voidContact } from '../../src/council/store.ts';
import { COUNCIL_RESTORE, COUNCIL_SHOW, COUNCIL_VOID, contactMessage, historyWords } from '../../src/council/views.ts';
import { findFollowupsOf } from '../../src/followup/store.ts';
import { findUsualDue } from '../../src/followup/usual-due.ts';
import { formatMoment } from '../../src/korean/day-words.ts';
import { findHistory } from '../../src/people/history/store.ts';
import { historyLine } from '../../src/people/history/views.ts';
import { mayChange } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { endingBothWays } from '../../src/register/both-ways.ts';
import { finding } from '../../src/register/finding.ts';
import { type Heard, press, Words } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Turn } from '../../src/slack/turn.ts';

const HISTORY_SHOWN = 10;

export const contacts = finding<Contact>({
  names: { parse: parseContactName, name: contactName },
  find: findContact,
  isEnded: ({ voided }) => voided,
  mayChange,
  words: ({ council: { whichRecord: which, notFound, form } }) => ({ which, notFound, notYours: form.notYours }),
});

/** `C31` → the contact with its requests and history, or why not. */
export async function showContact(typed: string, turn: Turn): Promise<Message> {
  const found = await contacts.found(typed, turn);
  return 'refused' in found ? { text: found.refused } : cardOf(found.record, turn);
}

/** The card of a contact, under a sentence on what was just done. */
export async function cardOf(contact: Contact, turn: Turn, first?: string): Promise<Message> {
  const { db, person, text, today, config } = turn;
  const history = await findHistory(db, 'council', String(contact.id), HISTORY_SHOWN);
  const names = await findNames(db, [...new Set(history.map((entry) => entry.actor))]);
  const when = (at: Date) => formatMoment(at, config.timezone, text.language, today);
  const card = {
    contact,
    requests: (await findFollowupsOf(db, { noun: 'council', record: String(contact.id) })).filter((it) => !it.voided),
    expenses: await findTied(db, contact.id),
    briefing: contact.briefingId === null ? null : await findBriefing(db, contact.briefingId),
    rules: await findCountRules(db),
    history: history.map((entry) => historyLine(entry, names, historyWords(turn), when)),
    mayChange: mayChange(person, contact),
    usualDue: await findUsualDue(db, today),
  };
  return contactMessage(card, turn, first);
}

/** `C31 잘못 적음` voids at once; without a reason a form asks for it. */
export const voiding = endingBothWays<Contact>({
  of: contacts,
  end: { open: COUNCIL_VOID, form: 'council_void_form' },
  restore: { open: COUNCIL_RESTORE, form: 'council_restore_form' },
  records: () => ({ end: voidContact, restore: restoreContact }),
  card: cardOf,
});

export const contactCards: Heard[] = [
  press(COUNCIL_SHOW, Words, (turn) => showContact(turn.pressed, turn)),
  ...voiding.hears,
];
