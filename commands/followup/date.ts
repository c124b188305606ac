import { z } from 'zod';
import { cardOf } from '../../src/followup/card.ts';
import { type Followup, followupName } from '../../src/followup/rules.ts';
import { changeFollowup, findFollowup } from '../../src/followup/store.ts';
import { FOLLOWUP_DATE } from '../../src/followup/views.ts';
import { giveDue, refuseWork } from '../../src/followup/work.ts';
import { formatDay } from '../../src/korean/day-words.ts';
import { type Heard, jsonOf, press } from '../../src/slack/command.ts';
import type { Answer, Turn } from '../../src/slack/turn.ts';

const Offered = z.object({ ids: z.array(z.number().int()), due: z.iso.date() });

export const dating: Heard[] = [press(FOLLOWUP_DATE, jsonOf(Offered), (turn) => dateAll(turn.pressed, turn))];

/** Gives the offered due day to those that still have none. One alone is shown as it is then. */
async function dateAll({ ids, due }: z.infer<typeof Offered>, turn: Turn): Promise<Answer> {
  const { db, person, text, today } = turn;
  const dated: Followup[] = [];
  for (const id of ids) {
    const followup = await findFollowup(db, id);
    if (!followup || refuseWork(person, followup)) continue;
    const decided = giveDue(followup, due);
    if ('refusals' in decided) continue;
    const by = { actor: person.userId, at: turn.now() };
    const changed = await changeFollowup(db, { id, version: followup.version }, decided.step, by);
    if (changed && !('refusal' in changed)) dated.push(changed.record);
  }
  const [first] = dated;
  if (!first) return { text: text.followup.datedNone };
  const names = dated.map(({ id }) => followupName(id)).join(', ');
  const said = text.followup.postponed(names, formatDay(due, text.language, today));
  return dated.length === 1 && ids.length === 1 ? cardOf(first, turn, said) : { text: said };
}
