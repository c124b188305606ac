import { MEMBERS_IMPORT } from '../../council/members/file-views.ts';
import { PERSON_CHANGE } from '../../people/views.ts';
import { PLEDGE_IMPORT_OPEN } from '../../pledge/file-views.ts';
import { type Block, button, sentence } from '../../slack/blocks.ts';
import type { Message } from '../../slack/privately.ts';
import { BUDGET_OPEN } from '../../spending/budget/views.ts';
import { IMPORT_OPEN } from '../../spending/imported/file-views.ts';
import type { Text } from '../../text/index.ts';
import type { Setup } from '../../vocabulary/desk.ts';
import { DOORS, MENU_CHANNEL } from '../menu/buttons.ts';

/** Leaves a step out, for the whole office. */
export const SETUP_LEAVE = 'setup_leave';
/** Looks again what is still missing. */
export const SETUP_AGAIN = 'setup_again';

/** Where each missing thing is set up. */
const MENDS: Readonly<Record<Setup, readonly [actionId: string, value: string]>> = {
  people: [PERSON_CHANGE, 'new'],
  second_administrator: [PERSON_CHANGE, 'administrator'],
  channel: [MENU_CHANNEL, ' '],
  budgets: [BUDGET_OPEN, ' '],
  members: [MEMBERS_IMPORT, ' '],
  pledges: [PLEDGE_IMPORT_OPEN, ' '],
  expenses: [IMPORT_OPEN, ' '],
};

/** Each step with its two ways: done, or left out. */
export const setupRows = (missing: readonly Setup[], text: Text): Block[] =>
  missing.flatMap((it): Block[] => {
    const { says, does, leave } = text.home.setup;
    const [actionId, value] = MENDS[it];
    return [
      sentence(says[it]),
      {
        type: 'actions',
        block_id: `setup_${it}`,
        elements: [button(actionId, does[it], value), button(SETUP_LEAVE, leave, it)],
      },
    ];
  });

/** Leads an administrator through what is missing; once nothing is, how one begins. */
export function setupMessage(missing: readonly Setup[], text: Text): Message {
  const { greeting, rest, done, again } = text.home.setup;
  const lead = missing.length > 0 ? `${greeting}\n${rest(missing.length)}` : done;
  const elements = [
    ...(missing.length > 0 ? [button(SETUP_AGAIN, again, ' ')] : []),
    button(DOORS.checkUp, text.office.menu.checkUp, ' '),
  ];
  return { text: lead, blocks: [sentence(lead), ...setupRows(missing, text), { type: 'actions', elements }] };
}
