import fc from 'fast-check';
import type { Kysely } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { down, up } from '../../../migrations/035-found-and-counted.ts';
import { insertMany } from '../../../src/base/db/bulk.ts';
import type { Database } from '../../../src/base/db/database.ts';
import { fieldName } from '../../../src/pledge/list/rules.ts';
import { findLists, putListEntry } from '../../../src/pledge/list/store.ts';
import { searchPledges } from '../../../src/pledge/search/rules.ts';
import { findPledgePage } from '../../../src/pledge/search/store.ts';
import { searchedOf } from '../../../src/pledge/searched.ts';
import { findPledges } from '../../../src/pledge/store.ts';
import { newDatabase } from '../../support/database.ts';
import { NOW } from '../../support/office.ts';
import '../../support/seed.ts';

const SAME = { flags: '', origin: 'form', created_by: 'U1', created_at: NOW.toISOString(), version: 1, non_budget: 0 };
const COLUMNS = ['term', 'code', 'type', 'field', 'title', 'department', 'goal', 'status', 'voided_at'] as const;

type Made = Record<(typeof COLUMNS)[number], string | number | null> & { title: string; goal: string | null };

/** Pledges of these words, in two terms with two fields that have names. */
async function register(db: Database, made: readonly Made[]): Promise<void> {
  for (const [term, code, name] of [
    [6, '1', '걷기 좋은 도시'],
    [5, '1', '안심 도시'],
  ] as const)
    await putListEntry(db, { kind: 'field', term, code, name, person: null }, { actor: 'test', at: NOW });
  await db.deleteFrom('pledge').execute();
  const rows = made.map((it) => {
    const row = { ...it, ...searchedOf(it) };
    return [...COLUMNS.map((column) => row[column]), ...Object.values(searchedOf(it))];
  });
  await insertMany(db, 'pledge', [...COLUMNS, ...Object.keys(searchedOf({ title: '', goal: null }))], rows, SAME);
}

const words = fc.string({
  unit: fc.constantFrom(...'걷기좋은길도시안심과ㄱㄷaA1%_·-２ ㅗ값'),
  minLength: 1,
  maxLength: 5,
});
const pledges = fc.record({
  term: fc.constantFrom(5, 6),
  code: fc.option(fc.constantFrom('1-1', '1-1-1', '1-2-1', '혁신-1')),
  type: fc.constantFrom('정책', '시민', '길'),
  field: fc.option(fc.constantFrom('1', '2')),
  title: fc.array(words, { minLength: 1, maxLength: 3 }).map((it) => it.join(' ')),
  department: fc.option(fc.constantFrom('안심과', '도시 기반과')),
  goal: fc.option(fc.array(words, { minLength: 1, maxLength: 3 }).map((it) => it.join('\n'))),
  status: fc.option(fc.constantFrom('완료', '보류')),
  voided_at: fc.option(fc.constant(NOW.toISOString()), { freq: 5 }),
});
const typed = fc.oneof(
  { weight: 6, arbitrary: fc.array(words, { minLength: 1, maxLength: 3 }).map((it) => it.join(' ')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '1-1',
      '1.1.1',
      '혁신1',
      'P1',
      'ㄱㄱ',
      'ㄱㄱ ㄷ',
      '거ㄷ',
      '걷기조',
      '정책',
      '도시 안심과',
    ),
  },
);

test('among all pledges the same are found, in the same order, as by reading each of them', async () => {
  const db = await newDatabase();
  onTestFinished(() => db.destroy());
  await fc.assert(
    fc.asyncProperty(
      fc.array(pledges, { maxLength: 12 }),
      fc.array(typed, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(null, 5, 6),
      async (made, questions, term) => {
        await register(db, made);
        const lists = await findLists(db);
        const all = await findPledges(db, term ?? undefined);
        for (const question of questions) {
          const plainly = searchPledges(all, question, (it) => fieldName(it, lists));
          const sought = { term, conditions: [], words: question, lists };
          const whole = await findPledgePage(db, sought, { offset: 0, limit: 100 });
          expect(whole, question).toEqual({ pledges: plainly, count: plainly.length });
          const part = await findPledgePage(db, sought, { offset: 2, limit: 3 });
          expect(part.pledges, question).toEqual(plainly.slice(2, 5));
        }
      },
    ),
    { numRuns: 30 },
  );
});

test('a word that tens of thousands of pledges hold is found as a rare one is, in titles, departments, goals and by first consonants', async () => {
  const db = await newDatabase();
  onTestFinished(() => db.destroy());
  await register(
    db,
    Array.from({ length: 20_010 }, (_, i) => ({
      ...{ term: 6, code: null, type: '정책', field: '1', voided_at: null },
      title: i % 1_000 === 0 ? `좋은 걷기 ${i}` : `걷기 좋은 길 ${i}`,
      ...{ department: i % 2_000 === 0 ? '보행과' : '도로과', goal: `쉴 곳 ${i}곳`, status: '완료' },
    })),
  );
  const lists = await findLists(db);
  const all = await findPledges(db, 6);
  for (const question of ['걷기', '좋은 걷기', 'ㄱㄱㅈㅇ', '쉴곳', '보행', '안심', '걷기 2009']) {
    const plainly = searchPledges(all, question, (it) => fieldName(it, lists));
    const found = await findPledgePage(
      db,
      { term: 6, conditions: [], words: question, lists },
      { offset: 8, limit: 8 },
    );
    expect({ question, count: found.count, ids: found.pledges.map(({ id }) => id) }).toEqual({
      ...{ question, count: plainly.length },
      ids: plainly.slice(8, 16).map(({ id }) => id),
    });
  }
});

test('pledges of before the index was are found by it', async () => {
  const db = await newDatabase();
  onTestFinished(() => db.destroy());
  await register(db, fc.sample(pledges, { numRuns: 600, seed: 7 }));
  const before = await db.selectFrom('pledge').selectAll().orderBy('id').execute();

  await db.transaction().execute(async (db) => {
    await down(db as unknown as Kysely<unknown>);
    await up(db as unknown as Kysely<unknown>);
  });

  expect(await db.selectFrom('pledge').selectAll().orderBy('id').execute()).toEqual(before);
});
