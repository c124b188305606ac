import { expect, test } from 'vitest';
import { checkPayload } from '../../../src/simulator/block-kit/check.ts';
import * as sample from './samples.ts';

type Json = Record<string, unknown>;

const required: Record<string, string[]> = {
  button: ['text'],
  workflow_button: ['text', 'workflow', 'action_id'],
  checkboxes: ['options'],
  radio_buttons: ['options'],
  overflow: ['options'],
  number_input: ['is_decimal_allowed'],
};
const placed = (element: Json) =>
  String(element.type) in sample.INPUTS ? sample.input(element) : sample.actions(element);
const paths = (element: Json, surface: 'modal' | 'message' = 'modal') =>
  checkPayload(placed(element), surface).map((problem) => problem.path.replace(/^(elements\[0\]|element)\.?/, ''));

test.each(Object.entries(required).flatMap(([type, keys]) => keys.map((key) => ({ type, key }))))(
  '$type without $key is refused',
  ({ type, key }) => {
    const entries = Object.entries(sample.ELEMENTS[type] ?? {}).filter(([each]) => each !== key);

    expect(paths(Object.fromEntries(entries), 'message').concat(paths(Object.fromEntries(entries)))).toContain(key);
  },
);

test.each(Object.entries(sample.ELEMENTS))('%s: an unknown property is refused', (_type, element) => {
  expect(paths({ ...element, colour: 'red' })).toContain('colour');
});

test.each(Object.entries(sample.ELEMENTS))(
  '%s: its type alone, or with what it requires, is enough',
  (type, element) => {
    const keys = [
      'type',
      ...(required[type] ?? []),
      ...(type.endsWith('static_select') ? ['options', 'option_groups'] : []),
    ];
    const least = Object.fromEntries(Object.entries(element).filter(([key]) => keys.includes(key)));

    expect(paths(least, type === 'workflow_button' ? 'message' : 'modal')).toEqual([]);
  },
);

test.each(Object.entries(sample.ELEMENTS).filter(([, element]) => 'placeholder' in element))(
  '%s: its placeholder is plain text',
  (_type, element) => {
    expect(paths({ ...element, placeholder: sample.mrkdwn() })).toContain('placeholder.type');
    expect(paths({ ...element, placeholder: sample.plain('') })).toContain('placeholder.text');
    expect(paths({ ...element, placeholder: '고르세요' })).toContain('placeholder');
  },
);

test.each(Object.entries(sample.ELEMENTS).filter(([, element]) => 'confirm' in element))(
  '%s: what confirms it is complete',
  (_type, element) => {
    const { deny, ...rest } = sample.confirm();

    expect(paths({ ...element, confirm: rest })).toContain('confirm.deny');
    expect(paths({ ...element, confirm: sample.confirm({ title: sample.mrkdwn() }) })).toContain('confirm.title.type');
    expect(paths({ ...element, confirm: sample.confirm({ style: 'default' }) })).toContain('confirm.style');
    expect(deny).toBeDefined();
  },
);

const [a, b] = [sample.option('a'), sample.option('b')];
const marked = sample.option('a', { text: sample.mrkdwn() });
const group = { label: sample.plain(), options: [a] };

