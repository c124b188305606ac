import type { Deps } from '../../src/base/deps.ts';
import type { Metadata } from '../../src/council/form.ts';
import { type Contact, contactName, type Request, type Talk, talkOf } from '../../src/council/rules.ts';
import { changeContact, findContact, insertContact } from '../../src/council/store.ts';
import { historyWords } from '../../src/council/views.ts';
import type { Followup } from '../../src/followup/rules.ts';
import { todayIn } from '../../src/korean/days.ts';
import { keepOthers } from '../../src/people/history/merge.ts';
import { type Entry, findHistory } from '../../src/people/history/store.ts';
import { changeWords } from '../../src/people/history/views.ts';
import { mayChange } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { clip } from '../../src/slack/blocks.ts';
import type { Visitor } from '../../src/slack/visitor.ts';

const TIES_AT_MOST = 100;

type Saved = { contact: Contact; requests: Followup[]; words: string };

/** Saves for good before the form closes: a person who sees it close can rely on it. */
export async function save(
  drafted: Omit<Talk, 'visitId'>,
  requests: readonly Request[],
  { key, editing, visitId, since }: Metadata,
  { person, text }: Visitor,
  deps: Deps,
): Promise<Saved | { refusal: string } | { overtaken: string; now: Contact }> {
  const { db } = deps;
  const by = { actor: person.userId, at: deps.now(), requests };
  if (!editing) {
    const talk = { ...drafted, visitId: visitId ?? null };
    const entered = await insertContact(db, talk, { ...by, formKey: key, origin: 'form' });
    const words = text.council[entered.again ? 'savedAgain' : 'saved'](contactName(entered.contact.id));
    return { contact: entered.contact, requests: entered.requests, words };
  }
  const before = await findContact(db, editing.id);
  if (!before) return { refusal: text.council.notFound(contactName(editing.id)) };
  if (!mayChange(person, before)) return { refusal: text.council.form.notYours };
  const others = await changesSince(editing, since, db);
  const talk = keepOthers({ ...drafted, visitId: before.visitId }, talkOf(before), others);
  const changed = await changeContact(db, editing.id, editing.version, talk, by);
  if (!changed) return { refusal: text.council.notFound(contactName(editing.id)) };
  if (!('refusal' in changed)) return { ...changed, words: text.council.changed(contactName(editing.id)) };
  if (changed.refusal === 'voided') return { refusal: text.council.form.alreadyVoid };
  const [last] = await findHistory(db, 'council', String(editing.id), 1);
  const names = await findNames(db, last ? [last.actor] : []);
  const today = todayIn(deps.config.timezone, deps.now());
  const what = last ? changeWords(last, historyWords(text, today)) : '';
  const who = last ? (names.get(last.actor) ?? last.actor) : '–';
  return { overtaken: clip(text.council.form.changedMeanwhile(who, what), 2000), now: changed.contact };
}

/** What others changed since the form was opened; tying an expense is a change that makes no version. */
async function changesSince(
  { id, version }: { id: number; version: number },
  since: number | undefined,
  db: Deps['db'],
): Promise<Entry[]> {
  if (since === undefined) return [];
  const entries = await findHistory(db, 'council', String(id), version - since + TIES_AT_MOST);
  return entries.filter(({ action }) => action === 'changed').slice(0, version - since);
}
