import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Database } from '../../src/base/db/database.ts';
import { monthOf } from '../../src/disclosure/period.ts';
import { insertRelease, printOf } from '../../src/disclosure/release/store.ts';
import { findDisclosureState, findDraft, findUndisclosed, isDisclosed } from '../../src/disclosure/store.ts';
import { FORMATS } from '../../src/documents/model.ts';
import { findHistory } from '../../src/people/history/store.ts';
import { findOfficeSettings } from '../../src/people/settings/store.ts';
import { judgeRecords } from '../../src/spending/check/judging/store.ts';
import { changeExpense, findExpense, voidExpense } from '../../src/spending/expense/store.ts';
import { textFor } from '../../src/text/index.ts';
import { recordSpend } from '../disclosure/made-up.ts';
import { documentText } from '../support/document.ts';
import { MANAGER, MEMBER, type Office, SETTINGS, startOffice } from '../support/office.ts';

const ko = textFor('ko').disclosure;
const BY = { actor: MANAGER, at: new Date('2018-03-20T03:00:00Z') };

/** February: one row with nothing in it, one that is masked, one that a person decides. */
async function february(db: Database): Promise<number[]> {
  return [
    await recordSpend(db, { attendees: '시장 외 4명', headcount: 5, amount: 150_000 }),
    await recordSpend(db, {
      spentOn: '2018-02-09',
      attendees: '총무과 박민수 주무관 외 3명',
      headcount: 4,
      amount: 90_000,
    }),
    await recordSpend(db, { spentOn: '2018-02-12', purpose: '김영순 면담', place: '김영희국수', amount: 60_000 }),
  ];
}

const opened = (slack: Office['slack'], who = MANAGER) => {
  const person = slack.as(who);
  return { person, look: (typed: string) => person.type('/지출', `공개 ${typed}`) };
};

/** Looks at February, decides what is open, and releases it. */
async function releaseFebruary({ slack }: Office, reason?: string): Promise<void> {
  const { person, look } = opened(slack);
  const before = person.lastAnswer() ?? { ts: '' };
  await look('2018-02');
  const preview = await person.reads(ko.title(ko.month(2018, 2)), before);
  if (preview.text.includes('정해 주세요')) {
    await person.press('disclosure_mask', { blockId: 'disclosure_part_0' });
    await person.reads('가리기로 했습니다', before);
  }
  await person.press('disclosure_release_open');
  await person.seesView(ko.releaseForm.final);
  const answer = await person.submit(reason === undefined ? {} : { reason });
  expect(answer).toMatchObject({ ok: true });
  await person.reads('공개 확정했습니다', before);
}

