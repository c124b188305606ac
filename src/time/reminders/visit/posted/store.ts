import { z } from 'zod';
import type { Database } from '../../../../base/db/database.ts';
import type { OutboxState } from '../../../../outbox/rules.ts';
import type { Day } from '../../../../vocabulary/day.ts';
import { keyOf } from '../../rules.ts';

/** A schedule in the channel. `ts` is null while it is being posted: then nothing can answer it yet. */
export type Posted = { key: string; day: Day; ts: string | null; putAt: Date };

/** The schedules posted, or being posted, on a day and after. */
export async function findPostedSchedules(db: Database, channel: string, since: Day): Promise<Posted[]> {
  const days = { from: keyOf({ kind: 'schedule_today', occasion: since, to: channel }), to: 'schedule_today:~' };
  const rows = await db
    .selectFrom('outbox')
    .select(['key', 'ts', 'tried_at', 'settled_at'])
    .where('key', '>=', days.from)
    .where('key', '<', days.to)
    .where('recipient', '=', channel)
    .where((eb) =>
      eb.or([
        eb('state', '=', 'sent' satisfies OutboxState),
        eb.and([eb('state', '=', 'waiting' satisfies OutboxState), eb('tried_at', 'is not', null)]),
      ]),
    )
    .execute();
  return rows.flatMap(({ key, ts, tried_at, settled_at }) => {
    const put = tried_at ?? settled_at;
    const day = key.split(':')[1];
    return put && day ? [{ key, day, ts, putAt: new Date(put) }] : [];
  });
}

const Plan = z.object({
  programId: z.number(),
  title: z.string(),
  startsOn: z.string(),
  startTime: z.string(),
  endsOn: z.string(),
  endTime: z.string().nullable(),
  place: z.string(),
  district: z.string(),
});
export type Planned = z.infer<typeof Plan>;
const ACTIONS = ['planned', 'changed', 'moved', 'cancelled', 'restored'] as const;
export type PlanChange = {
  id: number;
  action: (typeof ACTIONS)[number];
  at: Date;
  before: Planned | null;
  after: Planned | null;
};

/** What became of visits' plans after one change and until another. */
export async function findPlanChanges(db: Database, since: number, to: number): Promise<PlanChange[]> {
  const rows = await changes(db).where('id', '>', since).where('id', '<=', to).orderBy('id').execute();
  return rows.flatMap(toChange);
}

export async function findPlanChange(db: Database, id: number): Promise<PlanChange | null> {
  const row = await changes(db).where('id', '=', id).executeTakeFirst();
  return row ? (toChange(row)[0] ?? null) : null;
}

const changes = (db: Database) =>
  db
    .selectFrom('history')
    .select(['id', 'action', 'at', 'before', 'after'])
    .where('noun', '=', 'visit')
    .where('action', 'in', ACTIONS);

function toChange(row: {
  id: number;
  action: string;
  at: string;
  before: string | null;
  after: string | null;
}): PlanChange[] {
  const action = ACTIONS.find((it) => it === row.action);
  const plan = (json: string | null) => (json === null ? null : Plan.parse(JSON.parse(json)));
  return action ? [{ id: row.id, action, at: new Date(row.at), before: plan(row.before), after: plan(row.after) }] : [];
}
