import { expect, test } from 'vitest';
import { insertFollowups } from '../../src/followup/store.ts';
import { FOLLOWUP_OF } from '../../src/followup/views.ts';
import { changeRole, findPerson } from '../../src/people/store.ts';
import { ACCESS_ADD } from '../../src/people/views.ts';
import { findAway, insertAway } from '../../src/spending/approval/away/store.ts';
import { findWaitingFor } from '../../src/spending/approval/store.ts';
import { textFor } from '../../src/text/index.ts';
import { giveRole } from '../../src/upkeep/accounts/roles.ts';
import { VISITS_OF } from '../../src/visit/views.ts';
import {
  ADMINISTRATOR,
  EVERY_SETTING,
  MANAGER,
  MEMBER,
  NOW,
  type Office,
  OTHER_MEMBER,
  SETTINGS,
  STRANGER,
  startOffice,
} from '../support/office.ts';
import { LINE } from '../support/spending.ts';
import { putVisit } from '../support/visits.ts';

const by = { actor: MANAGER, at: NOW };
const DAY_MS = 24 * 60 * 60_000;
/** From a Friday to a day on which nobody has quiet hours at noon. */
const WEEKEND_MS = 3 * DAY_MS;

const owed = ({ db }: Office, owner: string) =>
  insertFollowups(db, [{ source: { noun: 'visit', record: '1' }, title: '주차장 답변', owner }], by);

/** What the app told someone unasked. */
const told = ({ slack }: Office, userId: string) => slack.as(userId).messages(slack.as(userId).appChannel);

const actions = async ({ db }: Office, record: string) => {
  const rows = await db
    .selectFrom('history')
    .select(['actor', 'action'])
    .where('noun', '=', 'person')
    .where('record', '=', record)
    .where('actor', '=', 'app')
    .execute();
  return rows.map(({ actor, action }) => `${actor} ${action}`);
};

test.each(EVERY_SETTING)(
  'who is deactivated in Slack is off the list at once, and what they owed is handed over ($connection, $language)',
  async (setting) => {
    const office = await startOffice(setting);
    const { slack, db, tick } = office;
    const words = textFor(setting.language).access.account;
    await owed(office, MEMBER);
    const deputy = { from: '2018-03-01', to: '2018-04-30', deputy: MEMBER };
    await insertAway(db, deputy, { formKey: 'away', actor: MANAGER, at: NOW });
    await slack.as(MEMBER).openHome();
    await slack.as(MEMBER).seesHome();

    await slack.deactivate(MEMBER);
    await tick();

    expect(await findPerson(db, MEMBER)).toBeNull();
    expect(await actions(office, MEMBER)).toEqual(['app deactivated']);
    expect(await findAway(db, '2018-03-30')).toEqual([]);
    await slack.as(MEMBER).seesHome(textFor(setting.language).home.stranger.lead);
    for (const who of [MANAGER, ADMINISTRATOR]) {
      expect(
        told(office, who).filter((it) => it.text.includes(`${words.left('김서연')} ${words.followupsLeft(1)}`)),
      ).toMatchObject([{ buttons: [words.showOpen] }]);
      await slack.as(who).press(FOLLOWUP_OF);
      await slack.as(who).reads(/주차장 답변/);
    }
    expect(told(office, OTHER_MEMBER)).toEqual([]);
  },
);

