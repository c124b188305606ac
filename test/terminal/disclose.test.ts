import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/base/db/database.ts';
import { checksumOf } from '../../src/disclosure/file.ts';
import { monthOf } from '../../src/disclosure/period.ts';
import { insertRelease, printOf } from '../../src/disclosure/release/store.ts';
import { findDraft } from '../../src/disclosure/store.ts';
import { registerIn, temporaryFolder } from '../support/database.ts';
import { onlyObject, runTerminal } from '../support/terminal.ts';

const ROWS = [
  '집행일시,집행장소,집행목적,참석자,결제방법,금액(원),예산과목',
  '2018-03-05 12:00,김영희국수,간담회,총무과 박민수 주무관 외 3명,카드,"33,300",시책추진',
];

test('a month becomes a file once nothing in it is undecided', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'a.csv'), ROWS.join('\n'));
  await runTerminal('import', ['expenses', 'a.csv'], { folder });

  const said = await runTerminal('disclose', ['2018-03', '--json'], { folder });
  expect(said).toMatchObject({ code: 0, err: '' });
  expect(onlyObject(said)).toEqual({
    period: '2018-03',
    rows: 1,
    won: 33_300,
    masked: 1,
    kept: 0,
    undecided: [],
    released: null,
  });
  expect((await runTerminal('disclose', ['2018-03', '--out', 'b.csv'], { folder })).code).toBe(0);
  expect(readFileSync(path.join(folder, 'b.csv'), 'utf8')).toContain(
    '김영희국수,간담회,총무과 외 3명,33300,신용카드,시책추진',
  );

  writeFileSync(
    path.join(folder, 'c.csv'),
    [ROWS[0], '2018-03-06 12:00,다온,김영순 면담,,카드,"1,000",시책추진'].join('\n'),
  );
  await runTerminal('import', ['expenses', 'c.csv'], { folder });
  const refused = await runTerminal('disclose', ['2018 1분기', '--out', 'd.xlsx'], { folder });
  expect(refused.code).toBe(1);
  expect(() => readFileSync(path.join(folder, 'd.xlsx'))).toThrow();
});

test('a released table is given out as the same document for good, on its long side, with its checksum', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'a.csv'), ROWS.join('\n'));
  await runTerminal('import', ['expenses', 'a.csv'], { folder });
  for (const format of ['hwpx', 'docx', 'pdf'])
    expect((await runTerminal('disclose', ['2018-03', '--out', `draft.${format}`], { folder })).code).toBe(0);

  const file = await registerIn(folder);
  const period = monthOf(2018, 3);
  const release = async (day: string, reason: string) => {
    const db = await openDatabase(file);
    const draft = await findDraft(db, period);
    const by = { actor: 'U0OHMANAGE', at: new Date(`${day}T00:00:00Z`), today: day };
    await insertRelease(db, period, draft, { print: printOf(draft), formKey: day, reason }, by);
    await db.destroy();
  };
  await release('2018-04-02', '');
  const give = async (name: string) => {
    expect((await runTerminal('disclose', ['2018-03', '--out', name], { folder })).code).toBe(0);
    return readFileSync(path.join(folder, name));
  };
  const first = { hwpx: await give('a.hwpx'), docx: await give('a.docx'), pdf: await give('a.pdf') };
  const told = onlyObject(await runTerminal('disclose', ['2018-03', '--json'], { folder }));
  for (const [format, bytes] of Object.entries(first))
    expect(told).toHaveProperty(['released', 'sha256', format], checksumOf(bytes));
  expect(strFromU8(unzipSync(first.hwpx)['Contents/section0.xml'] ?? new Uint8Array())).toContain('"NARROWLY"');
  expect(strFromU8(unzipSync(first.docx)['word/document.xml'] ?? new Uint8Array())).toMatch(
    /<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/,
  );

  let db = await openDatabase(file);
  await db
    .updateTable('disclosure_document')
    .set({ bytes: Buffer.from('kept') })
    .execute();
  await db.destroy();
  expect((await give('b.hwpx')).toString(), 'not made again').toBe('kept');
  db = await openDatabase(file);
  await db.updateTable('expense').set({ amount: 44_000 }).execute();
  await db.destroy();
  await release('2018-05-02', '금액 정정');
  expect(await give('c.hwpx')).not.toEqual(first.hwpx);
});

test.each([[[]], [['2018']], [['2018-03', '--out', 'a.hwp']], [['2018-03', '--wrong']]])(
  '%j is wrong usage',
  async (args) => {
    expect((await runTerminal('disclose', args, { folder: temporaryFolder() })).code).toBe(2);
  },
);
