import type { types } from '@slack/bolt';
import { formatDay } from '../korean/day-words.ts';
import { formatWon } from '../korean/won.ts';
import type { Entry } from '../people/history/store.ts';
import { type Block, button, clip, context, escaped, firstOne, header, section, sentence } from '../slack/blocks.ts';
import { fiveAtMost } from '../slack/more.ts';
import { pager } from '../slack/pager.ts';
import type { Message } from '../slack/privately.ts';
import { tableBlock } from '../slack/table.ts';
import type { Reader } from '../slack/turn.ts';
import type { Text } from '../text/index.ts';
import { KINDS, STATUSES } from '../vocabulary/followup.ts';
import { auditRows } from './audit.ts';
import type { Count, Page } from './list/store.ts';
import { type Followup, followupName, isOpen } from './rules.ts';
import type { SaidNote } from './store.ts';
import { dueDay, historyLine, historyWords, rowWords, sourceName } from './words.ts';

export const FOLLOWUP_NEW = 'followup_new';
export const FOLLOWUP_SHOW = 'followup_show';
export const FOLLOWUP_EDIT = 'followup_edit_open';
export const FOLLOWUP_BEGIN = 'followup_begin';
export const FOLLOWUP_REOPEN = 'followup_reopen_open';
export const FOLLOWUP_FINISH = 'followup_finish_open';
export const FOLLOWUP_POSTPONE = 'followup_postpone_open';
export const FOLLOWUP_HAND = 'followup_hand_open';
export const FOLLOWUP_VOID = 'followup_void_open';
export const FOLLOWUP_RESTORE = 'followup_restore';
export const FOLLOWUP_DECLINE = 'followup_decline_open';
/** What somebody still has to do. */
export const FOLLOWUP_OF = 'followup_of';
export const FOLLOWUP_PAGE = 'followup_page';
/** Gives the due day that the office offers to what has none. */
export const FOLLOWUP_DATE = 'followup_date';

/** Rows on a page of a list: a screen and a half of a phone. */
export const PAGE_SIZE = 8;

export type Card = {
  followup: Followup;
  notes: readonly SaidNote[];
  history: readonly Entry[];
  names: ReadonlyMap<string, string>;
  /** Whether this person may work on it: the buttons are only an offer, the right is checked when they are pressed. */
  mayWork: boolean;
  /** The due day that is offered where there is none. */
  usualDue: string | null;
};

/** A button that gives the offered day to those that are owed without one. */
export function dueOffer(
  followups: readonly Followup[],
  due: string | null,
  text: Text,
  today: string,
): types.Button[] {
  const ids = followups.filter((it) => it.due === null && isOpen(it.status) && !it.voided).map(({ id }) => id);
  if (due === null || ids.length === 0) return [];
  const label = text.followup.giveDue(formatDay(due, text.language, today), formatWon(ids.length));
  return [button(FOLLOWUP_DATE, label, JSON.stringify({ ids, due }))];
}

