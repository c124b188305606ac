import { type Heard, pages } from '../../src/slack/command.ts';
import { listVisits, showToday, showWeek } from '../../src/visit/list/compose.ts';
import { VISIT_PAGE } from '../../src/visit/views.ts';

export const visitPages: Heard[] = pages(VISIT_PAGE, (turn) => {
  const [which, ...words] = turn.query.trim().split(' ');
  const typed = words.join(' ');
  if (which === 'today') return showToday(turn.offset, turn);
  return (which === 'week' ? showWeek : listVisits)(typed, turn.offset, turn);
});
