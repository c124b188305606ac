import type { Database } from '../../base/db/database.ts';
import { normalise } from '../../korean/typed.ts';
import type { Sight } from './watch.ts';

/** `command`: what was typed or pressed; `asked`: the words behind it, which are kept as any typed words are: a server takes no NUL. */
export type Act = { at: Date; actor: string; via: 'slack' | 'terminal'; command: string; asked: string };

const LONGEST_ASKED = 200;

/** Nobody changes them: the table itself refuses (migrations/023). */
export async function insertSights(db: Database, act: Act, sights: readonly Sight[]): Promise<void> {
  if (sights.length === 0) return;
  const { at, actor, via, command } = act;
  const asked = [...normalise(act.asked)].slice(0, LONGEST_ASKED).join('');
  const rows = sights.map(({ kind, how, named, count }) => ({
    at: at.toISOString(),
    actor,
    via,
    command,
    asked,
    kind,
    how,
    named: named.join(', '),
    count,
  }));
  await db.insertInto('access_record').values(rows).execute();
}
