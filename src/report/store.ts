import type { Database } from '../base/db/database.ts';
import type { MadeFile } from '../documents/file.ts';
import type { Document, Format } from '../documents/model.ts';
import { insertHistory } from '../people/history/store.ts';
import type { Day } from '../vocabulary/day.ts';
import { type Change, changesBetween } from './changes.ts';
import type { Figure } from './figures/figure.ts';

type By = { actor: string; at: Date };

export type Look = { by: string; at: Date; sha256: string; asOf: Day | null };
export type Acceptance = { gap: string; reason: string; by: string; at: Date };

/** A version that was handed in: it never changes. `content` is the checksum of what it prints. */
export type Release = {
  year: number;
  version: number;
  asOf: Day;
  content: string;
  checksums: Record<Format, string>;
  changes: Change[];
  reason: string | null;
  lookedBy: string;
  releasedBy: string;
  releasedAt: Date;
};

/** The day a year's report is made as of; null while nobody has said it. */
export async function findAsOf(db: Database, year: number): Promise<Day | null> {
  const row = await db.selectFrom('report').select('as_of').where('year', '=', year).executeTakeFirst();
  return row?.as_of ?? null;
}

export async function putAsOf(db: Database, year: number, asOf: Day, by: By): Promise<void> {
  await db.transaction().execute(async (db) => {
    const before = await findAsOf(db, year);
    if (before === asOf) return;
    await db
      .insertInto('report')
      .values({ year, as_of: asOf, looked_by: null, looked_at: null, looked_sha256: null })
      .onConflict((conflict) => conflict.column('year').doUpdateSet({ as_of: asOf }))
      .execute();
    const change = { ...by, noun: 'report', record: String(year), action: 'dated' };
    await insertHistory(db, { ...change, before: before && { asOf: before }, after: { asOf } });
  });
}

export async function findLook(db: Database, year: number): Promise<Look | null> {
  const row = await db.selectFrom('report').selectAll().where('year', '=', year).executeTakeFirst();
  if (!row?.looked_by || !row.looked_at || !row.looked_sha256) return null;
  return { by: row.looked_by, at: new Date(row.looked_at), sha256: row.looked_sha256, asOf: row.as_of };
}

/** A manager has looked at exactly this content. */
export async function putLook(db: Database, year: number, seen: { sha256: string; asOf: Day }, by: By): Promise<void> {
  await db.transaction().execute(async (db) => {
    const looked = {
      as_of: seen.asOf,
      looked_by: by.actor,
      looked_at: by.at.toISOString(),
      looked_sha256: seen.sha256,
    };
    await db
      .insertInto('report')
      .values({ year, ...looked })
      .onConflict((conflict) => conflict.column('year').doUpdateSet(looked))
      .execute();
    const change = { ...by, noun: 'report', record: String(year), action: 'looked_at' };
    await insertHistory(db, { ...change, before: null, after: seen });
  });
}

export async function findAcceptances(db: Database, year: number): Promise<Acceptance[]> {
  const rows = await db.selectFrom('report_acceptance').selectAll().where('year', '=', year).execute();
  return rows.map(({ gap, reason, accepted_by, accepted_at }) => ({
    ...{ gap, reason, by: accepted_by, at: new Date(accepted_at) },
  }));
}

export async function putAcceptance(
  db: Database,
  year: number,
  { gap, reason }: { gap: string; reason: string },
  by: By,
): Promise<void> {
  await db.transaction().execute(async (db) => {
    const accepted = { reason, accepted_by: by.actor, accepted_at: by.at.toISOString() };
    await db
      .insertInto('report_acceptance')
      .values({ year, gap, ...accepted })
      .onConflict((conflict) => conflict.columns(['year', 'gap']).doUpdateSet(accepted))
      .execute();
    const change = { ...by, noun: 'report', record: String(year), action: 'accepted', reason };
    await insertHistory(db, { ...change, before: null, after: { gap } });
  });
}

