import { describe, expect, test } from 'vitest';
import { insertEntered as insertFollowup } from '../../src/followup/store.ts';
import {
  findOfficeSettings,
  findPersonSettings,
  putOfficeSetting,
  putPersonSetting,
} from '../../src/people/settings/store.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import type { SeenMessage } from '../../src/simulator/seen.ts';
import { putBudgets } from '../../src/spending/budget/store.ts';
import { insertEntered as insertExpense } from '../../src/spending/expense/store.ts';
import { textFor } from '../../src/text/index.ts';
import {
  ADMINISTRATOR,
  at,
  MANAGER,
  MEMBER,
  NOW,
  type Office,
  OTHER_MEMBER,
  SETTINGS,
  type Setting,
  startOffice,
} from '../support/office.ts';
import { owed, spend } from '../time/digest/given.ts';

const ko = textFor('ko');
const by = { actor: 'test', at: NOW };
const CHANNEL = CHANNELS.office;

/** An office with a budget, one spend of last week, something that the member owes, and a channel. */
async function started(setting: Partial<Setting> = {}, how = {}): Promise<Office> {
  const office = await startOffice(setting, how);
  const { db } = office;
  await putBudgets(db, [{ year: 2018, account: '203-03', won: 103_000_000 }], { ...by, origin: 'person' });
  const spent = spend({ year: 2018, month: 3, spentOn: '2018-03-20', account: '203-03', amount: 51_500_000 });
  await insertExpense(db, spent, { ...by, formKey: 'e', receipts: [], heldRowId: null });
  await insertFollowup(db, owed({ title: '주차장 답변', owner: MEMBER, due: '2018-03-28' }), { ...by, formKey: 'f' });
  await putOfficeSetting(db, 'channel', CHANNEL, by);
  return office;
}

const pictureIn = ({ blocks = [] }: SeenMessage) => blocks.find((block) => block.type === 'image');

const digestsIn = ({ slack }: Office, channel = CHANNEL): SeenMessage[] =>
  slack
    .as(MANAGER)
    .messages(channel)
    .filter((it) => it.fromApp && !it.private && it.text.includes('주 주간 요약'));

describe.each(SETTINGS)('over $connection in $language', ({ connection, language }) => {
  const text = textFor(language);
  const command = language === 'ko' ? '/요약' : '/digest';

  test('a member sees the week alone, with its picture in their conversation with the app', async () => {
    const { slack } = await started({ connection, language });
    const member = slack.as(MEMBER);

    await member.type(command);
    const digest = await member.reads(text.digest.title('2018', '13'));
    const picture = await member.reads((it) => pictureIn(it) !== undefined);

    expect(digest.private).toBe(true);
    expect(digest.text).toContain('51,500');
    expect(digest.text).not.toContain('주차장 답변');
    expect(picture.channel).toBe(member.appChannel);
    expect(pictureIn(picture)?.alt_text).toContain('50.0%');
    expect(picture.fallback).toContain(language === 'ko' ? '103,000' : '₩103 million');
  });

  test('a part shows what stands behind it to who presses, and only to them', async () => {
    const { slack } = await started({ connection, language });
    const member = slack.as(MEMBER);
    await member.type(command);
    const digest = await member.reads(text.digest.title('2018', '13'));
    const section = (digest.blocks ?? []).find((it) => JSON.stringify(it).includes('overdue'));

    await member.press('digest_part', { in: digest, blockId: String(section?.block_id) });
    const list = await member.reads('주차장 답변', digest);

    expect(list.private).toBe(true);
  });

  test.each([
    ['지난주', '12'],
    ['last week', '12'],
    ['2018-W10', '10'],
    ['3/5', '10'],
  ])('another week is understood: %s', async (typed, week) => {
    const { slack } = await started({ connection, language });

    await slack.as(MEMBER).type(command, typed);

    const [year, number] = ['2018', week];
    await slack.as(MEMBER).reads((it) => it.text.includes(text.digest.title(year, number)));
  });

  test('what is no week gets help, with the nearest command', async () => {
    const { slack } = await started({ connection, language });
    const member = slack.as(MEMBER);

    await member.type(command, 'setings');
    const slip = await member.reads(text.conversation.meant.unknown('setings', `${command} settings`));
    expect(slip.buttons).toHaveLength(2);
    await member.type(command, '*홍길동*');
    const unknown = await member.reads(text.digest.help.unknown('*홍길동*'));
    await member.type(command, 'help');

    expect(unknown.text).toContain(text.digest.help.title);
    expect((await member.reads(text.digest.help.title, unknown)).text).not.toContain('홍길동');
  });

  test('a manager posts it, and is asked before it is posted again', async () => {
    const office = await started({ connection, language });
    const { slack, tick } = office;
    const manager = slack.as(MANAGER);
    const posted = () =>
      slack.calls('chat.postMessage').filter((call) => JSON.stringify(call.args).includes(CHANNEL)).length;

    await manager.type(command, 'send');
    const queued = text.digest.title('2018', '13');
    await manager.reads((it) => it.private && it.text.includes(queued));
    await tick();
    expect(posted()).toBe(1);
    const digest = await manager.reads((it) => !it.private && it.channel === CHANNEL);
    expect(digest.text).toContain(text.digest.title('2018', '13'));
    expect(pictureIn(digest)?.alt_text).toContain('50.0%');

    await manager.type(command, 'send');
    const question = await manager.reads((it) => it.buttons.includes(text.digest.send.confirm));
    await tick();
    expect(posted()).toBe(1);
    await manager.press('digest_send_again', { in: question });
    await slack.redeliverLast();
    await manager.reads((it) => it.ts === question.ts && it.buttons.length === 0);
    await tick();
    expect(posted()).toBe(2);
  });

  test('a manager chooses day, time and parts', async () => {
    const { slack, db } = await started({ connection, language });
    const manager = slack.as(MANAGER);

    await manager.type(command, 'settings');
    await manager.seesView((it) => it.callbackId === 'digest_settings');
    await manager.submit({ weekday: '3', time: '10:30', parts: ['visits', 'audit'] });
    await manager.reads(text.digest.settings.savedOn(text.digest.settings.weekdays[2] ?? '', '10:30'));

    expect((await findOfficeSettings(db)).digest).toEqual({
      ...{ on: true, weekday: 3, time: '10:30', channel: null },
      without: ['spending', 'followups', 'pledges', 'council'],
    });
  });
});

