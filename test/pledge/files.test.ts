import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Database } from '../../src/base/db/database.ts';
import { xlsxBytes } from '../../src/pledge/export.ts';
import { openPledges } from '../../src/pledge/files.ts';
import { takePledges } from '../../src/pledge/intake.ts';
import { readMoney } from '../../src/pledge/money.ts';
import { applyUpdate, findPledges } from '../../src/pledge/store.ts';
import { insertPledgeSamples } from '../../src/samples/pledge.ts';
import { newDatabase } from '../support/database.ts';
import { NOW } from '../support/office.ts';
import { bytesOf, LIST, NAME, takeIn } from './given.ts';

const BY = { actor: 'U1', at: NOW };

async function emptyDatabase(): Promise<Database> {
  const db = await newDatabase();
  onTestFinished(() => db.destroy());
  return db;
}

test.each([
  ['12,595백만원', '', 12_595_000_000, false],
  ['3,157,626백만원', '', 3_157_626_000_000, false],
  ['352백만원', '', 352_000_000, false],
  ['352 백만원', '', 352_000_000, false],
  ['12,595', '백만원', 12_595_000_000, false],
  ['12595000000', '', 12_595_000_000, false],
  ['85억원', '', 8_500_000_000, false],
  ['6.382백만원', '', 6_382_000, true],
  ['156백원', '', 15_600, true],
] as const)('%s in a column of %s is %i won', (cell, unit, won, odd) => {
  expect(readMoney(cell, unit)).toEqual({ won, odd, nonBudget: false, unread: false });
});

test.each(['비예산 사업', '비예산사업', '비예산'])('%s costs nothing', (cell) => {
  expect(readMoney(cell, '')).toMatchObject({ won: null, nonBudget: true });
});

test.each(['', '-', ' - '])('“%s” says nothing about money', (cell) => {
  expect(readMoney(cell, '백만원')).toEqual({ won: null, nonBudget: false, odd: false, unread: false });
});

test('any whole number of millions is read to the won', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900_000_000 }), (millions) => {
      const cell = `${new Intl.NumberFormat('en-US').format(millions)}백만원`;
      expect(readMoney(cell, '').won).toBe(millions * 1_000_000);
    }),
  );
});