test.each(SETTINGS)(
  'a manager looks, decides, releases and gets the same bytes again ($connection, $language)',
  async (setting) => {
    const { slack, db } = await startOffice(setting);
    const text = textFor(setting.language);
    const words = text.disclosure;
    const manager = slack.as(MANAGER);
    await february(db);

    await manager.type('/expense', 'disclose 2018-02');
    const preview = await manager.reads(words.title(words.month(2018, 2)));
    expect(preview).toMatchObject({ private: true });
    expect(preview.text).toContain(words.rows('3', text.spending.won('300,000')));
    expect(preview.text).toContain(words.same);
    expect(preview.text).toContain('총무과 외 3명');
    expect(preview.text).toContain(words.parts('1', '1'));
    expect(preview.buttons).not.toContain(words.buttons.release);

    await manager.press('disclosure_keep', { blockId: 'disclosure_part_0' });
    await manager.reads(words.decided.keep('김영순'));
    await manager.press('disclosure_mask', { blockId: 'disclosure_part_1' });
    await manager.reads(words.decided.mask('김영순'));
    await manager.press('disclosure_release_open');
    const title = '2018년 2월 서울특별시장 업무추진비 집행내역';
    await manager.seesView(words.releaseForm.explain(title, '3', text.spending.won('300,000')));
    expect(await manager.submit()).toMatchObject({ ok: true });
    const released = await manager.reads(words.releasedNow(words.month(2018, 2), 1));

    const row = await db.selectFrom('disclosure').selectAll().executeTakeFirstOrThrow();
    const csv = row.csv.toString('utf8');
    for (const shown of ['총무과 외 3명', '○○○ 면담', '김영희국수', '합계(3건)']) expect(csv).toContain(shown);
    expect(csv).not.toMatch(/박민수|김영순/);
    for (const format of ['csv', 'xlsx'] as const) {
      await manager.press(`disclosure_file_${format}`, { in: released });
      const checksum = createHash('sha256').update(row[format]).digest('hex');
      const sent = await manager.reads((it) => it.text.includes(checksum));
      expect(sent).toMatchObject({ channel: manager.appChannel });
      expect(sent.files[0]?.name).toBe(`${title}.${format}`);
    }
    for (const format of FORMATS) {
      await manager.press(`disclosure_file_${format}`, { in: released });
      const sent = await manager.reads((it) => it.files[0]?.name === `${title}.${format}`);
      const bytes = slack.slack.workspace.files.get(sent.files[0]?.id ?? '')?.bytes;
      const checksum = createHash('sha256')
        .update(bytes ?? '')
        .digest('hex');
      expect(sent).toMatchObject({ channel: manager.appChannel, text: words.files.documentSent(title, 1, checksum) });
      const printed = await documentText(bytes);
      for (const shown of [title, '총무과 외 3명', '○○○ 면담', '김영희국수', '합계(3건)', '150,000', '300,000'])
        expect(printed, format).toContain(shown.replace(/\s/g, ''));
      expect(printed).not.toMatch(/박민수|김영순/);
    }
    const history = await findHistory(db, 'disclosure', '2018-02', 5);
    expect(history).toMatchObject([{ actor: MANAGER, action: 'released' }]);
  },
  60_000,
);

test('a correction is a new version with a reason, and the first stays as it was', async () => {
  const office = await startOffice();
  const { slack, db } = office;
  const [first = 0, second = 0] = await february(db);
  await releaseFebruary(office);
  const kept = await db.selectFrom('disclosure').selectAll().executeTakeFirstOrThrow();
  const expense = await findExpense(db, first);
  if (!expense) throw new Error('No record.');
  await changeExpense(
    db,
    { id: first, version: expense.version },
    { ...expense, amount: 140_000 },
    { ...BY, receipts: [] },
  );
  await voidExpense(db, second, { ...BY, reason: '두 번 적음' });

  const { person, look } = opened(slack);
  await look('');
  await person.reads(ko.states.changed('2'));
  await look('2018-02');
  await person.reads(ko.changedSince('2'));
  await person.press('disclosure_changes');
  expect((await person.reads('달라지는 기록 2건')).text).toMatch(/E1 금액 150,000원 → 140,000원[\s\S]*E2 빠짐/);
  await person.press('disclosure_release_open');
  await person.seesView(ko.releaseForm.changes('2'));
  expect(await person.submit({ reason: '  ' })).toMatchObject({
    errors: { reason: ko.releaseForm.refusals.reason_missing },
  });
  expect(await person.submit({ reason: '금액을 잘못 적음' })).toMatchObject({ ok: true });
  await person.reads(ko.releasedNow(ko.month(2018, 2), 2));

  const versions = await db.selectFrom('disclosure').selectAll().orderBy('version').execute();
  expect(versions[0]).toEqual(kept);
  expect(versions[1]).toMatchObject({ version: 2, count: 2, won: 200_000, reason: '금액을 잘못 적음' });
  await look('2018-02');
  expect((await person.reads(ko.unchanged)).buttons).not.toContain(ko.buttons.correct);
});

