import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/base/db/database.ts';
import { startPlayground } from '../../../src/simulator/driver.ts';
import { checksum } from '../../../src/spending/receipt/shelf.ts';
import { findReceipts, findStored } from '../../../src/spending/receipt/store.ts';
import { registerIn } from '../../support/database.ts';
import { MEMBER, NOW } from '../../support/office.ts';
import { inFolder, startApp } from '../../support/process.ts';
import { keptFiles } from '../../support/receipts.ts';
import { FIELDS } from '../../support/spending.ts';
import { JPEG, png } from './given.ts';

const KILLS = 6;
const PHOTO = { name: '영수증.jpg', bytes: Buffer.concat([JPEG, Buffer.alloc(2_000_000, 5)]) };

test('however often the app is killed while it fetches, a receipt is kept once and nothing else is', async () => {
  await inFolder(async (folder) => {
    const slack = await startPlayground({ at: NOW, rates: false });
    const file = await registerIn(folder);
    const start = () => startApp(folder, slack, { ADMIN_USER_IDS: MEMBER, DATABASE_FILE: file });

    const member = slack.as(MEMBER);
    let app = start();
    await app.ready;
    await slack.connected(2);
    const db = await openDatabase(file);
    // One that was being looked at in two of the kills is taken for what killed the app, and is set aside.
    const ended = async () =>
      (await findReceipts(db, 1)).map(({ state, refusal }) => (refusal === 'set_aside' ? 'stored' : state));

    slack.serveFiles(() => ({ body: '', lostAfterMs: 60_000 })); // the first kill comes while it waits for the bytes
    await member.type('/지출');
    await member.seesView();
    await member.submit({ ...FIELDS, spent_on: '2018-03-29', receipt: [PHOTO, { name: '화면.png', bytes: png() }] });
    await slack.until(() => slack.calls('files.info').length > 0 || undefined, 'the app asks for the file');
    for (let kill = 0; kill < KILLS; kill++) {
      await app.kill();
      slack.serveFiles();
      const before = slack.calls('files.info').length;
      app = start();
      if (kill === KILLS - 1) break;
      const asksAgain = () => slack.calls('files.info').length > before;
      await expect.poll(async () => asksAgain() || (await ended()).every((state) => state === 'stored')).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, kill * 4)); // a little later each time
    }
    await app.ready;

    await expect.poll(ended).toEqual(['stored', 'stored']);
    const stored = await findStored(db, 1);
    const kept = await keptFiles({ db, file });
    expect([...kept].map(([name, bytes]) => [name, checksum(bytes)])).toEqual(
      stored.map(({ storedAs, sha256 }) => [storedAs, sha256]).toSorted(),
    );
    await app.kill('SIGTERM');
    await db.destroy();
    await slack.stop();
  });
});
