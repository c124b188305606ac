import { z } from 'zod';
import type { Database } from '../../base/db/database.ts';
import { insertHistory } from '../../people/history/store.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { ReleaseRefusal } from '../../vocabulary/disclosure.ts';
import { changesBetween, type RowChange } from '../changes.ts';
import { checksumOf, disclosureFile, type Format } from '../file.ts';
import { type DisclosurePeriod, hasEnded } from '../period.ts';
import { type DisclosureRow, type Draft, titleOf } from '../table.ts';

type By = { actor: string; at: Date };

/** One release, as it stands for good; its files and rows are asked for apart. */
export type Release = {
  period: string;
  version: number;
  title: string;
  count: number;
  won: number;
  masked: number;
  sha256: Record<Format, string>;
  reason: string | null;
  changes: RowChange[];
  releasedBy: string;
  releasedAt: Date;
};

const Cell = z.union([z.string(), z.number(), z.null()]);
const Rows = z.array(
  z.object({
    expense: z.number(),
    spender: z.string(),
    department: z.string().nullable(),
    category: z.string().nullable(),
    when: z.string(),
    place: z.string().nullable(),
    purpose: z.string(),
    people: z.string().nullable(),
    amount: z.number(),
    payment: z.string().nullable(),
    account: z.string().nullable(),
  }),
);
const Changes = z.array(
  z.union([
    z.object({ expense: z.number(), how: z.enum(['added', 'removed']), when: z.string(), amount: z.number() }),
    z.object({
      expense: z.number(),
      how: z.literal('changed'),
      fields: z.array(
        z.object({ field: z.custom<RowField>((name) => typeof name === 'string'), before: Cell, after: Cell }),
      ),
    }),
  ]),
);
type RowField = Exclude<keyof DisclosureRow, 'expense'>;

/** Whether a draft may be released over what was released before it. `print` is of the draft that the person saw. */
export function refuseRelease(
  draft: Draft,
  { period, print, before, today, reason }: ReleaseQuestion,
): ReleaseRefusal | null {
  if (!hasEnded(period, today)) return 'not_over';
  if (printOf(draft) !== print) return 'changed_meanwhile';
  if (!before && draft.rows.length === 0) return 'no_records';
  if (draft.parts.some(({ state }) => state === 'open')) return 'undecided';
  if (before && changesBetween(before, draft.rows).length === 0) return 'nothing_changed';
  if (before && reason === '') return 'reason_missing';
  return null;
}

export type ReleaseQuestion = {
  period: DisclosurePeriod;
  print: string;
  before: readonly DisclosureRow[] | null;
  today: Day;
  reason: string;
};

export const printOf = (draft: Draft): string => checksumOf(JSON.stringify(draft.rows)).slice(0, 32);

/** Releases the table as it stands, once for each form; refused when it is not what the person saw. */
export async function insertRelease(
  db: Database,
  period: DisclosurePeriod,
  draft: Draft,
  seen: { print: string; formKey: string; reason: string },
  by: By & { today: Day },
): Promise<{ release: Release; again: boolean } | { refusal: ReleaseRefusal }> {
  const first = await findByFormKey(db, seen.formKey);
  if (first) return { release: first, again: true };
  const title = titleOf(period, draft.rows);
  const [xlsx, csv] = [await disclosureFile(title, draft.rows, 'xlsx'), await disclosureFile(title, draft.rows, 'csv')];

  return db.transaction().execute(async (db) => {
    const again = await findByFormKey(db, seen.formKey);
    if (again) return { release: again, again: true };
    const latest = await findRelease(db, period.key);
    const before = latest && (await findReleasedRows(db, period.key, latest.version));
    const refusal = refuseRelease(draft, { period, print: seen.print, before, today: by.today, reason: seen.reason });
    if (refusal) return { refusal };
    const version = (latest?.version ?? 0) + 1;
    const row = await db
      .insertInto('disclosure')
      .values({
        period: period.key,
        version,
        title,
        rows: JSON.stringify(draft.rows),
        count: draft.rows.length,
        won: draft.won,
        masked: draft.parts.filter(({ state }) => state === 'masked').length,
        xlsx,
        xlsx_sha256: checksumOf(xlsx),
        csv,
        csv_sha256: checksumOf(csv),
        reason: before ? seen.reason : null,
        changes: JSON.stringify(before ? changesBetween(before, draft.rows) : []),
        released_by: by.actor,
        released_at: by.at.toISOString(),
        form_key: seen.formKey,
      })
      .returning(RELEASE)
      .executeTakeFirstOrThrow();
    const release = toRelease(row);
    await insertHistory(db, {
      actor: by.actor,
      at: by.at,
      noun: 'disclosure',
      record: period.key,
      action: 'released',
      reason: release.reason,
      before: latest ? { version: latest.version, count: latest.count, won: latest.won } : null,
      after: { version, count: release.count, won: release.won, sha256: release.sha256 },
    });
    return { release, again: false };
  });
}

