import { z } from 'zod';
import { findMissingSetup } from '../../src/desk/setup/gather.ts';
import { SETUP_AGAIN, SETUP_LEAVE, setupMessage } from '../../src/desk/setup/views.ts';
import { isAdministrator } from '../../src/people/rules.ts';
import { changeOfficeSetting } from '../../src/people/settings/store.ts';
import { type Heard, press, Words } from '../../src/slack/command.ts';
import type { Answer, Pressed } from '../../src/slack/turn.ts';
import { SETUPS, type Setup } from '../../src/vocabulary/desk.ts';

/** The steps of a first start, each of which an office can leave out. */
export const setup: Heard[] = [
  press(SETUP_LEAVE, z.enum(SETUPS), leaveOut, 'in_place'),
  press(SETUP_AGAIN, Words, lookAgain, 'in_place'),
];

async function leaveOut(turn: Pressed<Setup>): Promise<Answer> {
  const { db, person, text, pressed } = turn;
  if (!isAdministrator(person)) return { text: text.access.notAdministrator, below: true };
  const by = { actor: person.userId, at: turn.now() };
  await changeOfficeSetting(db, 'setupLeftOut', (out) => (out.includes(pressed) ? undefined : [...out, pressed]), by);
  return lookAgain(turn);
}

/** The greeting as it is by now; Home draws itself anew. */
async function lookAgain(turn: Pressed<unknown>): Promise<Answer> {
  if (!turn.at.ts) return null;
  return setupMessage(await findMissingSetup(turn.person, turn), turn.text);
}
