import { expect, test } from 'vitest';
import { checkPayload, type Surface } from '../../../src/simulator/block-kit/check.ts';
import { LIMITS } from '../../../src/simulator/block-kit/limits.ts';
import * as sample from './samples.ts';

type Case = readonly [Surface, (n: number) => unknown];

const long = (n: number) => '가'.repeat(n);
const times = <T>(n: number, make: (index: number) => T) => Array.from({ length: n }, (_, index) => make(index));
const url = (n: number) => `https://example.com/${'a'.repeat(n - 20)}`;
const element = (make: (n: number) => Record<string, unknown>): Case => ['modal', (n) => sample.actions(make(n))];
const field = (make: (n: number) => Record<string, unknown>): Case => ['modal', (n) => sample.input(make(n))];
const block = (make: (n: number) => unknown, surface: Surface = 'message'): Case => [surface, make];
const names = (n: number) => times(n, (index) => `n${index}`);
const feedback = (more: Record<string, unknown>) => ({
  type: 'context_actions',
  elements: [
    {
      type: 'feedback_buttons',
      positive_button: { text: sample.plain(), value: 'up', ...more },
      negative_button: { text: sample.plain(), value: 'down' },
    },
  ],
});
const icon = (more: Record<string, unknown>) => ({
  type: 'context_actions',
  elements: [{ type: 'icon_button', icon: 'trash', text: sample.plain(), ...more }],
});

