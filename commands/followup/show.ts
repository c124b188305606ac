import { type Followup, followupName, mayWork, parseFollowupName } from '../../src/followup/rules.ts';
import { findFollowup, findNotes, restoreFollowup, voidFollowup } from '../../src/followup/store.ts';
import { findUsualDue } from '../../src/followup/usual-due.ts';
import { FOLLOWUP_RESTORE, FOLLOWUP_SHOW, FOLLOWUP_VOID, followupMessage } from '../../src/followup/views.ts';
import { peopleIn } from '../../src/followup/words.ts';
import { refuseWork } from '../../src/followup/work.ts';
import { formatMoment } from '../../src/korean/day-words.ts';
import { findHistory } from '../../src/people/history/store.ts';
import { findNames } from '../../src/people/store.ts';
import { ending } from '../../src/register/ending.ts';
import { restoring } from '../../src/register/restoring.ts';
import { type Heard, press, Words } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Turn } from '../../src/slack/turn.ts';

const HISTORY_SHOWN = 10;

/** `F12` → the follow-up with its trail and history, or why not. */
export async function showFollowup(typed: string, turn: Turn): Promise<Message> {
  const id = parseFollowupName(typed);
  if (id === null) return { text: turn.text.followup.whichRecord };
  const followup = await findFollowup(turn.db, id);
  if (!followup) return { text: turn.text.followup.notFound(followupName(id)) };
  return cardOf(followup, turn);
}

/** The card of a follow-up, under a sentence on what was just done. */
export async function cardOf(followup: Followup, turn: Turn, first?: string): Promise<Message> {
  const { db, person, text, today, config } = turn;
  const history = await findHistory(db, 'followup', String(followup.id), HISTORY_SHOWN);
  const notes = (await findNotes(db, [followup.id])).get(followup.id) ?? [];
  const people = [...peopleIn(history), ...(followup.owner ? [followup.owner] : [])];
  const names = await findNames(db, [...new Set(people)]);
  const when = (at: Date) => formatMoment(at, config.timezone, text.language, today);
  return followupMessage(
    { followup, history, notes, names, mayWork: mayWork(person, followup), usualDue: await findUsualDue(db, today) },
    turn,
    when,
    first,
  );
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
