import type { Database } from '../base/db/database.ts';
import type { Heard, PressPlace } from '../slack/command.ts';
import { type Outcome, refuse } from '../slack/outcome.ts';
import type { Message } from '../slack/privately.ts';
import type { Turn } from '../slack/turn.ts';
import type { Text } from '../text/index.ts';
import { type Ending, ending } from './ending.ts';
import type { Finding } from './finding.ts';
import type { By } from './versions.ts';

/** The button that asks for it, and the form. */
type Way = { open: string; form: string; place?: PressPlace };
type Refused = { refused: string };
/** What came of it: the record as it is now, and what else to tell; or why it can't be. */
type Turned<Record> = { record: Record; again: boolean; lines?: readonly string[] } | Refused | null;
/** What the form says, and what is said once a record has ended, or had before. */
type EndWords = {
  form: { title: string; submit: string; explain(name: string): string };
  before(name: string): string;
  now(name: string): string;
};

type TurnOne<Record> = (db: Database, id: number, by: By & { reason: string }) => Promise<Turned<Record>>;

type Declared<Record> = {
  end: Way;
  restore: Way;
  of: Pick<Finding<Record>, 'own' | 'isEnded' | 'name'>;
  /** How the form names it, where that is more than its name. */
  named?(record: Record): string;
  /** What the noun says itself: of ending; of bringing back, where it is more than that a record counts again. */
  words?(text: Text, record: Record): Partial<EndWords>;
  restoreWords?(text: Text): EndWords;
  /** Why what is this person's to change still can't be ended, or brought back. */
  refuse?(record: Record, turn: Turn, ends: boolean): string | null;
  records(turn: Turn): { end: TurnOne<Record>; restore: TurnOne<Record> };
  /** Its card, under what was done. */
  card(record: Record, turn: Turn, done: string): Message | Promise<Message>;
};

/**
 * Ends a record with a reason that history keeps, and brings it back with another: whoever may do the one may do the other. One that has
 * ended already, or has not, is no failure, and its card is shown all the same.
 */
export function endingBothWays<Record extends { id: number }>(
  declared: Declared<Record>,
): { end: Ending; restore: Ending; hears: Heard[] } {
  const { own, isEnded, name } = declared.of;
  const { named = name } = declared;

  function way(ends: boolean): Ending {
    const said = (record: Record, text: Text): EndWords => {
      if (ends) return { ...text.conversation.void, ...declared.words?.(text, record) };
      const { button: title, explain, before, done: now } = text.conversation.restore;
      return declared.restoreWords?.(text) ?? { form: { title, submit: title, explain }, before, now };
    };
    return ending<Record>({
      ...(ends ? declared.end : { place: 'below', ...declared.restore }),
      async find(typed, turn) {
        const found = await own(typed, turn);
        if ('refused' in found) return found;
        const { record } = found;
        if (isEnded(record) === ends) return { ended: said(record, turn.text).before(name(record)) };
        const refused = declared.refuse?.(record, turn, ends);
        return refused ? { refused } : { subject: record };
      },
      words(record, text) {
        const { form } = said(record, text);
        return { ...form, explain: form.explain((ends ? named : name)(record)) };
      },
      async end(record, reason, turn): Promise<Outcome> {
        const by = { actor: turn.person.userId, at: turn.now(), reason };
        const turned = await declared.records(turn)[ends ? 'end' : 'restore'](turn.db, record.id, by);
        if (turned && 'refused' in turned) return refuse(turned.refused, 'reason');
        const { record: now, again, lines = [] } = turned ?? { record, again: true };
        const words = said(record, turn.text);
        const done = [(again ? words.before : words.now)(name(now)), ...lines].join('\n');
        return { done, say: async () => declared.card(now, turn, done) };
      },
    });
  }

  const [end, restore] = [way(true), way(false)];
  return { end, restore, hears: [...end.hears, ...restore.hears] };
}
