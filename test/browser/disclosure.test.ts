import { expect, test } from 'vitest';
import { CHANNELS } from '../../src/simulator/people.ts';
import { recordSpend } from '../disclosure/made-up.ts';
import { DESKTOP, describeInBrowser, PHONE, type } from '../support/browser.ts';
import { MANAGER, startOffice } from '../support/office.ts';

describeInBrowser('in the playground', (open) => {
  test.each([DESKTOP, PHONE])('a manager looks at a month, decides and releases it ($name)', async (size) => {
    const { slack, db } = await startOffice();
    await recordSpend(db, { attendees: '총무과 박민수 주무관 외 3명', headcount: 4 });
    await recordSpend(db, { purpose: '김영순 면담', place: '김영희국수', spentOn: '2018-02-06' });
    const { page, shot } = await open(`${slack.url}/?as=${MANAGER}#${CHANNELS.office}`, size);

    await type(page, '/지출 공개 2018-02');
    await page.getByText('정해 주세요').waitFor();
    await shot('disclosure-preview');
    await page.getByRole('button', { name: '가리기', exact: true }).first().click();
    await page.getByText('가리기로 했습니다: “김영순”').waitFor();
    await page.getByRole('button', { name: '공개 확정' }).click();
    const form = page.getByRole('dialog', { name: '공개 확정' });
    await form.getByText('확정한 표는 그대로 보관되고').waitFor();
    await shot('disclosure-form');
    await form.getByRole('button', { name: '공개 확정' }).click();
    await page.getByText('2018년 2월 집행내역을 공개 확정했습니다', { exact: false }).first().waitFor();
    await shot('disclosure-released');

    const released = await db.selectFrom('disclosure').select(['count', 'won', 'version']).execute();
    expect(released).toEqual([{ count: 2, won: 240_000, version: 1 }]);
    await page.getByRole('button', { name: 'CSV 받기' }).click();
    await page.getByText('비서 앱의 메시지 탭에서 받으세요').waitFor();

    await type(page, '/지출 공개');
    await page.getByText('집행내역 공개 현황').waitFor();
    await shot('disclosure-states');
  });
});
