import type { Deps } from '../base/deps.ts';
import { formatMoment } from '../korean/day-words.ts';
import { findHistory } from '../people/history/store.ts';
import { findNames } from '../people/store.ts';
import { finding } from '../register/finding.ts';
import type { Message } from '../slack/privately.ts';
import type { Visitor } from '../slack/visitor.ts';
import { type Followup, followupName, mayWork, parseFollowupName } from './rules.ts';
import { findFollowup, findNotes } from './store.ts';
import { findUsualDue } from './usual-due.ts';
import { followupMessage } from './views.ts';
import { peopleIn } from './words.ts';

const HISTORY_SHOWN = 10;

export const followups = finding<Followup>({
  names: { parse: parseFollowupName, name: followupName },
  find: findFollowup,
  isEnded: ({ voided }) => voided,
  mayChange: mayWork,
  words({ followup: { whichRecord: which, notFound, form } }) {
    return { which, notFound, notYours: form.refusals.not_yours, ended: form.refusals.voided };
  },
});

/** The card of a follow-up, under a sentence on what was just done. */
export async function cardOf(
  followup: Followup,
  reader: Visitor & Pick<Deps, 'db' | 'config'> & { today: string },
  first?: string,
): Promise<Message> {
  const { db, person, text, today, config } = reader;
  const history = await findHistory(db, 'followup', String(followup.id), HISTORY_SHOWN);
  const notes = (await findNotes(db, [followup.id])).get(followup.id) ?? [];
  const people = [...peopleIn(history), ...(followup.owner ? [followup.owner] : [])];
  const names = await findNames(db, [...new Set(people)]);
  const when = (at: Date) => formatMoment(at, config.timezone, text.language, today);
  return followupMessage(
    { followup, history, notes, names, mayWork: mayWork(person, followup), usualDue: await findUsualDue(db, today) },
    reader,
    when,
    first,
  );
}
