import { normaliseLines } from '../../korean/typed.ts';
import { readWanted } from '../../korean/until.ts';
import type { ResultRefusal } from '../../vocabulary/visit.ts';

/** What someone asked for during a visit. Done on the spot, or by the follow-up it became. */
export type AgendaItem = { title: string; done: boolean; due: string | null };

/** What a person filled into `visit_result`. */
export type ResultForm = { participants: string | null; summary: string | null; agenda: string | null };
export type ResultRefusals = Partial<Record<keyof ResultForm, ResultRefusal>>;
export type Result = { participants: number; summary: string; agenda: AgendaItem[] };

export const MOST_PEOPLE = 1_000_000;
export const LONGEST_SUMMARY = 2000;
export const LONGEST_ITEM = 300;
export const MOST_ITEMS = 50;

/** The day that a result is entered, and the day of its visit. */
type Days = { today: string; since: string };

/** Decides whether a filled form makes a result. A line that ends in `(완료)` was dealt with on the spot. */
export function draftResult(form: ResultForm, days: Days): { result: Result } | { refusals: ResultRefusals } {
  const refusals: ResultRefusals = {};
  const typed = form.participants?.trim() ?? '';
  const participants = Number(typed);
  if (typed === '') refusals.participants = 'missing';
  else if (!Number.isInteger(participants) || participants < 0 || participants > MOST_PEOPLE) {
    refusals.participants = 'not_a_count';
  }
  const summary = normaliseLines(form.summary ?? '');
  if (summary === '') refusals.summary = 'missing';
  else if ([...summary].length > LONGEST_SUMMARY) refusals.summary = 'too_long';
  const agenda = readAgenda(form.agenda ?? '', days);
  if (agenda.length > MOST_ITEMS) refusals.agenda = 'too_many_items';
  else if (agenda.some(({ title }) => [...title].length > LONGEST_ITEM)) refusals.agenda = 'item_too_long';
  return Object.keys(refusals).length > 0 ? { refusals } : { result: { participants, summary, agenda } };
}

/** An item for each line, with the day it wants; a list's own marks (`-`, `1.`, `○`) go, an item twice is one. */
export function readAgenda(typed: string, days: Days): AgendaItem[] {
  const items = new Map<string, AgendaItem>();
  for (const line of normaliseLines(typed).split('\n')) {
    const words = line.replace(/^\s*(?:[-–—•·*○●□▶]|\d{1,2}[.)](?=\s))\s*/, '').trim();
    const done = DONE.test(words);
    const { words: title, due } = readWanted(words.replace(DONE, '').trim(), days);
    if (title !== '') items.set(title, { title, done, due });
  }
  return [...items.values()];
}

const DONE = /\s*\((?:완료|처리 ?완료|done)\)\s*$/i;
