import { createHash } from 'node:crypto';
import { isManager } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { gapKey } from '../../src/report/gaps.ts';
import { outline } from '../../src/report/outline.ts';
import { findReport, ORGANISATION, type Report } from '../../src/report/report.ts';
import { usualDay } from '../../src/report/rules.ts';
import { findAsOf } from '../../src/report/store.ts';
import { copyTexts, putText } from '../../src/report/texts/store.ts';
import { contentsMessage, REPORT_BEGIN, REPORT_OPEN } from '../../src/report/views.ts';
import { type Heard, press } from '../../src/slack/command.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import type { Answer, Turn, Typed } from '../../src/slack/turn.ts';
import { SECTIONS } from '../../src/vocabulary/report.ts';
import { YearPressed } from './pressed.ts';

/** `2016`, `2016년`; this year where nothing is said. */
export async function openReport(turn: Typed): Promise<Answer> {
  const [, typed] = /^(\d{4})년?$/.exec(turn.typed.trim()) ?? [];
  if (turn.typed.trim() !== '' && typed === undefined) return { text: turn.text.report.help };
  return showContents(Number(typed ?? turn.today.slice(0, 4)), turn);
}

/** `saved`: what was just done, said above the contents. */
export async function showContents(year: number, turn: Turn, saved: string | null = null): Promise<Message> {
  const report = await reportOf(year, turn);
  const names = report.look ? await findNames(turn.db, [report.look.by]) : new Map<string, string>();
  const looker = report.look && report.state === 'looked_at' ? (names.get(report.look.by) ?? report.look.by) : null;
  const contents = contentsMessage(report, isManager(turn.person), looker, turn.text);
  if (saved === null) return contents;
  const { text, blocks } = plainMessage(saved);
  return { text: `${text}\n${contents.text}`, blocks: [...(blocks ?? []), ...(contents.blocks ?? [])] };
}

export async function reportOf(
  year: number,
  { db, config, today }: Turn,
  more: { stamp?: string } = {},
): Promise<Report> {
  const asOf = (await findAsOf(db, year)) ?? usualDay(year, today);
  return findReport(db, year, asOf, { timezone: config.timezone, organisation: ORGANISATION, ...more });
}

/** What a button can carry of a warning that may name hundreds of records. */
export const gapHash = (gap: Report['gaps'][number]): string =>
  createHash('sha256').update(gapKey(gap)).digest('hex').slice(0, 32);

export const opening: Heard[] = [
  press(REPORT_OPEN, YearPressed, (turn) => showContents(turn.pressed, turn), 'in_place'),
  press(REPORT_BEGIN, YearPressed, (turn) => begin(turn.pressed, turn), 'in_place'),
];

/** Starts a year with last year's texts, or with the outline of an office that never had a report. */
async function begin(year: number, turn: Turn): Promise<Answer> {
  const { db, person, text, now } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const by = { actor: person.userId, at: now() };
  const from = await copyTexts(db, year, by);
  if (from === null) {
    for (const section of SECTIONS) await putText(db, { year, section, seen: 0 }, outline[section], by);
  } else await turn.tell({ text: text.report.begun(String(from)) });
  return showContents(year, turn);
}
