import type { Database } from '../base/db/database.ts';
import { makeFile } from '../documents/file.ts';
import { FORMATS } from '../documents/model.ts';
import type { Day } from '../vocabulary/day.ts';
import type { ReleaseRefusal } from '../vocabulary/report.ts';
import { blockingGaps, findReport, type Office, type Report } from './report.ts';
import { insertRelease, type Release } from './store.ts';

/** Why a report can't be released by this person: nobody releases alone, nor what another did not see. */
export function refuseRelease(
  report: Report,
  by: { actor: string; seen: string; reason: string },
): ReleaseRefusal | null {
  if (report.sha256 !== by.seen) return 'changed_meanwhile';
  if (blockingGaps(report, true).length > 0) return 'incomplete';
  if (report.state === 'released') return null;
  if (!report.look) return 'not_looked_at';
  if (report.look.by === by.actor) return 'alone';
  return report.version > 0 && by.reason.trim() === '' ? 'reason_missing' : null;
}

/** Makes the three files of what was looked at and keeps them as the next version. */
export async function releaseReport(
  db: Database,
  { year, asOf }: { year: number; asOf: Day },
  by: { actor: string; at: Date; seen: string; reason: string },
  office: Office,
): Promise<{ release: Release; again: boolean } | { refusal: ReleaseRefusal; report: Report }> {
  const report = await findReport(db, year, asOf, office);
  const refusal = refuseRelease(report, by);
  if (refusal) return { refusal, report };
  const files = await Promise.all(FORMATS.map((format) => makeFile(report.document, format)));
  const kept = await insertRelease(db, { ...report, lookedBy: report.look?.by ?? by.actor }, files, {
    ...{ actor: by.actor, at: by.at, after: report.version, reason: report.version > 0 ? by.reason.trim() : null },
  });
  return 'refusal' in kept ? { refusal: kept.refusal, report } : kept;
}