test('a member may look, but decides and releases nothing', async () => {
  const { slack, db } = await startOffice();
  await february(db);
  const manager = opened(slack);
  await manager.look('2018-02');
  const offered = await manager.person.reads('정해 주세요');
  const member = opened(slack, MEMBER);
  await member.look('2018-02');
  const seen = await member.person.reads('정해 주세요');
  expect(seen.buttons).toEqual([ko.buttons.draft]);

  await db.updateTable('person').set({ role: 'member' }).where('user_id', '=', MANAGER).execute();
  const refusal = textFor('ko').access.notManager;
  for (const [button, where] of [
    ['disclosure_mask', { blockId: 'disclosure_part_0' }],
    ['disclosure_keep', { blockId: 'disclosure_part_1' }],
    ['disclosure_hide_open', {}],
    ['disclosure_elected_open', {}],
  ] as const) {
    const before = manager.person.lastAnswer() ?? { ts: '' };
    await manager.person.press(button, { in: offered, ...where });
    await manager.person.reads(refusal, before);
  }
  expect(await db.selectFrom('disclosure_decision').selectAll().execute()).toEqual([]);
});

test('a form that was opened as a manager releases nothing for a member', async () => {
  const { slack, db } = await startOffice();
  await recordSpend(db);
  const { person, look } = opened(slack);
  await look('2018-02');
  await person.reads(ko.nothingPersonal);
  await person.press('disclosure_release_open');
  await person.seesView(ko.releaseForm.final);
  await db.updateTable('person').set({ role: 'member' }).where('user_id', '=', MANAGER).execute();

  await person.submit();

  await person.seesView(textFor('ko').access.notManager);
  expect(await db.selectFrom('disclosure').select('id').execute()).toEqual([]);
});

test('what changed between the look and the release is looked at again', async () => {
  const { slack, db } = await startOffice();
  await recordSpend(db);
  const { person, look } = opened(slack);
  await look('2018-02');
  await person.reads(ko.nothingPersonal);
  await person.press('disclosure_release_open');
  await person.seesView(ko.releaseForm.final);
  await recordSpend(db, { purpose: '뒤늦은 간담회' });

  await person.submit();

  await person.seesView(ko.releaseForm.refusals.changed_meanwhile);
  expect(await db.selectFrom('disclosure').select('id').execute()).toEqual([]);
});

test('one form released twice is one version', async () => {
  const { slack, db } = await startOffice();
  await recordSpend(db);
  const { person, look } = opened(slack);
  await look('2018-02');
  await person.reads(ko.nothingPersonal);
  await person.press('disclosure_release_open');
  const form = await person.seesView(ko.releaseForm.final);

  await Promise.all([
    person.act({ do: 'submit', view: form.id, values: {} }),
    person.act({ do: 'submit', view: form.id, values: {} }).catch(() => null),
  ]);

  await person.reads('공개');
  expect(await db.selectFrom('disclosure').select('version').execute()).toEqual([{ version: 1 }]);
});

test('a month that is not over can be looked at only', async () => {
  const { slack, db } = await startOffice();
  await recordSpend(db, { month: 3, spentOn: '2018-03-05' });
  const { person, look } = opened(slack);

  await look('2018-03');

  const preview = await person.reads(ko.notOver(ko.month(2018, 3)));
  expect(preview.buttons).not.toContain(ko.buttons.release);
});

test('words that the rules missed are masked where they stand', async () => {
  const { slack, db } = await startOffice();
  await recordSpend(db, { purpose: '옆집 방문' });
  await recordSpend(db, { purpose: '옆집 위문' });
  const { person, look } = opened(slack);
  await look('2018-02');
  await person.reads(ko.nothingPersonal);
  await person.press('disclosure_hide_open');
  await person.seesView();

  expect(await person.submit({ words: '뒷집' })).toMatchObject({ errors: { words: ko.hideForm.notFound } });
  expect(await person.submit({ words: '옆집' })).toMatchObject({ ok: true });

  expect((await person.reads(ko.hidden('옆집', '2'))).text).toContain('○○○ 방문');
});

