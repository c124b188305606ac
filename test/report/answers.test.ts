import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'kordoc';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/base/db/database.ts';
import { readAsked } from '../../src/report/answers/ask.ts';
import { addEverySample } from '../../src/samples/index.ts';
import { copyTemplate, registerIn, temporaryFolder } from '../support/database.ts';
import { onlyObject, runTerminal } from '../support/terminal.ts';

const TODAY = '2016-11-20';

test.each([
  ['업무추진비 2014~2016', { topic: 'spending', period: { from: '2014-01-01', to: '2016-12-31' }, words: [] }],
  [
    '업무추진비 시책추진 2015',
    { topic: 'spending', account: '203-03', period: { from: '2015-01-01', to: '2015-12-31' } },
  ],
  [
    '업무추진비 2015-10-29 구내식당',
    { topic: 'spending', period: { from: '2015-10-29', to: '2015-10-29' }, words: ['구내식당'] },
  ],
  ['F13 행사참여 강북구', { topic: 'visits', followupId: 13, words: ['강북구'], period: null }],
  ['공약', { topic: 'pledges' }],
  ['시장실 직원 및 급여 내역', { refusal: 'elsewhere', department: '인사과' }],
  ['직원 명단', { refusal: 'elsewhere', department: '인사과' }],
  ['오징어', { refusal: 'no_topic' }],
])('a demand is read: %s', (typed, expected) => {
  expect(readAsked(typed, TODAY)).toMatchObject(expected);
});

test('demands are answered from the records, masked with the ground, and written where they are kept', async () => {
  const folder = temporaryFolder();
  const file = await registerIn(folder);
  await copyTemplate(file, 'every sample', (db) => addEverySample(db, new Date('2026-11-30T03:00:00Z'), '2026-11-30'));
  const rows = [
    '집행일시,집행장소,집행목적,참석자,결제방법,금액(원),예산과목',
    '2017-03-05 12:00,한빛식당,간담회,총무과 박민수 주무관 외 3명,카드,"33,300",시책추진',
  ];
  writeFileSync(path.join(folder, 'a.csv'), rows.join('\n'));
  await runTerminal('import', ['expenses', 'a.csv'], { folder });
  let db = await openDatabase(file);
  const { id } = await db
    .selectFrom('followup')
    .select('id')
    .where('title', 'like', '시장공약사항%')
    .executeTakeFirstOrThrow();
  await db.updateTable('followup').set({ status: 'under_review', answer: null }).where('id', '=', id).execute();
  await db.destroy();

  const spending = await runTerminal('answer', ['업무추진비', '2017', '--requester', '홍의원', '--json'], { folder });
  expect(onlyObject(spending)).toMatchObject({ topic: 'spending', rows: 1, masked: 1, undecided: 0, handedIn: false });
  const read = await parse(new Uint8Array(readFileSync(path.join(folder, 'answer-spending.hwpx'))).buffer);
  const words = read.success ? read.markdown : '';
  expect(words).not.toContain('박민수');
  for (const said of ['요구의원: 홍의원', '기준일', '33,300', '제9조제1항제6호']) expect(words).toContain(said);

  const pledges = await runTerminal(
    'answer',
    ['공약', '2016', `F${id}`, '--hand-in', '--json', '--as-of', '2016-10-31'],
    { folder },
  );
  expect(onlyObject(pledges)).toMatchObject({ topic: 'pledges', rows: 256, followup: `F${id}`, handedIn: true });
  db = await openDatabase(file);
  const settled = await db.selectFrom('followup').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  await db.destroy();
  expect(settled).toMatchObject({ status: 'done', answer: '자료 제출 완료: 공약 추진실적 2016년' });

  for (const topic of ['현장방문 2016 강북구', '시의회 2016', '후속조치', '공개']) {
    expect((await runTerminal('answer', [topic, '--format', 'docx'], { folder })).code, topic).toBe(0);
  }
  const refused = await runTerminal('answer', ['시장실 직원 및 급여 내역'], { folder });
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('인사과')]);
  expect((await runTerminal('answer', ['공약', 'F99999'], { folder })).code).toBe(1);
}, 60_000);