const RELEASE = [
  'period',
  'version',
  'title',
  'count',
  'won',
  'masked',
  'xlsx_sha256',
  'csv_sha256',
  'reason',
  'changes',
  'released_by',
  'released_at',
] as const;

/** The newest release of a period, or one of its versions. */
export async function findRelease(db: Database, period: string, version?: number): Promise<Release | null> {
  const row = await db
    .selectFrom('disclosure')
    .select(RELEASE)
    .where('period', '=', period)
    .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toRelease(row) : null;
}

async function findByFormKey(db: Database, formKey: string): Promise<Release | null> {
  const row = await db.selectFrom('disclosure').select(RELEASE).where('form_key', '=', formKey).executeTakeFirst();
  return row ? toRelease(row) : null;
}

export async function findReleasedRows(db: Database, period: string, version: number): Promise<DisclosureRow[] | null> {
  const row = await db
    .selectFrom('disclosure')
    .select('rows')
    .where('period', '=', period)
    .where('version', '=', version)
    .executeTakeFirst();
  return row ? readRows(row.rows) : null;
}

export const readRows = (rows: string): DisclosureRow[] => Rows.parse(JSON.parse(rows));

/** The very bytes that were released. */
export async function findReleasedFile(
  db: Database,
  period: string,
  version: number,
  format: Format,
): Promise<Buffer | null> {
  const row = await db
    .selectFrom('disclosure')
    .select(format)
    .where('period', '=', period)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.[format] ?? null;
}

/** The newest release of each of those periods. */
export async function findReleases(db: Database, periods: readonly string[]): Promise<Map<string, Release>> {
  const rows = await db
    .selectFrom('disclosure')
    .select(RELEASE)
    .where('period', 'in', periods)
    .orderBy('version')
    .execute();
  return new Map(rows.map((row) => [row.period, toRelease(row)]));
}

/** What has changed in the register since its release: 0 while nothing was released. */
export async function findChangesSince(db: Database, period: DisclosurePeriod, draft: Draft): Promise<RowChange[]> {
  const latest = await findRelease(db, period.key);
  const before = latest && (await findReleasedRows(db, period.key, latest.version));
  return before ? changesBetween(before, draft.rows) : [];
}

type ReleaseRow = Pick<Release, 'period' | 'version' | 'title' | 'count' | 'won' | 'masked' | 'reason'> & {
  xlsx_sha256: string;
  csv_sha256: string;
  changes: string;
  released_by: string;
  released_at: string;
};

function toRelease(row: ReleaseRow): Release {
  return {
    period: row.period,
    version: row.version,
    title: row.title,
    count: row.count,
    won: row.won,
    masked: row.masked,
    sha256: { xlsx: row.xlsx_sha256, csv: row.csv_sha256 },
    reason: row.reason,
    changes: Changes.parse(JSON.parse(row.changes)),
    releasedBy: row.released_by,
    releasedAt: new Date(row.released_at),
  };
}