/** For each limit of the table, what is exactly n long or has exactly n parts. */
const CASES = {
  messageText: [['message', (n) => ({ text: long(n) })]],
  messageBlocks: [
    ['message', (n) => ({ blocks: times(n, () => ({ type: 'divider' })) })],
    ['message', (n) => ({ text: 'x', attachments: [{ blocks: times(n, () => ({ type: 'divider' })) }] })],
  ],
  messageAttachments: [['message', (n) => ({ attachments: times(n, () => ({ text: 'x' })) })]],
  messageBlockText: [['message', (n) => ({ blocks: paragraphs(n) })]],
  messageMarkdown: [
    block((n) => ({ type: 'markdown', text: long(n) })),
    [
      'message',
      (n) => ({
        blocks: [
          { type: 'markdown', text: 'x' },
          { type: 'markdown', text: long(n - 1) },
        ],
      }),
    ],
  ],
  messageTables: [['message', (n) => ({ blocks: times(n, () => ({ type: 'table', rows: sample.rows(1) })) })]],
  messageCharts: [['message', (n) => ({ blocks: times(n, () => sample.pie([{ label: 'a', value: 1 }])) })]],
  viewBlocks: [
    ['modal', (n) => sample.modal(times(n, () => sample.section()))],
    ['home', (n) => sample.home(times(n, () => sample.section()))],
    ['modal', (n) => ({ blocks: times(n, () => ({ type: 'divider' })) })],
  ],
  viewBytes: [['home', (n) => heavy(n)]],
  viewTitle: [
    ['modal', (n) => sample.modal(undefined, { title: sample.plain(long(n)) })],
    ['modal', (n) => sample.modal(undefined, { submit: sample.plain(long(n)) })],
    ['modal', (n) => sample.modal(undefined, { close: sample.plain(long(n)) })],
  ],
  privateMetadata: [
    ['modal', (n) => sample.modal(undefined, { private_metadata: long(n) })],
    ['home', (n) => sample.home(undefined, { private_metadata: long(n) })],
  ],
  callbackId: [['modal', (n) => sample.modal(undefined, { callback_id: long(n) })]],
  externalId: [['home', (n) => sample.home(undefined, { external_id: long(n) })]],
  blockId: sample.BLOCKS.map(([, value, [surface]]) => block((n) => ({ ...value, block_id: long(n) }), surface)),
  actionId: Object.values(sample.PICKS).map((each) => element((n) => ({ ...each, action_id: long(n) }))),
  text: [block((n) => ({ type: 'context', elements: [sample.mrkdwn(long(n))] }))],
  url: [
    element((n) => sample.button({ url: url(n) })),
    block((n) => sample.image({ image_url: url(n) })),
    block((n) => ({ type: 'context', elements: [sample.image({ image_url: url(n) })] })),
    element((n) => ({ type: 'overflow', options: [sample.option('a', { url: url(n) })] })),
    block((n) => sample.video({ thumbnail_url: url(n) })),
    block((n) => sample.video({ video_url: url(n) })),
    block((n) => sample.task({ sources: [{ type: 'url', url: url(n), text: 'x' }] })),
  ],
  actionsElements: [block((n) => sample.actions(...times(n, () => sample.button())))],
  alertText: [block((n) => ({ type: 'alert', text: sample.plain(long(n)) }), 'modal')],
  cardTitle: [block((n) => sample.card({ title: sample.mrkdwn(long(n)) }))],
  cardSubtitle: [block((n) => sample.card({ subtitle: sample.mrkdwn(long(n)) }))],
  cardBody: [block((n) => sample.card({ body: sample.mrkdwn(long(n)) }))],
  cardSubtext: [block((n) => sample.card({ subtext: sample.mrkdwn(long(n)) }))],
  cardActions: [block((n) => sample.card({ actions: times(n, () => sample.button()) }))],
  carouselCards: [block((n) => ({ type: 'carousel', elements: times(n, () => sample.card()) }))],
  containerTitle: [block((n) => sample.container({ title: sample.plain(long(n)) }))],
  containerSubtitle: [block((n) => sample.container({ subtitle: sample.mrkdwn(long(n)) }))],
  containerBlocks: [block((n) => sample.container({ child_blocks: times(n, () => sample.section()) }))],
  contextElements: [block((n) => ({ type: 'context', elements: times(n, () => sample.plain()) }))],
  contextActionsElements: [block((n) => ({ type: 'context_actions', elements: times(n, () => icon({}).elements[0]) }))],
  headerText: [
    block((n) => ({ type: 'header', text: sample.plain(long(n)) })),
    block((n) => ({ type: 'header', text: sample.plain('👋'.repeat(n)) })),
  ],
  imageAltText: [
    block((n) => sample.image({ alt_text: long(n) })),
    block((n) => sample.section({ accessory: sample.image({ alt_text: long(n) }) })),
  ],
  imageTitle: [block((n) => sample.image({ title: sample.plain(long(n)) }))],
  inputLabel: [block((n) => sample.input({ type: 'users_select' }, { label: sample.plain(long(n)) }), 'modal')],
  inputHint: [block((n) => sample.input({ type: 'users_select' }, { hint: sample.plain(long(n)) }), 'modal')],
  sectionText: [block((n) => sample.section({ text: sample.plain(long(n)) }))],
  sectionFields: [block((n) => ({ type: 'section', fields: times(n, () => sample.plain()) }))],
  sectionField: [block((n) => ({ type: 'section', fields: [sample.plain(long(n))] }))],
  videoText: [
    block((n) => sample.video({ title: sample.plain(long(n)) })),
    block((n) => sample.video({ description: sample.plain(long(n)) })),
  ],
  videoName: [
    block((n) => sample.video({ author_name: long(n) })),
    block((n) => sample.video({ provider_name: long(n) })),
  ],
  videoAltText: [block((n) => sample.video({ alt_text: long(n) }))],
  videoLink: [
    block((n) => sample.video({ title_url: url(n) })),
    block((n) => sample.video({ provider_icon_url: url(n) })),
  ],
  planTasks: [
    block((n) => ({ type: 'plan', title: 'x', tasks: times(n, (index) => sample.task({ task_id: `t${index}` })) })),
  ],
  visibleUsers: [block((n) => icon({ visible_to_user_ids: times(n, (index) => `U${index}`) }))],
  headerLevel: [block((n) => ({ type: 'header', text: sample.plain(), level: n }))],
  tableRows: [block((n) => ({ type: 'table', rows: sample.rows(n) }))],
  tableColumns: [
    block((n) => ({ type: 'table', rows: sample.rows(1, n) })),
    block((n) => ({ type: 'table', rows: sample.rows(1), column_settings: times(n, () => ({})) })),
  ],
  dataTableRows: [block((n) => sample.dataTable({ rows: sample.rows(n) }))],
  dataTableColumns: [block((n) => sample.dataTable({ rows: sample.rows(2, n) }))],
  dataTablePage: [block((n) => sample.dataTable({ page_size: n }))],
  dataTableText: [
    [
      'message',
      (n) => ({ blocks: [sample.dataTable({ rows: [[sample.rawText('x')], [sample.rawText(long(n - 1))]] })] }),
    ],
  ],
  chartTitle: [block((n) => ({ ...sample.pie([{ label: 'a', value: 1 }]), title: long(n) }))],
  chartSeries: [block((n) => sample.bars(['a'], names(n)))],
  chartSegments: [block((n) => sample.pie(times(n, () => ({ label: 'a', value: 1 }))))],
  chartPoints: [block((n) => sample.bars(names(n), ['a']))],
  chartLabel: [
    block((n) => sample.pie([{ label: long(n), value: 1 }])),
    block((n) => sample.bars([long(n)], ['a'])),
    block((n) => sample.bars(['a'], [long(n)])),
  ],
  chartAxisLabel: [block((n) => sample.bars(['a'], ['b'], { axis_config: { categories: ['a'], x_label: long(n) } }))],
  buttonText: [
    element((n) => sample.button({ text: sample.plain(long(n)) })),
    block((n) => sample.actions({ ...sample.ELEMENTS.workflow_button, text: sample.plain(long(n)) })),
    block((n) => feedback({ text: sample.plain(long(n)) })),
    block((n) => icon({ text: sample.plain(long(n)) })),
  ],
  buttonValue: [
    element((n) => sample.button({ value: long(n) })),
    block((n) => feedback({ value: long(n) })),
    block((n) => icon({ value: long(n) })),
  ],
  accessibilityLabel: [
    element((n) => sample.button({ accessibility_label: long(n) })),
    block((n) => sample.actions({ ...sample.ELEMENTS.workflow_button, accessibility_label: long(n) })),
    block((n) => feedback({ accessibility_label: long(n) })),
    block((n) => icon({ accessibility_label: long(n) })),
  ],
  placeholder: Object.values(sample.ELEMENTS)
    .filter((each) => 'placeholder' in each)
    .map((each) => field((n) => ({ ...each, placeholder: sample.plain(long(n)) }))),
  checkboxes: [element((n) => ({ type: 'checkboxes', options: sample.options(n) }))],
  radioButtons: [element((n) => ({ type: 'radio_buttons', options: sample.options(n) }))],
  overflowOptions: [element((n) => ({ type: 'overflow', options: sample.options(n) }))],
  selectOptions: [
    element((n) => ({ type: 'static_select', options: sample.options(n) })),
    element((n) => ({ type: 'multi_static_select', options: sample.options(n) })),
    element((n) => ({ type: 'static_select', option_groups: [{ label: sample.plain(), options: sample.options(n) }] })),
  ],
  selectGroups: [
    element((n) => ({
      type: 'static_select',
      option_groups: times(n, () => ({ label: sample.plain(), options: sample.options(1) })),
    })),
  ],
  groupLabel: [
    element((n) => ({
      type: 'static_select',
      option_groups: [{ label: sample.plain(long(n)), options: sample.options(1) }],
    })),
  ],
  optionText: [
    element((n) => ({ type: 'static_select', options: [{ text: sample.plain(long(n)), value: 'a' }] })),
    element((n) => ({ type: 'checkboxes', options: [{ text: sample.mrkdwn(long(n)), value: 'a' }] })),
  ],
  optionValue: [
    element((n) => ({ type: 'static_select', options: [sample.option(long(n), { text: sample.plain() })] })),
    element((n) => ({ type: 'radio_buttons', options: [sample.option(long(n), { text: sample.plain() })] })),
  ],
  optionDescription: [
    element((n) => ({ type: 'overflow', options: [sample.option('a', { description: sample.plain(long(n)) })] })),
  ],
  confirmTitle: [element((n) => sample.button({ confirm: sample.confirm({ title: sample.plain(long(n)) }) }))],
  confirmText: [element((n) => sample.button({ confirm: sample.confirm({ text: sample.plain(long(n)) }) }))],
  confirmButton: [
    element((n) => sample.button({ confirm: sample.confirm({ confirm: sample.plain(long(n)) }) })),
    element((n) => sample.button({ confirm: sample.confirm({ deny: sample.plain(long(n)) }) })),
  ],
  inputLength: [
    field((n) => ({ type: 'plain_text_input', max_length: n })),
    field((n) => ({ type: 'plain_text_input', min_length: n })),
    field((n) => ({ type: 'plain_text_input', initial_value: long(n) })),
  ],
  richTextInputLines: [
    field((n) => ({ type: 'rich_text_input', max_lines: n })),
    field((n) => ({ type: 'rich_text_input', min_lines: n })),
  ],
  fileInputFiles: [field((n) => ({ type: 'file_input', max_files: n }))],
  listIndent: [
    block((n) => sample.richText({ type: 'rich_text_list', style: 'bullet', indent: n, elements: [sample.words()] })),
  ],
} satisfies Record<keyof typeof LIMITS, readonly Case[]>;

