import { randomUUID } from 'node:crypto';
import type { App, BlockButtonAction, ViewSubmitAction, webApi } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import {
  COUNCIL_LOG,
  contactForm,
  contactFormOf,
  EMPTY_FORM,
  type Metadata,
  readContactForm,
  readMetadata,
} from '../../src/council/form.ts';
import { readLogged } from '../../src/council/line.ts';
import type { CouncilMember } from '../../src/council/members/rules.ts';
import { searchMembers } from '../../src/council/members/search/store.ts';
import { findGroups, findMembers, findMembersNamed, findMembersOfCommittee } from '../../src/council/members/store.ts';
import { committeeIn, MOST_OPTIONS, memberChoices } from '../../src/council/members/views.ts';
import type { Briefing } from '../../src/council/policies/rules.ts';
import { findBriefing, findBriefings } from '../../src/council/policies/store.ts';
import {
  type ContactForm,
  contactName,
  draftContact,
  MOST_DAYS_AHEAD,
  type Refusals,
} from '../../src/council/rules.ts';
import { findContact } from '../../src/council/store.ts';
import { COUNCIL_EDIT, COUNCIL_NEW } from '../../src/council/views.ts';
import { followupName } from '../../src/followup/rules.ts';
import { addDays, todayIn } from '../../src/korean/days.ts';
import { lettersOf } from '../../src/korean/hangul.ts';
import { normalise } from '../../src/korean/typed.ts';
import { readable } from '../../src/people/mentions.ts';
import { mayChange } from '../../src/people/rules.ts';
import { button, clip, LONGEST as LONGEST_TEXT, option } from '../../src/slack/blocks.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import type { Text } from '../../src/text/index.ts';
import { save } from './save.ts';
import { cardOf } from './show.ts';

const BRIEFINGS_OFFERED = 50;
const COMMITTEES_OFFERED = 5;
/** Opens the form, filled with what a typed line says; `V87` in it is the visit that the contact happened at. */
export async function openLog(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const { text } = visitor;
  const today = todayIn(deps.config.timezone, deps.now());
  const line = readLogged(await readable(deps.db, typed), { today });
  const members = await findMembersNamed(deps.db, line.names);
  const agenda = withoutNames(line.agenda, members);
  const form: ContactForm = {
    ...EMPTY_FORM,
    kind: line.kind ?? (line.briefingId === null ? null : 'prior_briefing'),
    date: line.date ?? today,
    time: line.time,
    members: members.map(({ id }) => String(id)),
    others: line.others,
    agenda,
    briefing: line.briefingId === null ? null : String(line.briefingId),
  };
  const metadata: Metadata = {
    key: randomUUID(),
    ...(line.visitId === null ? {} : { visitId: line.visitId }),
    ...(click.responseUrl ? { responseUrl: click.responseUrl } : {}),
  };
  const view = contactForm(form, { members, briefings: await offered(form, today, deps) }, metadata, text);
  const again = button(COUNCIL_NEW, text.council.form.log, clip(typed, LONGEST_TEXT.value) || ' ', 'primary');
  return openOrOffer(click, view, again, text);
}

/** Whoever became a member of the form need not stand in its agenda, too. */
function withoutNames(agenda: string | null, members: readonly CouncilMember[]): string | null {
  const names = new Set(members.map(({ name }) => name));
  const words = (agenda ?? '').split(' ');
  const left = words.filter(
    (word, i) => !names.has(word) && !(names.has(words[i - 1] ?? '') && /^시?의원$/.test(word)),
  );
  return left.join(' ') || null;
}

/** Policies still to be announced, and the one that is chosen already. */
async function offered(form: ContactForm, today: string, { db }: Deps): Promise<Briefing[]> {
  const { briefings } = await findBriefings(db, { from: addDays(today, -30) }, { offset: 0, limit: BRIEFINGS_OFFERED });
  const chosen = form.briefing === null ? null : await findBriefing(db, Number(form.briefing));
  return chosen && !briefings.some(({ id }) => id === chosen.id) ? [chosen, ...briefings] : briefings;
}

