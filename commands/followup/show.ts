import { cardOf, followups } from '../../src/followup/card.ts';
import { restoreFollowup, voidFollowup } from '../../src/followup/store.ts';
import { FOLLOWUP_RESTORE, FOLLOWUP_SHOW, FOLLOWUP_VOID } from '../../src/followup/views.ts';
import { endingBothWays } from '../../src/register/both-ways.ts';
import { type Heard, press, Words } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Turn } from '../../src/slack/turn.ts';

/** `F12` → the follow-up with its trail and history, or why not. */
export async function showFollowup(typed: string, turn: Turn): Promise<Message> {
  const found = await followups.found(typed, turn);
  return 'refused' in found ? { text: found.refused } : cardOf(found.record, turn);
}

export const voiding = endingBothWays({
  of: followups,
  end: { open: FOLLOWUP_VOID, form: 'followup_void' },
  restore: { open: FOLLOWUP_RESTORE, form: 'followup_restore_form' },
  words: ({ followup: { voidForm: form, voidedBefore: before, voidedNow: now } }) => ({ form, before, now }),
  records: () => ({ end: voidFollowup, restore: restoreFollowup }),
  card: cardOf,
});

export const cards: Heard[] = [
  press(FOLLOWUP_SHOW, Words, (turn) => showFollowup(turn.pressed, turn)),
  ...voiding.hears,
];
