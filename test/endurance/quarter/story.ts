import type { Deps } from '../../../src/base/deps.ts';
import { putMembers } from '../../../src/council/members/store.ts';
import { briefingName } from '../../../src/council/policies/rules.ts';
import { closeBriefing, findBriefing, insertBriefing } from '../../../src/council/policies/store.ts';
import { contactName, talkOf } from '../../../src/council/rules.ts';
import { changeContact, findContact, insertContact, voidContact } from '../../../src/council/store.ts';
import { followupName } from '../../../src/followup/rules.ts';
import {
  changeFollowup,
  findFollowup,
  insertEntered as insertFollowup,
  voidFollowup,
} from '../../../src/followup/store.ts';
import { NOTHING_YET } from '../../../src/followup/stored.ts';
import { owedOf } from '../../../src/followup/work.ts';
import { putPersonSetting } from '../../../src/people/settings/store.ts';
import { changeRole, putPerson } from '../../../src/people/store.ts';
import { findAnswers, insertRound, putAnswer } from '../../../src/pledge/reviews/store.ts';
import { insertPledge } from '../../../src/pledge/store.ts';
import { decideApproval } from '../../../src/spending/approval/step/store.ts';
import { findApproval } from '../../../src/spending/approval/store.ts';
import { putBudgets } from '../../../src/spending/budget/store.ts';
import { putEvidence } from '../../../src/spending/check/evidence/store.ts';
import { judgeRecords } from '../../../src/spending/check/judging/store.ts';
import { EMPTY_FORM } from '../../../src/spending/expense/form.ts';
import { draftSpend, expenseName } from '../../../src/spending/expense/rules.ts';
import { saveForm } from '../../../src/spending/saving/save.ts';
import { voidRecord } from '../../../src/spending/saving/store.ts';
import { textFor } from '../../../src/text/index.ts';
import { insertNotices } from '../../../src/visit/notice/store.ts';
import { findPrograms } from '../../../src/visit/programs/store.ts';
import { putResult } from '../../../src/visit/result/store.ts';
import { visitName } from '../../../src/visit/rules.ts';
import { cancelVisit, changeVisit, findVisit, insertVisits, restoreVisit } from '../../../src/visit/store.ts';
import { dayIn, timeIn } from './clockwork.ts';
import { NOTHING_SAID } from './facts.ts';
import {
  type Announcement,
  type Change,
  type Contact,
  type Followup,
  type Spend,
  type Staff,
  type Visit,
  type World,
  ZONE,
} from './world.ts';

/** One thing that happens in the office, written down by someone in the way the app writes it down. */
export type Happening = { at: Date; happen(deps: Deps): Promise<void> };

