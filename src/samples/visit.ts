import { insertMany } from '../base/db/bulk.ts';
import type { Database } from '../base/db/database.ts';
import { addDays, isWeekend } from '../korean/days.ts';
import { SEOUL } from '../people/districts/rules.ts';
import { findPrograms } from '../visit/programs/store.ts';
import type { Plan } from '../visit/rules.ts';
import { toRow } from '../visit/stored.ts';
import type { Day } from '../vocabulary/day.ts';
import type { PartnerLevel } from '../vocabulary/visit.ts';

/**
 * Made-up visits that add up to the 2016 main-work report and to the 현장시장실 of its annex. What the report names (sites,
 * dates, partners of 2016, guests) is as it says; titles, people and places that it does not name are invented.
 */
type Sample = {
  program: string;
  title: string;
  day: Day;
  until?: Day;
  time?: string;
  end?: string;
  place: string;
  district: string;
  participants?: number;
  items?: number;
  done?: number;
  partner?: [string, PartnerLevel];
  countries?: string;
  guestTitle?: string;
  award?: string;
  /** Visits of one site have the same word here. */
  site?: string;
  told?: 'yes' | 'before a move';
  isAhead?: boolean;
};

const DISTRICTS = SEOUL.slice(0, 25);
const PLANNER = 'U0LEEJUNHO';
const LIAISON = 'U0CHOIMINJ';
const OUTSIDE = '서울 밖';
const ABROAD = '해외';

/** Fills an office without visits with samples; leaves any other alone. */
export async function addVisitSamples(db: Database, now: Date, today: Day): Promise<void> {
  const anything = await db.selectFrom('visit').select('id').limit(1).executeTakeFirst();
  if (anything) return;
  const programs = new Map((await findPrograms(db)).map(({ id, name }) => [name, id]));
  const samples = [...ofTheReport(), ...around(today)];
  await db.transaction().execute(async (db) => {
    const at = now.toISOString();
    const sites = new Map<string, number>();
    const rows = samples.map((sample, i) => {
      const id = i + 1;
      const siteId = sample.site ? (sites.get(sample.site) ?? id) : null;
      if (sample.site) sites.set(sample.site, siteId ?? id);
      const held = sample.isAhead !== true;
      return {
        id,
        ...toRow(planOf(sample, programs.get(sample.program) ?? 0)),
        guest_title: sample.guestTitle ?? null,
        award: sample.award ?? null,
        site_id: siteId,
        participants: held ? (sample.participants ?? 0) : null,
        summary: held ? `${sample.title} — 예시 자료로 만든 결과입니다.` : null,
        sequence: sample.told === 'before a move' ? 1 : 0,
        changed_at: at,
        origin: 'sample',
        nth: 0,
        created_by: PLANNER,
        created_at: at,
        version: 1,
      };
    });
    await insertAll(db, 'visit', rows);
    await insertAll(
      db,
      'visit_agenda',
      samples.flatMap((sample, i) => itemsOf(sample, i + 1, programs)),
    );
    await insertAll(
      db,
      'visit_notice',
      samples.flatMap((sample, i) => noticesOf(sample, i + 1, at)),
    );
  });
}

type Row = Record<string, string | number | null>;

async function insertAll(
  db: Database,
  table: 'visit' | 'visit_agenda' | 'visit_notice',
  rows: readonly Row[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => columns.map((column) => row[column] ?? null));
  await insertMany(db, table, columns, values);
}

function planOf(sample: Sample, programId: number): Plan {
  const [partner, partnerLevel] = sample.partner ?? [null, null];
  return {
    programId,
    title: sample.title,
    startsOn: sample.day,
    startTime: sample.time ?? '14:00',
    endsOn: sample.until ?? sample.day,
    endTime: sample.end ?? (sample.until ? '18:00' : null),
    place: sample.place,
    district: sample.district,
    purpose: `${sample.title} (예시)`,
    owner: PLANNER,
    staff: [],
    partner,
    partnerLevel,
    countries: sample.countries ?? null,
  };
}

const ITEMS = [
  '보행로 정비',
  '주차 공간 확보',
  '노후 시설 교체',
  '버스 노선 조정',
  '소음 대책',
  '공원 조성',
  '돌봄 시설 확충',
];

