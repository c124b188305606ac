import type { Outcome } from '../slack/outcome.ts';
import type { Message } from '../slack/privately.ts';
import type { Turn } from '../slack/turn.ts';
import { type Ending, ending } from './ending.ts';

type Restored<Record> = { record: Record; again: boolean };

type Declared<Record> = {
  /** The button that asks for it, and the form. */
  open: string;
  form: string;
  /** What a button's value or a typed name means, whose right to it is asked; or why not. */
  find(named: string, turn: Turn): Promise<{ record: Record } | { refused: string }>;
  isEnded(record: Record): boolean;
  name(record: Record): string;
  /** Brings it back; or says why it can't be. */
  restore(
    record: Record,
    by: { actor: string; at: Date; reason: string },
    turn: Turn,
  ): Promise<Restored<Record> | { refused: string } | null>;
  /** Its card, under what was done. */
  card(record: Record, turn: Turn, done: string): Promise<Message>;
};

/** Brings back what was voided, with a reason that history keeps: it counts again, and everyone who could void it may. */
export function restoring<Record>(declared: Declared<Record>): Ending {
  return ending<Record>({
    open: declared.open,
    form: declared.form,
    place: 'below',
    async find(named, turn) {
      const found = await declared.find(named, turn);
      if ('refused' in found) return found;
      const { before } = turn.text.conversation.restore;
      return declared.isEnded(found.record)
        ? { subject: found.record }
        : { ended: before(declared.name(found.record)) };
    },
    words: (record, { conversation: { restore } }) => ({
      title: restore.button,
      submit: restore.button,
      explain: restore.explain(declared.name(record)),
    }),
    async end(record, reason, turn): Promise<Outcome> {
      const words = turn.text.conversation.restore;
      const by = { actor: turn.person.userId, at: turn.now(), reason };
      const restored = await declared.restore(record, by, turn);
      if (restored && 'refused' in restored) return { errors: { reason: restored.refused } };
      const done = words[!restored || restored.again ? 'before' : 'done'](declared.name(record));
      return { done, say: () => declared.card(restored?.record ?? record, turn, done) };
    },
  });
}
