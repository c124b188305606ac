import { readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isAddress } from '../../src/base/db/address.ts';
import { findHistory } from '../../src/people/history/store.ts';
import type { OwnFile } from '../../src/simulator/filling.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import type { PersonDriver } from '../../src/simulator/person.ts';
import { findExpense } from '../../src/spending/expense/store.ts';
import { receiptsFolder } from '../../src/spending/receipt/shelf.ts';
import { findReceipts, findReceiptsOf } from '../../src/spending/receipt/store.ts';
import { textFor } from '../../src/text/index.ts';
import { heic, JPEG, pdf, png } from '../spending/receipt/given.ts';
import { MANAGER, MEMBER, OTHER_MEMBER, SETTINGS, startOffice } from '../support/office.ts';
import { keptFiles, tried } from '../support/receipts.ts';
import { FIELDS, recordOne } from '../support/spending.ts';

const PHOTO = { name: '미진 영수증.jpg', bytes: JPEG };
const SCAN = { name: '스캔.pdf', bytes: pdf() };

const send = (person: PersonDriver, text: string, files: OwnFile[]) =>
  person.dm(text, { files: files.map((file) => person.upload(file)) });

/** Records a spend whose form holds files. */
async function recordWith(person: PersonDriver, files: OwnFile[], fields: Partial<typeof FIELDS> = {}): Promise<void> {
  await person.type('/expense');
  await person.seesView();
  await person.submit({ ...FIELDS, ...fields, receipt: files });
}

test('the files of receipts are open to the app’s own user only', async () => {
  const office = await startOffice();
  await recordWith(office.slack.as(MEMBER), [PHOTO, SCAN]);
  await tried(office);

  const folder = receiptsFolder(office.file);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  const kept = readdirSync(folder);
  expect(kept).toHaveLength(2);
  for (const name of kept) expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
});

test.each(SETTINGS)('a file in the form is kept with the register ($connection, $language)', async (setting) => {
  const office = await startOffice(setting);
  const { slack, db } = office;
  const member = slack.as(MEMBER);

  await recordWith(member, [PHOTO, SCAN]);
  await tried(office);

  expect(await findReceipts(db, 1)).toMatchObject([
    { name: PHOTO.name, state: 'stored', type: 'image/jpeg', bytes: JPEG.length },
    { name: SCAN.name, state: 'stored', type: 'application/pdf' },
  ]);
  const kept = await keptFiles(office);
  expect([...kept.keys()]).toEqual([expect.stringMatching(/^[0-9a-f]{40}$/), expect.stringMatching(/^[0-9a-f]{40}$/)]);
  expect([...kept.values()].some((bytes) => bytes.equals(JPEG))).toBe(true);

  await member.type('/expense show E1');
  expect((await member.reads(PHOTO.name)).buttons).toContain(textFor(setting.language).receipt.show);
});

test.each(SETTINGS)(
  'a photo sent with a name or an amount goes to that record after one press ($language)',
  async (setting) => {
    const office = await startOffice(setting);
    const { slack, db } = office;
    const { receipt: words } = textFor(setting.language);
    const member = slack.as(MEMBER);
    const other = slack.as(OTHER_MEMBER);
    for (const amount of ['48,000', '120,000', '33,000']) await recordOne(member, { amount });
    await recordOne(other, { amount: '77,000' });

    for (const [at, [said, record]] of [
      ['E1', 'E1'],
      ['e2에 붙여 주세요', 'E2'],
      ['3만3천원', 'E3'],
    ].entries()) {
      await send(member, said ?? '', [{ ...PHOTO, name: `${at}.jpg` }]);
      const offer = await member.reads(words.offer(`${at}.jpg`));
      await member.press(words.sure(record ?? ''), { in: offer });
      await member.reads(words.attached(record ?? '', `${at}.jpg`));
    }
    await send(member, 'E4', [{ ...PHOTO, name: 'other.jpg' }]);
    expect((await member.reads(words.offerNone('other.jpg'))).buttons).not.toContain(words.sure('E4'));
    await tried(office);

    const kept = await findReceiptsOf(db, [1, 2, 3, 4]);
    expect([1, 2, 3, 4].map((id) => kept.get(id)?.length ?? 0)).toEqual([1, 1, 1, 0]);
  },
);

