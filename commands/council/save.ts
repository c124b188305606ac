import type { Metadata } from '../../src/council/form.ts';
import { type Contact, contactName, type Request, type Talk, talkOf } from '../../src/council/rules.ts';
import { changeContact, findContact, insertContact } from '../../src/council/store.ts';
import { historyWords } from '../../src/council/views.ts';
import { type Followup, followupName } from '../../src/followup/rules.ts';
import { mayChange } from '../../src/people/rules.ts';
import { changedBy } from '../../src/register/overtaken.ts';
import { saving } from '../../src/register/saving.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import type { Turn } from '../../src/slack/turn.ts';
import { cardOf } from './show.ts';

type Drafted = { talk: Omit<Talk, 'visitId'>; requests: readonly Request[] };

/** Saves for good before the form closes: a person who sees it close can rely on it. */
export function saveContact(
  { talk, requests }: Drafted,
  sent: Turn & { metadata: Metadata; key: string },
): Promise<Outcome> {
  const { person, text, metadata } = sent;
  const words = text.council;
  return saving<Contact, Talk, { requests: Followup[] }>(
    {
      records: {
        find: findContact,
        facts: talkOf,
        enter: (db, facts, entry) => insertContact(db, facts, { ...entry, requests }),
        change: (db, seen, { facts }, by) => changeContact(db, seen, facts, { ...by, requests }),
      },
      changed: changedBy('council', historyWords(sent), { versioned: ['recorded', 'changed', 'voided'] }),
      gone: refuse(words.notFound(contactName(metadata.editing?.id ?? 0)), 'kind'),
      ended: refuse(text.conversation.record.ended, 'kind'),
      refused: (before) => (mayChange(person, before) ? null : refuse(words.form.notYours, 'kind')),
      saved(contact, how, more) {
        const said = { entered: words.saved, again: words.savedAgain, changed: words.changed }[how];
        const names = more.requests.map(({ id }) => followupName(id)).join(', ');
        const done = said(contactName(contact.id));
        const first = [done, ...(names ? [words.requestsEntered(names)] : [])].join('\n');
        return { done, say: () => cardOf(contact, sent, first) };
      },
    },
    { ...talk, visitId: metadata.visitId ?? null },
    sent,
  );
}
