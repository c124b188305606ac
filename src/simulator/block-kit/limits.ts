/**
 * Every limit of Block Kit, once. Slack raises them often: change them here and nowhere else.
 *
 * Sources: docs.slack.dev/reference/block-kit (D), @slack/types 3.2.0 (T), python-slack-sdk models (P), Slack's own
 * blocks.validate as probed by nicklambourne/slackblocks in September 2026 (V), Slack's answers that others report (R).
 * Where they differ the largest documented value stands: a refusal here must be one of Slack's.
 * Lengths are Unicode code points.
 */
export const LIMITS = {
  /** D chat.postMessage: longer text is cut at 40,000. */
  messageText: 40_000,
  /** D reference/block-kit/blocks */
  messageBlocks: 50,
  /** D chat.postMessage: `too_many_attachments` */
  messageAttachments: 100,
  /** R bolt-js #2509: `msg_blocks_too_long`, undocumented, seen near this sum of all text in a message's blocks. */
  messageBlockText: 13_200,
  /** D markdown block: all markdown blocks of a payload together. */
  messageMarkdown: 12_000,
  /** D table block: a second one is refused with `only_one_table_allowed`. */
  messageTables: 1,
  /** D data visualization block */
  messageCharts: 2,

  /** D reference/block-kit/blocks */
  viewBlocks: 100,
  /** D views.open: `view_too_large` above 250 KB of JSON. */
  viewBytes: 250 * 1024,
  /** D views: title, submit and close alike. */
  viewTitle: 24,
  privateMetadata: 3000,
  callbackId: 255,
  externalId: 255,

  blockId: 255,
  actionId: 255,

  /** D text object */
  text: 3000,
  url: 3000,

  actionsElements: 25,
  alertText: 200,
  cardTitle: 150,
  cardSubtitle: 150,
  cardBody: 200,
  cardSubtext: 200,
  /** V 3; elsewhere 2. */
  cardActions: 3,
  carouselCards: 10,
  containerTitle: 150,
  containerSubtitle: 150,
  containerBlocks: 10,
  contextElements: 10,
  contextActionsElements: 5,
  headerText: 150,
  imageAltText: 2000,
  imageTitle: 2000,
  inputLabel: 2000,
  inputHint: 2000,
  sectionText: 3000,
  sectionFields: 10,
  sectionField: 2000,
  /** D “must be less than 200”, V takes 200. */
  videoText: 200,
  videoName: 50,
  videoAltText: 2000,
  /** V for title_url and provider_icon_url, where D is silent. */
  videoLink: 2000,
  /** V */
  planTasks: 50,
  /** V */
  visibleUsers: 10,
  headerLevel: 4,

  tableRows: 100,
  tableColumns: 20,
  /** D 101 at first, later 201: the header and 200 rows. */
  dataTableRows: 201,
  dataTableColumns: 20,
  dataTablePage: 100,
  /** D 10,000 at first, later 20,000: all cells together. */
  dataTableText: 20_000,

  chartTitle: 50,
  /** D 6 at first, later 12. */
  chartSeries: 12,
  chartSegments: 12,
  chartPoints: 20,
  chartLabel: 20,
  chartAxisLabel: 50,

  buttonText: 75,
  buttonValue: 2000,
  accessibilityLabel: 75,
  placeholder: 150,
  checkboxes: 10,
  radioButtons: 10,
  /** D “up to five”; older pages ask for two at least. */
  overflowOptions: 5,
  selectOptions: 100,
  selectGroups: 100,
  groupLabel: 75,
  optionText: 75,
  /** D and P 150; the comment in T still says 75. */
  optionValue: 150,
  optionDescription: 75,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  inputLength: 3000,
  richTextInputLines: 100,
  fileInputFiles: 10,
  /** T and V: 0 to 8. */
  listIndent: 8,
} as const;

/** D slack icon object */
export const SLACK_ICONS = [
  ...[
    'archive',
    'book',
    'bookmark',
    'bot',
    'bug',
    'calendar',
    'call',
    'caret-left',
    'caret-right',
    'check',
    'clipboard',
  ],
  ...[
    'code',
    'comment',
    'compass',
    'copy',
    'cube',
    'download',
    'edit',
    'email',
    'eye-closed',
    'eye-open',
    'file',
    'flag',
  ],
  ...['folder', 'gear', 'globe', 'heart', 'help', 'image', 'info', 'key', 'lightbulb', 'link', 'map', 'mobile'],
  ...['new-window', 'pin', 'plus', 'refine', 'refresh', 'rocket', 'save', 'screen', 'share', 'sparkle', 'star'],
  ...['star-filled', 'tag', 'thumbs-down', 'thumbs-up', 'trash', 'upload', 'user', 'warning'],
];

export type Surface = 'message' | 'modal' | 'home';
export const SURFACES = ['message', 'modal', 'home'] as const satisfies Surface[];

const everywhere: readonly Surface[] = SURFACES;

/** Which surface takes which block: the lists on the pages of docs.slack.dev/reference/block-kit/blocks. */
export const BLOCK_SURFACES: Record<string, readonly Surface[]> = {
  actions: everywhere,
  alert: ['modal'],
  card: everywhere,
  carousel: ['message', 'home'],
  container: ['message', 'home'],
  context: everywhere,
  context_actions: ['message'],
  data_table: ['message', 'home'],
  data_visualization: ['message', 'home'],
  divider: everywhere,
  /** Only ever read back from Slack. */
  file: [],
  header: everywhere,
  image: everywhere,
  input: everywhere,
  markdown: ['message'],
  plan: ['message'],
  rich_text: everywhere,
  section: everywhere,
  table: ['message', 'home'],
  task_card: ['message'],
  video: everywhere,
};

/** Elements that not every surface takes: the lists on the pages of docs.slack.dev/reference/block-kit/block-elements. */
export const ELEMENT_SURFACES: Record<string, readonly Surface[]> = {
  datetimepicker: ['message', 'modal'],
  email_text_input: ['modal'],
  feedback_buttons: ['message'],
  file_input: ['modal'],
  icon_button: ['message'],
  number_input: ['modal'],
  rich_text_input: ['modal', 'home'],
  url_text_input: ['modal'],
  workflow_button: ['message'],
};