test('elected people whom managers name keep their names', async () => {
  const { slack, db } = await startOffice();
  await recordSpend(db, { purpose: '시장 박한결 취임 기념 간담회' });
  const { person, look } = opened(slack);
  await look('2018-02');
  await person.reads('박한결');
  await person.press('disclosure_elected_open');
  await person.seesView();

  expect(await person.submit({ names: '시장 박한결' })).toMatchObject({
    errors: { names: ko.electedForm.notAName('시장 박한결') },
  });
  expect(await person.submit({ names: '박한결' })).toMatchObject({ ok: true });

  await person.reads(ko.nothingPersonal);
  expect((await findOfficeSettings(db)).disclosure.elected).toEqual(['박한결']);
});

test('voided and refused records are not published, held ones and what waits are said', async () => {
  const { slack, db } = await startOffice();
  const [first = 0, second = 0, third = 0] = await february(db);
  await voidExpense(db, first, { ...BY, reason: '두 번' });
  await db.updateTable('expense').set({ approval: 'refused' }).where('id', '=', second).execute();
  await db.updateTable('expense').set({ approval: 'waiting' }).where('id', '=', third).execute();
  await db
    .insertInto('import_file')
    .values({
      noun: 'expense',
      name: '2월.csv',
      imported_at: '',
      imported_by: MANAGER,
      rows: 1,
      imported: 0,
      duplicates: 0,
      held: 1,
    })
    .execute();
  const held = {
    import_id: 1,
    line: 2,
    cells: '[]',
    problems: '[]',
    known: null,
    year: 2018,
    won: 7_000,
    nth: 1,
    state: 'open',
  };
  await db
    .insertInto('held_row')
    .values({ ...held, fingerprint: 'x', expense_id: null })
    .execute();
  const { person, look } = opened(slack);

  await look('2018-02');

  const preview = await person.reads(ko.rows('1', '60,000원'));
  expect(preview.text).toContain(ko.same);
  expect(preview.text).toContain(ko.warnings.held('1', '7,000원'));
  expect(preview.text).toContain(ko.warnings.waiting('1'));
});

test('a quarter is disclosed by itself or by its three months, and is asked about until then', async () => {
  const office = await startOffice({ now: new Date('2018-04-10T03:00:00Z') });
  const { db, slack } = office;
  await recordSpend(db);
  expect(await findUndisclosed(db, '2018-03-31')).toEqual([]);
  expect(await findUndisclosed(db, '2018-04-10')).toMatchObject([{ quarter: '2018-Q1', due: '2018-04-30', count: 1 }]);

  await releaseFebruary(office);
  expect(await isDisclosed(db, '2018-Q1')).toBe(false);
  const { person, look } = opened(slack);
  await look('');
  expect((await person.reads(ko.states.title)).text).toContain(ko.states.partly(ko.month(2018, 2)));
  await look('2018 1분기');
  await person.reads(ko.title(ko.quarter(2018, 1)));
  await person.press('disclosure_release_open');
  await person.seesView(ko.releaseForm.final);
  await person.submit();
  await person.reads(ko.releasedNow(ko.quarter(2018, 1), 1));

  expect(await findDisclosureState(db, 2018, 1)).toMatchObject({ released: true, won: 120_000 });
  expect(await findUndisclosed(db, '2018-04-10')).toEqual([]);
});

test('unknown words get an example', async () => {
  const { slack } = await startOffice();
  const { person, look } = opened(slack);

  await look('*언젠가* <!channel>');

  await person.reads('이렇게 적어 주세요');
});

test('a period without any record is not offered for release, and can’t be released', async () => {
  const { slack, db } = await startOffice();
  const { person, look } = opened(slack);
  await look('2018-02');
  const preview = await person.reads(ko.title(ko.month(2018, 2)));

  expect(preview.buttons).not.toContain(ko.buttons.release);
  const draft = await findDraft(db, monthOf(2018, 2));
  const seen = { print: printOf(draft), formKey: 'F1', reason: '' };
  expect(await insertRelease(db, monthOf(2018, 2), draft, seen, { ...BY, today: '2018-03-20' })).toEqual({
    refusal: 'no_records',
  });
});

