import { createHash } from 'node:crypto';
import type { Database } from '../base/db/database.ts';
import { findKnown } from '../disclosure/store.ts';
import type { Document } from '../documents/model.ts';
import type { Known } from '../privacy/finding.ts';
import type { Day } from '../vocabulary/day.ts';
import type { ReportState } from '../vocabulary/report.ts';
import { checkReport } from './check.ts';
import { compose } from './compose.ts';
import { evidenceOf } from './evidence.ts';
import type { Figure } from './figures/figure.ts';
import { type Gap, gapKey, isAcceptable } from './gaps.ts';
import { outline } from './outline.ts';
import type { Records } from './records/records.ts';
import { findRecords } from './records/store.ts';
import type { Texts } from './sections.ts';
import { type Acceptance, findAcceptances, findLook, findNewestRelease, type Look } from './store.ts';
import { findTexts, findYearBefore } from './texts/store.ts';

/** What a report of a year is as of a day, from the records and texts of this moment. */
export type Report = {
  year: number;
  asOf: Day;
  /** draft → looked_at (by a manager) → released; a change of anything printed makes it a draft again. */
  state: ReportState;
  /** Of the newest release; 0 before the first. */
  version: number;
  records: Records;
  texts: Texts;
  /** Null: its own. Otherwise whose texts it shows, since nobody has begun it. */
  textsOf: number | 'outline' | null;
  document: Document;
  figures: Figure[];
  sections: ReturnType<typeof compose>['sections'];
  gaps: (Gap & { accepted: Acceptance | null })[];
  look: Look | null;
  /** Of everything that would be printed. */
  sha256: string;
};

export type Office = { timezone: string; organisation: string };
export const ORGANISATION = '시장 비서실';

/** Composes and checks a report. `stamp` goes over every page of what is no final document. */
export async function findReport(
  db: Database,
  year: number,
  asOf: Day,
  { stamp = null, evidence = false, ...office }: Office & { stamp?: string | null; evidence?: boolean },
): Promise<Report> {
  const { texts, textsOf } = await findTextsToPrint(db, year);
  const records = await findRecords(db, year, asOf, office);
  const known: Known = await findKnown(db);
  const composed = compose(texts, records, { stamp });
  const acceptances = await findAcceptances(db, year);
  const gaps = checkReport(composed, texts, records, known).map((it) => ({
    ...it,
    accepted: acceptances.find(({ gap }) => isAcceptable(it) && gap === gapKey(it)) ?? null,
  }));
  const sha256 = contentSha256(composed.document, composed.figures);
  const look = await findLook(db, year);
  const newest = await findNewestRelease(db, year);
  const isLooked = look !== null && look.sha256 === sha256 && look.asOf === asOf;
  const document = evidence
    ? { ...composed.document, blocks: [...composed.document.blocks, ...evidenceOf(composed.figures)] }
    : composed.document;
  return {
    ...{ year, asOf, records, texts, textsOf, document, gaps, look: isLooked ? look : null, sha256 },
    ...{ figures: composed.figures, sections: composed.sections, version: newest?.version ?? 0 },
    state: newest?.content === sha256 ? 'released' : isLooked ? 'looked_at' : 'draft',
  };
}

/** What keeps a report from being handed in: holes and names, and with `strict` every warning that nobody has accepted. */
export const blockingGaps = ({ gaps }: Pick<Report, 'gaps'>, strict = false): Report['gaps'] =>
  gaps.filter(({ severity, accepted }) => accepted === null && (strict || severity === 'block'));

async function findTextsToPrint(db: Database, year: number): Promise<Pick<Report, 'texts' | 'textsOf'>> {
  const own = await findTexts(db, year);
  if (Object.keys(own).length > 0) return { texts: own, textsOf: null };
  const before = await findYearBefore(db, year);
  if (before === null) return { texts: outline, textsOf: 'outline' };
  const { answers: _, ...texts } = await findTexts(db, before);
  return { texts, textsOf: before };
}

/** By the words that are printed, whatever is stamped over them. */
export const contentSha256 = (document: Document, figures: readonly Figure[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify([{ ...document, stamp: null }, figures.map(({ key, printed, value }) => [key, printed, value])]),
    )
    .digest('hex');