/** Everything that happens, in its order. */
export function storyOf(world: World): Happening[] {
  const told = <State>(
    lives: readonly { id: number; changes: readonly Change<State>[] }[],
    tell: (id: number, change: Change<State>, deps: Deps) => Promise<void>,
  ): Happening[] =>
    lives.flatMap(({ id, changes }) =>
      changes.map((change) => ({ at: change.at, happen: (deps: Deps) => tell(id, change, deps) })),
    );
  const story = [
    ...told(world.followups, tellFollowup),
    ...told(world.visits, tellVisit),
    ...told(world.contacts, tellContact),
    ...told(world.announcements, tellAnnouncement),
    ...told(world.spends, tellSpend(world.staff)),
    ...tellRound(world),
    ...world.staff.flatMap(comings),
  ];
  return story.filter(({ at }) => at < world.to).sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** What stands before the first day: the people who are there, their choices, the budget. */
export async function prepare({ db }: Deps, world: World): Promise<void> {
  const by = { actor: 'test', at: world.from };
  for (const who of world.staff) {
    if (who.joins === null) await arrive(who, db, by.at);
  }
  const member = { term: 11, constituency: null, committee: null, post: null, party: null };
  await putMembers(db, [{ ...member, name: '나의원', district: '강남구' }], { ...by, origin: 'file' });
  const account = '203-01' as const;
  await putBudgets(db, [{ year: 2018, account, won: world.budget }], { ...by, origin: 'person' });
  const rule = { account: '203-03', mode: 'always', above: null, second: null, set_by: 'test' };
  await db
    .insertInto('approval_rule')
    .values({ ...rule, set_at: by.at.toISOString() })
    .execute();
}

async function arrive(who: Staff, db: Deps['db'], at: Date): Promise<void> {
  await putPerson(
    db,
    { userId: who.id, name: who.name, role: who.role, language: who.language },
    { actor: 'test', at },
  );
  await putPersonSetting(db, who.id, 'timezone', who.zone === ZONE ? null : who.zone);
  await putPersonSetting(db, who.id, 'quiet', who.quiet);
  await putPersonSetting(db, who.id, 'reminders', who.choices);
  await putPersonSetting(db, who.id, 'birthday', who.birthday);
}

function comings(who: Staff): Happening[] {
  const { joins, leaves } = who;
  return [
    ...(joins ? [{ at: joins, happen: ({ db }: Deps) => arrive(who, db, joins) }] : []),
    ...(leaves
      ? [
          {
            at: leaves,
            happen: async ({ db }: Deps) => {
              const gone = { userId: who.id, name: who.name, language: who.language };
              done(await changeRole(db, gone, null, { actor: 'U0QUARTR01', at: leaves }), who.id);
            },
          },
        ]
      : []),
  ];
}

/** What the app refuses is a mistake of the story. */
function done<Result extends object | string | null>(result: Result, what: string): Exclude<Result, null> {
  if (result === null || (typeof result === 'object' && 'refusal' in result)) {
    throw new Error(`The story can't be told: ${what}: ${JSON.stringify(result)}`);
  }
  return result as Exclude<Result, null>;
}

/** The story counts its records as the register does. */
function sameName(name: string, expected: string): void {
  if (name !== expected) throw new Error(`The story calls ${expected} what is ${name}.`);
}

async function tellFollowup(id: number, { at, does, state }: Change<Followup>, { db }: Deps): Promise<void> {
  const by = { actor: state.owner, at };
  if (does === 'entered') {
    const owed = {
      ...NOTHING_YET,
      kind: 'own_task' as const,
      title: `할 일 ${id}`,
      owner: state.owner,
      due: state.due,
    };
    const { record: followup } = await insertFollowup(db, owed, { ...by, formKey: `followup-${id}` });
    return sameName(followupName(followup.id), followupName(id));
  }
  if (does === 'voided') return void done(await voidFollowup(db, id, { ...by, reason: '필요 없음' }), followupName(id));
  const followup = done(await findFollowup(db, id), followupName(id));
  const ended = { status: 'done' as const, answer: '답변함', answeredOn: dayIn(ZONE, at) };
  const owed = { ...owedOf(followup), owner: state.owner, due: state.due, ...(state.open ? {} : ended) };
  done(
    await changeFollowup(db, { id, version: followup.version }, { owed, notes: [], action: does }, by),
    followupName(id),
  );
}

async function tellVisit(id: number, { at, does, state }: Change<Visit>, { db }: Deps): Promise<void> {
  const by = { actor: state.owner, at };
  const name = visitName(id);
  const accepted = new Set((await db.selectFrom('visit').select('id').execute()).map((row) => row.id));
  if (does === 'planned') {
    const plan = await planOf(id, state, db);
    const result = await insertVisits(db, [plan], { ...by, formKey: `visit-${id}`, accepted });
    if (!('visits' in result)) throw new Error(`${name} clashes.`);
    return sameName(visitName(result.visits[0]?.id ?? 0), name);
  }
  const visit = done(await findVisit(db, id), name);
  if (does === 'cancelled') return void done(await cancelVisit(db, id, { ...by, reason: '우천' }), name);
  if (does === 'restored') return void done(await restoreVisit(db, id, { ...by, reason: '날이 갬' }), name);
  if (does === 'moved' || does === 'staffed') {
    const plan = await planOf(id, state, db);
    return void done(await changeVisit(db, visit, plan, { ...by, accepted }), name);
  }
  if (does === 'told') {
    const told = { memberId: null, name: '지역구 의원', toldOn: dayIn(ZONE, at), toldTime: timeIn(ZONE, at) };
    const notice = { ...told, toldBy: state.owner, how: 'phone' as const, invited: false, sequence: visit.sequence };
    await insertNotices(db, id, [notice], { ...by, formKey: `told-${id}-${visit.sequence}` });
    return;
  }
  const result = { participants: 20, summary: '잘 마침', agenda: [] };
  const entry = { ...by, formKey: `result-${id}`, followupKind: 'visit_agenda' as const };
  done(await putResult(db, { id, version: visit.version }, result, entry), name);
}

/** What its place in the schedule is known by. */
export const titleOf = (id: number): string => `방문 제${id}호`;

async function planOf(id: number, state: Visit, db: Deps['db']) {
  const kind = state.shared ? 'site' : 'inside';
  const programId = (await findPrograms(db)).find((program) => program.kind === kind)?.id ?? 0;
  const place = { place: '현장', district: '강북구', purpose: '점검' };
  const when = { startsOn: state.startsOn, startTime: state.startTime, endsOn: state.startsOn, endTime: null };
  const { owner, staff } = state;
  return {
    programId,
    title: titleOf(id),
    ...when,
    ...place,
    owner,
    staff,
    partner: null,
    partnerLevel: null,
    countries: null,
  };
}

async function tellAnnouncement(id: number, { at, does, state }: Change<Announcement>, { db }: Deps): Promise<void> {
  const by = { actor: state.by, at };
  if (does === 'entered') {
    const policy = { policy: `정책 ${id}`, announcedOn: state.on, announcedTime: state.time };
    const audiences = { leaders: false, committees: [], districts: ['강남구'] };
    const entry = { ...by, formKey: `policy-${id}`, origin: 'form' as const };
    const { record } = await insertBriefing(db, { ...policy, ...audiences }, entry);
    return sameName(briefingName(record.id), briefingName(id));
  }
  const briefing = done(await findBriefing(db, id), briefingName(id));
  done(await closeBriefing(db, briefing, { ...by, reason: '발표를 미룸' }), briefingName(id));
}

async function tellContact(id: number, { at, does, state }: Change<Contact>, { db }: Deps): Promise<void> {
  const by = { actor: state.by, at };
  const result = state.result ? '협조하기로 함' : null;
  if (does === 'logged') {
    const talk = {
      kind: 'mayor_meeting' as const,
      heldOn: state.heldOn,
      heldTime: null,
      agenda: `면담 ${id}`,
      result,
      others: '시의원',
      memberIds: [],
      visitId: null,
      briefingId: null,
    };
    const entry = { ...by, formKey: `contact-${id}`, requests: [], origin: 'form' as const };
    return sameName(contactName((await insertContact(db, talk, entry)).record.id), contactName(id));
  }
  if (does === 'voided') return void done(await voidContact(db, id, { ...by, reason: '중복' }), contactName(id));
  const contact = done(await findContact(db, id), contactName(id));
  const talk = { ...talkOf(contact), result };
  done(await changeContact(db, contact, talk, { ...by, requests: [] }), contactName(id));
}

/** By a form, as a person does, since what a spend lacks is judged when it is saved. */
const tellSpend =
  (staff: readonly Staff[]) =>
  async (id: number, { at, does, state }: Change<Spend>, deps: Deps): Promise<void> => {
    const name = expenseName(id);
    const { db } = deps;
    const by = { actor: state.by, at };
    if (does === 'voided') return void done(await voidRecord(db, id, { ...by, reason: '취소' }), name);
    if (does === 'completed') {
      await putEvidence(db, id, PROJECT, by);
      return judgeRecords(db, [id], at);
    }
    if (does !== 'spent') return decide(id, state, at, db);
    const form = {
      ...EMPTY_FORM,
      spent_on: dayIn(ZONE, at),
      amount: String(state.won),
      account: state.policy ? '203-03' : '203-01',
      activity: '6-마',
      place: `식당 ${id}`,
      purpose: `직원 격려 ${id}`,
      headcount: String(Math.ceil(state.won / 20_000)),
      payment: state.card ? 'card' : 'transfer',
    };
    const drafted = draftSpend(form, dayIn(ZONE, at));
    const who = staff.find((it) => it.id === state.by);
    if ('refusals' in drafted || !who) throw new Error(`The story can't be told: ${name}: ${JSON.stringify(drafted)}`);
    const person = { userId: who.id, name: who.name, role: who.role, language: who.language };
    const turn = { ...deps, person, text: textFor(who.language), today: dayIn(ZONE, at) };
    const how = { receipts: [], evidence: state.policy && state.complete ? PROJECT : {} };
    const saved = done(await saveForm(drafted.spend, { key: `expense-form-${id}` }, how, turn), name);
    sameName('expense' in saved ? expenseName(saved.expense.id) : 'nothing', name);
  };

const PROJECT = { project: '골목경제 살리기' };

/** By a manager whose own it is not; over its budget or not. */
async function decide(id: number, { by, decided }: Spend, at: Date, db: Deps['db']): Promise<void> {
  const approval = await findApproval(db, id);
  if (!decided || !approval) throw new Error(`The story can't be told: nothing to decide on E${id}.`);
  const actor = by === 'U0QUARTR02' ? 'U0QUARTR03' : 'U0QUARTR02';
  const decision = { decision: decided, words: '검토함', over: true };
  const how = { actor, at, today: dayIn(ZONE, at) };
  done(await decideApproval(db, { id, version: approval.version }, decision, how), expenseName(id));
}

function tellRound({ round }: World): Happening[] {
  const open = {
    at: round.openedAt,
    happen: async ({ db }: Deps) => {
      const by = { actor: 'U0QUARTR02', at: round.openedAt };
      for (const [i, { userId }] of round.asked.entries()) {
        const facts = { ...NOTHING_SAID, code: `1-1-${i + 1}`, title: `공약 ${i + 1}`, owner: userId };
        await insertPledge(db, facts, { ...by, formKey: `pledge-${i}`, source: '공약실천계획' });
      }
      await insertRound(db, { name: round.name, term: NOTHING_SAID.term }, (pledge) => pledge.owner, by);
    },
  };
  const answers = round.asked.flatMap(({ userId, answeredAt }): Happening[] => {
    if (answeredAt === null) return [];
    const happen = async ({ db }: Deps) => {
      const { id } = await db.selectFrom('review_round').select('id').executeTakeFirstOrThrow();
      const answer = (await findAnswers(db, id)).find(({ asked }) => asked === userId);
      const of = { roundId: id, pledgeId: answer?.pledgeId ?? 0, version: 1 };
      const update = { status: '정상추진' as const, progress: 50, source: '내부결재', note: null };
      const kept = await putAnswer(db, of, update, {
        actor: userId,
        at: answeredAt,
        formKey: `answer-${userId}`,
        files: [],
      });
      if (kept !== 'kept') throw new Error(`The story can't be told: an answer is ${kept}.`);
    };
    return [{ at: answeredAt, happen }];
  });
  return [open, ...answers];
}
