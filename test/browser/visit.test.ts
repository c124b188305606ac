import { expect, test } from 'vitest';
import { CHANNELS } from '../../src/simulator/people.ts';
import { findAgenda } from '../../src/visit/result/store.ts';
import { findVisit } from '../../src/visit/store.ts';
import { DESKTOP, describeInBrowser, PHONE, type } from '../support/browser.ts';
import { MEMBER, startOffice } from '../support/office.ts';

const LINE = '/현장 3/30 10:00 우이신설 공사현장 점검 강북구 민생현장';

describeInBrowser('in the playground', (open) => {
  test.each([DESKTOP, PHONE])('someone plans a visit and records its result ($name)', async (size) => {
    const { slack, db } = await startOffice();
    const { page, shot } = await open(`${slack.url}/?as=${MEMBER}#${CHANNELS.office}`, size);

    await type(page, LINE);
    const form = page.getByRole('dialog', { name: '일정 등록' });
    await form.getByRole('textbox', { name: '장소' }).fill('우이역 2번 출구');
    await shot('visit-form');
    await form.getByRole('button', { name: '저장' }).click();
    await form.waitFor({ state: 'hidden' });
    await page.getByText(/V1 일정을 등록했습니다/).waitFor();
    await shot('visit-planned');

    await type(page, '/현장 주간');
    await page.getByText(/주간 일정/).waitFor();
    await shot('visit-week');

    await type(page, '/현장 결과 V1');
    const result = page.getByRole('dialog', { name: '일정 결과' });
    await result.getByRole('spinbutton', { name: '참여 인원' }).or(result.getByLabel('참여 인원')).first().fill('24');
    await result.getByRole('textbox', { name: '결과', exact: true }).fill('배수로를 넓히기로 함');
    await result.getByRole('textbox', { name: '안건' }).fill('진입로 포장\n안내판 교체 (완료)');
    await shot('visit-result');
    await result.getByRole('button', { name: '저장' }).click();
    await result.waitFor({ state: 'hidden' });
    await page.getByText(/V1 결과를 기록했습니다/).waitFor();

    await type(page, '/현장 V1');
    await page.getByText(/2건 \(완료 1건\)/).waitFor();
    await shot('visit-card');
    await type(page, '/현장 통계');
    await page.getByText(/2018년 일정 실적/).waitFor();
    await shot('visit-stats');
    expect(await findVisit(db, 1)).toMatchObject({ place: '우이역 2번 출구', participants: 24 });
    expect((await findAgenda(db, 1)).map(({ done }) => done)).toEqual([false, true]);
  });
});
