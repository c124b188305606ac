import { expect, onTestFinished, test } from 'vitest';
import type { Surface } from '../../src/simulator/block-kit/check.ts';
import { startPlayground } from '../../src/simulator/driver.ts';
import { isObject, objectsOf, stringOf } from '../../src/simulator/json.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import type { Json } from '../../src/simulator/protocol.ts';
import { DESKTOP, describeInBrowser, PHONE } from '../support/browser.ts';
import { BLOCKS, INPUTS, OTHER_ELEMENTS, PICKS } from './block-kit/samples.ts';
import { form, input, MANIFEST, plain } from './bolt.ts';
import { ask, connect, type Envelope, NOON, startRaw } from './raw-app.ts';

const MEMBER = 'U0KIMSEOYE';
const OTHER = 'U0LEEJUNHO';
const json = (value: unknown): Json => JSON.parse(JSON.stringify(value));
/** So that many examples fit into one view, which takes each id and the focus once. */
const withoutIds = (value: unknown): Json =>
  JSON.parse(JSON.stringify(value, (key, it) => (['block_id', 'focus_on_load'].includes(key) ? undefined : it)));
const text = { type: 'plain_text_input' };
const button = (action_id: string, more: object = {}) => ({
  type: 'button',
  action_id,
  text: plain(action_id),
  ...more,
});

