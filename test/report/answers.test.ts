import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'kordoc';
import { expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/base/db/database.ts';
import { composeAnswer } from '../../src/report/answers/answer.ts';
import { readAsked } from '../../src/report/answers/ask.ts';
import { linesOf } from '../../src/report/changes.ts';
import { addEverySample } from '../../src/samples/index.ts';
import { copyTemplate, newDatabase, registerIn, temporaryFolder } from '../support/database.ts';
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
  ['spending 2016 직원 급여', { refusal: 'elsewhere', department: '인사과' }],
  ['salaries of the staff', { refusal: 'elsewhere', department: '인사과' }],
  ['보수 지급 내역', { refusal: 'elsewhere', department: '인사과' }],
  ['현장방문 2016 보수공사', { topic: 'visits', words: ['보수공사'] }],
  ['공약 채용', { topic: 'pledges', words: ['채용'] }],
  [
    '공약 2016 요구의원 홍길동 요구일 2016-11-01 기준일:10/31',
    { topic: 'pledges', requester: '홍길동', askedOn: '2016-11-01', asOf: '2016-10-31', words: [] },
  ],
  [
    'visits 2016 requester:Hong as-of 2016-10-31',
    { topic: 'visits', requester: 'Hong', asOf: '2016-10-31', words: [] },
  ],
  ['공약 요구일 언젠가', { topic: 'pledges', askedOn: null, words: ['요구일', '언젠가'] }],
  ['오징어', { refusal: 'no_topic' }],
])('a demand is read: %s', (typed, expected) => {
  expect(readAsked(typed, TODAY)).toMatchObject(expected);
});

const NOW = new Date('2026-11-30T03:00:00Z');

async function answered(db: Database, typed: string) {
  const asked = readAsked(typed, TODAY);
  if ('refusal' in asked) throw new Error(asked.refusal);
  const asOf = asked.asOf ?? TODAY;
  const to = { requester: null, askedOn: null, today: TODAY, asOf, organisation: '비서실', timezone: 'Asia/Seoul' };
  const made = await composeAnswer(db, asked, to);
  if ('refusal' in made) throw new Error(made.refusal);
  return { ...made, lines: linesOf(made.document) };
}

test('what people typed is masked in every answer, with the ground below it', async () => {
  const db = await newDatabase(undefined, 'every sample', (db) => addEverySample(db, NOW, '2026-11-30'));
  const title = '민원인 김영순 씨 010-1234-5678 면담';
  const { id } = await db.selectFrom('visit').select('id').where('year', '=', 2016).executeTakeFirstOrThrow();
  await db.updateTable('visit').set({ title }).where('id', '=', id).execute();
  const contact = await db
    .selectFrom('council_contact')
    .select('id')
    .where('held_on', 'like', '2016-%')
    .where('voided_at', 'is', null)
    .executeTakeFirstOrThrow();
  await db.updateTable('council_contact').set({ agenda: title }).where('id', '=', contact.id).execute();
  const demand = await db.selectFrom('followup').select('id').where('audit_year', '=', 2015).executeTakeFirstOrThrow();
  await db.updateTable('followup').set({ title }).where('id', '=', demand.id).execute();

  for (const typed of ['현장방문 2016', '시의회 2016', '후속조치 2015']) {
    const { lines, masked } = await answered(db, typed);
    const words = lines.join('\n');
    expect(words, typed).not.toMatch(/김영순|1234-5678/);
    expect(words, typed).toContain('면담');
    expect(words, typed).toContain(`${masked}곳은 「공공기관의 정보공개에 관한 법률」 제9조제1항제6호`);
    expect(masked, typed).toBeGreaterThanOrEqual(2);
  }
  await db.destroy();
});

test('an answer is as of the day on its cover: pledges, follow-ups and what was published', async () => {
  const db = await newDatabase(undefined, 'every sample', (db) => addEverySample(db, NOW, '2026-11-30'));
  const change = (noun: string, id: number, before: object, after: object) =>
    db
      .insertInto('history')
      .values({
        ...{ noun, record: String(id), at: '2016-11-10T05:00:00.000Z', actor: 'U0OHMANAGE', reason: null },
        ...{ action: 'updated', before: JSON.stringify(before), after: JSON.stringify(after) },
      })
      .execute();
  const pledge = await db
    .selectFrom('pledge')
    .selectAll()
    .where('term', '=', 6)
    .where('status', '=', '정상추진')
    .executeTakeFirstOrThrow();
  await change('pledge', pledge.id, { status: '보류', progress: 7 }, { status: '정상추진', progress: 50 });
  const demand = await db
    .selectFrom('followup')
    .selectAll()
    .where('audit_year', '=', 2015)
    .where('status', '=', 'done')
    .executeTakeFirstOrThrow();
  await change('followup', demand.id, { status: 'in_progress' }, { status: 'done' });
  const row = async (typed: string, title: string) =>
    (await answered(db, typed)).lines.find((line) => line.includes(title.slice(0, 12)));

  expect(await row('공약 기준일 2016-11-09', pledge.title)).toContain('보류 | 7%');
  expect(await row('공약 기준일 2016-11-10', pledge.title)).not.toContain('보류');
  expect(await row('후속조치 2015 기준일 2016-11-09', demand.title)).toContain('추진중');
  expect(await row('후속조치 2015 기준일 2016-11-10', demand.title)).toContain('추진완료');
  const { document } = await answered(db, '공약 2016 요구의원 홍길동 요구일 2016-11-01 기준일 2016-10-31');
  expect(document.cover).toEqual([
    ...['요구의원: 홍길동', '요구일: 2016-11-01', `제출일: ${TODAY}`, '기준일: 2016-10-31', '비서실'],
  ]);
  await db.destroy();
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
});
