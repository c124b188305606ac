import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { countVisits, findVisits, type VisitFilter } from '../../../src/visit/list/store.ts';
import { NOBODYS } from '../../../src/visit/notice/rules.ts';
import { newDatabase } from '../../support/database.ts';
import { NOW } from '../../support/office.ts';
import '../../support/seed.ts';

const SAME = {
  ...{
    title: '점검',
    year: 2018,
    month: 3,
    start_time: '14:00',
    place: '현장',
    purpose: '점검',
    owner: 'U1',
    staff: '',
  },
  ...{ sequence: 0, changed_at: NOW.toISOString(), origin: 'form', nth: 0, created_by: 'U1', version: 1 },
  created_at: NOW.toISOString(),
};
const NOTICE = {
  ...{ name: '임라온', told_on: '2018-03-01', told_time: '09:00', told_by: 'U1', how: 'call', invited: 0 },
  ...{ sequence: 0, nth: 0, created_by: 'U1', created_at: NOW.toISOString() },
};
const days = fc.constantFrom('2018-03-01', '2018-03-20');
const visits = fc.record({
  program_id: fc.integer({ min: 1, max: 4 }),
  starts_on: days,
  district: fc.constantFrom('강남구', '중구', ...NOBODYS),
  cancelled_at: fc.option(fc.constant(NOW.toISOString()), { freq: 3 }),
  notices: fc.nat(2),
});
const filters = fc.record(
  {
    cancelled: fc.boolean(),
    programId: fc.integer({ min: 1, max: 4 }),
    days: days.map((day) => ({ from: day, to: day })),
    district: fc.constantFrom('강남구', '해외'),
    words: fc.constantFrom(['점검'], ['없음']),
  },
  { requiredKeys: [] },
);

test('those that nobody was told of are as many as a list of them has, of all or of some', async () => {
  const db = await newDatabase();
  onTestFinished(() => db.destroy());
  await fc.assert(
    fc.asyncProperty(
      fc.array(visits, { maxLength: 12 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1 }),
      filters,
      async (made, programIds, narrower) => {
        await db.deleteFrom('visit_notice').execute();
        await db.deleteFrom('visit').execute();
        for (const { notices, ...visit } of made) {
          const row = { ...SAME, ...visit, ends_on: visit.starts_on };
          const { id } = await db.insertInto('visit').values(row).returning('id').executeTakeFirstOrThrow();
          for (let nth = 0; nth < notices; nth++)
            await db
              .insertInto('visit_notice')
              .values({ ...NOTICE, visit_id: id, nth, form_key: String(id) })
              .execute();
        }
        const untold = { programIds, notIn: NOBODYS };
        for (const filter of [{ untold }, { untold, ...narrower }, narrower] satisfies VisitFilter[])
          expect(await countVisits(db, filter)).toBe(
            (await findVisits(db, filter, { offset: 0, limit: 20 })).visits.length,
          );
      },
    ),
    { numRuns: 40 },
  );
});