/** One follow-up with all that is known of it, and what can be done with it. */
export function followupMessage(
  card: Card,
  { text, today }: Reader,
  when: (at: Date) => string,
  first?: string,
): Message {
  const { followup, notes, names } = card;
  const words = text.followup;
  const title = `${followupName(followup.id)} · ${words.statuses[followup.status]}`;
  const rows: [string, string | null][] = [
    [words.fields.kind, kindWords(followup, text)],
    [words.fields.from, sourceName(followup)],
    [words.fields.owner, followup.owner === null ? words.noOwner : (names.get(followup.owner) ?? followup.owner)],
    [words.fields.department, followup.department],
    [words.fields.due, dueDay(followup, text, today)],
    [words.fields.requester, followup.requester],
    [words.fields.answer, answerWords(followup, text, today)],
  ];
  const facts = rows.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
  const unsaid = notes.filter((note) => !(note.kind === 'answer' && note.words === followup.answer));
  const trail = unsaid.map(({ kind, saidOn, words: said }) => {
    const day = saidOn ? formatDay(saidOn, text.language, today) : '';
    return `${words.notes[kind] ?? kind} ${day}: ${said}`;
  });
  const remarks = [...(followup.voided ? [words.voided] : []), ...(followup.origin === 'sample' ? [words.sample] : [])];
  const history = card.history.map((entry) => historyLine(entry, names, historyWords(names, text, today), when));

  const blocks: Block[] = [
    ...(first ? [section(first)] : []),
    header(title),
    section(followup.title),
    section(facts.join('\n')),
  ];
  if (trail.length > 0) blocks.push(section(clip(trail.join('\n'), 2900)));
  if (remarks.length > 0) blocks.push(context(remarks.join('\n')));
  if (history.length > 0) blocks.push(context(clip([words.history, ...history].join('\n'), 2000)));
  if (card.mayWork && !followup.voided) {
    const elements = [...workButtons(followup, text), ...dueOffer([followup], card.usualDue, text, today)];
    blocks.push({ type: 'actions', elements: fiveAtMost(elements) });
  }
  if (card.mayWork && followup.voided) {
    const back = button(FOLLOWUP_RESTORE, text.conversation.restore.button, String(followup.id));
    blocks.push({ type: 'actions', elements: [back] });
  }
  const told = [...(first ? [first] : []), title, followup.title, ...facts, ...trail, ...remarks];
  return { text: escaped(clip(told.join('\n'), 3000)), blocks };
}

export function kindWords(followup: Pick<Followup, 'kind' | 'auditYear'>, text: Text): string {
  const year = followup.auditYear === null ? null : text.followup.audit(followup.auditYear);
  return [year, text.followup.kinds[followup.kind]].filter(Boolean).join(' · ');
}

function answerWords({ answer, answeredTo, answeredOn }: Followup, text: Text, today: string): string | null {
  if (answer === null) return null;
  return text.followup.answerLine(
    answeredOn ? formatDay(answeredOn, text.language, today) : '',
    answeredTo ?? '',
    answer,
  );
}

function workButtons(followup: Followup, text: Text): types.Button[] {
  const words = text.followup;
  const id = String(followup.id);
  const nextIs = (status: Followup['status']) => (followup.status === status ? 'primary' : undefined);
  return [
    ...(followup.status === 'under_review' ? [button(FOLLOWUP_BEGIN, words.begin, id, nextIs('under_review'))] : []),
    ...(isOpen(followup.status) ? [] : [button(FOLLOWUP_REOPEN, words.beginAgain, id)]),
    ...(isOpen(followup.status) ? [button(FOLLOWUP_FINISH, words.finish, id, nextIs('in_progress'))] : []),
    ...(isOpen(followup.status) ? [button(FOLLOWUP_POSTPONE, words.postpone, id)] : []),
    button(FOLLOWUP_HAND, words.hand, id),
    ...(isOpen(followup.status) ? [button(FOLLOWUP_DECLINE, words.decline, id)] : []),
    button(FOLLOWUP_EDIT, words.edit, id),
    button(FOLLOWUP_VOID, words.void, id, 'danger'),
  ];
}

/** A page of follow-ups; the buttons carry the words that were typed, so that they still work tomorrow. */
export function listMessage(
  found: Page,
  at: { query: string; offset: number },
  how: { title: string; none: string; understood: string; names: ReadonlyMap<string, string> },
  { text, today }: Reader,
): Message {
  const words = text.followup.list;
  const add = firstOne(FOLLOWUP_NEW, words.add);
  if (found.count === 0) return { text: how.none, blocks: [sentence(how.none), add] };
  const pages = Math.ceil(found.count / PAGE_SIZE);
  const summary = [how.understood, words.summary(formatWon(found.count))].filter(Boolean).join(' · ');
  const rows = found.followups.map((followup) => ({ followup, words: rowWords(followup, how.names, text, today) }));
  const page = pages > 1 ? [words.page(Math.floor(at.offset / PAGE_SIZE) + 1, pages)] : [];
  return {
    text: escaped([how.title, summary, ...rows.map((row) => row.words), ...page].join('\n')),
    blocks: [
      header(how.title),
      section(summary),
      ...rows.map((row) => section(row.words, button(FOLLOWUP_SHOW, text.followup.show, String(row.followup.id)))),
      ...(page.length > 0 ? [context(page.join(' · '))] : []),
      ...pager(FOLLOWUP_PAGE, at, { count: found.count, size: PAGE_SIZE }, text),
      add,
    ],
  };
}

