import type { types } from '@slack/bolt';
import { personalKinds } from '../privacy/typed.ts';
import type { Text } from '../text/index.ts';
import type { Kind } from '../vocabulary/disclosure.ts';
import { labelledWords, type SubmittedView } from './again.ts';
import { type Block, escaped, section, sentence } from './blocks.ts';
import { buttonsIn } from './more.ts';
import type { Message } from './privately.ts';

/** Fields whose words are where a merchant is, which is no secret. */
const PLACES = ['place', 'address'];
/** Fields that hold a sum of won: ten digits of it are no telephone. */
const SUMS = ['amount', 'won', 'budget', 'secured', 'spent'];
/** A press that opens a record to be changed is named so. */
const EDITS = /_edit(_open)?$/;
const MOST_BLOCKS = 50;

/**
 * What looks like personal data in a submitted form and where it stands, or null: its kind, never what was typed. `asked`: fields that
 * are there for such.
 */
export function personalInForm(view: SubmittedView, asked: readonly string[], text: Text): string | null {
  const own = labelledWords(view).filter(({ field }) => !asked.includes(field) && !SUMS.includes(field));
  return placesOf(
    own.map(({ field, label, words }) => [label, personalKinds(words, PLACES.includes(field) ? 'place' : 'purpose')]),
    text,
  );
}

/** The same for a line that was saved as it was typed. */
export const personalInLine = (typed: string, text: Text): string | null =>
  placesOf([[text.conversation.personal.line, personalKinds(typed, 'purpose')]], text);

function placesOf(found: readonly [where: string, kinds: readonly Kind[]][], text: Text): string | null {
  const places = found.flatMap(([where, kinds]) =>
    kinds.length > 0
      ? [text.conversation.personal.at(where, kinds.map((kind) => text.disclosure.kinds[kind]).join('·'))]
      : [],
  );
  return places.length > 0 ? places.join(', ') : null;
}

/** What is told of a saved record, and below it what looks personal, with the record's own press to change it, or the given one. */
export function withHint(message: Message | null, places: string, text: Text, given?: types.Button | null): Message {
  const edits = (message?.blocks ?? []).flatMap(buttonsIn).filter(({ action_id = '' }) => EDITS.test(action_id));
  const edit = given === undefined && edits.length === 1 ? edits[0] : given;
  const hint = text.conversation.personal.looks(places, given !== null && (edit !== undefined || edits.length > 0));
  const before: Block[] = message?.blocks ?? (message ? [sentence(message.text)] : []);
  const blocks = [...before.slice(0, MOST_BLOCKS - 1), section(hint, edit ?? undefined)];
  return { ...message, text: [message?.text, escaped(hint)].filter(Boolean).join('\n'), blocks };
}
