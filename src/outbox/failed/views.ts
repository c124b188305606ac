import type { types } from '@slack/bolt';
import { formatMoment } from '../../korean/day-words.ts';
import { todayIn } from '../../korean/days.ts';
import { type Block, button, context, escaped, header, plain, section, sentence } from '../../slack/blocks.ts';
import { pager } from '../../slack/pager.ts';
import type { Message } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';
import { isExpired, isPerson } from '../rules.ts';
import type { FailedEntry } from './rules.ts';

export const OUTBOX_FAILED = 'outbox_failed';
export const OUTBOX_PAGE = 'outbox_failed_page';
export const OUTBOX_RETRY = 'outbox_retry';
export const OUTBOX_RETRY_ALL = 'outbox_retry_all';
export const OUTBOX_DROP = 'outbox_drop';

export const FAILED_PAGE_SIZE = 8;

/** What an administrator is told, unasked. */
export function failedNotice(count: number, text: Text): Message {
  const words = text.outbox.notice(count);
  return {
    text: words,
    blocks: [section(words), { type: 'actions', elements: [button(OUTBOX_FAILED, text.outbox.open, ' ', 'primary')] }],
  };
}

type Shown = {
  failed: readonly FailedEntry[];
  count: number;
  offset: number;
  /** Of those who should have got something, by user id. */
  names: ReadonlyMap<string, string>;
  now: Date;
  zone: string;
};

/** What was not sent and why, each with what can be done; `said`: what was just done. */
export function failedMessage({ failed, count, offset, names, now, zone }: Shown, text: Text, said?: string): Message {
  const words = text.outbox;
  const title = count === 0 ? words.none : words.title(count);
  const today = todayIn(zone, now);
  const moment = (at: Date) => formatMoment(at, zone, text.language, today);
  const entries = failed.map((entry) => {
    const lines = (to: string) =>
      [
        words.what(words.kinds[entry.kind] ?? words.otherKind, to),
        ...timesOf(moment(entry.dueAt), moment(entry.failedAt), words),
        reasonWords(entry, text),
      ].join('\n');
    return { entry, lines, channel: isPerson(entry.recipient) ? null : entry.recipient };
  });
  const pages = Math.ceil(count / FAILED_PAGE_SIZE);
  const page = text.expense.list.page(Math.floor(offset / FAILED_PAGE_SIZE) + 1, pages);
  return {
    text: escaped(
      [said ?? '', title, ...entries.map(({ entry, lines }) => lines(nameOf(entry)))].filter(Boolean).join('\n'),
    ),
    blocks: [
      ...(said ? [section(said)] : []),
      header(title),
      ...entries.flatMap(({ entry, lines, channel }): Block[] => [
        // Only Slack knows what a channel is called; nothing in these lines was typed.
        channel && CHANNEL.test(channel) ? sentence(lines(`<#${channel}>`)) : section(lines(nameOf(entry))),
        { type: 'actions', elements: buttonsOf(entry, offset, now, text) },
      ]),
      ...(pages > 1 ? [context(page)] : []),
      ...pager(OUTBOX_PAGE, { query: '', offset }, { count, size: FAILED_PAGE_SIZE }, text),
      ...(count > 1
        ? [{ type: 'actions' as const, elements: [button(OUTBOX_RETRY_ALL, words.retryAll(count), ' ')] }]
        : []),
    ],
  };

  function nameOf({ recipient }: FailedEntry): string {
    return names.get(recipient) ?? recipient;
  }
}

/** Most fail when they are due. */
const timesOf = (due: string, failed: string, words: Text['outbox']): string[] =>
  due === failed ? [words.due(due)] : [words.due(due), words.failedAt(failed)];

const CHANNEL = /^[CG][A-Z0-9]+$/;

function buttonsOf(entry: FailedEntry, offset: number, now: Date, text: Text): types.Button[] {
  const { retry, drop, dropConfirm } = text.outbox;
  const value = JSON.stringify({ key: entry.key, offset });
  const confirm: types.ConfirmationDialog = {
    title: plain(dropConfirm.title),
    text: plain(dropConfirm.text),
    confirm: plain(dropConfirm.confirm),
    deny: plain(dropConfirm.deny),
  };
  return [
    ...(isExpired(entry, now) ? [] : [button(OUTBOX_RETRY, retry, value)]),
    { ...button(OUTBOX_DROP, drop, value), confirm },
  ];
}

/** For an administrator, who can do something about it. Of a person who is gone Slack says that there is no such channel. */
function reasonWords({ failure, recipient }: FailedEntry, text: Text): string {
  const { reasons, otherReason } = text.outbox;
  const known = failure === 'channel_not_found' && isPerson(recipient) ? 'user_not_found' : failure;
  return reasons[known] ?? otherReason(failure);
}
