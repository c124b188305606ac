import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webApi } from '@slack/bolt';
import { expect, onTestFinished, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import type { Deps } from '../../../src/base/deps.ts';
import { createLog } from '../../../src/base/log.ts';
import { todayIn } from '../../../src/korean/days.ts';
import { findPerson } from '../../../src/people/store.ts';
import { addEverySample } from '../../../src/samples/index.ts';
import { type Turn, turnOf } from '../../../src/slack/turn.ts';
import { textFor } from '../../../src/text/index.ts';
import type { Seen } from '../../../src/vocabulary/seen.ts';
import { newDatabase } from '../../support/database.ts';
import { ADMINISTRATOR } from '../../support/office.ts';

const NOW = new Date('2026-11-30T03:00:00Z');

/** Words that stand nowhere but in what is of people. */
const PLANTED: { word: string; kind: Seen }[] = [
  { word: '표지인', kind: 'attendees' },
  { word: '표당', kind: 'members' },
  { word: '표식한답변', kind: 'audit_answers' },
];

/** What buttons carry: a record's name or number, a page of a list, a period, what was typed. */
const CARRIED = [
  ...[
    '',
    '1',
    '2',
    '5',
    'E1',
    'E2',
    'F1',
    'F2',
    'V1',
    'C1',
    'B1',
    'P1',
    '#1',
    '2016',
    '2016-10',
    '2016-Q4',
    '2016-W43',
  ],
  ...[
    '{"query":"","offset":0}',
    '{"query":"2016","offset":0}',
    '{"query":"2015","offset":0}',
    '{"query":"1","offset":0}',
  ],
  ...['2015년 감사 요구사항', '{"id":1}', '{"expenseId":1}', '{"year":2016}', '{"period":"2016-10"}'],
];

/** What is typed into a field that is searched: nothing, a beginning, somebody's name, what a party is called. */
const TYPED = ['', '김', '강남', '표', '표당', '표당이', '표당 강남'];

/** A spend and a visit beside which others stand. */
const FILLED = Object.fromEntries(
  Object.entries({ spent_on: '2016-10-05', date: '2016-10-05', amount: '85000', place: '미진', purpose: '간담회' }).map(
    ([field, value]) => [field, { value: /_on|date/.test(field) ? { selected_date: value } : { value } }],
  ),
);
const ALL = new Set(['spent_on', 'amount', 'place', 'purpose', 'attendees', 'headcount', 'account', 'activity']);

/** A Slack that takes everything, and keeps what it was told. */
async function slackThatTakesAll(): Promise<{ client: webApi.WebClient; told: () => string }> {
  let told = '';
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      told += request.headers['content-type']?.includes('urlencoded') ? decodeURIComponent(body) : body;
      const { port } = server.address() as AddressInfo;
      const upload = { upload_url: `http://127.0.0.1:${port}/upload`, file_id: 'F1', files: [] };
      const answer = { ok: true, ts: '1.1', channel: { id: 'D1' }, view: { id: 'V1', hash: '1.a' }, ...upload };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => new Promise<void>((closed) => server.close(() => closed())));
  const slackApiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  return {
    client: new webApi.WebClient('xoxb-test', { slackApiUrl, logLevel: webApi.LogLevel.ERROR }),
    told: () => told,
  };
}

async function office() {
  const db = await newDatabase(undefined, 'samples, every press', (it) =>
    addEverySample(it, NOW, todayIn('Asia/Seoul', NOW)),
  );
  onTestFinished(() => db.destroy());
  await db.updateTable('expense').set({ attendees: '표지인 과장 외 3명' }).execute();
  await db.updateTable('council_member').set({ party: '표당' }).execute();
  await db.updateTable('followup').set({ answer: '표식한답변입니다', audit_year: 2015 }).where('id', '<=', 3).execute();
  const person = await findPerson(db, ADMINISTRATOR);
  if (!person) throw new Error('The samples have no administrator.');
  const { client, told } = await slackThatTakesAll();
  const deps: Deps = {
    db,
    now: () => NOW,
    config: {
      timezone: 'Asia/Seoul',
      language: 'ko',
      officeChannel: null,
      slackApiUrl: client.slackApiUrl,
      botToken: 'xoxb-test',
      databaseFile: null,
      receiptsFolder: null,
      publicUrl: null,
    },
    log: createLog('error', { write: () => undefined }),
    holder: 'test',
  };
  const turn = () =>
    turnOf({ person, text: textFor('ko') }, { client, triggerId: '1.1', responseUrl: undefined }, deps);
  return { turn, told };
}

test('no press, shortcut or page shows anything of people without noting it, whatever it carries', async () => {
  const { turn, told } = await office();
  const unnoted: string[] = [];
  const answered = new Map<string, number>();
  const noting = new Set<string>();

  /** Twice is enough: a list is long to draw, and the register behind it is full. */
  const enough = (id: string) => (answered.get(id) ?? 0) >= 2;

  /** `drawn`: what a form shows of a change is not noted, so that nobody may be shown. */
  async function look(what: string, id: string, act: (turn: Turn) => unknown, drawn = false): Promise<void> {
    const [at, before] = [turn(), told().length];
    // What a value does not fit to is refused: by its schema, or since there is no such record.
    const answer = await (async () => act(at))().catch(() => 'refused' as const);
    if (answer === 'refused') return;
    const blocks = (answer as { blocks?: unknown[] } | null)?.blocks ?? [];
    const shown = JSON.stringify(answer) + told().slice(before);
    const kinds = drawn ? [] : at.watch.sights(blocks.length > 0).map(({ kind }) => kind);
    if (blocks.length > 0 || shown.length > 100) answered.set(id, (answered.get(id) ?? 0) + 1);
    if (kinds.length > 0) noting.add(id);
    for (const { word, kind } of PLANTED)
      if (shown.includes(word) && !kinds.includes(kind)) unnoted.push(`${what}: ${word}`);
  }

  const heard = commands.flatMap(({ hears = [] }) => hears);
  for (const it of heard) {
    if (it.hears === 'press') {
      for (const value of CARRIED) {
        if (enough(it.id)) break;
        const where = { channel: 'D1', ts: '1.1', blocks: [], known: '{}' };
        await look(`${it.id} with ${value}`, it.id, (at) => it.run(at, value, where));
      }
    } else if (it.hears === 'shortcut') await look(it.id, it.id, (at) => it.run(at));
    else if (it.hears === 'change') {
      const sent = { values: FILLED, fields: ALL };
      for (const metadata of CARRIED)
        await look(`${it.form} as ${metadata}`, it.form, (at) => it.run(at, { ...sent, metadata }), true);
    } else if (it.hears === 'offered')
      for (const typed of TYPED)
        await look(`${it.field} with ${typed}`, `${it.field} ${typed}`, (at) => it.run({ ...at, typed, known: '{}' }));
    else if (it.hears === 'message_shortcut') {
      const message = { text: '내일 14:00 미진 4명', author: undefined, files: [], channel: 'D1', ts: '1.1' };
      await look(it.id, it.id, (at) => it.run({ ...at, message }));
    }
  }

  expect(unnoted).toEqual([]);
  expect(answered.size).toBeGreaterThan(200);
  expect(noting.size).toBeGreaterThan(50);
});
