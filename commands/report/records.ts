import { formatDay } from '../../src/korean/day-words.ts';
import { normalise, normaliseLines } from '../../src/korean/typed.ts';
import { formatWon } from '../../src/korean/won.ts';
import { isManager } from '../../src/people/rules.ts';
import { DAY_FORM, dayForm, VISIT_FORM, visitForm } from '../../src/report/forms.ts';
import { OUTSIDE_FORM, outsideForm, readOutside } from '../../src/report/outside/form.ts';
import { putOutsideFigure } from '../../src/report/outside/store.ts';
import { usualDay } from '../../src/report/rules.ts';
import { readStaffingLines, STAFFING_FORM, staffingForm } from '../../src/report/staffing/form.ts';
import { findStaffing, putStaffing } from '../../src/report/staffing/store.ts';
import { findAsOf, putAsOf } from '../../src/report/store.ts';
import { OUTSIDE_OPEN, REPORT_DAY, STAFFING_OPEN, VISIT_OPEN } from '../../src/report/views.ts';
import type { View } from '../../src/slack/blocks.ts';
import { type Heard, press, submission } from '../../src/slack/command.ts';
import { type Outcome, refuse, refuseFields } from '../../src/slack/outcome.ts';
import type { Answer, Submitted, Turn } from '../../src/slack/turn.ts';
import { putReported } from '../../src/visit/reported/store.ts';
import { parseVisitName, visitName } from '../../src/visit/rules.ts';
import { showContents } from './open.ts';
import { YearPressed } from './pressed.ts';

/** What only the report needs to know: its day, the staffing, what others count. */
export const recording: Heard[] = [
  press(
    REPORT_DAY,
    YearPressed,
    (turn) => open(turn, REPORT_DAY, async (year, asOf) => dayForm(year, asOf, turn.text)),
    'form_in_place',
  ),
  press(
    STAFFING_OPEN,
    YearPressed,
    (turn) =>
      open(turn, STAFFING_OPEN, async (year, asOf) =>
        staffingForm(await findStaffing(turn.db, asOf), asOf, year, turn.text),
      ),
    'form_in_place',
  ),
  press(
    OUTSIDE_OPEN,
    YearPressed,
    (turn) => open(turn, OUTSIDE_OPEN, async (year, asOf) => outsideForm(asOf, year, turn.text)),
    'form_in_place',
  ),
  press(
    VISIT_OPEN,
    YearPressed,
    (turn) => open(turn, VISIT_OPEN, async (year) => visitForm(year, turn.text)),
    'form_in_place',
  ),
  submission(VISIT_FORM, saveVisit),
  submission(DAY_FORM, saveDay),
  submission(STAFFING_FORM, saveStaffing),
  submission(OUTSIDE_FORM, saveOutside),
];

async function open(
  turn: Turn & { pressed: number },
  again: string,
  view: (year: number, asOf: string) => Promise<View>,
): Promise<Answer> {
  const { db, person, text, today, pressed: year } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const asOf = (await findAsOf(db, year)) ?? usualDay(year, today);
  return turn.open(await view(year, asOf), { press: again, value: String(year) });
}

const by = ({ person, now }: Turn) => ({ actor: person.userId, at: now() });
type Year = { year: number };

async function saveDay(sent: Submitted<typeof DAY_FORM.empty, Year>): Promise<Outcome> {
  const { db, person, text, values, metadata, today } = sent;
  if (!isManager(person)) return refuse(text.access.notManager);
  const day = values.as_of;
  if (!day || day < `${metadata.year}-01-01`) return refuse(text.report.dayForm.refused, 'as_of');
  await putAsOf(db, metadata.year, day, by(sent));
  const done = text.report.dayForm.saved(formatDay(day, text.language, today));
  return { done, say: () => showContents(metadata.year, sent, done) };
}

async function saveVisit(sent: Submitted<typeof VISIT_FORM.empty, Year>): Promise<Outcome> {
  const { db, person, text, values, metadata } = sent;
  const words = text.report.visitForm;
  if (!isManager(person)) return refuse(text.access.notManager);
  const id = parseVisitName(values.visit ?? '');
  const said = (typed: string | null) => normalise(typed ?? '') || null;
  const reported = { guestTitle: said(values.guest_title), award: said(values.award) };
  const put = id !== null && (await putReported(db, id, reported, by(sent)));
  if (id === null || !put) return refuse(words.refused, 'visit');
  const done = words.saved(visitName(id));
  return { done, say: () => showContents(metadata.year, sent, done) };
}

async function saveStaffing(sent: Submitted<typeof STAFFING_FORM.empty, Year>): Promise<Outcome> {
  const { db, person, text, values, today } = sent;
  const words = text.report.staffingForm;
  if (!isManager(person)) return refuse(text.access.notManager);
  const read = readStaffingLines(normaliseLines(values.lines ?? ''));
  if ('refusal' in read) return refuse(words.refusals[read.refusal], 'lines');
  if (!values.as_of || values.as_of > today) return refuse(text.report.outsideForm.refusals.not_yet, 'as_of');
  await putStaffing(db, { asOf: values.as_of, lines: read.lines }, { ...by(sent), origin: 'form' });
  const sum = (measure: 'quota' | 'actual') =>
    formatWon(read.lines.reduce((total, line) => total + (line[measure] ?? 0), 0));
  return { done: words.saved(formatDay(values.as_of, text.language, today), sum('quota'), sum('actual')) };
}

async function saveOutside(sent: Submitted<typeof OUTSIDE_FORM.empty, Year>): Promise<Outcome> {
  const { db, person, text, values, today } = sent;
  const words = text.report.outsideForm;
  if (!isManager(person)) return refuse(text.access.notManager);
  const read = readOutside(values, today);
  if ('refusals' in read) return refuseFields(read.refusals, words.refusals);
  const { key, value, unit } = read.figure;
  await putOutsideFigure(db, read.figure, { ...by(sent), origin: 'form' });
  return { done: words.saved(key, `${formatWon(value)}${unit}`) };
}
