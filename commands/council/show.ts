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
import { ending } from '../../src/register/ending.ts';
import { restoring } from '../../src/register/restoring.ts';
import { type Heard, press, Words } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Turn } from '../../src/slack/turn.ts';

const HISTORY_SHOWN = 10;

/** `C31` → the contact with its requests and history, or why not. */
export async function showContact(typed: string, turn: Turn): Promise<Message> {
  const id = parseContactName(typed);
  if (id === null) return { text: turn.text.council.whichRecord };
  const contact = await findContact(turn.db, id);
  return contact ? cardOf(contact, turn) : { text: turn.text.council.notFound(contactName(id)) };
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
export const voiding = ending<Contact>({
  open: COUNCIL_VOID,
  form: 'council_void_form',
  async find(named, { db, person, text }) {
    const id = parseContactName(named);
    if (id === null) return { refused: text.council.whichRecord };
    const contact = await findContact(db, id);
    if (!contact) return { refused: text.council.notFound(contactName(id)) };
    if (!mayChange(person, contact)) return { refused: text.council.form.notYours };
    return contact.voided ? { ended: text.council.voidedBefore(contactName(id)) } : { subject: contact };
  },
  words: ({ id }, { council: { voidForm } }) => ({ ...voidForm, explain: voidForm.explain(contactName(id)) }),
  async end({ id }, reason, turn) {
    const voided = await voidContact(turn.db, id, { actor: turn.person.userId, at: turn.now(), reason });
    const done = turn.text.council[voided?.again ? 'voidedBefore' : 'voidedNow'](contactName(id));
    return { done, ...(voided ? { say: () => cardOf(voided.record, turn, done) } : {}) };
  },
});

export const bringingBack = restoring<Contact>({
  open: COUNCIL_RESTORE,
  form: 'council_restore_form',
  async find(named, { db, person, text }) {
    const id = parseContactName(named);
    if (id === null) return { refused: text.council.whichRecord };
    const contact = await findContact(db, id);
    if (!contact) return { refused: text.council.notFound(contactName(id)) };
    return mayChange(person, contact) ? { record: contact } : { refused: text.council.form.notYours };
  },
  isEnded: ({ voided }) => voided,
  name: ({ id }) => contactName(id),
  restore: ({ id }, by, { db }) => restoreContact(db, id, by),
  card: cardOf,
});

export const contactCards: Heard[] = [
  press(COUNCIL_SHOW, Words, (turn) => showContact(turn.pressed, turn)),
  ...voiding.hears,
  ...bringingBack.hears,
];