test.each(SETTINGS)(
  'a photo sent to the app goes to the spend it fits best ($connection, $language)',
  async (setting) => {
    const office = await startOffice(setting);
    const { slack, db } = office;
    const { receipt: words } = textFor(setting.language);
    const member = slack.as(MEMBER);
    await recordOne(member);
    await recordOne(member, { amount: '120,000', place: '다온' });
    await recordOne(member, { amount: '33,000', place: '가람' });

    await send(member, '120,000 다온', [PHOTO]);
    const offer = await member.reads(words.offer(PHOTO.name));
    expect(JSON.stringify(offer.blocks)).toMatch(/E2 · .*E3 · .*E1 · /);
    await member.choose('receipt_choose', '2', { in: offer });
    await tried(office);

    expect(await findReceiptsOf(db, [1, 2, 3])).toEqual(new Map([[2, [expect.objectContaining({ state: 'stored' })]]]));
    const decided = member.messages().find(({ ts }) => ts === offer.ts);
    expect(decided?.text).toContain(words.attached('E2', PHOTO.name));
    expect(decided?.text).toContain('김서연');
    expect(decided?.buttons).toEqual([textFor(setting.language).expense.show]);
    expect(await findHistory(db, 'expense', '2', 1)).toMatchObject([{ action: 'receipt_added', actor: MEMBER }]);
  },
);

test.each(SETTINGS)(
  'a photo of a spend not recorded yet goes with the new record ($connection, $language)',
  async (setting) => {
    const office = await startOffice(setting);
    const { slack, db } = office;
    const { receipt: words } = textFor(setting.language);
    const member = slack.as(MEMBER);

    await send(member, '85000 미진 4명 조례 개정 간담회 시책 카드', [PHOTO]);
    const offer = await member.reads(words.offerNone(PHOTO.name));
    await member.press('receipt_new', { in: offer });
    const form = await member.seesView();
    expect(form.fields).toMatchObject({ amount: { value: '85000' }, place: { value: '미진' } });
    await member.submit({ activity: '4-나' });
    await tried(office);

    expect(await findExpense(db, 1)).toMatchObject({ amount: 85_000, place: '미진' });
    expect(await findReceipts(db, 1)).toMatchObject([{ state: 'stored', name: PHOTO.name }]);
    expect(member.messages().find(({ ts }) => ts === offer.ts)?.buttons).not.toContain(words.new);
  },
);

test.each(SETTINGS)('the files of a message are attached from its menu ($connection, $language)', async (setting) => {
  const office = await startOffice(setting);
  const { slack, db } = office;
  const { receipt: words } = textFor(setting.language);
  const member = slack.as(MEMBER);
  await recordOne(member, { amount: '120,000', place: '다온' });
  await recordOne(member);
  const files = [member.upload(PHOTO), member.upload({ name: 'IMG_1.HEIC', bytes: heic() })];
  const said = await member.say('점심 120,000원 영수증입니다', { channel: CHANNELS.office, files });

  await member.messageShortcut('receipt_from_message', {
    channel: CHANNELS.office,
    ts: said.ok ? (said.ts ?? '') : '',
  });
  const form = await member.seesView(words.attachForm.title);
  expect(form.text).toContain(PHOTO.name);
  expect(form.fields.expense?.value).toBe('1');
  expect((await member.search('expense', 'E2')).map(({ value }) => value)).toEqual(['2']);
  expect((await member.search('expense', '미진')).map(({ value }) => value)).toEqual(['2']);
  expect((await member.search('expense', '')).map(({ value }) => value)).toEqual(['1', '2']);
  await member.submit({ expense: '1' });
  await tried(office);

  expect(await findReceipts(db, 1)).toMatchObject([
    { state: 'stored', type: 'image/jpeg' },
    { state: 'stored', type: 'image/heic' },
  ]);
  await member.reads(words.attached('E1', `${PHOTO.name}, IMG_1.HEIC`));
});

test('a message without files, or with a table in it, is no receipt, and it is said why', async () => {
  const office = await startOffice();
  const { slack } = office;
  const { receipt: words } = textFor('ko');
  const member = slack.as(MEMBER);
  const plain = await member.say('점심', { channel: CHANNELS.office });
  await member.messageShortcut('receipt_from_message', {
    channel: CHANNELS.office,
    ts: plain.ok ? (plain.ts ?? '') : '',
  });
  await member.reads(words.noFiles);

  await send(member, '', [{ name: '3월.csv', bytes: 'a,b' }]);
  expect((await member.reads('3월.csv')).text).toContain(words.refusals.not_a_receipt);
  expect(member.view()).toBeUndefined();
});

