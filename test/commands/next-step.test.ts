import { expect, test } from 'vitest';
import { capital } from '../../src/slack/blocks.ts';
import { textFor } from '../../src/text/index.ts';
import { ADMINISTRATOR, MANAGER, MEMBER, SETTINGS, startOffice } from '../support/office.ts';

/** What a button or a table is called inside. */
const INSIDE = /\b[a-z]+_[a-z_]+\b/;

test.each(SETTINGS)('an empty list leads to its first record ($connection, $language)', async (setting) => {
  const { slack } = await startOffice(setting);
  const words = textFor(setting.language);
  const me = slack.as(MEMBER);
  for (const [command, form] of [
    ['/지출', words.expense.form.record],
    ['/현장', words.visit.form.plan],
    ['/의회', words.council.form.log],
    ['/후속', words.followup.form.add],
  ] as const) {
    await me.type(command, '목록');
    await slack.settled();
    const answer = me.lastAnswer();
    await me.press(answer?.buttons[0] ?? '', answer ? { in: answer } : {});
    await me.seesView(form);
    await me.close();
  }
});

test.each(SETTINGS)('a list says what it was asked for ($connection, $language)', async (setting) => {
  const { slack, db } = await startOffice({ ...setting, samples: true, now: new Date('2026-11-30T03:00:00Z') });
  const { council, followup, visit } = textFor(setting.language);
  await db.updateTable('person').set({ language: setting.language }).where('user_id', '=', MEMBER).execute();
  const me = slack.as(MEMBER);

  await me.type('/후속', '목록 기한지남');
  await me.reads(capital(`${followup.list.overdue} · ${followup.list.summary('1')}`));
  await me.type('/후속', '목록 감사 기한없음');
  await me.reads(capital(`${followup.noDue} · ${followup.kindGroups.audit} · `));
  await me.type('/의회', '목록 시장면담 하수관');
  await me.reads(capital(`${council.kinds.mayor_meeting} · “하수관” · `));
  await me.type('/현장', '목록 미공유');
  await me.reads(capital(`${visit.list.filters.untold} · ${visit.list.summary('2')}`));
});

test.each(SETTINGS)('a record that is not named is asked for by its number alone ($language)', async (setting) => {
  const { slack } = await startOffice(setting);
  const words = textFor(setting.language);
  const me = slack.as(MEMBER);
  for (const [line, asked] of [
    ['/지출 되살리기', words.expense.whichRecord],
    ['/의회 무효', words.council.whichRecord],
    ['/후속 완료', words.followup.whichRecord],
  ] as const) {
    await me.type(...(line.split(' ') as [string, string]));
    await me.reads(asked);
    expect(asked).not.toContain('`');
  }
});

test('a second administrator is added with that role', async () => {
  const { slack } = await startOffice();
  const boss = slack.as(ADMINISTRATOR);
  const { home, office } = textFor('ko');
  await boss.openHome();
  await boss.seesHome(home.setup.does.second_administrator);

  await boss.press(home.setup.does.second_administrator, { in: 'home' });

  const view = await boss.seesView(office.personAdd);
  expect(view.fields.role?.shown).toBe(office.roles.administrator);
});

test.each(SETTINGS)(
  'the language is chosen in a window where none is said ($connection, $language)',
  async (setting) => {
    const { slack } = await startOffice(setting);
    const words = textFor(setting.language);
    const boss = slack.as(MANAGER);

    await boss.type('/비서', '언어');

    await boss.seesView(words.home.settings.title);
  },
);

test.each(SETTINGS)('nothing is shown by what it is called inside ($connection, $language)', async (setting) => {
  const { slack, db } = await startOffice({ ...setting, samples: true, now: new Date('2026-11-30T03:00:00Z') });
  await db.updateTable('person').set({ language: setting.language }).where('user_id', '=', ADMINISTRATOR).execute();
  const words = textFor(setting.language);
  const boss = slack.as(ADMINISTRATOR);

  await boss.type('/비서', '메뉴');
  await boss.press(words.office.menu.audit, { in: await boss.reads(words.office.menuLead) });
  await boss.reads(words.followup.kindGroups.audit);
  await boss.type('/비서', '접속기록');
  const records = await boss.reads(words.upkeep.access.pressed);
  expect(records.text).not.toMatch(INSIDE);

  await boss.openHome();
  const home = await boss.seesHome(words.home.mine.title);
  expect(home.text).not.toContain('Asia/Seoul');
});

test.each(SETTINGS)('a period without records has nothing to release or to mask ($language)', async (setting) => {
  const { slack } = await startOffice(setting);
  const { buttons, releaseForm } = textFor(setting.language).disclosure;
  const boss = slack.as(MANAGER);

  await boss.type('/지출', '공개 2016-10');

  const answer = await boss.reads(releaseForm.refusals.no_records);
  expect(answer.buttons).not.toContain(buttons.draft);
  expect(answer.buttons).not.toContain(buttons.release);
});

test.each(SETTINGS)(
  'a meeting on a pledge is planned for no day yet, whatever its code ($language)',
  async (setting) => {
    const { slack, db } = await startOffice({ ...setting, samples: true, now: new Date('2026-11-30T03:00:00Z') });
    await db.updateTable('person').set({ language: setting.language }).where('user_id', '=', MANAGER).execute();
    const { review } = textFor(setting.language).pledge;
    const boss = slack.as(MANAGER);
    await boss.type('/공약', '평가 2016-h1');
    const answer = await boss.reads('10-2-2');

    await boss.press(review.meetingPlan, { in: answer });

    const { date, title } = (await boss.seesView()).fields;
    expect(date?.value).toBeNull();
    expect(title?.value).toContain('창업지원센터 밤에도 열기');
  },
);

test('nobody is to be told beforehand of a visit that was', async () => {
  const { slack } = await startOffice();
  const { visit } = textFor('ko');
  const me = slack.as(MEMBER);
  await me.type('/현장', '1/5 14:00 우이신설 공사현장 점검 강북구 민생현장');
  await me.seesView(visit.form.plan);
  await me.submit({ date: '2010-02-02', place: '우이역', purpose: '점검' });

  const said = await me.reads(visit.planned('V1'));
  expect(said.text).not.toContain(visit.tellNow);
});
