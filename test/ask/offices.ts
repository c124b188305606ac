import type { Database } from '../../src/base/db/database.ts';
import { putMembers } from '../../src/council/members/store.ts';
import { addDays } from '../../src/korean/days.ts';
import { putDistricts } from '../../src/people/districts/store.ts';
import { putPerson } from '../../src/people/store.ts';
import { putBudgets } from '../../src/spending/budget/store.ts';
import { fingerprint } from '../../src/spending/expense/fingerprint.ts';
import type { Spend } from '../../src/spending/expense/rules.ts';
import { toRow } from '../../src/spending/expense/stored.ts';
import { addTotals } from '../../src/spending/ledger/store.ts';

/** What differs from office to office: its city, its people, its places, its years. */
export type Made = {
  today: string;
  districts: readonly string[];
  people: readonly string[];
  programs: readonly string[];
  places: readonly string[];
  purposes: readonly string[];
  categories: readonly string[];
  departments: readonly string[];
  parties: readonly string[];
  committees: readonly string[];
  members: readonly string[];
  pledges: readonly string[];
  term: number;
};

export const BUSAN: Made = {
  today: '2026-11-30',
  districts: ['해운대구', '수영구', '남구', '중구', '사하구', '기장군', '금정구', '시외'],
  people: ['김보라', '이정민', '박하나', '최우리', '정미래', '고은별'],
  programs: ['바다살리기', '골목경제 대화', '시민공감회의', '도시외교'],
  places: ['광안식당', '자갈치회관', '동백정', '밀면본가', '초량분식', '카페온도'],
  purposes: [
    '북항 재개발 협의',
    '청년 일자리 자문 회의',
    '태풍 비상근무 직원 격려',
    '상인회 오찬 간담회',
    '출산 직원 축의금',
  ],
  categories: ['직원 격려', '업무협의', '경조사', '회의·행사'],
  departments: ['해양수도과', '청년정책과', '총무과'],
  parties: ['바다당', '미래연대', '무소속'],
  committees: ['운영위원회', '해양도시안전위원회', '복지환경위원회', '예산결산특별위원회'],
  members: ['김하늘', '윤보미', '서태호', '남궁진', '하예린', '문정우', '안재현', '도경수', '나은지', '배수현'],
  pledges: [
    '청년 주거 지원',
    '북항 수변공원 조성',
    '어린이집 확충',
    '도시철도 연장',
    '골목상권 살리기',
    '재난 안전망 구축',
    '시민 참여 예산',
    '해양쓰레기 줄이기',
  ],
  term: 9,
};

export const SUWON: Made = {
  today: '2025-03-02',
  districts: ['장안구', '권선구', '팔달구', '영통구'],
  people: ['홍길순', '오세찬', 'Alice Kim'],
  programs: ['시민과의 대화', '새빛만남'],
  places: ['수원갈비', '행궁다방', '영통한식'],
  purposes: ['유관기관 업무협의', '직원 간담회', '통장협의회 격려'],
  categories: ['간담회', '격려', '업무협의'],
  departments: ['자치행정과', '도시재생과'],
  parties: ['수원당', '화성당'],
  committees: ['의회운영위원회', '기획경제위원회', '도시환경위원회'],
  members: ['이선우', '정다운', '조아라', '한가온', '백승호'],
  pledges: ['새빛 돌봄', '화성 관광 벨트', '손바닥정원 1000개'],
  term: 8,
};

