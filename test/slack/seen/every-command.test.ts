import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { isAddress } from '../../../src/base/db/address.ts';
import type { Seen } from '../../../src/vocabulary/seen.ts';
import { temporaryFolder } from '../../support/database.ts';
import { ADMINISTRATOR, type Office, startOffice } from '../../support/office.ts';
import { biseoHere } from '../../support/terminal.ts';

/** Words that stand nowhere but in what is of people; nobody here types them. */
const PLANTED: { word: string; kind: Seen }[] = [
  { word: '표지인', kind: 'attendees' },
  { word: '표식당직원', kind: 'attendees' },
  { word: '표의원', kind: 'members' },
  { word: '표식한답변', kind: 'audit_answers' },
];

const FILES: Record<string, [noun: string, csv: string]> = {
  'a.csv': [
    'expenses',
    [
      '집행일시,집행장소,집행목적,참석자,결제방법,집행금액,예산과목',
      '2018-03-05 12:00,미진,조례 개정 간담회,표지인 과장 외 3명,카드,"50,000",시책추진',
      '2018-03-06 12:00,다온,직원 격려,표식당직원 등 3명,카드,얼마였지,시책추진',
    ].join('\n'),
  ],
  'm.csv': [
    'members',
    '이름,정당,자치구,선거구,상임위원회,직위,대수\n표의원,표당,중구,제1선거구,행정자치위원회,의장,10',
  ],
  '2015.csv': [
    'followups',
    '감사연도,구분,요구사항,요구의원,부서,추진상황,조치결과,답변\n2015,시정,주차장 안전,김의원,주차과,추진완료,표식한답변입니다,표식한답변입니다',
  ],
};

async function plant(office: Office): Promise<void> {
  const folder = temporaryFolder();
  const env: Record<string, string> = isAddress(office.file)
    ? { DATABASE_URL: office.file }
    : { DATABASE_FILE: office.file };
  for (const [name, [noun, csv]] of Object.entries(FILES)) {
    const file = path.join(folder, name);
    writeFileSync(file, csv);
    const { code, err, out } = await biseoHere(['import', noun, file], env);
    expect([code, err, out][0], `${err}${out}`).toBe(0);
  }
  await office.db.updateTable('followup').set({ answer: '표식한답변입니다' }).execute();
}

const ASKED = [
  '',
  'E1',
  'F1',
  '표의',
  '2018',
  '2018-03',
  '2015',
  '2015 csv',
  '2018 csv',
  '목록 2018',
  '업무추진비 2018',
];
/** What would only change something, or goes through all the records of years. */
const NOT_PRESSED = /void|undo|discard|drop|release|remove|delete|_page|import|home/;

type Look = { what: string; since: number };

async function unrecorded({ slack, db }: Office, { what, since }: Look, from: number): Promise<string[]> {
  await slack.settled();
  const shown = JSON.stringify(
    slack
      .traffic()

      .filter(({ id, kind }) => id > from && kind !== 'views.update') // a form is drawn on after the press that opened it

      .filter((it) => it.direction === 'out' || it.kind === 'response_url'),
  );
  const rows = await db.selectFrom('access_record').select('kind').where('id', '>', since).execute();
  return PLANTED.filter(
    ({ word, kind }) => shown.includes(word) && !rows.some((row) => row.kind === kind || row.kind === 'access_records'),
  ).map(({ word }) => `${what} shows ${word}`);
}

const lastId = async ({ db }: Office): Promise<number> => {
  const { id } = await db
    .selectFrom('access_record')
    .select((row) => row.fn.max('id').as('id'))
    .executeTakeFirstOrThrow();
  return Number(id ?? 0);
};

test('no command, button or question shows anything of people without an access record', async () => {
  const office = await startOffice();
  await plant(office);
  const person = office.slack.as(ADMINISTRATOR);
  const found: string[] = [];
  const pressed = new Set<string>();
  let shown = 0;

  const look = async (what: string, act: () => Promise<unknown>) => {
    const from = office.slack.traffic().at(-1)?.id ?? 0;
    const since = await lastId(office);
    await act();
    found.push(...(await unrecorded(office, { what, since }, from)));
    if ((await lastId(office)) > since) shown++;
    while (person.view()) await person.close({ all: true });
  };

  for (const { slash, subs = [] } of commands) {
    const [, name] = slash ?? [];
    if (!name) continue;
    const lines = [
      '',
      'E1',
      'F1',
      '표의',
      ...subs.flatMap(({ words }) =>
        ASKED.map((asked) => `${words.find((word) => /[가-힣]/.test(word)) ?? words[0]} ${asked}`.trim()),
      ),
    ];
    for (const line of new Set(lines)) {
      await look(`${name} ${line}`, () => person.type(name, line));
      const answer = person.lastAnswer();
      for (const { action_id, type } of buttonsOf(answer?.blocks)) {
        if (type !== 'button' || pressed.has(action_id) || NOT_PRESSED.test(action_id) || !answer) continue;
        pressed.add(action_id);
        await look(`${action_id} of ${name} ${line}`, async () => {
          try {
            await person.press(action_id, { in: answer });
          } catch (error) {
            gone(error);
          }
        });
      }
    }
  }
  await look('Home', () => person.openHome());
  for (const question of ['2018년 3월 집행 보여줘', '중구 의원 누구', '2015년 감사 요구사항', '표지 들어간 집행'])
    await look(question, () => person.dm(question));

  expect(found).toEqual([]);
  expect(shown).toBeGreaterThan(40);
});

type Element = { action_id: string; type: string };
const buttonsOf = (blocks: unknown): Element[] =>
  JSON.stringify(blocks ?? [])
    .match(/"action_id":"[^"]+"/g)
    ?.map((it) => ({ action_id: it.slice(13, -1), type: 'button' })) ?? [];

/** Another button of that message was pressed before, which took its place. */
const gone = (error: unknown): void => {
  if (!(error instanceof Error && error.message.startsWith('Nothing to press'))) throw error;
};
