import { expect, test } from 'vitest';
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
