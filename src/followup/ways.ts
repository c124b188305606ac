import { formatDay } from '../korean/day-words.ts';
import type { View } from '../slack/blocks.ts';
import type { Text } from '../text/index.ts';
import {
  CHANGE as CHANGE_FORM,
  DECLINE as DECLINE_FORM,
  FINISH as FINISH_FORM,
  HAND as HAND_FORM,
  owedForm,
  owedFormOf,
  POSTPONE as POSTPONE_FORM,
  type WorkForm,
  workForm,
} from './form.ts';
import { type Followup, followupName } from './rules.ts';
import { FOLLOWUP_DECLINE, FOLLOWUP_EDIT, FOLLOWUP_FINISH, FOLLOWUP_HAND, FOLLOWUP_POSTPONE } from './views.ts';
import { type Decided, decline, draftOwed, finish, hand, type OwedForm, owedOf, postpone } from './work.ts';

export type Given = Readonly<Record<string, string | null>>;
export type Office = { today: string; isOfOffice(userId: string): boolean };

/** One way to work on a follow-up through a form: how it is drawn and decided, and what is said when it is done. */
export type Way = {
  open: string;
  form: WorkForm;
  start(followup: Followup, today: string): Given;
  draw(given: Given, followup: Followup, text: Text): View;
  decide(followup: Followup, given: Given, office: Office): Decided;
  done(followup: Followup, owner: string, text: Text, today: string): string;
};

const some = (given: Given, field: string): string | null => given[field] ?? null;

export const FINISH: Way = {
  open: FOLLOWUP_FINISH,
  form: FINISH_FORM,
  start: (followup, today) => ({ answer: followup.answer, answered_to: followup.requester, answered_on: today }),
  draw: (given, followup, text) => workForm(FINISH_FORM, given, followup, text),
  decide: (followup, given, { today }) => {
    const [answer, answered_to, answered_on] = [
      some(given, 'answer'),
      some(given, 'answered_to'),
      some(given, 'answered_on'),
    ];
    return finish(followup, { answer, answered_to, answered_on }, today);
  },
  done: (followup, _owner, text) => text.followup.finished(followupName(followup.id)),
};

export const POSTPONE: Way = {
  open: FOLLOWUP_POSTPONE,
  form: POSTPONE_FORM,
  start: (followup) => ({ due: followup.due, reason: null }),
  draw: (given, followup, text) => workForm(POSTPONE_FORM, given, followup, text),
  decide: (followup, given) => postpone(followup, { due: some(given, 'due'), reason: some(given, 'reason') }),
  done: (followup, _owner, text, today) =>
    text.followup.postponed(followupName(followup.id), formatDay(followup.due ?? today, text.language, today)),
};

export const DECLINE: Way = {
  open: FOLLOWUP_DECLINE,
  form: DECLINE_FORM,
  start: () => ({ reason: null }),
  draw: (given, followup, text) => workForm(DECLINE_FORM, given, followup, text),
  decide: (followup, given, { today }) => decline(followup, { reason: some(given, 'reason') }, today),
  done: (followup, _owner, text) => text.followup.declined(followupName(followup.id)),
};

export const HAND: Way = {
  open: FOLLOWUP_HAND,
  form: HAND_FORM,
  start: () => ({ owner: null, reason: null }),
  draw: (given, followup, text) => workForm(HAND_FORM, given, followup, text),
  decide: (followup, given, { isOfOffice }) =>
    hand(followup, { owner: some(given, 'owner'), reason: some(given, 'reason') }, isOfOffice),
  done: (followup, owner, text) => text.followup.handed(followupName(followup.id), owner),
};

export const CHANGE: Way = {
  open: FOLLOWUP_EDIT,
  form: CHANGE_FORM,
  start: owedFormOf,
  draw: (given, followup, text) => {
    const editing = { id: followup.id, version: followup.version };
    return owedForm({ ...owedFormOf(followup), ...given } as OwedForm, editing, text);
  },
  decide(followup, given, office) {
    const drafted = draftOwed({ ...owedFormOf(followup), ...given } as OwedForm, owedOf(followup), office);
    return 'refusals' in drafted ? drafted : { step: { ...drafted, action: 'changed' } };
  },
  done: (followup, _owner, text) => text.followup.changed(followupName(followup.id)),
};
