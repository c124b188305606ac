import type { Surface } from '../../../src/simulator/block-kit/check.ts';

type Json = Record<string, unknown>;

export const plain = (text = '비서') => ({ type: 'plain_text', text });
export const mrkdwn = (text = '*비서*') => ({ type: 'mrkdwn', text });
export const option = (value = 'a', more: Json = {}) => ({ text: plain(`선택 ${value}`), value, ...more });
export const options = (count: number) => Array.from({ length: count }, (_, index) => option(`v${index}`));
export const confirm = (more: Json = {}) => ({
  title: plain('정말요?'),
  text: mrkdwn('되돌릴 수 *없습니다*.'),
  confirm: plain('예'),
  deny: plain('아니요'),
  ...more,
});
export const button = (more: Json = {}) => ({ type: 'button', text: plain('저장'), ...more });
export const image = (more: Json = {}) => ({
  type: 'image',
  image_url: 'https://example.com/mayor.png',
  alt_text: '시장',
  ...more,
});
export const section = (more: Json = {}) => ({ type: 'section', text: mrkdwn(), ...more });
export const input = (element: Json, more: Json = {}) => ({ type: 'input', label: plain('이름'), element, ...more });
export const actions = (...elements: Json[]) => ({ type: 'actions', elements });
export const words = (text = '내용') => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] });
export const richText = (...elements: Json[]) => ({ type: 'rich_text', elements });
export const card = (more: Json = {}) => ({ type: 'card', title: mrkdwn('현장시장실'), ...more });
export const rawText = (text = '칸') => ({ type: 'raw_text', text });
export const rows = (height: number, width = 2) => Array.from({ length: height }, () => Array(width).fill(rawText()));
export const dataTable = (more: Json = {}) => ({ type: 'data_table', caption: '집행 내역', rows: rows(2), ...more });
export const container = (more: Json = {}) => ({
  type: 'container',
  title: plain('한눈에'),
  child_blocks: [section()],
  ...more,
});
export const video = (more: Json = {}) => ({
  type: 'video',
  alt_text: '시정 연설',
  title: plain('시정 연설'),
  thumbnail_url: 'https://example.com/speech.png',
  video_url: 'https://example.com/embed/speech',
  ...more,
});
export const pie = (segments: Json[]) => ({
  type: 'data_visualization',
  title: '집행률',
  chart: { type: 'pie', segments },
});
export const bars = (categories: string[], names: string[], more: Json = {}) => ({
  type: 'data_visualization',
  title: '월별',
  chart: {
    type: 'bar',
    series: names.map((name) => ({ name, data: categories.map((label, value) => ({ label, value })) })),
    axis_config: { categories },
    ...more,
  },
});
export const task = (more: Json = {}) => ({ type: 'task_card', task_id: 't1', title: '자료 모으기', ...more });
export const modal = (blocks: unknown[] = [section()], more: Json = {}) => ({
  type: 'modal',
  title: plain('지출 기록'),
  submit: plain('저장'),
  blocks,
  ...more,
});
export const home = (blocks: unknown[] = [section()], more: Json = {}) => ({ type: 'home', blocks, ...more });

const menuExtras = { action_id: 'value', confirm: confirm(), focus_on_load: true, placeholder: plain('고르세요') };
const two = [option('a'), option('b', { description: plain('둘째') })];
const marked = [
  { text: mrkdwn('*카드*'), value: 'card', description: mrkdwn('_신용카드_') },
  { text: plain('현금'), value: 'cash' },
];

