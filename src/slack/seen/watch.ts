import { InsertQueryNode, type KyselyPlugin } from 'kysely';
import type { Database } from '../../base/db/database.ts';
import { guardOf, keepGuard } from '../../base/db/file-guard.ts';
import type { Seen, SeenHow } from '../../vocabulary/seen.ts';

/** What was read of people while one thing was answered. `named`: whose, as they are called. */
export type Sight = { kind: Seen; how: SeenHow; named: string[]; count: number };

/**
 * Notes what of people is read from the register, so that no command has to remember to. The rows say it themselves: whoever reads a
 * spend's attendees, a member's party or the answer to an audit's demand gets them in a column of that name.
 */
export type Watch = {
  /** The register, watched. */
  db: Database;
  /** What is read elsewhere than in such a column: a receipt's file, names that nobody has decided on. */
  saw(kind: Seen, named: string): void;
  /** It has opened in a form, or left as a file. */
  shown(how: SeenHow): void;
  /** Whether a record was entered or changed: history says so. */
  changed(): boolean;
  /** What was read and shown; nothing where it was only looked through. `answered`: more than a sentence was. */
  sights(answered: boolean): Sight[];
};

type Row = Record<string, unknown>;

/** The rule whose findings say whom something was given to again. */
const QUOTES_ATTENDEES = 'E45';

/** A column that only rows about people have, and how they are called. */
const COLUMNS: { column: string; kind: Seen; name: (row: Row) => string | null; fits?: (row: Row) => boolean }[] = [
  { column: 'attendees', kind: 'attendees', name: ({ id }) => (id === undefined ? null : `E${String(id)}`) },
  { column: 'cells', kind: 'attendees', name: ({ id }) => (id === undefined ? null : `#${String(id)}`) },
  { column: 'party', kind: 'members', name: ({ name }) => (typeof name === 'string' ? name : null) },
  {
    column: 'figures',
    kind: 'attendees',
    name: ({ expense_id }) => (expense_id === undefined ? null : `E${String(expense_id)}`),
    fits: ({ rule }) => rule === QUOTES_ATTENDEES,
  },
  {
    column: 'answer',
    kind: 'audit_answers',
    name: ({ id }) => (id === undefined ? null : `F${String(id)}`),
    fits: ({ audit_year }) => audit_year !== null && audit_year !== undefined,
  },
];

const MOST_NAMED = 20;

export function watch(db: Database): Watch {
  const read = new Map<Seen, { named: Set<string>; count: number }>();
  const told = new Set<Seen>();
  let how: SeenHow | null = null;
  let changed = false;

  function note(kind: Seen, named: string | null): void {
    const before = read.get(kind) ?? { named: new Set(), count: 0 };
    if (named !== null && before.named.has(named)) return; // read twice for one answer
    before.count++;
    if (named !== null && before.named.size < MOST_NAMED) before.named.add(named);
    read.set(kind, before);
  }

  const looking: KyselyPlugin = {
    transformQuery({ node }) {
      if (InsertQueryNode.is(node) && node.into?.table.identifier.name === 'history') changed = true;
      return node;
    },
    async transformResult({ result }) {
      const [first] = result.rows;
      for (const { column, kind, name, fits } of first ? COLUMNS : []) {
        if (!first || !Object.hasOwn(first, column)) continue;
        for (const row of result.rows) if (fits?.(row) ?? true) note(kind, name(row));
      }
      return result;
    },
  };
  const watched = db.withPlugin(looking);
  const guard = guardOf(db);
  if (guard) keepGuard(watched, guard);
  return {
    db: watched,
    saw(kind, named) {
      told.add(kind);
      note(kind, named);
    },
    shown(as) {
      if (how !== 'exported') how = as;
    },
    changed: () => changed,
    sights(answered) {
      const shown = how ?? (answered ? 'opened' : null);
      return [...read].flatMap(([kind, { named, count }]) =>
        shown || told.has(kind) ? [{ kind, how: shown ?? 'opened', named: [...named], count }] : [],
      );
    },
  };
}
