import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { insertMany } from '../../../src/base/db/bulk.ts';
import { narrowedBy } from '../../../src/base/db/words.ts';
import { findExpenses } from '../../../src/spending/expense/list/store.ts';
import { newDatabase } from '../../support/database.ts';
import { SERVER } from '../../support/postgres.ts';
import '../../support/seed.ts';

const COMMON = {
  ...{ year: 2018, month: 3, amount: 10_000, flags: '', origin: 'form', nth: 1, created_by: 'U1', version: 1 },
  created_at: '2018-03-30T03:00:00.000Z',
};

const words = fc.string({ unit: fc.constantFrom(...'간담회가나aAbZ1%_"*\'é한'), minLength: 1, maxLength: 6 });
const texts = fc.array(words, { minLength: 1, maxLength: 4 }).map((it) => it.join(' '));

/** Whether a text holds a word, letters of English in either case. */
const holds = (text: string, word: string) => inOneCase(text).includes(inOneCase(word));
const inOneCase = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

test('words are found wherever they stand, letter by letter, in what was added, changed and taken away', async () => {
  const db = await newDatabase();
  onTestFinished(() => db.destroy());
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ purpose: texts, place: fc.option(texts), later: fc.option(texts), gone: fc.boolean() }), {
        maxLength: 8,
      }),
      fc.array(words, { minLength: 1, maxLength: 2 }),
      async (records, typed) => {
        await db.deleteFrom('expense').execute();
        const left: string[] = [];
        for (const [i, { purpose, place, later, gone }] of records.entries()) {
          const row = { ...COMMON, purpose, place, fingerprint: String(i) };
          const { id } = await db.insertInto('expense').values(row).returning('id').executeTakeFirstOrThrow();
          if (later !== null) await db.updateTable('expense').set({ purpose: later }).where('id', '=', id).execute();
          if (gone) await db.deleteFrom('expense').where('id', '=', id).execute();
          const columns = [later ?? purpose, place ?? ''];
          if (!gone && typed.every((word) => columns.some((it) => holds(it, word)))) left.push(String(i));
        }
        const found = await findExpenses(db, { words: typed }, { offset: 0, limit: 100 });
        expect(found.count).toBe(left.length);
        expect(found.expenses.map(({ purpose }) => purpose).sort()).toEqual(
          left.map((i) => records[Number(i)]?.later ?? records[Number(i)]?.purpose).sort(),
        );
      },
    ),
    { numRuns: 60 },
  );
});

test('a word that tens of thousands hold is listed, counted and added up as a rare one is, also beside another and within a year', async () => {
  const db = await newDatabase();
  onTestFinished(() => db.destroy());
  const { year: _year, ...same } = COMMON;
  const rows = Array.from({ length: 21_000 }, (_, i) => [
    i % 1_000 === 0 ? '직원격려 Tea 간담회' : '직원격려 간담회',
    2010 + (i % 10),
    String(i),
  ]);
  await insertMany(db, 'expense', ['purpose', 'year', 'fingerprint'], rows, same);
  const search = async (words: string[], years?: [number, number]) => {
    const months = years && { from: years[0] * 12 + 1, to: years[1] * 12 + 12 };
    const filter = { words, ...(months && { months }) };
    const { expenses, count, won } = await findExpenses(db, filter, { offset: 0, limit: 3 });
    return { newest: expenses.map(({ year }) => year), count, won };
  };
  const all = { newest: [2019, 2019, 2019], count: 21_000, won: 210_000_000 };

  expect(await search(['간담회'])).toEqual(all);
  expect(await search(['직원격려'])).toEqual(all); // longer than what the index knows of it
  expect(await search(['직원격려', '간담'])).toEqual(all);
  expect(await search(['직원격려', '달래'])).toEqual({ newest: [], count: 0, won: 0 });
  expect(await search(['간담회', 'tea'])).toEqual({ newest: [2010, 2010, 2010], count: 21, won: 210_000 });
  expect(await search(['간담회'], [2012, 2013])).toEqual({ newest: [2013, 2013, 2013], count: 4_200, won: 42_000_000 });
});

test('the index knows words of two letters and says where it can not help', async () => {
  const db = await newDatabase();
  onTestFinished(() => db.destroy());
  const rows = ['간담회', '오찬 간담', '격려'].map((purpose, i) => ({ ...COMMON, purpose, fingerprint: String(i) }));
  await db.insertInto('expense').values(rows).execute();
  const known = async (...words: string[]) => {
    const ids = (await narrowedBy(db, 'expense', words))?.few;
    if (!ids) return null;
    const found = await db.selectFrom('expense').select('id').where('id', 'in', ids).orderBy('id').execute();
    return found.map(({ id }) => id);
  };

  expect(await known('간담')).toEqual([1, 2]);
  expect(await known('간담', '오')).toEqual([2]);
  expect(await known('간담회')).toEqual([1]);
  expect(await known('없는말')).toEqual([]);
  expect(await known('없')).toEqual([]);
  expect(await known('É')).toEqual(SERVER ? [] : null); // capitals of other scripts are one letter to FTS5 only
  expect(await known()).toBeNull();
});
