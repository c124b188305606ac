import { normaliseLines } from '../../src/korean/typed.ts';
import { readable } from '../../src/people/mentions.ts';
import { withMe } from '../../src/people/whose.ts';
import { clip } from '../../src/slack/blocks.ts';
import { changing, type Heard, messageShortcut, press, type SaidMessage, Words } from '../../src/slack/command.ts';
import { asTyped } from '../../src/slack/references.ts';
import type { Answer, Turn, Typed } from '../../src/slack/turn.ts';
import type { Clash } from '../../src/visit/clashes.ts';
import { visits } from '../../src/visit/compose.ts';
import { formOf, LONGEST, type VisitForm } from '../../src/visit/draft.ts';
import { SCHEDULE, TELLING, visitForm } from '../../src/visit/form.ts';
import { readVisitLine, type VisitLine } from '../../src/visit/line.ts';
import { districtNames, programNames } from '../../src/visit/names.ts';
import { clashesSoFar, dayNotes, idsOf, pastLines } from '../../src/visit/notes.ts';
import type { Plan } from '../../src/visit/rules.ts';
import { findKnown, type Known } from '../../src/visit/saved.ts';
import { VISIT_EDIT, VISIT_FROM_MESSAGE, VISIT_NEW } from '../../src/visit/views.ts';

/** Opens the form, filled with what a typed line says; whoever plans is in charge unless someone else is named. */
export async function openSchedule(turn: Typed): Promise<Answer> {
  const known = await findKnown(turn);
  const line = readVisitLine(withSigns(withMe(turn.typed, turn.person.userId)), {
    today: turn.today,
    ...namesOf(known),
  });
  const form = { ...filled(line, turn), purpose: line.title };
  return openFilled(form, line, known, turn);
}

/** A title that is no longer than this may name its place; a whole sentence does not. */
const LONGEST_PLACE_IN_MESSAGE = 20;

/** A message becomes the form's text: what it says of day, hour, program and district in their fields, all of it as the purpose. */
async function openFromMessage({ message, ...turn }: Turn & { message: SaidMessage }): Promise<Answer> {
  const known = await findKnown(turn);
  const names = { today: turn.today, ...namesOf(known) };
  const typed = normaliseLines(withSigns(message.text).replace(/(?<=^|\s)@(?=\S)/g, '')); // @ marks a place only in a command
  const [first = ''] = typed.split('\n').filter(Boolean);
  const line = readVisitLine(typed, names);
  const heading = readVisitLine(first, names);
  const form = {
    ...filled(line, turn),
    title: clip(heading.title ?? '', LONGEST.title) || null,
    place: heading.place && [...heading.place].length <= LONGEST_PLACE_IN_MESSAGE ? heading.place : null,
    purpose: normaliseLines(await readable(turn.db, message.text)) || null,
  };
  return openFilled(form, line, known, { ...turn, typed: first });
}

/** As typed, but for the people it refers to: they get a field of their own. */
const withSigns = (line: string): string =>
  line
    .split(/(<@[UW][A-Z0-9]+(?:\|[^<>]*)?>)/)
    .map((part, i) => (i % 2 === 1 ? part : asTyped(part)))
    .join('');

async function openFilled(
  form: VisitForm,
  { unread, doubts = [] }: VisitLine,
  known: Known,
  turn: Typed,
): Promise<Answer> {
  const { db, text, typed } = turn;
  const misread = [unread.date, unread.start_time].flatMap((words) => (words ? [text.visit.form.unread(words)] : []));
  const doubted = doubts.map(({ why, words }) => text.visit.form.doubts[why](words));
  const lines = [...misread, ...doubted, ...pastLines(form, turn), ...(await dayNotes(form, turn))];
  const clashes = await clashesSoFar(form, db);
  const view = visitForm(form, { clashes: idsOf(clashes) }, { ...known, clashes, lines }, text);
  return turn.open(view, { press: VISIT_NEW, value: typed, label: text.visit.record });
}

function filled(line: VisitLine, { person }: Turn): VisitForm {
  const { unread: _unread, doubts = [], people, ...fields } = line;
  const isCalled = doubts.some(({ why }) => why === 'nobody');
  const [owner = isCalled ? null : person.userId, ...staff] = people;
  return { ...SCHEDULE.empty, ...fields, owner, staff };
}

const namesOf = ({ programs, districts }: Known) => ({
  programs: programNames(programs),
  districts: districtNames(districts),
});

/** What a form of a visit shows of a plan that it has not become, and why. */
type Instead = { plan?: Plan; clashes?: readonly Clash[]; lines?: readonly string[] };

/** `V12`: the form of a visit that is there, or why this person can't change it. */
export async function openEdit(
  typed: string,
  turn: Turn,
  { plan, clashes = [], lines = [] }: Instead = {},
): Promise<Answer> {
  const { text } = turn;
  const found = await visits.standing(typed, turn);
  if ('refused' in found) return { text: found.refused };
  const { record: visit } = found;
  const { id } = visit;
  const form = formOf(plan ?? visit);
  const metadata = { editing: { id, version: visit.version }, clashes: idsOf(clashes) };
  const around = { ...(await findKnown(turn)), clashes, lines: [...lines, ...(await dayNotes(form, turn))] };
  const again = { press: VISIT_EDIT, value: String(id), label: text.visit.edit };
  return turn.open(visitForm(form, metadata, around, text), again);
}

export const schedules: Heard[] = [
  press(VISIT_NEW, Words, (turn) => openSchedule({ ...turn, typed: turn.pressed })),
  press(VISIT_EDIT, Words, (turn) => openEdit(turn.pressed, turn)),
  messageShortcut(VISIT_FROM_MESSAGE, openFromMessage),
  changing(SCHEDULE, TELLING, async ({ values, metadata, ...turn }) => {
    const clashes = await clashesSoFar(values, turn.db, metadata.editing?.id);
    const past = metadata.editing ? [] : pastLines(values, turn);
    const around = { ...(await findKnown(turn)), clashes, lines: [...past, ...(await dayNotes(values, turn))] };
    return visitForm(values, { ...metadata, clashes: idsOf(clashes) }, around, turn.text);
  }),
];
