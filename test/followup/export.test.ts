import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { exportRow, HEADINGS } from '../../src/followup/export.ts';
import { fingerprintOf, openDemands } from '../../src/followup/files.ts';
import { countByKind, streamFollowups } from '../../src/followup/list/store.ts';
import type { Owed } from '../../src/followup/rules.ts';
import { findNotes, insertDemands } from '../../src/followup/store.ts';
import { NOTHING_YET } from '../../src/followup/stored.ts';
import { sheetFile } from '../../src/tables/sheet.ts';
import { textFor } from '../../src/text/index.ts';
import { newDatabase } from '../support/database.ts';
import { NOW } from '../support/office.ts';

const BY = { actor: 'test', at: NOW, origin: 'import' as const };
const demand = (title: string): { owed: Owed; notes: []; fingerprint: string } => {
  const owed: Owed = { ...NOTHING_YET, kind: 'audit_other', auditYear: 2015, title, owner: null };
  return { owed, notes: [], fingerprint: fingerprintOf(owed) };
};

async function withDemands(titles: readonly string[]) {
  const db = await newDatabase();
  onTestFinished(() => db.destroy());
  await insertDemands(db, titles.map(demand), BY);
  const exported = async (format: 'csv' | 'xlsx') => {
    const rows = [];
    for await (const followup of streamFollowups(db, {})) {
      const notes = await findNotes(db, [followup.id]);
      rows.push(exportRow(followup, notes.get(followup.id) ?? [], new Map(), textFor('ko')));
    }
    return sheetFile(HEADINGS, rows, { name: '후속조치', format });
  };
  return { db, exported };
}

test.each(['csv', 'xlsx'] as const)(
  'an exported %s file, taken in again, changes nothing, and runs nothing',
  async (format) => {
    const titles = ['=1+1', '-자료', '"따옴표", 쉼표', '주차장 확충', '+82', '@사람'];
    const { db, exported } = await withDemands(titles);
    const bytes = await exported(format);
    if (format === 'csv') expect(Buffer.from(bytes).toString()).toContain("'=1+1");
    const file = await openDemands(bytes, { year: null, today: '2018-03-30' });
    if ('refusal' in file) throw new Error(file.refusal);
    expect(file.problems).toEqual([]);
    expect(file.demands.map(({ owed }) => owed.title)).toEqual(titles);
    expect(await insertDemands(db, file.demands, BY)).toEqual({ imported: 0, duplicates: titles.length });
    expect(await countByKind(db, {})).toEqual([{ kind: 'audit_other', status: 'under_review', count: titles.length }]);
  },
);

test('whatever a demand says, it comes back as it was', async () => {
  const written = fc.stringMatching(/^[가-힣a-z=+@,"'-]{1,30}$/);
  await fc.assert(
    fc.asyncProperty(written, async (title) => {
      const followup = {
        ...demand(title).owed,
        id: 1,
        origin: 'import' as const,
        createdBy: 'x',
        version: 1,
        voided: false,
      };
      const bytes = await sheetFile(HEADINGS, [exportRow(followup, [], new Map(), textFor('ko'))], {
        name: 'x',
        format: 'csv',
      });
      const file = await openDemands(bytes, { year: null, today: '2018-03-30' });
      expect('demands' in file && file.demands[0]?.owed.title).toBe(title);
    }),
    { numRuns: 60 },
  );
});
