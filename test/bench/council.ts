import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/base/db/database.ts';
import { putMembers } from '../../src/council/members/store.ts';
import { putPerson } from '../../src/people/store.ts';
import { type Playground, startPlayground } from '../../src/simulator/driver.ts';
import { startApp } from '../support/process.ts';
import { type Figure, median, type Note, type Sizes } from './figures.ts';

const BY = { actor: 'bench', at: new Date('2018-01-01T00:00:00Z'), origin: 'file' as const };
const ME = 'U0KIMSEOYE';
const TYPED = ['', 'ㅊㅅ', '김', '강남', '새길당', '교통', '강남 새길당'];
const LISTS = ['@나', '', '기한지남', '부서3', '검토중', '감사', '전체'];

/** Type-ahead of members and pages of follow-ups on a large register, beside a hundredth of it, as a person waits for them. */
export async function measureCouncil(folder: string, { quick }: Sizes): Promise<(Figure | Note)[]> {
  const rounds = quick ? 10 : 30;
  const small = await office(path.join(folder, 'small'), 100, 1_000);
  const large = await office(path.join(folder, 'large'), 10_000, 100_000);
  const figures: Figure[] = [];
  const compare = async (name: string, work: (slack: Playground) => Promise<unknown>) => {
    const took = { small: [] as number[], large: [] as number[] };
    // A B A B, so that whatever else this machine does falls on both. The first rounds warm up.
    for (let round = -3; round < rounds; round++) {
      for (const [size, { slack }] of [
        ['small', small],
        ['large', large],
      ] as const) {
        const began = performance.now();
        await work(slack);
        if (round >= 0) took[size].push(performance.now() - began);
      }
    }
    const [ours, baseline] = [median(took.large), median(took.small)];
    figures.push({ name, unit: 'ms', ours, baseline, aim: { atMost: 2 } });
  };
  for (const { slack } of [small, large]) {
    await slack.as(ME).type('/의회');
    await slack.as(ME).seesView();
  }
  for (const typed of TYPED) {
    await compare(`type-ahead “${typed}”, 10,000 : 100 members`, (slack) => slack.as(ME).search('members', typed));
  }
  for (const { slack } of [small, large]) await slack.as(ME).close();
  for (const words of LISTS) {
    await compare(`list “${words}”, 100,000 : 1,000 follow-ups`, async (slack) => {
      const seen = slack.as(ME).lastAnswer()?.ts ?? '';
      await slack.as(ME).type('/후속', `목록 ${words}`);
      await slack.as(ME).reads((message) => message.ts > seen);
    });
  }
  for (const { stop } of [small, large]) await stop();
  return figures;
}

async function office(folder: string, members: number, followups: number) {
  mkdirSync(folder);
  await register(path.join(folder, 'office.db'), members, followups);
  const slack = await startPlayground({ rates: false });
  const app = startApp(folder, slack);
  await app.ready;
  await slack.connected();
  return {
    slack,
    async stop() {
      await app.kill('SIGTERM');
      await slack.stop();
    },
  };
}

const SURNAMES = [...'김이박최정강조윤장임'];
const GIVEN = ['가람', '나래', '서윤', '다솜', '라온', '마루', '하늘', '초롱', '이든', '지온'];

async function register(file: string, members: number, followups: number): Promise<void> {
  const db: Database = await openDatabase(file);
  await putPerson(db, { userId: ME, name: '김서연', role: 'member', language: 'ko' }, BY);
  const listed = Array.from({ length: members }, (_, i) => ({
    name: `${SURNAMES[i % 10]}${GIVEN[Math.floor(i / 10) % 10]}`,
    term: 11,
    constituency: `제${i}선거구`,
    party: i % 3 === 0 ? '새길당' : '한빛당',
    district: i % 25 === 0 ? '강남구' : `자치${i % 25}구`,
    committee: i % 11 === 0 ? '교통위원회' : `상임${i % 11}위원회`,
    post: i === 0 ? '의장' : null,
  }));
  await putMembers(db, listed, BY);
  await sql`insert into followup (kind, source_noun, source_record, audit_year, title, status, owner, department, due, open,
      sort_due, origin, created_by, created_at, version)
    with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${followups})
    select case i % 5 when 0 then 'member_request' when 1 then 'visit_agenda' when 2 then 'audit_suggestion' when 3 then 'speech'
        else 'own_task' end, null, null, null, '주차장 확충 요청 ' || i,
      case when (i / 5) % 10 = 0 then 'under_review' when (i / 5) % 10 = 1 then 'in_progress' else 'done' end, case i % 20 when 7 then 'U0KIMSEOYE' else 'U' || (i % 20) end,
      '부서' || (i % 30), date('2017-01-01', '+' || (i % 700) || ' days'), case when (i / 5) % 10 < 2 then 1 else 0 end,
      date('2017-01-01', '+' || (i % 700) || ' days'), 'import', 'bench', '2018-01-01T00:00:00.000Z', 1 from n`.execute(
    db,
  );
}
