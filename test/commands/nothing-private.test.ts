import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { monthOf } from '../../src/disclosure/period.ts';
import { findDraft } from '../../src/disclosure/store.ts';
import { FORMATS } from '../../src/documents/model.ts';
import { textFor } from '../../src/text/index.ts';
import { recordSpend } from '../disclosure/made-up.ts';
import { documentText } from '../support/document.ts';
import { MANAGER, type Office, startOffice } from '../support/office.ts';

const ko = textFor('ko').disclosure;

/** One whom the rules find and a person decides about, and one whom they miss and a person masks by hand. */
const UNDECIDED = '박지훈';
const MISSED = '윗마을댁';
const NEVER = new RegExp(`${UNDECIDED}|${MISSED}`);

/** What every program reads of every file that somebody got, a spreadsheet's and a CSV's letters too. */
async function filesOf({ slack }: Office, since: number): Promise<[name: string, words: string][]> {
  const sent = [...slack.slack.workspace.files.values()].slice(since);
  return Promise.all(
    sent.map(async ({ name, bytes }): Promise<[string, string]> => {
      const words = name.endsWith('.csv') ? Buffer.from(bytes).toString('utf8') : await documentText(bytes);
      return [name, words];
    }),
  );
}

test('a name in any field of a spend is in no file of a disclosure, nor of an answer to a demand', async () => {
  const office = await startOffice();
  const { slack, db } = office;
  const manager = slack.as(MANAGER);
  const planted = `${UNDECIDED} 면담 ${MISSED}`;
  await recordSpend(db, {
    spender: `시장 ${planted}`,
    department: `행정국 총무과 ${UNDECIDED} ${MISSED}`,
    category: planted,
    place: `${UNDECIDED} 씨 댁 ${MISSED}`,
    address: `중구 세종대로 110 ${UNDECIDED} 댁 ${MISSED}`,
    purpose: planted,
    attendees: `${planted}, 시장 외 4명`,
    headcount: 6,
  });
  await manager.type('/지출', '공개 2018-02');
  await manager.reads(ko.title(ko.month(2018, 2)));
  await manager.press('disclosure_hide_open');
  await manager.seesView();
  expect(await manager.submit({ words: MISSED })).toMatchObject({ ok: true });
  await manager.reads(ko.hidden(MISSED, '1'));

  // Nobody has decided about the other: the draft and the answer hold neither.
  const before = slack.slack.workspace.files.size;
  await manager.press('disclosure_draft');
  await manager.type('/비서', '자료 업무추진비 2018');
  await slack.settled();
  const drafts = await filesOf(office, before);
  expect(drafts.map(([name]) => name.replace(/^.*\./, ''))).toEqual(expect.arrayContaining([...FORMATS, 'xlsx']));
  for (const [name, words] of drafts) {
    expect(words, name).not.toMatch(NEVER);
    expect(words, name).toContain('○○○');
  }

  await manager.type('/지출', '공개 2018-02');
  await slack.settled();
  const isOpen = async () => (await findDraft(db, monthOf(2018, 2))).parts.some(({ state }) => state === 'open');
  while (await isOpen()) {
    await manager.press('disclosure_mask', { blockId: 'disclosure_part_0' });
    await slack.settled();
  }
  await manager.press('disclosure_release_open');
  await manager.seesView(ko.releaseForm.final);
  expect(await manager.submit({})).toMatchObject({ ok: true });
  const released = await manager.reads(ko.releasedNow(ko.month(2018, 2), 1));
  const first = slack.slack.workspace.files.size;
  for (const format of ['csv', 'xlsx', ...FORMATS]) await manager.press(`disclosure_file_${format}`, { in: released });
  await slack.settled();
  const files = await filesOf(office, first);
  expect(files).toHaveLength(5);
  for (const [name, words] of files) {
    expect(words, name).not.toMatch(NEVER);
    expect(words, name).toContain('○○○');
  }
});

/** Where people write what they like, of each noun of which answers tell. */
const FREE = {
  visit: ['title', 'place'],
  program: ['name'],
  council_contact: ['agenda'],
  followup: ['title', 'department'],
  pledge: ['title', 'department', 'status'],
} as const;

test('a name in any free field of any record is in no answer to a demand', async () => {
  const office = await startOffice({ samples: true });
  const { slack, db } = office;
  for (const [table, columns] of Object.entries(FREE) as [keyof typeof FREE, readonly string[]][])
    for (const column of columns) {
      const words = sql`${sql.ref(column)} || ${` ${UNDECIDED} 면담`}`;
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${words}`.execute(db);
    }
  const demand = await db.selectFrom('followup').select('id').where('voided_at', 'is', null).executeTakeFirstOrThrow();
  const manager = slack.as(MANAGER);
  const before = slack.slack.workspace.files.size;
  for (const asked of [`공약 F${demand.id}`, `현장방문 ${UNDECIDED}`, '시의회 2018', '후속조치', '공개'])
    await manager.type('/비서', `자료 ${asked}`);
  await slack.settled();
  const files = await filesOf(office, before);

  expect(files).toHaveLength(5 * FORMATS.length);
  for (const [name, words] of files) expect(words, name).not.toContain(UNDECIDED);
  expect(files.filter(([, words]) => words.includes('○○○')).length).toBeGreaterThanOrEqual(4 * FORMATS.length);
});
