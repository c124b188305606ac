import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findTexts } from '../../src/report/texts/store.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import { DESKTOP, describeInBrowser, PHONE, type } from '../support/browser.ts';
import { MANAGER, startOffice } from '../support/office.ts';

const NOW = new Date('2026-11-30T03:00:00Z');

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describeInBrowser('in the playground', (open) => {
  test.each([DESKTOP, PHONE])('a manager reads, writes and checks the report of a year ($name)', async (size) => {
    const { slack, db } = await startOffice({ now: NOW, samples: true });
    const { page, shot } = await open(`${slack.url}/?as=${MANAGER}#${CHANNELS.office}`, size);

    await type(page, '/비서 보고 2016');
    await page.getByText('2016 주요업무 보고').first().waitFor();
    await button(page, '더 보기').last().scrollIntoViewIfNeeded();
    await shot('report-contents');

    await button(page, '편집').first().click();
    const form = page.getByRole('dialog', { name: '보고서 편집' });
    await form.getByRole('textbox', { name: '글', exact: true }).waitFor();
    await shot('report-form');
    await form
      .getByRole('textbox', { name: '글', exact: true })
      .fill('{{report.year}} 주요업무 보고\n민원인 김영순 씨 면담');
    await form.getByRole('button', { name: '저장' }).click();
    await form.waitFor({ state: 'hidden' });
    await page
      .getByText(/“표지” 글을 저장했습니다/)
      .first()
      .waitFor();
    await shot('report-saved');
    expect((await findTexts(db, 2016)).cover).toContain('김영순');

    await button(page, '더 보기').last().click();
    await page.getByRole('menuitem', { name: '수치', exact: true }).click();
    await page.getByText('예산 집행현황의 수치').first().waitFor();
    await shot('report-figures');
    await button(page, '근거').last().click();
    await page.getByText('산출 기준:').first().waitFor();
    await shot('report-figure');

    await button(page, '목차').last().click();
    await button(page, '점검').last().click();
    await page.getByText('“김영순”').first().waitFor();
    await shot('report-check');
    await button(page, '그대로 두기').last().click();
    const accept = page.getByRole('dialog', { name: '그대로 두기' });
    await accept.getByRole('textbox', { name: '사유' }).fill('본인이 동의함');
    await shot('report-accept');
    await accept.getByRole('button', { name: '저장' }).click();
    await accept.waitFor({ state: 'hidden' });
    await page.getByText('그대로 둠: 본인이 동의함').first().waitFor();
    expect(await db.selectFrom('report_acceptance').select('reason').execute()).toContainEqual({
      reason: '본인이 동의함',
    });
  });
});
