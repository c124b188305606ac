import { insertMany } from '../base/db/bulk.ts';
import type { Database } from '../base/db/database.ts';
import { addDays, daysBetween, isWeekend } from '../korean/days.ts';
import { putPerson } from '../people/store.ts';
import { PEOPLE } from '../simulator/people.ts';
import { putBudgets } from '../spending/budget/store.ts';
import { fingerprint } from '../spending/expense/fingerprint.ts';
import type { Spend } from '../spending/expense/rules.ts';
import { toRow } from '../spending/expense/stored.ts';
import { addTotals } from '../spending/ledger/store.ts';
import type { Day } from '../vocabulary/day.ts';
import type { Account, Activity } from '../vocabulary/expense.ts';

/**
 * Made-up spending that adds up, to the won, to the tables of the 2016 main-work report: by account (과목별), by
 * category (분야별, with the numbers of records) and year by year. What the report does not say (the counts of
 * 2012–2015, and which accounts a category was paid from) is invented.
 */
type Group = {
  from: Day;
  to: Day;
  account: Account;
  category: string;
  activities: readonly Activity[];
  count: number;
  /** 천원, as the report prints it. */
  thousands: number;
};

const REPORT_2016 = { from: '2016-01-04', to: '2016-10-31' };
const STAFF = { category: '직원 격려', activities: ['6-마', '6-아', '5-가', '6-라', '8-나'] } as const;
const MEETINGS = { category: '간담회 등', activities: ['4-나', '4-가', '7-가', '2-라', '4-라'] } as const;
const OTHER = { category: '기타', activities: ['8-가'] } as const;

const GROUPS: readonly Group[] = [
  { ...REPORT_2016, ...STAFF, account: '203-01', count: 74, thousands: 69_352 },
  { ...REPORT_2016, ...MEETINGS, account: '203-01', count: 265, thousands: 78_432 },
  { ...REPORT_2016, ...MEETINGS, account: '203-03', count: 172, thousands: 50_760 },
  { ...REPORT_2016, ...OTHER, account: '203-01', count: 10, thousands: 5_128 },
  ...earlier(2012, 199_877, 410),
  ...earlier(2013, 261_698, 502),
  ...earlier(2014, 220_027, 447),
  ...earlier(2015, 280_843, 563),
];

const BUDGETS: { year: number; account: Account | null; thousands: number }[] = [
  { year: 2012, account: null, thousands: 365_000 },
  { year: 2013, account: null, thousands: 406_800 },
  { year: 2014, account: null, thousands: 380_200 },
  { year: 2015, account: null, thousands: 380_200 },
  { year: 2016, account: '203-01', thousands: 277_200 },
  { year: 2016, account: '203-03', thousands: 103_000 },
];

const THIS_YEARS: { account: Account; thousands: number }[] = [
  { account: '203-01', thousands: 277_200 },
  { account: '203-02', thousands: 24_000 },
  { account: '203-03', thousands: 103_000 },
  { account: '203-04', thousands: 12_000 },
];

/** Fills an empty register with sample people and spending, marked as samples; leaves any other alone. */
export async function addSamples(db: Database, now: Date, today: Day): Promise<void> {
  const anyone = await db.selectFrom('person').select('user_id').limit(1).executeTakeFirst();
  if (anyone) return;
  const by = { actor: 'sample', at: now };
  for (const { id, name, role, locale } of PEOPLE) {
    if (role !== 'administrator' && role !== 'manager' && role !== 'member') continue;
    await putPerson(db, { userId: id, name, role, language: locale === 'en-US' ? 'en' : 'ko' }, by);
  }
  const year = Number(today.slice(0, 4));
  const budgets = [...BUDGETS, ...(year > 2016 ? THIS_YEARS.map((budget) => ({ year, ...budget })) : [])];
  await putBudgets(
    db,
    budgets.map(({ year, account, thousands }) => ({ year, account, won: thousands * 1000 })),
    { ...by, origin: 'sample' },
  );
  await insertSamples(db, [...GROUPS, ...recent(today)].flatMap(spendsOf), now);
}