test('of several files those that can be receipts are offered, and the others named', async () => {
  const office = await startOffice();
  const { slack } = office;
  const { receipt: words } = textFor('ko');
  const member = slack.as(MEMBER);

  await send(member, '', [PHOTO, { name: '모음.zip', bytes: 'PK' }]);

  const offer = await member.reads(words.offerNone(PHOTO.name));
  expect(offer.text).toContain(words.leftOut('모음.zip', words.refusals.archive ?? ''));
  await member.press('receipt_not', { in: offer });
  await tried(office);
  const decided = member.messages().find(({ ts }) => ts === offer.ts);
  expect(decided?.text).toContain(words.leftAlone(PHOTO.name));
  expect(decided?.buttons).toEqual([]);
});

test('the form that looks for a record can turn into a new record', async () => {
  const office = await startOffice();
  const { slack, db } = office;
  const member = slack.as(MEMBER);
  await send(member, '85000 미진 4명 간담회 시책 카드', [PHOTO]);
  await tried(office);

  await member.press('receipt_other');
  await member.seesView(textFor('ko').receipt.attachForm.title);
  await member.press('receipt_new');
  await member.seesView(({ title }) => title === textFor('ko').expense.form.record);
  await member.submit({ activity: '4-나' });
  await tried(office);

  expect(await findReceipts(db, 1)).toMatchObject([{ state: 'stored' }]);
});

test('the same file twice on a record is one receipt, however it comes', async () => {
  const office = await startOffice();
  const { slack, db } = office;
  const member = slack.as(MEMBER);
  await recordWith(member, [PHOTO, { ...PHOTO, name: '같은 사진.jpg' }]);
  await tried(office);
  await send(member, '', [PHOTO]);
  await tried(office);
  await member.press('receipt_other');
  await member.seesView();
  await member.search('expense', 'E1');
  await member.submit({ expense: '1' });
  await tried(office);

  expect((await findReceiptsOf(db, [1])).get(1)).toHaveLength(1);
  expect((await keptFiles(office)).size).toBe(1);
});

test('the same receipt on two records is kept, and whoever attached it is warned', async () => {
  const office = await startOffice();
  const { slack, db, tick } = office;
  const member = slack.as(MEMBER);
  await recordWith(slack.as(OTHER_MEMBER), [PHOTO]);
  await recordWith(member, [PHOTO], { amount: '85,100' });
  await tried(office);
  await tick();

  await member.reads(textFor('ko').receipt.twice(PHOTO.name, 'E2', 'E1'));
  expect([...(await findReceiptsOf(db, [1, 2])).keys()]).toEqual([1, 2]);
  expect(
    slack
      .as(OTHER_MEMBER)
      .messages()
      .some(({ text }) => text.includes('똑같습니다')),
  ).toBe(false);
});

const SEEING: [who: string, userId: string, sees: boolean][] = [
  ['who recorded the spend', MEMBER, true],
  ['another member', OTHER_MEMBER, false],
  ['a manager', MANAGER, true],
];

test.each(SEEING)('%s asks for the receipts: %#', async (_who, userId, sees) => {
  const office = await startOffice();
  const { slack } = office;
  const { receipt: words } = textFor('ko');
  await recordWith(slack.as(MEMBER), [PHOTO]);
  await tried(office);
  const person = slack.as(userId);

  await person.type('/지출', '영수증 E1');
  await tried(office);

  const files = person.messages(person.appChannel).flatMap((message) => (message.fromApp ? message.files : []));
  expect(files.map(({ name }) => name)).toEqual(sees ? [PHOTO.name] : []);
  await person.reads(sees ? words.sent('E1', 1) : words.notForYou);
  await person.type('/지출', '보기 E1');
  const card = await person.reads(/집행일시|일시: /);
  expect(card.text.includes(PHOTO.name)).toBe(sees);
  expect(card.buttons.includes(words.show)).toBe(sees);
});

test('who is called like whose spending it is sees no more than others', async () => {
  const office = await startOffice();
  const { slack, db } = office;
  await recordWith(slack.as(MEMBER), [PHOTO]);
  await tried(office);
  await db.updateTable('expense').set({ spender: '이준호' }).where('id', '=', 1).execute();

  await slack.as(OTHER_MEMBER).type('/지출', '영수증 E1');
  await tried(office);

  await slack.as(OTHER_MEMBER).reads(textFor('ko').receipt.notForYou);
});