test('on Monday at nine the channel gets the digest once, and each person their own part', async () => {
  const office = await started();
  const { slack, db, tick } = office;
  await putPersonSetting(db, OTHER_MEMBER, 'digest', false);
  await insertFollowup(db, owed({ title: '남의 답변', owner: OTHER_MEMBER, due: '2018-04-03' }), {
    ...by,
    formKey: 'g',
  });
  await tick();

  await at(office, '2018-04-02T08:59:00');
  expect(digestsIn(office)).toHaveLength(0);
  await at(office, '2018-04-02T09:00:00');
  await tick();

  const [digest, ...others] = digestsIn(office);
  expect(others).toEqual([]);
  expect(digest?.text).toContain('2018년 제14주 주간 요약');
  expect(digest && pictureIn(digest)).toBeDefined();
  const own = await slack.as(MEMBER).reads(ko.digest.personal.title('김서연'));
  expect(own.text).toContain('주차장 답변');
  expect(own.buttons).toContain(ko.digest.personal.off);
  const theirs = slack.as(OTHER_MEMBER).messages(slack.as(OTHER_MEMBER).appChannel);
  expect(theirs.filter((it) => it.text.includes('이번 주'))).toEqual([]);
});

test('one press beside it turns a person’s own part off, and another on again', async () => {
  const office = await started();
  const { slack, db, tick } = office;
  const member = slack.as(MEMBER);
  await tick();
  await at(office, '2018-04-02T09:00:00');
  await member.reads(ko.digest.personal.title('김서연'));

  await member.press('digest_personal_off');
  await member.reads(ko.digest.personal.turnedOff);
  expect((await findPersonSettings(db, MEMBER)).digest).toBe(false);
  await at(office, '2018-04-09T09:00:00');
  const titles = member
    .messages(member.appChannel)
    .filter((it) => it.text.includes(ko.digest.personal.title('김서연')));
  expect(titles).toHaveLength(1);

  await member.type('/요약', '내것');
  const mine = await member.reads(ko.digest.personal.noneOff);
  expect(mine.text).not.toContain(ko.digest.personal.why);
  expect(mine.buttons).toContain(ko.digest.personal.on);
  await member.type('/요약', '켜기');
  await member.reads(ko.digest.personal.turnedOn);
  expect((await findPersonSettings(db, MEMBER)).digest).toBe(true);
});

test('a person’s own part waits until their quiet hours are over', async () => {
  const office = await started();
  const { slack, db, tick } = office;
  const member = slack.as(MEMBER);
  await putPersonSetting(db, MEMBER, 'quiet', { from: '19:00', to: '13:00', freeDays: true });
  await tick();
  const titles = () =>
    member.messages(member.appChannel).filter((it) => it.text.includes(ko.digest.personal.title('김서연')));

  await at(office, '2018-04-02T09:00:00');
  await at(office, '2018-04-02T12:59:00');
  expect(titles()).toHaveLength(0);
  await at(office, '2018-04-02T13:00:30');
  expect(titles()).toHaveLength(1);
});

