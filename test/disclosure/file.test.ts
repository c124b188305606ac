import { expect, test } from 'vitest';
import { putMembers } from '../../src/council/members/store.ts';
import { putDecisions } from '../../src/disclosure/decision/store.ts';
import { monthOf } from '../../src/disclosure/period.ts';
import { findReleasedFile, insertRelease, printOf } from '../../src/disclosure/release/store.ts';
import { findDraft, findPending } from '../../src/disclosure/store.ts';
import { putOfficeSetting } from '../../src/people/settings/store.ts';
import { putPerson } from '../../src/people/store.ts';
import { openExpenses } from '../../src/spending/expense/files.ts';
import { takeIn } from '../../src/spending/imported/intake.ts';
import { workbookRows } from '../../src/tables/workbook.ts';
import { newDatabase } from '../support/database.ts';
import { KEPT, SURE, UNSURE } from './planted.ts';

const BY = { actor: 'U0OHMANAGE', at: new Date('2019-01-15T03:00:00Z') };
const PERIOD = monthOf(2018, 12);
const HEADINGS = {
  spender: '사용자',
  department: '부서명',
  category: '분야',
  place: '집행장소',
  address: '주소',
  purpose: '집행목적',
  attendees: '참석자',
};

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** A city's list of December in which every planted text has a row of its own. */
function madeUpFile(): { csv: string; rows: number; won: number } {
  const texts = [...SURE, ...UNSURE].map(({ field, text }) => ({ field, text }));
  const all = [...texts, ...KEPT.map(([field, text]) => ({ field, text }))];
  const lines = all.map(({ field, text }, i) => {
    const row = { ...{ spender: '서울특별시장', purpose: '시정 현안 간담회', place: '소나무집' }, [field]: text };
    const cells = (Object.keys(HEADINGS) as (keyof typeof HEADINGS)[]).map((name) =>
      quoted(String(row[name as keyof typeof row] ?? '')),
    );
    return [
      `2018-12-${String((i % 28) + 1).padStart(2, '0')} 12:${String(i % 60).padStart(2, '0')}`,
      ...cells,
      '카드',
      10_000 + i,
    ].join(',');
  });
  const headings = ['집행일시', ...Object.values(HEADINGS), '결제방법', '금액(원)'];
  const won = all.reduce((sum, _, i) => sum + 10_000 + i, 0);
  return { csv: [headings.join(','), ...lines].join('\r\n'), rows: all.length, won };
}

test('a made-up December is released without one private name or number in it, and with its merchants', async () => {
  const db = await newDatabase();
  const { csv, rows, won } = madeUpFile();
  const file = await openExpenses(Buffer.from(csv), '2018년 12월.csv', { today: '2019-01-15' });
  if ('refusal' in file) throw new Error(file.refusal);
  expect(await takeIn(db, file, { ...BY, fileName: '2018년 12월.csv' })).toMatchObject({
    imported: rows,
    held: 0,
    won,
  });
  await putPerson(db, { userId: 'U1', name: '김서연', role: 'member', language: null }, BY);
  const listed = { term: 10, constituency: '한빛', party: null, district: null, committee: null, post: null };
  await putMembers(
    db,
    [
      { ...listed, name: '한서윤' },
      { ...listed, name: '조은채' },
    ],
    { ...BY, origin: 'file' },
  );
  await putOfficeSetting(db, 'disclosure', { elected: ['박한결'] }, BY);

  const refused = await findDraft(db, PERIOD);
  const early = { print: printOf(refused), formKey: 'early', reason: '' };
  expect(await insertRelease(db, PERIOD, refused, early, { ...BY, today: '2019-01-15' })).toEqual({
    refusal: 'undecided',
  });
  for (const { expense, field, found, state } of refused.parts) {
    if (state === 'open') await putDecisions(db, { expenseIds: [expense], field, found }, 'mask', BY);
  }
  const draft = await findDraft(db, PERIOD);
  const made = await insertRelease(
    db,
    PERIOD,
    draft,
    { ...early, print: printOf(draft) },
    { ...BY, today: '2019-01-15' },
  );

  expect(made).toMatchObject({ release: { count: rows, won, version: 1 } });
  const published = (await findReleasedFile(db, PERIOD.key, 1, 'csv'))?.toString('utf8') ?? '';
  const sheet: string[] = [];
  for await (const { cells } of workbookRows((await findReleasedFile(db, PERIOD.key, 1, 'xlsx')) ?? Buffer.of())) {
    sheet.push(cells.join('\t'));
  }
  const names = [...SURE, ...UNSURE]
    .flatMap(({ secrets }) => secrets)
    .filter((secret) => /[가-힣A-Za-z\p{Script=Han}]{2}/u.test(secret));
  expect(new Set(names).size).toBeGreaterThan(60);
  for (const { text, secrets } of [...SURE, ...UNSURE]) {
    for (const secret of secrets.filter((it) => !isElsewhere(it))) {
      expect.soft(published, text).not.toContain(secret);
      expect.soft(sheet.join('\n'), text).not.toContain(secret);
    }
  }
  for (const merchant of [
    '김영희국수',
    '홍길동내과의원',
    '(주)김앤김대게',
    '주택정책과장 외 31명',
    '한서윤 의원 외 3명',
    '시장 박한결',
  ]) {
    expect.soft(published).toContain(merchant);
  }
  expect(published).toContain(`합계(${rows}건)`);
  expect((await findPending(db, PERIOD)).held.rows).toBe(0);
  await db.destroy();
});

/** A few digits and a merchant's part stand rightly in other rows. */
const isElsewhere = (secret: string): boolean =>
  /^\d{3,6}$/.test(secret) || KEPT.some(([, text]) => text.normalize('NFKC').includes(secret));

test('a published table can be read in again, with the same rows and sum', async () => {
  const db = await newDatabase();
  const { csv } = madeUpFile();
  const file = await openExpenses(Buffer.from(csv), '2018년 12월.csv', { today: '2019-01-15' });
  if ('refusal' in file) throw new Error(file.refusal);
  await takeIn(db, file, { ...BY, fileName: '2018년 12월.csv' });
  const draft = await findDraft(db, PERIOD);
  const { disclosureFile } = await import('../../src/disclosure/file.ts');

  for (const format of ['csv', 'xlsx'] as const) {
    const bytes = await disclosureFile('2018년 12월 업무추진비 집행내역', draft.rows, format);
    const again = await openExpenses(bytes, '공개.csv', { today: '2019-01-15' });
    if ('refusal' in again) throw new Error(again.refusal);
    let [count, won] = [0, 0];
    for await (const { result } of again.rows) {
      count += 1;
      won += 'spend' in result ? result.spend.amount : 0;
    }
    expect({ count, won }).toEqual({ count: draft.rows.length, won: draft.won });
  }
  await db.destroy();
});
