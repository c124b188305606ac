import { insertMany } from '../base/db/bulk.ts';
import type { Database } from '../base/db/database.ts';
import { putEvaluation } from '../pledge/evaluations/store.ts';
import { fieldOfCode } from '../pledge/list/rules.ts';
import { putListEntry } from '../pledge/list/store.ts';
import { pledgeName } from '../pledge/rules.ts';
import { searchedOf } from '../pledge/searched.ts';
import { findPledges } from '../pledge/store.ts';
import type { Status } from '../vocabulary/pledge.ts';

/**
 * Made-up pledges that add up to the 2016 main-work report: 256 of them, 146 policy, 98 innovation and 12 citizens', and the
 * result of the first half of 2016 that the city published on 28 October 2016. Titles, money and progress are invented.
 */
const TERM = 6;
const COUNTS: readonly (readonly [Status, number])[] = [
  ['완료', 12],
  ['이행 후 계속추진', 113],
  ['정상추진', 123],
  ['일부추진', 8],
];
const POLICY = 146;
const INNOVATION = 98;
const CITIZENS = 12;
const TOTAL = POLICY + INNOVATION + CITIZENS;

/** The report names the first two of fifteen. */
const FIELDS = [
  '안심특별시 서울',
  '서울형 창조경제',
  '일자리가 넘치는 도시',
  '함께 누리는 복지',
  '아이 키우기 좋은 도시',
  '건강한 시민',
  '여성이 안전한 도시',
  '배움이 있는 도시',
  '집 걱정 없는 도시',
  '마을이 살아나는 도시',
  '어르신이 편안한 도시',
  '문화가 흐르는 도시',
  '걷기 좋은 도시',
  '숨 쉬는 녹색 도시',
  '시민이 주인인 시정',
];

/** One has no person in charge, so that an evaluation shows what happens then. */
const DEPARTMENTS: readonly (readonly [string, string | null])[] = [
  ['안전총괄과', 'U0LEEJUNHO'],
  ['일자리정책과', 'U0LIMGEONW'],
  ['복지정책과', 'U0KIMSEOYE'],
  ['시민소통담당관', 'U0YOONSOMI'],
  ['기획조정실', 'U0JUNGDAEU'],
  ['총무과', 'U0PARKHAEU'],
  ['대변인실', 'U0SHINARAM'],
  ['도시재생과', null],
];

const THINGS =
  '골목안전등,학교앞길,노후상수관,지하철역승강기,동네도서관,공공자전거,청년일터,마을공방,전통시장,국공립어린이집,보건지소,심야버스,한강쉼터,놀이터,장애인콜택시,사회주택,도시텃밭,빗물저금통,공영주차장,생활체육관,작은미술관,시민대학,어르신일터,안심택배함,공유부엌,무장애숲길,재난상황실,미세먼지알림,열린데이터,창업지원센터,돌봄교실,치매지원센터,여성안심길,한옥마을,음악거리,도시농업학교,햇빛발전소,에너지자립마을,주민참여예산,청소년쉼터'.split(
    ',',
  );
const ACTIONS = '확대,새로 짓기,고쳐 쓰기,두 배로 늘리기,밤에도 열기,누구나 쓰기,동마다 하나,운영 지원'.split(',');
const BASES: readonly (readonly [string, string] | null)[] = [
  ['조례', '예시 조례 제정'],
  ['예산', '중기지방재정계획 반영'],
  null,
  ['규칙', '예시 규칙 개정'],
  ['기관', '예시 재단 설립'],
  null,
];

const MILLION = 1_000_000;

/** Fills the playground's register with sample pledges; leaves one that has pledges, or no other samples, alone. */
export async function addPledgeSamples(db: Database, now: Date): Promise<void> {
  const any = await db.selectFrom('pledge').select('id').limit(1).executeTakeFirst();
  const sample = await db.selectFrom('expense').select('id').where('origin', '=', 'sample').limit(1).executeTakeFirst();
  if (!any && sample) await insertPledgeSamples(db, now);
}

export async function insertPledgeSamples(db: Database, now: Date): Promise<void> {
  const by = { actor: 'sample', at: now };
  for (const [i, name] of FIELDS.entries()) {
    await putListEntry(db, { kind: 'field', term: TERM, code: String(i + 1), name, person: null }, by);
  }
  for (const [name, person] of DEPARTMENTS) {
    await putListEntry(db, { kind: 'department', term: 0, code: name, name, person }, by);
  }
  const rows = Array.from({ length: TOTAL }, (_, i) => pledgeRow(i));
  const columns = Object.keys(rows[0] ?? {}) as (keyof (typeof rows)[number])[];
  await insertMany(
    db,
    'pledge',
    columns,
    rows.map((row) => columns.map((column) => row[column] ?? null)),
    { term: TERM, flags: '', origin: 'sample', created_by: 'sample', created_at: now.toISOString(), version: 1 },
  );
  await insertFirstHalf(db);
  await insertManifesto(db, by);
}