test.each(SETTINGS)('where Slack’s word was lost, it is asked once a day ($connection, $language)', async (setting) => {
  const office = await startOffice(setting);
  const { slack, db, tick } = office;
  const words = textFor(setting.language).access.account;
  slack.slack.manifest.settings.event_subscriptions.bot_events = ['message.im'];
  await slack.deactivate(OTHER_MEMBER);
  await tick();
  expect(slack.calls('users.info')).toEqual([]);

  slack.clock.move(WEEKEND_MS);
  await tick();
  slack.clock.move(1_000);
  await tick();

  expect(slack.calls('users.info')).toHaveLength(4);
  expect(await findPerson(db, OTHER_MEMBER)).toBeNull();
  expect(told(office, ADMINISTRATOR).map(({ text }) => text)).toContain(words.left('이준호'));
  expect(told(office, MANAGER)).toEqual([]);

  await slack.deactivate(OTHER_MEMBER, false);
  slack.clock.move(DAY_MS);
  await tick();
  slack.clock.move(DAY_MS);
  await tick();
  const back = words.back('이준호', textFor(setting.language).office.roles.member ?? '');
  expect(told(office, ADMINISTRATOR).filter(({ text }) => text.includes(back))).toHaveLength(1);
});

test('Slack that is in trouble takes nobody off the list', async () => {
  const { slack, db, tick } = await startOffice();
  slack.clock.move(DAY_MS);
  slack.fail({ status: 500, seconds: 1, method: 'users.info' });

  await tick();

  expect(await db.selectFrom('person').select('user_id').where('removed_at', 'is', null).execute()).toHaveLength(4);
});

test.each(SETTINGS)(
  'the last administrator stays, managers are told once a month ($connection, $language)',
  async (setting) => {
    const office = await startOffice(setting);
    const { slack, db, tick } = office;
    const words = textFor(setting.language).access.account;

    await slack.deactivate(ADMINISTRATOR);
    await tick();
    await slack.deactivate(ADMINISTRATOR);
    await tick();

    expect(await findPerson(db, ADMINISTRATOR)).toMatchObject({ role: 'administrator' });
    expect(told(office, MANAGER).map(({ text }) => text)).toEqual([words.kept('한지우')]);
    expect(told(office, MEMBER)).toEqual([]);
    slack.clock.move(33 * DAY_MS);
    await tick();
    expect(told(office, MANAGER).filter(({ text }) => text === words.kept('한지우'))).toHaveLength(2);
  },
);

test.each(SETTINGS)(
  'who comes back is asked about, and let in by an administrator ($connection, $language)',
  async (setting) => {
    const office = await startOffice(setting);
    const { slack, db, tick } = office;
    const text = textFor(setting.language);
    await slack.deactivate(MANAGER);
    await slack.deactivate(MANAGER, false);
    await slack.deactivate(MANAGER, false);
    await tick();

    // What was true for a moment is not told any more than once.
    const back = text.access.account.back('오세라', text.office.roles.manager ?? '');
    expect(told(office, ADMINISTRATOR).filter((it) => it.text.includes(back))).toHaveLength(1);
    expect(await findPerson(db, MANAGER)).toBeNull();

    await slack.as(ADMINISTRATOR).press(ACCESS_ADD);
    await tick();
    await slack.as(MANAGER).reads(textFor('ko').access.welcome.split('`')[0] ?? '');
    expect(await findPerson(db, MANAGER)).toMatchObject({ role: 'member' });
    await slack.deactivate(MANAGER, false);
    await tick();
    expect(told(office, ADMINISTRATOR).filter((it) => it.text.includes(back))).toHaveLength(0);
  },
);

test('who was taken off by a person is not asked about when their account changes', async () => {
  const office = await startOffice();
  const { slack, db, tick } = office;
  await changeRole(db, { userId: MEMBER, name: '', language: null }, null, { actor: ADMINISTRATOR, at: NOW });

  await slack.deactivate(MEMBER);
  await slack.deactivate(MEMBER, false);
  await tick();

  expect(told(office, ADMINISTRATOR)).toEqual([]);
});

