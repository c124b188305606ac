import type { Database } from '../base/db/database.ts';
import type { Outcome } from '../slack/outcome.ts';
import type { Turn } from '../slack/turn.ts';
import { changing } from './changing.ts';
import type { Changed, Editing } from './overtaken.ts';
import type { Entry } from './records.ts';
import type { By, Changed as Kept, Seen } from './versions.ts';

/** The records of a noun, as `recordsOf` gives them; `More`: what saving one brings about. */
type Records<Record, Facts, More> = {
  find(db: Database, id: number): Promise<Record | null>;
  facts(record: Record): Facts;
  enter(
    db: Database,
    facts: Facts,
    entry: Entry & { formKey: string; origin: 'form' },
    more: object,
  ): Promise<Entered<Record> & More>;
  change(db: Database, seen: Seen, change: { facts: Facts }, by: By): Promise<Kept<Record, More>>;
};
type Entered<Record> = { record: Record; again: boolean };
type Declared<Record, Facts, More> = {
  records: Records<Record, Facts, More>;
  changed: Changed;
  /** What is said of a record that there is not, and of one that has ended, where it is something else. */
  gone: Outcome;
  ended?: Outcome;
  /** Why this person may not change it. */
  refused?(record: Record): Outcome | null;
  saved(record: Record, how: 'entered' | 'again' | 'changed', more: More): Outcome;
};
type Sent = { metadata: { editing?: Editing | undefined }; key: string } & Pick<Turn, 'db' | 'text' | 'person' | 'now'>;

/** Saves what a form says that enters a record or edits one: entered once, changed beside what others changed meanwhile. */
export async function saving<Record extends { version: number }, Facts extends object, More = unknown>(
  { records, changed, gone, ended = gone, refused, saved }: Declared<Record, Facts, More>,
  typed: Facts,
  { metadata: { editing }, key: formKey, ...turn }: Sent,
): Promise<Outcome> {
  const { db, person } = turn;
  const by = { actor: person.userId, at: turn.now() };
  if (!editing) {
    const entered = await records.enter(db, typed, { ...by, formKey, origin: 'form' }, {});
    return saved(entered.record, entered.again ? 'again' : 'entered', entered);
  }
  const before = await records.find(db, editing.id);
  const refusal = before && refused?.(before);
  if (!before || refusal) return refusal ?? gone;
  const edit = { editing, typed, now: records.facts(before) };
  const change = (facts: Facts) => records.change(db, editing, { facts }, by);
  return changing(
    changed,
    edit,
    { change, gone, ended, saved: (record, more) => saved(record, 'changed', more) },
    turn,
  );
}
