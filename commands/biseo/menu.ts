import { menuAction } from '../../src/desk/menu/buttons.ts';
import { LOOKUPS } from '../../src/desk/menu/lookups.ts';
import { type Heard, press, Words } from '../../src/slack/command.ts';
import { ANSWERS } from './answers.ts';

/** The buttons of the menu and of Home that look something up. */
export const menuButtons: Heard[] = LOOKUPS.map((lookup) =>
  press(menuAction(lookup), Words, (turn) => ANSWERS[lookup]({ ...turn, typed: turn.pressed })),
);