test.each(SETTINGS)(
  'the last administrator stays on the list without an account, but stands in for nobody, and what they owe is handed over ($connection, $language)',
  async (setting) => {
    const office = await startOffice(setting);
    const { slack, db, tick } = office;
    const text = textFor(setting.language);
    await owed(office, ADMINISTRATOR);
    const days = { from: '2018-03-01', to: '2018-04-30' };
    await insertAway(db, { ...days, deputy: ADMINISTRATOR }, { formKey: 'manager', actor: MANAGER, at: NOW });
    await insertAway(db, { ...days, deputy: MEMBER }, { formKey: 'own', actor: ADMINISTRATOR, at: NOW });

    await slack.deactivate(ADMINISTRATOR);
    await tick();

    expect((await findAway(db, '2018-03-30')).map(({ userId }) => userId)).toEqual([ADMINISTRATOR]);
    const came = told(office, MANAGER);
    const { kept, followupsLeft, showOpen } = text.access.account;
    expect(came.filter((it) => it.text.includes(kept('한지우')) && it.text.includes(followupsLeft(1)))).toMatchObject([
      { buttons: [showOpen] },
    ]);
    const [gone = ''] = text.approval.away.deputyGone('한지우', '@', '').split('@');
    expect(came.filter((it) => it.text.includes(gone))).toHaveLength(1);
  },
);

test('who is away is told once when their deputy leaves, whoever took them off the list', async () => {
  const office = await startOffice();
  const { slack, db, tick } = office;
  const days = { from: '2018-03-01', to: '2018-04-30' };
  await insertAway(db, { ...days, deputy: OTHER_MEMBER }, { formKey: 'first', actor: MANAGER, at: NOW });
  await insertAway(db, { ...days, deputy: MEMBER }, { formKey: 'second', actor: ADMINISTRATOR, at: NOW });

  await slack.deactivate(OTHER_MEMBER);
  await slack.deactivate(OTHER_MEMBER);
  const left = { userId: MEMBER, name: '김서연', language: null };
  await giveRole(db, left, null, { actor: ADMINISTRATOR, at: NOW, today: '2018-03-30', language: 'ko' });
  await tick();

  expect(await findAway(db, '2018-03-30')).toEqual([]);
  const gone = (who: string, name: string) =>
    told(office, who).filter((it) => it.text.includes(`대결자 ${name} 님이`)).length;
  expect([gone(MANAGER, '이준호'), gone(ADMINISTRATOR, '김서연')]).toEqual([1, 1]);
});

test('who becomes a guest of the workspace is off the list as any guest is', async () => {
  const office = await startOffice();
  const { slack, db, tick } = office;
  const { people } = slack.slack.workspace;
  const member = people.get(MEMBER);
  if (!member) throw new Error('There is no such person.');
  people.set(MEMBER, { ...member, isRestricted: true });

  slack.clock.move(WEEKEND_MS);
  await tick();

  expect(await findPerson(db, MEMBER)).toBeNull();
  await slack.as(MEMBER).type('/지출', '현황');
  await slack.as(MEMBER).reads(textFor('ko').access.guest);
});

test('what waited for the only manager goes to an administrator', async () => {
  const office = await startOffice();
  const { slack, db, tick } = office;
  await slack.as(MANAGER).type('/지출', '결재');
  await slack.as(MANAGER).reads(/결재 없이/);
  await slack.as(MANAGER).press('approval_settings_open');
  await slack.as(MANAGER).seesView();
  await slack.as(MANAGER).submit({ 'mode_203-03': 'always' });
  await slack.as(MEMBER).type('/지출', LINE);
  await slack.as(MEMBER).seesView();
  await slack.as(MEMBER).submit();
  await slack.settled();
  await db.updateTable('finding').set({ state: 'accepted' }).execute();
  await tick();
  expect((await findWaitingFor(db, { userId: MANAGER }, '2018-03-30')).length).toBe(1);
  expect(told(office, ADMINISTRATOR)).toEqual([]);

  await slack.deactivate(MANAGER);
  await tick();

  await slack.as(ADMINISTRATOR).press('approval_approve');
  await slack.settled();
  expect(await db.selectFrom('expense').select('approval').execute()).toEqual([{ approval: 'approved' }]);
});

