import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { FAR_MS } from '../../src/simulator/clock.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** Where the screenshots of the last run are. */
const SHOTS = path.join(import.meta.dirname, '../../.screenshots');

export const DESKTOP = { name: 'desktop', width: 1280, height: 800 };
export const PHONE = { name: 'phone', width: 390, height: 844 };
export type Size = typeof DESKTOP;

export type Look = { page: Page; shot(name: string): Promise<void> };

/** Types a line where a person writes, and sends it. */
export async function type(page: Page, line: string): Promise<void> {
  const composer = page.getByRole('textbox', { name: '메시지 입력' });
  await composer.fill(line);
  await composer.press('Escape'); // the list of commands
  await page.locator('button.send:enabled').first().waitFor(); // not while the line before is on its way
  await composer.press('Enter');
}

/** Tests in a real browser; where there is none they are skipped, and the title says why. */
export function describeInBrowser(
  title: string,
  tests: (open: (url: string, size: Size) => Promise<Look>) => void,
): void {
  if (!CHROMIUM) {
    describe.skip(`${title} (skipped: no Chromium on this machine; apt-get install chromium)`, () => {
      tests(async () => {
        throw new Error('There is no browser.');
      });
    });
    return;
  }
  describe(title, () => {
    let browser: Browser;
    beforeAll(async () => {
      mkdirSync(SHOTS, { recursive: true });
      // The sandbox needs rights that containers lack; the rest keeps Chromium from calling home.
      const args = [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-sync',
        '--no-first-run',
      ];
      browser = await chromium.launch({ executablePath: CHROMIUM, args });
    });
    afterAll(() => browser.close());

    tests(async (url, { name: size, width, height }) => {
      const page = await browser.newPage({ viewport: { width, height }, hasTouch: width < 500 });
      page.setDefaultTimeout(FAR_MS);
      await page.goto(url);
      return {
        page,
        shot: async (name) => {
          await page.screenshot({ path: path.join(SHOTS, `${name}-${size}.png`) });
        },
      };
    });
  });
}
