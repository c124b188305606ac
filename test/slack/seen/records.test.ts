import { expect, test } from 'vitest';
import { insertSights } from '../../../src/slack/seen/store.ts';
import { ADMINISTRATOR, MANAGER, MEMBER, NOW, OTHER_MEMBER, SETTINGS, startOffice } from '../../support/office.ts';
import { FIELDS, recordOne } from '../../support/spending.ts';

test.each(SETTINGS)('a look says who, when, by which command, at whose ($connection, $language)', async (setting) => {
  const office = await startOffice(setting);
  const { slack, db } = office;
  const name = await recordOne(slack.as(MEMBER));
  await db.updateTable('expense').set({ attendees: '이름있는 과장 외 3명' }).execute();
  const manager = slack.as(MANAGER);

  await manager.type('/지출', `보기 ${name}`);
  await manager.reads('이름있는');
  await slack.settled();

  const rows = await db.selectFrom('access_record').selectAll().execute();
  expect(rows).toMatchObject([
    {
      actor: MANAGER,
      at: slack.now().toISOString(),
      via: 'slack',
      command: '/지출 보기',
      asked: name,
      kind: 'attendees',
      how: 'opened',
      named: name,
      count: 1,
    },
  ]);
});

test('what was asked is kept as words that any register takes, whatever was sent', async () => {
  const { db } = await startOffice();
  const act = { at: NOW, actor: MEMBER, via: 'slack' as const, command: '/비서', asked: '누가\0 \u202e왔어\n?' };

  await insertSights(db, act, [{ kind: 'attendees', how: 'opened', named: ['E1'], count: 1 }]);

  expect(await db.selectFrom('access_record').select('asked').execute()).toEqual([{ asked: '누가 왔어 ?' }]);
});

test('what was refused, or only looked through, is no look', async () => {
  const { slack, db } = await startOffice();
  const name = await recordOne(slack.as(MEMBER), FIELDS);
  const other = slack.as(OTHER_MEMBER);

  await other.type('/지출', `영수증 ${name}`);
  await other.reads((it) => it.private);
  await other.type('/지출', '현황 2018');
  await slack.settled();

  expect(await db.selectFrom('access_record').select('kind').execute()).toEqual([]);
});

test('a file that leaves is told from what stood on the screen', async () => {
  const { slack, db } = await startOffice();
  await recordOne(slack.as(MEMBER));
  await slack.as(MANAGER).type('/지출', '내보내기 2018 csv');
  await slack.settled();

  expect(await db.selectFrom('access_record').select(['kind', 'how']).execute()).toEqual([
    { kind: 'attendees', how: 'exported' },
  ]);
});

test('the database itself lets nobody change or remove a record', async () => {
  const { slack, db } = await startOffice();
  const name = await recordOne(slack.as(MEMBER));
  await slack.as(ADMINISTRATOR).type('/지출', `보기 ${name}`);
  await slack.settled();

  await expect(db.updateTable('access_record').set({ actor: MEMBER }).execute()).rejects.toThrow(/kept as they are/);
  await expect(db.deleteFrom('access_record').execute()).rejects.toThrow(/kept as they are/);
  expect(await db.selectFrom('access_record').select('actor').execute()).toEqual([{ actor: ADMINISTRATOR }]);
});
