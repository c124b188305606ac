import type { Metadata } from '../../src/council/form.ts';
import { type Contact, contactName, type Request, type Talk, talkOf } from '../../src/council/rules.ts';
import { changeContact, findContact, insertContact } from '../../src/council/store.ts';
import { historyWords } from '../../src/council/views.ts';
import { type Followup, followupName } from '../../src/followup/rules.ts';
import { changeWords } from '../../src/people/history/views.ts';
import { mayChange } from '../../src/people/rules.ts';
import { changing } from '../../src/register/changing.ts';
import type { Changed } from '../../src/register/overtaken.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import type { Reader, Turn } from '../../src/slack/turn.ts';
import { cardOf } from './show.ts';

/** Saves for good before the form closes: a person who sees it close can rely on it. */
export async function saveContact(
  { talk: drafted, requests }: { talk: Omit<Talk, 'visitId'>; requests: readonly Request[] },
  { key, editing, visitId }: Metadata & { key: string },
  turn: Turn,
): Promise<Outcome> {
  const { db, person, text } = turn;
  const by = { actor: person.userId, at: turn.now(), requests };
  if (!editing) {
    const entered = await insertContact(
      db,
      { ...drafted, visitId: visitId ?? null },
      { ...by, formKey: key, origin: 'form' },
    );
    return saved(entered, text.council[entered.again ? 'savedAgain' : 'saved'](contactName(entered.contact.id)), turn);
  }
  const name = contactName(editing.id);
  const before = await findContact(db, editing.id);
  if (!before) return refuse(text.council.notFound(name), 'kind');
  if (!mayChange(person, before)) return refuse(text.council.form.notYours, 'kind');
  const edit = { editing, typed: { ...drafted, visitId: before.visitId }, now: talkOf(before) };
  const said = {
    change: (talk: Talk) => changeContact(db, editing, talk, by),
    gone: refuse(text.council.notFound(name), 'kind'),
    ended: refuse(text.council.form.alreadyVoid, 'kind'),
    saved: (contact: Contact, more: { requests: Followup[] }) =>
      saved({ contact, ...more }, text.council.changed(name), turn),
  };
  return changing(changedOf(turn), edit, said, turn);
}

function saved({ contact, requests }: { contact: Contact; requests: readonly Followup[] }, done: string, turn: Turn) {
  const names = requests.map(({ id }) => followupName(id)).join(', ');
  const first = [done, ...(names ? [turn.text.council.requestsEntered(names)] : [])].join('\n');
  return { done, say: () => cardOf(contact, turn, first) };
}

const changedOf = (reader: Reader): Changed => ({
  noun: 'council',
  say: (entry) => changeWords(entry, historyWords(reader)),
  versioned: ['recorded', 'changed', 'voided'],
});