function earlier(year: number, thousands: number, count: number): Group[] {
  const span = { from: `${year}-01-02`, to: `${year}-12-31` };
  const staff = { count: Math.round(count * 0.15), thousands: Math.round(thousands * 0.34) };
  const policy = { count: Math.round(count * 0.3), thousands: Math.round(thousands * 0.25) };
  const rest = { count: count - staff.count - policy.count, thousands: thousands - staff.thousands - policy.thousands };
  return [
    { ...span, ...STAFF, account: '203-01', ...staff },
    { ...span, ...MEETINGS, account: '203-03', ...policy },
    { ...span, ...MEETINGS, account: '203-01', ...rest },
  ];
}

/** A little of this year, so that a newcomer's first list is not empty. */
function recent(today: Day): Group[] {
  const from = addDays(today, -60);
  if (from.slice(0, 4) !== today.slice(0, 4) || from < '2017') return [];
  return [
    { from, to: today, ...STAFF, account: '203-01', count: 9, thousands: 2_310 },
    { from, to: today, ...MEETINGS, account: '203-03', count: 18, thousands: 4_826 },
  ];
}

const PLACES = [
  '한빛식당',
  '소나무집',
  '다온',
  '가람회관',
  '미소국밥',
  '청사구내식당',
  '솔찬',
  '나루찻집',
  '해든정',
  '온새미로',
];
const PURPOSES: Record<string, readonly string[]> = {
  '직원 격려': ['비상근무 직원 격려', '현업부서 직원 격려', '부서 직원 격려 오찬', '명절 현업 근무자 격려'],
  '간담회 등': [
    '시정 현안 자문 간담회',
    '시책 추진 관계자 간담회',
    '정책자문 회의',
    '유관기관 협력 간담회',
    '시정 설명 간담회',
  ],
  기타: ['방문객 접대 다과 구입', '접견용 물품 구입'],
};

function spendsOf(group: Group, seed: number): Spend[] {
  const random = randomFrom(seed + 1);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const span = daysBetween(group.from, group.to);
  return amounts(group, random).map((amount, i) => {
    let spentOn = addDays(group.from, Math.floor((i / group.count) * (span + 1)));
    while (isWeekend(spentOn) && spentOn < group.to) spentOn = addDays(spentOn, 1);
    const headcount = Math.max(2, Math.round(amount / 26_000));
    return {
      year: Number(spentOn.slice(0, 4)),
      month: Number(spentOn.slice(5, 7)),
      spentOn,
      spentTime: `${pick(['11', '12', '13', '18', '19'])}:${pick(['05', '12', '24', '33', '41', '58'])}`,
      amount,
      account: group.account,
      activity: pick(group.activities),
      category: group.category,
      place: pick(PLACES),
      address: null,
      purpose: pick(PURPOSES[group.category] ?? []),
      headcount,
      attendees: group.category === '직원 격려' ? `직원 ${headcount}명` : `시장 외 ${headcount - 1}명`,
      payment: random() < 0.95 ? 'card' : 'transfer',
      spender: '시장',
      department: '총무과',
    };
  });
}

/** Amounts of a likely size in steps of 500 won; the last one makes the sum exact. */
function amounts({ count, thousands }: Group, random: () => number): number[] {
  const total = thousands * 1000;
  const weights = Array.from({ length: count }, () => 0.4 + 1.2 * random());
  const sum = weights.reduce((a, b) => a + b, 0);
  const parts = weights.slice(1).map((weight) => Math.floor((total * weight) / sum / 500) * 500);
  return [...parts, total - parts.reduce((a, b) => a + b, 0)];
}

/** Always the same numbers between 0 and 1 (mulberry32), so that every playground starts alike. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function insertSamples(db: Database, spends: readonly Spend[], now: Date): Promise<void> {
  const seen = new Map<string, number>();
  const rows = spends.map((spend) => {
    const print = fingerprint(spend);
    const nth = (seen.get(print) ?? 0) + 1;
    seen.set(print, nth);
    const by = { created_by: 'sample', created_at: now.toISOString(), version: 1 };
    return { ...toRow(spend), flags: '', origin: 'sample', fingerprint: print, nth, ...by };
  });
  const columns = Object.keys(rows[0] ?? {}) as (keyof (typeof rows)[number])[];
  await db.transaction().execute(async (db) => {
    await insertMany(
      db,
      'expense',
      columns,
      rows.map((row) => columns.map((column) => row[column] ?? null)),
    );
    await addTotals(
      db,
      spends.map((spend) => ({ ...spend, sign: 1 as const })),
    );
  });
}