test.each(SETTINGS)(
  'where the question can’t be brought up to date, its newcomer is added and welcomed once, and nothing is said to have failed ($connection, $language)',
  async (setting) => {
    const office = await startOffice(setting, { refusalsMeant: true });
    const { slack, db, tick } = office;
    await slack.as(STRANGER).type('/지출');
    await tick();

    // Neither what was pressed takes an answer, nor their messages with the app.
    const { responses } = slack.slack;
    const issue = responses.set;
    responses.set = () => responses;
    slack.trouble({ rate: 1, kinds: ['500'], methods: ['chat.postMessage'] });
    await slack.as(ADMINISTRATOR).press(ACCESS_ADD);
    await slack.settled();
    responses.set = issue;
    slack.trouble({ next: ['lost'], methods: ['chat.postMessage'] });
    await tick();
    slack.trouble();
    slack.clock.move(5 * 60_000);
    await tick();

    expect(await findPerson(db, STRANGER)).toMatchObject({ role: 'member' });
    const { welcome, broke } = textFor('ko').access;
    expect(told(office, STRANGER).filter(({ text }) => text.includes(welcome.split('`')[0] ?? ''))).toHaveLength(1);
    const words = textFor(setting.language).access;
    for (const { text } of [...told(office, ADMINISTRATOR), ...told(office, STRANGER)]) {
      for (const failed of [broke, words.broke]) expect(text).not.toContain(failed('').split(/[.:]/)[0]);
    }
    await slack.as(ADMINISTRATOR).press(ACCESS_ADD);
    await slack.as(ADMINISTRATOR).reads(words.addedBefore('새로운'));
  },
);

test.each(SETTINGS)(
  'what is handed over is told once, though Slack’s first answer is lost ($connection, $language)',
  async (setting) => {
    const office = await startOffice(setting);
    const { slack, db, tick } = office;
    const { givenToYou } = textFor(setting.language).followup;
    await slack.as(MEMBER).type('/후속', '추가 주차장 답변 @이준호 4/20');
    await slack.as(MEMBER).seesView();
    await slack.as(MEMBER).submit();
    await slack.settled();
    expect(await db.selectFrom('followup').select('owner').execute()).toEqual([{ owner: OTHER_MEMBER }]);

    slack.trouble({ next: ['lost'], methods: ['chat.postMessage'] });
    await tick();
    slack.trouble();
    slack.clock.move(5 * 60_000);
    await tick();

    const given = told(office, OTHER_MEMBER).filter(({ text }) => text.includes(givenToYou('김서연')));
    expect(given).toHaveLength(1);
  },
);

test('what was handed on before it could be told is told only to who has it', async () => {
  const office = await startOffice();
  const { slack, tick } = office;
  await slack.as(MEMBER).type('/후속', '추가 주차장 답변 @이준호 4/20');
  await slack.as(MEMBER).seesView();
  await slack.as(MEMBER).submit();
  await slack.as(MANAGER).type('/후속', '넘기기 F1 @한지우');
  await slack.settled();
  await tick();

  expect(told(office, OTHER_MEMBER)).toEqual([]);
  await slack.as(ADMINISTRATOR).reads(textFor('ko').followup.givenToYou('오세라'));
});

test.each(SETTINGS)(
  'managers hear of visits ahead that somebody leaves behind, however they left, and see which ($connection, $language)',
  async (setting) => {
    const office = await startOffice(setting);
    const { slack, db, tick } = office;
    const { account } = textFor(setting.language).access;
    await putVisit(office, { title: '시장 방문', startsOn: '2018-04-12', owner: OTHER_MEMBER });
    await putVisit(office, { title: '학교 방문', startsOn: '2018-04-13', owner: MEMBER, staff: [OTHER_MEMBER] });
    await putVisit(office, { title: '지난 방문', startsOn: '2018-03-12', owner: OTHER_MEMBER });

    await slack.deactivate(MEMBER);
    const left = { userId: OTHER_MEMBER, name: '이준호', language: null };
    const by = { actor: ADMINISTRATOR, at: NOW, today: '2018-03-30' };
    await giveRole(db, left, null, { ...by, language: 'ko' });
    await tick();

    for (const who of [MANAGER, ADMINISTRATOR]) {
      const came = told(office, who);
      for (const words of [account.left('김서연'), account.removed('이준호')]) {
        const visits = account.visitsLeft(words.includes('김서연') ? 1 : 2);
        expect(came.filter(({ text }) => text.includes(`${words} ${visits}`))).toMatchObject([
          { buttons: [account.showVisits] },
        ]);
      }
    }
    await slack.as(MANAGER).press(VISITS_OF);
    await slack.as(MANAGER).reads(/시장 방문[\s\S]*학교 방문/);
    expect(told(office, MANAGER).at(-1)?.text).not.toContain('지난 방문');
  },
);