/** What the report and its annex name. */
const NAMED = new Map<number, string>([
  [1, '디지털 싱크탱크 : 서울디지털재단 설립'],
  [POLICY, '서울시정 대학생 인턴십'],
  [POLICY + 1, '지하철역 휴대폰 무료 충전'],
  [POLICY + INNOVATION, '시민청 추가건립'],
  [POLICY + INNOVATION + 1, '모래놀이터 조성'],
]);

function pledgeRow(i: number) {
  const code = codeOf(i);
  const status = statusOf(i);
  const progress = status === '정상추진' ? 40 + ((i * 7) % 50) : status === '일부추진' ? 10 + ((i * 5) % 30) : 100;
  const free = i % 9 === 4;
  const budget = (120 + ((i * 7919) % 4000)) * MILLION;
  const secured = Math.round((budget * (60 + ((i * 13) % 41))) / 100 / MILLION) * MILLION;
  const spent = Math.round((secured * (status === '완료' ? 100 : progress * 0.9)) / 100 / MILLION) * MILLION;
  const thing = THINGS[i % THINGS.length] ?? '';
  const round = Math.floor(i / THINGS.length);
  const action = ACTIONS[(round + 7 * (i % THINGS.length)) % ACTIONS.length] ?? '';
  const basis = BASES[i % BASES.length] ?? null;
  const title = NAMED.get(i) ?? `${thing} ${action}`;
  const goal = `○ ${thing} ${action}\n- 임기 안에 ${5 + (i % 40)}곳`;
  return {
    code,
    number: i + 1,
    type: i < POLICY ? '정책' : i < POLICY + INNOVATION ? '혁신' : '시민',
    field: fieldOfCode(code),
    title,
    department: DEPARTMENTS[(i * 3) % DEPARTMENTS.length]?.[0] ?? null,
    goal,
    timing: i % 10 === 9 ? '임기후' : '임기내',
    kind: i % 3 === 0 ? '계속' : '신규',
    status,
    progress,
    non_budget: free ? 1 : 0,
    budget: free ? null : budget,
    secured: free ? null : secured,
    spent: free ? null : spent,
    basis_kind: basis?.[0] ?? null,
    basis: basis?.[1] ?? null,
    ...searchedOf({ title, goal }),
  };
}

/** Policies go round the fifteen fields, three to a task; innovations are numbered; citizens' pledges have no code. */
function codeOf(i: number): string | null {
  if (i >= POLICY + INNOVATION) return null;
  if (i >= POLICY) return `혁신-${i - POLICY + 1}`;
  const nth = Math.floor(i / FIELDS.length);
  return `${(i % FIELDS.length) + 1}-${Math.floor(nth / 3) + 1}-${(nth % 3) + 1}`;
}

/** Spread over the types: 37 shares no factor with 256, so every place comes once. */
function statusOf(i: number): Status {
  let place = (i * 37) % TOTAL;
  for (const [status, count] of COUNTS) {
    if (place < count) return status;
    place -= count;
  }
  return '정상추진';
}

async function insertFirstHalf(db: Database): Promise<void> {
  const { id } = await db
    .insertInto('review_round')
    .values({
      name: '2016-h1',
      term: TERM,
      as_of: '2016-06-30',
      state: 'frozen',
      opened_by: 'sample',
      opened_at: '2016-07-01T00:00:00.000Z',
      closed_by: null,
      closed_at: null,
      published_on: '2016-10-28',
      origin: 'sample',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const pledges = await findPledges(db, TERM);
  const columns = ['pledge_id', 'department', 'name', 'title', 'type', 'result', 'result_progress'];
  const rows = pledges.map((it) => [it.id, it.department, pledgeName(it), it.title, it.type, it.status, it.progress]);
  await insertMany(db, 'review_answer', columns, rows, { round_id: id, files: '[]' });
}

/** The grade and its line are the report's; it prints no points. */
async function insertManifesto(db: Database, by: { actor: string; at: Date }): Promise<void> {
  await putEvaluation(
    db,
    {
      ...{
        year: 2015,
        body: '한국매니페스토실천본부',
        subject: '민선6기 공약이행, 2014년 실적',
        grade: 'SA',
        line: null,
      },
      ...{ score: null, areas: [], peers: [], announcedOn: '2015-06-22', source: '2016 주요업무 보고' },
    },
    null,
    { ...by, formKey: 'sample-manifesto-2015', origin: 'sample' },
  );
  await putEvaluation(
    db,
    {
      year: 2016,
      body: '한국매니페스토실천본부',
      subject: '민선6기 공약이행, 2015년 실적',
      grade: 'SA',
      line: 750,
      score: null,
      areas: [],
      peers: ['서울시', '대구시', '경기도', '충청남도', '전라북도', '경상북도', '제주도'],
      announcedOn: '2016-06-20',
      source: '2016 주요업무 보고',
    },
    null,
    { ...by, formKey: 'sample-manifesto-2016', origin: 'sample' },
  );
}
