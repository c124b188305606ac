import type { Database } from '../../../base/db/database.ts';
import type { ReviewAnswerRow } from '../../../base/db/schema/pledge.ts';
import { isOpen } from '../../../followup/rules.ts';
import { findFollowupsOf, insertFollowups } from '../../../followup/store.ts';
import { insertHistory } from '../../../people/history/store.ts';
import type { By } from '../../../register/versions.ts';
import { isStatus } from '../../../vocabulary/pledge.ts';
import type { Pledge } from '../../rules.ts';
import { isTroubled } from '../../status.ts';
import { applyUpdate, type EvidenceFile, findPledge } from '../../store.ts';
import type { Answer, Round } from '../rules.ts';
import { change, findRoundById } from '../store.ts';
import { toAnswer } from '../stored.ts';

export type Frozen = { round: Round; applied: number; kept: number; followups: number };

/**
 * Freezes a round, with a reason where something is unanswered: every pledge gets its result, from its answer or, unanswered, as it stood. Answers become the pledges'
 * state unless someone has changed a pledge since; each troubled one that has none gets a follow-up for its 점검회의, `due` then.
 */
export async function freezeRound(
  db: Database,
  id: number,
  by: By & { reason: string | null; due: string; followupTitle: (answer: Answer) => string },
): Promise<Frozen | { refusal: 'gone' | 'frozen' }> {
  return db.transaction().execute(async (db) => {
    const round = await findRoundById(db, id);
    if (!round) return { refusal: 'gone' as const };
    if (round.state !== 'open') return { refusal: 'frozen' as const };
    const rows = await db.selectFrom('review_answer').selectAll().where('round_id', '=', id).execute();
    let applied = 0;
    let kept = 0;
    let followups = 0;
    for (const row of rows) {
      const pledge = await findPledge(db, row.pledge_id);
      if (!pledge || pledge.voided) {
        await leaveOut(db, id, row.pledge_id);
        continue;
      }
      const answer = toAnswer(row);
      const result = answer.answeredBy ? answer.status : pledge.status;
      const resultProgress = answer.answeredBy ? answer.progress : pledge.progress;
      await db
        .updateTable('review_answer')
        .set({ result, result_progress: resultProgress })
        .where('round_id', '=', id)
        .where('pledge_id', '=', row.pledge_id)
        .execute();
      if (answer.answeredBy) {
        if (pledge.version === row.answered_version) {
          await applyAnswer(db, pledge, row, by);
          applied++;
        } else kept++;
      }
      const source = { noun: 'pledge' as const, record: `P${pledge.id}` };
      // What an earlier round left to be done is still that: one for each pledge, however many rounds it is in trouble.
      if (isTroubled(result) && !(await findFollowupsOf(db, source)).some((it) => isOpen(it.status) && !it.voided)) {
        followups++;
        await insertFollowups(
          db,
          [
            {
              source,
              title: by.followupTitle(answer),
              owner: answer.asked ?? by.actor,
              department: answer.department,
              due: by.due,
              requester: null,
            },
          ],
          { actor: by.actor, at: by.at },
        );
      }
    }
    await db
      .updateTable('review_round')
      .set({ state: 'frozen', closed_by: by.actor, closed_at: by.at.toISOString() })
      .where('id', '=', id)
      .execute();
    const after = { state: 'frozen', applied, kept, followups };
    await insertHistory(db, {
      ...change(by, id),
      action: 'frozen',
      reason: by.reason,
      before: { state: 'open' },
      after,
    });
    const closed = { ...round, state: 'frozen' as const, closedBy: by.actor, closedAt: by.at };
    return { round: closed, applied, kept, followups };
  });
}

/** A pledge that was voided while its round ran is no part of the result; what was answered stays in its history. */
async function leaveOut(db: Database, roundId: number, pledgeId: number): Promise<void> {
  await db.deleteFrom('review_answer').where('round_id', '=', roundId).where('pledge_id', '=', pledgeId).execute();
}

async function applyAnswer(db: Database, pledge: Pledge, row: ReviewAnswerRow, { actor, at }: By): Promise<void> {
  if (!isStatus(row.status) || row.progress === null) return;
  const update = { status: row.status, progress: row.progress, source: row.source ?? '', note: row.note };
  const files = JSON.parse(row.files) as EvidenceFile[];
  await applyUpdate(db, pledge, update, {
    actor,
    at,
    action: 'reviewed',
    files,
    ...(row.answered_by ? { proposedBy: row.answered_by } : {}),
  });
}
