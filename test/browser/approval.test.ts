import { expect, test } from 'vitest';
import { CHANNELS } from '../../src/simulator/people.ts';
import { putBudgets } from '../../src/spending/budget/store.ts';
import { DESKTOP, describeInBrowser, PHONE, type } from '../support/browser.ts';
import { MANAGER, MEMBER, NOW, startOffice } from '../support/office.ts';
import { recordOne } from '../support/spending.ts';

describeInBrowser('in the playground', (open) => {
  test.each([PHONE, DESKTOP])('a manager sets approvals, asks for changes and approves ($name)', async (size) => {
    const office = await startOffice();
    const { slack, db, tick } = office;
    /** What is recorded lacks nothing, and so is asked for. */
    const papersThere = async () => {
      await slack.settled();
      await db.updateTable('finding').set({ state: 'accepted' }).execute();
      await tick();
    };
    const by = { actor: MANAGER, at: NOW, origin: 'person' as const };
    await putBudgets(db, [{ year: 2018, account: '203-03', won: 80_000 }], by);
    const { page, shot } = await open(`${slack.url}/?as=${MANAGER}#${CHANNELS.office}`, size);
    await type(page, '/지출 결재');
    await page.getByText('모든 과목에서 결재 없이 기록합니다').waitFor();
    await page.getByRole('button', { name: '결재 설정' }).click();
    const settings = page.getByRole('dialog', { name: '결재 설정' });
    await shot('approval-settings');
    const modes = settings.getByRole('combobox', { name: '결재' });
    await modes.nth(2).click();
    await page.getByRole('option', { name: '금액을 넘을 때만' }).click();
    await settings.getByRole('textbox', { name: '이 금액을 넘으면 결재' }).nth(2).fill('5만원');
    await shot('approval-settings-filled');
    await settings.getByRole('button', { name: '저장' }).click();
    await page.getByText('결재 설정을 저장했습니다').waitFor();

    const me = slack.as(MEMBER);
    await recordOne(me);
    await papersThere();
    await page.goto(`${slack.url}/?as=${MANAGER}#${slack.as(MANAGER).appChannel}/messages`);
    await page.reload();
    await page.getByText('결재 요청 E1 · 85,000원').waitFor();
    await shot('approval-request');
    await page.getByRole('button', { name: '보완 요청' }).click();
    const changes = page.getByRole('dialog', { name: '보완 요청' });
    await changes.getByRole('textbox', { name: '보완할 점' }).fill('참석자 이름을 모두 적어 주세요.');
    await shot('approval-changes-form');
    await changes.getByRole('button', { name: '보내기' }).click();
    await page.getByText('보완을 요청했습니다: 오세라').first().waitFor();
    await tick();

    const spender = await open(`${slack.url}/?as=${MEMBER}#${me.appChannel}/messages`, size);
    await spender.page.getByText('보완을 요청받았습니다').waitFor();
    await spender.shot('approval-spender-changes');
    await spender.page.getByRole('button', { name: '수정' }).last().click();
    const edit = spender.page.getByRole('dialog', { name: '업무추진비 수정' });
    await edit.getByText('오세라 님이 보완을 요청했습니다').waitFor();
    await spender.shot('approval-spender-form');
    await edit.getByRole('textbox', { name: '대상자' }).fill('시장, 김의원, 박의원, 최의원');
    await edit.getByText('증빙은 나중에 제출하겠습니다').click(); // what is over the budget asks for a reason at once
    await edit.getByRole('button', { name: '저장' }).click();
    await edit.waitFor({ state: 'hidden' });
    await tick();

    await page.getByText('최의원').waitFor();
    await shot('approval-request-again');
    await shot('approval-lacking');
    await db.updateTable('finding').set({ state: 'accepted' }).execute();
    await page.getByRole('button', { name: '승인', exact: true }).click();
    const over = page.getByRole('dialog', { name: '예산 초과 승인' });
    await over.getByRole('textbox', { name: '승인하는 사유' }).fill('4월 추경에 반영');
    await shot('approval-over-form');
    await over.getByRole('button', { name: '예산을 넘겨 승인' }).click();
    await page.getByText('승인했습니다: 오세라').first().waitFor();
    await tick();
    await shot('approval-decided');
    await spender.page.getByText('결재가 끝났습니다.').waitFor();
    await spender.shot('approval-spender-done');
    await type(spender.page, '/지출 보기 E1');
    await spender.page.getByText('결재: 승인').waitFor();
    await spender.shot('approval-card');
    expect(await db.selectFrom('expense').select('approval').execute()).toEqual([{ approval: 'approved' }]);

    await page.goto(`${slack.url}/?as=${MANAGER}#${CHANNELS.office}`);
    await page.reload();
    await recordOne(me, { place: '다온' });
    await recordOne(slack.as(MANAGER), { place: '한빛' });
    await papersThere();
    await type(page, '/지출 결재');
    await page.getByText('내가 결재할 것 1건').waitFor();
    await shot('approval-list');
    await page.getByRole('button', { name: '부재·대결' }).last().click();
    await page.getByRole('dialog', { name: '부재·대결' }).waitFor();
    await shot('approval-away');
  });
});
