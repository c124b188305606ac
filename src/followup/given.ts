import { z } from 'zod';
import { todayIn } from '../korean/days.ts';
import type { Compose } from '../outbox/compose.ts';
import { findNames, findPerson } from '../people/store.ts';
import { textFor } from '../text/index.ts';
import { cardOf } from './card.ts';
import { findFollowup } from './store.ts';

const Subject = z.object({ id: z.number(), by: z.string() });

/** Whoever was given something by somebody else hears of it, in their own language; not what is somebody else's by now. */
export const composeGiven: Compose = async ({ recipient, subject }, deps) => {
  const { id, by } = Subject.parse(subject);
  const person = await findPerson(deps.db, recipient);
  const followup = await findFollowup(deps.db, id);
  if (!person || !followup || followup.voided || followup.owner !== recipient) return null;
  const text = textFor(person.language ?? deps.config.language);
  const today = todayIn(deps.config.timezone, deps.now());
  const giver = (await findNames(deps.db, [by])).get(by) ?? by;
  return cardOf(followup, { ...deps, person, text, today }, text.followup.givenToYou(giver));
};