test('changing or voiding a published record says so at once, and opens the table for its correction', async () => {
  const office = await startOffice();
  const { slack, db } = office;
  const [first = 0] = await february(db);
  await releaseFebruary(office);
  const manager = slack.as(MANAGER);
  const said = ko.publishedOtherwise(ko.month(2018, 2));

  await manager.type('/지출', `보기 E${first}`);
  expect((await manager.reads('소나무집')).text).not.toContain(said);

  await manager.type('/지출', `수정 E${first}`);
  await manager.seesView();
  expect(await manager.submit({ amount: '140000' })).toMatchObject({ ok: true });
  const changed = await manager.reads(said);
  expect(changed.buttons).toContain(ko.buttons.open);

  await manager.type('/지출', `무효 E${first} 두 번 적음`);
  const voided = await manager.reads(said);
  await manager.press('disclosure_open', { in: voided });
  await manager.reads(ko.changedSince('1'));
});

test('what was decided about the same words before is offered, and applies to nothing by itself', async () => {
  const { slack, db } = await startOffice();
  await recordSpend(db, { purpose: '김영순 면담' });
  await recordSpend(db, { purpose: '박지훈 면담', spentOn: '2018-02-06' });
  const { person, look } = opened(slack);
  await look('2018-02');
  await person.reads('김영순');
  await person.press('disclosure_keep', { blockId: 'disclosure_part_0' });
  await person.reads(ko.decided.keep('김영순'));
  await person.press('disclosure_mask', { blockId: 'disclosure_part_0' });
  await person.reads(ko.decided.mask('박지훈'));
  for (const purpose of ['김영순 면담', '박지훈 면담', '최다은 면담']) {
    await recordSpend(db, { purpose, month: 3, spentOn: '2018-03-02' });
  }

  await look('2018-03');
  const preview = await person.reads(ko.title(ko.month(2018, 3)));
  expect(preview.text).toContain(ko.parts('0', '3'));
  expect(preview.text).toContain('전에는 그대로 두었습니다: E1');
  expect(preview.text).toContain('전에는 가렸습니다: E2');
  await person.press('disclosure_as_before');
  const after = await person.reads(ko.decidedAsBefore('2'));
  expect(after.text).toContain(ko.parts('1', '1'));
  expect(after.text).toContain('최다은');
});

test('what was left in a text is decided about again once that text has changed', async () => {
  const { slack, db } = await startOffice();
  const id = await recordSpend(db, { purpose: '김영순 면담' });
  const { person, look } = opened(slack);
  await look('2018-02');
  await person.reads('김영순');
  await person.press('disclosure_keep', { blockId: 'disclosure_part_0' });
  await person.reads(ko.decided.keep('김영순'));
  const change = async (purpose: string) => {
    const now = await findExpense(db, id);
    if (!now) throw new Error('No record.');
    await changeExpense(db, { id, version: now.version }, { ...now, purpose }, { ...BY, receipts: [] });
  };
  const partsNow = async () => (await findDraft(db, monthOf(2018, 2))).parts.map(({ state }) => state);

  await change('김영순 초청');
  expect(await partsNow()).toEqual(['open']);
  await change('김영순 면담');
  expect(await partsNow()).toEqual(['kept']);
});

test('a row that stands for several spends is named before it is published', async () => {
  const { slack, db } = await startOffice();
  const id = await recordSpend(db, { spentOn: '2018-02-09', purpose: '시정 간담회 외 3건', amount: 150_000 });
  await judgeRecords(db, [id], BY.at);
  const { person, look } = opened(slack);
  await look('2018-02');
  await person.reads(ko.warnings.bundled('1'));
});
