import { expect, test } from 'vitest';
import { CHANNELS } from '../../src/simulator/people.ts';
import { putBudgets } from '../../src/spending/budget/store.ts';
import { insertVisits } from '../../src/visit/store.ts';
import { takeIn } from '../pledge/given.ts';
import { DESKTOP, describeInBrowser, PHONE, type } from '../support/browser.ts';
import { ADMINISTRATOR, GUEST, MANAGER, MEMBER, NOW, STRANGER, startOffice } from '../support/office.ts';

const by = { actor: MEMBER, at: NOW };

describeInBrowser('in the playground', (open) => {
  test.each([DESKTOP, PHONE])('each sees their own Home, and records from it ($name)', async (size) => {
    const { slack, db } = await startOffice();
    const home = (who: string) => `${slack.url}/?as=${who}#${slack.as(who).appChannel}/home`;
    for (const [who, name, words] of [
      [ADMINISTRATOR, 'administrator-first', '아직 갖추지 못한 것'],
      [GUEST, 'guest', '게스트나 다른 워크스페이스 계정'],
      [STRANGER, 'stranger', '등록 요청하기'],
    ] as const) {
      const { page, shot } = await open(home(who), size);
      await page.getByText(words).first().waitFor();
      await shot(`home-${name}`);
      await page.close();
    }

    const budgets = [
      { year: 2018, account: '203-01' as const, won: 277_200_000 },
      { year: 2018, account: '203-03' as const, won: 500_000 },
    ];
    await putBudgets(db, budgets, { ...by, origin: 'person' });
    await takeIn(db);
    const plan = {
      ...{
        programId: 1,
        title: '우이신설 공사현장 점검',
        purpose: '점검',
        place: '우이역',
        district: '강북구',
        staff: [],
      },
      ...{ startsOn: '2018-03-30', endsOn: '2018-03-30', startTime: '14:00', endTime: '15:30', owner: MEMBER },
      ...{ partner: null, partnerLevel: null, countries: null },
    };
    await insertVisits(db, [plan], { ...by, formKey: 'k', accepted: new Set() });

    const { page, shot } = await open(home(MEMBER), size);
    await page.getByText('14:00–15:30 우이신설 공사현장 점검').waitFor();
    await shot('home-member');
    await page.getByRole('button', { name: '후속조치 등록' }).click();
    const form = page.getByRole('dialog', { name: '후속조치 등록' });
    await form.getByRole('textbox', { name: '내용' }).fill('주차장 답변 준비');
    await form.getByRole('button', { name: '저장' }).click();
    await form.waitFor({ state: 'hidden' });
    await page.getByText('내 후속조치 1건').waitFor();
    await page.getByText('주차장 답변 준비').waitFor();
    await shot('home-member-after');
    await page.close();

    for (const [who, name] of [
      [MANAGER, 'manager'],
      [ADMINISTRATOR, 'administrator'],
    ] as const) {
      const { page, shot } = await open(home(who), size);
      await page.getByText('비서실 한눈에').waitFor();
      await shot(`home-${name}`);
      await page.close();
    }
    expect(slack.wrongs).toEqual([]);
  });

  test.each([DESKTOP, PHONE])(
    'the menu leads to everything, and a line written to the app to its form ($name)',
    async (size) => {
      const { slack } = await startOffice();
      const { page, shot } = await open(`${slack.url}/?as=${ADMINISTRATOR}#${CHANNELS.office}`, size);
      await type(page, '/비서');
      await page.getByRole('button', { name: '직원과 권한' }).waitFor();
      await shot('menu');
      await page.getByRole('button', { name: '내 설정' }).click();
      const settings = page.getByRole('dialog', { name: '내 설정' });
      await settings.getByRole('textbox', { name: '생일' }).fill('3월 5일');
      await shot('my-settings');
      await settings.getByRole('button', { name: '저장' }).click();
      await settings.waitFor({ state: 'hidden' });
      await page.getByText('내 설정을 저장했습니다').waitFor();
      await page.close();

      const me = await open(`${slack.url}/?as=${MEMBER}#${slack.as(MEMBER).appChannel}/messages`, size);
      await type(me.page, '4/5 14:00 우이신설 공사현장 점검 강북구');
      await me.page.getByText('일정 이야기로 보입니다').waitFor();
      await type(me.page, '이번 주 일정');
      await me.page.getByText('비서실 전체', { exact: false }).first().waitFor();
      await me.shot('direct-message');
      await me.page.getByRole('button', { name: '일정 등록' }).click();
      const form = me.page.getByRole('dialog', { name: '일정 등록' });
      await form.waitFor();
      expect(await form.getByRole('textbox', { name: '장소' }).inputValue()).toContain('우이신설');
    },
  );
});
