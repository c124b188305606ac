import { z } from 'zod';
import { normalise, normaliseLines } from '../korean/typed.ts';
import { readable } from '../people/mentions.ts';
import { section } from '../slack/blocks.ts';
import { type Heard, type PressPlace, press, submission, Words } from '../slack/command.ts';
import { drawForm, form, words } from '../slack/form.ts';
import { type Outcome, refuse } from '../slack/outcome.ts';
import { plainMessage } from '../slack/privately.ts';
import type { Answer, Turn, Typed } from '../slack/turn.ts';
import type { Text } from '../text/index.ts';

const LONGEST_REASON = 500;

/** What a form that asks for a reason says. */
export type EndingWords = { title: string; explain: string; submit: string; label?: string };

type Declared<Subject> = {
  /** The button that asks for it, and the form. */
  open: string;
  form: string;
  place?: PressPlace;
  /**
   * What a button's value or a typed name means; why not, where it means nothing or this person can't have it; or that it has ended
   * already, which is no failure: somebody pressed twice, or two people wanted the same.
   */
  find(named: string, turn: Turn): Promise<{ subject: Subject } | { refused: string } | { ended: string }>;
  words(subject: Subject, text: Text): EndingWords;
  /** Ends it. Whether it may is asked again here: much can happen while a form is open. */
  end(subject: Subject, reason: string, turn: Turn): Promise<Outcome>;
};

export type Ending = {
  hears: Heard[];
  /** `F12 잘못 등록` ends it at once; without a reason a form asks for it. */
  typed(turn: Typed): Promise<Answer>;
  /** The form that asks for the reason, or why it can't be had. */
  ask(named: string, turn: Turn): Promise<Answer>;
};

/**
 * Ends something, or brings it back: voids, cancels, withdraws, declines, restores. Never without a reason, which is kept as people read it; the form is
 * acknowledged in time whatever the database does.
 */
export function ending<Subject>(declared: Declared<Subject>): Ending {
  const asking = form({ id: declared.form, metadata: z.object({ of: z.string() }), fields: { reason } });

  async function ask(named: string, turn: Turn): Promise<Answer> {
    const found = await declared.find(named, turn);
    if (!('subject' in found)) return plainMessage('ended' in found ? found.ended : found.refused);
    const { title, submit, explain, label } = declared.words(found.subject, turn.text);
    const labels = { reason: label ?? turn.text.conversation.reason };
    const look = { title, submit, labels, show: [section(explain), 'reason' as const] };
    return turn.open(drawForm(asking, {}, { of: named }, look, turn.text), { press: declared.open, value: named });
  }

  async function end(named: string, typed: string, turn: Turn): Promise<Outcome> {
    const reason = normaliseLines(await readable(turn.db, typed));
    if (reason === '') return refuse(turn.text.conversation.missing, 'reason');
    const found = await declared.find(named, turn);
    if ('ended' in found) return { done: found.ended };
    if ('refused' in found) return refuse(found.refused, 'reason');
    return declared.end(found.subject, reason, turn);
  }

  return {
    ask,
    async typed(turn) {
      const [named = '', ...rest] = normalise(turn.typed).split(' ');
      if (rest.length === 0) return ask(named, turn);
      return answerOf(await end(named, rest.join(' '), turn));
    },
    hears: [
      press(declared.open, Words, (turn) => ask(turn.pressed, turn), declared.place ?? 'form_in_place'),
      submission(asking, ({ values, metadata, ...turn }) => end(metadata.of, values.reason ?? '', turn)),
    ],
  };
}

const reason = words({ multiline: true, longest: LONGEST_REASON });

/** What was typed instead of put into a form: the same outcome as a message. */
export async function answerOf(outcome: Outcome): Promise<Answer> {
  if ('errors' in outcome) return plainMessage(Object.values(outcome.errors).join(' '));
  if ('again' in outcome) return plainMessage(outcome.again);
  if (!('done' in outcome)) return null;
  const { done, say, after } = outcome;
  const said = typeof say === 'function' ? await say() : say;
  await after?.();
  return said === undefined ? plainMessage(done) : said;
}