test('who leaves without anything to hand over is nobody’s concern but theirs who took them off', async () => {
  const office = await startOffice();
  const left = { userId: MEMBER, name: '김서연', language: null };
  const by = { actor: ADMINISTRATOR, at: NOW, today: '2018-03-30' };

  await giveRole(office.db, left, null, { ...by, language: 'ko' });
  await office.tick();

  expect([...told(office, MANAGER), ...told(office, ADMINISTRATOR)]).toEqual([]);
});

test.each(SETTINGS)(
  'a deputy reads that it is over once the one they stand for has left ($connection, $language)',
  async (setting) => {
    const office = await startOffice(setting);
    const { slack, db, tick } = office;
    const { notice, noticeEnded } = textFor(setting.language).approval.away;
    const days = { from: '2018-03-01', to: '2018-04-30' };
    await insertAway(db, { ...days, deputy: MEMBER }, { formKey: 'manager', actor: MANAGER, at: NOW });
    await tick();
    const [asked = ''] = notice('오세라', '@', '').split('@');
    expect(told(office, MEMBER).map(({ text }) => text)).toEqual([expect.stringContaining(asked)]);

    await slack.deactivate(MANAGER);
    await tick();

    const [over = ''] = noticeEnded('오세라', '@', '').split('@');
    expect(told(office, MEMBER).map(({ text }) => text)).toEqual([expect.stringContaining(over)]);
  },
);

test('an administrator who stays on the list without an account is asked for nothing, until the account is back', async () => {
  const office = await startOffice();
  const { slack, db, tick } = office;
  const { approval, access } = textFor('ko');
  await slack.as(MANAGER).type('/지출', '결재');
  await slack.as(MANAGER).reads(/결재 없이/);
  await slack.as(MANAGER).press('approval_settings_open');
  await slack.as(MANAGER).seesView();
  await slack.as(MANAGER).submit({ 'mode_203-03': 'always' });
  await slack.deactivate(ADMINISTRATOR);
  await slack.as(MANAGER).type('/지출', LINE);
  await slack.as(MANAGER).seesView();
  await slack.as(MANAGER).submit();
  await slack.settled();
  await db.updateTable('finding').set({ state: 'accepted' }).execute();
  await tick();

  // Nobody but the administrator could decide on what the only manager spent.
  const [stuck = ''] = approval.stuck('@', '').split('@').slice(-1);
  expect(told(office, ADMINISTRATOR)).toEqual([]);
  expect(told(office, MANAGER).filter(({ text }) => text.includes(stuck.trim().slice(-30)))).toHaveLength(1);
  await slack.as(STRANGER).type('/지출');
  await slack.as(STRANGER).reads(access.nobodyToAsk);
  slack.clock.move(20 * DAY_MS);
  await tick();
  expect(told(office, ADMINISTRATOR)).toEqual([]);

  await slack.deactivate(ADMINISTRATOR, false);
  await tick();
  await slack.as(ADMINISTRATOR).press('approval_approve');
  await slack.settled();
  expect(await db.selectFrom('expense').select('approval').execute()).toEqual([{ approval: 'approved' }]);
});
