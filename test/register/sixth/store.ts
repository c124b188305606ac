import type { Generated, Selectable } from 'kysely';
import type { Database } from '../../../src/base/db/database.ts';
import { holdWords, type Listed, type Part } from '../../../src/register/pages.ts';
import { recordsOf } from '../../../src/register/records.ts';
import type { Common } from '../../../src/register/tables.ts';
import { type Lending, type Said, saidOf } from './rules.ts';

type Row = Omit<Common, 'id'> & Said & { id: Generated<number>; voided_at: string | null };
declare module '../../../src/base/db/schema.ts' {
  interface Schema {
    lending: Row;
  }
}

const read = ({ voided_at, ...row }: Selectable<Row>): Lending => ({ ...row, voided: voided_at !== null });
export const lendings = recordsOf({ noun: 'lending', table: 'lending', ended: 'voided_at', read, facts: saidOf });

export function findLendings(db: Database, whose: string[], words: string[], part: Part) {
  const fits: Listed<'lending'>['fits'] = (eb) =>
    eb.and([...whose.map((it) => eb('created_by', '=', it)), ...holdWords(eb, words, ['thing', 'whom'])]);
  return lendings.list(db, { fits, order: [['id']] }, part);
}
