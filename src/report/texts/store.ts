import type { Database } from '../../base/db/database.ts';
import { insertHistory } from '../../people/history/store.ts';
import type { Section } from '../../vocabulary/report.ts';
import { isSection, type Texts } from '../sections.ts';

export type SectionText = { section: Section; version: number; words: string; by: string; at: Date };

/** The newest text of each section of a year. */
export async function findSectionTexts(db: Database, year: number): Promise<SectionText[]> {
  const rows = await db
    .selectFrom('report_text')
    .selectAll()
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .execute();
  const seen = new Set<string>();
  return rows.flatMap(({ section, version, words, put_by, put_at }) => {
    if (!isSection(section) || seen.has(section)) return [];
    seen.add(section);
    return [{ section, version, words, by: put_by, at: new Date(put_at) }];
  });
}

export const textsOf = (all: readonly SectionText[]): Texts =>
  Object.fromEntries(all.map(({ section, words }) => [section, words]));

export async function findTexts(db: Database, year: number): Promise<Texts> {
  return textsOf(await findSectionTexts(db, year));
}

/** The newest year before this one that has texts; null where none has. */
export async function findYearBefore(db: Database, year: number): Promise<number | null> {
  const row = await db
    .selectFrom('report_text')
    .select((eb) => eb.fn.max<number | null>('year').as('year'))
    .where('year', '<', year)
    .executeTakeFirst();
  return row?.year ?? null;
}

type By = { actor: string; at: Date; origin?: 'sample' | 'copy' };

/**
 * Puts a section's next text after the one that was seen (0: none). `changed_meanwhile` where another one came between; the same
 * words again are no new version.
 */
export async function putText(
  db: Database,
  { year, section, seen }: { year: number; section: Section; seen: number },
  words: string,
  by: By,
): Promise<{ version: number } | { refusal: 'changed_meanwhile'; words: string }> {
  return db.transaction().execute(async (db) => {
    const newest = await db
      .selectFrom('report_text')
      .select(['version', 'words'])
      .where('year', '=', year)
      .where('section', '=', section)
      .orderBy('version', 'desc')
      .executeTakeFirst();
    if (newest?.words === words) return { version: newest.version };
    if ((newest?.version ?? 0) !== seen) return { refusal: 'changed_meanwhile' as const, words: newest?.words ?? '' };
    const version = seen + 1;
    const put = { origin: by.origin ?? 'form', put_by: by.actor, put_at: by.at.toISOString() };
    await db
      .insertInto('report_text')
      .values({ year, section, version, words, ...put })
      .execute();
    await insertHistory(db, {
      ...{ actor: by.actor, at: by.at, noun: 'report', record: `${year}/${section}` },
      ...{ action: newest ? 'changed' : 'recorded', before: newest ? { words: newest.words } : null, after: { words } },
    });
    return { version };
  });
}

/** Copies last year's texts to a year that has none; what they count is counted anew. Returns the year they came from. */
export async function copyTexts(db: Database, year: number, by: { actor: string; at: Date }): Promise<number | null> {
  return db.transaction().execute(async (db) => {
    const before = await findYearBefore(db, year);
    const own = await findSectionTexts(db, year);
    if (before === null || own.length > 0) return null;
    const put = { year, version: 1, origin: 'copy', put_by: by.actor, put_at: by.at.toISOString() };
    for (const { section, words } of await findSectionTexts(db, before)) {
      // Answers belong to the demands of one audit.
      const copied = section === 'answers' ? '' : words;
      await db
        .insertInto('report_text')
        .values({ ...put, section, words: copied })
        .execute();
    }
    await insertHistory(db, {
      ...{ ...by, noun: 'report', record: String(year), action: 'copied', before: null, after: { from: before } },
    });
    return before;
  });
}
