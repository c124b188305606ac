import {
  FOLLOWUP_CHANGE,
  FOLLOWUP_FINISH_FORM,
  FOLLOWUP_HAND_FORM,
  FOLLOWUP_POSTPONE_FORM,
  finishForm,
  handForm,
  type Metadata,
  owedForm,
  owedFormOf,
  postponeForm,
  readOwedForm,
} from '../../src/followup/form.ts';
import { type Followup, followupName } from '../../src/followup/rules.ts';
import { FOLLOWUP_EDIT, FOLLOWUP_FINISH, FOLLOWUP_HAND, FOLLOWUP_POSTPONE } from '../../src/followup/views.ts';
import { type Decided, draftOwed, finish, hand, owedOf, postpone } from '../../src/followup/work.ts';
import { formatDay } from '../../src/korean/days.ts';
import type { View } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/fields.ts';
import type { Text } from '../../src/text/index.ts';

export type Typed = Record<string, string | null>;
export type Office = { today: string; isOfOffice(userId: string): boolean };

/** One way to work on a follow-up through a form: how it is drawn, read, decided, and what is said when it is done. */
export type Way = {
  open: string;
  form: string;
  label(text: Text): string;
  start(followup: Followup, today: string): Typed;
  read(values: unknown): Typed;
  draw(form: Typed, followup: Followup, metadata: Metadata, text: Text, said?: string): View;
  decide(followup: Followup, form: Typed, office: Office): Decided;
  done(followup: Followup, names: ReadonlyMap<string, string>, text: Text, today: string): string;
};

const some = (form: Typed, field: string): string | null => form[field] ?? null;
const reading =
  (...fields: string[]) =>
  (values: unknown): Typed => {
    const { one } = readFields(values);
    return Object.fromEntries(fields.map((field) => [field, one(field)]));
  };
const answerOf = (form: Typed) => ({
  answer: some(form, 'answer'),
  answered_to: some(form, 'answered_to'),
  answered_on: some(form, 'answered_on'),
});
const dueOf = (form: Typed) => ({ due: some(form, 'due'), reason: some(form, 'reason') });
const ownerOf = (form: Typed) => ({ owner: some(form, 'owner'), reason: some(form, 'reason') });

export const FINISH: Way = {
  open: FOLLOWUP_FINISH,
  form: FOLLOWUP_FINISH_FORM,
  label: (text) => text.followup.finish,
  start: (followup, today) => ({ answer: followup.answer, answered_to: followup.requester, answered_on: today }),
  read: reading('answer', 'answered_to', 'answered_on'),
  draw: (form, ...rest) => finishForm(answerOf(form), ...rest),
  decide: (followup, form, { today }) => finish(followup, answerOf(form), today),
  done: (followup, _names, text) => text.followup.finished(followupName(followup.id)),
};

export const POSTPONE: Way = {
  open: FOLLOWUP_POSTPONE,
  form: FOLLOWUP_POSTPONE_FORM,
  label: (text) => text.followup.postpone,
  start: (followup) => ({ due: followup.due, reason: null }),
  read: reading('due', 'reason'),
  draw: (form, ...rest) => postponeForm(dueOf(form), ...rest),
  decide: (followup, form) => postpone(followup, dueOf(form)),
  done: (followup, _names, text, today) =>
    text.followup.postponed(followupName(followup.id), formatDay(followup.due ?? today, text.language, today)),
};

export const HAND: Way = {
  open: FOLLOWUP_HAND,
  form: FOLLOWUP_HAND_FORM,
  label: (text) => text.followup.hand,
  start: () => ({ owner: null, reason: null }),
  read: reading('owner', 'reason'),
  draw: (form, ...rest) => handForm(ownerOf(form), ...rest),
  decide: (followup, form, { isOfOffice }) => hand(followup, ownerOf(form), isOfOffice),
  done: (followup, names, text) =>
    text.followup.handed(followupName(followup.id), names.get(followup.owner ?? '') ?? followup.owner ?? ''),
};

export const CHANGE: Way = {
  open: FOLLOWUP_EDIT,
  form: FOLLOWUP_CHANGE,
  label: (text) => text.followup.edit,
  start: (followup) => owedFormOf(followup),
  read: readOwedForm,
  draw: (form, _followup, metadata, text, said) =>
    owedForm({ ...owedFormOf(_followup), ...form } as Parameters<typeof owedForm>[0], metadata, text, said),
  decide(followup, form, office) {
    const typed = { ...owedFormOf(followup), ...form } as Parameters<typeof draftOwed>[0];
    const drafted = draftOwed(typed, owedOf(followup), office);
    return 'refusals' in drafted ? drafted : { step: { ...drafted, action: 'changed' } };
  },
  done: (followup, _names, text) => text.followup.changed(followupName(followup.id)),
};
