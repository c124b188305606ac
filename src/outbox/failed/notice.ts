import { isAdministrator } from '../../person/rules.ts';
import { findPerson } from '../../person/store.ts';
import { quietFor } from '../../reminder/quiet-for.ts';
import { findPersonSettings } from '../../setting/store.ts';
import { textFor } from '../../text/index.ts';
import type { Compose } from '../kinds.ts';
import { countFailed } from './store.ts';
import { failedNotice } from './views.ts';

/** Tells an administrator how many messages were not sent, if there are any left by then. */
export const composeFailedNotice: Compose = async ({ recipient }, deps) => {
  const person = await findPerson(deps.db, recipient);
  const count = await countFailed(deps.db);
  if (!person || !isAdministrator(person) || count === 0) return null;
  return (
    (await quietFor(await findPersonSettings(deps.db, recipient), deps)) ??
    failedNotice(count, textFor(person.language ?? deps.config.language))
  );
};
