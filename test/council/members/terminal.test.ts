import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/database.ts';
import { onlyObject, runTerminal } from '../../support/terminal.ts';

async function importing(folder: string, noun: string, name: string, ...more: string[]) {
  const ended = await runTerminal('import', [noun, name, '--json', ...more], { folder });
  return { code: ended.code, report: onlyObject(ended) };
}

test('members are taken in from a terminal, once', async () => {
  const folder = temporaryFolder();
  writeFileSync(
    path.join(folder, 'members.csv'),
    'name,party,gu,constituency\n윤가람,새길당,종로구,종로구제1선거구\n,새길당,중구,\n',
  );
  const problem = { line: 3, field: 'name', code: 'name_missing' };
  const dry = await importing(folder, 'members', 'members.csv', '--dry-run');
  expect(dry).toMatchObject({ code: 0, report: { rows: 2, imported: 1, duplicates: 0, held: 1, problems: [problem] } });
  const first = await importing(folder, 'members', 'members.csv');
  expect(first).toMatchObject({ report: { rows: 2, imported: 1, duplicates: 0, held: 1 } });
  const second = await importing(folder, 'members', 'members.csv');
  expect(second).toMatchObject({ report: { rows: 2, imported: 0, duplicates: 1, held: 1 } });
});

test('an audit’s demands are taken in from a terminal, with the year of the file’s name', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, '2015-audit.csv'), '구분,요구사항\n건의사항,하나\n,둘\n');
  expect(await importing(folder, 'followups', '2015-audit.csv')).toMatchObject({
    code: 0,
    report: { rows: 2, imported: 2, duplicates: 0, held: 0, problems: [] },
  });
  expect(await importing(folder, 'followups', 'missing.csv')).toMatchObject({ code: 1 });
});