const itemsOf = (
  { program, day, items = 0, done = 0, district }: Sample,
  id: number,
  programs: ReadonlyMap<string, number>,
): Row[] =>
  Array.from({ length: items }, (_, nth) => ({
    visit_id: id,
    nth,
    year: Number(day.slice(0, 4)),
    program_id: programs.get(program) ?? 0,
    title: `${district} ${ITEMS[nth % ITEMS.length]} ${nth + 1} (예시)`,
    done: nth < done ? 1 : 0,
    followup_id: null,
  }));

const noticesOf = ({ told, day, district }: Sample, id: number, at: string): Row[] =>
  told
    ? [
        {
          visit_id: id,
          member_id: null,
          name: `${district} 시의원 (예시)`,
          told_on: addDays(day, -2),
          told_time: '10:00',
          told_by: LIAISON,
          how: 'message',
          invited: 1,
          sequence: 0,
          form_key: `sample-${id}`,
          nth: 0,
          created_by: LIAISON,
          created_at: at,
        },
      ]
    : [];

function ofTheReport(): Sample[] {
  return [...jobs(), ...livelihood(), ...fieldOffice(), ...citizens(), ...inside(), ...exchange()];
}

const workday = (day: Day): Day => (isWeekend(day) ? workday(addDays(day, 1)) : day);
/** Evenly over the ten months of the report. */
const spread = (i: number, of: number): Day => workday(addDays('2016-01-05', Math.floor((i * 296) / of)));
const districtAt = (i: number): string => DISTRICTS[i % DISTRICTS.length] ?? '중구';

const JOB_SITES = ['창업지원센터', '도시형 제조업체', '사회적기업', '청년일자리카페'];

/** 총 47개 현장방문, 3천여 명 */
function jobs(): Sample[] {
  return Array.from({ length: 47 }, (_, i): Sample => {
    const district = districtAt(i * 7);
    const place = `${district} ${JOB_SITES[Math.floor(i / 25) + (i % 2) * 2]}`;
    const participants = i < 38 ? 65 : 64; // 3,046 in all
    return {
      program: '일자리대장정',
      title: `${place} 방문`,
      day: spread(i, 47),
      time: '10:00',
      place,
      district,
      participants,
      told: 'yes',
    };
  });
}

const NAMED_SITES: [title: string, day: Day, district: string, place: string][] = [
  ['우이신설 도시철도 건설현장 점검', '2016-03-07', '강북구', '우이신설 도시철도 건설현장'],
  ['우이신설 도시철도 건설현장 점검', '2016-11-09', '강북구', '우이신설 도시철도 건설현장'],
  ['신월 빗물저류배수시설 공사현장 점검', '2016-03-16', '양천구', '신월 빗물저류배수시설'],
  ['9호선 3단계 공사현장 점검', '2016-04-12', '송파구', '9호선 3단계 공사현장'],
  ['빗물저류조·산사태 예방사업 공사현장 점검', '2016-07-04', '관악구', '산사태 예방사업 공사현장'],
  ['자치구 동주민센터 현장점검', '2016-07-18', '성동구', '동주민센터'],
  ['설 명절 장애인복지관 방문', '2016-02-03', '은평구', '장애인복지관'],
  ['설 명절 전통시장 방문', '2016-02-04', '동대문구', '전통시장'],
  ['쪽방주민 귀성버스 환송', '2016-09-13', '용산구', '쪽방상담소'],
];
const LIVELIHOOD_SITES = [
  '전통시장 물가 점검',
  '경로당 방문',
  '침수 우려 지역 점검',
  '어린이집 방문',
  '대중이용시설 안전 점검',
];

/** The report is as of this day, and names one visit after it. */
const REPORTED_ON = '2016-10-31';

/** 총 69회 현장방문: the one that was still to come is no part of them. */
function livelihood(): Sample[] {
  const named = NAMED_SITES.map(([title, day, district, place]): Sample => {
    const site = title.startsWith('우이신설') ? '우이신설' : undefined;
    const program = day <= REPORTED_ON ? '민생현장' : '시설 안전점검';
    return { program, title, day, place, district, told: 'yes', ...(site ? { site } : {}) };
  });
  const others = Array.from(
    { length: 69 - named.filter(({ program }) => program === '민생현장').length },
    (_, i): Sample => {
      const district = districtAt(i * 3 + 1);
      const title = LIVELIHOOD_SITES[i % LIVELIHOOD_SITES.length] ?? '';
      const place = `${district} ${title.replace(/ (?:물가 |안전 )?(?:점검|방문)$/, '')}`;
      return {
        program: '민생현장',
        title: `${district} ${title}`,
        day: spread(i, 60),
        time: '15:30',
        place,
        district,
        told: 'yes',
      };
    },
  );
  return [...named, ...others];
}

