import type { Database } from '../../base/db/database.ts';

/** Which of an office's apps acts on time; the others only answer. */
const TIMETABLE = 'timetable';

/** A holder that says nothing for so long is taken to be gone: another acts within a minute, its own tick included. */
const LEASE_MS = 45_000;

/** Takes the lease, or keeps it. False while another app, which may be alive, has it. */
export async function holdLease(
  db: Database,
  { holder, now, isGone }: { holder: string; now: Date; isGone: (holder: string) => boolean },
): Promise<boolean> {
  const kept = await db.selectFrom('lease').selectAll().where('name', '=', TIMETABLE).executeTakeFirst();
  const half = new Date(now.getTime() + LEASE_MS / 2).toISOString();
  if (kept?.holder === holder && kept.until > half) return true; // mostly so: looking waits for nobody
  const mine = { holder, until: new Date(now.getTime() + LEASE_MS).toISOString() };
  return db.transaction().execute(async (db) => {
    const held = await db.selectFrom('lease').selectAll().where('name', '=', TIMETABLE).executeTakeFirst();
    if (held && held.holder !== holder && held.until > now.toISOString() && !isGone(held.holder)) return false;
    await db
      .insertInto('lease')
      .values({ name: TIMETABLE, ...mine })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(mine))
      .execute();
    return true;
  });
}

/** At the end, so that another takes over at once. */
export async function giveUpLease(db: Database, holder: string): Promise<void> {
  await db.deleteFrom('lease').where('name', '=', TIMETABLE).where('holder', '=', holder).execute();
}
