import { randomUUID } from 'node:crypto';
import { type App, webApi as api, type BlockAction, type BlockButtonAction, type ViewSubmitAction } from '@slack/bolt';
import type { Database } from '../../src/base/db/database.ts';
import type { Deps } from '../../src/base/deps.ts';
import { holidaysBetween } from '../../src/korean/holidays.ts';
import { normaliseLines } from '../../src/korean/typed.ts';
import { readable } from '../../src/people/mentions.ts';
import { button, clip, LONGEST as LONGEST_TEXT } from '../../src/slack/blocks.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { asTyped } from '../../src/slack/references.ts';
import { settle, type Verdict } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import type { Text } from '../../src/text/index.ts';
import type { Clash } from '../../src/visit/clashes.ts';
import { draftPlans, formOf, LONGEST, planSoFar, type Refusals, type VisitForm } from '../../src/visit/draft.ts';
import { EMPTY_FORM, type Metadata, readForm, readMetadata, VISIT_SCHEDULE, visitForm } from '../../src/visit/form.ts';
import { readVisitLine, type VisitLine } from '../../src/visit/line.ts';
import { findClashes } from '../../src/visit/list/store.ts';
import { districtNames, programNames } from '../../src/visit/names.ts';
import { mayChangeVisit, type Plan, parseVisitName, type Visit, visitName } from '../../src/visit/rules.ts';
import { changeVisit, findVisit, insertVisits } from '../../src/visit/store.ts';
import { VISIT_EDIT, VISIT_FROM_MESSAGE, VISIT_NEW } from '../../src/visit/views.ts';
import { dayOffLines, namesWords } from '../../src/visit/words.ts';
import { changedMessage, findKnown, type Known, plannedMessage } from './saved.ts';

/** Opens the form, filled with what a typed line says; whoever plans is in charge unless someone else is named. */
export async function openSchedule(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const known = await findKnown(deps);
  const line = readVisitLine(withSigns(typed), { today: known.today, ...namesOf(known) });
  const form = { ...filled(line, visitor), purpose: line.title };
  return openFilled(form, line, typed, visitor, click, known, deps.db);
}

/** A title that is no longer than this may name its place; a whole sentence does not. */
const LONGEST_PLACE_IN_MESSAGE = 20;

/** A message becomes the form's text: what it says of day, hour, program and district in their fields, all of it as the purpose. */
async function openFromMessage(message: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const known = await findKnown(deps);
  const names = { today: known.today, ...namesOf(known) };
  const typed = normaliseLines(withSigns(message).replace(/(?<=^|\s)@(?=\S)/g, '')); // @ marks a place only in a command
  const [first = ''] = typed.split('\n').filter(Boolean);
  const line = readVisitLine(typed, names);
  const heading = readVisitLine(first, names);
  const form = {
    ...filled(line, visitor),
    title: clip(heading.title ?? '', LONGEST.title) || null,
    place: heading.place && [...heading.place].length <= LONGEST_PLACE_IN_MESSAGE ? heading.place : null,
    purpose: normaliseLines(await readable(deps.db, message)) || null,
  };
  return openFilled(form, line, first, visitor, click, known, deps.db);
}

/** As typed, but for the people it refers to: they get a field of their own. */
const withSigns = (line: string): string =>
  line
    .split(/(<@[UW][A-Z0-9]+(?:\|[^<>]*)?>)/)
    .map((part, i) => (i % 2 === 1 ? part : asTyped(part)))
    .join('');

async function openFilled(
  form: VisitForm,
  { unread }: VisitLine,
  typed: string,
  { text }: Visitor,
  click: Click,
  known: Known,
  db: Database,
): Promise<Message | null> {
  const misread = [unread.date, unread.start_time].flatMap((words) => (words ? [text.visit.form.unread(words)] : []));
  const lines = [...misread, ...(await dayOffs(form, known, text))];
  const clashes = await clashesSoFar(form, db);
  const metadata = { key: randomUUID(), clashes: idsOf(clashes), ...withUrl(click.responseUrl) };
  const view = visitForm(form, metadata, { clashes, lines }, known, text);
  const again = button(VISIT_NEW, text.visit.record, clip(typed, LONGEST_TEXT.value) || ' ', 'primary');
  return openOrOffer(click, view, again, text);
}

