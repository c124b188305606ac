import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/database.ts';
import { onlyObject, runTerminal } from '../support/terminal.ts';

test('an imported file is judged and counted by rule', async () => {
  const folder = temporaryFolder();
  writeFileSync(
    path.join(folder, 'a.csv'),
    '집행일시,집행장소,집행목적,대상인원,결제방법,집행금액\n2018-04-02 23:30,한빛식당,간담회,시장 외 3명,카드,"200,000"',
  );
  await runTerminal('import', ['expenses', 'a.csv'], { folder });

  const ended = await runTerminal('check', ['--from', '2018-04-01', '--json'], { folder });

  expect(ended).toMatchObject({ code: 0, err: '' });
  expect(onlyObject(ended)).toEqual({
    from: '2018-04-01',
    to: '2100-12-31',
    open: 2,
    records: 1,
    rules: [
      { rule: 'E05', severity: 'require', open: 1, answered: 0, accepted: 0 },
      { rule: 'E10', severity: 'require', open: 1, answered: 0, accepted: 0 },
    ],
  });
  const words = await runTerminal('check', [], { folder });
  expect(words.out).toContain('1인당 50,000원(4명)으로 한도 40,000원을 넘습니다.');
});

test('a day that is none ends in the usage', async () => {
  const ended = await runTerminal('check', ['--from', '2018-13-01'], { folder: temporaryFolder() });

  expect(ended).toMatchObject({ code: 2, out: '' });
  expect(ended.err).toContain('npx biseo check');
});