/** Elements that people choose with: in sections, actions and inputs alike. */
export const PICKS: Record<string, Json> = {
  checkboxes: {
    type: 'checkboxes',
    options: marked,
    initial_options: [marked[0]],
    action_id: 'value',
    confirm: confirm(),
  },
  radio_buttons: { type: 'radio_buttons', options: marked, initial_option: marked[1], focus_on_load: false },
  datepicker: { type: 'datepicker', initial_date: '2026-02-28', ...menuExtras },
  timepicker: { type: 'timepicker', initial_time: '23:59', timezone: 'Asia/Seoul', ...menuExtras },
  static_select: { type: 'static_select', options: two, initial_option: two[1], ...menuExtras },
  external_select: { type: 'external_select', min_query_length: 0, initial_option: option('x'), ...menuExtras },
  users_select: { type: 'users_select', initial_user: 'U012AB3CD', ...menuExtras },
  conversations_select: {
    type: 'conversations_select',
    initial_conversation: 'D012AB3CD',
    default_to_current_conversation: true,
    filter: { include: ['public', 'mpim'], exclude_bot_users: true, exclude_external_shared_channels: false },
    ...menuExtras,
  },
  channels_select: { type: 'channels_select', initial_channel: 'C012AB3CD', ...menuExtras },
  multi_static_select: {
    type: 'multi_static_select',
    option_groups: [
      { label: plain('동부'), options: [option('a')] },
      { label: plain('서부'), options: [option('b')] },
    ],
    initial_options: [option('b')],
    max_selected_items: 2,
    ...menuExtras,
  },
  multi_external_select: {
    type: 'multi_external_select',
    min_query_length: 1,
    initial_options: [option('x'), option('y')],
    ...menuExtras,
  },
  multi_users_select: { type: 'multi_users_select', initial_users: ['U012AB3CD', 'W012AB3CD'], ...menuExtras },
  multi_conversations_select: {
    type: 'multi_conversations_select',
    initial_conversations: ['C012AB3CD', 'G012AB3CD'],
    filter: { include: ['im'] },
    max_selected_items: 2,
    ...menuExtras,
  },
  multi_channels_select: { type: 'multi_channels_select', initial_channels: ['C012AB3CD'], ...menuExtras },
};

export const OTHER_ELEMENTS: Record<string, Json> = {
  button: button({
    action_id: 'expense_void',
    url: 'https://example.com/expense?id=1024',
    value: 'E1024',
    style: 'danger',
    confirm: confirm({ style: 'primary' }),
    accessibility_label: '지출 E1024 취소',
  }),
  workflow_button: {
    type: 'workflow_button',
    text: plain('실행'),
    action_id: 'run',
    workflow: {
      trigger: {
        url: 'https://slack.com/shortcuts/Ft0123ABC456/321example',
        customizable_input_parameters: [{ name: 'expense', value: 'E1024' }],
      },
    },
    style: 'primary',
    accessibility_label: '작업 실행',
  },
  overflow: {
    type: 'overflow',
    action_id: 'more',
    options: [option('edit'), option('open', { url: 'https://example.com/open' })],
    confirm: confirm(),
  },
  datetimepicker: { type: 'datetimepicker', initial_date_time: 1628633820, action_id: 'value', focus_on_load: true },
};

const typed = {
  action_id: 'value',
  focus_on_load: true,
  placeholder: plain('여기에'),
  dispatch_action_config: { trigger_actions_on: ['on_enter_pressed', 'on_character_entered'] },
};

/** Elements of input blocks alone. */
export const INPUTS: Record<string, Json> = {
  plain_text_input: {
    type: 'plain_text_input',
    initial_value: '85,000',
    multiline: true,
    min_length: 1,
    max_length: 20,
    ...typed,
  },
  number_input: {
    type: 'number_input',
    is_decimal_allowed: true,
    initial_value: '7.5',
    min_value: '-10',
    max_value: '100',
    ...typed,
  },
  email_text_input: { type: 'email_text_input', initial_value: 'kim@example.com', ...typed },
  url_text_input: { type: 'url_text_input', initial_value: 'https://example.com', ...typed },
  rich_text_input: { type: 'rich_text_input', initial_value: richText(words()), min_lines: 2, max_lines: 20, ...typed },
  file_input: { type: 'file_input', action_id: 'value', filetypes: ['pdf', 'png'], max_files: 3 },
};

