import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { CHANNELS } from '../../src/simulator/people.ts';
import { DESKTOP, describeInBrowser, PHONE, type } from '../support/browser.ts';
import { ADMINISTRATOR, startOffice } from '../support/office.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const NOW = new Date('2026-11-30T03:00:00Z');

/** What axe calls serious or critical on the page as it stands, with the first places of each. */
async function faults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE); // past the page's own policy on scripts
  const options: RunOptions = { resultTypes: ['violations'] };
  return page.evaluate(async (given) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, given);
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({ html }) => html.slice(0, 160))
            .join(' | ')}`,
      );
  }, options);
}

describeInBrowser('the page can be read and used by everyone', (open) => {
  test.each([
    { theme: 'light', size: DESKTOP },
    { theme: 'dark', size: DESKTOP },
    { theme: 'light', size: PHONE },
    { theme: 'dark', size: PHONE },
  ])('Home, messages, forms, lists and traffic ($theme, $size.name)', async ({ theme, size }) => {
    const { slack } = await startOffice({ now: NOW, samples: true });
    const as = slack.as(ADMINISTRATOR);
    const { page, shot } = await open(`${slack.url}/?as=${ADMINISTRATOR}#${as.appChannel}/home`, size);
    await page.evaluate((wanted) => localStorage.setItem('theme', wanted), theme);
    await page.reload();
    await page.getByRole('button', { name: '업무추진비 기록' }).first().waitFor();
    const found: Record<string, string[]> = { home: await faults(page) };

    await page.goto(`${slack.url}/?as=${ADMINISTRATOR}#${CHANNELS.office}`);
    await type(page, '/지출 현황');
    await page.getByRole('table').last().waitFor();
    found.messages = await faults(page);
    await shot(`accessible-${theme}`);

    await type(page, '/지출 48000 미진 4명 조례 개정 간담회');
    const form = page.getByRole('dialog', { name: '업무추진비 기록' });
    await form.getByText('직무활동 (제안)').waitFor();
    found.form = await faults(page);
    await form.getByRole('combobox', { name: '직무활동' }).click();
    await page.getByRole('option').first().waitFor();
    found.list = await faults(page);
    await page.keyboard.press('Escape');
    await form.locator('.dialog-foot').getByRole('button').first().click();
    await form.waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: '통신 기록 보기' }).click();
    found.traffic = await faults(page);

    expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
  });
});
