import { expect, test } from 'vitest';
import { isObject, stringOf } from '../../src/simulator/json.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import type { Json } from '../../src/simulator/protocol.ts';
import { DESKTOP, describeInBrowser } from '../support/browser.ts';
import { form, input, plain } from './bolt.ts';
import { ask, startRaw } from './raw-app.ts';

const MEMBER = 'U0KIMSEOYE';
const json = (value: unknown): Json => JSON.parse(JSON.stringify(value));

/** A page on which a press opens a form of these blocks, with what was submitted from it. */
async function formOf(blocks: object[]) {
  const submitted: unknown[] = [];
  const slack = await startRaw(async ({ payload }) => {
    if (stringOf(payload.type) === 'view_submission') {
      submitted.push(isObject(payload.view) ? payload.view.state : null);
      return undefined;
    }
    await ask(slack, 'views.open', { trigger_id: stringOf(payload.trigger_id), view: json(form(blocks)) });
    return undefined;
  });
  const open = { type: 'button', action_id: 'open', text: plain('Open') };
  const message = { channel: CHANNELS.office, text: 'open', blocks: json([{ type: 'actions', elements: [open] }]) };
  await ask(slack, 'chat.postMessage', message);
  return { url: `${slack.url}/?as=${MEMBER}#${CHANNELS.office}`, submitted };
}

describeInBrowser('the keyboard', (open) => {
  test('Esc in a form asks before typed words go, and closes an untouched one at once', async () => {
    const { url } = await formOf([input('say', { type: 'plain_text_input', action_id: 'said' })]);
    const { page } = await open(url, DESKTOP);
    const dialog = page.locator('dialog.form');

    await page.getByRole('button', { name: 'Open' }).click();
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: 'Open' }).click();
    await dialog.getByRole('textbox').fill('a long thought');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '계속 작성' }).click();
    expect(await dialog.getByRole('textbox').inputValue()).toBe('a long thought');
    await dialog.getByRole('textbox').press('Escape');
    await page.getByRole('alertdialog').getByRole('button', { name: '닫기' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  test('Enter in a date sends no form, and a search goes when its option was picked', async () => {
    const options = ['apple', 'banana', 'cherry'].map((value) => ({ text: plain(value), value }));
    const { url, submitted } = await formOf([
      input('day', { type: 'datepicker', action_id: 'day' }),
      input('fruit', { type: 'multi_static_select', action_id: 'fruit', options }),
    ]);
    const { page } = await open(url, DESKTOP);
    const dialog = page.locator('dialog.form');
    await page.getByRole('button', { name: 'Open' }).click();
    await dialog.locator('input[type=date]').fill('2018-03-30');
    await dialog.locator('input[type=date]').press('Enter');

    const field = dialog.getByRole('combobox');
    await field.fill('ban');
    await field.press('Enter');
    expect(await field.inputValue()).toBe('');
    expect(await page.getByRole('option').count()).toBe(3);
    expect(submitted).toEqual([]);
  });
});
