import type { Text } from '../ko/index.ts';
import { many, monthName, ordinal, pick } from './words.ts';

export const home: Text['home'] = {
  title: (name, day) => `${name} · ${day}`,
  answersThere: 'Answers to buttons appear in the Messages tab.',
  record: {
    expense: 'Record an expense',
    visit: 'Plan a visit',
    council: 'Log a council contact',
    followup: 'Add a follow-up',
    pledge: 'Update a pledge',
  },
  menu: 'The whole menu',
  open: 'Open',

  stranger: {
    lead: 'This app is for the staff of the mayor’s office. Once you are on its list, your day stands here.',
    ask: 'Ask to be added',
    asked: 'The administrators have been asked to add you. You will get a message when they have.',
    guest:
      'Only the staff of the mayor’s office can use this app; it is not open to guests or accounts of other workspaces. Please ask someone of the office for what you need.',
  },

  first: {
    title: 'Welcome',
    steps: [
      '*1.* See that the language in your settings, and your quiet hours under “Reminders”, are right.',
      '*2.* Type one line such as `/expense 85000 Mijin 4 people ordinance meeting policy card`, or press a button above: the form opens.',
      '*3.* You can also write to this app: “this week’s schedule”, or “how much policy budget is left?”',
    ],
  },

  news: {
    title: (version) => `New in ${version}`,
    lines: [
      '• There is a page about each part: `/biseo guide`, `/biseo guide en`',
      '• Opening or exporting attendees, receipts, council members or audit answers leaves an access record.',
    ],
    read: 'I have read it',
  },

  setup: {
    title: 'Still missing',
    says: {
      channel: 'The office has no channel yet. The daily schedule and the weekly digest would go there.',
      budgets: 'This year has no budgets yet. Balances and rates need them.',
      second_administrator: 'There is only one administrator. Name a second one for when you are away.',
      people: 'There is only one person on the list. Add those who will use this with you.',
      members: 'There is no list of council members. Import one to log contacts by name.',
      pledges: 'There are no pledges yet. Import the list of pledges.',
      expenses: 'No expense is recorded yet. If you have a file of past ones, import it.',
    },
    does: {
      channel: 'Choose the office channel',
      budgets: 'Set a budget',
      second_administrator: 'Add someone as administrator',
      people: 'Add someone',
      members: 'Import council members',
      pledges: 'Import pledges',
      expenses: 'Import spending',
    },
    leave: 'Leave out',
    greeting: 'Thank you for installing Biseo. You are an administrator.',
    rest: (count) =>
      `${many(count, 'thing is', 'things are')} left to set up. Leave out what you do not need. The same list stands on your Home.`,
    again: 'Show what is left',
    done: 'Everything is set up. Check the settings once, and record something: `/expense 85000 Mijin lunch with 4`.',
    failed: (count) => `Messages that could not be sent: ${count}`,
    showFailed: 'Show',
  },

  owed: (count) => `${many(count, 'expense')} of mine to see to`,
  toCheck: {
    title: 'For the office to check',
    open: 'List',
    says: {
      overdue: (count) => `Overdue follow-ups: ${count}`,
      undated: (count) => `Follow-ups without a due day: ${count}`,
      resultless: (count) => `Past visits without a result: ${count}`,
      unshared: (count) => `Visits that the council was not told of: ${count}`,
      unexplained: (count) => `Policies announced but not explained: ${count}`,
      approvals: (count) => `Expenses waiting for approval: ${count}`,
      held: (count) => `Held rows: ${count}`,
      failed: (count) => `Messages that could not be sent: ${count}`,
      late: (count) => `Messages that should have gone out over an hour ago: ${count}`,
    },
  },
  waiting: {
    title: 'Waiting for your decision',
    access: (mention) => `${mention} wants to use Biseo.`,
    moreAccess: (count) => `${many(count, 'more request')} ${pick(count, 'waits', 'wait')} behind these.`,
    proposals: (count) => `Proposed pledge updates: ${count}`,
    showProposals: 'Show proposals',
    approvals: (count) => `Expenses to approve: ${count}`,
    more: (count) => `${count} more`,
  },

  day: {
    title: 'Today',
    none: 'The mayor has no engagements today.',
    noneMine: 'None of today’s engagements is yours.',
    mine: (count) => `Yours: ${count}`,
    others: (count) => `The mayor’s other engagements: ${count}`,
    all: 'All of today',
    week: 'This week',
    due: (count) => `Follow-ups due today: ${count}`,
    results: (count) => `Visits without a result: ${count}`,
    writeResult: 'Result of a visit',
    owner: (name) => `owner: ${name}`,
    untold: 'the council has not been told yet',
  },

  followups: {
    title: (count) => `My follow-ups: ${count}`,
    none: 'You have no open follow-ups.',
    overdue: (count) => `overdue: ${count}`,
  },

  office: {
    title: 'The office at a glance',
    budget: (year, gone) => `Spending ${year} · ${gone} of the year has passed`,
    spentOf: (spent, budget) => `${spent} of ${budget}`,
    unbudgeted: (account, spent) => `${account} · no budget · spent ${spent}`,
    none: (year) => `Nothing is budgeted or spent in ${year} yet.`,
    pace: (account, rate, gone, pace) => `${account}: ${rate} spent, pace ${gone} · ${pace}`,
    paces: { over: 'over budget', ahead: 'ahead', behind: 'behind', even: 'on pace' },
    held: (rows) => `Held rows are not counted: ${rows}`,
    pledges: (term, count) => `Pledges of the ${ordinal(term)} term: ${count}`,
    status: 'Spending',
    pledgeState: 'Pledges',
  },

  mine: {
    title: 'My settings',
    words: (language, zone) => `Language ${language} · time zone ${zone}`,
    quiet: (from, to) => `quiet ${from}–${to}`,
    noQuiet: 'no quiet hours',
    freeDays: 'quiet on days off',
    digest: 'own digest on',
    noDigest: 'own digest off',
    reminders: 'Reminders',
  },

  settings: {
    title: 'My settings',
    save: 'Save',
    languages: { ko: 'Korean (한국어)', en: 'English' },
    labels: {
      language: 'The language you see',
      timezone: 'Time zone',
      digest: 'Weekly digest',
      birthday: 'Birthday',
    },
    hints: {
      timezone: 'Search by city or country. Leave it unless you are travelling; empty means the office’s time.',
      birthday: 'For example 5 March. Optional; a manager is told that morning.',
    },
    searchZone: 'City or country',
    digest: 'Send me my own digest each week',
    monthDay: (month, day) => `${day} ${monthName(month)}`,
    elsewhere: 'Your time zone, quiet hours and reminders are under “Reminders”.',
    saved: 'Your settings are saved. When and of what you are reminded is under “Reminders”.',
    refusals: {
      missing: 'Please choose one.',
      not_a_zone: 'That is not a time zone. Choose one from the list.',
      not_a_time: 'Choose a time such as 19:00.',
      not_a_birthday: 'Give it as 5 March or 03-05.',
    },
  },
};
