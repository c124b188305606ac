import type { Database } from '../base/db/database.ts';
import type { Turn } from '../slack/turn.ts';
import type { Text } from '../text/index.ts';
import type { Person } from '../vocabulary/person.ts';

/** A record, or why there is none for this person. */
export type Found<Record> = { record: Record } | { refused: string };
export type Find<Record> = (named: string, turn: Turn) => Promise<Found<Record>>;

type Declared<Record> = {
  names: { parse(typed: string): number | null; name(id: number): string };
  find(db: Database, id: number): Promise<Record | null>;
  isEnded(record: Record): boolean;
  /** Everyone where it is left out. */
  mayChange?(person: Person, record: Record): boolean;
  /** Where the noun says more than that a record is none. */
  words?(text: Text): Partial<Words>;
};
type Words = { which: string; notFound(name: string): string; notYours: string; ended: string };
export type Finding<Record> = {
  /** What is meant, for everyone; for those who may change it; for those who may, and as long as it has not ended. */
  found: Find<Record>;
  own: Find<Record>;
  standing: Find<Record>;
  isEnded(record: Record): boolean;
  name(record: Record): string;
};

/** The records of a noun by the name that people type or a button carries. */
export function finding<Record extends { id: number }>(declared: Declared<Record>): Finding<Record> {
  const { names, find, isEnded, mayChange = () => true } = declared;
  const words = (text: Text): Words => ({ ...text.conversation.record, ...declared.words?.(text) });
  const found: Find<Record> = async (named, { db, text }) => {
    const id = names.parse(named);
    if (id === null) return { refused: words(text).which };
    const record = await find(db, id);
    return record ? { record } : { refused: words(text).notFound(names.name(id)) };
  };
  const unless =
    (find: Find<Record>, may: (record: Record, turn: Turn) => boolean, why: 'notYours' | 'ended'): Find<Record> =>
    async (named, turn) => {
      const it = await find(named, turn);
      return 'record' in it && !may(it.record, turn) ? { refused: words(turn.text)[why] } : it;
    };
  const own = unless(found, (record, { person }) => mayChange(person, record), 'notYours');
  const standing = unless(own, (record) => !isEnded(record), 'ended');
  return { found, own, standing, isEnded, name: ({ id }) => names.name(id) };
}
