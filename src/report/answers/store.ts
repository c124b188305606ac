import type { Database } from '../../base/db/database.ts';
import { findAllContacts } from '../../council/list/store.ts';
import { findKnown } from '../../disclosure/store.ts';
import { streamFollowups } from '../../followup/list/store.ts';
import type { Followup } from '../../followup/rules.ts';
import { formatWon } from '../../korean/won.ts';
import { pledgeName } from '../../pledge/rules.ts';
import { findPledges } from '../../pledge/store.ts';
import { termOf } from '../../pledge/term.ts';
import { findEarlierStandings } from '../../time/digest/store.ts';
import { streamVisits } from '../../visit/list/store.ts';
import { findPrograms } from '../../visit/programs/store.ts';
import type { AnswerTopic } from '../../vocabulary/report.ts';
import { findStatesThen } from '../records/then/store.ts';
import { STATUS_NAMES } from '../tables/others.ts';
import type { Asked } from './ask.ts';
import { type At, type Body, daysOf, GROUND, holds, masking, plain } from './body.ts';
import { spendingBody } from './spending.ts';
import { heading, listTable, remark } from './tables.ts';

/** What is listed of the records as of a day, by topic. */
export const BODIES: Record<AnswerTopic, (db: Database, asked: Asked, at: At) => Promise<Body>> = {
  spending: spendingBody,
  pledges: pledgesBody,
  visits: visitsBody,
  council: councilBody,
  followups: followupsBody,
  disclosure: disclosureBody,
};

async function pledgesBody(db: Database, asked: Asked, { asOf, until }: At): Promise<Body> {
  const mask = masking(await findKnown(db));
  const earlier = await findEarlierStandings(db, until);
  const then = (await findPledges(db, termOf(asked.period?.to ?? asOf))).flatMap((it) => {
    const stood = earlier.get(it.id);
    // Entered later by a form: it was not there yet. What a file brought later was there, as it says.
    return stood === null && it.origin === 'form' ? [] : [{ ...it, ...stood }];
  });
  const pledges = then.filter((it) => !it.voided && holds(asked, it.title, it.department, it.type, it.status));
  const rows = pledges.map((it) => [
    pledgeName(it),
    mask.say(it.title),
    mask.say(it.department),
    mask.say(it.status),
    it.progress === null ? '' : `${it.progress}%`,
  ]);
  return mask.body(
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

async function visitsBody(db: Database, asked: Asked, { asOf }: At): Promise<Body> {
  const mask = masking(await findKnown(db));
  const programs = new Map((await findPrograms(db)).map(({ id, name }) => [id, name]));
  const rows: string[][] = [];
  const counts = new Map<string, number>();
  for await (const visit of streamVisits(db, { days: daysOf(asked, asOf), cancelled: false })) {
    const program = programs.get(visit.programId) ?? '';
    if (visit.startsOn > asOf || !holds(asked, visit.title, visit.place, visit.district, program)) continue;
    counts.set(visit.district, (counts.get(visit.district) ?? 0) + 1);
    rows.push([visit.startsOn, visit.district, mask.say(program), mask.say(visit.title), mask.say(visit.place)]);
  }
  const districts = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return mask.body(
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

async function councilBody(db: Database, asked: Asked, { asOf }: At): Promise<Body> {
  const mask = masking(await findKnown(db));
  const contacts = await findAllContacts(db, { days: daysOf(asked, asOf), words: asked.words });
  const rows = contacts
    .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1))
    .map((it) => [
      it.heldOn,
      CONTACT_KINDS[it.kind] ?? '',
      it.members.map(({ name }) => name).join(', '),
      mask.say(it.agenda),
    ]);
  return mask.body(
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

async function followupsBody(db: Database, asked: Asked, { until }: At): Promise<Body> {
  const mask = masking(await findKnown(db));
  const states = await findStatesThen(db, until.toISOString());
  const rows: string[][] = [];
  for await (const it of streamFollowups(db, { words: asked.words })) {
    if (it.voided || !isWithin(it, asked)) continue;
    const status = STATUS_NAMES[states.get(it.id) ?? it.status];
    rows.push([mask.say(it.title), mask.say(it.department), status, it.due ?? '']);
  }
  return mask.body(
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

/** A demand of an audit belongs to the audit's year, anything else to the day it is due. */
function isWithin({ auditYear, due }: Pick<Followup, 'auditYear' | 'due'>, { period }: Asked): boolean {
  if (!period) return true;
  const [from, to] = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))];
  return auditYear !== null
    ? auditYear >= from && auditYear <= to
    : due !== null && due >= period.from && due <= period.to;
}

/** What was published of the spending, version by version. */
async function disclosureBody(db: Database, asked: Asked, { asOf, until }: At): Promise<Body> {
  const { from, to } = daysOf(asked, asOf);
  const mask = masking(await findKnown(db));
  const all = await db
    .selectFrom('disclosure')
    .select(['period', 'version', 'count', 'won', 'masked', 'released_at', 'reason'])
    .where('released_at', '<', until.toISOString())
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
      mask.say(it.reason),
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
