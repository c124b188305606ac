import { expect, test } from 'vitest';
import { checkPayload, type Surface, surfaceOf } from '../../../src/simulator/block-kit/check.ts';
import * as sample from './samples.ts';

type Json = Record<string, unknown>;
type Broken = [says: string, payload: unknown, path: string, surface?: Surface];

const required: Record<string, string[]> = {
  actions: ['elements'],
  alert: ['text'],
  carousel: ['elements'],
  container: ['child_blocks'],
  context: ['elements'],
  context_actions: ['elements'],
  data_table: ['rows', 'caption'],
  data_visualization: ['title', 'chart'],
  header: ['text'],
  image: ['alt_text'],
  input: ['label', 'element'],
  markdown: ['text'],
  plan: ['title'],
  rich_text: ['elements'],
  table: ['rows'],
  task_card: ['task_id', 'title'],
  video: ['alt_text', 'title', 'thumbnail_url', 'video_url'],
};

const without = (value: Json, key: string) =>
  Object.fromEntries(Object.entries(value).filter(([each]) => each !== key));
const blockOf = (type: string) => sample.BLOCKS.find(([, block]) => block.type === type)?.[1] ?? {};

test.each(Object.entries(required).flatMap(([type, keys]) => keys.map((key) => ({ type, key }))))(
  '$type without $key is refused',
  ({ type, key }) => {
    const broken = without(blockOf(type), key);

    expect(checkPayload(broken, surfaceOf(broken))).toEqual([{ path: key, rule: 'required' }]);
  },
);

test.each(sample.BLOCKS)('%s: an unknown property is refused', (_name, block) => {
  expect(checkPayload({ ...block, colour: 'red' }, surfaceOf(block))).toEqual([
    { path: 'colour', rule: 'no such property here' },
  ]);
});

test.each(sample.BLOCKS)('%s: a block_id that is no text is refused', (_name, block) => {
  expect(checkPayload({ ...block, block_id: 7 }, surfaceOf(block))[0]?.path).toBe('block_id');
});

test('a property that is undefined never leaves, so it does not matter', () => {
  expect(checkPayload(sample.section({ accessory: undefined, colour: undefined }), 'message')).toEqual([]);
});

const chart = (more: Json) => sample.bars(['a', 'b'], ['x', 'y'], more);
const point = (label: string, value: unknown = 1) => ({ label, value });
const leaf = (element: Json) => sample.richText({ type: 'rich_text_section', elements: [element] });
const cells = (...list: unknown[]) => ({ type: 'table', rows: [list] });

