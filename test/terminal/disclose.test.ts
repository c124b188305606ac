import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/database.ts';
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

test.each([[[]], [['2018']], [['2018-03', '--out', 'a.pdf']], [['2018-03', '--wrong']]])(
  '%j is wrong usage',
  async (args) => {
    expect((await runTerminal('disclose', args, { folder: temporaryFolder() })).code).toBe(2);
  },
);