function filled(line: VisitLine, { person }: Visitor): VisitForm {
  const { unread: _unread, people, ...fields } = line;
  const [owner = person.userId, ...staff] = people;
  return { ...EMPTY_FORM, ...fields, owner, staff };
}

const namesOf = ({ programs, districts }: Known) => ({
  programs: programNames(programs),
  districts: districtNames(districts),
});

async function dayOffs(form: VisitForm, { today }: Known, text: Text): Promise<string[]> {
  const day = form.date;
  if (!day || !/^(19|20)\d\d-/.test(day)) return [];
  return dayOffLines([{ startsOn: day }], await holidaysBetween(day, day), text, today);
}

/** Without a district nothing can be said of the way there. */
async function clashesSoFar(form: VisitForm, db: Database, except?: number): Promise<Clash[]> {
  const plan = planSoFar(form);
  const clashes = plan ? await findClashes(db, [plan], except) : [];
  return form.district ? clashes : clashes.filter(({ kind }) => kind === 'overlap');
}

const idsOf = (clashes: readonly Clash[]): number[] => clashes.map(({ visit }) => visit.id).slice(0, MOST_CLASHES);
const MOST_CLASHES = 100;

const withUrl = (responseUrl: string | undefined) => (responseUrl ? { responseUrl } : {});

/** The form of a visit that is there, or why this person can't change it. */
export async function openEdit(
  id: number,
  { person, text }: Visitor,
  click: Click,
  deps: Deps,
  plan?: Plan,
  clashes: readonly Clash[] = [],
  lines: readonly string[] = [],
): Promise<Message | null> {
  const visit = await findVisit(deps.db, id);
  const refusal = refuseChange(visit, id, { person, text });
  if (!visit || refusal) return { text: refusal ?? '' };
  const known = await findKnown(deps);
  const form = formOf(plan ?? visit);
  const metadata = {
    key: randomUUID(),
    editing: { id, version: visit.version },
    clashes: idsOf(clashes),
    ...withUrl(click.responseUrl),
  };
  const notes = { clashes, lines: [...lines, ...(await dayOffs(form, known, text))] };
  const again = button(VISIT_EDIT, text.visit.edit, String(id), 'primary');
  return openOrOffer(click, visitForm(form, metadata, notes, known, text), again, text);
}

export function refuseChange(visit: Visit | null, id: number, { person, text }: Visitor): string | null {
  if (!visit) return text.visit.notFound(visitName(id));
  if (!mayChangeVisit(person, visit)) return text.visit.form.notYours;
  return visit.cancelled ? text.visit.form.alreadyCancelled : null;
}

/** `V12` opens its form. */
export async function editTyped(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const id = parseVisitName(typed);
  return id === null ? { text: visitor.text.visit.which } : openEdit(id, visitor, click, deps);
}

