import type { Database } from '../../base/db/database.ts';
import { findAllContacts } from '../../council/list/store.ts';
import { streamFollowups } from '../../followup/list/store.ts';
import { formatWon } from '../../korean/won.ts';
import { pledgeName } from '../../pledge/rules.ts';
import { findPledges } from '../../pledge/store.ts';
import { termOf } from '../../pledge/term.ts';
import { streamVisits } from '../../visit/list/store.ts';
import { findPrograms } from '../../visit/programs/store.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { AnswerTopic } from '../../vocabulary/report.ts';
import { STATUS_NAMES } from '../tables/others.ts';
import type { Asked } from './ask.ts';
import { type Body, GROUND, holds, plain, until } from './body.ts';
import { spendingBody } from './spending.ts';
import { heading, listTable, remark } from './tables.ts';

/** What is listed of the records as of a day, by topic. */
export const BODIES: Record<AnswerTopic, (db: Database, asked: Asked, asOf: Day) => Promise<Body>> = {
  spending: spendingBody,
  pledges: pledgesBody,
  visits: visitsBody,
  council: councilBody,
  followups: followupsBody,
  disclosure: disclosureBody,
};

async function pledgesBody(db: Database, asked: Asked, asOf: Day): Promise<Body> {
  const pledges = (await findPledges(db, termOf(asked.period?.to ?? asOf))).filter(
    (it) => !it.voided && holds(asked, it.title, it.department, it.type, it.status),
  );
  const rows = pledges.map((it) => [
    pledgeName(it),
    it.title,
    it.department ?? '',
    it.status ?? '',
    it.progress === null ? '' : `${it.progress}%`,
  ]);
  return plain(
    [
      listTable(
        [
          { name: '번호', width: 10 },
          { name: '공약', width: 40, align: 'left' },
          { name: '담당부서', width: 16 },
          { name: '상태', width: 16 },
          { name: '진도', width: 8 },
        ],
        rows,
      ),
    ],
    rows.length,
  );
}

async function visitsBody(db: Database, asked: Asked, asOf: Day): Promise<Body> {
  const programs = new Map((await findPrograms(db)).map(({ id, name }) => [id, name]));
  const rows: string[][] = [];
  const counts = new Map<string, number>();
  for await (const visit of streamVisits(db, { days: until(asked, asOf), cancelled: false })) {
    const program = programs.get(visit.programId) ?? '';
    if (visit.startsOn > asOf || !holds(asked, visit.title, visit.place, visit.district, program)) continue;
    counts.set(visit.district, (counts.get(visit.district) ?? 0) + 1);
    rows.push([visit.startsOn, visit.district, program, visit.title, visit.place]);
  }
  const districts = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return plain(
    [
      heading('지역별'),
      listTable(
        [
          { name: '지역', width: 40 },
          { name: '횟수', width: 20, align: 'right' },
        ],
        districts.map(([name, count]) => [name, formatWon(count)]),
      ),
      heading('내용별'),
      listTable(
        [
          { name: '날짜', width: 14 },
          { name: '지역', width: 12 },
          { name: '구분', width: 14 },
          { name: '내용', width: 34, align: 'left' },
          { name: '장소', width: 20, align: 'left' },
        ],
        rows,
      ),
    ],
    rows.length,
  );
}

const CONTACT_KINDS: Record<string, string> = {
  leaders_meeting: '의장단 간담회',
  caucus_meeting: '교섭단체 협의회',
  party_consultation: '당정·정책협의회',
  committee_meeting: '상임위원회 간담회',
  mayor_meeting: '시장 면담',
  women_meeting: '여성의원 간담회',
  other_meeting: '기타 간담회',
  event_notice: '행사 사전공유',
  prior_briefing: '사전설명',
  request_feedback: '요청사항 피드백',
};

async function councilBody(db: Database, asked: Asked, asOf: Day): Promise<Body> {
  const contacts = await findAllContacts(db, { days: until(asked, asOf), words: asked.words });
  const rows = contacts
    .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1))
    .map((it) => [it.heldOn, CONTACT_KINDS[it.kind] ?? '', it.members.map(({ name }) => name).join(', '), it.agenda]);
  return plain(
    [
      listTable(
        [
          { name: '날짜', width: 14 },
          { name: '구분', width: 18 },
          { name: '의원', width: 26, align: 'left' },
          { name: '안건', width: 36, align: 'left' },
        ],
        rows,
      ),
    ],
    rows.length,
  );
}

async function followupsBody(db: Database, asked: Asked): Promise<Body> {
  const rows: string[][] = [];
  for await (const it of streamFollowups(db, { words: asked.words })) {
    const year = it.auditYear === null ? null : String(it.auditYear);
    const inPeriod =
      !asked.period || (year !== null && year >= asked.period.from.slice(0, 4) && year <= asked.period.to.slice(0, 4));
    if (!it.voided && inPeriod) rows.push([it.title, it.department ?? '', STATUS_NAMES[it.status], it.due ?? '']);
  }
  return plain(
    [
      listTable(
        [
          { name: '내용', width: 54, align: 'left' },
          { name: '담당부서', width: 18 },
          { name: '상태', width: 14 },
          { name: '기한', width: 14 },
        ],
        rows,
      ),
    ],
    rows.length,
  );
}

/** What was published of the spending, version by version. */
async function disclosureBody(db: Database, asked: Asked, asOf: Day): Promise<Body> {
  const { from, to } = until(asked, asOf);
  const all = await db
    .selectFrom('disclosure')
    .select(['period', 'version', 'count', 'won', 'masked', 'released_at', 'reason'])
    .orderBy('period')
    .orderBy('version')
    .execute();
  const rows = all
    .filter((it) => it.period.slice(0, 4) >= from.slice(0, 4) && it.period.slice(0, 4) <= to.slice(0, 4))
    .map((it) => [
      it.period,
      `${it.version}판`,
      formatWon(it.count),
      formatWon(it.won),
      formatWon(it.masked),
      it.released_at.slice(0, 10),
      it.reason ?? '',
    ]);
  return plain(
    [
      listTable(
        [
          { name: '기간', width: 14 },
          { name: '판', width: 8 },
          { name: '건수', width: 10, align: 'right' },
          { name: '금액(원)', width: 18, align: 'right' },
          { name: '가린 곳', width: 10, align: 'right' },
          { name: '공개일', width: 14 },
          { name: '사유', width: 20, align: 'left' },
        ],
        rows,
      ),
      ...(rows.length > 0 ? [remark(`가린 곳은 ${GROUND}`)] : []),
    ],
    rows.length,
  );
}
