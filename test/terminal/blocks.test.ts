import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { biseoHere } from '../support/terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'blocks-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const run = (...args: string[]) => biseoHere(['blocks', ...args], { OFFICE_LOCALE: 'en' });

const plain = { type: 'plain_text', text: '비서' };
const message = file('message.json', { blocks: [{ type: 'section', text: plain }] });
const modal = file('modal.json', { type: 'modal', title: plain, blocks: [{ type: 'alert', text: plain }] });
const block = file('block.json', { type: 'alert', text: plain });
const wrong = file('wrong.json', { blocks: [{ type: 'header', text: { type: 'mrkdwn', text: '비서' } }] });
const broken = file('broken.json', '{"blocks": [');

test('files that Slack would take end with 0, each on the surface it is for', async () => {
  expect(await run(message, modal, block)).toEqual({
    code: 0,
    out: `${message}: valid\n${modal}: valid\n${block}: valid\n`,
    err: '',
  });
});

test('one that it would refuse ends with 1 and says where and why', async () => {
  expect(await run(message, wrong)).toEqual({
    code: 1,
    out: `${message}: valid\n${wrong}: refused\n  blocks[0].text.type: must be plain_text, this is “mrkdwn”\n`,
    err: '',
  });
});

test('--json prints one JSON value and nothing else', async () => {
  const { code, out } = await run('--json', message, wrong);

  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual([
    { file: message, valid: true, errors: [] },
    {
      file: wrong,
      valid: false,
      errors: [{ path: 'blocks[0].text.type', rule: 'must be plain_text, this is “mrkdwn”' }],
    },
  ]);
});

test('what Slack takes but advises against is valid, with a warning', async () => {
  const same = { type: 'divider', block_id: 'a' };
  const twice = file('twice.json', { text: '비서', blocks: [same], attachments: [{ blocks: [same] }] });
  const rule = 'should be unique in the message, attachments included, “a” is used before';

  expect(await run(twice)).toMatchObject({
    code: 0,
    out: `${twice}: valid\n  warning: attachments[0].blocks[0].block_id: ${rule}\n`,
  });
  expect(JSON.parse((await run('--json', twice)).out)).toEqual([
    { file: twice, valid: true, errors: [], warnings: [{ path: 'attachments[0].blocks[0].block_id', rule }] },
  ]);
});

test('--surface says where it is to stand', async () => {
  expect((await run(block, '--surface', 'modal')).code).toBe(0);
  expect((await run(block, '--surface=message')).out).toContain('alert cannot stand in a message, only in a modal');
});

test('what is not JSON is refused', async () => {
  const { code, out } = await run(broken, '--json');

  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual([
    { file: broken, valid: false, errors: [{ path: '', rule: expect.stringContaining('must be JSON') }] },
  ]);
});

test('a byte order mark does no harm', async () => {
  expect((await run(file('bom.json', '\uFEFF{"text":"비서"}'))).code).toBe(0);
});

test.each([
  ['no file', []],
  ['a surface Slack lacks', [message, '--surface', 'tab']],
  ['a surface that is not named', [message, '--surface']],
  ['an unknown option', [message, '--jsonl']],
  ['a file that is not there', [message, join(folder, 'none.json')]],
  ['a folder', [folder]],
])('%s ends with 2, the usage and nothing on standard output', async (_says, args) => {
  const { code, out, err } = await run(...args);

  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toContain('Usage: npx biseo blocks FILE…');
});
