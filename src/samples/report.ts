import type { Database } from '../base/db/database.ts';
import { gap, gapKey } from '../report/gaps.ts';
import { putOutsideFigure } from '../report/outside/store.ts';
import type { StaffingLine } from '../report/staffing/rules.ts';
import { putStaffing } from '../report/staffing/store.ts';
import { putAcceptance } from '../report/store.ts';
import { findTexts, putText } from '../report/texts/store.ts';
import { SECTIONS } from '../vocabulary/report.ts';
import { reportTexts } from './report-texts.ts';

const AS_OF = '2016-10-31';

/** 19 = 6 + 13 and 18 = 6 + 12, grade by grade as the report has them. */
const STAFFING: readonly StaffingLine[] = [
  ...(['5급', '6급', '7급', '8~9급'] as const).map((grade, i) => {
    const people = [2, 2, 1, 1][i] ?? 0;
    return { class: '일반직', grade, quota: people, actual: people };
  }),
  { class: '별정직', grade: '2~3급', quota: 1, actual: 1 },
  { class: '별정직', grade: '4급상당', quota: 1, actual: 1 },
  { class: '별정직', grade: '5급상당', quota: 9, actual: 9 },
  { class: '별정직', grade: '6급상당', quota: 2, actual: 1 },
];

/** Fills the report of 2016, marked as a sample, where the other samples of 2016 are and nothing of a report is. */
export async function addReportSamples(db: Database, now: Date): Promise<void> {
  const by = { actor: 'sample', at: now, origin: 'sample' } as const;
  const visits = await db
    .selectFrom('visit')
    .select(['id', 'title'])
    .where('origin', '=', 'sample')
    .orderBy('id')
    .execute();
  const demands = await db
    .selectFrom('followup')
    .select(['id', 'title'])
    .where('audit_year', '=', 2015)
    .where('origin', '=', 'sample')
    .execute();
  if (visits.length === 0 || demands.length === 0 || Object.keys(await findTexts(db, 2016)).length > 0) return;

  await putStaffing(db, { asOf: AS_OF, lines: STAFFING }, by);
  const petitions = {
    key: '시민제안',
    asOf: AS_OF,
    value: 3145,
    unit: '건',
    source: '온라인 시민제안 홈페이지 통계(예시)',
  };
  await putOutsideFigure(db, petitions, by);
  const texts = reportTexts({
    cite: (...titles) =>
      `{{cite ${visits
        .filter(({ title }) => titles.includes(title))
        .map(({ id }) => `V${id}`)
        .join(' ')}}}`,
    demand: (beginning) => `F${demands.find(({ title }) => title.startsWith(beginning))?.id}`,
  });
  const program = gap('citizens', 'name_undecided', [], '원순');
  await putAcceptance(db, 2016, { gap: gapKey(program), reason: '시민제안 누리집과 행정포털 게시판의 이름' }, by);
  for (const section of SECTIONS) await putText(db, { year: 2016, section, seen: 0 }, texts[section], by);
}
