import { type Heard, pages, press, Words } from '../../src/slack/command.ts';
import { listVisits, turnTo } from '../../src/visit/list/compose.ts';
import { VISIT_PAGE, VISITS_OF } from '../../src/visit/views.ts';

export const visitLists: Heard[] = [
  press(VISITS_OF, Words, (turn) => listVisits(turn.pressed, 0, turn)),
  ...pages(VISIT_PAGE, (turn) => turnTo(turn.query, turn.offset, turn)),
];
