import type { Text } from '../ko/index.ts';
import { many } from './words.ts';

export const conversation: Text['conversation'] = {
  cancel: 'Close',
  choose: 'Choose',
  reason: 'Reason',
  missing: 'Please fill this in.',
  tooLong: (length, limit) =>
    `That is too long to look for (${many(length, 'letter')}). Please shorten it to ${limit} and try again.`,
  kept: 'This was not saved. You had typed:',
  lost: 'That form is not kept any more. Please fill in a new one.',
  personal: {
    line: 'what you typed',
    at: (where, what) => `${what} in “${where}”`,
    looks: (places, changeable) =>
      changeable
        ? `This looks like personal data: ${places}. Please take it out unless it is needed.`
        : `This looks like personal data: ${places}. Please write such only where it is needed.`,
  },
  similar: (pairs) => `Similar results: ${pairs}`,
  span: (from, to) => `${from} – ${to}`,
  actors: {
    terminal: 'administrator’s terminal',
    sample: 'sample data',
    settings: 'settings of the installation',
    outbox: 'Biseo',
    app: 'Biseo',
  },
  record: {
    which: 'Which record? Give its number.',
    notFound: (name) => `There is no record ${name}. Find its number in the list.`,
    notYours: 'Only the person who recorded it and managers can change this. Please ask one of them.',
    ended: 'This record has been voided and can’t be edited. Restore it first to use it again.',
  },
  void: {
    form: {
      title: 'Void a record',
      explain: (name) => `${name} is taken out of every count. The record and the reason stay in its history.`,
      submit: 'Void',
    },
    now: (name) => `${name} is voided.`,
    before: (name) => `${name} is already void.`,
  },
  restore: {
    button: 'Restore',
    explain: (name) => `Brings ${name} back and counts it again. The reason stays in its history.`,
    done: (name) => `${name} is restored.`,
    before: (name) => `${name} is not void.`,
  },
  filesKept: (names) => `The files that you added are still here: ${names}`,
  overtaken: (who, changes) =>
    `${who} changed this first. ${changes}\nWhat you typed is still here. Save again to change just the fields that you edited.`,
  meant: {
    unknown: (word, nearest) => `There is no command “${word}”. Did you mean ‘${nearest}’?`,
    anyway: 'Record it as it is',
  },
  first: 'First',
  previous: 'Previous',
  next: 'Next',
  last: 'Last',
};
