import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Locator, type Page } from 'playwright-core';
import { z } from 'zod';
import { freePort, inFolder, ROOT, startScript } from '../support/process.ts';

// Makes the pictures of docs/ anew, from the playground as it is now: npm run pictures.

const FOLDER = path.join(ROOT, 'docs/pictures');
/** High enough that the longest answer stands in it whole: what is scrolled away is in no picture. */
const SIZE = { width: 900, height: 2600 };
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** A form stays open for whoever opened it: that one takes no other picture. */
const [MEMBER, OTHER, MANAGER, ADMINISTRATOR] = ['U0KIMSEOYE', 'U0LEEJUNHO', 'U0OHMANAGE', 'U0HANADMIN'];

/** What is typed for each picture, and what is taken of what comes: the form, the answer, or Home. */
const PICTURES: { name: string; who: string | undefined; line: string | null; words: string; form?: true }[] = [
  {
    name: 'expense',
    who: OTHER,
    line: '/지출 85000 미진 4명 조례 개정 간담회 시책 카드',
    words: '업무추진비 기록',
    form: true,
  },
  { name: 'visit', who: MEMBER, line: '/현장 주간', words: '주간 일정' },
  { name: 'council', who: MEMBER, line: '/의회 의원 강남', words: '강남구제1선거구' },
  { name: 'pledge', who: MEMBER, line: '/공약', words: '사업완료' },
  { name: 'followup', who: MEMBER, line: '/후속 목록', words: '후속조치 목록' },
  { name: 'digest', who: MEMBER, line: '/요약', words: '주간 요약' },
  { name: 'office', who: MEMBER, line: null, words: '비서실 한눈에' },
  { name: 'manager', who: MANAGER, line: '/지출 공개 2016-10', words: '집행내역 공개' },
  { name: 'administrator', who: ADMINISTRATOR, line: '/비서 점검', words: '고칠 것' },
];

/** Below the last button. */
const MARGIN = 20;
const State = z.object({ app: z.object({ channel: z.string() }) });

async function taken(page: Page, { line, words, form }: (typeof PICTURES)[number]): Promise<Locator> {
  if (line === null) {
    await page.getByText(words).first().waitFor();
    return page.locator('main').first();
  }
  const composer = page.getByRole('textbox', { name: '메시지 입력' });
  await composer.fill(line);
  await composer.press('Escape'); // the list of commands
  await page.locator('button.send:enabled').first().waitFor();
  await composer.press('Enter');
  const what = form
    ? page.getByRole('dialog', { name: words })
    : page.locator('article').filter({ hasText: words }).last();
  await what.waitFor();
  return what;
}

async function main(): Promise<void> {
  if (!CHROMIUM) throw new Error('There is no Chromium on this machine.');
  mkdirSync(FOLDER, { recursive: true });
  await inFolder(async (folder) => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const playground = startScript('src/main.ts', [], {
      folder,
      readyWhen: url,
      env: { PORT: String(port), LOG_LEVEL: 'error' },
    });
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      await playground.ready;
      for (const picture of PICTURES) {
        const context = await browser.newContext({ viewport: SIZE, colorScheme: 'light', locale: 'ko-KR' });
        const page = await context.newPage();
        const { app } = State.parse(await (await fetch(`${url}/api/state?as=${picture.who}`)).json());
        const tab = picture.line === null ? 'home' : 'messages';
        await page.goto(`${url}/?as=${picture.who}#${app.channel}/${tab}`);
        const what = await taken(page, picture);
        await page.waitForTimeout(400); // what slides in has come to rest
        const box = await what.boundingBox();
        const last = picture.line === null ? await what.getByRole('button').last().boundingBox() : box;
        if (!box || !last) throw new Error(`${picture.name} is nowhere.`);
        const height = Math.min(box.height, last.y + last.height + MARGIN - box.y); // Home is as high as the window
        const clip = { ...box, height };
        await page.screenshot({ path: path.join(FOLDER, `${picture.name}.png`), clip });
        process.stdout.write(`${picture.name}.png\n`);
        await context.close();
      }
    } finally {
      await browser.close();
      await playground.kill('SIGTERM');
    }
  });
}

await main();
