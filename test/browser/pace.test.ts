import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { CHANNELS } from '../../src/simulator/people.ts';
import { findExpense } from '../../src/spending/expense/store.ts';
import { DESKTOP, describeInBrowser, PHONE } from '../support/browser.ts';
import { type Hand, handOf } from '../support/hand.ts';
import { MEMBER, startOffice } from '../support/office.ts';
import { recordOne } from '../support/spending.ts';

const SAVED = {
  amount: 48_000,
  account: '203-03',
  activity: '4-나',
  place: '미진',
  purpose: '조례 개정 간담회',
  headcount: 4,
  payment: 'card',
};

const formIn = (page: Page) => page.getByRole('dialog', { name: '업무추진비 기록' });

/** Somebody of an office that has recorded something else before, in front of their channel. */
async function atTheDesk(
  open: (url: string, size: typeof DESKTOP) => Promise<{ page: Page; shot(name: string): Promise<void> }>,
  size: typeof DESKTOP,
) {
  const { slack, db } = await startOffice();
  await recordOne(slack.as(MEMBER), { place: '한옥집', purpose: '총무과 직원 격려', activity: '6-마' });
  const { page, shot } = await open(`${slack.url}/?as=${MEMBER}#${CHANNELS.office}`, size);
  await page.getByRole('textbox', { name: '메시지 입력' }).focus();
  return { db, page, shot, hand: handOf(page) };
}

function tell(what: string, size: string, hand: Hand): number {
  const { seconds, keys, clicks, looks } = hand.spent();
  process.stdout.write(
    `  ${what}, ${size}: ${seconds.toFixed(1)} s (${keys} keys, ${clicks} clicks, ${looks} looks)\n`,
  );
  return seconds;
}

describeInBrowser('a common expense is recorded', (open) => {
  test.each([DESKTOP, PHONE])('from a line in under ten seconds ($name)', async (size) => {
    const { db, page, shot, hand } = await atTheDesk(open, size);

    await hand.type('/지출 48000 미진 4명 조례 개정 간담회');
    await hand.key('Enter');
    await formIn(page).waitFor();
    hand.look();
    await formIn(page).getByText('직무활동 (제안)').waitFor();
    await shot('pace-line');
    await hand.click(formIn(page).getByRole('button', { name: '저장' }));
    await page.getByText(/E2 기록을 저장했습니다/).waitFor();

    expect(await findExpense(db, 2)).toMatchObject(SAVED);
    expect(tell('from a line', size.name, hand)).toBeLessThan(10);
  });

  test.each([DESKTOP, PHONE])('from the form in under fourteen seconds ($name)', async (size) => {
    const { db, page, shot, hand } = await atTheDesk(open, size);
    const form = formIn(page);
    const field = (name: string) => form.getByRole('textbox', { name });

    await hand.type('/지출');
    await hand.key('Enter');
    await form.waitFor();
    hand.look();
    for (const [name, words] of [
      ['금액', '48000'],
      ['장소', '미진'],
      ['집행목적', '조례 개정 간담회'],
    ] as const) {
      await hand.click(field(name));
      await hand.type(words);
    }
    await hand.click(form.getByRole('spinbutton', { name: '인원' }).or(field('인원')).first());
    await hand.type('4');
    hand.look();
    await form.getByText('직무활동 (제안)').waitFor();
    await form.getByText('1인당 12,000원').waitFor();
    await shot('pace-form');
    await hand.click(form.getByRole('button', { name: '저장' }));
    await page.getByText(/E2 기록을 저장했습니다/).waitFor();

    expect(await findExpense(db, 2)).toMatchObject(SAVED);
    expect(tell('from the form', size.name, hand)).toBeLessThan(14);
  });
});
