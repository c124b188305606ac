import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
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

test('the index knows words of two letters and says where it can not help', async () => {
  const db = await newDatabase();
  onTestFinished(() => db.destroy());
  const rows = ['간담회', '오찬 간담', '격려'].map((purpose, i) => ({ ...COMMON, purpose, fingerprint: String(i) }));
  await db.insertInto('expense').values(rows).execute();
  const known = async (...words: string[]) => {
    const narrowed = await narrowedBy(db, 'expense', words);
    if (!narrowed) return null;
    const found = await db.selectFrom('expense').select('id').where('id', 'in', narrowed.ids).orderBy('id').execute();
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
