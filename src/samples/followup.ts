import type { Database } from '../base/db/database.ts';
import { fingerprintOf } from '../followup/files.ts';
import type { Owed } from '../followup/rules.ts';
import { type Demand, insertDemands, NOTHING_YET } from '../followup/store.ts';
import type { Note } from '../followup/work.ts';
import { addDays } from '../korean/days.ts';
import type { AuditKind, Kind, Status } from '../vocabulary/followup.ts';

/**
 * The audit of 2015 in the shape of the 2016 report: 19 demands, of which 11 are done, 7 in progress and 1 under review; by kind
 * 4/4, 8 = 7 + 1, 7/7. The words are ours.
 */
type Audited = [kind: AuditKind, status: Status, title: string, department: string, progress: string, plan: string];

const AUDIT_2015: readonly Audited[] = [
  [
    'audit_correction',
    'done',
    '업무추진비 집행률을 높일 방안을 강구하기 바람',
    '총무과',
    '회의·간담회·행사, 직원 격려 등에 집행하여 전년보다 집행률을 높임',
    '유관기관과의 협력에 필요한 업무추진비를 적극 활용하겠음',
  ],
  [
    'audit_correction',
    'done',
    '시장실 자가발전용 자전거는 전시행정이니 시정하기 바람',
    '총무과',
    '에너지 정책 홍보와 체험을 위해 비치한 것임',
    '구입한 목적대로 적극 활용하겠음',
  ],
  [
    'audit_correction',
    'done',
    '정책을 발표할 때 시의회와 먼저 협의하기 바람',
    '기획담당관',
    '발표 전 의장단, 관련 상임위, 지역 의원에게 사전설명하도록 전 부서에 지침을 전달함',
    '정책 수립 단계부터 시의회에 설명하고 협조를 구하겠음',
  ],
  [
    'audit_correction',
    'done',
    '감사 자료를 개인정보를 이유로 지우거나 내지 않는 일이 없도록 하기 바람',
    '인사과',
    '일부 자료에 성명을 적지 못하고 제출한 부분이 있었음',
    '법령의 범위에서 충실히 제공하겠음',
  ],
  [
    'audit_suggestion',
    'under_review',
    '직원 경조사에 근조화와 화환을 지원하는 방안을 검토하기 바람',
    '총무과',
    '근조기와 결혼축하품을 제공하고 있음',
    '예산과 직원 의견, 다른 기관의 사례를 분석하여 검토하겠음',
  ],
  [
    'audit_suggestion',
    'in_progress',
    '서울시 차원의 테러 대책을 강구하기 바람',
    '재난대응과',
    '점검회의와 전담팀을 운영하고 유관기관과 협약을 맺음',
    '위기관리 추진계획을 세우겠음',
  ],
  [
    'audit_suggestion',
    'in_progress',
    '인사청문회 대상을 넓히는 방안을 검토하기 바람',
    '인사과',
    '5개 투자기관의 장에 대한 청문회 협약을 맺음',
    '시의회와 협의를 이어 가겠음',
  ],
  [
    'audit_suggestion',
    'in_progress',
    '시의원을 통해 현장 정보를 얻는 방안을 검토하기 바람',
    '기획담당관',
    '간담회와 면담으로 의견을 듣고 있음',
    '소통을 이어 지역의 현장 정보를 듣겠음',
  ],
  [
    'audit_suggestion',
    'in_progress',
    '시민 한 사람을 만나도 깊이 있게 대하기 바람',
    '시장 비서실',
    '면담 안건을 미리 검토하고 면담 시간을 늘림',
    '한 사람의 의견도 충분히 듣는 자리가 되게 하겠음',
  ],
  [
    'audit_suggestion',
    'in_progress',
    '현장시장실을 정례화하기 바람',
    '자치행정과',
    '해마다 방식을 개선하며 운영하고 있음',
    '소규모 현장방문과 함께 운영하겠음',
  ],
  [
    'audit_suggestion',
    'in_progress',
    '공약사업이 임기 뒤에도 이어지도록 절차를 지켜 처리하기 바람',
    '기획담당관',
    '추진실적을 한 해 두 번 관리하고 조례 등 근거를 마련하고 있음',
    '절차 이행계획을 집중 점검하겠음',
  ],
  [
    'audit_suggestion',
    'in_progress',
    '마을만들기 사업의 방향을 새로 잡도록 조언하기 바람',
    '지역공동체담당관',
    '주민모임의 연계망 형성을 지원하고 있음',
    '현장의 의견이 시장께 전달되도록 하겠음',
  ],
  ['audit_other', 'done', '자치구별 행사참여 현황', '총무과', '2015-11-26', ''],
  ['audit_other', 'done', '시장공약사항 추진실적', '기획담당관', '2015-11-24', ''],
  ['audit_other', 'done', '시장실 직원 및 급여 내역', '인사과', '2015-11-26', ''],
  ['audit_other', 'done', '시장실 팀장 이상 직원 명단', '시장 비서실', '2015-11-26', ''],
  ['audit_other', 'done', '직원 경조사 시 5만원 이상 못하는 사유', '총무과', '2015-12-07', ''],
  ['audit_other', 'done', '명절 격려 직원 명단과 전달방법', '총무과', '2015-11-24', ''],
  ['audit_other', 'done', '구내식당에서 결제한 업무추진비 세부내역', '총무과', '2015-11-24', ''],
];

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

/** What was asked for as a document has its day in place of progress: when it was handed in. */
function demandOf([kind, status, title, department, progress, plan]: Audited): Demand {
  const handedIn = kind === 'audit_other';
  const owed: Owed = {
    ...{ ...NOTHING_YET, kind, auditYear: 2015, title, status, department, owner: null },
    requester: '운영위원회',
    ...(handedIn ? { answer: '자료 제출 완료', answeredTo: '운영위원회', answeredOn: progress } : {}),
  };
  const notes: Note[] = handedIn
    ? []
    : [
        { kind: 'progress', saidOn: null, words: progress },
        { kind: 'plan', saidOn: null, words: plan },
      ];
  return { owed, notes, fingerprint: fingerprintOf(owed) };
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
