import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/database.ts';
import { onlyObject, runTerminal } from '../support/terminal.ts';

const SPAN = ['expenses', '--from', '2018-01-01', '--to', '2018-12-31'];
const CSV = [
  '집행일시,집행장소,집행목적,대상인원,결제방법,집행금액',
  '2018-03-05 12:00,"미진 (중구 을지로 1)","=HYPERLINK(""x"") 간담회",시장 외 4명,카드,"50,000"',
  '2018-03-05 12:00,"미진 (중구 을지로 1)","=HYPERLINK(""x"") 간담회",시장 외 4명,카드,"50,000"',
  '2018-12-31 12:00,다온,"직원, 격려",3명,현금,"-30,000"',
  '2017-12-31 12:00,다온,작년 일,3명,현금,"7,000"',
].join('\r\n');

async function imported(): Promise<string> {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'a.csv'), CSV);
  await runTerminal('import', ['expenses', 'a.csv'], { folder });
  return folder;
}

test.each(['csv', 'xlsx'])('an export (%s) read into an empty database gives the same status', async (format) => {
  const folder = await imported();
  const before = await runTerminal('status', ['--year', '2018', '--json'], { folder });

  const exported = await runTerminal('export', [...SPAN, '--out', `out.${format}`], { folder });
  expect(exported).toMatchObject({ code: 0, out: '' });
  expect(exported.err).toContain('3건을 파일에 썼습니다');
  expect(statSync(path.join(folder, `out.${format}`)).mode & 0o077).toBe(0);
  const again = await runTerminal('import', ['expenses', `out.${format}`, '--json'], {
    folder,
    database: 'other.db',
  });
  expect(onlyObject(again)).toMatchObject({ rows: 3, imported: 3, held: 0 });

  const after = await runTerminal('status', ['--year', '2018', '--json'], { folder, database: 'other.db' });
  expect(onlyObject(after)).toEqual(onlyObject(before));
  const back = await runTerminal('import', ['expenses', `out.${format}`, '--json'], { folder });
  expect(onlyObject(back)).toMatchObject({ rows: 3, imported: 0, duplicates: 3 });
});

test('the file is named after its days unless told', async () => {
  const folder = await imported();

  await runTerminal('export', SPAN, { folder });

  const text = readFileSync(path.join(folder, 'expenses-2018-01-01-2018-12-31.csv'), 'utf8');
  expect(text).toContain("'=HYPERLINK");
  expect(text).not.toContain('작년 일');
});

test.each([
  [['expenses']],
  [['expenses', '--from', '2018-01-01']],
  [['expenses', '--from', '2018-02-30', '--to', '2018-12-31']],
  [['expenses', '--from', '2018-12-31', '--to', '2018-01-01']],
  [[...SPAN, '--format', 'pdf']],
  [['visits', ...SPAN.slice(1)]],
])('%j is wrong usage', async (args) => {
  const folder = temporaryFolder();

  expect(await runTerminal('export', args, { folder })).toMatchObject({ code: 2, out: '' });
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder that is not there is refused in words', async () => {
  const folder = await imported();

  const { code, err } = await runTerminal('export', [...SPAN, '--out', 'no/such/folder/x.csv'], { folder });

  expect(code).toBe(1);
  expect(err).toContain('no/such/folder/x.csv');
  expect(err).not.toMatch(/\n\s+at /);
});
