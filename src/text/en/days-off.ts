import type { Text } from '../ko/index.ts';

export const daysOff: Text['daysOff'] = {
  title: 'Holidays',
  explain:
    'Holidays that no calendar has yet, noted by the office. Reminders, deadlines, quiet hours, calls for approval and checks all take them for days off.',
  none: 'No holiday is noted. Only a special holiday or an election day that no calendar has yet needs to be.',
  add: 'Add a holiday',
  remove: 'Remove',
  history: 'History',
  went: (when, name, added, holiday, reason) =>
    [`${when} ${name}`, `${added ? 'added' : 'removed'}: ${holiday}`, reason].filter(Boolean).join(' · '),
  form: {
    title: 'Add a holiday',
    submit: 'Add',
    explain:
      'What a calendar has, such as Seollal or a substitute holiday, need not be noted. What was spent on the day and before it is checked again.',
    labels: { day: 'Day', name: 'Name' },
    hints: { name: 'E.g. special holiday, local election. With ‘election’ in its name it counts as one, too.' },
  },
  refusals: {
    missing: 'Please fill this in.',
    known: 'This day is a holiday already. Please choose another.',
    too_many: 'There can be 100 holidays at most. Please remove past ones.',
  },
  added: (holiday) => `The holiday is added: ${holiday}. What was spent on it and before it is checked again.`,
  removeForm: (holiday) => ({
    title: 'Remove a holiday',
    explain: `${holiday}: it will no longer be taken for a day off. What was spent on it and before it is checked again.`,
    submit: 'Remove',
  }),
  removed: (holiday) => `The holiday is removed: ${holiday}. What was spent on it and before it is checked again.`,
  gone: 'This holiday has been removed already. `/biseo holidays` shows the list as it is now.',
};
