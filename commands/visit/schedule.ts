import { randomUUID } from 'node:crypto';
import { type App, webApi as api, type BlockAction, type BlockButtonAction, type ViewSubmitAction } from '@slack/bolt';
import type { Database } from '../../src/base/db/database.ts';
import type { Deps } from '../../src/base/deps.ts';
import { normaliseLines } from '../../src/korean/typed.ts';
import { readable } from '../../src/people/mentions.ts';
import { button, clip, LONGEST as LONGEST_TEXT } from '../../src/slack/blocks.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { asTyped } from '../../src/slack/references.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import type { Text } from '../../src/text/index.ts';
import type { Clash } from '../../src/visit/clashes.ts';
import { formOf, LONGEST, type VisitForm } from '../../src/visit/draft.ts';
import { EMPTY_FORM, readForm, readMetadata, VISIT_SCHEDULE, visitForm } from '../../src/visit/form.ts';
import { readVisitLine, type VisitLine } from '../../src/visit/line.ts';
import { districtNames, programNames } from '../../src/visit/names.ts';
import { type Plan, parseVisitName } from '../../src/visit/rules.ts';
import { findVisit } from '../../src/visit/store.ts';
import { VISIT_EDIT, VISIT_FROM_MESSAGE, VISIT_NEW } from '../../src/visit/views.ts';
import { clashesSoFar, dayOffs, idsOf } from './notes.ts';
import { refuseChange } from './refusals.ts';
import { findKnown, type Known } from './saved.ts';
import { type Submitted, submit } from './submit.ts';

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

/** What stands in a form, to copy from. */
function typedWords(form: VisitForm, text: Text): string[] {
  const { labels } = text.visit.form;
  return (['title', 'date', 'start_time', 'place', 'purpose'] as const).flatMap((field) =>
    form[field] ? [`${labels[field]}: ${form[field]}`] : [],
  );
}