const FIELD_OFFICES: { year: number; places: [place: string, district: string][]; items: number; done: number }[] = [
  { year: 2013, places: DISTRICTS.slice(0, 20).map((name) => [name, name]), items: 308, done: 113 },
  {
    year: 2014,
    places: [
      ['위례', '송파구'],
      ['마곡', '강서구'],
      ['내곡', '서초구'],
    ],
    items: 62,
    done: 19,
  },
  {
    year: 2015,
    places: [
      ['서울역 7017 남대문시장', '중구'],
      ['서울역 7017 만리동', '중구'],
      ['서울역 7017 청파동', '용산구'],
    ],
    items: 30,
    done: 7,
  },
];

/** 방문지역, 주요안건, 추진완료 of the annex. */
function fieldOffice(): Sample[] {
  return FIELD_OFFICES.flatMap(({ year, places, items, done }) =>
    places.map(([place, district], i): Sample => {
      const share = (total: number) => Math.floor(total / places.length) + (i < total % places.length ? 1 : 0);
      const day = workday(addDays(`${year}-03-04`, i * 12));
      const title = `${place} 현장시장실`;
      const counted = { items: share(items), done: share(done) };
      return { program: '현장시장실', title, day, place, district, told: 'yes', ...counted };
    }),
  );
}

const HEARINGS: [title: string, day: Day, participants: number][] = [
  ['역사도시 서울 청책토론회', '2016-03-24', 150],
  ['MICE 인재양성 청책토론회', '2016-05-19', 110],
  ['밤도깨비 야시장 상설화 청책토론회', '2016-06-23', 130],
  ['청년 주거 청책토론회', '2016-08-25', 120],
  ['생활체육 청책토론회', '2016-10-20', 100],
];
const WEEKEND_DATES: [day: Day, items: number][] = [
  ['2016-04-23', 5],
  ['2016-07-09', 4],
  ['2016-09-24', 4],
];

function citizens(): Sample[] {
  const hall = { place: '시청 다목적홀', district: '중구' };
  return [
    ...HEARINGS.map(
      ([title, day, participants]): Sample => ({
        program: '청책토론회',
        title,
        day,
        ...hall,
        participants,
        told: 'yes',
      }),
    ),
    ...WEEKEND_DATES.map(
      ([day, items], i): Sample => ({
        program: '주말데이트',
        title: `시장과의 주말데이트 ${i + 1}회`,
        day,
        place: '시청 시민청',
        district: '중구',
        items,
        done: items,
        told: 'yes',
      }),
    ),
    {
      program: '정책박람회',
      title: '함께서울 정책박람회',
      day: '2016-10-06',
      until: '2016-10-08',
      place: '서울광장',
      district: '중구',
      participants: 1200,
      told: 'yes',
    },
  ];
}

const MEETINGS: [program: string, title: string, day: Day][] = [
  ['집중회의', '서울역 7017 프로젝트 집중회의', '2016-01-14'],
  ['집중회의', '초미세먼지 줄이기를 위한 대기질 개선 집중회의', '2016-04-12'],
  ['숙의', '청색기술·청색성장 숙의', '2016-05-04'],
  ['숙의', '정비사업 강제철거 예방대책 숙의', '2016-08-01'],
  ['숙의', '집단지성광장', '2016-05-24'],
  ...['2016-05-26', '2016-06-28', '2016-07-26', '2016-08-30', '2016-10-25'].map((day, i): [string, string, Day] => [
    '부서방문',
    `이달의 우수간부상 부서방문 ${i + 1}`,
    day,
  ]),
];

const inside = (): Sample[] =>
  MEETINGS.map(([program, title, day]) => ({
    ...{ program, title, day, time: '09:30', place: '시청', district: '중구' },
    ...(program === '부서방문' ? { award: '이달의 우수간부상' } : {}),
  }));