const RELEASE = [
  ...(['year', 'version', 'as_of', 'checksums', 'changes', 'reason'] as const),
  ...(['looked_by', 'released_by', 'released_at', 'content_sha256'] as const),
] as const;

/** Newest first; without the files. */
export async function findReleases(db: Database, year: number): Promise<Release[]> {
  const rows = await db
    .selectFrom('report_release')
    .select(RELEASE)
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    ...{ year: row.year, version: row.version, asOf: row.as_of, content: row.content_sha256, reason: row.reason },
    checksums: JSON.parse(row.checksums) as Release['checksums'],
    changes: JSON.parse(row.changes) as Change[],
    ...{ lookedBy: row.looked_by, releasedBy: row.released_by, releasedAt: new Date(row.released_at) },
  }));
}

export const findNewestRelease = async (db: Database, year: number): Promise<Release | null> =>
  (await findReleases(db, year))[0] ?? null;

export async function findReleasedFile(
  db: Database,
  year: number,
  version: number,
  format: Format,
): Promise<Buffer | null> {
  const row = await db
    .selectFrom('report_release')
    .select(format)
    .where('year', '=', year)
    .where('version', '=', version)
    .executeTakeFirst();
  return (row?.[format] as Buffer | undefined) ?? null;
}

export async function findReleasedContent(
  db: Database,
  year: number,
  version: number,
): Promise<{ document: Document; figures: Figure[] } | null> {
  const row = await db
    .selectFrom('report_release')
    .select(['model', 'figures'])
    .where('year', '=', year)
    .where('version', '=', version)
    .executeTakeFirst();
  return row ? { document: JSON.parse(row.model) as Document, figures: JSON.parse(row.figures) as Figure[] } : null;
}

type Content = {
  year: number;
  asOf: Day;
  document: Document;
  figures: readonly Figure[];
  sha256: string;
  lookedBy: string;
};

/** Keeps the next version with its files. `overtaken`: another version came between. The same content again is the release it was. */
export async function insertRelease(
  db: Database,
  content: Content,
  files: readonly MadeFile[],
  by: By & { reason: string | null; after: number },
): Promise<{ release: Release; again: boolean } | { refusal: 'overtaken' }> {
  const { year } = content;
  const again = await db.transaction().execute(async (db) => {
    const newest = await findNewestRelease(db, year);
    if (newest?.content === content.sha256 && newest.asOf === content.asOf) return 'again' as const;
    if ((newest?.version ?? 0) !== by.after) return 'overtaken' as const;
    const version = by.after + 1;
    const before = newest && (await findReleasedContent(db, year, newest.version));
    const bytes = (format: Format) => Buffer.from(files.find((it) => it.format === format)?.bytes ?? new Uint8Array());
    const checksums = Object.fromEntries(files.map(({ format, sha256 }) => [format, sha256]));
    await db
      .insertInto('report_release')
      .values({
        ...{ year, version, as_of: content.asOf, content_sha256: content.sha256, reason: by.reason },
        ...{ model: JSON.stringify(content.document), figures: JSON.stringify(content.figures) },
        ...{ hwpx: bytes('hwpx'), docx: bytes('docx'), pdf: bytes('pdf'), checksums: JSON.stringify(checksums) },
        changes: JSON.stringify(before ? changesBetween(before, content) : []),
        ...{ looked_by: content.lookedBy, released_by: by.actor, released_at: by.at.toISOString() },
      })
      .execute();
    const change = { actor: by.actor, at: by.at, noun: 'report', record: String(year), action: 'released' };
    await insertHistory(db, { ...change, reason: by.reason, before: null, after: { version, checksums } });
    return 'kept' as const;
  });
  if (again === 'overtaken') return { refusal: again };
  const release = await findNewestRelease(db, year);
  if (!release) throw new Error('a release that was kept is not there');
  return { release, again: again === 'again' };
}
