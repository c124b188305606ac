import { z } from 'zod';
import type { Database } from '../base/db/database.ts';
import { actorName } from '../people/actors.ts';
import { keepOthers } from '../people/history/merge.ts';
import { type Entry, findHistory } from '../people/history/store.ts';
import { changeWords, type FieldWords } from '../people/history/views.ts';
import { findNames } from '../people/store.ts';
import { clip } from '../slack/blocks.ts';
import type { Turn } from '../slack/turn.ts';

/**
 * What the form of an edit knows of its record: which, and in which version its writer saw it. `since` is the version they first saw,
 * where others have changed the record meanwhile and the writer was told of it.
 */
export const Editing = z.object({ id: z.number(), version: z.number(), since: z.number().optional() });
export type Editing = z.infer<typeof Editing>;
/** Of a form that also enters something new. */
export const MayEdit = z.object({ editing: Editing.optional() });

/** A record of a noun, and how its changes are said. `versioned`: the actions that make a version; all where it is left out. */
export type Changed = {
  noun: string;
  /** Which fields one change changed, from what to what. */
  say(entry: Entry, names: ReadonlyMap<string, string>): string;
  people?(entries: readonly Entry[]): readonly string[];
  versioned?: readonly string[];
};

/** A record whose changes are said by the labels of its fields. */
export const changedBy = (
  noun: string,
  words: FieldWords | ((names: ReadonlyMap<string, string>) => FieldWords),
  more: Pick<Changed, 'people' | 'versioned'> = {},
): Changed => ({
  noun,
  say: (entry, names) => changeWords(entry, typeof words === 'function' ? words(names) : words),
  ...more,
});

const LONGEST_CHANGES = 2_000;
/** Changes beside versions that may stand between two versions. */
const OTHER_CHANGES = 50;

/** What others changed of a record in its last versions, newest first. */
async function changesOf({ noun, versioned }: Changed, id: number, versions: number, db: Database): Promise<Entry[]> {
  const entries = await findHistory(db, noun, String(id), versioned ? versions + OTHER_CHANGES : versions);
  return entries.filter(({ action }) => !versioned || versioned.includes(action)).slice(0, versions);
}

/**
 * What is said to whoever was overtaken, above what they typed: who changed what, field by field. From here their form is an edit of
 * what the record has become.
 */
export async function overtaken(
  changed: Changed,
  { id, version, since }: Editing,
  now: number,
  { db, text }: Pick<Turn, 'db' | 'text'>,
): Promise<{ again: string; metadata: { editing: Editing } }> {
  const [last, ...more] = await changesOf(changed, id, Math.max(1, now - version), db);
  const entries = last ? [last, ...more] : [];
  const people = [...entries.map(({ actor }) => actor), ...(changed.people?.(entries) ?? [])];
  const names = await findNames(db, [...new Set(people)]);
  const what = entries.map((entry) => changed.say(entry, names)).filter(Boolean);
  const who = [...new Set(entries.map(({ actor }) => actorName(actor, names, text)))].join(', ');
  return {
    again: clip(text.conversation.overtaken(who || '–', what.join('\n')), LONGEST_CHANGES),
    metadata: { editing: { id, version: now, since: since ?? version } },
  };
}

/** Of what others changed since the form was opened, what its writer did not touch stays as they left it. */
export async function besideOthers<Values extends object>(
  changed: Changed,
  { id, version, since }: Editing,
  { typed, now }: { typed: Values; now: Values },
  db: Database,
): Promise<Values> {
  if (since === undefined) return typed;
  return keepOthers(typed, now, await changesOf(changed, id, version - since, db));
}
