import type { Text } from '../ko/index.ts';
import { bigWon, many, ordinal, pick } from './words.ts';

export const digest: Text['digest'] = {
  parts: {
    visits: 'Visits',
    spending: 'Spending',
    followups: 'Follow-ups',
    pledges: 'Pledges',
    council: 'City council',
    audit: 'Audit',
  },
  title: (year, number) => `Weekly digest ${year}, week ${number}`,
  span: (from, to, asOf) => `${from} – ${to} · as of ${asOf}`,
  empty: (from, to) => `Nothing happened in the week ${from} – ${to}.`,
  show: 'Show',
  showPart: (part) => `Show ${part}`,
  more: (count) => `and ${count} more`,
  heading: (part, words, command) => `*${part}* ${words ? `${words} · ` : ''}\`${command}\``,
  commands: {
    visits: (day) => `/visit week ${day}`,
    spending: (year) => `/expense status ${year}`,
    followups: '/followup list overdue',
    pledges: '/pledge list behind',
    council: (year) => `/council stats ${year}`,
    audit: (year) => `/followup audit ${year}`,
    briefings: '/council brief',
    proposals: '/pledge proposals',
    approvals: '/expense approvals',
  },
  count: (count) => count,

  visits: {
    span: (from, to) => `${from} – ${to}`,
    resultless: (count) => `${many(count, 'past visit')} without a result · ‘/visit list resultless’`,
  },

  spending: {
    lastWeek: (from, to, words) => `Last week, ${from} – ${to}: ${words}`,
    nothing: 'nothing spent',
    spent: (count, won) => `${many(count, 'record')}, ${bigWon(won, 1_000)}`,
    account: (name, words) => `${name} ${words}`,
    state: (year, day, budget, amount) =>
      `${year}: ${amount} of the budget of ${bigWon(budget, 1_000)} spent by ${day}`,
    amount: (spent, rate) => `${bigWon(spent, 1_000)} (${rate})`,
    stateWithoutBudget: (year, day, spent) => `${year}: ${bigWon(spent, 1_000)} spent by ${day} (no budget is set)`,
    gone: (percent) => `${percent} of the year is over`,
    registered: (year, words) => `Including what was recorded since, the total for ${year} is now: ${words}`,
    findings: (count) => `${many(count, 'finding')} of the spending check to settle: ‘/expense check’`,
    registeredLine: (name, spent, rate) => `${name} ${bigWon(spent, 1_000)} (${rate})`,
    columns: (day) => ['₩ thousand', 'Budget', `By ${day}`, 'Rate', 'Balance'],
    columnsWithRegistered: (day) => ['₩ thousand', 'Budget', `By ${day}`, 'Register now', 'Balance'],
    figure: (spent, rate) => `${spent} (${rate})`,
    total: 'Total',
  },

  picture: {
    title: (year) => `Budget and spending of ${year}`,
    until: (day) => `By ${day}`,
    later: 'With records since',
    elapsed: (percent, day) => `${percent} of the year is over on ${day}`,
    amounts: (spent, budget, balance) =>
      `${bigWon(spent, 1_000)} of ${bigWon(budget, 1_000)} · ${bigWon(balance, 1_000)} left`,
    amountsWithRegistered: (spent, budget, registered, rate) =>
      `${bigWon(spent, 1_000)} of ${bigWon(budget, 1_000)} · now ${bigWon(registered, 1_000)} (${rate})`,
    alt: (title, elapsed, lines) => `${title}. ${elapsed}. ${lines}`,
    altLine: (name, rate, amounts) => `${name} ${rate}: ${amounts}`,
    fileName: (week) => `digest ${week}.png`,
    sent: 'The picture of budget and spending comes in the Messages tab of Biseo.',
    failed: 'The picture of budget and spending could not be sent. Please try `/digest` again in a while.',
  },

  followups: {
    summary: (overdue, fresh, due) =>
      `${overdue} overdue${fresh === '0' || fresh === overdue ? '' : ` (${fresh} new)`} · ${due} due this week`,
    owner: (name, overdue, fresh, due) =>
      `${name}: ${overdue} overdue${fresh === '0' || fresh === overdue ? '' : ` (${fresh} new)`} · ${due} this week`,
    unchanged: (people, count) => `As last week: ${count} with ${people}`,
    nobody: 'No owner',
    moreOwners: (people, count) => `and ${people} more, with ${count}`,
  },

  pledges: {
    summary: (term, count) => `${many(count, 'pledge')} of the ${ordinal(term)} term`,
    group: (name, count, share) => `${name} ${count} (${share})`,
    changed: (count) => `${many(count, 'pledge')} changed last week`,
    change: (name, title, before, after) => `${name} ${title}: ${before} → ${after}`,
    troubled: (count, fresh) =>
      `${many(count, 'pledge')} in trouble${count === fresh ? '' : `, ${fresh} new since last week`}`,
    trouble: (name, title, status) => `${name} ${title}: ${status}`,
  },

  council: {
    counts: (year, text, annex) =>
      `${year}: ${many(text, 'meeting')} as the report’s text counts, ${annex} as its annex does`,
    count: (year, count) => `${year}: ${many(count, 'meeting')}`,
    lastWeek: (words) => `Last week: ${words}`,
    thisWeek: (words) => `This week: ${words}`,
    contact: (kind, days) => `${kind} (${days})`,
    unanswered: (count) => `${many(count, 'contact')} without a result after a week`,
    unexplained: (count, fresh) =>
      `${count} announced but not explained${count === fresh ? '' : `, ${fresh} new since last week`}`,
    announced: (name, policy, day) => `${name} ${policy}: announced ${day}`,
    briefings: (count) =>
      `${many(count, 'policy', 'policies')} to explain before ${pick(count, 'it is', 'they are')} announced`,
    briefing: (name, policy, when, missing) => `${name} ${policy}: announced ${when} · not yet told: ${missing}`,
  },

  audit: {
    open: (count) => `${many(count, 'demand')} open`,
    line: (year, count, words) => `Audit of ${year}, ${many(count, 'demand')}: ${words}`,
    status: (name, count) => `${name} ${count}`,
    moreYears: (count) => `and ${many(count, 'more year')}`,
  },

  foot: 'Day, time, channel and parts can be changed with ‘/digest settings’.',

  personal: {
    title: (name) => `This week for ${name}`,
    visits: (count) => `My visits: ${count}`,
    followups: (overdue, due) => `My follow-ups: ${overdue} overdue · ${due} due this week`,
    resultless: (count) => `${many(count, 'visit')} without a result`,
    owed: (count) => `${many(count, 'expense')} of mine to see to`,
    toldToday: (count) => `Today’s reminders tell of ${count} of these.`,
    undated: (count) => `${many(count, 'follow-up')} without a due day: please choose one`,
    proposals: (count) => `${many(count, 'pledge proposal')} waiting for a decision`,
    approvals: (count) => `${many(count, 'expense')} waiting for approval`,
    none: 'You have nothing to see to this week.',
    noneOff: 'You have turned your own digest off.',
    why: 'This is your own part of the digest, sent on the first working day of the week.',
    off: 'Turn this off',
    on: 'Turn it on again',
    turnedOff: 'Your own digest is off from next week on.',
    turnedOn: 'Your own digest comes again.',
  },

  send: {
    queued: (title, channel) => `${title} is being posted in ${channel}.`,
    again: (title, when) => `${title} was posted on ${when}. Post it once more?`,
    waiting: (title, when) =>
      `${title} was to be posted on ${when} and has not gone out yet. Post it once more besides?`,
    confirm: 'Post once more',
    keep: 'Don’t post',
    kept: 'Nothing was posted.',
    empty: 'There was nothing to report, so nothing was posted.',
    noChannel: 'The digest has no channel. Choose one with `/digest settings` and invite Biseo to it.',
  },

  noChannel:
    'The weekly digest was not posted because it has no channel. Choose one with `/digest settings` and invite Biseo to it. This message comes only once.',

  settings: {
    title: 'Digest settings',
    open: 'Digest settings',
    labels: { on: 'Posting', weekday: 'Day', time: 'Time', channel: 'Channel', parts: 'Parts' },
    on: 'Post it in the channel every week',
    hints: {
      weekday: 'If it is a day off, the digest moves to the next working day of that week.',
      channel: 'A channel that Biseo is in. If empty, the office’s channel.',
    },
    choose: 'Choose',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
    save: 'Save',
    saved: (words) => `The settings of the digest are saved. ${words}`,
    savedOn: (weekday, time) => `It is posted every ${weekday} at ${time}.`,
    savedOff: 'The weekly posting is off.',
    nothing: 'Choose at least one part.',
    missing: 'Please choose.',
    changedMeanwhile: 'Someone else has changed the settings. Your choices are still here: check them and save again.',
  },

  help: {
    title: 'Weekly digest',
    lines: [
      '`/digest` — this week’s digest, for you alone',
      '`/digest last week` · `/digest 2016-W43` · `/digest 10/24` — another week',
      '`/digest mine` — your own visits and follow-ups',
      '`/digest send` · `/digest send last week` — post it in the channel (managers)',
      '`/digest settings` — day, time, channel, parts (managers)',
      '`/digest off` · `/digest on` — your own part in a direct message',
      '`/biseo guide digest` — the page about it, in Korean; `/biseo guide en` in English',
    ],
    unknown: (typed) => `“${typed}” is neither a week nor a command.`,
    nearest: (typed, nearest) => `There is no command “${typed}”. Did you mean ‘/digest ${nearest}’?`,
  },

  terminal: {
    notAWeek: (typed) => `“${typed}” is not a week. Write it like 2016-W43.`,
    queued: (channel) => `Put in the outbox. The app posts it in ${channel}.`,
    known: 'That week’s digest is posted or waiting already. To post it again, use `/digest send` in Slack.',
    noChannel: 'There is no channel to post in. Set OFFICE_CHANNEL, or use `/digest settings`.',
    picture: (file) => `The picture is in this file: ${file}`,
  },
};
