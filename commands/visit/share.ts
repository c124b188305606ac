import { offerMembers } from '../../src/council/members/search/offer.ts';
import { findMembers, findMembersOfDistrict, findPostHolders } from '../../src/council/members/store.ts';
import { memberChoice } from '../../src/council/members/views.ts';
import { clockIn } from '../../src/korean/days.ts';
import { formatWon } from '../../src/korean/won.ts';
import { type Heard, offered, press, submission, Words } from '../../src/slack/command.ts';
import { refuse, refuseFields } from '../../src/slack/outcome.ts';
import type { Answer, Submitted, Turn, Typed } from '../../src/slack/turn.ts';
import { findMovedFrom } from '../../src/visit/change/store.ts';
import { visits } from '../../src/visit/compose.ts';
import { draftNotices, isBefore, toTellAgain } from '../../src/visit/notice/rules.ts';
import { findNotices, insertNotices } from '../../src/visit/notice/store.ts';
import { letterWords, SHARE, shareForm, VISIT_SHARE_OPEN } from '../../src/visit/notice/views.ts';
import { findPrograms } from '../../src/visit/programs/store.ts';
import { type Visit, visitName } from '../../src/visit/rules.ts';
import { savedMessage } from '../../src/visit/views.ts';

const OFFERED = 50;

/** `V12` shows the text to send, and takes who was told: the members of its district who don't know yet stand there already. */
export async function openShare(turn: Typed): Promise<Answer> {
  const { db, person, text, today, config } = turn;
  const found = await visits.found(turn.typed, turn);
  if ('refused' in found) return { text: found.refused };
  const { record: visit } = found;
  const { id } = visit;
  const notices = (await findNotices(db, [id])).get(id) ?? [];
  if (visit.cancelled && notices.length === 0) return { text: text.visit.form.alreadyCancelled };

  const isAnnouncement = await announces(visit, turn);
  const again = toTellAgain(visit, notices);
  const usual = isAnnouncement ? await findPostHolders(db) : await findMembersOfDistrict(db, visit.district);
  const told = await findMembers(
    db,
    again.flatMap(({ memberId }) => memberId ?? []),
  );
  // Of what is called off only those are told who were told of it.
  const members = [...new Map([...(visit.cancelled ? [] : usual), ...told].map((it) => [it.id, it])).values()];
  const knowing = notices.filter(({ sequence }) => sequence === visit.sequence).map(({ memberId }) => memberId);
  const form = {
    ...SHARE.empty,
    told_members: members.filter((member) => !knowing.includes(member.id)).map((member) => String(member.id)),
    others: again.flatMap(({ memberId, name }) => (memberId === null ? [name] : [])).join(', ') || null,
    told_on: today,
    told_time: clockIn(config.timezone, turn.now()),
    told_by: person.userId,
    how: 'message',
  };
  const was = again.length > 0 ? await findMovedFrom(db, visit) : null;
  const around = { members, notices, letter: letterWords(visit, isAnnouncement, text, was) };
  const offer = { press: VISIT_SHARE_OPEN, value: String(id), label: text.visit.share };
  return turn.open(shareForm(visit, form, around, text), offer);
}

async function announces(visit: Visit, { db }: Pick<Turn, 'db'>): Promise<boolean> {
  const program = (await findPrograms(db)).find(({ id }) => id === visit.programId);
  return program?.kind === 'announcement';
}

async function save({ values, metadata: { id }, key, ...turn }: Submitted<typeof SHARE.empty, { id: number }>) {
  const { db, person, text, today, config } = turn;
  const words = text.visit.shareForm;
  const found = await visits.found(String(id), turn);
  if ('refused' in found) return refuse(found.refused);
  const { record: visit } = found;
  const chosen = await findMembers(db, values.told_members.map(Number).filter(Number.isInteger));
  const names = new Map(chosen.map((member) => [member.id, member.name]));
  const clock = clockIn(config.timezone, turn.now());
  const drafted = draftNotices(values, visit.sequence, { today, clock, names });
  if ('refusals' in drafted) return refuseFields(drafted.refusals, words.refusals);

  const { notices } = drafted;
  const { again } = await insertNotices(db, id, notices, { actor: person.userId, at: turn.now(), formKey: key });
  const name = visitName(id);
  const done = again ? words.savedAgain(name) : words.saved(name, formatWon(notices.length));
  const late = (await announces(visit, turn)) && notices.some((notice) => !isBefore(notice, visit));
  return { done, say: savedMessage(done, [visit], late ? [words.late] : [], turn) };
}

export const sharing: Heard[] = [
  press(VISIT_SHARE_OPEN, Words, (turn) => openShare({ ...turn, typed: turn.pressed })),
  offered('told_members', async (turn) => (await offerMembers(turn, OFFERED)).map((it) => memberChoice(it, turn.text))),
  submission(SHARE, save),
];
