import type { Text } from '../ko/index.ts';

const s = (count: string) => (count === '1' ? '' : 's');

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
  empty: (from, to) => `There is nothing to tell of the week ${from} – ${to}.`,
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
    resultless: (count) => `${count} past visits without a result · /visit list resultless`,
  },

  spending: {
    lastWeek: (from, to, words) => `Last week, ${from} – ${to}: ${words}`,
    nothing: 'nothing spent',
    spent: (count, won) => `${count} record${s(count)}, ₩${won}k`,
    account: (name, words) => `${name} ${words}`,
    state: (year, day, budget, amount) => `${year}: ${amount} of the budget of ₩${budget}k spent by ${day}`,
    amount: (spent, rate) => `₩${spent}k (${rate})`,
    stateWithoutBudget: (year, day, spent) => `${year}: ₩${spent}k spent by ${day} (no budget is set)`,
    gone: (percent) => `${percent} of the year is over`,
    registered: (year, words) => `With what was recorded since, the register’s total of ${year} by now: ${words}`,
    findings: (count) => `${count} findings of the spending rules to settle: /expense check`,
    registeredLine: (name, spent, rate) => `${name} ₩${spent}k (${rate})`,
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
    amounts: (spent, budget, balance) => `₩${spent}k of ₩${budget}k · ₩${balance}k left`,
    amountsWithRegistered: (spent, budget, registered, rate) =>
      `₩${spent}k of ₩${budget}k · now ₩${registered}k (${rate})`,
    alt: (title, elapsed, lines) => `${title}. ${elapsed}. ${lines}`,
    altLine: (name, rate, amounts) => `${name} ${rate}: ${amounts}`,
    fileName: (week) => `digest ${week}.png`,
    sent: 'The picture of budget and spending comes in your conversation with the app.',
    failed: 'The picture of budget and spending could not be sent. Please try `/digest` again in a while.',
  },

  followups: {
    summary: (overdue, fresh, due) =>
      `${overdue} overdue${fresh === '0' || fresh === overdue ? '' : ` (${fresh} new)`} · ${due} due this week`,
    owner: (name, overdue, fresh, due) =>
      `${name}: ${overdue} overdue${fresh === '0' || fresh === overdue ? '' : ` (${fresh} new)`} · ${due} this week`,
    unchanged: (people, count) => `As last week: ${count} with ${people}`,
    nobody: 'Nobody in charge',
    moreOwners: (people, count) => `and ${people} more, with ${count}`,
  },

  pledges: {
    summary: (term, count) => `${count} of term ${term}`,
    group: (name, count, share) => `${name} ${count} (${share})`,
    changed: (count) => `${count} pledge${s(count)} changed last week`,
    change: (name, title, before, after) => `${name} ${title}: ${before} → ${after}`,
    troubled: (count, fresh) =>
      `${count} pledge${s(count)} in trouble${count === fresh ? '' : `, ${fresh} new since last week`}`,
    trouble: (name, title, status) => `${name} ${title}: ${status}`,
  },

  council: {
    counts: (year, text, annex) => `${year}: ${text} meetings as the report’s text counts, ${annex} as its annex does`,
    count: (year, count) => `${year}: ${count} meeting${s(count)}`,
    lastWeek: (words) => `Last week: ${words}`,
    thisWeek: (words) => `This week: ${words}`,
    contact: (kind, days) => `${kind} (${days})`,
    unanswered: (count) => `${count} contact${s(count)} without a result after a week`,
    unexplained: (count, fresh) =>
      `${count} announced but not explained${count === fresh ? '' : `, ${fresh} new since last week`}`,
    announced: (name, policy, day) => `${name} ${policy}: announced ${day}`,
    briefings: (count) => `${count} polic${count === '1' ? 'y' : 'ies'} to explain before they are announced`,
    briefing: (name, policy, when, missing) => `${name} ${policy}: announced ${when} · not yet told: ${missing}`,
  },

  audit: {
    open: (count) => `${count} demand${s(count)} open`,
    line: (year, count, words) => `Audit of ${year}, ${count} demand${s(count)}: ${words}`,
    status: (name, count) => `${name} ${count}`,
    moreYears: (count) => `and ${count} more year${s(count)}`,
  },

  foot: 'Day, time, channel and parts can be changed with ‘/digest settings’.',

  personal: {
    title: (name) => `This week for ${name}`,
    visits: (count) => `My visits: ${count}`,
    followups: (overdue, due) => `My follow-ups: ${overdue} overdue · ${due} due this week`,
    resultless: (count) => `${count} visits without a result`,
    owed: (count) => `${count} of my spends to see to`,
    toldToday: (count) => `Today’s reminders tell of ${count} of these.`,
    undated: (count) => `${count} follow-ups without a due day: please choose one`,
    proposals: (count) => `${count} pledge proposal${s(count)} waiting for a decision`,
    approvals: (count) => `${count} expense${s(count)} waiting for approval`,
    none: 'There is nothing for you to see to this week.',
    noneOff: 'You have turned your own digest off.',
    why: 'This is your own part of the digest, sent on the first working day of the week.',
    off: 'Turn this off',
    on: 'Turn it on again',
    turnedOff: 'Your own digest is off. None comes from next week on.',
    turnedOn: 'Your own digest comes again.',
  },

  send: {
    queued: (title, channel) => `${title} is being posted in ${channel}.`,
    again: (title, when) => `${title} was posted on ${when}. Post it once more?`,
    waiting: (title, when) =>
      `${title} was to be posted on ${when} and has not gone out yet. Post it once more besides?`,
    confirm: 'Post once more',
    keep: 'Do not post',
    kept: 'Nothing was posted.',
    empty: 'There is nothing to tell, so nothing was posted.',
    noChannel:
      'No channel is set for the digest. Choose one with `/digest settings`, and invite the app to that channel.',
  },

  noChannel:
    'The weekly digest could not be posted, as no channel is set for it. Choose one with `/digest settings`, and invite the app to that channel. You are told this once.',

  settings: {
    title: 'Weekly digest',
    open: 'Digest settings',
    labels: { on: 'Posting', weekday: 'Day', time: 'Time', channel: 'Channel', parts: 'Parts' },
    on: 'Post it in the channel every week',
    hints: {
      weekday: 'If it is a day off, the digest moves to the next working day of that week.',
      channel: 'A channel that the app is invited to. Left empty: the office’s channel.',
    },
    choose: 'Choose',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
    save: 'Save',
    saved: (words) => `The settings of the digest are saved. ${words}`,
    savedOn: (weekday, time) => `It is posted every ${weekday} at ${time}.`,
    savedOff: 'The weekly posting is off.',
    nothing: 'Choose at least one part.',
    missing: 'Please choose.',
    changedMeanwhile:
      'Someone else changed the settings meanwhile. What you chose is still here: check it and save again.',
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
    nearest: (typed, nearest) => `There is no “${typed}”. Did you mean ‘/digest ${nearest}’?`,
  },

  terminal: {
    notAWeek: (typed) => `This is no week: ${typed}. Write it like 2016-W43.`,
    queued: (channel) => `Put in the outbox. The app posts it in ${channel}.`,
    known: 'That week’s digest is posted or waiting already. To post it again, use `/digest send` in Slack.',
    noChannel: 'There is no channel to post in. Set OFFICE_CHANNEL, or use `/digest settings`.',
    picture: (file) => `The picture is in this file: ${file}`,
  },
};