describeInBrowser('the page', (open) => {
  test('asks before a button that wants to be asked for, and shows that a message was changed', async () => {
    const confirm = {
      title: plain('Sure?'),
      text: plain('It is gone then.'),
      confirm: plain('Do it'),
      deny: plain('Stay'),
    };
    const pressed: string[] = [];
    const slack = await startRaw(async ({ payload }) => {
      const [action] = objectsOf(payload.actions);
      if (!action) return undefined;
      pressed.push(stringOf(action.action_id));
      const message = isObject(payload.message) ? payload.message : {};
      const changed = { channel: CHANNELS.office, ts: stringOf(message.ts), text: 'gone' };
      await ask(slack, 'chat.update', { ...changed, blocks: [] });
      return undefined;
    });
    const blocks = [{ type: 'actions', elements: [button('wipe', { confirm })] }];
    await ask(slack, 'chat.postMessage', { channel: CHANNELS.office, text: 'wipe', blocks: json(blocks) });
    const { page } = await open(`${slack.url}/?as=${MEMBER}#${CHANNELS.office}`, DESKTOP);

    await page.getByRole('button', { name: 'wipe' }).click();
    await page.getByRole('alertdialog', { name: 'Sure?' }).getByRole('button', { name: 'Stay' }).click();
    expect(pressed).toEqual([]);
    await page.getByRole('button', { name: 'wipe' }).click();
    await page.getByRole('button', { name: 'Do it' }).click();
    await page.getByText('gone (편집됨)').waitFor();
    expect(pressed).toEqual(['wipe']);
  });

  test('stacks three forms, and goes back through them', async () => {
    const view = (depth: number) =>
      form([{ type: 'actions', elements: [button(`deeper ${depth}`)] }], { title: plain(`Form ${depth}`) });
    let depth = 0;
    const slack = await startRaw(async ({ payload }: Envelope) => {
      const trigger_id = stringOf(payload.trigger_id);
      await ask(slack, depth === 0 ? 'views.open' : 'views.push', { trigger_id, view: json(view(++depth)) });
      return undefined;
    });
    const { page } = await open(`${slack.url}/?as=${MEMBER}#${CHANNELS.office}`, DESKTOP);
    await page.getByRole('textbox', { name: '메시지 입력' }).fill('/lab go');
    await page.keyboard.press('Enter');
    for (const step of [1, 2]) await page.getByRole('button', { name: `deeper ${step}` }).click();

    await page.getByRole('dialog', { name: 'Form 3' }).waitFor();
    await page.getByRole('button', { name: '뒤로' }).click();
    await page.getByRole('dialog', { name: 'Form 2' }).waitFor();
    await page.getByRole('button', { name: '모두 닫기' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  test('redraws a form that changes with what is chosen, and is busy while the app takes its time', async () => {
    const option = (value: string) => ({ text: plain(value), value });
    const first = input(
      'kind',
      { type: 'static_select', options: [option('plain'), option('special')] },
      { dispatch_action: true },
    );
    const answerNow = Promise.withResolvers<void>();
    const slack = await startRaw(async ({ payload }: Envelope) => {
      const view = isObject(payload.view) ? payload.view : {};
      if (payload.type === 'block_actions') {
        await ask(slack, 'views.update', {
          view_id: stringOf(view.id),
          view: json(form([first, input('reason', text)])),
        });
      } else if (payload.type === 'view_submission') await answerNow.promise;
      else await ask(slack, 'views.open', { trigger_id: stringOf(payload.trigger_id), view: json(form([first])) });
      return undefined;
    });
    const { page } = await open(`${slack.url}/?as=${MEMBER}#${CHANNELS.office}`, PHONE);
    await page.getByRole('textbox', { name: '메시지 입력' }).fill('/lab go');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Form' });
    await dialog.getByRole('combobox', { name: 'kind' }).click();
    await page.getByRole('option', { name: 'special' }).click();
    await dialog.getByRole('textbox', { name: 'reason' }).fill('because');
    expect(await dialog.getByRole('combobox', { name: 'kind' }).inputValue()).toBe('special');

    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.locator('form[aria-busy=true]').waitFor();
    answerNow.resolve();
    await dialog.waitFor({ state: 'hidden' });
  });

  test('shows a picture where it was posted, and marks what another person has not read', async () => {
    const slack = await startRaw(() => undefined);
    const { page: reader } = await open(`${slack.url}/?as=${OTHER}#${CHANNELS.general}`, DESKTOP);
    const { page } = await open(`${slack.url}/?as=${MEMBER}#${CHANNELS.office}`, DESKTOP);
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
    const file = { name: '현장.png', mimeType: 'image/png', buffer: Buffer.from(pixel, 'base64') };
    await page.locator('.composer input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: '현장.png 빼기' }).waitFor();
    await page.getByRole('textbox', { name: '메시지 입력' }).fill('보세요 @이준호 #일반');
    await page.keyboard.press('Escape'); // the list of channels
    await page.keyboard.press('Enter');

    const picture = page.getByRole('img', { name: '현장.png' });
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(1);
    await reader.getByLabel('읽지 않은 메시지 1개').waitFor();
    await reader.getByRole('link', { name: /비서실/ }).click();
    await reader.getByText('새 메시지', { exact: true }).waitFor();
    await expect.poll(() => reader.getByLabel('읽지 않은 메시지 1개').count()).toBe(0);
    expect(slack.as(OTHER).messages().at(-1)?.fallback).toContain('보세요');
    expect(slack.slack.workspace.channels.get(CHANNELS.office)?.messages.values().next().value?.text).toBe(
      `보세요 <@${OTHER}> <#${CHANNELS.general}>`,
    );
  });

  test('is worked with the keyboard alone', async () => {
    const slack = await startRaw(async ({ payload }: Envelope) => {
      if (payload.trigger_id && payload.command) {
        const view = json(form([input('name', text)]));
        await ask(slack, 'views.open', { trigger_id: stringOf(payload.trigger_id), view });
      }
      return undefined;
    });
    const { page } = await open(`${slack.url}/?as=${MEMBER}#${CHANNELS.office}`, DESKTOP);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

    await expect.poll(focused).toBe('메시지 입력');
    await page.keyboard.type('/la');
    await page.getByRole('option', { name: /\/lab/ }).waitFor();
    await page.keyboard.press('Tab'); // completes
    await page.keyboard.type('go');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Form' }).waitFor();
    await page.keyboard.type('김서연'); // the first field has the focus
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expect.poll(focused).toBe('메시지 입력');
  });

  test('draws every block and element that Slack knows, on each surface, and says so of one that it can’t', async () => {
    const row = (...elements: object[]) => ({
      type: 'actions',
      elements: elements.map((it, at) => ({ ...it, action_id: `a${at}` })),
    });
    const on = (surface: Surface) => [
      row(...Object.values(PICKS), ...(surface === 'message' ? Object.values(OTHER_ELEMENTS) : [])),
      ...BLOCKS.filter(([, , surfaces]) => surfaces.includes(surface)).map(([, block]) => block),
    ];
    const slack = await startRaw(
      async ({ payload }: Envelope) => {
        if (payload.command) {
          const inputs = Object.entries(INPUTS).map(([name, element]) => ({
            type: 'input',
            label: plain(name),
            element,
          }));
          const view = withoutIds(form([...on('modal'), ...inputs]));
          await ask(slack, 'views.open', { trigger_id: stringOf(payload.trigger_id), view });
        }
        return undefined;
      },
      { rates: false },
    );
    const picture = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const file = { id: 'F0123456', name: 'receipt.png', title: 'receipt.png', mimetype: 'image/png', bytes: picture };
    slack.slack.workspace.files.set(file.id, { ...file, user: MEMBER, createdAt: NOON, pending: false });
    for (const block of on('message')) {
      await ask(slack, 'chat.postMessage', { channel: CHANNELS.office, text: 'x', blocks: withoutIds([block]) });
    }
    await ask(slack, 'views.publish', { user_id: MEMBER, view: withoutIds({ type: 'home', blocks: on('home') }) });
    await slack.as(MEMBER).type('/lab');
    expect(slack.wrongs).toEqual([]);
    const { page, shot } = await open(`${slack.url}/?as=${MEMBER}#${CHANNELS.office}`, DESKTOP);
    const drawn = () => page.locator('.block').count();
    const unknown = () => page.locator('.unknown-block').allTextContents();

    await page.getByRole('dialog').waitFor();
    expect(await drawn()).toBeGreaterThan(on('message').length + on('modal').length);
    expect(await unknown()).toEqual([]);
    await shot('blocks-form');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: /Lab/ }).click();
    await page.getByRole('tab', { name: '홈' }).click();
    await page.locator('.home .block').first().waitFor();
    await shot('blocks-home');
    expect(await unknown()).toEqual([]);

    const channel = slack.slack.workspace.channels.get(CHANNELS.office);
    const [first] = channel?.messages.values() ?? [];
    if (first) first.blocks = [{ type: 'hologram', block_id: 'h' }];
    slack.slack.workspace.changed();
    await page.getByRole('link', { name: /비서실/ }).click();
    await page.getByText('hologram').waitFor();
  });

  test('gives every control a name', async () => {
    const slack = await startRaw(() => ({ text: 'hello' }));
    await slack.as(MEMBER).type('/lab');
    await ask(slack, 'chat.postMessage', { channel: CHANNELS.office, text: 'news' });
    const { page } = await open(`${slack.url}/?as=${MEMBER}#${CHANNELS.office}`, DESKTOP);
    await page.getByRole('button', { name: '통신 기록 보기' }).click();
    await page.locator('.traffic-row').first().waitFor();

    const tree = await page.locator('body').ariaSnapshot();
    const nameless = tree
      .split('\n')
      .filter((line) =>
        /- (button|link|textbox|combobox|checkbox|menuitem|img|dialog|navigation)(:|$)/.test(
          line.trimEnd().replace(/ \[[^\]]*\]/g, ''),
        ),
      );
    expect(nameless).toEqual([]);
  });

  test('comes back by itself when the app and its playground start again', async () => {
    const before = await startPlayground({ manifest: MANIFEST, at: NOON });
    const port = Number(new URL(before.url).port);
    const { page } = await open(`${before.url}/?as=${MEMBER}#${CHANNELS.office}`, DESKTOP);
    await page.getByText('#비서실 채널의 시작입니다.').waitFor();
    await before.stop();
    await page.getByText(/연결이 끊겼습니다/).waitFor();

    const slack = await startPlayground({ manifest: MANIFEST, at: NOON, port });
    onTestFinished(() => slack.stop());
    await connect(slack, () => ({ text: 'back again' }));
    await expect.poll(() => page.getByText(/연결이 끊겼습니다/).count()).toBe(0);
    await page.getByRole('textbox', { name: '메시지 입력' }).fill('/lab go');
    await page.keyboard.press('Enter');
    await page.getByText('back again').waitFor();
  });
});