const broken: [says: string, element: Json, path: string][] = [
  ['a mrkdwn button', sample.button({ text: sample.mrkdwn() }), 'text.type'],
  ['an empty button', sample.button({ text: sample.plain('') }), 'text.text'],
  ['a button that is a text', sample.button({ text: '저장' }), 'text'],
  ['a button in a style Slack lacks', sample.button({ style: 'warning' }), 'style'],
  ['a button in no style', sample.button({ style: 'default' }), 'style'],
  ['a button to a path', sample.button({ url: 'expense/1024' }), 'url'],
  ['a button that runs', sample.button({ url: 'javascript:alert(1)' }), 'url'],
  ['a button without a host', sample.button({ url: 'https://' }), 'url'],
  ['a button with a number', sample.button({ value: 1024 }), 'value'],
  ['an element without an id in its id', sample.button({ action_id: '' }), 'action_id'],
  ['no boxes', { type: 'checkboxes', options: [] }, 'options'],
  ['no radios', { type: 'radio_buttons', options: [] }, 'options'],
  ['no overflow', { type: 'overflow', options: [] }, 'options'],
  ['no options', { type: 'static_select', options: [] }, 'options'],
  ['no groups', { type: 'static_select', option_groups: [] }, 'option_groups'],
  [
    'a group of none',
    { type: 'static_select', option_groups: [{ ...group, options: [] }] },
    'option_groups[0].options',
  ],
  ['a group without a label', { type: 'static_select', option_groups: [{ options: [a] }] }, 'option_groups[0].label'],
  [
    'a group labelled in mrkdwn',
    { type: 'static_select', option_groups: [{ ...group, label: sample.mrkdwn() }] },
    'option_groups[0].label.type',
  ],
  ['a menu with options and groups', { type: 'static_select', options: [a], option_groups: [group] }, ''],
  ['a menu with neither', { type: 'multi_static_select' }, ''],
  ['an option that is a word', { type: 'static_select', options: ['a'] }, 'options[0]'],
  ['an option without a value', { type: 'static_select', options: [{ text: sample.plain() }] }, 'options[0].value'],
  ['an option without text', { type: 'static_select', options: [{ value: 'a' }] }, 'options[0].text'],
  ['an option with an empty value', { type: 'static_select', options: [sample.option('')] }, 'options[0].value'],
  ['one value twice', { type: 'static_select', options: [a, a] }, 'options[1].value'],
  ['a mrkdwn option in a menu', { type: 'static_select', options: [marked] }, 'options[0].text.type'],
  ['a mrkdwn option in an overflow', { type: 'overflow', options: [marked] }, 'options[0].text.type'],
  [
    'a link in a menu',
    { type: 'static_select', options: [sample.option('a', { url: 'https://example.com' })] },
    'options[0].url',
  ],
  ['neither a value nor a link', { type: 'overflow', options: [{ text: sample.plain() }] }, 'options[0].value'],
  ['an empty link', { type: 'overflow', options: [sample.option('a', { url: '' })] }, 'options[0].url'],
  ['a first option not offered', { type: 'static_select', options: [a], initial_option: b }, 'initial_option'],
  ['a first radio not offered', { type: 'radio_buttons', options: [a], initial_option: b }, 'initial_option'],
  ['first boxes not offered', { type: 'checkboxes', options: [a], initial_options: [a, b] }, 'initial_options[1]'],
  [
    'a first option of a group not offered',
    { type: 'static_select', option_groups: [group], initial_option: b },
    'initial_option',
  ],
  ['no first boxes', { type: 'checkboxes', options: [a], initial_options: [] }, 'initial_options'],
  [
    'first options not offered',
    { type: 'multi_static_select', options: [a], initial_options: [b] },
    'initial_options[0]',
  ],
  ['at most no users', { type: 'multi_users_select', max_selected_items: 0 }, 'max_selected_items'],
  ['too many users at first', { type: 'multi_users_select', initial_users: ['U1', 'U2'], max_selected_items: 1 }, ''],
  ['a user by name', { type: 'users_select', initial_user: '@kim' }, 'initial_user'],
  ['users by name', { type: 'multi_users_select', initial_users: ['kim'] }, 'initial_users[0]'],
  ['a channel by name', { type: 'channels_select', initial_channel: '#general' }, 'initial_channel'],
  [
    'a conversation by name',
    { type: 'conversations_select', initial_conversation: '#general' },
    'initial_conversation',
  ],
  ['a filter of nothing', { type: 'conversations_select', filter: {} }, 'filter'],
  ['a filter of no kinds', { type: 'conversations_select', filter: { include: [] } }, 'filter.include'],
  [
    'a filter of a kind Slack lacks',
    { type: 'conversations_select', filter: { include: ['dm'] } },
    'filter.include[0]',
  ],
  ['a query of less than nothing', { type: 'external_select', min_query_length: -1 }, 'min_query_length'],
  ['options that come from outside', { type: 'external_select', options: [a] }, 'options'],
  ['a date in another order', { type: 'datepicker', initial_date: '28-02-2026' }, 'initial_date'],
  ['a date with dots', { type: 'datepicker', initial_date: '2026.02.28' }, 'initial_date'],
  ['a month that is not', { type: 'datepicker', initial_date: '2026-13-01' }, 'initial_date'],
  ['a day that is not', { type: 'datepicker', initial_date: '2026-02-29' }, 'initial_date'],
  ['a short time', { type: 'timepicker', initial_time: '9:30' }, 'initial_time'],
  ['an hour that is not', { type: 'timepicker', initial_time: '24:00' }, 'initial_time'],
  ['a minute that is not', { type: 'timepicker', initial_time: '12:60' }, 'initial_time'],
  ['a time in halves', { type: 'timepicker', initial_time: '02:30 PM' }, 'initial_time'],
  ['a zone that is not', { type: 'timepicker', timezone: 'Asia/Busan-si' }, 'timezone'],
  ['milliseconds', { type: 'datetimepicker', initial_date_time: 1628633820000 }, 'initial_date_time'],
  ['seconds in a text', { type: 'datetimepicker', initial_date_time: '1628633820' }, 'initial_date_time'],
  ['a datetimepicker with a placeholder', { type: 'datetimepicker', placeholder: sample.plain() }, 'placeholder'],
  ['least above most', { type: 'plain_text_input', min_length: 5, max_length: 4 }, 'min_length'],
  ['at most nothing', { type: 'plain_text_input', max_length: 0 }, 'max_length'],
  ['less than nothing', { type: 'plain_text_input', min_length: -1 }, 'min_length'],
  ['half a character', { type: 'plain_text_input', max_length: 1.5 }, 'max_length'],
  [
    'more at first than may be',
    { type: 'plain_text_input', initial_value: '다섯글자다', max_length: 4 },
    'initial_value',
  ],
  ['many lines in words', { type: 'plain_text_input', multiline: 'yes' }, 'multiline'],
  [
    'a dispatch Slack lacks',
    { type: 'plain_text_input', dispatch_action_config: { trigger_actions_on: ['on_blur'] } },
    'dispatch_action_config.trigger_actions_on[0]',
  ],
  [
    'a dispatch of nothing',
    { type: 'plain_text_input', dispatch_action_config: { trigger_actions_on: [] } },
    'dispatch_action_config.trigger_actions_on',
  ],
  ['a number above', { type: 'number_input', is_decimal_allowed: false, min_value: '5', max_value: '4' }, 'min_value'],
  ['a number that is one', { type: 'number_input', is_decimal_allowed: false, min_value: 5 }, 'min_value'],
  ['a number that is none', { type: 'number_input', is_decimal_allowed: false, max_value: '많이' }, 'max_value'],
  ['a decimal at first', { type: 'number_input', is_decimal_allowed: false, initial_value: '0.5' }, 'initial_value'],
  [
    'below at first',
    { type: 'number_input', is_decimal_allowed: true, min_value: '1', initial_value: '0' },
    'initial_value',
  ],
  ['a rich text that is text', { type: 'rich_text_input', initial_value: '안녕' }, 'initial_value'],
  ['fewer lines than none', { type: 'rich_text_input', min_lines: 0 }, 'min_lines'],
  ['no files', { type: 'file_input', max_files: 0 }, 'max_files'],
  ['no kinds of files', { type: 'file_input', filetypes: [] }, 'filetypes'],
  ['a kind of file', { type: 'file_input', filetypes: 'pdf' }, 'filetypes'],
];

test.each(broken)('%s is refused', (_says, element, path) => {
  expect(paths(element)).toContain(path);
});

test.each([
  ['mrkdwn radios', { type: 'radio_buttons', options: [marked] }],
  ['an overflow of one', { type: 'overflow', options: [a] }],
  [
    'links without values',
    { type: 'overflow', options: [a, ...Array(2).fill({ text: sample.plain(), url: 'https://example.com' })] },
  ],
  ['an empty first value', { type: 'plain_text_input', initial_value: '' }],
  [
    'a first option of the second group',
    { type: 'static_select', option_groups: [group, { ...group, options: [b] }], initial_option: b },
  ],
  ['a deep link', sample.button({ url: 'slack://app?team=T0123456&id=A0123456' })],
  ['a link with Korean in it', sample.button({ url: 'https://example.com/지출?월=7' })],
  ['a leap day', { type: 'datepicker', initial_date: '2028-02-29' }],
] as [string, Json][])('%s is taken', (_says, element) => {
  expect(paths(element)).toEqual([]);
});
