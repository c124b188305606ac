import type { types } from '@slack/bolt';
import { type Block, button, clip, context, escaped, option, plain, section } from '../../slack/blocks.ts';
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
export const PAGE_SIZE = 10;
const LONGEST_ITEM = 900;

type Card = {
  key: string;
  kind: KindName;
  lead: string;
  told: readonly Told[];
  /** The page of `told` that is drawn. */
  shown: readonly Told[];
  items: ReadonlyMap<string, Item>;
  names: ReadonlyMap<string, string>;
  when: (at: Date) => string;
  offset: number;
};

/** A reminder to one person: what and when, each record in plain words, and what can be done about it. */
export function reminderMessage(card: Card, text: Text): Message {
  const { key, kind, lead, told, shown } = card;
  const few = told.length <= FEW;
  const open = told.filter(({ answer }) => answer === null);
  const rows = shown.map((it) => ({ it, words: rowWords(it, card, text) }));
  const pages = Math.ceil(told.length / PAGE_SIZE);
  const page = pages > 1 ? [text.expense.list.page(Math.floor(card.offset / PAGE_SIZE) + 1, pages)] : [];
  const bottom: types.ActionsBlockElement[] = [
    ...(few || open.length === 0 ? [] : [snoozeSelect(REMINDER_SNOOZE_ALL, key, text.reminder.snoozeAll, text)]),
  ];
  return {
    text: escaped([lead, ...rows.slice(0, FEW).map(({ words }) => words)].join('\n')),
    blocks: [
      section(lead, open.length === 0 ? undefined : offButton(kind, text)),
      ...rows.flatMap(({ it, words }): Block[] => {
        if (it.answer !== null || !card.items.has(it.record)) return [section(words)];
        return few
          ? [section(words), { type: 'actions', elements: buttons(it, text) }]
          : [section(words, menu(it, text))];
      }),
      ...(page.length > 0 ? [context(...page)] : []),
      ...pager(REMINDER_PAGE, { query: key, offset: card.offset }, { count: told.length, size: PAGE_SIZE }, text),
      ...(bottom.length > 0 ? [{ type: 'actions' as const, elements: bottom }] : []),
    ],
  };
}

function rowWords({ record, answer }: Told, { items, names, when }: Card, text: Text): string {
  const words = clip(items.get(record)?.words ?? text.reminder.gone(record), LONGEST_ITEM);
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

const hasCard = (record: string): boolean => /^[FVCE]\d+$|^(?:budget|pace):/.test(record);

function buttons(told: Told, text: Text): types.ActionsBlockElement[] {
  const value = valueFor(told);
  const { reminder } = text;
  return [
    button(REMINDER_DONE, doneWords(told.kind, text), value, 'primary'),
    ...(hasCard(told.record) ? [button(REMINDER_SHOW, reminder.show, value)] : []),
    snoozeSelect(REMINDER_SNOOZE, value, reminder.snooze, text),
    button(REMINDER_DECLINE, reminder.decline, value),
  ];
}

/** In a list: the same, as far as a menu holds it. */
function menu(told: Told, text: Text): types.Overflow {
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
      option(reminder.decline, `decline ${value}`),
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