export const ELEMENTS = { ...PICKS, ...OTHER_ELEMENTS, ...INPUTS };

const everyLeaf = [
  {
    type: 'text',
    text: '안녕하세요 ',
    style: { bold: true, italic: true, strike: false, code: true, underline: true },
  },
  { type: 'link', url: 'https://example.com', text: '여기', unsafe: false, style: { bold: true } },
  { type: 'link', url: 'mailto:kim@example.com' },
  { type: 'user', user_id: 'U012AB3CD' },
  { type: 'usergroup', usergroup_id: 'S012AB3CD' },
  { type: 'channel', channel_id: 'C012AB3CD', style: { strike: true } },
  { type: 'team', team_id: 'T012AB3CD' },
  { type: 'emoji', name: 'wave', unicode: '1f44b', skin_tone: 2 },
  { type: 'broadcast', range: 'here' },
  { type: 'color', value: '#F405B3' },
  { type: 'date', timestamp: 1720710212, format: '{date_num} {time}', fallback: '어제', url: 'https://example.com' },
];

/** One full example of each block, and of its variants, with the surfaces that take it. */
export const BLOCKS: [string, Json, Surface[]][] = [
  [
    'actions',
    actions(button({ action_id: 'a' }), { type: 'users_select', action_id: 'b' }),
    ['message', 'modal', 'home'],
  ],
  ['alert', { type: 'alert', text: mrkdwn('한도를 넘습니다.'), level: 'warning', block_id: 'b' }, ['modal']],
  ['alert, plain', { type: 'alert', text: plain() }, ['modal']],
  [
    'card',
    card({
      block_id: 'b',
      hero_image: image(),
      icon: image(),
      subtitle: plain('7월'),
      body: mrkdwn('간담회'),
      subtext: mrkdwn('끝'),
      actions: [button(), button({ action_id: 'second' })],
    }),
    ['message', 'modal', 'home'],
  ],
  ['card with Slack icon', card({ slack_icon: { type: 'icon', name: 'calendar' } }), ['message', 'home']],
  ['card of an image', { type: 'card', hero_image: image() }, ['message']],
  ['carousel', { type: 'carousel', elements: [card(), card({ body: plain() })] }, ['message', 'home']],
  [
    'container',
    container({
      subtitle: mrkdwn(),
      icon: image(),
      width: 'full',
      is_collapsible: true,
      default_collapsed: true,
      child_blocks: [section(), { type: 'divider' }, actions(button())],
    }),
    ['message', 'home'],
  ],
  [
    'container with a rich title',
    { type: 'container', rich_text_title: richText(words()), child_blocks: [section()], has_header_divider: true },
    ['message'],
  ],
  ['context', { type: 'context', elements: [image(), mrkdwn(), plain()] }, ['message', 'modal', 'home']],
  [
    'context_actions',
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'feedback',
          positive_button: { text: plain('좋아요'), value: 'up', accessibility_label: '좋은 답' },
          negative_button: { text: plain('아쉬워요'), value: 'down' },
        },
        {
          type: 'icon_button',
          action_id: 'delete',
          icon: 'trash',
          text: plain('삭제'),
          value: 'x',
          confirm: confirm(),
          accessibility_label: '답 삭제',
          visible_to_user_ids: ['U012AB3CD'],
        },
      ],
    },
    ['message'],
  ],
  [
    'data_table',
    dataTable({
      rows: [
        [rawText('이름'), rawText('금액')],
        [richText(words('간담회')), { type: 'raw_number', value: 85000, text: '85,000원' }],
        [rawText('현장'), { type: 'action', element: button(), fallback: rawText('열기') }],
      ],
      page_size: 10,
      row_header_column_index: 1,
    }),
    ['message', 'home'],
  ],
  ['data_visualization, pie', pie([{ label: '집행', value: 0.5 }]), ['message', 'home']],
  [
    'data_visualization, bar',
    bars(['1월', '2월'], ['지출', '예산'], {
      axis_config: { categories: ['1월', '2월'], x_label: '달', y_label: '원' },
    }),
    ['message', 'home'],
  ],
  ['data_visualization, line', bars(['1월'], ['지출'], { type: 'line' }), ['message']],
  ['data_visualization, area', bars(['1월'], ['지출'], { type: 'area' }), ['message']],
  ['divider', { type: 'divider', block_id: 'd' }, ['message', 'modal', 'home']],
  [
    'header',
    { type: 'header', text: { ...plain('주간 요약 :wave:'), emoji: true }, level: 2 },
    ['message', 'modal', 'home'],
  ],
  ['image', image({ title: plain('현장'), block_id: 'i' }), ['message', 'modal', 'home']],
  [
    'image of a Slack file',
    { type: 'image', slack_file: { id: 'F0123456' }, alt_text: '영수증' },
    ['message', 'modal'],
  ],
  [
    'image of a Slack file by its URL',
    {
      type: 'image',
      slack_file: { url: 'https://files.slack.com/files-pri/T0123456-F0123456/xyz.png' },
      alt_text: '영수증',
    },
    ['message', 'home'],
  ],
  [
    'input',
    input(PICKS.datepicker ?? {}, {
      hint: plain('집행한 날'),
      optional: true,
      dispatch_action: true,
      block_id: 'date',
    }),
    ['message', 'modal', 'home'],
  ],
  ['markdown', { type: 'markdown', text: '# 제목\n\n- **굵게**' }, ['message']],
  [
    'plan',
    { type: 'plan', title: '주간 보고', tasks: [task({ status: 'complete' }), task({ task_id: 't2' })] },
    ['message'],
  ],
  ['plan without tasks', { type: 'plan', title: '주간 보고' }, ['message']],
  ['plan of untyped tasks', { type: 'plan', title: '보고', tasks: [{ task_id: 'a', title: '하나' }] }, ['message']],
  [
    'rich_text',
    richText(
      { type: 'rich_text_section', elements: everyLeaf },
      { type: 'rich_text_list', style: 'ordered', indent: 1, offset: 2, border: 1, elements: [words(), words()] },
      { type: 'rich_text_quote', border: 0, elements: everyLeaf },
      { type: 'rich_text_preformatted', language: 'sql', elements: [{ type: 'text', text: 'select 1' }] },
    ),
    ['message', 'modal', 'home'],
  ],
  ['section', section({ block_id: 's', expand: true, accessory: image() }), ['message', 'modal', 'home']],
  [
    'section of fields',
    { type: 'section', fields: [mrkdwn(), { ...plain(), emoji: false }] },
    ['message', 'modal', 'home'],
  ],
  ['section, verbatim', { type: 'section', text: { ...mrkdwn(), verbatim: true } }, ['message']],
  [
    'table',
    {
      type: 'table',
      rows: [
        [rawText('달'), rawText('원')],
        [richText(words('1월')), { type: 'raw_number', value: 3, text: '3' }],
        [rawText()],
      ],
      column_settings: [{ is_wrapped: true }, null, { align: 'right' }],
    },
    ['message', 'home'],
  ],
  [
    'task_card',
    task({
      status: 'in_progress',
      details: richText(words('찾는 중')),
      output: richText(words('찾음')),
      sources: [{ type: 'url', url: 'https://example.com/a', text: '출처' }],
    }),
    ['message'],
  ],
  ['task_card, least', task(), ['message']],
  [
    'video',
    video({
      title_url: 'https://example.com/watch',
      description: plain('2026년 시정 연설'),
      author_name: '비서실',
      provider_name: '시청',
      provider_icon_url: 'https://example.com/icon.png',
      block_id: 'v',
    }),
    ['message', 'modal', 'home'],
  ],
];
