import { expect, test } from 'vitest';
import { CHANNELS } from '../../src/simulator/people.ts';
import { findExpense } from '../../src/spending/expense/store.ts';
import { findStatus } from '../../src/spending/ledger/store.ts';
import { DESKTOP, describeInBrowser, PHONE, type } from '../support/browser.ts';
import { MANAGER, startOffice } from '../support/office.ts';

/** What its purpose is for is nothing that a proposal is made of. */
const LINE = '/지출 85000 미진 4명 조례 개정 시책 카드';

describeInBrowser('in the playground', (open) => {
  test.each([DESKTOP, PHONE])('someone records, edits and voids an expense ($name)', async (size) => {
    const { slack, db } = await startOffice();
    const { page, shot } = await open(`${slack.url}/?as=${MANAGER}#${CHANNELS.office}`, size);

    await type(page, LINE);
    const form = page.getByRole('dialog', { name: '업무추진비 기록' });
    await form.getByRole('button', { name: '저장' }).click();
    await form.getByText('꼭 입력해야 하는 항목입니다.').waitFor();
    await shot('expense-form');
    await form.getByRole('combobox', { name: '직무활동' }).click();
    await page.getByRole('option', { name: /4-나/ }).click();
    await form.getByRole('button', { name: '저장' }).click();
    await form.waitFor({ state: 'hidden' });
    await page.getByText(/E1 기록을 저장했습니다/).waitFor();
    await shot('expense-saved');

    await page.getByRole('button', { name: '수정' }).last().click();
    const edit = page.getByRole('dialog', { name: '업무추진비 수정' });
    await edit.getByRole('textbox', { name: '금액' }).fill('9만원');
    await edit.getByRole('button', { name: '저장' }).click();
    await page.getByText(/E1 기록을 수정했습니다/).waitFor();
    expect(await findExpense(db, 1)).toMatchObject({ amount: 90_000, voided: false });

    await type(page, '/지출 보기 E1');
    await page.getByRole('button', { name: '무효 처리' }).last().click();
    const voiding = page.getByRole('dialog', { name: '무효 처리' });
    await voiding.getByRole('textbox', { name: '사유' }).fill('두 번 적음');
    await voiding.getByRole('button', { name: '무효 처리' }).click();
    await page.getByText(/E1 기록을 무효 처리했습니다/).waitFor();
    await shot('expense-voided');
    expect(await findExpense(db, 1)).toMatchObject({ voided: true });
  });

  test.each([DESKTOP, PHONE])('someone imports a file and reads the status ($name)', async (size) => {
    const { slack, db } = await startOffice();
    const { page, shot } = await open(`${slack.url}/?as=${MANAGER}#${CHANNELS.office}`, size);
    const rows = [
      '집행일시,집행장소,집행목적,대상인원,금액(원),결제방법,비목',
      '2018-03-02 12:10,한빛식당,시정 현안 간담회,시장 외 4명,"120,000",카드,시책추진',
      '2018-03-09 18:30,소나무집,부서 직원 격려,직원 12명,"276,000",카드,기관운영',
    ];

    await type(page, '/지출 가져오기');
    const form = page.getByRole('dialog', { name: '업무추진비 가져오기' });
    await form.locator('input[type=file]').setInputFiles({
      name: '3월.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rows.join('\r\n')),
    });
    await form.getByText('3월.csv').waitFor();
    await form.getByRole('button', { name: '가져오기' }).click();
    await form.waitFor({ state: 'hidden' });
    await expect.poll(async () => (await findStatus(db, 2018)).status.count).toBe(2);

    await type(page, '/지출 현황 2018');
    await page.getByText('2018년 업무추진비 집행현황').waitFor();
    await page.getByRole('cell', { name: '시책추진' }).waitFor();
    await shot('expense-status');
  });
});
