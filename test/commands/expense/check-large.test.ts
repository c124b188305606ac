import { expect, test } from 'vitest';
import { judgeMonth } from '../../../src/spending/check/judging/store.ts';
import { findOpenFindings } from '../../../src/spending/check/store.ts';
import { openExpenses } from '../../../src/spending/expense/files.ts';
import { takeIn } from '../../../src/spending/imported/intake.ts';
import { voidRecord } from '../../../src/spending/saving/store.ts';
import { textFor } from '../../../src/text/index.ts';
import { MANAGER, NOW, type Office, startOffice } from '../../support/office.ts';

const HEAD = '집행일시,집행장소,집행목적,대상인원,결제방법,집행금액';

/** So many dinners of one month, a record's number and its day the same for the first 28: the 3rd and the 10th are Saturdays. */
async function importDinners({ db }: Office, count: number): Promise<void> {
  const rows = Array.from(
    { length: count },
    (_, i) => `2018-03-${String(1 + (i % 28)).padStart(2, '0')} 19:30,식당 ${i},시정 현안 자문 간담회,2명,카드,200000`,
  );
  const bytes = new TextEncoder().encode([HEAD, ...rows].join('\n'));
  const file = await openExpenses(bytes, '3월.csv', { today: '2018-03-30' });
  if ('refusal' in file) throw new Error(file.refusal);
  await takeIn(db, file, { fileName: '3월.csv', actor: MANAGER, at: NOW });
}

const countFindings = async ({ db }: Office) => (await db.selectFrom('finding').select('id').execute()).length;

test('a month of very many spends keeps nobody waiting: it is said to be open, and judged on time', async () => {
  const office = await startOffice();
  const { slack, tick } = office;
  const words = textFor('ko').check.list;
  await importDinners(office, 1_001);

  await slack.as(MANAGER).type('/지출', '점검');
  await slack.as(MANAGER).reads(words.more);
  expect(await countFindings(office)).toBe(0);

  await tick();
  const seen = slack.as(MANAGER).lastAnswer();
  await slack.as(MANAGER).type('/지출', '점검');
  const judged = await slack.as(MANAGER).reads((it) => it.ts > (seen?.ts ?? '') && it.text.includes('규칙 11'));
  expect(judged.text).not.toContain(words.more);
  expect(await countFindings(office)).toBeGreaterThan(0);
});

test('what is voided while its month is judged has no findings, and the others have theirs', async () => {
  const office = await startOffice();
  const { db } = office;
  await importDinners(office, 200);

  const by = { actor: MANAGER, at: NOW, reason: '잘못 올림' };
  await Promise.all([judgeMonth(db, '2018-03', NOW), voidRecord(db, 3, by)]);

  expect(await findOpenFindings(db, [3])).toEqual([]);
  expect((await findOpenFindings(db, [10])).length).toBeGreaterThan(0);
});
