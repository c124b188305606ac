import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/base/db/database.ts';
import { readStaffingLines } from '../../src/report/staffing/form.ts';
import { findStaffing } from '../../src/report/staffing/store.ts';
import { registerIn, temporaryFolder } from '../support/database.ts';
import { onlyObject, runTerminal } from '../support/terminal.ts';

test('a file of positions and people comes in once, and whole or not at all', async () => {
  const folder = temporaryFolder();
  const rows = ['직종,직급,정원,현원', '일반직,소계,4,3', '일반직,5급,2,2', ',6급,2명,1', '별정직,5급상당,9,-'];
  writeFileSync(path.join(folder, 'staffing-2016-10-31.csv'), rows.join('\n'));
  writeFileSync(
    path.join(folder, 'wrong.csv'),
    '기준일,직종,직급,정원,현원\n2016-12-31,일반직,5급,둘,2\n2016-12-31,일반직,,1,1',
  );

  const first = await runTerminal('import', ['staffing', 'staffing-2016-10-31.csv', '--json'], { folder });
  const second = await runTerminal('import', ['staffing', 'staffing-2016-10-31.csv', '--json'], { folder });
  const wrong = await runTerminal('import', ['staffing', 'wrong.csv', '--json'], { folder });

  expect(onlyObject(first)).toMatchObject({ rows: 3, imported: 3, duplicates: 0, held: 0 });
  expect(onlyObject(second)).toMatchObject({ rows: 3, imported: 0, duplicates: 3 });
  expect(wrong.code).toBe(1);
  expect(onlyObject(wrong)).toMatchObject({
    imported: 0,
    held: 2,
    problems: [
      { line: 2, code: 'people_unreadable' },
      { line: 3, code: 'grade_missing' },
    ],
  });

  const db = await openDatabase(await registerIn(folder));
  expect(await findStaffing(db, '2017-01-01')).toEqual({
    asOf: '2016-10-31',
    lines: [
      { class: '일반직', grade: '5급', quota: 2, actual: 2 },
      { class: '일반직', grade: '6급', quota: 2, actual: 1 },
      { class: '별정직', grade: '5급상당', quota: 9, actual: null },
    ],
  });
  expect(await findStaffing(db, '2016-10-30')).toBeNull();
  await db.destroy();
});

test.each([
  ['일반직 5급 2 2\n별정직 2~3급 1/1', 2],
  ['일반직 5급 상당 2 -', 1],
  ['', 'missing'],
  ['일반직 5급 둘 2', 'unread'],
  ['일반직 5급 2 2\n일반직  5급 3 3', 'twice'],
])('lines of staffing are read: %j', (typed, expected) => {
  const read = readStaffingLines(typed);
  expect('lines' in read ? read.lines.length : read.refusal).toBe(expected);
});
