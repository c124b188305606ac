import type { Database } from '../base/db/database.ts';
import type { Outcome } from '../slack/outcome.ts';
import type { Turn } from '../slack/turn.ts';
import { changing } from './changing.ts';
import type { Changed, Editing } from './overtaken.ts';
import type { By, Entry, Changed as Kept, Seen } from './records.ts';

/** The records of a noun, as `recordsOf` gives them. */
type Records<Record, Facts> = {
  find(db: Database, id: number): Promise<Record | null>;
  facts(record: Record): Facts;
  enter(db: Database, facts: Facts, entry: Entry, more: object): Promise<{ record: Record }>;
  change(db: Database, seen: Seen, change: { facts: Facts }, by: By): Promise<Kept<Record>>;
};
type Declared<Record, Facts> = {
  records: Records<Record, Facts>;
  changed: Changed;
  /** What is said of a record that there is not, or that has ended. */
  gone: Outcome;
  /** Why this person may not change it. */
  refused?(record: Record): Outcome | null;
  saved(record: Record, how: 'entered' | 'changed'): Outcome;
};
type Sent = { metadata: { editing?: Editing | undefined }; key: string } & Pick<Turn, 'db' | 'text' | 'person' | 'now'>;

/** Saves what a form says that enters a record or edits one: entered once, changed beside what others changed meanwhile. */
export async function saving<Record extends { version: number }, Facts extends object>(
  { records, changed, gone, refused, saved }: Declared<Record, Facts>,
  typed: Facts,
  { metadata: { editing }, key: formKey, ...turn }: Sent,
): Promise<Outcome> {
  const { db, person } = turn;
  const by = { actor: person.userId, at: turn.now() };
  if (!editing)
    return saved((await records.enter(db, typed, { ...by, formKey, origin: 'form' }, {})).record, 'entered');
  const before = await records.find(db, editing.id);
  const refusal = before && refused?.(before);
  if (!before || refusal) return refusal ?? gone;
  const edit = { editing, typed, now: records.facts(before) };
  const change = (facts: Facts) => records.change(db, editing, { facts }, by);
  return changing(changed, edit, { change, gone, ended: gone, saved: (record) => saved(record, 'changed') }, turn);
}
