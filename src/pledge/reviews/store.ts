import { atOnce, type Database } from '../../base/db/database.ts';
import { insertHistory } from '../../people/history/store.ts';
import type { By } from '../../register/versions.ts';
import { isStatus } from '../../vocabulary/pledge.ts';
import { type Pledge, pledgeName, type Update } from '../rules.ts';
import { type EvidenceFile, findPledge, findPledges } from '../store.ts';
import { insertRequest } from './request/store.ts';
import { type Answer, asOfDay, type Round } from './rules.ts';
import { toAnswer, toRound } from './stored.ts';

/** Who is asked for a pledge: someone of the office, or nobody. */
export type AnswererOf = (pledge: Pledge) => string | null;

/** Opens a round over every pledge of the term in force; opening it again finds the first. */
export async function insertRound(
  db: Database,
  { name, term, until = null }: { name: string; term: number; until?: string | null },
  answererOf: AnswererOf,
  by: By,
): Promise<{ round: Round; again: boolean }> {
  return db.transaction().execute(async (db) => {
    const first = await findRound(db, name);
    if (first) return { round: first, again: true };
    const row = await db
      .insertInto('review_round')
      .values({
        name,
        term,
        as_of: asOfDay(name),
        until,
        state: 'open',
        opened_by: by.actor,
        opened_at: by.at.toISOString(),
        closed_by: null,
        closed_at: null,
        published_on: null,
        origin: 'form',
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const pledges = await findPledges(db, term);
    for (const pledge of pledges) await insertAsked(db, row.id, pledge, answererOf(pledge));
    const people = new Set(pledges.flatMap((pledge) => answererOf(pledge) ?? []));
    for (const userId of people) await insertRequest(db, row.id, userId, by.at);
    await insertHistory(db, {
      ...change(by, row.id),
      action: 'opened',
      before: null,
      after: { name, pledges: pledges.length, people: people.size },
    });
    return { round: toRound(row), again: false };
  });
}

/** Gives the pledges that nobody is asked for to the people who answer for them by now. Returns how many. */
export async function assignUnasked(db: Database, roundId: number, answererOf: AnswererOf, by: By): Promise<number> {
  return db.transaction().execute(async (db) => {
    const rows = await db
      .selectFrom('review_answer')
      .select('pledge_id')
      .where('round_id', '=', roundId)
      .where('asked', 'is', null)
      .execute();
    let assigned = 0;
    for (const { pledge_id } of rows) {
      const pledge = await findPledge(db, pledge_id);
      const person = pledge && answererOf(pledge);
      if (!pledge || !person) continue;
      await db
        .updateTable('review_answer')
        .set({ asked: person, department: pledge.department })
        .where('round_id', '=', roundId)
        .where('pledge_id', '=', pledge_id)
        .execute();
      await insertRequest(db, roundId, person, by.at);
      assigned++;
    }
    if (assigned > 0) {
      await insertHistory(db, { ...change(by, roundId), action: 'assigned', before: null, after: { assigned } });
    }
    return assigned;
  });
}

async function insertAsked(db: Database, roundId: number, pledge: Pledge, asked: string | null): Promise<void> {
  await db
    .insertInto('review_answer')
    .values({
      round_id: roundId,
      pledge_id: pledge.id,
      asked,
      department: pledge.department,
      name: pledgeName(pledge),
      title: pledge.title,
      type: pledge.type,
      status: null,
      progress: null,
      source: null,
      note: null,
      files: '[]',
      answered_by: null,
      answered_at: null,
      answered_version: null,
      form_key: null,
      result: null,
      result_progress: null,
    })
    .execute();
}

export async function findRound(db: Database, name: string): Promise<Round | null> {
  const row = await db.selectFrom('review_round').selectAll().where('name', '=', name).executeTakeFirst();
  return row ? toRound(row) : null;
}

export async function findRoundById(db: Database, id: number): Promise<Round | null> {
  const row = await db.selectFrom('review_round').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toRound(row) : null;
}

/** All rounds, newest first. */
export async function findRounds(db: Database): Promise<Round[]> {
  const rows = await db.selectFrom('review_round').selectAll().orderBy('as_of', 'desc').execute();
  return rows.map(toRound);
}

/** The frozen round of that term before a day; the newest of all without a day. */
export async function findRoundBefore(db: Database, term: number, asOf?: string): Promise<Round | null> {
  const rounds = await findRounds(db);
  return (
    rounds.find((it) => it.term === term && it.state === 'frozen' && (asOf === undefined || it.asOf < asOf)) ?? null
  );
}

export async function findAnswers(db: Database, roundId: number): Promise<Answer[]> {
  const rows = await db
    .selectFrom('review_answer')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('pledge_id')
    .execute();
  return rows.map(toAnswer);
}

/** What each frozen round says of one pledge, newest first. */
export async function findResults(
  db: Database,
  pledgeId: number,
): Promise<{ round: string; result: Answer['result']; progress: number | null }[]> {
  const rows = await db
    .selectFrom('review_answer')
    .innerJoin('review_round', 'review_round.id', 'review_answer.round_id')
    .select(['review_round.name', 'review_answer.result', 'review_answer.result_progress'])
    .where('review_answer.pledge_id', '=', pledgeId)
    .where('review_round.state', '=', 'frozen')
    .orderBy('review_round.as_of', 'desc')
    .execute();
  return rows.map((row) => ({
    round: row.name,
    result: isStatus(row.result) ? row.result : null,
    progress: row.result_progress,
  }));
}

/** Keeps an answer; a later one of the same round replaces it, and both stay in the history. */
export async function putAnswer(
  db: Database,
  { roundId, pledgeId, version }: { roundId: number; pledgeId: number; version: number },
  update: Update,
  by: By & { formKey: string; files: readonly EvidenceFile[] },
): Promise<'kept' | 'again' | 'frozen' | 'gone'> {
  return atOnce(db, async (db) => {
    const round = await findRoundById(db, roundId);
    const before = await db
      .selectFrom('review_answer')
      .selectAll()
      .where('round_id', '=', roundId)
      .where('pledge_id', '=', pledgeId)
      .executeTakeFirst();
    if (!round || !before) return 'gone';
    if (before.form_key === by.formKey) return 'again';
    if (round.state !== 'open') return 'frozen';
    const { status, progress, source, note } = update;
    await db
      .updateTable('review_answer')
      .set({
        ...{ status, progress, source, note },
        files: JSON.stringify(by.files),
        answered_by: by.actor,
        answered_at: by.at.toISOString(),
        answered_version: version,
        form_key: by.formKey,
      })
      .where('round_id', '=', roundId)
      .where('pledge_id', '=', pledgeId)
      .execute();
    await insertHistory(db, {
      actor: by.actor,
      at: by.at,
      noun: 'pledge',
      record: String(pledgeId),
      action: 'answered',
      reason: note,
      before: { round: round.name, status: before.status, progress: before.progress },
      after: { round: round.name, status, progress, evidence: source },
    });
    return 'kept';
  });
}

/** `reason`: why it is published with pledges unanswered. */
export async function publishRound(
  db: Database,
  round: Round,
  { day, reason }: { day: string; reason: string | null },
  by: By,
): Promise<void> {
  await db.transaction().execute(async (db) => {
    await db.updateTable('review_round').set({ published_on: day }).where('id', '=', round.id).execute();
    const [before, after] = [{ publishedOn: round.publishedOn }, { publishedOn: day }];
    await insertHistory(db, { ...change(by, round.id), action: 'published', reason, before, after });
  });
}

export const change = ({ actor, at }: By, id: number) => ({ actor, at, noun: 'review_round', record: String(id) });
