import { randomUUID } from 'node:crypto';
import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { searchMembers } from '../../src/council/members/search/store.ts';
import { findMembers, findMembersOfDistrict, findPostHolders } from '../../src/council/members/store.ts';
import { clockIn, todayIn } from '../../src/korean/days.ts';
import { formatWon } from '../../src/korean/won.ts';
import { button } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/field-values.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { settle, type Verdict } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { draftNotices, isBefore, type ShareForm, type ShareRefusals } from '../../src/visit/notice/rules.ts';
import { findNotices, insertNotices } from '../../src/visit/notice/store.ts';
import {
  letterWords,
  memberOption,
  SHARE_MEMBERS,
  shareForm,
  VISIT_SHARE,
  VISIT_SHARE_OPEN,
} from '../../src/visit/notice/views.ts';
import { findPrograms } from '../../src/visit/programs/store.ts';
import { parseVisitName, type Visit, visitName } from '../../src/visit/rules.ts';
import { findVisit } from '../../src/visit/store.ts';
import { savedMessage } from '../../src/visit/views.ts';

const OFFERED = 50;

/** `V12` shows the text to send, and takes who was told: the members of its district who don't know yet stand there already. */
export async function openShare(
  typed: string,
  { person, text }: Visitor,
  click: Click,
  deps: Deps,
): Promise<Message | null> {
  const id = parseVisitName(typed);
  if (id === null) return { text: text.visit.which };
  const { db, config, now } = deps;
  const visit = await findVisit(db, id);
  if (!visit) return { text: text.visit.notFound(visitName(id)) };
  if (visit.cancelled) return { text: text.visit.form.alreadyCancelled };

  const isAnnouncement = await announces(visit, deps);
  const notices = (await findNotices(db, [id])).get(id) ?? [];
  const members = isAnnouncement ? await findPostHolders(db) : await findMembersOfDistrict(db, visit.district);
  const knowing = notices.filter(({ sequence }) => sequence === visit.sequence).map(({ memberId }) => memberId);
  const form = {
    members: members.filter((member) => !knowing.includes(member.id)).map((member) => String(member.id)),
    others: null,
    told_on: todayIn(config.timezone, now()),
    told_time: clockIn(config.timezone, now()),
    told_by: person.userId,
    how: 'message',
    invited: false,
  };
  const metadata = JSON.stringify({ key: randomUUID(), id, responseUrl: click.responseUrl });
  const around = { members, notices, letter: letterWords(visit, isAnnouncement, text) };
  const again = button(VISIT_SHARE_OPEN, text.visit.share, String(id), 'primary');
  return openOrOffer(click, shareForm(visit, form, around, metadata, text), again, text);
}

async function announces(visit: Visit, { db }: Deps): Promise<boolean> {
  const program = (await findPrograms(db)).find(({ id }) => id === visit.programId);
  return program?.kind === 'announcement';
}

const Metadata = z.object({ key: z.string().min(8), id: z.number(), responseUrl: z.string().optional() });
type Metadata = z.infer<typeof Metadata>;

export function listenForShares(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(VISIT_SHARE_OPEN, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openShare(action.value ?? '', visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.options<'block_suggestion'>({ block_id: SHARE_MEMBERS, action_id: 'value' }, async ({ ack, payload }) => {
    const found = await searchMembers(deps.db, payload.value, OFFERED);
    await ack({ options: found.map(memberOption) });
  });

  app.view<ViewSubmitAction>(VISIT_SHARE, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const metadata = Metadata.parse(JSON.parse(view.private_metadata));
    const fields = readFields(view.state.values);
    const form: ShareForm = {
      members: fields.many(SHARE_MEMBERS),
      others: fields.one('others'),
      told_on: fields.one('told_on'),
      told_time: fields.one('told_time'),
      told_by: fields.one('told_by'),
      how: fields.one('how'),
      invited: fields.many('invited').length > 0,
    };
    const visit = await findVisit(deps.db, metadata.id);
    const settled = await settle<Submitted>({ ack, client, view }, submit(form, metadata, visitor, deps), {
      text,
      log: deps.log,
      again: (said) => {
        if (!visit) throw new Error(said);
        return shareForm(visit, form, { members: [], notices: [], letter: said }, view.private_metadata, text);
      },
    });
    const reach = { userId: person.userId, responseUrl: metadata.responseUrl };
    if ('message' in settled) await tellPrivately({ client, log: deps.log }, reach, settled.message);
  });
}

type Submitted = Exclude<Verdict, { done: string }> | { done: string; message: Message };

async function submit(
  form: ShareForm,
  { id, key }: Metadata,
  { person, text }: Visitor,
  deps: Deps,
): Promise<Submitted> {
  const { db, config, now } = deps;
  const words = text.visit.shareForm;
  const visit = await findVisit(db, id);
  if (!visit) return { errors: { [SHARE_MEMBERS]: text.visit.notFound(visitName(id)) } };
  if (visit.cancelled) return { errors: { [SHARE_MEMBERS]: text.visit.form.alreadyCancelled } };

  const chosen = await findMembers(db, form.members.map(Number).filter(Number.isInteger));
  const names = new Map(chosen.map((member) => [member.id, member.name]));
  const today = todayIn(config.timezone, now());
  const drafted = draftNotices(form, visit.sequence, { today, clock: clockIn(config.timezone, now()), names });
  if ('refusals' in drafted) return { errors: worded(drafted.refusals, words.refusals) };

  const { notices } = drafted;
  const { again } = await insertNotices(db, id, notices, { actor: person.userId, at: now(), formKey: key });
  const name = visitName(id);
  const title = again ? words.savedAgain(name) : words.saved(name, formatWon(notices.length));
  const late = (await announces(visit, deps)) && notices.some((notice) => !isBefore(notice, visit));
  return { done: title, message: savedMessage(title, [visit], late ? [words.late] : [], text, today) };
}

function worded(
  refusals: ShareRefusals,
  words: Visitor['text']['visit']['shareForm']['refusals'],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(refusals).map(([field, code]) => [field === 'members' ? SHARE_MEMBERS : field, words[code]]),
  );
}
