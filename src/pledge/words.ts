import { formatWon } from '../korean/won.ts';
import { actorName } from '../people/actors.ts';
import type { Entry } from '../people/history/store.ts';
import type { Changed } from '../register/overtaken.ts';
import { clip } from '../slack/blocks.ts';
import type { Text } from '../text/index.ts';
import { isStatus, type Status } from '../vocabulary/pledge.ts';
import type { Pledge } from './rules.ts';
import type { Group } from './state.ts';

/** How the parts of a pledge are said, in the reader's language. */

export const statusWords = (status: Status | null, text: Text): string =>
  status === null ? text.pledge.noStatus : text.pledge.statuses[status];

export const groupWords = (group: Group, text: Text): string =>
  group === 'fulfilled'
    ? text.pledge.fulfilled
    : group === 'unknown'
      ? text.pledge.noStatus
      : text.pledge.statuses[group];

export const progressWords = (progress: number | null): string | null => (progress === null ? null : `${progress}%`);

/** Plans of this size are told in 백만원, exact amounts stand in files; an amount that would be rounded is told in won. */
export function moneyWords(won: number | null, text: Text): string | null {
  if (won === null) return null;
  const MILLION = 1_000_000;
  return won % MILLION === 0 ? text.pledge.millions(formatWon(won / MILLION)) : text.spending.won(formatWon(won));
}

export const budgetWords = (pledge: Pledge, text: Text): string | null =>
  pledge.nonBudget ? text.pledge.nonBudget : moneyWords(pledge.budget, text);

/** `정상추진 · 45% · 안전총괄과`, with what is unknown left out. */
export const detailWords = (pledge: Pledge, text: Text): string =>
  [
    statusWords(pledge.status, text),
    progressWords(pledge.progress),
    text.pledge.typeName(pledge.type),
    pledge.department,
  ]
    .filter(Boolean)
    .join(' · ');

/** One change in words: when, who, what, and the evidence. */
export function historyWords(
  entry: Entry,
  names: ReadonlyMap<string, string>,
  text: Text,
  when: (at: Date) => string,
): string {
  const words = text.pledge;
  const who = actorName(entry.actor, names, text);
  const action = words.actions[entry.action] ?? entry.action;
  const reason = entry.reason ? [words.because(clip(entry.reason, 120))] : [];
  return [`${when(entry.at)} ${who} · ${action}`, ...changeLines(entry, names, text), ...reason].join(' · ');
}

/** Which fields one change changed, from what to what. */
export function changeLines({ action, changed }: Entry, names: ReadonlyMap<string, string>, text: Text): string[] {
  const told = TOLD_IN_FULL.has(action) ? changed : changed.filter(({ field }) => field === 'evidence');
  return told
    .filter(({ field }) => field !== 'note')
    .map(({ field, before, after }) => {
      const label = text.pledge.historyFields[field] ?? field;
      const shown = (value: unknown) => valueWords(field, value, names, text);
      return field === 'evidence' || before === null
        ? `${label}: ${shown(after)}`
        : `${label}: ${shown(before)} → ${shown(after)}`;
    });
}

/** The people that changes name beside those who made them. */
export const peopleIn = (entries: readonly Entry[]): string[] =>
  entries
    .flatMap(({ changed }) => changed.flatMap(({ before, after }) => [before, after]))
    .filter((value): value is string => typeof value === 'string' && /^[UW][A-Z0-9]+$/.test(value));

/** The changes that make a version of a pledge. */
const VERSIONED = ['changed', 'updated', 'reviewed', 'stepped_back', 'reimported', 'voided'];

export const changedPledge = (text: Text): Changed => ({
  noun: 'pledge',
  say: (entry, names) => changeLines(entry, names, text).join(' · '),
  people: peopleIn,
  versioned: VERSIONED,
});

const TOLD_IN_FULL = new Set(['changed', 'reimported', 'updated', 'reviewed', 'stepped_back', 'proposed', 'linked']);

/** A field's value in words, as the history and an import's differences tell it. */
export const fieldWords = (field: string, value: unknown, text: Text): string =>
  valueWords(field, value, new Map(), text);

function valueWords(field: string, value: unknown, names: ReadonlyMap<string, string>, text: Text): string {
  if (value === null || value === undefined) return '–';
  if (field === 'status' && isStatus(value)) return text.pledge.statuses[value];
  if (field === 'progress') return `${value}%`;
  if (typeof value === 'boolean') return value ? text.pledge.yes : text.pledge.no;
  if (typeof value === 'number' && ['budget', 'secured', 'spent'].includes(field))
    return moneyWords(value, text) ?? '–';
  if (field === 'owner' || field === 'proposedBy') return names.get(String(value)) ?? String(value);
  return clip(String(value), 80);
}
