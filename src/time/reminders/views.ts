import type { types } from '@slack/bolt';
import { type Block, button, clip, escaped, option, plain, section } from '../../slack/blocks.ts';
import { pager } from '../../slack/pager.ts';
import type { Message } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';
import type { KindName } from '../../vocabulary/reminder.ts';
import { SNOOZES } from '../../vocabulary/reminder.ts';
import type { Given, Told } from './told/store.ts';
import type { Item } from './topic.ts';

export const REMINDER_DONE = 'reminder_done';
export const REMINDER_SHOW = 'reminder_show';
export const REMINDER_SNOOZE = 'reminder_snooze';
export const REMINDER_SNOOZE_ALL = 'reminder_snooze_all';
export const REMINDER_DECLINE = 'reminder_decline';
export const REMINDER_MORE = 'reminder_more';
export const REMINDER_OFF = 'reminder_off';
export const REMINDER_PAGE = 'reminder_page';

/** Up to so many records each have all their buttons; more are a list, with a menu for each. */
const FEW = 3;
/** A message has 50 blocks: of each part its lead, a page of rows and the buttons that turn it; above and below one each. */
const MOST_BLOCKS = 48;
const LARGEST_PAGE = 10;
/** Slack takes about thirteen thousand letters in a message. */
const LETTERS = 9_000;
const LONGEST_ITEM = 900;

/** Rows on a page of each part of a message that has so many. */
export const pageSize = (parts: number): number =>
  Math.min(LARGEST_PAGE, Math.max(1, Math.floor(MOST_BLOCKS / parts) - 2));

type Part = {
  key: string;
  kind: KindName;
  lead: string;
  told: readonly Told[];
  /** The page of `told` that is drawn. */
  shown: readonly Told[];
  items: ReadonlyMap<string, Item>;
  offset: number;
};

type Card = {
  message: string;
  parts: readonly Part[];
  names: ReadonlyMap<string, string>;
  when: (at: Date) => string;
};

/** A reminder to one person: of each kind what and when, each record in plain words, and what can be done about it. */
export function reminderMessage(card: Card, text: Text): Message {
  const { message, parts } = card;
  const told = parts.flatMap((part) => part.told);
  const few = told.length <= FEW;
  const size = pageSize(parts.length);
  const longest = Math.min(LONGEST_ITEM, Math.floor(LETTERS / Math.max(1, parts.flatMap(({ shown }) => shown).length)));
  const together = parts.length > 1 ? [text.reminder.together(String(told.length))] : [];
  const isOpen = told.some(({ answer }) => answer === null);
  const drawn = parts.map((part) => {
    const pages = Math.ceil(part.told.length / size);
    const page = pages > 1 ? ` · ${text.expense.list.page(Math.floor(part.offset / size) + 1, pages)}` : '';
    const open = part.told.some(({ answer }) => answer === null);
    const rows = part.shown.map((it) => ({ it, words: rowWords(it, part, card, longest, text) }));
    const blocks: Block[] = [
      section(`${part.lead}${page}`, open ? offButton(part.kind, text) : undefined),
      ...rows.flatMap(({ it, words }): Block[] => {
        const item = part.items.get(it.record);
        if (it.answer !== null || !item) return [section(words)];
        return few
          ? [section(words), { type: 'actions', elements: buttons(it, item, text) }]
          : [section(words, menu(it, item, text))];
      }),
      ...pager(REMINDER_PAGE, { query: part.key, offset: part.offset }, { count: part.told.length, size }, text),
    ];
    return { said: [part.lead, ...rows.slice(0, FEW).map(({ words }) => words)], blocks };
  });
  const all = snoozeSelect(REMINDER_SNOOZE_ALL, message, text.reminder.snoozeAll, text);
  return {
    text: escaped(clip([...together, ...drawn.flatMap(({ said }) => said)].join('\n'), 3000)),
    blocks: [
      ...together.map((words) => section(words)),
      ...drawn.flatMap(({ blocks }) => blocks),
      ...(few || !isOpen ? [] : [{ type: 'actions' as const, elements: [all] }]),
    ],
  };
}

