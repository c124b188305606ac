import type { Compose } from '../../outbox/compose.ts';
import type { Entry } from '../../outbox/rules.ts';
import { isAdministrator } from '../../people/rules.ts';
import { findPerson } from '../../people/store.ts';
import { textFor } from '../../text/index.ts';
import { findMissingSetup } from './gather.ts';
import { setupMessage } from './views.ts';

export const SETUP_GREETING = 'setup_greeting';

/** Each administrator whom the settings name is greeted once, however often the app starts. */
export const greetingTo = (userId: string, at: Date): Entry => ({
  key: `${SETUP_GREETING}:${userId}`,
  kind: SETUP_GREETING,
  recipient: userId,
  subject: null,
  dueAt: at,
  expiresAt: null,
});

export const composeGreeting: Compose = async ({ recipient }, deps) => {
  const person = await findPerson(deps.db, recipient);
  if (!person || !isAdministrator(person)) return null;
  return setupMessage(await findMissingSetup(person, deps), textFor(person.language ?? deps.config.language));
};
