import type { Database } from '../base/db/database.ts';
import type { CouncilMember, Listed } from '../council/members/rules.ts';
import { searchMembers } from '../council/members/search/store.ts';
import { putMembers } from '../council/members/store.ts';
import { insertBriefing } from '../council/policies/store.ts';
import type { Request, Talk } from '../council/rules.ts';
import { insertContacts } from '../council/store.ts';
import { addDays, daysBetween, isWeekend } from '../korean/days.ts';
import type { ContactKind } from '../vocabulary/council.ts';

/**
 * Made-up contacts that add up to the counts of the 2016 main-work report: 31 of 2014, 47 of 2015, and those of 2016 that
 * make 29 in its text and 22 in its annex. Members and what was said are invented.
 */
const HELD: { from: string; to: string; kinds: Partial<Record<ContactKind, number>> }[] = [
  {
    from: '2014-01-06',
    to: '2014-12-24',
    kinds: { leaders_meeting: 4, mayor_meeting: 18, caucus_meeting: 1, other_meeting: 8, prior_briefing: 3 },
  },
  {
    from: '2015-01-05',
    to: '2015-12-24',
    kinds: { leaders_meeting: 6, committee_meeting: 18, mayor_meeting: 18, caucus_meeting: 4, women_meeting: 1 },
  },
  {
    from: '2016-01-04',
    to: '2016-10-31',
    kinds: {
      leaders_meeting: 6,
      caucus_meeting: 2,
      party_consultation: 7,
      mayor_meeting: 14,
      prior_briefing: 5,
      event_notice: 8,
      request_feedback: 3,
    },
  },
];

const LOGGER = 'U0CHOIMINJ';
const COMMITTEES = [
  ...['운영위원회', '행정자치위원회', '기획경제위원회', '환경수자원위원회', '문화체육관광위원회', '보건복지위원회'],
  ...['도시안전건설위원회', '주택공간위원회', '도시계획균형위원회', '교통위원회', '교육위원회'],
];
const DISTRICTS = [
  ...['종로구', '중구', '용산구', '성동구', '광진구', '동대문구', '중랑구', '성북구', '강북구', '도봉구', '노원구'],
  ...['은평구', '서대문구', '마포구', '양천구', '강서구', '구로구', '금천구', '영등포구', '동작구', '관악구'],
  ...['서초구', '강남구', '송파구', '강동구'],
];
const SURNAMES = [...'김이박최정강조윤장임한오서신권황안송류홍'];
const GIVEN = ['가람', '나래', '다솜', '라온', '마루', '바름', '서윤', '아름', '이든', '지온', '초롱', '하늘'];

/** Two members of each district; the first of them speaks for the council, the next two beside, then the chairs. */
const MEMBERS: readonly Listed[] = DISTRICTS.flatMap((district, i) =>
  [1, 2].map((seat) => {
    const nth = i * 2 + seat - 1;
    return {
      name:
        district === '강남구' && seat === 1
          ? '최서윤' // whom ㅊㅅ finds
          : `${SURNAMES[(nth * 3) % SURNAMES.length]}${GIVEN[(nth * 5 + Math.floor(nth / 20)) % GIVEN.length]}`,
      term: null,
      constituency: `${district}제${seat}선거구`,
      party: nth % 5 < 3 ? '새길당' : '한빛당',
      district,
      committee: COMMITTEES[nth % COMMITTEES.length] ?? null,
      post: nth === 0 ? '의장' : nth < 3 ? '부의장' : nth < 3 + COMMITTEES.length ? '위원장' : null,
    };
  }),
);

const AGENDA: Partial<Record<ContactKind, readonly string[]>> = {
  leaders_meeting: ['회기 전 주요 시책 설명', '예산안 협의', '조례안 사전 협의', '행정사무감사 준비 협의'],
  caucus_meeting: ['교섭단체 현안 협의', '예산안 심의 협조'],
  party_consultation: ['정책 현안 협의', '민생 대책 협의', '내년 예산 방향 협의'],
  committee_meeting: ['상임위원회 소관 현안 간담', '조례안 설명', '민간위탁 동의안 설명'],
  mayor_meeting: ['지역 현안 면담', '통학로 안전 대책', '주차장 확충', '노후 하수관 정비', '도서관 건립'],
  women_meeting: ['여성 의원 정책 간담'],
  other_meeting: ['특별위원회 활동 협의', '예산결산특별위원장단 간담', '의회개혁 현안 간담'],
  prior_briefing: ['정책 발표 전 사전설명', '조례안 사전설명'],
  event_notice: ['현장방문 사전공유', '지역 행사 초청'],
  request_feedback: ['면담 요청사항 처리 결과 설명'],
};

const REQUESTS = [
  '통학로 안전시설 보강',
  '공영주차장 확충 검토',
  '노후 하수관 정비 일정 설명',
  '마을버스 노선 조정 검토',
];

