import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adviceOn, checkPayload, type Surface, surfaceOf } from '../../../src/simulator/block-kit/check.ts';
import { SURFACES } from '../../../src/simulator/block-kit/limits.ts';
import { computing } from '../../support/cpu.ts';
import * as sample from './samples.ts';

const divider = { type: 'divider' };
const picker = { type: 'datepicker', action_id: 'value' };

test.each([
  ['text alone', { text: '비서' }, 'message'],
  ['blocks alone', { blocks: [divider] }, 'message'],
  ['text that takes the blocks away', { text: '끝났습니다', blocks: [] }, 'message'],
  ['an attachment alone', { attachments: [{ color: '#36a64f', blocks: [divider] }] }, 'message'],
  [
    'what chat.postMessage takes besides',
    { channel: 'C1', thread_ts: '1.2', text: 'x', unfurl_links: false },
    'message',
  ],
  ['one block', sample.section(), 'message'],
  ['an array of blocks', [divider, divider], 'home'],
  ['blocks for a modal, an input among them', { blocks: [sample.input(picker)] }, 'modal'],
  ['a modal that only tells', { type: 'modal', title: sample.plain(), blocks: [sample.section()] }, 'modal'],
  [
    'a modal with all it can have',
    sample.modal([sample.input(picker)], {
      close: sample.plain('닫기'),
      private_metadata: '{}',
      callback_id: 'expense_record',
      external_id: '',
      clear_on_close: true,
      notify_on_close: false,
      submit_disabled: false,
    }),
    'modal',
  ],
  ['a modal of no blocks yet', sample.modal([]), 'modal'],
  ['a Home tab of no blocks', sample.home([]), 'home'],
  ['no blocks for a Home tab', { blocks: [] }, 'home'],
  ['a Home tab with a title', sample.home(undefined, { title: sample.plain() }), 'home'],
  ['a message read back from Slack', { type: 'message', ts: '1.2', user: 'U1', blocks: [divider] }, 'message'],
  ['a Home tab', sample.home([sample.input(picker)], { callback_id: 'home', private_metadata: '' }), 'home'],
] as [string, unknown, Surface][])('%s is taken', (_says, payload, surface) => {
  expect(checkPayload(payload, surface)).toEqual([]);
});

test.each([
  ['nothing', undefined, 'message', ''],
  ['null', null, 'message', ''],
  ['a text', '비서', 'message', ''],
  ['an empty message', {}, 'message', ''],
  ['empty text', { text: '' }, 'message', ''],
  ['no blocks', { blocks: [] }, 'message', ''],
  ['text that is an object', { text: sample.plain() }, 'message', 'text'],
  ['blocks that are one', { blocks: divider }, 'message', 'blocks'],
  ['a block that is a text', { blocks: ['비서'] }, 'message', 'blocks[0]'],
  ['a block that is null', { blocks: [null] }, 'message', 'blocks[0]'],
  [
    'a wrong block in an attachment',
    { attachments: [{ blocks: [{ type: 'section' }] }] },
    'message',
    'attachments[0].blocks[0]',
  ],
  ['an array of no blocks', [], 'message', 'blocks'],
  ['a message published as Home tab', { type: 'message', blocks: [divider] }, 'home', 'type'],
  [
    'a message read back with a block for modals',
    { type: 'message', blocks: [{ type: 'alert' }] },
    'message',
    'blocks[0].type',
  ],
  [
    'a Home tab with a title too long',
    sample.home(undefined, { title: sample.plain('가'.repeat(25)) }),
    'home',
    'title.text',
  ],
  ['a modal sent as a message', sample.modal(), 'message', 'type'],
  ['a modal published as Home tab', sample.modal(), 'home', 'type'],
  ['a Home tab opened as a modal', sample.home(), 'modal', 'type'],
  ['a view of no type', { title: sample.plain(), blocks: [divider] }, 'modal', 'type'],
  ['a view of a type Slack lacks', { ...sample.modal(), type: 'dialog' }, 'modal', 'type'],
  ['a modal without a title', { type: 'modal', blocks: [divider] }, 'modal', 'title'],
  ['a modal without blocks', { type: 'modal', title: sample.plain() }, 'modal', 'blocks'],
  ['a modal titled in mrkdwn', sample.modal(undefined, { title: sample.mrkdwn() }), 'modal', 'title.type'],
  ['a modal with an empty title', sample.modal(undefined, { title: sample.plain('') }), 'modal', 'title.text'],
  ['a modal whose title is a text', sample.modal(undefined, { title: '지출' }), 'modal', 'title'],
  [
    'a modal with an input and no submit',
    { ...sample.modal([sample.input(picker)]), submit: undefined },
    'modal',
    'submit',
  ],
  ['a submit in mrkdwn', sample.modal(undefined, { submit: sample.mrkdwn() }), 'modal', 'submit.type'],
  [
    'private_metadata that is an object',
    sample.modal(undefined, { private_metadata: {} }),
    'modal',
    'private_metadata',
  ],
  ['notify_on_close in words', sample.modal(undefined, { notify_on_close: 'yes' }), 'modal', 'notify_on_close'],
  ['a modal with what Slack adds itself', sample.modal(undefined, { hash: '1' }), 'modal', 'hash'],
  ['a Home tab with a submit', sample.home(undefined, { submit: sample.plain() }), 'home', 'submit'],
  ['a Home tab without blocks', { type: 'home' }, 'home', 'blocks'],
] as [string, unknown, Surface, string][])('%s is refused', (_says, payload, surface, path) => {
  expect(checkPayload(payload, surface).map((problem) => problem.path)).toContain(path);
});