/** Two years up to a day of an office that was made up; always the same. */
export async function addOffice(db: Database, made: Made): Promise<void> {
  const at = new Date(`${made.today}T03:00:00Z`);
  const by = { actor: 'U0PERSON0', at };
  const pick = pickFrom(made.today.length + made.people.length);
  const ids = made.people.map((_, i) => `U0PERSON${i}`);
  const roles = ['administrator', 'manager', 'member'] as const;
  for (const [i, name] of made.people.entries())
    await putPerson(db, { userId: ids[i] ?? '', name, role: roles[i] ?? 'member', language: 'ko' }, by);
  await putDistricts(db, made.districts, by);
  await db.updateTable('program').set({ retired_at: at.toISOString() }).where('id', '>', 4).execute();
  for (const [i, name] of made.programs.entries())
    await db
      .insertInto('program')
      .values({ name, kind: i % 2 === 0 ? 'site' : 'citizens', counts: 'participants', position: 100 + i, version: 1 })
      .execute();
  const year = Number(made.today.slice(0, 4));
  await putBudgets(
    db,
    [year - 1, year].flatMap((it) =>
      (['203-01', '203-03'] as const).map((account, i) => ({ year: it, account, won: 90_000_000 - i * 30_000_000 })),
    ),
    { ...by, origin: 'person' },
  );
  await addSpends(db, made, ids, pick);
  await addVisits(db, made, ids, pick);
  await putMembers(
    db,
    made.members.map((name, i) => ({
      name,
      term: made.term,
      constituency: `${made.districts[i % 4]} 제${i + 1}선거구`,
      party: made.parties[i % made.parties.length] ?? null,
      district: made.districts[i % 4] ?? null,
      committee: made.committees[i % made.committees.length] ?? null,
      post: ['의장', '부의장', '위원장'][i] ?? null,
    })),
    { ...by, origin: 'file' },
  );
  await addTalks(db, made, ids, pick);
  await addOwed(db, made, ids, pick);
  await addPledges(db, made, ids);
}

const entered = (made: Made, by: string) => ({ created_by: by, created_at: `${made.today}T03:00:00.000Z`, version: 1 });

async function addSpends(db: Database, made: Made, ids: readonly string[], pick: Pick): Promise<void> {
  const spends = Array.from({ length: 160 }, (_, i): Spend => {
    const spentOn = addDays(made.today, -Math.floor((i * 700) / 160));
    const headcount = 2 + (i % 9);
    return {
      year: Number(spentOn.slice(0, 4)),
      month: Number(spentOn.slice(5, 7)),
      spentOn,
      spentTime: i % 11 === 0 ? '23:30' : '12:10',
      amount: headcount * (12_000 + (i % 13) * 2_000),
      account: i % 3 === 0 ? '203-03' : '203-01',
      activity: null,
      category: pick(made.categories),
      place: pick(made.places),
      address: null,
      purpose: pick(made.purposes),
      headcount,
      attendees: null,
      payment: i % 10 === 0 ? 'cash' : 'card',
      spender: null,
      department: pick(made.departments),
    };
  });
  await db
    .insertInto('expense')
    .values(
      spends.map((spend, i) => ({
        ...toRow(spend),
        ...{ flags: '', origin: 'form', fingerprint: `${fingerprint(spend)}${i}`, nth: 1 },
        ...entered(made, ids[i % ids.length] ?? ''),
        approval: i === 3 ? 'waiting' : i === 5 ? 'refused' : null,
      })),
    )
    .execute();
  await addTotals(
    db,
    spends.map((spend) => ({ ...spend, sign: 1 as const })),
  );
}

async function addVisits(db: Database, made: Made, ids: readonly string[], pick: Pick): Promise<void> {
  const programs = await db.selectFrom('program').select('id').where('retired_at', 'is', null).orderBy('id').execute();
  await db
    .insertInto('visit')
    .values(
      Array.from({ length: 70 }, (_, i) => {
        const day = addDays(made.today, 20 - i * 9);
        const held = day <= made.today;
        return {
          ...{ program_id: programs[i % programs.length]?.id ?? 1, title: `${pick(made.pledges)} 현장 점검` },
          ...{ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), starts_on: day, start_time: '14:00' },
          ...{ ends_on: day, end_time: null, place: `${pick(made.places)} 앞`, district: pick(made.districts) },
          ...{ purpose: '의견 청취', owner: ids[i % ids.length] ?? '', staff: '', partner: null, partner_level: null },
          ...{ participants: held ? 10 + i : null, summary: held && i % 4 > 0 ? '의견을 들음' : null },
          ...{ sequence: 0, changed_at: `${made.today}T03:00:00.000Z`, origin: 'form', nth: i },
          ...entered(made, ids[0] ?? ''),
          cancelled_at: i === 30 ? `${made.today}T03:00:00.000Z` : null,
        };
      }),
    )
    .execute();
}