/** Fills the playground's council, marked as samples, where there are other samples and nothing of the council yet. */
export async function addCouncilSamples(db: Database, now: Date, today: string): Promise<void> {
  const sample = await db.selectFrom('expense').select('id').where('origin', '=', 'sample').limit(1).executeTakeFirst();
  const anyMember = await db.selectFrom('council_member').select('id').limit(1).executeTakeFirst();
  const anyContact = await db.selectFrom('council_contact').select('id').limit(1).executeTakeFirst();
  if (!sample || anyMember || anyContact) return;
  await putMembers(db, MEMBERS, { actor: 'sample', at: now, origin: 'sample' });
  const members = await searchMembers(db, '', MEMBERS.length);

  const held = HELD.flatMap(({ from, to, kinds }) =>
    Object.entries(kinds).flatMap(([kind, count]) => talksOf(kind as ContactKind, count, { from, to }, members)),
  );
  await insertContacts(db, [...held, ...recentTalks(today, members)], now);
  await addBriefing(db, now, today, members);
}

type Logged = { talk: Talk; requests: Request[]; actor: string };

function talksOf(
  kind: ContactKind,
  count: number,
  { from, to }: { from: string; to: string },
  members: readonly CouncilMember[],
): Logged[] {
  const span = daysBetween(from, to);
  return Array.from({ length: count }, (_, i) => {
    let heldOn = addDays(from, Math.floor(((i + 0.5) * span) / count));
    while (isWeekend(heldOn) && heldOn > from) heldOn = addDays(heldOn, -1);
    const agenda = AGENDA[kind] ?? [];
    return logged(kind, heldOn, agenda[i % agenda.length] ?? '', attending(kind, i, members));
  });
}

/** Who would be at such a contact. */
function attending(kind: ContactKind, nth: number, members: readonly CouncilMember[]): CouncilMember[] {
  if (kind === 'leaders_meeting') return members.filter(({ post }) => post !== null).slice(0, 6);
  if (kind === 'committee_meeting') {
    const committee = COMMITTEES[nth % COMMITTEES.length];
    return members.filter((member) => member.committee === committee);
  }
  if (kind === 'caucus_meeting') {
    return members.filter(({ party }) => party === (nth % 2 === 0 ? '새길당' : '한빛당')).slice(0, 5);
  }
  const size = kind === 'mayor_meeting' || kind === 'request_feedback' ? 1 : 4;
  return Array.from({ length: size }, (_, i) => members[(nth * 7 + i * 3) % members.length]).filter(
    (it) => it !== undefined,
  );
}

function logged(kind: ContactKind, heldOn: string, agenda: string, members: readonly CouncilMember[]): Logged {
  const memberIds = [...new Set(members.map(({ id }) => id))].sort((a, b) => a - b);
  const known = { heldTime: '14:00', result: null, others: null, visitId: null, briefingId: null };
  return { talk: { kind, heldOn, agenda, memberIds, ...known }, requests: [], actor: LOGGER };
}

/** A little of this year, with requests to work on, so that a newcomer's first lists are not empty. */
function recentTalks(today: string, members: readonly CouncilMember[]): Logged[] {
  if (today < '2017-01-01') return [];
  const kinds: ContactKind[] = ['leaders_meeting', 'mayor_meeting', 'mayor_meeting', 'prior_briefing', 'mayor_meeting'];
  return kinds.map((kind, i) => {
    const there = attending(kind, i, members);
    const one = logged(kind, addDays(today, -40 + i * 8), AGENDA[kind]?.[i % 2] ?? '', there);
    const [asker] = there;
    if (kind !== 'mayor_meeting' || !asker) return one;
    const request = {
      title: REQUESTS[i % REQUESTS.length] ?? '',
      due: null,
      memberId: asker.id,
      requester: asker.name,
    };
    return { ...one, requests: [request] };
  });
}

/** A policy to be announced soon, of which the leaders have heard and a committee has not. */
async function addBriefing(db: Database, now: Date, today: string, members: readonly CouncilMember[]): Promise<void> {
  const policy = {
    policy: '청년 지원 정책 발표',
    announcedOn: addDays(today, 7),
    announcedTime: '10:00',
    leaders: true,
    committees: ['보건복지위원회'],
    districts: ['강남구'],
  };
  const by = { actor: LOGGER, at: now, formKey: null, origin: 'sample' as const };
  const { record: briefing } = await insertBriefing(db, policy, by);
  const leaders = members.filter(({ post }) => post?.includes('의장'));
  const told = logged('prior_briefing', addDays(today, -2), '청년 지원 정책 사전설명', leaders);
  await insertContacts(db, [{ ...told, talk: { ...told.talk, briefingId: briefing.id } }], now);
}
