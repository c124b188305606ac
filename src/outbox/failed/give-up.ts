import type { Deps } from '../../base/deps.ts';
import type { Claimed } from '../rules.ts';
import { FAILED_NOTICE } from './rules.ts';
import { markFailed, putNotices } from './store.ts';

/** A message is not sent for now: it stays visible to administrators, who are told. `maybe`: an earlier attempt may have arrived. */
export async function giveUp(
  deps: Deps,
  { key, kind, recipient }: Claimed,
  by: string,
  { failure, maybe }: { failure: string; maybe: boolean },
): Promise<void> {
  const at = deps.now();
  deps.log.error({ key, kind, recipient, failure }, 'A message is not sent.');
  await deps.db.transaction().execute(async (db) => {
    const failed = await markFailed(db, key, by, { failure, maybe, at });
    if (failed && kind !== FAILED_NOTICE) await putNotices(db, at);
  });
}