const broken: Broken[] = [
  ['actions with nothing in it', { type: 'actions', elements: [] }, 'elements'],
  ['an image in actions', sample.actions(sample.image()), 'elements[0].type'],
  ['text in actions', sample.actions(sample.plain()), 'elements[0].type'],
  ['an alert of a level Slack lacks', { type: 'alert', text: sample.plain(), level: 'fatal' }, 'level', 'modal'],
  ['an alert whose text is no object', { type: 'alert', text: 'x' }, 'text', 'modal'],
  ['a card with nothing to show', { type: 'card', subtitle: sample.mrkdwn() }, ''],
  ['a card without actions in its actions', sample.card({ actions: [] }), 'actions'],
  ['a menu in a card', sample.card({ actions: [sample.PICKS.users_select] }), 'actions[0].type'],
  ['a card with two icons', sample.card({ icon: sample.image(), slack_icon: { type: 'icon', name: 'book' } }), ''],
  ['an icon Slack lacks', sample.card({ slack_icon: { type: 'icon', name: 'mayor' } }), 'slack_icon.name'],
  ['a carousel without cards', { type: 'carousel', elements: [] }, 'elements'],
  ['a section in a carousel', { type: 'carousel', elements: [sample.section()] }, 'elements[0].type'],
  ['a container without a title', { type: 'container', child_blocks: [sample.section()] }, ''],
  ['a container with a mrkdwn title', sample.container({ title: sample.mrkdwn() }), 'title.type'],
  ['an empty container', sample.container({ child_blocks: [] }), 'child_blocks'],
  ['a container in a container', sample.container({ child_blocks: [sample.container()] }), 'child_blocks[0].type'],
  ['a card in a container', sample.container({ child_blocks: [sample.card()] }), 'child_blocks[0].type'],
  ['a width Slack lacks', sample.container({ width: 'huge' }), 'width'],
  ['collapsed but not collapsible', sample.container({ default_collapsed: true }), 'default_collapsed'],
  ['a context with nothing in it', { type: 'context', elements: [] }, 'elements'],
  ['a button in a context', { type: 'context', elements: [sample.button()] }, 'elements[0].type'],
  ['a button in context_actions', { type: 'context_actions', elements: [sample.button()] }, 'elements[0].type'],
  [
    'an icon Slack lacks on an icon button',
    { type: 'context_actions', elements: [{ type: 'icon_button', icon: 'pen', text: sample.plain() }] },
    'elements[0].icon',
  ],
  [
    'feedback in one direction',
    {
      type: 'context_actions',
      elements: [{ type: 'feedback_buttons', positive_button: { text: sample.plain(), value: 'up' } }],
    },
    'elements[0].negative_button',
  ],
  ['a data table of a header alone', sample.dataTable({ rows: sample.rows(1) }), 'rows'],
  ['a data table of empty rows', sample.dataTable({ rows: [[], []] }), 'rows[0]'],
  ['a data table without a caption', sample.dataTable({ caption: '' }), 'caption'],
  [
    'a data table with uneven rows',
    sample.dataTable({ rows: [...sample.rows(1, 2), ...sample.rows(1, 3)] }),
    'rows[1]',
  ],
  [
    'a data table with a rich header',
    sample.dataTable({ rows: [[sample.richText(sample.words())], [sample.rawText()]] }),
    'rows[0][0].type',
  ],
  ['a data table of pages of none', sample.dataTable({ page_size: 0 }), 'page_size'],
  [
    'a data table headed by a column it lacks',
    sample.dataTable({ row_header_column_index: 2 }),
    'row_header_column_index',
  ],
  [
    'a data table with an empty cell',
    sample.dataTable({ rows: [[sample.rawText()], [sample.rawText('')]] }),
    'rows[1][0].text',
  ],
  ['a chart Slack lacks', { type: 'data_visualization', title: 'x', chart: { type: 'donut' } }, 'chart.type'],
  ['a pie without segments', sample.pie([]), 'chart.segments'],
  ['a pie with an empty segment', sample.pie([point('a', 0)]), 'chart.segments[0].value'],
  ['a pie of text', sample.pie([point('a', '1')]), 'chart.segments[0].value'],
  ['bars without series', chart({ series: [] }), 'chart.series'],
  ['bars without axes', chart({ axis_config: undefined }), 'chart.axis_config'],
  ['bars that lack a point', chart({ series: [{ name: 'x', data: [point('a')] }] }), 'chart.series[0].data'],
  [
    'bars of another category',
    chart({ series: [{ name: 'x', data: [point('a'), point('c')] }] }),
    'chart.series[0].data',
  ],
  ['two series of one name', sample.bars(['a'], ['x', 'x']), 'chart.series[1].name'],
  ['two categories of one name', chart({ axis_config: { categories: ['a', 'a'] } }), 'chart.axis_config.categories'],
  ['a mrkdwn header', { type: 'header', text: sample.mrkdwn() }, 'text.type'],
  ['an empty header', { type: 'header', text: sample.plain('') }, 'text.text'],
  ['a header that is a text', { type: 'header', text: '제목' }, 'text'],
  ['an image from nowhere', { type: 'image', alt_text: '시장' }, ''],
  ['an image from two places', sample.image({ slack_file: { id: 'F0123456' } }), ''],
  ['an image without words', sample.image({ alt_text: '' }), 'alt_text'],
  ['an image with a mrkdwn title', sample.image({ title: sample.mrkdwn() }), 'title.type'],
  ['an image at a path', sample.image({ image_url: '/mayor.png' }), 'image_url'],
  ['an image over ftp', sample.image({ image_url: 'ftp://example.com/mayor.png' }), 'image_url'],
  [
    'a Slack file with id and URL',
    { type: 'image', alt_text: 'x', slack_file: { id: 'F0', url: 'https://a.b' } },
    'slack_file',
  ],
  ['a Slack file with neither', { type: 'image', alt_text: 'x', slack_file: {} }, 'slack_file'],
  ['an input labelled in mrkdwn', sample.input({ type: 'users_select' }, { label: sample.mrkdwn() }), 'label.type'],
  ['an input with a hint that is a text', sample.input({ type: 'users_select' }, { hint: '힌트' }), 'hint'],
  ['an input that may be optional', sample.input({ type: 'users_select' }, { optional: 'yes' }), 'optional'],
  ['an input of a list', sample.input([] as unknown as Json), 'element'],
  ['files that dispatch', sample.input({ type: 'file_input' }, { dispatch_action: true }), 'dispatch_action', 'modal'],
  ['empty markdown', { type: 'markdown', text: '' }, 'text'],
  ['markdown in an object', { type: 'markdown', text: sample.plain() }, 'text'],
  ['two tasks of one id', { type: 'plan', title: 'x', tasks: [sample.task(), sample.task()] }, 'tasks'],
  ['a task of a status Slack lacks', sample.task({ status: 'done' }), 'status'],
  ['a source that is no URL', sample.task({ sources: [{ type: 'url', url: 'example', text: 'x' }] }), 'sources[0].url'],
  ['details in mrkdwn', sample.task({ details: sample.mrkdwn() }), 'details.type'],
  ['a rich text of text', sample.richText({ type: 'text', text: 'x' }), 'elements[0].type'],
  ['a rich part Slack lacks', leaf({ type: 'bold', text: 'x' }), 'elements[0].elements[0].type'],
  ['an empty rich part', leaf({ type: 'text', text: '' }), 'elements[0].elements[0].text'],
  ['a link to nowhere', leaf({ type: 'link', text: 'x' }), 'elements[0].elements[0].url'],
  ['a style that is a word', leaf({ type: 'text', text: 'x', style: 'bold' }), 'elements[0].elements[0].style'],
  ['a style Slack lacks', leaf({ type: 'text', text: 'x', style: { red: true } }), 'elements[0].elements[0].style.red'],
  ['a user without an id', leaf({ type: 'user', user_id: '@kim' }), 'elements[0].elements[0].user_id'],
  ['a broadcast to a range Slack lacks', leaf({ type: 'broadcast', range: 'all' }), 'elements[0].elements[0].range'],
  ['a colour by name', leaf({ type: 'color', value: 'red' }), 'elements[0].elements[0].value'],
  ['a date in words', leaf({ type: 'date', timestamp: '어제', format: '{ago}' }), 'elements[0].elements[0].timestamp'],
  ['a date without a format', leaf({ type: 'date', timestamp: 1 }), 'elements[0].elements[0].format'],
  [
    'a list without a style',
    sample.richText({ type: 'rich_text_list', elements: [sample.words()] }),
    'elements[0].style',
  ],
  [
    'a list of a style Slack lacks',
    sample.richText({ type: 'rich_text_list', style: 'dash', elements: [sample.words()] }),
    'elements[0].style',
  ],
  [
    'a list of text',
    sample.richText({ type: 'rich_text_list', style: 'bullet', elements: [{ type: 'text', text: 'x' }] }),
    'elements[0].elements[0].type',
  ],
  ['a thick border', sample.richText({ type: 'rich_text_quote', border: 2, elements: [] }), 'elements[0].border'],
  ['a section of nothing', { type: 'section' }, ''],
  ['a section without fields in its fields', { type: 'section', fields: [] }, 'fields'],
  ['an empty section', sample.section({ text: sample.mrkdwn('') }), 'text.text'],
  ['a section of a text', sample.section({ text: '비서' }), 'text'],
  ['a section of text of another type', sample.section({ text: { type: 'markdown', text: 'x' } }), 'text.type'],
  ['mrkdwn with emoji', sample.section({ text: { ...sample.mrkdwn(), emoji: true } }), 'text.emoji'],
  ['plain text that is verbatim', sample.section({ text: { ...sample.plain(), verbatim: true } }), 'text.verbatim'],
  ['text without text', sample.section({ text: { type: 'mrkdwn' } }), 'text.text'],
  ['text that is a number', sample.section({ text: { type: 'mrkdwn', text: 85000 } }), 'text.text'],
  ['a field without text', { type: 'section', fields: [sample.plain(), sample.plain('')] }, 'fields[1].text'],
  ['two accessories', sample.section({ accessory: [sample.button()] }), 'accessory'],
  ['text as accessory', sample.section({ accessory: sample.plain() }), 'accessory.type'],
  ['expand that is a word', sample.section({ expand: 'true' }), 'expand'],
  ['a table without rows', { type: 'table', rows: [] }, 'rows'],
  ['a table with an empty cell', cells(sample.rawText('')), 'rows[0][0].text'],
  ['a table of plain text', cells(sample.plain()), 'rows[0][0].type'],
  ['a table with a button', cells({ type: 'action', element: sample.button() }), 'rows[0][0].type'],
  [
    'a table that is aligned oddly',
    { ...cells(sample.rawText()), column_settings: [{ align: 'top' }] },
    'column_settings[0].align',
  ],
  ['a number that is text', cells({ type: 'raw_number', value: '3', text: '3' }), 'rows[0][0].value'],
  ['a video over http', sample.video({ video_url: 'http://example.com/embed' }), 'video_url'],
  ['a video whose title leads over http', sample.video({ title_url: 'http://example.com' }), 'title_url'],
  ['a video with a mrkdwn title', sample.video({ title: sample.mrkdwn() }), 'title.type'],
  ['a block Slack lacks', { type: 'form' }, 'type'],
  ['a block of an element', sample.button(), 'type'],
  ['a block whose type is no word', { type: 7 }, 'type'],
];

test.each(broken)('%s is refused', (_says, payload, path, surface = 'message') => {
  const problems = checkPayload(payload, surface);

  expect(problems.map((problem) => problem.path)).toContain(path);
});
