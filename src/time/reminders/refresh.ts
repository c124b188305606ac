import type { Deps } from '../../base/deps.ts';
import { todayIn } from '../../korean/days.ts';
import { putUpdate } from '../../outbox/update/store.ts';
import { textFor } from '../../text/index.ts';
import { historyOf, overtakes, recordOf, WITHOUT_HISTORY } from './changes.ts';
import { drawTold } from './draw.ts';
import type { Office } from './rules.ts';
import { findChanged, findChangesFrom } from './store.ts';
import { findUnanswered, findUnansweredOf, putAnswer, type Unanswered } from './told/store.ts';
import { topicOf } from './topics.ts';

/** A reminder that is older than this is left as it stands. */
const DAYS_KEPT = 30;
const DAY = 86_400_000;

/** Reminders of what has been dealt with since say so, and who did it, wherever it was done. */
export async function settleEnded(deps: Deps, office: Office, since: number, to: number): Promise<void> {
  const { db } = deps;
  const from = new Date(office.now.getTime() - DAYS_KEPT * DAY);
  const records = (await findChanged(db, since, to)).flatMap((change) => recordOf(change) ?? []);
  const told = [...(await findUnanswered(db, records, from)), ...(await findUnansweredOf(db, WITHOUT_HISTORY, from))];
  const touched = new Set<string>();
  for (const these of Object.values(Object.groupBy(told, ({ kind, userId }) => `${kind} ${userId}`))) {
    const pending = await findPending(deps, office, these ?? []);
    for (const it of these ?? []) if (await settle(deps, pending, it, since, office.now)) touched.add(it.message);
  }
  for (const key of touched) {
    const message = await drawTold(key, null, deps, office);
    if (message) await putUpdate(db, key, message, office.now);
  }
}

async function settle(
  { db }: Deps,
  pending: ReadonlySet<string>,
  { key, record, toldAt }: Unanswered,
  since: number,
  now: Date,
): Promise<boolean> {
  const history = historyOf(record);
  const changes = history ? await findChangesFrom(db, history, toldAt, since) : [];
  const open = pending.has(record);
  const last = (open ? changes.filter(overtakes) : changes).at(-1);
  if (open && !last) return false;
  const at = last ? new Date(last.at) : now;
  const given = { answer: 'ended' as const, by: last?.actor ?? '', at, action: last?.action ?? null, until: null };
  return putAnswer(db, { key, record }, given);
}

/** Those of the records of one kind and one person that are still to be done. */
async function findPending({ db, config }: Deps, office: Office, told: readonly Unanswered[]): Promise<Set<string>> {
  const [first] = told;
  if (!first) return new Set();
  const { kind, userId } = first;
  const reader = { text: textFor(config.language), today: todayIn(config.timezone, office.now), userId, kind };
  const records = [...new Set(told.map(({ record }) => record))];
  const items = await topicOf(kind).items(db, records, office, reader);
  return new Set(records.filter((record) => items.get(record)?.pending ?? false));
}