export function listenForSchedules(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(VISIT_NEW, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openSchedule(action.value?.trim() ?? '', visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.action<BlockButtonAction>(VISIT_EDIT, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openEdit(Number(action.value), visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.shortcut({ type: 'message_action', callback_id: VISIT_FROM_MESSAGE }, async ({ shortcut, client, context }) => {
    if (shortcut.type !== 'message_action') return;
    const visitor = visitorOf(context);
    const click = { client, triggerId: shortcut.trigger_id, responseUrl: shortcut.response_url };
    const said = await openFromMessage(shortcut.message.text ?? '', visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: shortcut.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  // The program decides which fields there are, day and hour which notes stand above them.
  for (const block_id of ['program', 'date', 'start_time']) {
    app.action<BlockAction>({ block_id, action_id: 'value' }, async ({ body, client, context }) => {
      const { view } = body;
      if (view?.callback_id !== VISIT_SCHEDULE) return;
      const { text } = visitorOf(context);
      const { form } = readForm(view.state.values);
      const known = await findKnown(deps);
      const metadata = readMetadata(view.private_metadata);
      const clashes = await clashesSoFar(form, deps.db, metadata.editing?.id);
      const notes = { clashes, lines: await dayOffs(form, known, text) };
      const drawn = visitForm(form, { ...metadata, clashes: idsOf(clashes) }, notes, known, text);
      await client.views.update({ view_id: view.id, hash: view.hash, view: drawn }).catch((error) => {
        const said = error instanceof api.WebAPIPlatformError ? error.data.error : '';
        // Closed, or changed again meanwhile: then that change draws it.
        if (said !== 'hash_conflict' && said !== 'not_found') throw error;
      });
    });
  }

  app.view<ViewSubmitAction>(VISIT_SCHEDULE, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const metadata = readMetadata(view.private_metadata);
    const { form, anyway } = readForm(view.state.values);
    const known = await findKnown(deps);
    const fields = new Set(view.blocks.map((block) => block.block_id ?? ''));
    const work = submit({ form, anyway, fields, metadata }, visitor, known, deps);
    const reach = { userId: person.userId, responseUrl: metadata.responseUrl };
    const settled = await settle<Submitted>({ ack, client, view }, work, {
      text,
      log: deps.log,
      again: (said) => visitForm(form, metadata, { lines: [said] }, known, text),
      keep: (said) =>
        tellPrivately({ client, log: deps.log }, reach, plainMessage([said, ...typedWords(form, text)].join('\n'))),
    });
    if ('message' in settled) await tellPrivately({ client, log: deps.log }, reach, settled.message);
  });
}

type Submitted = Exclude<Verdict, { done: string }> | { done: string; message: Message };
type Submission = { form: VisitForm; anyway: boolean; fields: ReadonlySet<string>; metadata: Metadata };

/** Decides, and saves for good: a person who sees the form close can rely on it. */
async function submit(
  { form, anyway, fields, metadata }: Submission,
  visitor: Visitor,
  known: Known,
  { db, now }: Deps,
): Promise<Submitted> {
  const { person, text } = visitor;
  const redrawn = async (clashes: readonly Clash[], lines: readonly string[]) => {
    const shown = { ...metadata, clashes: idsOf(clashes) };
    const notes = { clashes, lines: [...lines, ...(await dayOffs(form, known, text))] };
    return { view: visitForm(form, shown, notes, known, text) };
  };

  const { editing, key } = metadata;
  const before = editing ? await findVisit(db, editing.id) : null;
  const refusal = editing ? refuseChange(before, editing.id, visitor) : null;
  if (refusal) return { errors: { title: refusal } };
  const programs = known.programs.filter(({ id, retired }) => !retired || id === before?.programId);
  const districts = before ? [...known.districts, before.district] : known.districts;
  const drafted = draftPlans(form, { programs, districts, today: known.today });
  if ('refusals' in drafted) {
    const errors = worded(drafted.refusals, text);
    const missing = Object.keys(errors).some((field) => !fields.has(field));
    return missing ? redrawn([], [text.visit.form.moreNeeded]) : { errors };
  }

  const accepted = new Set(anyway ? metadata.clashes : []);
  const by = { actor: person.userId, at: now(), accepted };
  const [plan] = drafted.plans;
  const saved =
    editing && plan
      ? await changeVisit(db, editing.id, editing.version, plan, by)
      : await insertVisits(db, drafted.plans, { ...by, formKey: key });
  if (saved && 'clashes' in saved) return redrawn(saved.clashes, []);
  if (!saved || 'refusal' in saved) {
    const cancelled = saved?.refusal === 'cancelled';
    return { errors: { title: cancelled ? text.visit.form.alreadyCancelled : text.visit.form.changedMeanwhile } };
  }
  const kept = [...new Set(idsOf(saved.kept))].map(visitName);
  const lines = kept.length > 0 ? [text.visit.clashesKept(namesWords(kept, 10, text))] : [];
  const message =
    'visits' in saved
      ? await plannedMessage(saved, lines, known, text, db)
      : await changedMessage(saved, lines, known, text, db);
  return { done: message.text.split('\n')[0] ?? '', message };
}

/** What stands in a form, to copy from. */
function typedWords(form: VisitForm, text: Text): string[] {
  const { labels } = text.visit.form;
  return (['title', 'date', 'start_time', 'place', 'purpose'] as const).flatMap((field) =>
    form[field] ? [`${labels[field]}: ${form[field]}`] : [],
  );
}

export function worded(refusals: Refusals, text: Text): Record<string, string> {
  return Object.fromEntries(
    Object.entries(refusals).map(([field, { code, detail = '' }]) => [
      field,
      text.visit.form.refusals[code](clip(detail, 60)),
    ]),
  );
}