/** By where it comes from and how far it is. */
export function statsMessage(
  counted: readonly Count[],
  rest: { overdue: number; unowned: number; undated: number },
  text: Text,
): Message {
  const words = text.followup.stats;
  if (counted.length === 0) return { text: words.none };
  const line = (label: string, own: readonly Count[]): string[] => {
    const of = (status?: string) =>
      own.reduce((sum, it) => (status === undefined || it.status === status ? sum + it.count : sum), 0);
    return [label, ...[of(), ...STATUSES.map(of)].map(formatWon)];
  };
  const kinds = KINDS.filter((kind) => counted.some((it) => it.kind === kind));
  const rows = [
    words.columns,
    line(words.total, counted),
    ...kinds.map((kind) =>
      line(
        text.followup.kinds[kind],
        counted.filter((it) => it.kind === kind),
      ),
    ),
  ];
  const left = (['in_progress', 'under_review'] as const).flatMap((status) => {
    const count = counted.reduce((sum, it) => sum + (it.status === status ? it.count : 0), 0);
    return count > 0 ? [words.counted(text.followup.statuses[status], formatWon(count))] : [];
  });
  const notes = [
    ...left,
    ...(rest.overdue > 0 ? [words.overdue(formatWon(rest.overdue))] : []),
    ...(rest.unowned > 0 ? [words.noOwner(formatWon(rest.unowned))] : []),
    ...(rest.undated > 0 ? [words.noDue(formatWon(rest.undated))] : []),
  ];
  return {
    text: escaped([words.title, ...rows.map((row) => row.join(' | ')), ...notes].join('\n')),
    blocks: [
      header(words.title),
      tableBlock(onPhone(rows, text)),
      ...(notes.length > 0 ? [context(notes.join(' · '))] : []),
    ],
  };
}

/** The columns of a count as a phone shows them: what is left first; its two states stand apart in files, and below. */
export function onPhone([, ...lines]: readonly (readonly string[])[], text: Text): string[][] {
  const words = text.followup.stats;
  const figure = (said = '0') => Number(said.replaceAll(',', ''));
  const rows = lines.map(([label = '', all = '', done = '', inProgress, underReview, declined = '']) => [
    words.counted(label, all),
    formatWon(figure(inProgress) + figure(underReview)),
    done,
    declined,
  ]);
  return [[...words.onPhone], ...rows];
}

/** 총괄: how many demands of an audit stand where. */
export function auditTable(counted: readonly Count[], text: Text): string[][] {
  const words = text.followup.auditReport;
  const rows = auditRows(counted.flatMap((it) => (isAudit(it) ? [it] : [])));
  return [
    text.followup.stats.columns,
    ...rows.map(({ kind, total, counts }) => [
      kind === null ? text.followup.stats.total : words.rows[kind],
      ...[total, ...counts].map(formatWon),
    ]),
  ];
}

type AuditCounted = Count & { kind: 'audit_correction' | 'audit_suggestion' | 'audit_other' };
const isAudit = (it: Count): it is AuditCounted => it.kind.startsWith('audit_');

export function helpMessage(text: Text): Message {
  const { lines, title } = text.followup.help;
  return {
    text: [title, ...lines].join('\n'),
    blocks: [header(title), sentence(lines.join('\n'))],
  };
}
