import type { Database } from '../base/db/database.ts';
import { fingerprintOf } from '../followup/files.ts';
import type { Owed } from '../followup/rules.ts';
import { type Demand, insertDemands } from '../followup/store.ts';
import { NOTHING_YET } from '../followup/stored.ts';
import type { Note } from '../followup/work.ts';
import { addDays } from '../korean/days.ts';
import type { Kind, Status } from '../vocabulary/followup.ts';
import { AUDIT_2015, type Audited } from './audit-2015.ts';

/** Fills the playground's register of what is owed, marked as samples, where there are other samples and no audit yet. */
export async function addFollowupSamples(db: Database, now: Date, today: string): Promise<void> {
  const sample = await db.selectFrom('expense').select('id').where('origin', '=', 'sample').limit(1).executeTakeFirst();
  const audited = await db
    .selectFrom('followup')
    .select('id')
    .where('audit_year', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  if (!sample || audited) return;
  const demands = [...AUDIT_2015.map(demandOf), ...recent(today)];
  await insertDemands(db, demands, { actor: 'sample', at: now, origin: 'sample' });
}

/** What is said in several lines is one note: the lines below hang from the first. */
function demandOf({ kind, status, title, department, progress, plan, handedIn }: Audited): Demand {
  const owed: Owed = {
    ...{ ...NOTHING_YET, kind, auditYear: 2015, title, status, department, owner: null },
    requester: '운영위원회',
    ...(handedIn ? { answer: '자료 제출 완료', answeredTo: '운영위원회', answeredOn: handedIn } : {}),
  };
  const note = (kind: Note['kind'], lines: readonly string[]): Note[] =>
    lines.length > 0 ? [{ kind, saidOn: null, words: lines.join('\n') }] : [];
  return { owed, notes: [...note('progress', progress), ...note('plan', plan)], fingerprint: fingerprintOf(owed) };
}

type Open = [kind: Kind, title: string, owner: string, days: number, status: Status, requester: string | null];

const OPEN: readonly Open[] = [
  ['speech', '청년 정책 발표회 인사말 작성', 'U0KANGTAEO', 4, 'in_progress', null],
  ['press_statement', '겨울철 종합대책 기자회견문 작성', 'U0KANGTAEO', 9, 'under_review', '대변인실'],
  ['video_message', '자원봉사의 날 영상메시지 촬영', 'U0KANGTAEO', -3, 'in_progress', null],
  ['weekend_date', '장애인 이동권 면담 안건 답변', 'U0YOONSOMI', 6, 'in_progress', '시민 단체'],
  ['field_office', '골목시장 주차 안건 처리 결과 정리', 'U0LIMGEONW', 12, 'under_review', '상인회'],
  ['own_task', '다음 회기 의장단 간담회 준비', 'U0CHOIMINJ', 10, 'under_review', null],
];

function recent(today: string): Demand[] {
  if (today < '2017-01-01') return [];
  return OPEN.map(([kind, title, owner, days, status, requester]) => {
    const owed: Owed = { ...NOTHING_YET, kind, title, owner, status, requester, due: addDays(today, days) };
    return { owed, notes: [], fingerprint: `sample ${title}` };
  });
}
