import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { countByKind, countFollowups, type FollowupFilter, findFollowups } from '../../../src/followup/list/store.ts';
import { insertEntered } from '../../../src/followup/store.ts';
import { NOTHING_YET } from '../../../src/followup/stored.ts';
import { newDatabase } from '../../support/database.ts';
import { NOW } from '../../support/office.ts';
import '../../support/seed.ts';

const owed = fc.record({
  status: fc.constantFrom('in_progress', 'under_review', 'done', 'declined'),
  owner: fc.option(fc.constantFrom('U1', 'U2')),
  due: fc.option(fc.constantFrom('2018-03-01', '2018-04-01', '9999-12-31')),
});
const filters: fc.Arbitrary<FollowupFilter> = fc.oneof(
  fc.constant({}),
  fc.constant({ undated: true as const }),
  fc.constant({ overdueOn: '2018-03-30' }),
  fc.constantFrom('U1', null).map((owner) => ({ open: true as const, owner })),
  fc.constantFrom('U1', 'U2').map((owner) => ({ undated: true as const, owner })),
);

test('what is counted is what is listed, whether it is due on the last of all days or on none', async () => {
  const db = await newDatabase();
  onTestFinished(() => db.destroy());
  let forms = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(owed, { maxLength: 8 }), filters, async (made, filter) => {
      await db.deleteFrom('followup').execute();
      for (const it of made) {
        const item = { ...NOTHING_YET, kind: 'own_task' as const, source: null, title: '답변', ...it };
        await insertEntered(db, item, { actor: 'U1', at: NOW, formKey: `form-${++forms}` });
      }

      const { followups } = await findFollowups(db, filter, { offset: 0, limit: 20 });
      const isUndated = 'undated' in filter;

      expect(await countFollowups(db, filter)).toBe(followups.length);
      expect((await countByKind(db, filter)).reduce((sum, { count }) => sum + count, 0)).toBe(followups.length);
      if (isUndated) expect(followups.every(({ due }) => due === null)).toBe(true);
      const open = made.filter(({ status }) => status === 'in_progress' || status === 'under_review');
      if (isUndated && !('owner' in filter))
        expect(followups.length).toBe(open.filter(({ due }) => due === null).length);
    }),
    { numRuns: 40 },
  );
});
