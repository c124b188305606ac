import { cardOf } from '../../src/followup/card.ts';
import { type Followup, followupName, mayWork, parseFollowupName } from '../../src/followup/rules.ts';
import { findFollowup, restoreFollowup, voidFollowup } from '../../src/followup/store.ts';
import { FOLLOWUP_RESTORE, FOLLOWUP_SHOW, FOLLOWUP_VOID } from '../../src/followup/views.ts';
import { refuseWork } from '../../src/followup/work.ts';
import { ending } from '../../src/register/ending.ts';
import { restoring } from '../../src/register/restoring.ts';
import { type Heard, press, Words } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Turn } from '../../src/slack/turn.ts';

/** `F12` → the follow-up with its trail and history, or why not. */
export async function showFollowup(typed: string, turn: Turn): Promise<Message> {
  const id = parseFollowupName(typed);
  if (id === null) return { text: turn.text.followup.whichRecord };
  const followup = await findFollowup(turn.db, id);
  if (!followup) return { text: turn.text.followup.notFound(followupName(id)) };
  return cardOf(followup, turn);
}

const voiding = ending<Followup>({
  open: FOLLOWUP_VOID,
  form: 'followup_void',
  async find(named, { db, person, text }) {
    const id = parseFollowupName(named);
    if (id === null) return { refused: text.followup.whichRecord };
    const followup = await findFollowup(db, id);
    const refusal = refuseWork(person, followup);
    if (refusal === 'voided') return { ended: text.followup.voidedBefore(followupName(id)) };
    if (refusal || !followup) return { refused: text.followup.form.refusals[refusal ?? 'not_found'] };
    return { subject: followup };
  },
  words: ({ id }, { followup: { voidForm } }) => ({ ...voidForm, explain: voidForm.explain(followupName(id)) }),
  async end({ id }, reason, turn) {
    const voided = await voidFollowup(turn.db, id, { actor: turn.person.userId, at: turn.now(), reason });
    const done = turn.text.followup[voided?.again ? 'voidedBefore' : 'voidedNow'](followupName(id));
    return { done, ...(voided ? { say: () => cardOf(voided.record, turn, done) } : {}) };
  },
});

export const voidTyped = voiding.typed;

const bringingBack = restoring<Followup>({
  open: FOLLOWUP_RESTORE,
  form: 'followup_restore_form',
  async find(named, { db, person, text }) {
    const id = parseFollowupName(named);
    if (id === null) return { refused: text.followup.whichRecord };
    const followup = await findFollowup(db, id);
    if (!followup) return { refused: text.followup.notFound(followupName(id)) };
    return mayWork(person, followup) ? { record: followup } : { refused: text.followup.form.refusals.not_yours };
  },
  isEnded: ({ voided }) => voided,
  name: ({ id }) => followupName(id),
  restore: ({ id }, by, { db }) => restoreFollowup(db, id, by),
  card: cardOf,
});

export const restoreTyped = bringingBack.typed;

export const cards: Heard[] = [
  press(FOLLOWUP_SHOW, Words, (turn) => showFollowup(turn.pressed, turn)),
  ...voiding.hears,
  ...bringingBack.hears,
];
