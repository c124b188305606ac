import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/base/db/database.ts';
import { putMembers } from '../../src/council/members/store.ts';
import { putPerson } from '../../src/people/store.ts';
import { searchedOf } from '../../src/pledge/searched.ts';

export const ME = 'U0HANADMIN';
const AT = new Date('2018-01-01T00:00:00Z');
const SURNAMES = [...'김이박최정강조윤장임'];
const GIVEN = ['가람', '나래', '서윤', '다솜', '라온', '마루', '하늘', '초롱', '이든', '지온'];
const MOST_MEMBERS = 10_000;

const counting = (rows: number) =>
  sql`with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${rows})`;
const twoDigits = (number: ReturnType<typeof sql>) => sql`substr(cast(100 + ${number} as text), 2)`;
const DAY = sql`(2012 + i % 10) || '-' || ${twoDigits(sql`1 + (i / 10) % 12`)} || '-' || ${twoDigits(sql`1 + (i / 120) % 28`)}`;
const ENTERED = sql`'bench', '2018-01-01T00:00:00.000Z', 1`;

/** A file of ten years of spends, which measures share as long as they only read: making a million takes a minute. */
export async function expensesFile(rows: number): Promise<string> {
  const file = path.join(MADE, `${rows}.db`);
  if (existsSync(file)) return file;
  mkdirSync(MADE, { recursive: true });
  const db = await openDatabase(file);
  await fillExpenses(db, rows);
  await db.destroy();
  return file;
}

const MADE = path.join(tmpdir(), `biseo-bench-${process.pid}`);
process.on('exit', () => rmSync(MADE, { recursive: true, force: true }));

/** Ten years of spends, made by the database itself, with the totals that the app would have kept of them. */
export async function fillExpenses(db: Database, rows: number): Promise<void> {
  // For as long as this connection is open: what is only made to be measured may be lost with the power, and each page is written once.
  await sql`pragma synchronous = off`.execute(db);
  await sql`pragma cache_size = -1000000`.execute(db);
  await sql`insert into expense (year, month, spent_on, spent_time, amount, account, category, place, purpose, headcount,
      payment, flags, origin, fingerprint, nth, created_by, created_at, version)
    ${counting(rows)} select 2012 + i % 10, 1 + (i / 10) % 12, ${DAY}, '12:30', 10000 + i % 90000, '203-0' || (1 + i % 4),
      '분야 ' || (i % 7), case i % 5 when 0 then '한빛' when 1 then '소나무집' when 2 then '다온' when 3 then '가람회관' else '미진' end
        || (i % 500) || ' (중구 세종대로' || (i % 90) || '길)',
      case i % 3 when 0 then '시정 현안 자문 간담회' when 1 then '설명절 현업근무 직원 및 유관기관 격려'
        else '시정 노고 직원 격려 다과 구입비 지급' end,
      1 + i % 20, 'card', '', 'import', 'print' || i, 1, ${ENTERED} from n`.execute(db);
  await sql`insert into expense_total select year, account, category, sum(amount), count(*) from expense group by 1, 2, 3`.execute(
    db,
  );
}

/** So many records of each noun, over ten years; of members of the council 10,000 at most. */
export async function fillRegister(db: Database, records: number): Promise<void> {
  const by = { actor: 'bench', at: AT };
  await putPerson(db, { userId: ME, name: '한관리', role: 'administrator', language: 'ko' }, by);
  await fillExpenses(db, records);
  // All of it is judged: otherwise the app would begin with that.
  await sql`insert into check_mark (name, expense_id) select 'seen', max(id) from expense`.execute(db);
  await fillCouncil(db, records);
  await sql`insert into visit (program_id, title, year, month, starts_on, start_time, ends_on, place, district, purpose, owner, staff,
      partner_level, countries, participants, summary, sequence, changed_at, origin, nth, created_by, created_at, version)
    ${counting(records)} select 1 + i % 15, '일정 ' || i, 2012 + i % 10, 1 + (i / 10) % 12, ${DAY}, '14:00', ${DAY},
      '현장 ' || (i % 500), case i % 25 when 0 then '강남구' else '자치구' || (i % 25) end, '현장 점검과 주민 의견 청취',
      case i % 20 when 7 then ${ME} else 'U' || (i % 20) end, '', case when i % 15 = 11 then 'basic' end,
      case when i % 15 = 12 then '미국' end, i % 90, '들었음', 0, '2018-01-01T00:00:00.000Z', 'form', 0, ${ENTERED} from n`.execute(
    db,
  );
  await sql`insert into followup (kind, title, status, owner, department, due, open, sort_due, origin, created_by, created_at, version)
    ${counting(records)} select case i % 5 when 0 then 'member_request' when 1 then 'visit_agenda' when 2 then 'audit_suggestion'
        when 3 then 'speech' else 'own_task' end, '주차장 확충 요청 ' || i,
      case (i / 5) % 10 when 0 then 'under_review' when 1 then 'in_progress' else 'done' end,
      case i % 20 when 7 then ${ME} else 'U' || (i % 20) end, '부서' || (i % 30), ${DAY},
      case when (i / 5) % 10 < 2 then 1 else 0 end, ${DAY}, 'import', ${ENTERED} from n`.execute(db);
  const [title, goal] = ['걷기 좋은 길 만들기 ', '보행로를 넓히고 쉴 곳을 놓는다'];
  const searched = searchedOf({ title, goal });
  await sql`insert into pledge (plain_title, plain_goal, title_initials, goal_initials, title_letters, term, code, type, field, title,
      department, goal, status, progress, non_budget, flags, origin, created_by, created_at, version)
    ${counting(records)} select ${searched.plain_title} || i, ${searched.plain_goal}, ${searched.title_initials},
      ${searched.goal_initials}, ${searched.title_letters} || i, 6, (1 + i % 9) || '-' || (i / 9) || '-' || (i % 7), '공약', '안전',
      ${title} || i, '부서' || (i % 30), ${goal}, case i % 3 when 0 then '완료' when 1 then '정상추진' else '일부추진' end,
      i % 101, 0, '', 'import', ${ENTERED} from n`.execute(db);
  await sql`insert into history (at, actor, noun, record, action)
    ${counting(records)} select '2018-01-01T00:00:00.000Z', 'U' || (i % 20), 'expense', i, 'changed' from n`.execute(
    db,
  );
}

async function fillCouncil(db: Database, records: number): Promise<void> {
  const members = Array.from({ length: Math.min(records, MOST_MEMBERS) }, (_, i) => ({
    name: `${SURNAMES[i % 10]}${GIVEN[Math.floor(i / 10) % 10]}`,
    term: 11,
    constituency: `제${i}선거구`,
    party: i % 3 === 0 ? '새길당' : '한빛당',
    district: i % 25 === 0 ? '강남구' : `자치${i % 25}구`,
    committee: i % 11 === 0 ? '교통위원회' : `상임${i % 11}위원회`,
    post: i === 0 ? '의장' : null,
  }));
  await putMembers(db, members, { actor: 'bench', at: AT, origin: 'file' });
  await sql`insert into council_contact (kind, held_on, agenda, result, origin, created_by, created_at, version)
    ${counting(records)} select case i % 3 when 0 then 'caucus_meeting' when 1 then 'mayor_meeting' else 'other_meeting' end, ${DAY},
      '조례 개정 협의 ' || i, '의견을 들음', 'form', ${ENTERED} from n`.execute(db);
  await sql`insert into council_attendance (contact_id, member_id)
    select id, 1 + id % ${members.length} from council_contact`.execute(db);
}