test('an app that was away on Monday sends it when it is back, but not after the week', async () => {
  const office = await started();
  await office.tick();

  await at(office, '2018-04-08T23:00:00');
  expect(digestsIn(office)).toHaveLength(1);
  await at(office, '2018-04-10T10:00:00');
  expect(digestsIn(office).map((it) => it.text.slice(0, 10))).toEqual(['2018년 제14주', '2018년 제15주']);
});

test('an office that begins in the middle of a week is not sent the week’s digest late', async () => {
  const office = await started();

  await office.tick();

  expect(digestsIn(office)).toHaveLength(0);
});

test('a digest that is off is not posted, and people still get their own parts', async () => {
  const office = await started();
  const { db, slack, tick } = office;
  await putOfficeSetting(db, 'digest', { ...(await findOfficeSettings(db)).digest, on: false }, by);
  await tick();

  await at(office, '2018-04-02T09:00:00');

  expect(digestsIn(office)).toHaveLength(0);
  await slack.as(MEMBER).reads(ko.digest.personal.title('김서연'));
});

test('without a channel administrators are told once', async () => {
  const office = await started();
  const { db, slack, tick } = office;
  await putOfficeSetting(db, 'channel', null, by);
  const administrator = slack.as(ADMINISTRATOR);
  const told = () => administrator.messages().filter((it) => it.text.includes('채널이 정해지지 않아')).length;
  await tick();

  await at(office, '2018-04-02T09:00:00');
  expect(told()).toBe(1);
  await at(office, '2018-04-09T09:00:00');
  expect(told()).toBe(1);
  await slack.as(MANAGER).type('/요약', '올리기');
  await slack.as(MANAGER).reads('요약을 올릴 채널이 정해지지 않았습니다.');
});

test('a digest whose picture Slack won’t have goes without it', async () => {
  const office = await started();
  const { slack, tick } = office;
  await tick();
  await at(office, '2018-04-02T08:59:00');
  slack.fail({ status: 500, seconds: 7_200, method: 'files.getUploadURLExternal' });

  await at(office, '2018-04-02T09:00:00');
  expect(digestsIn(office)).toHaveLength(0); // it is tried again first
  for (const minute of ['01', '03', '06', '11', '26', '45']) await at(office, `2018-04-02T09:${minute}:00`);

  const [digest, ...others] = digestsIn(office);
  expect(others).toEqual([]);
  expect(digest?.text).toContain('51,500');
  expect(digest && pictureIn(digest)).toBeUndefined();
});

test('members may neither post it nor change its settings', async () => {
  const { slack } = await started();
  const member = slack.as(MEMBER);

  await member.type('/요약', '올리기');
  const first = await member.reads(ko.access.notManager);
  await member.type('/요약', '설정');
  await member.reads(ko.access.notManager, first);

  expect(member.view()).toBeUndefined();
});

test('two managers who change the settings at once hear of each other', async () => {
  const { slack, db } = await started();
  const [one, other] = [slack.as(MANAGER), slack.as(ADMINISTRATOR)];
  await one.type('/요약', '설정');
  await other.type('/요약', '설정');
  await one.seesView();
  await other.seesView();

  await one.submit({ weekday: '2' });
  await other.submit({ time: '11:00' });
  const again = await other.seesView((it) => it.text.includes(ko.digest.settings.changedMeanwhile));
  expect(again.fields.time?.value).toBe('11:00');
  expect((await findOfficeSettings(db)).digest).toMatchObject({ weekday: 2, time: '09:00' });

  await other.submit();
  expect((await findOfficeSettings(db)).digest).toMatchObject({ weekday: 1, time: '11:00' });
});

test('a digest needs at least one part', async () => {
  const { slack } = await started();
  const manager = slack.as(MANAGER);
  await manager.type('/요약', '설정');
  await manager.seesView();

  await manager.submit({ parts: [] });

  expect(Object.keys(manager.view()?.fields ?? {})).toContain('parts');
});

test('a week asked for again replaces the picture of the last one, also when its reader deleted that', async () => {
  const office = await started({}, { refusalsMeant: true });
  const { slack } = office;
  const me = slack.as(MEMBER);
  const pictures = () => me.messages(me.appChannel).filter((it) => pictureIn(it));
  await me.type('/요약', '2018-W12');
  await slack.settled();
  const [first] = pictures();
  expect(pictures()).toHaveLength(1);

  await me.type('/요약', '2018-W11');
  await slack.settled();
  expect(pictures()).toHaveLength(1);
  expect(pictures()[0]?.ts).not.toBe(first?.ts);

  const gone = { channel: me.appChannel, ts: '1.000001' };
  await putPersonSetting(office.db, MEMBER, 'picture', gone);
  await me.type('/요약', '2018-W12');
  await slack.settled();
  expect(pictures()).toHaveLength(2);
});