export function listenForLogging(app: App, deps: Deps): void {
  app.options<'block_suggestion'>(
    { type: 'block_suggestion', block_id: 'members' },
    async ({ ack, payload, context }) => {
      const { text } = visitorOf(context);
      const typed = normalise(payload.value ?? '');
      const members = await searchMembers(deps.db, typed, MOST_OPTIONS);
      const committees = await committeesFor(typed, deps);
      const choices = memberChoices(committees, members, text);
      await ack({ options: choices.map(({ label, value }) => option(label, value)) });
    },
  );

  app.action<BlockButtonAction>(COUNCIL_NEW, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openLog(action.value?.trim() ?? '', visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.action<BlockButtonAction>(COUNCIL_EDIT, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openEdit(Number(action.value), visitor, click, { replace: true }, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(COUNCIL_LOG, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const metadata = readMetadata(view.private_metadata);
    const form = readContactForm(view.state.values);
    const members = await chosenMembers(form.members, deps);
    const today = todayIn(deps.config.timezone, deps.now());
    const drafted = draftContact(form, members, { latest: addDays(today, MOST_DAYS_AHEAD), today });
    if ('refusals' in drafted) {
      await ack({ response_action: 'errors', errors: worded(drafted.refusals, text) });
      return;
    }
    const briefings = await offered(form, today, deps);
    const draw = (now: Metadata, said: string) => contactForm(form, { members, briefings }, now, text, said);
    const work = save(drafted.talk, drafted.requests, metadata, visitor, deps).then((saved) => {
      if ('refusal' in saved) return { errors: { kind: saved.refusal } };
      if (!('overtaken' in saved)) return { ...saved, done: saved.words };
      const editing = { id: saved.now.id, version: saved.now.version };
      const now = { ...metadata, editing, since: metadata.since ?? metadata.editing?.version };
      return { view: draw(now, saved.overtaken) };
    });
    const settled = await settle({ ack, client, view }, work, {
      text,
      log: deps.log,
      again: (said) => draw(metadata, said),
      keep: (said) => keep(said, form, members, metadata, visitor, client, deps),
    });
    if (!('contact' in settled)) return;
    const names = settled.requests.map(({ id }) => followupName(id)).join(', ');
    const first = [settled.words, ...(names ? [text.council.requestsEntered(names)] : [])].join('\n');
    const reach = { userId: person.userId, responseUrl: metadata.responseUrl };
    const said = await cardOf(settled.contact, visitor, deps, first);
    await tellPrivately({ client, log: deps.log }, reach, said, { replace: metadata.replace ?? false });
  });
}

/** Committees that what was typed begins; none while nothing is typed, since members come first then. */
async function committeesFor(typed: string, { db }: Deps): Promise<{ name: string; count: number }[]> {
  const letters = lettersOf(typed);
  if (letters === '') return [];
  const groups = await findGroups(db, 'committee');
  return groups.filter(({ name }) => lettersOf(name).includes(letters)).slice(0, COMMITTEES_OFFERED);
}

/** The members whom the chosen options stand for, each once. */
async function chosenMembers(values: readonly string[], { db }: Deps): Promise<CouncilMember[]> {
  const members: CouncilMember[] = [];
  for (const value of values) {
    const committee = committeeIn(value);
    if (committee !== null) members.push(...(await findMembersOfCommittee(db, committee)));
  }
  const ids = values.filter((value) => committeeIn(value) === null).map(Number);
  members.push(...(await findMembers(db, ids)));
  return [...new Map(members.map((member) => [member.id, member])).values()];
}

function worded(refusals: Refusals, text: Text): Record<string, string> {
  return Object.fromEntries(
    Object.entries(refusals).flatMap(([field, refusal]) =>
      refusal ? [[field, text.council.form.refusals[refusal]]] : [],
    ),
  );
}

/** `C31`: the form with what the record says. `replace`: the click came from a message that shows it. */
export async function openEdit(
  id: number,
  { person, text }: Visitor,
  click: Click,
  { replace }: { replace: boolean },
  deps: Deps,
): Promise<Message | null> {
  const contact = await findContact(deps.db, id);
  if (!contact) return { text: text.council.notFound(contactName(id)) };
  if (!mayChange(person, contact)) return { text: text.council.form.notYours };
  if (contact.voided) return { text: text.council.form.alreadyVoid };
  const form = contactFormOf(contact);
  const metadata: Metadata = {
    key: randomUUID(),
    editing: { id, version: contact.version },
    replace,
    ...(contact.visitId === null ? {} : { visitId: contact.visitId }),
    ...(click.responseUrl ? { responseUrl: click.responseUrl } : {}),
  };
  const briefings = await offered(form, todayIn(deps.config.timezone, deps.now()), deps);
  const view = contactForm(form, { members: contact.members, briefings }, metadata, text);
  return openOrOffer(click, view, button(COUNCIL_EDIT, text.council.edit, String(id), 'primary'), text);
}

/** What was typed into a form that is gone, so that it is not lost with it. */
async function keep(
  said: string,
  form: ContactForm,
  members: readonly CouncilMember[],
  { responseUrl }: Metadata,
  { person, text }: Visitor,
  client: webApi.WebClient,
  { log }: Deps,
): Promise<void> {
  const { labels } = text.council.form;
  const typed = { ...form, members: members.map(({ name }) => name).join(', '), briefing: null, kind: null };
  const lines = Object.entries(typed).flatMap(([field, value]) =>
    value ? [`${labels[field as keyof typeof labels]}: ${value}`] : [],
  );
  const words = clip([said, text.council.form.kept, ...lines].filter(Boolean).join('\n'), 2900);
  await tellPrivately({ client, log }, { userId: person.userId, responseUrl }, plainMessage(words));
}