async function addTalks(db: Database, made: Made, ids: readonly string[], pick: Pick): Promise<void> {
  const kinds = ['mayor_meeting', 'committee_meeting', 'leaders_meeting', 'prior_briefing', 'caucus_meeting'];
  const members = await db.selectFrom('council_member').select('id').orderBy('id').execute();
  for (let i = 0; i < 30; i++) {
    const { id } = await db
      .insertInto('council_contact')
      .values({
        ...{
          kind: pick(kinds),
          held_on: addDays(made.today, -i * 17),
          agenda: `${pick(made.pledges)} 협의`,
          origin: 'form',
        },
        ...entered(made, ids[i % ids.length] ?? ''),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const present = new Set([0, i % 3].map((step) => members[(i + step) % (members.length - 1)]?.id ?? 1));
    await db
      .insertInto('council_attendance')
      .values([...present].map((member_id) => ({ contact_id: id, member_id })))
      .execute();
  }
  await db
    .insertInto('briefing')
    .values(
      [-40, 6, 15].map((days, i) => ({
        ...{ policy: `${made.pledges[i]} 종합대책`, announced_on: addDays(made.today, days), leaders: 1 },
        ...{ committees: JSON.stringify([made.committees[0]]), districts: '[]', origin: 'form' },
        ...entered(made, ids[0] ?? ''),
      })),
    )
    .execute();
}

async function addOwed(db: Database, made: Made, ids: readonly string[], pick: Pick): Promise<void> {
  const kinds = ['member_request', 'audit_correction', 'speech', 'own_task', 'visit_agenda', 'audit_suggestion'];
  await db
    .insertInto('followup')
    .values(
      Array.from({ length: 36 }, (_, i) => {
        const kind = kinds[i % kinds.length] ?? 'own_task';
        const status = ['under_review', 'in_progress', 'done'][(i % 5) % 3] ?? 'done';
        const due = i % 4 === 3 ? null : addDays(made.today, 40 - i * 4);
        return {
          ...{ kind, title: `${pick(made.pledges)} ${['검토', '답변', '보고'][i % 3]}`, status },
          ...{ audit_year: kind.startsWith('audit') ? Number(made.today.slice(0, 4)) - 1 : null },
          ...{ owner: i % 7 === 6 ? null : (ids[i % ids.length] ?? null), department: pick(made.departments), due },
          ...{ open: status === 'done' ? 0 : 1, sort_due: due ?? '9999-12-31', origin: 'form' },
          ...entered(made, ids[0] ?? ''),
        };
      }),
    )
    .execute();
}

async function addPledges(db: Database, made: Made, ids: readonly string[]): Promise<void> {
  const statuses = ['완료', '정상추진', '일부추진', '이행 후 계속추진', '보류'];
  await db
    .insertInto('pledge')
    .values(
      made.pledges.map((title, i) => ({
        ...{
          term: made.term,
          code: `${1 + (i % 3)}-${1 + Math.floor(i / 3)}-${i + 1}`,
          type: ['정책', '시민'][i % 2] ?? '',
        },
        ...{
          field: null,
          title,
          department: made.departments[i % made.departments.length] ?? null,
          owner: ids[i % 3] ?? null,
        },
        ...{
          status: statuses[i % statuses.length] ?? null,
          progress: 30 + i * 8,
          non_budget: 0,
          budget: (i + 1) * 1e9,
        },
        ...{ flags: '', origin: 'form', ...entered(made, ids[0] ?? '') },
      })),
    )
    .execute();
}

type Pick = <Item>(items: readonly Item[]) => Item;

/** One after another in a fixed disorder. */
function pickFrom(seed: number): Pick {
  let state = seed;
  return <Item>(items: readonly Item[]) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return items[Math.floor((state / 2_147_483_648) * items.length)] as Item;
  };
}
