import { onTestFinished } from 'vitest';
import type { Database } from '../../../src/base/db/database.ts';
import type { Owed } from '../../../src/followup/rules.ts';
import { NOTHING_YET } from '../../../src/followup/stored.ts';
import { putPerson } from '../../../src/people/store.ts';
import type { PledgeFacts } from '../../../src/pledge/rules.ts';
import type { Spend } from '../../../src/spending/expense/rules.ts';
import type { Plan } from '../../../src/visit/rules.ts';
import { newDatabase } from '../../support/database.ts';

export const AT = new Date('2016-10-01T00:00:00Z');

/** A database with nothing but people in it: `U0STAFF000` and so on. */
export async function emptyOffice(people = 1): Promise<Database> {
  const db = await newDatabase();
  onTestFinished(() => db.destroy());
  for (let i = 0; i < people; i++) {
    const person = { userId: staff(i), name: `직원${i}`, role: 'member' as const, language: null };
    await putPerson(db, person, { actor: 'test', at: AT });
  }
  return db;
}

export const staff = (i: number): string => `U0STAFF${String(i).padStart(3, '0')}`;

export const spend = (said: Partial<Spend> = {}): Spend => ({
  ...{ year: 2016, month: 10, spentOn: '2016-10-18', spentTime: '12:00', amount: 100_000, account: '203-01' },
  ...{ activity: '4-나', category: '간담회 등', place: '한빛식당', address: null, purpose: '간담회', headcount: 4 },
  ...{ attendees: null, payment: 'card', spender: null, department: null, ...said },
});

export const owed = (said: Partial<Owed> = {}): Owed => ({
  ...{ ...NOTHING_YET, kind: 'own_task', title: '답변', owner: staff(0), due: '2016-10-20', status: 'in_progress' },
  ...said,
});

export const plan = (programId: number, said: Partial<Plan> = {}): Plan => ({
  ...{ programId, title: '공사현장 점검', startsOn: '2016-10-25', startTime: '14:00', endsOn: '2016-10-25' },
  ...{ endTime: '15:00', place: '공사현장', district: '강북구', purpose: '점검', owner: staff(0), staff: [] },
  ...{ partner: null, partnerLevel: null, countries: null, ...said },
});

export const pledge = (said: Partial<PledgeFacts> = {}): PledgeFacts & { owner: string | null } => ({
  ...{ term: 6, code: '1-2-3', number: 1, type: '정책', field: '1', title: '골목 안전등 늘리기', department: '안전과' },
  ...{ goal: null, timing: null, kind: null, status: '정상추진', progress: 50, nonBudget: false, budget: null },
  ...{ secured: null, spent: null, basisKind: null, basis: null, owner: null, ...said },
});
