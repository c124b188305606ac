import { expect, test } from 'vitest';
import { attachReceipts, findReceipts } from '../../../src/spending/receipt/store.ts';
import { claimWanted, countLook, releaseWanted } from '../../../src/spending/receipt/wanted/store.ts';
import { textFor } from '../../../src/text/index.ts';
import { recordSpend } from '../../disclosure/made-up.ts';
import { ADMINISTRATOR, MEMBER, startOffice } from '../../support/office.ts';
import { tried } from '../../support/receipts.ts';

const ko = textFor('ko').receipt;

test('a file that took the process down twice is set aside, and its sender and the administrators are told', async () => {
  const office = await startOffice();
  const { db, slack, tick } = office;
  const id = await recordSpend(db, { createdBy: MEMBER });
  const at = slack.now();
  await attachReceipts(db, id, [{ slackFileId: 'F0CRASH', name: '폭탄.pdf' }], { actor: MEMBER, at });
  for (let crash = 0; crash < 2; crash++) {
    const wanted = await claimWanted(db, { at: slack.now(), name: 'a'.repeat(40), by: 'gone', expenseId: id });
    if (!wanted) throw new Error('Nothing is wanted.');
    await countLook(db, wanted); // and the process ends here
    await releaseWanted(db, () => true);
  }

  await tick();
  await tried(office);
  await tick();

  expect(await findReceipts(db, id)).toMatchObject([{ state: 'refused', refusal: 'set_aside' }]);
  expect(slack.calls('files.info')).toEqual([]);
  await slack.as(MEMBER).reads(ko.refusals.set_aside);
  expect((await slack.as(ADMINISTRATOR).reads('폭탄.pdf')).text).toContain('두 번 멈춰');
});
