import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findReceipts, findReceiptsOf } from '../../src/spending/receipt/store.ts';
import { DESKTOP, describeInBrowser, PHONE, type } from '../support/browser.ts';
import { MEMBER, startOffice } from '../support/office.ts';
import { recordOne } from '../support/spending.ts';

/** What a phone takes of a receipt, drawn in the browser itself. */
async function photo(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const url = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 900, height: 1_200 });
    const pen = canvas.getContext('2d');
    if (!pen) return '';
    pen.fillStyle = '#d8d4cc';
    pen.fillRect(0, 0, 900, 1_200);
    pen.fillStyle = '#fff';
    pen.fillRect(120, 80, 660, 1_040);
    pen.fillStyle = '#222';
    pen.font = '48px sans-serif';
    const lines = ['미진', '서울 종로구', '정식 4   80,000', '음료 2     5,000', '합계      85,000', '신용카드 승인'];
    for (const [i, line] of lines.entries()) pen.fillText(line, 180, 200 + i * 130);
    return canvas.toDataURL('image/jpeg', 0.8);
  });
  return { name: '미진 영수증.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(url.split(',')[1] ?? '', 'base64') };
}

describeInBrowser('in the playground', (open) => {
  test.each([DESKTOP, PHONE])('someone sends the photo of a receipt and sees it again ($name)', async (size) => {
    const { slack, db } = await startOffice();
    const member = slack.as(MEMBER);
    await recordOne(member, { amount: '120,000', place: '다온' });
    await recordOne(member);
    const { page, shot } = await open(`${slack.url}/?as=${MEMBER}#${member.appChannel}/messages`, size);

    await page.locator('.composer input[type=file]').setInputFiles(await photo(page));
    await page.locator('.composer .file-chip button').waitFor();
    await type(page, '85,000원 미진');
    await page.getByText('어느 지출의 영수증인가요?').waitFor();
    await shot('receipt-offer');
    await page.getByRole('combobox', { name: '지출 고르기' }).last().click();
    await page.getByRole('option', { name: /E2/ }).waitFor();
    await shot('receipt-choose');
    await page.getByRole('option').first().click();
    await page.getByText(/E2 지출에 영수증을 첨부했습니다/).waitFor();
    await shot('receipt-attached');
    await expect.poll(async () => (await findReceiptsOf(db, [2])).get(2)?.[0]?.state).toBe('stored');

    await type(page, '/지출 영수증 E2');
    await page.getByText('E2 지출의 영수증 1개를').waitFor();
    await page.locator('.file-picture img').last().waitFor();
    await page.getByRole('button', { name: '빼기' }).last().scrollIntoViewIfNeeded();
    await shot('receipt-sent');
    await page.getByRole('button', { name: '빼기' }).last().click();
    const removing = page.getByRole('dialog', { name: '영수증 빼기' });
    await removing.getByRole('textbox', { name: '사유' }).fill('다른 집행의 영수증');
    await shot('receipt-removing');
    await removing.getByRole('button', { name: '빼기' }).click();
    await page.getByText(/E2 지출에서 영수증을 뺐습니다/).waitFor();
    expect(await findReceipts(db, 2)).toMatchObject([{ state: 'removed' }]);

    const message = page.locator('.message', { has: page.locator('.file-picture') }).first();
    await message.hover();
    await message
      .getByRole('button', { name: /메시지 메뉴|더 보기|메뉴/ })
      .last()
      .click();
    await page.getByRole('menuitem', { name: /영수증으로 첨부/ }).click();
    const form = page.getByRole('dialog', { name: '영수증으로 첨부' });
    await form.waitFor();
    await shot('receipt-attach-form');
    await form.getByRole('button', { name: '첨부' }).click();
    await page
      .getByText(/E2 지출에 영수증을 첨부했습니다/)
      .last()
      .waitFor();
    await expect.poll(async () => (await findReceiptsOf(db, [2])).get(2)?.[0]?.state).toBe('stored');
    await type(page, '/지출 보기 E2');
    await page.getByText('영수증: 미진 영수증.jpg').last().waitFor();
    await page.getByRole('button', { name: '영수증', exact: true }).last().scrollIntoViewIfNeeded();
    await shot('receipt-card');
  });
});
