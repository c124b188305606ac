import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/database.ts';
import { onlyObject, runTerminal } from '../support/terminal.ts';
import { LIST } from './given.ts';

function folderWith(text: string, name = '공약 2014-2018.csv'): { folder: string; file: string } {
  const folder = temporaryFolder();
  const file = path.join(folder, name);
  writeFileSync(file, `\ufeff${text}`);
  return { folder, file };
}

test('the terminal takes a list in once, notes what is odd, and shows differences before it changes anything', async () => {
  const { folder, file } = folderWith(LIST);

  const first = await runTerminal('import', ['pledges', file, '--json'], { folder });
  expect(first.code).toBe(0);
  expect(onlyObject(first)).toMatchObject({ rows: 8, imported: 8, duplicates: 0, held: 0 });
  const codes = (onlyObject(first).problems as { line: number; code: string }[]).map(({ line, code }) => [line, code]);
  expect(codes).toEqual([
    [6, 'code_twice'],
    [7, 'spent_odd'],
    [7, 'code_twice'],
    [9, 'code_missing'],
    [9, 'status_missing'],
    [10, 'code_missing'],
  ]);
  const again = await runTerminal('import', ['pledges', file, '--json'], { folder });
  expect(onlyObject(again)).toMatchObject({ rows: 8, imported: 0, duplicates: 8, problems: [] });

  writeFileSync(file, LIST.replace('안심주택 공급,일부추진', '안심주택 공급,정상추진'));
  const looked = await runTerminal('import', ['pledges', file, '--dry-run'], { folder });
  expect(looked.out).toContain('9-1-1 안심주택 공급 · 추진상황: 일부추진 → 정상추진');
  expect(looked.out).toContain('새로 0건 · 바뀜 1건 · 그대로 7건');
  const taken = await runTerminal('import', ['pledges', file, '--json'], { folder });
  expect(onlyObject(taken)).toMatchObject({ imported: 1, duplicates: 7 });
});

test('a file that does not say its term is refused in words', async () => {
  const { folder, file } = folderWith(LIST, '목록.csv');
  const ended = await runTerminal('import', ['pledges', file, '--json'], { folder });
  expect(ended.code).toBe(1);
  expect(onlyObject(ended)).toMatchObject({ rows: 0, problems: [{ code: 'no_term', line: null }] });
});
