import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/database.ts';
import { onlyObject, runTerminal } from '../support/terminal.ts';

const CSV = [
  '집행일시,집행장소,집행목적,대상인원,결제방법,집행금액',
  '2018-03-05 12:00,미진,조례 개정 간담회,4명,카드,"50,000"',
  '2018-03-06 12:00,다온,직원 격려,3명,카드,"30,000"',
  '2018-03-07 12:00,다온,직원 격려,3명,카드,얼마였지',
].join('\n');

function folderWith(files: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

test('an import says what became of every row, and the second one adds nothing', async () => {
  const folder = folderWith({ 'a.csv': CSV });

  const first = await runTerminal('import', ['expenses', 'a.csv', '--json'], { folder });
  expect(first).toMatchObject({ code: 0, err: '' });
  const report = onlyObject(first);
  expect(report).toMatchObject({ rows: 3, imported: 2, duplicates: 0, held: 1 });
  expect(report.problems).toEqual([
    { file: 'a.csv', line: 4, field: '집행금액', code: 'amount_unreadable', message: expect.stringMatching(/./) },
  ]);
  const second = onlyObject(await runTerminal('import', ['expenses', 'a.csv', '--json'], { folder }));
  expect(second).toMatchObject({ rows: 3, imported: 0, duplicates: 3, held: 0, problems: [] });
});

test('a rehearsal of budgets tells what is new from what is known, and that it was one', async () => {
  const folder = folderWith({ 'b.csv': '연도,과목,예산액\n2018,시책추진,"1,000"' });
  const rehearse = (...how: string[]) => runTerminal('import', ['budgets', 'b.csv', '--dry-run', ...how], { folder });

  expect((await rehearse()).out).toContain('시험 실행이라');
  await runTerminal('import', ['budgets', 'b.csv'], { folder });
  expect(onlyObject(await rehearse('--json'))).toMatchObject({ rows: 1, imported: 0, duplicates: 1 });
});

test('a rehearsal counts and leaves nothing', async () => {
  const folder = folderWith({ 'a.csv': CSV, 'b.csv': '연도,과목,예산액\n2018,시책추진,"1,000"' });

  const rehearsed = await runTerminal('import', ['expenses', 'a.csv', '--dry-run', '--json'], { folder });
  expect(onlyObject(rehearsed)).toMatchObject({ rows: 3, imported: 2, held: 1 });
  const budgets = await runTerminal('import', ['budgets', 'b.csv', '--dry-run', '--json'], { folder });
  expect(onlyObject(budgets)).toMatchObject({ rows: 1, imported: 1 });

  const status = await runTerminal('status', ['--year', '2018', '--json'], { folder });
  expect(onlyObject(status)).toMatchObject({ spent: 0, count: 0, budget: null, held: { rows: 0, won: 0 } });
});

test('of several files the refused ones are named and the others taken', async () => {
  const folder = folderWith({ 'a.csv': CSV, 'page.csv': '<!DOCTYPE html><html></html>' });

  const ended = await runTerminal('import', ['expenses', 'none.csv', 'page.csv', 'a.csv', '--json'], { folder });

  expect(ended.code).toBe(1);
  expect(onlyObject(ended)).toMatchObject({
    imported: 2,
    problems: [
      { file: 'none.csv', line: null, field: null, code: 'not_found' },
      { file: 'page.csv', line: null, field: null, code: 'html' },
      { file: 'a.csv', line: 4 },
    ],
  });
});

test('a budget file with one line that can’t be read is refused whole', async () => {
  const folder = folderWith({ 'b.csv': '연도,과목,예산액\n2018,시책추진,"1,000"\n2018,기관운영,몰라' });

  const ended = await runTerminal('import', ['budgets', 'b.csv', '--json'], { folder });

  expect(ended.code).toBe(1);
  const { rows, imported, duplicates, held } = onlyObject(ended) as Record<string, number>;
  expect({ rows, imported }).toEqual({ rows: 2, imported: 0 });
  expect(rows).toBe(Number(imported) + Number(duplicates) + Number(held));
});

test.each([[[]], [['expenses']], [['money', 'a.csv']], [['constructor', 'a.csv']], [['expenses', 'a.csv', '--fast']]])(
  '%j is wrong usage, and nothing is opened',
  async (args) => {
    const folder = folderWith({ 'a.csv': CSV });

    const { code, out, err } = await runTerminal('import', args, { folder });

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('사용법');
    expect(existsSync(path.join(folder, 'office.db'))).toBe(false);
  },
);

test('a file that is no database is refused in words', async () => {
  const folder = folderWith({ 'a.csv': CSV, 'office.db': '이것은 데이터베이스가 아닙니다. '.repeat(100) });

  const { code, out, err } = await runTerminal('import', ['expenses', 'a.csv', '--json'], { folder });

  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('이 앱의 데이터베이스가 아닙니다');
  expect(err).not.toMatch(/\n\s+at /);
});

test('without --json it says the same in sentences', async () => {
  const folder = folderWith({ 'a.csv': CSV });

  const { out } = await runTerminal('import', ['expenses', 'a.csv'], { folder, env: { OFFICE_LOCALE: 'en' } });

  expect(out).toContain('a.csv: 3 rows were read.');
  expect(out).toContain('2 new · 0 known before · 1 held');
  expect(out).toContain('a.csv:4 The amount can’t be read.');
});

test('with --json it names the first lines that may be spends which were there before', async () => {
  const folder = folderWith({ 'a.csv': CSV, 'b.csv': CSV.replaceAll('간담회', '업무 협의 오찬') });
  await runTerminal('import', ['expenses', 'a.csv'], { folder });

  const second = onlyObject(await runTerminal('import', ['expenses', 'b.csv', '--json'], { folder }));

  expect(second).toMatchObject({ flags: { correction: 1 } });
  expect(second.flagged).toContainEqual({ file: 'b.csv', flag: 'correction', lines: [2] });
});

test('an import says its number and what it noticed, and is undone by that number, once', async () => {
  const twice = CSV.replace('다온,직원 격려,3명,카드,얼마였지', '미진,간담회,4명,상품권,0');
  const folder = folderWith({ 'a.csv': `${twice}\n${twice.split('\n')[1]}` });
  const first = onlyObject(await runTerminal('import', ['expenses', 'a.csv', '--json'], { folder }));
  expect(first).toMatchObject({ imported: 3, held: 1, flags: { twice_in_file: 1, zero: 1 } });
  expect(first.flagged).toContainEqual({ file: 'a.csv', flag: 'twice_in_file', lines: [5] });

  const undo = () => runTerminal('import', ['--undo', String(first.import), '--json'], { folder });
  const undone = await undo();
  expect(undone.code).toBe(0);
  expect(onlyObject(undone)).toMatchObject({ undone: 3, won: 130_000, held: 1, kept: [] });
  expect((await undo()).code).toBe(1);
  const status = onlyObject(await runTerminal('status', ['--year', '2018', '--json'], { folder }));
  expect(status).toMatchObject({ spent: 0, count: 0, held: { rows: 0 } });
});
