import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'kordoc';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/base/db/database.ts';
import { addEverySample } from '../../../src/samples/index.ts';
import { putBudgets } from '../../../src/spending/budget/store.ts';
import { textFor } from '../../../src/text/index.ts';
import { findPut } from '../../../src/time/digest/store.ts';
import { copyTemplate, newDatabase, registerIn, temporaryFolder } from '../../support/database.ts';
import { runTerminal } from '../../support/terminal.ts';

const by = { actor: 'test', at: new Date('2016-10-01T00:00:00Z'), origin: 'person' as const };

async function officeFolder(): Promise<string> {
  const folder = temporaryFolder();
  const db = await newDatabase(await registerIn(folder));
  await putBudgets(db, [{ year: 2016, account: '203-01', won: 277_200_000 }], by);
  await db.destroy();
  return folder;
}

const run = (folder: string, args: readonly string[], env: Record<string, string> = {}) =>
  runTerminal('digest', args, { folder, env });

test('an operator prints a week, with its picture, and nothing is sent', async () => {
  const folder = await officeFolder();
  const picture = path.join(folder, 'week.png');

  const printed = await run(folder, ['--week', '2016-W43', '--dry-run', '--picture', picture], {
    OFFICE_CHANNEL: 'C0OFFICE01',
  });
  const json = await run(folder, ['--week', '2016-W43', '--dry-run', '--json']);

  expect([printed.code, json.code]).toEqual([0, 0]);
  expect(printed.out).toContain('2016년 제43주 주간 요약');
  expect(printed.out).toContain('277,200');
  expect(readFileSync(picture).subarray(1, 4).toString()).toBe('PNG');
  expect(JSON.parse(json.out)).toMatchObject({ week: { name: '2016-W43' }, asOf: '2016-10-24' });
  const db = await openDatabase(await registerIn(folder));
  expect(await findPut(db, 'digest:2016-W43')).toBeNull();
  await db.destroy();
});

test.each(['ko', 'en'])(
  'a week is written as a document in each format, and nothing is posted (%s)',
  async (OFFICE_LOCALE) => {
    const folder = temporaryFolder();
    await copyTemplate(await registerIn(folder), 'every sample', (db) =>
      addEverySample(db, new Date('2026-11-30T03:00:00Z'), '2026-11-30'),
    );
    const env = { OFFICE_CHANNEL: 'C0OFFICE01', OFFICE_LOCALE };
    for (const format of ['hwpx', 'docx', 'pdf'])
      expect(await run(folder, ['--week', '2016-W43', '--format', format], env)).toMatchObject({ code: 0 });
    expect((await run(folder, ['--week', '2016-W43', '--out', 'week.hwpx'], env)).code).toBe(0);
    const bytes = (name: string) => readFileSync(path.join(folder, name));
    expect(bytes('week.hwpx')).toEqual(bytes('digest-2016-W43.hwpx'));
    expect(bytes('digest-2016-W43.pdf').subarray(0, 5).toString()).toBe('%PDF-');

    const { digest } = textFor(OFFICE_LOCALE as 'ko');
    for (const name of ['week.hwpx', 'digest-2016-W43.docx']) {
      const read = await parse(new Uint8Array(bytes(name)).buffer);
      const words = read.success ? read.markdown : '';
      for (const part of Object.values(digest.parts))
        if (part !== digest.parts.followups) expect(words).toContain(part);
      for (const said of ['덴마크 총리 접견', '277,200', '창업지원센터']) expect(words, name).toContain(said);
      expect(words).not.toContain('/현장');
    }
    const db = await openDatabase(await registerIn(folder));
    expect(await findPut(db, 'digest:2016-W43')).toBeNull();
    await db.destroy();

    const wrong = [
      ['--format', 'hwp'],
      ['--out', 'week.txt'],
      ['--out', 'week.pdf', '--format', 'docx'],
    ];
    for (const args of wrong) expect((await run(folder, args, env)).code).toBe(2);
    expect((await run(temporaryFolder(), ['--format', 'hwpx'], env)).code, 'nothing to tell').toBe(1);
  },
  60_000,
);

test('without --dry-run the app is left to post it, once', async () => {
  const folder = await officeFolder();
  const channel = { OFFICE_CHANNEL: 'C0OFFICE01' };

  expect((await run(folder, ['--week', '2016-W43'])).code).toBe(1); // there is no channel
  expect((await run(folder, ['--week', '2016-W43'], channel)).code).toBe(0);
  expect((await run(folder, ['--week', '2016-W43'], channel)).code).toBe(1);

  const db = await openDatabase(await registerIn(folder));
  expect(await findPut(db, 'digest:2016-W43')).toMatchObject({ isSent: false });
  await db.destroy();
});

test('what is no week is wrong usage', async () => {
  const folder = temporaryFolder();

  expect((await run(folder, ['--week', '김서연'])).code).toBe(2);
  expect((await run(folder, ['--weak'])).code).toBe(2);
  expect(existsSync(path.join(folder, 'office.db'))).toBe(false);
});