test('every wrong thing is named, with its place and the rule', () => {
  const payload = {
    blocks: [
      sample.section(),
      sample.actions(sample.button({ text: sample.mrkdwn('가'.repeat(76)), style: 'big' }), {
        type: 'plain_text_input',
      }),
      { type: 'form' },
    ],
  };

  expect(checkPayload(payload, 'message')).toEqual([
    { path: 'blocks[1].elements[0].text.type', rule: 'must be plain_text, this is “mrkdwn”' },
    {
      path: 'blocks[1].elements[0].text.text',
      rule: 'at most 75 characters (Unicode code points), this has 76',
    },
    { path: 'blocks[1].elements[0].style', rule: 'must be primary or danger, this is “big”' },
    {
      path: 'blocks[1].elements[1].type',
      rule: expect.stringMatching(/^“plain_text_input” cannot stand here, only button,/),
    },
    { path: 'blocks[2].type', rule: expect.stringMatching(/^“form” cannot stand here/) },
  ]);
});

test('block_ids are unique in the payload, wherever the blocks stand', () => {
  const same = { type: 'divider', block_id: 'a' };
  const rule = 'must be unique in the payload, “a” is used twice';

  expect(checkPayload({ blocks: [same, same] }, 'message')).toEqual([{ path: 'blocks[1].block_id', rule }]);
  expect(checkPayload(sample.modal([same, same]), 'modal')).toEqual([{ path: 'blocks[1].block_id', rule }]);
  expect(checkPayload([same, sample.container({ child_blocks: [same] })], 'message')).toEqual([
    { path: 'blocks[1].child_blocks[0].block_id', rule },
  ]);
});

test('block_ids that come again between a message and its attachments are advised against, and taken', () => {
  const same = { type: 'divider', block_id: 'a' };
  const payload = { text: '비서', blocks: [same], attachments: [{ blocks: [same] }, { blocks: [divider, same] }] };

  expect(checkPayload(payload, 'message')).toEqual([]);
  expect(adviceOn(payload).map(({ path }) => path)).toEqual([
    'attachments[0].blocks[0].block_id',
    'attachments[1].blocks[1].block_id',
  ]);
  expect(checkPayload({ attachments: [{ blocks: [same, same] }] }, 'message')).toHaveLength(1);
  expect(adviceOn(sample.modal([same, same]))).toEqual([]);
});

test.each([
  [{ type: 'rich_text_list', style: 'bullet', elements: [{ type: 'rich_text_section', elements: [] }] }],
  [{ type: 'rich_text_quote', elements: [] }],
  [{ type: 'rich_text_preformatted', elements: [] }],
])('the border of a $type is 0 or 1', (element) => {
  const problems = (border: unknown) =>
    checkPayload([{ type: 'rich_text', elements: [{ ...element, border }] }], 'message');

  expect([0, 1].flatMap(problems)).toEqual([]);
  expect(problems(2)).toEqual([{ path: 'blocks[0].elements[0].border', rule: 'must be 0 or 1, this is 2' }]);
});

