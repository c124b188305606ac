import { z } from 'zod';
import { todayIn } from '../korean/days.ts';
import type { Compose } from '../outbox/compose.ts';
import { quietFor } from '../people/quiet-for.ts';
import { findPersonSettings } from '../people/settings/store.ts';
import { findNames, findPerson } from '../people/store.ts';
import { textFor } from '../text/index.ts';
import { cardOf } from './card.ts';
import { isOpen } from './rules.ts';
import { findFollowup } from './store.ts';

export const Given = z.object({ id: z.number(), by: z.string() });

/** Whoever was given something by somebody else hears of it, in their own language; not what is done, or somebody else's, by now. */
export const composeGiven: Compose = async ({ recipient, subject }, deps) => {
  const { id, by } = Given.parse(subject);
  const person = await findPerson(deps.db, recipient);
  const followup = await findFollowup(deps.db, id);
  if (!person || !followup || followup.voided || !isOpen(followup.status)) return null;
  if (followup.owner !== recipient) return null;
  // What is due by today concerns them now.
  const today = todayIn(deps.config.timezone, deps.now());
  const settings = await findPersonSettings(deps.db, recipient);
  const quiet = followup.due !== null && followup.due <= today ? null : await quietFor(settings, deps);
  if (quiet) return quiet;
  const text = textFor(person.language ?? deps.config.language);
  const giver = (await findNames(deps.db, [by])).get(by) ?? by;
  return cardOf(followup, { ...deps, person, text, today }, text.followup.givenToYou(giver));
};