function paragraphs(n: number) {
  const parts = times(Math.ceil(n / LIMITS.sectionText), (index) =>
    Math.min(LIMITS.sectionText, n - index * LIMITS.sectionText),
  );
  return parts.map((length) => sample.section({ text: sample.mrkdwn(long(length)) }));
}

/** A Home tab of exactly n bytes. */
function heavy(n: number) {
  const view = sample.home(times(89, () => sample.section({ text: sample.plain('a'.repeat(2800)) })));
  const missing = n - Buffer.byteLength(JSON.stringify(view)) - Buffer.byteLength(',"private_metadata":""');
  return { ...view, private_metadata: 'a'.repeat(missing) };
}

const flat = Object.entries(CASES).flatMap(([name, cases]) =>
  cases.map(([surface, make], index) => ({
    name: cases.length > 1 ? `${name} ${index + 1}` : name,
    max: LIMITS[name as keyof typeof LIMITS],
    surface,
    make: make as (n: number) => unknown,
  })),
);

test.each(flat)('$name: exactly $max is taken', ({ max, surface, make }) => {
  expect(checkPayload(make(max), surface)).toEqual([]);
});

test.each(flat)('$name: one more than $max is refused', ({ max, surface, make }) => {
  const problems = checkPayload(make(max + 1), surface);

  expect(problems.map((problem) => problem.rule).join()).toContain(String(max));
});