test('action_ids are unique in their block, and may come again in another', () => {
  const press = sample.button({ action_id: 'press' });

  expect(checkPayload([sample.actions(press), sample.actions(press)], 'message')).toEqual([]);
  expect(checkPayload([sample.actions(press, press)], 'message')).toEqual([
    { path: 'blocks[0].elements[1].action_id', rule: 'must be unique in its block, “press” is used twice' },
  ]);
});

test('one element takes the focus', () => {
  const focused = sample.input({ type: 'users_select', focus_on_load: true });

  expect(checkPayload(sample.modal([focused, sample.input(picker)]), 'modal')).toEqual([]);
  expect(checkPayload(sample.modal([focused, focused]), 'modal')).toEqual([
    { path: 'blocks[1].element.focus_on_load', rule: 'only one element can take the focus' },
  ]);
});

test('what does not say its surface is taken for the first that takes all its blocks', () => {
  expect(surfaceOf(sample.modal())).toBe('modal');
  expect(surfaceOf(sample.home())).toBe('home');
  expect(surfaceOf({ text: '비서', blocks: [{ type: 'alert' }] })).toBe('message');
  expect(surfaceOf({ blocks: [{ type: 'alert' }] })).toBe('modal');
  expect(surfaceOf(sample.input({ type: 'number_input', is_decimal_allowed: false }))).toBe('modal');
  expect(surfaceOf([divider, sample.input({ type: 'rich_text_input' })])).toBe('modal');
  expect(surfaceOf({ blocks: [{ type: 'alert' }, { type: 'markdown', text: 'x' }] })).toBe('message');
  expect(surfaceOf({ type: 'message', blocks: [{ type: 'alert' }] })).toBe('message');
  expect(surfaceOf(7)).toBe('message');
});

const cases = sample.BLOCKS.map(([, block, surfaces]) => ({ block, surfaces }));
const surface = fc.constantFrom(...SURFACES);
const ONCE = new Set(['table', 'data_visualization']);

test('whatever blocks of a surface stand together are taken', () => {
  const payload = surface.chain((on) => {
    const fit = cases.filter(({ block, surfaces }) => surfaces.includes(on) && !ONCE.has(String(block.type)));
    return fc.array(fc.constantFrom(...fit), { minLength: 1, maxLength: 40 }).map((list) => {
      const blocks = list.map(({ block }, index) => ({ ...unfocused(block), block_id: `b${index}` }));
      const wrapped = { message: { blocks }, modal: sample.modal(blocks), home: sample.home(blocks) };
      return { on, payload: wrapped[on] };
    });
  });

  fc.assert(fc.property(payload, ({ on, payload }) => checkPayload(payload, on).length === 0));
});

test('anything at all is answered, never thrown at', () => {
  expect(checkPayload([{ type: 'constructor' }], 'message')).toHaveLength(1);
  expect(checkPayload([sample.actions({ type: 'toString' })], 'message')).toHaveLength(1);
  fc.assert(fc.property(fc.jsonValue(), surface, (payload, on) => Array.isArray(checkPayload(payload, on))));
});

test('a valid block with any one value replaced by something odd is answered, never thrown at', () => {
  const odd = fc.constantFrom<unknown>(null, 7, '', [], {}, 'x'.repeat(4000), [[]], { type: 'x' });

  fc.assert(
    fc.property(fc.constantFrom(...cases), fc.nat(), odd, surface, ({ block }, at, value, on) => {
      const keys = Object.keys(block);
      const payload = { ...block, [keys[at % keys.length] ?? 'type']: value };
      return Array.isArray(checkPayload(payload, on)) && Array.isArray(checkPayload({ blocks: [payload] }, on));
    }),
  );
});

test('a usual message is checked in well under a millisecond', () => {
  const rows = Array.from({ length: 20 }, (_, index) =>
    sample.section({ block_id: `b${index}`, accessory: sample.button({ action_id: 'open', value: `E${index}` }) }),
  );
  const payload = { text: '지출', blocks: rows };
  const round = () =>
    computing(() => {
      for (let i = 0; i < 50; i += 1) checkPayload(payload, 'message');
    }) / 50;

  // The best of many rounds, since other work on the machine slows some of them.
  expect(Math.min(...Array.from({ length: 20 }, round))).toBeLessThan(0.5);
});

function unfocused(block: Record<string, unknown>) {
  return JSON.parse(JSON.stringify(block).replaceAll('"focus_on_load":true', '"focus_on_load":false')) as typeof block;
}