describe('a list of pledges', () => {
  test('is taken in whole: codes that are missing or stand twice stay apart', async () => {
    const db = await emptyDatabase();
    const intake = await takeIn(db);

    expect(intake).toMatchObject({ rows: 8, added: 8, changed: 0, same: 0 });
    const pledges = await findPledges(db);
    expect(pledges.map((pledge) => pledge.code)).toEqual([
      '1-1-1',
      '1-1-2',
      '1-2-1',
      '9-1-1',
      '9-1-1',
      '혁신-12',
      null,
      null,
    ]);
    expect(pledges.map((pledge) => pledge.type)).toEqual([...Array(5).fill('정책'), '혁신', '시민', '시민']);
    expect(pledges[0]).toMatchObject({ term: 6, field: '1', budget: 12_595_000_000, spent: 11_520_000_000 });
    expect(pledges[0]?.goal).toBe('○ 골목안전등 100곳\n- 어두운 길부터');
    expect(pledges[1]?.title).toBe('‘골든타임 목표제’ 실행');
    expect(pledges[6]).toMatchObject({ status: null, flags: ['code_missing', 'status_missing'] });
  });

  test('read again changes nothing, also after people have changed pledges', async () => {
    const db = await emptyDatabase();
    await takeIn(db);
    const [first] = await findPledges(db);
    if (!first) throw new Error('no pledge');
    const update = { status: '완료' as const, progress: 100, source: '문서 1호', note: null };
    await applyUpdate(db, first, update, { ...BY, action: 'updated', files: [] });

    expect(await takeIn(db)).toMatchObject({ added: 0, changed: 0, same: 8 });
    expect((await findPledges(db))[0]).toMatchObject({ status: '완료', progress: 100 });
  });

  test('with changes updates what changed, and says what', async () => {
    const db = await emptyDatabase();
    await takeIn(db);
    const later = LIST.replace('안심주택 공급,일부추진', '안심주택 8만호 공급,정상추진').replace(
      '352백만원',
      '400백만원',
    );

    const intake = await takeIn(db, later);

    expect(intake).toMatchObject({ added: 0, changed: 2, same: 6 });
    const differences = intake.plan.rows.flatMap((planned) => planned.differences);
    expect(differences).toEqual([
      { field: 'spent', before: 352_000_000, after: 400_000_000 },
      { field: 'title', before: '안심주택 공급', after: '안심주택 8만호 공급' },
      { field: 'status', before: '일부추진', after: '정상추진' },
    ]);
    expect(await findPledges(db)).toHaveLength(8);
    const history = await db.selectFrom('history').selectAll().where('action', '=', 'reimported').execute();
    expect(history).toHaveLength(2);
    expect(history.every((entry) => entry.after?.includes(`"evidence":"${NAME}:`))).toBe(true);
  });

  test('that takes a completed pledge back leaves a step back that stays visible', async () => {
    const db = await emptyDatabase();
    await takeIn(db);
    await takeIn(db, LIST.replace('실행,완료', '실행,정상추진'));
    const back = await db.selectFrom('history').selectAll().where('action', '=', 'stepped_back').execute();
    expect(back).toHaveLength(1);
  });

  test('in another order, with one row gone and one new, merges nothing', async () => {
    const db = await emptyDatabase();
    await takeIn(db);
    const [head = '', ...rows] = LIST.split(/\n(?=\d)/);
    const turned = [head, ...rows.slice(1).reverse(), '9,2-1-1,새 공약,정상추진,,,,,,'].join('\n');

    const intake = await takeIn(db, `${turned}\n`);

    expect(intake).toMatchObject({ rows: 8, added: 1, changed: 0, same: 7 });
    expect(intake.plan.absent.map((pledge) => pledge.code)).toEqual(['1-1-1']);
    expect(await findPledges(db)).toHaveLength(9);
  });

  test('of another term lives beside it, code by code', async () => {
    const db = await emptyDatabase();
    await takeIn(db);
    expect(await takeIn(db, LIST, '민선7기 공약.csv')).toMatchObject({ added: 8, changed: 0 });
    const pledges = await findPledges(db);
    expect(pledges.filter((pledge) => pledge.code === '1-1-1').map((it) => [it.term, it.codeShared])).toEqual([
      [7, false],
      [6, false],
    ]);
    expect(await takeIn(db)).toMatchObject({ added: 0, changed: 0, same: 8 });
  });

  test('only looked at leaves no trace', async () => {
    const db = await emptyDatabase();
    const file = await openPledges(bytesOf(LIST), NAME, null);
    if ('refusal' in file) throw new Error(file.refusal);
    expect(await takePledges(db, file, { ...BY, fileName: NAME, dryRun: true })).toMatchObject({ added: 8 });
    expect(await findPledges(db)).toEqual([]);
  });

  test('takes the samples of its term out of the counts', async () => {
    const db = await emptyDatabase();
    await insertPledgeSamples(db, NOW);
    expect((await takeIn(db)).plan.samples).toHaveLength(256);
    expect(await findPledges(db)).toHaveLength(8);
  });

  test('goes out as XLSX and comes back as it was', async () => {
    const db = await emptyDatabase();
    await takeIn(db);
    const pieces: Uint8Array[] = [];
    for await (const piece of xlsxBytes(await findPledges(db))) pieces.push(piece);

    const file = await openPledges(Buffer.concat(pieces), 'export.xlsx', null);

    if ('refusal' in file) throw new Error(file.refusal);
    expect(await takePledges(db, file, { ...BY, fileName: 'export.xlsx' })).toMatchObject({
      rows: 8,
      changed: 0,
      same: 8,
    });
  });

  test.each([
    ['no term', LIST, 'list.csv', 'no_term'],
    ['no heading', '가,나,다\n1,2,3\n', NAME, 'no_pledge_heading'],
    ['nothing', '', NAME, 'empty'],
  ])('with %s is refused', async (_what, text, name, refusal) => {
    const bytes = text === '' ? new Uint8Array() : bytesOf(text);
    expect(await openPledges(bytes, name, null)).toEqual({ refusal });
  });

  test('whatever stands in its cells, every row that says something is one pledge', async () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => `"${text.replaceAll('"', '""').replaceAll('\0', '')}"`);
    const row = fc.tuple(cell, cell, cell, cell).map((cells) => cells.join(','));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        const text = [
          '공약코드,공약명,추진상황,총사업비',
          ...rows.map((it, i) => it.replace(/^("[^"]*"),"/, `$1,"공약${i} `)),
        ];
        const file = await openPledges(bytesOf(`${text.join('\r\n')}\r\n`), NAME, null);
        if (!('refusal' in file)) expect(file.rows).toHaveLength(rows.length);
      }),
      { numRuns: 50 },
    );
  });
});
