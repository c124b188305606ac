import { quietFor } from '../../people/quiet-for.ts';
import { isAdministrator } from '../../people/rules.ts';
import { findPersonSettings } from '../../people/settings/store.ts';
import { findPerson } from '../../people/store.ts';
import { textFor } from '../../text/index.ts';
import type { Compose } from '../compose.ts';
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
