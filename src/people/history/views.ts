import { clip } from '../../slack/blocks.ts';
import type { Entry } from './store.ts';

/** How one noun's changes are said: its actions, its fields, and what a value of a field means. */
export type HistoryWords = FieldWords & {
  actions: Readonly<Record<string, string>>;
  /** What acts without a person. */
  actors: Readonly<Record<string, string>>;
};
export type FieldWords = {
  fields: Readonly<Record<string, string>>;
  value?(field: string, value: unknown): string | null;
};

const LONGEST_VALUE = 60;
/** What says itself which record it was: no field of it has changed. */
const WHOLE = new Set(['recorded', 'planned', 'voided', 'cancelled', 'restored']);

/** `11월 23일 14:05 김서연 · 수정 · 기한 11월 30일 → 12월 5일` */
export function historyLine(
  entry: Entry,
  names: ReadonlyMap<string, string>,
  words: HistoryWords,
  when: (at: Date) => string,
): string {
  const action = words.actions[entry.action] ?? entry.action;
  const changes = WHOLE.has(entry.action) ? '' : changeWords(entry, words);
  const who = names.get(entry.actor) ?? words.actors[entry.actor] ?? entry.actor;
  const line = [`${when(entry.at)} ${who}`, action, entry.reason ?? '', changes];
  return line.filter(Boolean).join(' · ');
}

export function changeWords(entry: Entry, words: FieldWords): string {
  const said = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–';
    return clip((words.value?.(field, value) ?? String(value)).replaceAll('\n', ' '), LONGEST_VALUE);
  };
  return entry.changed
    .map(({ field, before, after }) => `${words.fields[field] ?? field} ${said(field, before)} → ${said(field, after)}`)
    .join(' · ');
}
