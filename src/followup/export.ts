import type { SheetCell } from '../tables/sheet.ts';
import type { Text } from '../text/index.ts';
import { isAuditKind } from '../vocabulary/followup.ts';
import { progressLines } from './report.ts';
import { type Followup, followupName } from './rules.ts';
import type { SaidNote } from './store.ts';
import { sourceName } from './words.ts';

/** The headings that an import understands; like the city's own files they are Korean whoever exports. */
export const HEADINGS = [
  '번호',
  '감사연도',
  '구분',
  '요구사항',
  '담당부서',
  '추진상황',
  '추진내용',
  '향후계획',
  '담당자',
  '기한',
  '요청자',
  '답변',
  '답변대상',
  '답변일',
  '관련기록',
];

export function exportRow(
  followup: Followup,
  notes: readonly SaidNote[],
  names: ReadonlyMap<string, string>,
  korean: Text,
): SheetCell[] {
  const { kind } = followup;
  const plans = notes.filter((note) => note.kind === 'plan').map((note) => `○ ${note.words}`);
  return [
    followupName(followup.id),
    followup.auditYear,
    isAuditKind(kind) ? korean.followup.auditReport.rows[kind] : korean.followup.kinds[kind],
    followup.title,
    followup.department,
    korean.followup.statuses[followup.status],
    progressLines({ ...followup, answer: null }, notes).join('\n') || null,
    plans.join('\n') || null,
    followup.owner === null ? null : (names.get(followup.owner) ?? followup.owner),
    followup.due,
    followup.requester,
    followup.answer,
    followup.answeredTo,
    followup.answeredOn,
    sourceName(followup),
  ];
}