function rowWords(
  { record, answer }: Told,
  { items }: Part,
  { names, when }: Card,
  longest: number,
  text: Text,
): string {
  const words = clip(items.get(record)?.words ?? text.reminder.gone(record), longest);
  return answer === null ? words : `${words}\n→ ${answerWords(record, answer, names, when, text)}`;
}

function answerWords(
  record: string,
  { answer, by, at, action, until }: Given,
  names: ReadonlyMap<string, string>,
  when: (at: Date) => string,
  text: Text,
): string {
  const who = [by && (names.get(by) ?? by), when(at)].filter(Boolean).join(' · ');
  const { answers } = text.reminder;
  if (answer === 'snoozed') return answers.snoozed(until ? when(until) : '', who);
  if (answer === 'ended') return answers.ended(actionWords(record, action, text), who);
  return answers[answer](who);
}

/** What was done, as the history of its noun says it. */
function actionWords(record: string, action: string | null, text: Text): string | null {
  if (action === null) return null;
  const words = { F: text.followup, V: text.visit, C: text.council, E: text.expense }[record.charAt(0)];
  return words?.actions[action] ?? null;
}

const valueFor = ({ key, record }: Told): string => `${key} ${record}`;

const hasCard = (record: string): boolean => /^[FVCEB]\d+$|^(?:budget|pace):/.test(record);

/** What is nobody’s in particular, a budget or a birthday, nobody can say is not theirs. */
const isSomebodys = ({ whose, maker }: Item): boolean => whose !== null || maker !== null;

function buttons(told: Told, item: Item, text: Text): types.ActionsBlockElement[] {
  const value = valueFor(told);
  const { reminder } = text;
  return [
    button(REMINDER_DONE, doneWords(told.kind, text), value, 'primary'),
    ...(hasCard(told.record) ? [button(REMINDER_SHOW, reminder.show, value)] : []),
    snoozeSelect(REMINDER_SNOOZE, value, reminder.snooze, text),
    ...(isSomebodys(item) ? [button(REMINDER_DECLINE, reminder.decline, value)] : []),
  ];
}

/** In a list: the same, as far as a menu holds it. */
function menu(told: Told, item: Item, text: Text): types.Overflow {
  const value = valueFor(told);
  const { reminder } = text;
  return {
    type: 'overflow',
    action_id: REMINDER_MORE,
    options: [
      option(doneWords(told.kind, text), `done ${value}`),
      ...(hasCard(told.record) ? [option(reminder.show, `show ${value}`)] : []),
      option(reminder.snoozes['1h'], `1h ${value}`),
      option(reminder.snoozes.tomorrow, `tomorrow ${value}`),
      ...(isSomebodys(item) ? [option(reminder.decline, `decline ${value}`)] : []),
    ],
  };
}

const snoozeSelect = (actionId: string, value: string, label: string, text: Text): types.StaticSelect => ({
  type: 'static_select',
  action_id: actionId,
  placeholder: plain(label),
  options: SNOOZES.map((snooze) => option(text.reminder.snoozes[snooze], `${snooze} ${value}`)),
});

const offButton = (kind: KindName, text: Text): types.Button => ({
  ...button(REMINDER_OFF, text.reminder.off, kind),
  confirm: {
    title: plain(text.reminder.off),
    text: plain(text.reminder.offConfirm(text.reminder.kinds[kind].name)),
    confirm: plain(text.reminder.off),
    deny: plain(text.expense.form.cancel),
  },
});

/** What ends it, in a word: a form's name where there is something to fill in. */
export function doneWords(kind: KindName, text: Text): string {
  if (kind.startsWith('followup_')) return text.followup.finish;
  return text.reminder.done[kind] ?? text.reminder.seen;
}

/** To whoever entered a record that somebody says is not theirs. */
export function declinedMessage(lead: string, item: string, record: string, text: Text): Message {
  const value = `- ${record}`;
  return {
    text: escaped(`${lead}\n${item}`),
    blocks: [
      section(lead),
      section(clip(item, LONGEST_ITEM)),
      ...(hasCard(record)
        ? [{ type: 'actions' as const, elements: [button(REMINDER_SHOW, text.reminder.show, value, 'primary')] }]
        : []),
    ],
  };
}
