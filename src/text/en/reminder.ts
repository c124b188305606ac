import type { Text } from '../ko/index.ts';
import { many, pick } from './words.ts';

export const reminder: Text['reminder'] = {
  kinds: {
    schedule_today: {
      name: 'Today’s schedule',
      about:
        'To the office channel on the morning of a day with visits; those of days off come the working day before.',
    },
    visit_evening: {
      name: 'Tomorrow’s visits',
      about: 'The evening before a visit, to its owner and those who go along.',
    },
    visit_hour: {
      name: 'Visits about to begin',
      about: 'One hour before a visit, to its owner and those who go along.',
    },
    visit_notice: {
      name: 'Tell the council',
      about: 'Three days before a visit the council was not told of, to its owner.',
    },
    visit_result: {
      name: 'Result of a visit',
      about: 'One, three and seven days after a visit without a result, to its owner.',
    },
    visit_unshared: {
      name: 'Visits that the council was not told of',
      about: 'Once, on the day after the visit, to its owner.',
    },
    council_announcement: {
      name: 'Briefing the council before an announcement',
      about:
        'Three days and one day before and that morning, who has not been told, to the person who entered the policy.',
    },
    council_feedback: {
      name: 'Result of a council contact',
      about: 'When a contact has no result after seven days, to the person who logged it.',
    },
    followup_soon: { name: 'Follow-ups due in three days', about: 'Three days before the due day, to the owner.' },
    followup_today: { name: 'Follow-ups due today', about: 'On the due day, to the owner.' },
    followup_overdue: {
      name: 'Overdue follow-ups',
      about: 'On the next working day and then every week to the owner, after two weeks to the managers too.',
    },
    pledge_round: {
      name: 'Answers to a pledge review',
      about: '14 and 3 days before answers are due, to those who have not answered.',
    },
    expense_evidence: {
      name: 'Missing evidence',
      about: 'When an expense still lacks evidence after two days, to the person who recorded it.',
    },
    disclosure: {
      name: 'Deadline of the disclosure',
      about: 'Three days before the deadline of a quarter that is not released, to the managers.',
    },
    budget_80: { name: '80% of a budget', about: 'When an account reaches 80% of its budget, to the managers.' },
    budget_100: { name: '100% of a budget', about: 'When an account has used up its budget, to the managers.' },
    spending_pace: {
      name: 'Pace of spending',
      about: 'When spending is far behind or ahead of the year: first working day of the month, to the managers.',
    },
    birthday: { name: 'Birthdays', about: 'On the morning (or the working day before), to the managers.' },
  },
  notHeard: (count, names) => `${count} not told yet: ${names}`,
  together: (count) => `${many(count, 'thing')} to see to.`,
  leads: {
    schedule_today: () => 'Today’s schedule.',
    visit_evening: ({ count, day, time }) => pick(count, `A visit ${day} at ${time}.`, `${count} visits are ahead.`),
    visit_hour: ({ time }) => `A visit begins at ${time}.`,
    visit_notice: ({ count, day }) =>
      pick(
        count,
        `The council has not been told of a visit ${day}.`,
        `The council has not been told of ${count} visits.`,
      ),
    visit_result: ({ count, day }) =>
      pick(count, `The visit ${day} has no result yet.`, `${count} past visits have no result yet.`),
    visit_unshared: ({ count, day }) =>
      pick(
        count,
        `The council was not told of a visit ${day}.`,
        `${count} visits took place without the council being told.`,
      ),
    council_announcement: ({ count, day }) =>
      pick(
        count,
        `A policy is announced ${day}, and members of the council have not been told.`,
        `${count} policies are announced soon, and members of the council have not been told.`,
      ),
    council_feedback: ({ count, day }) =>
      pick(count, `The council contact ${day} has no result yet.`, `${count} council contacts have no result yet.`),
    followup_soon: ({ count, day }) => pick(count, `A follow-up is due ${day}.`, `${count} follow-ups are due soon.`),
    followup_today: ({ count, day }) => pick(count, `A follow-up is due ${day}.`, `${count} follow-ups are due.`),
    followup_overdue: ({ count, day }) =>
      pick(count, `A follow-up is overdue; it was due ${day}.`, `${count} follow-ups are overdue.`),
    pledge_round: ({ day }) => `Your answers to a pledge review are still missing. They are due ${day}.`,
    expense_evidence: ({ count }) => pick(count, 'An expense lacks evidence.', `${count} expenses lack evidence.`),
    disclosure: ({ day }) => `The deadline of the disclosure is ${day}.`,
    budget_80: () => 'An account has spent more than 80% of its budget.',
    budget_100: () => 'An account has used up its budget.',
    spending_pace: () => 'Spending is far from the pace of the year.',
    birthday: ({ count, day }) => pick(count, `A birthday ${day}.`, `${count} birthdays are ahead.`),
  },
  day: (days, day) => ({ '-1': 'yesterday', 0: 'today', 1: 'tomorrow' })[days] ?? `on ${day}`,
  ownerLeft: (name) => `Its owner ${name} has left the office: please choose another one.`,
  gone: (record) => `${record} can’t be found. See in the list whether it was voided.`,

  done: {
    visit_result: 'Result of a visit',
    visit_notice: 'Tell the council',
    visit_unshared: 'Tell the council',
    council_announcement: 'Log a briefing',
    council_feedback: 'Edit a contact',
    pledge_round: 'Answer',
    expense_evidence: 'Hand in evidence',
  },
  seen: 'Seen',
  show: 'Show',
  snooze: 'Later',
  snoozeAll: 'All later',
  snoozes: {
    '20m': 'In 20 minutes',
    '1h': 'In 1 hour',
    '3h': 'In 3 hours',
    tomorrow: 'Tomorrow',
    week: 'Next week',
  },
  decline: 'Not mine',
  off: 'Turn this off',
  offConfirm: (name) => `You will get no more reminders of “${name}”. ‘/biseo reminders’ turns them on again.`,
  turnedOff: (name) => `Reminders of “${name}” are off. \`/biseo reminders\` turns them on again.`,
  turnedOffBefore: (name) => `Reminders of “${name}” are off already.`,

  answers: {
    seen: (who) => `Seen · ${who}`,
    snoozed: (until, who) => `Again ${until} · ${who}`,
    not_mine: (who) => `Not mine · ${who}`,
    ended: (action, who) => `${action ?? 'Dealt with'} · ${who}`,
  },
  answeredBefore: 'This reminder has already been answered. There is nothing more to do.',
  notYours: 'This reminder was for somebody else. The person who got it can answer it.',
  tooFar: (until) => `${until} would be too late. Choose an earlier time, or leave it.`,
  neverLoud: 'Your quiet hours leave no time for it. Change your quiet hours with `/biseo reminders`.',
  declined: (who) => `${who} says that this is not theirs. Please choose the owner.`,
  declinedTold: 'You will not be reminded of this record again. The person who entered it, or the managers, were told.',
  declinedQuietly: 'You will not be reminded of this record again.',

  roundRow: (round, left, total) => `${round} · ${many(left, 'pledge')} to answer (of ${total})`,
  budgetRow: (year, account, { rate, spent, budget, balance }) =>
    `${year} ${account} · ${rate}\nSpent ${spent} of ${budget} · balance ${balance}`,
  paceRow: (account, rate, gone, behind) =>
    `${account} · ${rate} spent with ${gone} of the year passed · ${behind ? 'behind' : 'ahead'}`,
  disclosureRow: (year, quarter, day) => `Spending of Q${quarter} ${year} · to be disclosed by ${day}`,
  birthdayRow: (name, day) => `${name}’s birthday · ${day}`,
  schedule: (count) => many(count, 'visit'),
  scheduleEmpty: 'Nothing is left on the schedule.',
  corrected: (when) => `Corrected ${when}`,
  calledOff: (hours) => `[Cancelled] ${hours}`,
  scheduleLines: {
    planned: (title, is) => `New: ${title} · ${is}`,
    moved: (title, was, is) => `Changed: ${title}\nWas: ${was}\nNow: ${is}`,
    cancelled: (title, was) => `Cancelled: ${title} · ${was}`,
    restored: (title, is) => `Takes place after all: ${title} · ${is}`,
    changed: (was, title, day) =>
      was === title ? `Changed: ${title} · ${day}` : `Renamed: ${was} → ${title} · ${day}`,
  },
  scheduleHint: 'Managers change its time or turn it off with ‘/biseo reminders office’.',
  goesOn: 'continues below',

  settings: {
    title: 'Reminders',
    dueDays: 'Due day offered for follow-ups without one',
    dueDaysHint: 'Offered for items and requests that say no day.',
    noDueDays: 'None',
    days: (days) => `After ${many(days, 'day')}`,
    officeTitle: 'Office reminders',
    open: 'Reminders',
    openOffice: 'Office reminders',
    save: 'Save',
    zone: 'Time zone',
    officeZone: (zone) => `As the office (${zone})`,
    quietFrom: 'Quiet from',
    quietTo: 'Quiet until',
    quietHint: 'Reminders of these hours move to before or after them. The same time twice: no quiet hours.',
    freeDays: 'Days off',
    freeDaysTick: 'Nothing on weekends and holidays',
    birthday: 'My birthday',
    birthdayHint: 'Such as 5 March or 03-05. The managers hear of it that morning. Left empty, nobody does.',
    badBirthday: 'Write a birthday like 5 March or 03-05.',
    badZone: 'This time zone can’t be chosen.',
    asOffice: (now) => `As the office (${now})`,
    asUsual: (now) => `As usual (${now})`,
    on: 'On',
    onOffice: 'On',
    offChoice: 'Off',
    offOffice: 'Off',
    offNow: 'off',
    atOnce: 'at once',
    before: (minutes) => (minutes % 60 === 0 ? `${minutes / 60} h before` : `${minutes} min before`),
    saved: 'Your reminders are saved.',
    officeSaved: 'The office’s reminders are saved. What people chose for themselves stays.',
    unchanged: 'Nothing has changed.',
  },
};
