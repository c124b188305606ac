/**
 * What the page and the server say to each other. Types only: the page loads this file too.
 *
 * GET  /api/state?as=U…                 State, everything that person sees; without `as` the administrator
 * GET  /api/events?as=U…                server-sent events, each `data: {"version":n}`: fetch the state again
 * GET  /api/traffic/ID                  TrafficDetail
 * POST /api/act?as=U…                   Action → Answer, see action.ts
 * POST /api/files?as=U…&name=a.png      the file's bytes → { id }; use the id in a file_input or a message
 * GET  /api/files/ID?as=U…              the file's bytes, for showing (&download=1 to save)
 *
 * The page is the only caller: every POST needs `content-type: application/json` (files: anything but a form's) and comes
 * from the same origin.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A block as the app sent it; every block here has a block_id, every interactive element an action_id. */
export type Block = { type: string; block_id: string; [key: string]: Json };

export type Role = 'administrator' | 'manager' | 'member' | 'guest' | 'stranger' | 'newcomer';

export type Person = {
  id: string;
  /** The short name that others see and mention: `@김서연`. */
  name: string;
  realName: string;
  title: string;
  department: string;
  locale: 'ko-KR' | 'en-US';
  /** Suggested role in the office; what the app makes of the person is the app's business. */
  role: Role;
  isAdmin: boolean;
  isRestricted: boolean;
  isBot: boolean;
  /** The account was deactivated: its person can do nothing here any more. */
  deleted?: boolean;
  teamId: string;
  tz: string;
};

/** `app` is the direct message with the app: it has a Home and a Messages tab. */
export type ConversationKind = 'channel' | 'private' | 'im' | 'app';

export type Conversation = {
  id: string;
  kind: ConversationKind;
  /** Of a channel without `#`; of a direct message the other one's name. */
  name: string;
  topic: string;
  members: string[];
  /** The other person of a direct message. */
  withUser?: string;
  appIsMember: boolean;
  unread: number;
  /** ts of the last message this person has read, `0` when none. */
  lastRead: string;
};

export type SharedFile = {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  size: number;
  /** Where the page shows it from, already with `as`. */
  url: string;
  isImage: boolean;
};

export type Reaction = { name: string; users: string[] };

export type Message = {
  channel: string;
  ts: string;
  /** Set on a thread's replies and on its first message once it has replies. */
  threadTs?: string;
  user: string;
  fromApp: boolean;
  /** Slack's markup: `<@U…>`, `*bold*`, `&amp;` … */
  text: string;
  blocks?: Block[];
  files: SharedFile[];
  reactions: Reaction[];
  edited: boolean;
  /** Only visible to this person. */
  ephemeral: boolean;
  replies: number;
  /** What the person has set in this message's own inputs, by block_id and action_id. */
  values: Values;
};

/**
 * What an input holds: the text of a text field; the value of the chosen option; ids of people, channels or files; `YYYY-MM-DD`,
 * `HH:mm`, UNIX seconds of a datetimepicker; a list for whatever may hold several; null for nothing. A rich_text_input holds its
 * rich_text block, or plain text that the server wraps.
 */
export type Value = null | string | number | string[] | { [key: string]: Json };

/** By block_id, then action_id. */
export type Values = { [blockId: string]: { [actionId: string]: Value } };

export type View = {
  id: string;
  type: 'modal' | 'home';
  callbackId: string;
  title: string;
  submit?: string;
  close?: string;
  submitDisabled: boolean;
  blocks: Block[];
  /** What is filled in: initial values first, then what the person did. Kept over an update where ids are the same. */
  values: Values;
  /**
   * What values that say nothing by themselves are called: options of external selects by value, uploaded files by id. The page
   * remembers those chosen in it; this is for a page that was loaded anew.
   */
  words?: { [value: string]: string };
  /** The app's own words, by block_id. */
  errors: { [blockId: string]: string };
  hash: string;
  /** Changes whenever the app draws it anew. */
  revision: number;
};

export type Command = {
  command: string;
  description: string;
  usageHint: string;
  /** The same command in the other language, when the manifest has one. */
  twin?: string;
  language: 'ko' | 'en';
};

export type Shortcut = { type: 'global' | 'message'; callbackId: string; name: string; description: string };

export type Connection = {
  transport: 'socket' | 'http' | 'none';
  /** Open connections that take deliveries. */
  open: number;
  connected: boolean;
  /** What the controls have switched on. */
  failing?: { status: 429 | 500; left?: number; until?: number; method?: string };
};

export type TrafficLine = {
  id: number;
  /** Milliseconds since 1970 by the playground's clock. */
  at: number;
  /** `in`: to the app (command, press, event …); `out`: from the app (Web API, response_url, file). */
  direction: 'in' | 'out';
  /** `slash_commands`, `block_actions`, `view_submission`, `event:app_home_opened` …, or the method's name. */
  kind: string;
  /** One line: the command typed, the form's title, the channel and the text … */
  summary: string;
  state: 'waiting' | 'ok' | 'failed';
  /** Slack's code, or `operation_timeout`, `dispatch_failed`, `http_500` … */
  error?: string;
  tookMs?: number;
  /** Who caused it, when a person did. */
  user?: string;
  transport: 'socket' | 'http';
  retry?: number;
};

export type TrafficDetail = TrafficLine & { request: Json; response: Json };

export type State = {
  version: number;
  me: Person;
  workspace: { id: string; name: string; domain: string };
  app: {
    id: string;
    name: string;
    description: string;
    botUser: string;
    homeTab: boolean;
    messagesTab: boolean;
    /** The person can read but not write there. */
    messagesReadOnly: boolean;
    /** The direct message between this person and the app. */
    channel: string;
  };
  /** Everyone one may act as, the app's bot included (isBot). */
  people: Person[];
  conversations: Conversation[];
  /** By conversation id, oldest first, ephemeral ones in their place; the last 300 of each. */
  messages: { [channel: string]: Message[] };
  /** The open forms, the lowest first; the last one is in front. Empty when none is open. */
  views: View[];
  home?: View;
  commands: Command[];
  shortcuts: Shortcut[];
  clock: { now: number /** How far it was moved from the real time. */; offset: number };
  connection: Connection;
  /** The last 200, oldest first. */
  traffic: TrafficLine[];
  /** What the app did that Slack would refuse, in sentences. */
  wrongs: string[];
};