test('another’s record takes no receipt from a member, and a voided one from nobody', async () => {
  const office = await startOffice();
  const { slack, db } = office;
  const { receipt: words } = textFor('ko');
  await recordOne(slack.as(MANAGER));
  const member = slack.as(MEMBER);
  await recordOne(member);
  await send(member, '', [PHOTO]);
  await tried(office);
  await member.press('receipt_other');
  await member.seesView();
  const ids = (await member.search('expense', '미진')).map(({ value }) => value);
  expect(ids).toEqual(['2']); // only their own are offered

  await db.updateTable('expense').set({ created_by: MANAGER }).where('id', '=', 2).execute();
  await member.submit({ expense: '2' });
  expect(member.view()?.errors).toEqual({ expense: words.refusedAttach.not_yours });
  await db.updateTable('expense').set({ created_by: MEMBER, voided_at: '2018-03-30' }).where('id', '=', 2).execute();
  await member.submit({ expense: '2' });
  expect(member.view()?.errors).toEqual({ expense: words.refusedAttach.voided });
  expect(await findReceipts(db, 2)).toEqual([]);
});

test.each(SETTINGS)(
  'a receipt is taken off with a reason, and its file stays ($connection, $language)',
  async (setting) => {
    const office = await startOffice(setting);
    const { slack, db } = office;
    const { receipt: words } = textFor(setting.language);
    const member = slack.as(MEMBER);
    await recordWith(member, [PHOTO]);
    await tried(office);

    await member.type('/expense', 'receipt E1');
    await tried(office);
    const list = await member.reads(words.sent('E1', 1));
    await member.press('receipt_remove', { in: list });
    await member.seesView(words.removeForm.title);
    await member.submit({ reason: '다른 집행의 영수증' });
    await member.reads(words.removed(PHOTO.name, 'E1'));

    expect(await findReceiptsOf(db, [1])).toEqual(new Map());
    expect((await keptFiles(office)).size).toBe(1);
    expect(await findHistory(db, 'expense', '1', 1)).toMatchObject([
      { action: 'receipt_removed', reason: '다른 집행의 영수증', actor: MEMBER },
    ]);
    await member.type('/expense', 'receipt E1');
    await member.reads(words.none('E1'));
  },
);

test('a name that is a path, a mention or a disguise is shown as typed and leads nowhere', async () => {
  const office = await startOffice();
  const { slack, db } = office;
  const member = slack.as(MEMBER);
  const name = '../../<!channel> *굵게* \u202egpj.exe';
  await recordWith(member, [{ name, bytes: png() }]);
  await tried(office);

  expect(await findReceipts(db, 1)).toMatchObject([{ name, state: 'stored' }]);
  expect([...(await keptFiles(office)).keys()]).toEqual([expect.stringMatching(/^[0-9a-f]{40}$/)]);
  await member.type('/지출', '보기 E1');
  await member.reads(name);
  await member.type('/지출', '영수증 E1');
  await tried(office);
  const [sent] = member.messages(member.appChannel).flatMap((message) => (message.fromApp ? message.files : []));
  expect(sent?.name).toBe('!channel 굵게 gpj.exe.png');
});

test('a kept file that was changed or lost is not passed off as the receipt', async () => {
  const office = await startOffice();
  const { slack, file, db, logged } = office;
  const member = slack.as(MEMBER);
  await recordWith(member, [PHOTO]);
  await tried(office);
  const [name = ''] = (await keptFiles(office)).keys();
  if (isAddress(file))
    await db
      .updateTable('receipt_file')
      .set({ bytes: Buffer.from('something else') })
      .execute();
  else writeFileSync(path.join(receiptsFolder(file), name), 'something else');

  await member.type('/지출', '영수증 E1');
  await member.reads(textFor('ko').receipt.lost);

  expect(member.messages(member.appChannel).flatMap((message) => (message.fromApp ? message.files : []))).toEqual([]);
  expect(logged.join('')).toContain('missing or has changed');
});

test('a member takes no receipt off a record that is approved', async () => {
  const office = await startOffice();
  const { slack, db } = office;
  const member = slack.as(MEMBER);
  await recordWith(member, [PHOTO]);
  await tried(office);
  await db.updateTable('expense').set({ approval: 'approved' }).where('id', '=', 1).execute();

  await member.type('/지출', '영수증 E1');
  await member.press('receipt_remove', { in: await member.reads(textFor('ko').receipt.sent('E1', 1)) });
  await member.reads(textFor('ko').receipt.approved);

  expect(await findReceipts(db, 1)).toMatchObject([{ state: 'stored' }]);
});
