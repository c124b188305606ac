import { expect, test } from 'vitest';
import { checkPayload, type Surface } from '../../../src/simulator/block-kit/check.ts';
import { BLOCK_SURFACES, ELEMENT_SURFACES, SURFACES } from '../../../src/simulator/block-kit/limits.ts';
import * as sample from './samples.ts';

const sampleOf = (type: string) => sample.BLOCKS.find(([, block]) => block.type === type)?.[1];
const blocks = Object.entries(BLOCK_SURFACES).flatMap(([type, taken]) =>
  SURFACES.map((surface) => ({ type, surface, taken: taken.includes(surface) })),
);

test('there is an example of every block that can be sent', () => {
  const without = Object.keys(BLOCK_SURFACES).filter((type) => sampleOf(type) === undefined);

  expect(without).toEqual(['file']);
});

test.each(sample.BLOCKS.flatMap(([name, block, surfaces]) => surfaces.map((surface) => ({ name, block, surface }))))(
  '$name is taken in a $surface, alone and among others',
  ({ block, surface }) => {
    expect(checkPayload(block, surface)).toEqual([]);
    expect(checkPayload([sample.section(), { ...block, block_id: 'other' }], surface)).toEqual([]);
    expect(checkPayload(payload(surface, [block]), surface)).toEqual([]);
  },
);

test.each(blocks.filter(({ taken }) => !taken))('$type is refused in a $surface', ({ type, surface }) => {
  const block = sampleOf(type) ?? { type: 'file', external_id: 'ABCD1', source: 'remote' };

  const problems = checkPayload(payload(surface, [sample.section(), block]), surface);

  expect(problems).toEqual([{ path: 'blocks[1].type', rule: expect.stringContaining(`${type} cannot stand in a`) }]);
});

const inputs = Object.keys({ ...sample.PICKS, ...sample.INPUTS, datetimepicker: 0 }).flatMap((type) =>
  SURFACES.map((surface) => ({ type, surface, taken: (ELEMENT_SURFACES[type] ?? SURFACES).includes(surface) })),
);

test.each(inputs)('an input of $type in a $surface: $taken', ({ type, surface, taken }) => {
  const problems = checkPayload(payload(surface, [sample.input(sample.ELEMENTS[type] ?? {})]), surface);

  expect(problems.map((problem) => problem.path)).toEqual(taken ? [] : ['blocks[0].element.type']);
});

const interactive = Object.keys({ ...sample.PICKS, ...sample.OTHER_ELEMENTS });

test.each(interactive)('%s stands in actions', (type) => {
  expect(checkPayload(sample.actions(sample.ELEMENTS[type] ?? {}), 'message')).toEqual([]);
});

test.each(interactive.filter((type) => type !== 'datetimepicker'))('%s stands beside a section', (type) => {
  expect(checkPayload(sample.section({ accessory: sample.ELEMENTS[type] }), 'message')).toEqual([]);
});

test('a datetimepicker does not stand beside a section or on a Home tab', () => {
  const picker = sample.ELEMENTS.datetimepicker ?? {};

  expect(checkPayload(sample.section({ accessory: picker }), 'message')[0]?.path).toBe('accessory.type');
  expect(checkPayload(sample.actions(picker), 'home')[0]?.path).toBe('elements[0].type');
});

test('a rich_text_input stands in actions, too, but not beside a section', () => {
  const element = sample.INPUTS.rich_text_input ?? {};

  expect(checkPayload(sample.actions(element), 'home')).toEqual([]);
  expect(checkPayload(sample.section({ accessory: element }), 'modal')[0]?.path).toBe('accessory.type');
});

test.each(Object.keys(sample.INPUTS).filter((type) => type !== 'rich_text_input'))(
  '%s stands in inputs alone',
  (type) => {
    const element = sample.INPUTS[type] ?? {};

    expect(checkPayload(sample.actions(element), 'modal')[0]?.path).toBe('elements[0].type');
    expect(checkPayload(sample.section({ accessory: element }), 'modal')[0]?.path).toBe('accessory.type');
  },
);

test.each(['button', 'workflow_button', 'overflow'])('%s does not stand in an input', (type) => {
  expect(checkPayload(sample.input(sample.ELEMENTS[type] ?? {}), 'modal')[0]?.path).toBe('element.type');
});

test('a workflow button is for messages', () => {
  expect(checkPayload(sample.actions(sample.ELEMENTS.workflow_button ?? {}), 'modal')).toHaveLength(1);
});

test('a menu asks for a response_url only in an input of a modal', () => {
  const menu = { type: 'conversations_select', response_url_enabled: true };

  expect(checkPayload(sample.input(menu), 'modal')).toEqual([]);
  expect(checkPayload(sample.input(menu), 'message')[0]?.path).toBe('element.response_url_enabled');
  expect(checkPayload(sample.actions(menu), 'modal')[0]?.path).toBe('elements[0].response_url_enabled');
});

test('what stands in a container or a carousel is looked at, too', () => {
  const email = sample.container({ child_blocks: [sample.input({ type: 'email_text_input' })] });

  expect(checkPayload(email, 'message')[0]?.path).toBe('child_blocks[0].element.type');
});

function payload(surface: Surface, list: unknown[]) {
  if (surface === 'message') return { text: '비서', blocks: list };
  return surface === 'modal' ? sample.modal(list) : sample.home(list);
}
