import type { Database } from '../../../base/db/database.ts';
import { type MadeFile, makeFile } from '../../../documents/file.ts';
import { FORMATS, type Format } from '../../../documents/model.ts';
import { disclosureDocument } from '../../document.ts';
import { readRows } from '../store.ts';

/** A released table as a document: made when it is first asked for, and the same bytes from then on. Null where there is no such version. */
export async function giveDocument(
  db: Database,
  { period, version, format }: { period: string; version: number; format: Format },
  at: Date,
): Promise<MadeFile | null> {
  const released = await db
    .selectFrom('disclosure')
    .select(['id', 'title', 'rows'])
    .where('period', '=', period)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!released) return null;
  const kept = await findDocument(db, released.id, format);
  if (kept) return kept;
  const { bytes, sha256 } = await makeFile(disclosureDocument(released.title, readRows(released.rows)), format);
  await db
    .insertInto('disclosure_document')
    .values({ disclosure_id: released.id, format, bytes: Buffer.from(bytes), sha256, made_at: at.toISOString() })
    .onConflict((conflict) => conflict.columns(['disclosure_id', 'format']).doNothing())
    .execute();
  // Whoever was faster: theirs is what was given out.
  return findDocument(db, released.id, format);
}

async function findDocument(db: Database, id: number, format: Format): Promise<MadeFile | null> {
  const row = await db
    .selectFrom('disclosure_document')
    .select(['bytes', 'sha256'])
    .where('disclosure_id', '=', id)
    .where('format', '=', format)
    .executeTakeFirst();
  return row ? { format, bytes: row.bytes, sha256: row.sha256 } : null;
}

/** Of the documents of a release that were given out. */
export async function findDocumentChecksums(
  db: Database,
  { period, version }: { period: string; version: number },
): Promise<Partial<Record<Format, string>>> {
  const rows = await db
    .selectFrom('disclosure_document')
    .innerJoin('disclosure', 'disclosure.id', 'disclosure_document.disclosure_id')
    .select(['format', 'sha256'])
    .where('period', '=', period)
    .where('version', '=', version)
    .execute();
  return Object.fromEntries(
    FORMATS.flatMap((format) => rows.filter((row) => row.format === format).map(({ sha256 }) => [format, sha256])),
  );
}
