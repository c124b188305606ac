import { z } from 'zod';
import type { Accounts } from './accounts.ts';
import { LONGEST } from './blocks.ts';
import type { Choice, ChoiceGroup } from './fields.ts';
import type { Readable } from './form.ts';
import type { Home } from './home.ts';
import { Sealed } from './metadata.ts';
import type { Outcome } from './outcome.ts';
import { turnsOf } from './pager.ts';
import type { Place } from './privately.ts';
import type { Draw } from './redraw.ts';
import type { Answer, Paged, Pressed, Submitted, Turn, Typed } from './turn.ts';

/**
 * One thing people can do, as a value: the names it is typed by, what can follow them, and everything it listens to. Nothing here
 * knows Bolt; src/slack/listen.ts joins it to Slack.
 */
export type Command = {
  slash?: readonly `/${string}`[];
  subs?: readonly SubCommand[];
  /** Answers what no sub-command does: an empty line, a record's name, a line to enter, a word that nobody knows. */
  line?(turn: Typed): Promise<Answer | Unknown> | Answer | Unknown;
  /**
   * Of a noun whose lines are entered: what opens one, and whether a line plainly is one, or a record's name. Any other that looks like a
   * command is asked about first.
   */
  entry?: { isPlain(turn: Typed): boolean; open(turn: Typed): Promise<Answer> | Answer };
  hears?: readonly Heard[];
};

/** Nothing is known by these words: they are answered so, unless a command comes near to them. */
export type Unknown = { unknown(): Promise<Answer> | Answer };

/** What can follow a command, in both languages, and who answers it with the rest of the line. */
export type SubCommand = {
  words: readonly string[];
  /** Whether this word means the sub-command before such a rest; where it is left out, always. */
  fits?(rest: string): boolean;
  /** Its rest is what is entered, and not what is asked by. */
  enters?: true;
  run(turn: Typed): Promise<Answer> | Answer;
};

/** Where the answer to a press stands: below, in the message's place, or there once the form that it opened is saved. */
export type PressPlace = Place | 'form_in_place';

export type Press = {
  hears: 'press';
  id: string;
  place: PressPlace;
  run(turn: Turn, value: string, at: Pressed<unknown>['at']): Promise<Answer> | Answer;
};
export type Submission = {
  hears: 'submission';
  id: string;
  /** Fields that are there for what is personal. */
  personal: readonly string[];
  run(
    turn: Turn,
    sent: { values: unknown; metadata: string; key: string; fields: ReadonlySet<string> },
  ): Promise<Outcome>;
};
/** Options that Slack asks for while a person types into a field; of one form, or of every form that has it. */
export type Offered = {
  hears: 'offered';
  field: string;
  form?: string;
  run(turn: Typed & { known: string }): Promise<Offer> | Offer;
};
export type Offer = readonly Choice[] | { groups: readonly ChoiceGroup[] };
/** What is typed into an open form changes what it shows. */
export type Changing = {
  hears: 'change';
  form: string;
  fields: readonly string[];
  run(turn: Turn, sent: { values: unknown; metadata: string; fields: ReadonlySet<string> }): ReturnType<Draw>;
};
export type Shortcut = {
  hears: 'shortcut';
  id: string;
  run(turn: Turn): Promise<Answer> | Answer;
};
/** A shortcut on a message: its text as Slack has it, who wrote it, and the files that hang on it. */
export type SaidMessage = { text: string; author: string | undefined; files: unknown; channel: string; ts: string };
export type MessageShortcut = {
  hears: 'message_shortcut';
  id: string;
  run(turn: Turn & { message: SaidMessage }): Promise<Answer> | Answer;
};
/** A message to the app itself; `thread` where it was written in one. The answer is posted there. */
export type Written = {
  hears: 'message';
  withFiles: boolean;
  run(turn: Turn & { message: SaidMessage & { thread: string | undefined } }): Promise<Answer> | Answer;
};

export type Heard = Press | Submission | Offered | Changing | Shortcut | MessageShortcut | Written | Home | Accounts;

/** A button, a menu or a box in a message; its value is what a person typed, what a view wrote, or a record's id. */
export function press<Value>(
  id: string,
  schema: z.ZodType<Value>,
  run: (turn: Pressed<Value>) => Promise<Answer> | Answer,
  place: PressPlace = 'below',
): Press {
  return { hears: 'press', id, place, run: (turn, value, at) => run({ ...turn, pressed: schema.parse(value), at }) };
}

/** What buttons carry. */
export const Id = z.coerce.number().int();
export const Words = z
  .string()
  .max(LONGEST.value) // Slack lets a button carry no more
  .transform((value) => value.trim());
export const jsonOf = <Value>(schema: z.ZodType<Value>): z.ZodType<Value> =>
  Sealed.pipe(schema as z.ZodType<Value, unknown>);

const At = jsonOf(z.object({ query: z.string().default(''), offset: z.number().int().min(0) }));

/** The buttons that turn the pages of a list, each page in its message's place. */
export const pages = (id: string, run: (turn: Paged) => Promise<Answer> | Answer): Press[] =>
  turnsOf(id).map((button) => press(button, At, (turn) => run({ ...turn, ...turn.pressed }), 'in_place'));

export function submission<Values, Metadata>(
  form: Readable<Values, Metadata>,
  run: (turn: Submitted<Values, Metadata>) => Promise<Outcome>,
): Submission {
  return {
    hears: 'submission',
    id: form.id,
    personal: form.personal ?? [],
    run: async (turn, { values, metadata, ...sent }) =>
      run({ ...turn, ...sent, values: form.read(values), metadata: jsonOf(form.metadata).parse(metadata) }),
  };
}

/** `known`: what the form knows of itself, for a search that depends on it. */
export const offered = (field: string, run: Offered['run'], form?: string): Offered => ({
  hears: 'offered',
  field,
  run,
  ...(form ? { form } : {}),
});

export function changing<Values, Metadata>(
  form: Readable<Values, Metadata>,
  fields: readonly string[],
  run: (turn: Omit<Submitted<Values, Metadata>, 'key'>) => ReturnType<Draw>,
): Changing {
  return {
    hears: 'change',
    form: form.id,
    fields,
    run: (turn, { values, metadata, fields: shown }) =>
      run({ ...turn, fields: shown, values: form.read(values), metadata: jsonOf(form.metadata).parse(metadata) }),
  };
}

export const shortcut = (id: string, run: Shortcut['run']): Shortcut => ({ hears: 'shortcut', id, run });
export const messageShortcut = (id: string, run: MessageShortcut['run']): MessageShortcut => ({
  hears: 'message_shortcut',
  id,
  run,
});
export const written = (run: Written['run'], how: { withFiles: boolean } = { withFiles: false }): Written => ({
  hears: 'message',
  run,
  ...how,
});
