import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { searchedOf } from '../../../src/pledge/searched.ts';
import { stateFrom, stateOf } from '../../../src/pledge/state.ts';
import { findPledges } from '../../../src/pledge/store.ts';
import { findTotals } from '../../../src/pledge/totals/store.ts';
import { newDatabase } from '../../support/database.ts';
import { NOW } from '../../support/office.ts';
import '../../support/seed.ts';

const SAME = { flags: '', created_by: 'U1', created_at: NOW.toISOString(), version: 1, non_budget: 0 };
const won = fc.option(fc.integer({ min: 0, max: 9_000_000_000_000 }));
const says = fc.record({
  term: fc.constantFrom(5, 6),
  type: fc.constantFrom('정책', '시민'),
  field: fc.option(fc.constantFrom('1', '2')),
  department: fc.option(fc.constantFrom('안심과', '도시기반과')),
  status: fc.option(fc.constantFrom('완료', '이행 후 계속추진', '일부추진', '보류')),
  progress: fc.option(fc.integer({ min: 0, max: 100 })),
  ...{ budget: won, secured: won, spent: won },
  voided_at: fc.option(fc.constant(NOW.toISOString()), { freq: 3 }),
  origin: fc.constantFrom('form', 'sample'),
});

test('what pledges add up to is kept through whatever is entered, changed, voided, brought back and taken away', async () => {
  const db = await newDatabase();
  onTestFinished(() => db.destroy());
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ first: says, later: fc.option(says), gone: fc.boolean() }), { maxLength: 10 }),
      async (made) => {
        await db.deleteFrom('pledge').execute();
        for (const [i, { first, later, gone }] of made.entries()) {
          const title = `공약 ${i}`;
          const row = { ...SAME, ...first, title, ...searchedOf({ title, goal: null }) };
          const { id } = await db.insertInto('pledge').values(row).returning('id').executeTakeFirstOrThrow();
          if (later)
            await db
              .updateTable('pledge')
              .set({ ...later, origin: first.origin })
              .where('id', '=', id)
              .execute();
          if (gone) await db.deleteFrom('pledge').where('id', '=', id).execute();
        }
        const all = await findPledges(db);
        for (const term of [5, 6]) {
          const plainly = stateOf(term, all, []);
          const { troubled, unknown } = plainly;
          const kept = stateFrom(term, await findTotals(db, term), [], { troubled, unknown });
          const byType = (state: typeof kept) => ({
            ...state,
            types: state.types.toSorted((a, b) => (a.type < b.type ? -1 : 1)),
          });
          expect(byType(kept)).toEqual(byType(plainly));
        }
        const departments = new Map<string | null, number>();
        for (const { department, pledges } of await findTotals(db))
          departments.set(department, (departments.get(department) ?? 0) + pledges);
        for (const [name, count] of departments)
          expect(all.filter(({ department }) => department === name).length, String(name)).toBe(count);
      },
    ),
    { numRuns: 40 },
  );
});
