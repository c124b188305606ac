import { expect, test } from 'vitest';
import type { Reply } from '../../src/simulator/http.ts';
import type { DownloadRefusal } from '../../src/slack/download.ts';
import { LIMITS } from '../../src/tables/table.ts';
import { textFor } from '../../src/text/index.ts';
import { MANAGER, MEMBER, startOffice } from '../support/office.ts';

const WIDE = `${'집행일시,'.repeat(1_001)}\n${','.repeat(1_000)}\n`;
const LONG = `이름,정당\n${'x'.repeat(2 ** 20 + 1)}\n`;
const DEEP = `이름,정당\n홍가람,${'가'.repeat(32_768)}\n`;

/** Where people send files, and what each form asks for besides. */
const DOORS: [command: string, words: string, fields: { kind?: string }][] = [
  ['/지출', '가져오기', { kind: 'expenses' }],
  ['/지출', '가져오기', { kind: 'budgets' }],
  ['/의회', '가져오기', {}],
  ['/공약', '가져오기', {}],
  ['/후속', '가져오기 2015', {}],
];

test.each(DOORS)(
  '%s %s (%o): what no list is like is refused in words, and nobody else waits for it',
  async (command, words, fields) => {
    const { slack, db } = await startOffice();
    const { refusals } = textFor('ko').files;
    const manager = slack.as(MANAGER);
    const before = await db.selectFrom('history').select('id').execute();
    for (const [bytes, refusal] of [
      [WIDE, refusals.too_many_columns],
      [LONG, refusals.line_too_long],
      [DEEP, refusals.cell_too_long],
    ] as const) {
      await manager.type(command, words);
      await manager.seesView();
      const seen = manager.lastAnswer();
      await manager.submit({ file: { name: '목록.csv', bytes }, ...fields });
      await slack.as(MEMBER).type('/후속', '목록');
      await slack.as(MEMBER).reads((it) => it.ts > (seen?.ts ?? ''));
      await manager.reads((it) => it.ts > (seen?.ts ?? '') && it.text.includes(String(refusal)));
      await slack.settled();
    }
    expect(await db.selectFrom('history').select('id').execute()).toEqual(before);
  },
);

const LIST = `이름,정당\n${'x'.repeat(1_000)}\n`;

/** What Slack's file host may answer instead of the list, and what the person can do then. */
const NOT_HAD: [what: string, reply: () => Reply, refusal: DownloadRefusal][] = [
  ['a list without end', () => ({ type: 'text/csv', body: Buffer.alloc(LIMITS.file + 1) }), 'too_large'],
  ['its log-in page', () => ({ type: 'text/html', body: '<html><title>Slack</title></html>' }), 'no_access'],
  ['that it is forbidden', () => ({ status: 403, body: '' }), 'no_access'],
  ['that it is gone', () => ({ status: 404, body: '' }), 'gone'],
  ['that it has trouble', () => ({ status: 500, body: '' }), 'unavailable'],
];

test.each(DOORS.flatMap((door) => NOT_HAD.map((answer) => [...door, ...answer] as const)))(
  '%s %s (%o): when Slack answers with %s, the person is told what to do',
  async (command, words, fields, _, reply, refusal) => {
    const { slack, db } = await startOffice();
    const manager = slack.as(MANAGER);
    const before = await db.selectFrom('history').select('id').execute();
    slack.serveFiles(reply);
    await manager.type(command, words);
    await manager.seesView();
    await manager.submit({ file: { name: '목록.csv', bytes: LIST }, ...fields });
    await manager.reads(textFor('ko').files.notFetched[refusal]);
    expect(await db.selectFrom('history').select('id').execute()).toEqual(before);
  },
);
