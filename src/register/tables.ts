import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../base/db/database.ts';
import type { Schema } from '../base/db/schema.ts';

/** What every table has whose records people enter, change and end. */
export type Common = {
  id: number;
  origin: string;
  form_key: string | null;
  created_by: string;
  created_at: string;
  version: number;
};

type TablesOf<Row> = { [Name in keyof Schema]: Selectable<Schema[Name]> extends Row ? Name : never }[keyof Schema];
export type Table = TablesOf<Common>;
/** Tables whose rows are changed by version, however they are entered. */
export type Versioned = TablesOf<Pick<Common, 'id' | 'version'>>;

/** A row of any of them: each has one of these ends, or none. */
export type AnyRow = Common & { voided_at: string | null; cancelled_at: string | null };

/** Kysely knows a table by its name only; here it is one of several, and has what all of them have. */
export const anyOf = (db: Database, table: Versioned) => ({
  db: db as unknown as Kysely<{ record: AnyRow }>,
  table: table as 'record',
});
