import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/database.ts';
import { onlyObject, runTerminal } from '../support/terminal.ts';

test('status is one JSON object with every key of the contract', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'b.csv'), '연도,과목,예산액\n2018,시책추진,"100,000"');
  writeFileSync(
    path.join(folder, 'a.csv'),
    '집행일시,집행장소,집행목적,대상인원,결제방법,집행금액,예산과목\n2018-03-05 12:00,미진,간담회,4명,카드,"33,300",시책추진',
  );
  await runTerminal('import', ['budgets', 'b.csv'], { folder });
  await runTerminal('import', ['expenses', 'a.csv'], { folder });

  const ended = await runTerminal('status', ['--year', '2018', '--json'], { folder });

  expect(ended).toMatchObject({ code: 0, err: '' });
  expect(onlyObject(ended)).toEqual({
    year: 2018,
    budget: 100_000,
    spent: 33_300,
    balance: 66_700,
    rate: 33.3,
    count: 1,
    held: { rows: 0, won: 0 },
    accounts: [{ account: '203-03', budget: 100_000, spent: 33_300, balance: 66_700, rate: 33.3, count: 1 }],
    categories: [{ category: null, spent: 33_300, count: 1 }],
  });
});

test('a year without anything has zeros, and nulls where there is no budget', async () => {
  const ended = await runTerminal('status', ['--year', '1999', '--json'], { folder: temporaryFolder() });

  expect(onlyObject(ended)).toMatchObject({
    year: 1999,
    budget: null,
    spent: 0,
    balance: null,
    rate: null,
    accounts: [],
  });
});

test('without --json it is what Slack shows, in the office’s language', async () => {
  const folder = temporaryFolder();

  const { code, out } = await runTerminal('status', ['--year', '2016'], { folder, env: { OFFICE_LOCALE: 'en' } });

  expect({ code, out }).toEqual({ code: 0, out: 'There are no records and no budget for 2016.\n' });
});

test.each([[['--year', 'abc']], [['--year', '20']], [['--year']], [['2018']], [['--jsn']]])(
  '%j is wrong usage',
  async (args) => {
    expect(await runTerminal('status', args, { folder: temporaryFolder() })).toMatchObject({ code: 2, out: '' });
  },
);
