import type { Database } from '../../base/db/database.ts';
import { findAllContacts } from '../../council/list/store.ts';
import { findDecisions } from '../../disclosure/decision/store.ts';
import type { Decision } from '../../disclosure/mask.ts';
import { monthOf } from '../../disclosure/period.ts';
import { findKnown } from '../../disclosure/store.ts';
import { columnsOf, draftDisclosure } from '../../disclosure/table.ts';
import type { Block } from '../../documents/model.ts';
import { streamFollowups } from '../../followup/list/store.ts';
import { addDays } from '../../korean/days.ts';
import { formatWon } from '../../korean/won.ts';
import { pledgeName } from '../../pledge/rules.ts';
import { findPledges } from '../../pledge/store.ts';
import { termOf } from '../../pledge/term.ts';
import { streamExpenses } from '../../spending/expense/list/store.ts';
import type { Expense } from '../../spending/expense/rules.ts';
import { streamVisits } from '../../visit/list/store.ts';
import { findPrograms } from '../../visit/programs/store.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { AnswerTopic } from '../../vocabulary/report.ts';
import { STATUS_NAMES } from '../tables/others.ts';
import type { Asked } from './ask.ts';
import { heading, listTable, remark, unit } from './tables.ts';

/** The body of an answer, and how much of it is masked. */
export type Body = { blocks: Block[]; rows: number; masked: number; undecided: number };

/** What is listed of the records as of a day, by topic. */
export const BODIES: Record<AnswerTopic, (db: Database, asked: Asked, asOf: Day) => Promise<Body>> = {
  spending: spendingBody,
  pledges: pledgesBody,
  visits: visitsBody,
  council: councilBody,
  followups: followupsBody,
  disclosure: disclosureBody,
};

/** Why a name or a number is not shown: 공공기관의 정보공개에 관한 법률 제9조제1항제6호. */
const GROUND = '「공공기관의 정보공개에 관한 법률」 제9조제1항제6호(개인정보)에 따라 가렸습니다.';

const until = ({ period }: Asked, asOf: Day): { from: Day; to: Day } => ({
  from: period?.from ?? '1995-01-01',
  to: period && period.to < asOf ? period.to : asOf,
});

/** Masked as a disclosure is; what waits for a decision is masked too. */
async function spendingBody(db: Database, asked: Asked, asOf: Day): Promise<Body> {
  const days = until(asked, asOf);
  const wholeMonths = days.from.endsWith('-01') && addDays(days.to, 1).endsWith('-01');
  const month = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const span = wholeMonths ? { months: { from: month(days.from), to: month(days.to) } } : { days };
  const expenses: Expense[] = [];
  const filter = { ...span, words: asked.words, ...(asked.account ? { account: asked.account } : {}) };
  for await (const expense of streamExpenses(db, filter)) expenses.push(expense);
  const months = new Set(expenses.map((it) => JSON.stringify([it.year, it.month])));
  const decisions: Decision[] = [];
  for (const key of months) {
    const [year = 0, month] = JSON.parse(key) as [number, number | null];
    if (month !== null) decisions.push(...(await findDecisions(db, monthOf(year, month))));
  }
  const draft = draftDisclosure(expenses, await findKnown(db), decisions);
  const years = [...new Set(expenses.map(({ year }) => year))].sort();
  const sum = (year: number) => expenses.filter((it) => it.year === year);
  const columns = columnsOf(draft.rows);
  const widths: Record<string, number> = { purpose: 26, place: 18, people: 14, when: 13, amount: 11 };
  const hidden = draft.parts.filter(({ state }) => state !== 'kept');
  const undecided = draft.parts.filter(({ state }) => state === 'open').length;
  return {
    blocks: [
      heading('총괄'),
      unit('단위: 원'),
      listTable(
        [
          { name: '연도', width: 20 },
          { name: '건수', width: 20, align: 'right' },
          { name: '금액', width: 30, align: 'right' },
        ],
        [
          ...years.map((year) => [
            `${year}년`,
            formatWon(sum(year).length),
            formatWon(sum(year).reduce((total, it) => total + it.amount, 0)),
          ]),
          ['계', formatWon(expenses.length), formatWon(draft.won)],
        ],
      ),
      heading('세부내역'),
      unit('단위: 원'),
      listTable(
        columns.map(([name, label]) => ({
          name: label,
          width: widths[name] ?? 9,
          align: name === 'amount' ? 'right' : 'left',
        })),
        draft.rows.map((row) =>
          columns.map(([name]) => (name === 'amount' ? formatWon(row.amount) : String(row[name] ?? ''))),
        ),
      ),
      ...(hidden.length > 0 ? [remark(`${formatWon(hidden.length)}곳은 ${GROUND}`)] : []),
      ...(draft.without.day > 0
        ? [remark(`집행일을 알 수 없는 ${formatWon(draft.without.day)}건은 회계월로 실었습니다.`)]
        : []),
    ],
    ...{ rows: draft.rows.length, masked: hidden.length, undecided },
  };
}

const holds = (asked: Asked, ...texts: (string | null)[]): boolean =>
  asked.words.every((word) => texts.some((text) => text?.includes(word)));
const plain = (blocks: Block[], rows: number): Body => ({ blocks, rows, masked: 0, undecided: 0 });

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