const PARTNERS: [name: string, level: PartnerLevel, day: Day][] = [
  ['세종특별자치시', 'metropolitan', '2016-02-23'],
  ['안동시', 'basic', '2016-03-10'],
  ['양평군', 'basic', '2016-04-07'],
  ['전주시', 'basic', '2016-05-12'],
  ['가평군', 'basic', '2016-06-09'],
  ['창녕군', 'basic', '2016-07-21'],
  ['영동군', 'basic', '2016-09-22'],
  ['보은군', 'basic', '2016-10-12'],
];
/** Before 2016 there were 11 and 20; the report does not name them. */
const EARLIER_PARTNERS: [number: number, level: PartnerLevel, label: string][] = [
  [11, 'metropolitan', '광역 지자체'],
  [20, 'basic', '기초 지자체'],
];
const TRIPS: [title: string, day: Day, until: Day, place: string, countries: string][] = [
  ['다보스 포럼 참석', '2016-01-19', '2016-01-23', '다보스', '스위스'],
  ['세계도시정상회의(WCS) 참가 동남아 방문', '2016-07-07', '2016-07-13', '싱가포르', '싱가포르'],
  ['국제사회적경제포럼(GSEF) 참석 북미 방문', '2016-09-04', '2016-09-12', '몬트리올', '캐나다, 미국'],
];
const GUESTS: [country: string, guestTitle: string, day: Day][] = [
  ['인도네시아', '대통령', '2016-05-17'],
  ['몽골', '대통령', '2016-05-18'],
  ['스위스', '대통령', '2016-07-14'],
  ['네덜란드', '총리', '2016-09-28'],
  ['코스타리카', '대통령', '2016-10-13'],
  ['덴마크', '총리', '2016-10-24'],
];

function exchange(): Sample[] {
  const program = '우호교류협약';
  const earlier = EARLIER_PARTNERS.flatMap(([number, level, label], kind) =>
    Array.from({ length: number }, (_, i): Sample => {
      const day = workday(`${2006 + (i % 10)}-0${3 + kind}-1${i % 9}`);
      const name = `${label} ${i + 1} (예시)`;
      return { program, title: `${name} 우호교류협약`, day, place: name, district: OUTSIDE, partner: [name, level] };
    }),
  );
  return [
    ...earlier,
    ...PARTNERS.map(
      ([name, level, day]): Sample => ({
        program,
        title: `${name} 우호교류협약 체결`,
        day,
        place: name,
        district: OUTSIDE,
        partner: [name, level],
      }),
    ),
    ...TRIPS.map(
      ([title, day, until, place, countries]): Sample => ({
        program: '순방',
        title,
        day,
        until,
        place,
        district: ABROAD,
        countries,
      }),
    ),
    ...GUESTS.map(
      ([countries, guestTitle, day]): Sample => ({
        program: '외빈 접견',
        title: `${countries} ${guestTitle} 접견`,
        day,
        time: '11:00',
        place: '시청 접견실',
        district: '중구',
        countries,
        guestTitle,
      }),
    ),
  ];
}

/** A little around today, so that a newcomer's first week is not empty. */
function around(today: Day): Sample[] {
  if (today < '2017') return [];
  const on = (days: number) => addDays(today, days);
  return [
    {
      program: '취약계층 방문',
      title: '쪽방상담소 방문',
      day: on(-3),
      place: '쪽방상담소',
      district: '종로구',
      participants: 24,
      items: 3,
      done: 1,
      told: 'yes',
    },
    {
      program: '민생현장',
      title: '전통시장 물가 점검',
      day: today,
      time: '10:00',
      end: '11:00',
      place: '중앙시장',
      district: '중구',
      told: 'yes',
      isAhead: true,
    },
    {
      program: '부서방문',
      title: '물순환정책과 방문',
      day: today,
      time: '15:00',
      end: '16:00',
      place: '서소문청사',
      district: '중구',
      isAhead: true,
    },
    {
      program: '시설 안전점검',
      title: '우이령 터널 안전점검',
      day: on(1),
      end: '15:30',
      place: '우이령 터널',
      district: '강북구',
      isAhead: true,
    },
    {
      program: '청책토론회',
      title: '골목상권 청책토론회',
      day: on(2),
      end: '16:00',
      place: '마을활력소',
      district: '마포구',
      told: 'before a move',
      isAhead: true,
    },
    {
      program: '정책발표',
      title: '청년 일자리 대책 발표',
      day: on(3),
      time: '11:00',
      place: '시청 브리핑룸',
      district: '중구',
      isAhead: true,
    },
    {
      program: '주말데이트',
      title: '시장과의 주말데이트',
      day: on(6),
      place: '시민청',
      district: '중구',
      told: 'yes',
      isAhead: true,
    },
  ];
}
