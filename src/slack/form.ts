import type { types } from '@slack/bolt';
import type { z } from 'zod';
import type { Text } from '../text/index.ts';
import { SAID } from './again.ts';
import { type Block, plain, section, type View } from './blocks.ts';
import { type Fields, type FileField, readFields } from './field-values.ts';
import {
  boxesField,
  type Choice,
  type ChoiceGroup,
  channelField,
  choiceField,
  choicesField,
  dateField,
  type Field,
  fileField,
  numberField,
  peopleField,
  personField,
  searchField,
  searchOneField,
  timeField,
  wordsField,
} from './fields.ts';
import { sealMetadata } from './metadata.ts';

export type Choices = readonly Choice[] | { groups: readonly ChoiceGroup[] };

/** What a field is drawn with besides its value. */
type Given = { choices: Choices; placeholder: string };

/** A kind of field: it draws itself, and reads itself back. */
export type FieldKind<Value> = {
  empty: Value;
  draw(field: Field, value: Value, given: Given): types.InputBlock;
  read(fields: Fields, id: string): Value;
};

type Line = { multiline?: boolean; longest?: number; letterByLetter?: boolean };
type OneOf = FieldKind<string | null>;
const one = (draw: OneOf['draw']): OneOf => ({ empty: null, draw, read: (fields, id) => fields.one(id) });
const many = (draw: FieldKind<readonly string[]>['draw']): FieldKind<readonly string[]> => ({
  empty: [],
  draw,
  read: (fields, id) => fields.many(id),
});
const flat = (choices: Choices): readonly Choice[] =>
  'groups' in choices ? choices.groups.flatMap((group) => group.choices) : choices;

export const words = (line: Line = {}) => one((field, value) => wordsField(field, value, line));
export const number = (bounds: { least?: number; most?: number; letterByLetter?: boolean } = {}) =>
  one((field, value) => numberField(field, value, bounds));
export const day = () => one((field, value) => dateField(field, value));
export const time = () => one((field, value) => timeField(field, value));
export const person = () => one((field, value) => personField(field, value));
export const people = (most?: number) => many((field, value) => peopleField(field, value, most));
export const channel = () => one((field, value, { placeholder }) => channelField(field, value, placeholder));
export const choice = () =>
  one((field, value, { choices, placeholder }) => choiceField(field, choices, value, placeholder));
export const choicesOf = () =>
  many((field, value, { choices, placeholder }) => choicesField(field, flat(choices), value, placeholder));
/** Choices that the app is asked for while the person types, from so many letters on; those chosen are given with their labels. */
export const searched = (from: number) =>
  one((field, value, { choices, placeholder }) => {
    const chosen = flat(choices).find((it) => it.value === value) ?? null;
    return searchOneField(field, chosen, { placeholder, from });
  });
export const searchedMany = (from: number) =>
  many((field, value, { choices, placeholder }) => {
    const chosen = flat(choices).filter((it) => value.includes(it.value));
    return searchField(field, chosen, { placeholder, from });
  });
export const boxes = () => many((field, value, { choices }) => boxesField(field, flat(choices), value));
/** One box to tick: its only choice. */
export const tick = (): FieldKind<boolean> => ({
  empty: false,
  draw: (field, value, { choices }) => {
    const { label = field.label, value: yes = 'yes' } = flat(choices)[0] ?? {};
    return boxesField(field, [{ label, value: yes }], value ? [yes] : []);
  },
  read: (fields, id) => fields.many(id).length > 0,
});
export const files = (how: { most?: number; types?: readonly string[] } = {}): FieldKind<readonly FileField[]> => ({
  empty: [],
  draw: (field) => fileField(field, how),
  read: (fields, id) => fields.files(id),
});

// biome-ignore lint/suspicious/noExplicitAny: each field has a value of its own type
export type FieldKinds = Record<string, FieldKind<any>>;
export type ValuesOf<Kinds extends FieldKinds> = {
  [Name in keyof Kinds]: Kinds[Name] extends FieldKind<infer Value> ? Value : never;
};

/** What a submission is read by: the form's id (Slack's `callback_id`), what it knows of itself, and what stands in its fields. */
export type Readable<Values, Metadata> = {
  id: string;
  metadata: z.ZodType<Metadata>;
  /** Fields that are there for what is personal: nobody is told that it stands in them. */
  personal?: readonly string[];
  read(values: unknown): Values;
};
export type Form<Kinds extends FieldKinds, Metadata> = Readable<ValuesOf<Kinds>, Metadata> & {
  fields: Kinds;
  empty: ValuesOf<Kinds>;
};

/** A form as a value: its fields' names are a contract. */
export function form<Kinds extends FieldKinds, Metadata>(declared: {
  id: string;
  metadata: z.ZodType<Metadata>;
  fields: Kinds;
  personal?: readonly (keyof Kinds & string)[];
}): Form<Kinds, Metadata> {
  const each = <Value>(of: (kind: Kinds[string], name: string) => Value) =>
    Object.fromEntries(Object.entries(declared.fields).map(([name, kind]) => [name, of(kind as Kinds[string], name)]));
  return {
    ...declared,
    empty: each(({ empty }) => empty) as ValuesOf<Kinds>,
    read: (values) => {
      const fields = readFields(values);
      return each((kind, name) => kind.read(fields, name)) as ValuesOf<Kinds>;
    },
  };
}

/** How a form is drawn for one person. */
export type Look<Name extends string> = {
  title: string;
  submit: string;
  labels: Readonly<Partial<Record<string, string>>>;
  hints?: Readonly<Partial<Record<string, string>>>;
  choices?: Partial<Record<Name, Choices>>;
  /** Fields that may stay empty. */
  optional?: readonly Name[];
  /** Fields whose changes the app is told of while the form is filled in. */
  telling?: readonly Name[];
  /** Its fields in their order, with blocks between them; all fields where it is left out. */
  show?: readonly (Name | Block)[];
  placeholders?: Partial<Record<Name, string>>;
  /** Why it is there again. */
  said?: string | undefined;
};

export function drawForm<Kinds extends FieldKinds, Metadata extends object>(
  { id, fields }: Form<Kinds, Metadata>,
  values: Partial<ValuesOf<Kinds>>,
  metadata: Metadata,
  look: Look<keyof Kinds & string>,
  text: Text,
): View {
  const draw = (name: keyof Kinds & string): Block => {
    const kind = fields[name];
    if (!kind) throw new Error(`The form ${id} has no field ${name}.`);
    const field = {
      id: name,
      label: look.labels[name] ?? name,
      hint: look.hints?.[name],
      optional: look.optional?.includes(name),
      telling: look.telling?.includes(name),
    };
    const placeholder = look.placeholders?.[name] ?? text.conversation.choose;
    return kind.draw(field, values[name] ?? kind.empty, { choices: look.choices?.[name] ?? [], placeholder });
  };
  const show = look.show ?? Object.keys(fields);
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: sealMetadata(metadata),
    title: plain(look.title),
    submit: plain(look.submit),
    close: plain(text.conversation.cancel),
    blocks: [
      ...(look.said ? [{ ...section(look.said), block_id: SAID }] : []),
      ...show.map((it) => (typeof it === 'string' ? draw(it) : it)),
    ],
  };
}
