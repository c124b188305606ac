import type { Text } from '../ko/index.ts';
import { many, monthName, pick } from './words.ts';

const records = (count: string) => many(count, 'record');

export const disclosure: Text['disclosure'] = {
  month: (year, month) => `${monthName(month)} ${year}`,
  quarter: (year, quarter) => `Q${quarter} ${year}`,
  title: (period) => `Disclosure of ${period}`,
  making: (period) => `Checking the spending of ${period}…`,
  notAPeriod: (typed) =>
    `“${typed}” is not a month or quarter. Write it like this: ‘/expense disclose 2016-10’, ‘/expense disclose 2016-Q3’`,

  rows: (count, won) => `To be published: ${many(count, 'row')} · ${won}`,
  register: (count, won) => `In the register: ${records(count)} · ${won}`,
  same: 'The table says the same.',
  differs: 'The table differs. Please open it again and check.',
  yearToDate: (year, month, count, won) => `${year} to the end of ${monthName(month)}: ${records(count)} · ${won}`,
  parts: (masked, open) => `${masked} masked · ${open} to be decided`,
  kept: (count) => `${count} kept by decision`,
  nothingPersonal: 'There is nothing to mask.',
  decideFirst: 'It can be released once a manager has decided everything.',
  due: (quarter, day, left) => `${quarter} is due on ${day} (${left})`,
  daysLeft: (days) => (days === 0 ? 'today' : `${many(days, 'day')} left`),
  overdue: (days) => `${many(days, 'day')} overdue`,
  longOverdue: 'over a year ago',
  notOver: (period) => `${period} is not over yet: this is a preview only.`,
  notReleased: 'Not released yet.',
  released: (version, { count, won, by, when }) =>
    `Version ${version} released · ${records(count)} · ${won} · ${by} · ${when}`,
  releasedNow: (period, version) =>
    `Version ${version} of ${period} is released. Get the file below and put it on the city’s site.`,
  releasedAlready: (period, version) => `Version ${version} of ${period} is released already.`,
  reason: (reason) => `Why it was changed: ${reason}`,
  unchanged: 'No record has changed since its release.',
  publishedOtherwise: (period) =>
    `The released spending of ${period} differs from this record. Release a correction with ‘/expense disclose’.`,
  changedSince: (count) => `${records(count)} changed after the release. Release a correction to put it right.`,

  warnings: {
    held: (rows, won) => `${many(rows, 'held row is', 'held rows are')} not in the table (${won}). ‘/expense problems’`,
    monthless: (rows, won) =>
      `${records(rows)} of an unknown month (${won}) ${pick(rows, 'is', 'are')} in no month’s table.`,
    waiting: (count) => `${records(count)} in it ${pick(count, 'waits', 'wait')} for approval.`,
    findings: (count) => `${many(count, 'finding is', 'findings are')} unanswered.`,
    bundled: (count) =>
      `${many(count, 'row')} ${pick(count, 'stands', 'stand')} for several expenses each. Enter each expense by itself.`,
    place: (count) => `${many(count, 'row')} without a place`,
    day: (count) => `${many(count, 'row')} of an unknown day (published as “day unknown” in Korean)`,
    spender: (count) => `${many(count, 'row')} without a spender (published as “the mayor” in Korean)`,
    people: (count) => `${many(count, 'row')} without people`,
    account: (count) => `${many(count, 'row')} without an account`,
  },

  fields: {
    spender: 'spender',
    department: 'department',
    category: 'kind',
    when: 'time',
    place: 'place',
    address: 'address',
    purpose: 'purpose',
    people: 'people',
    attendees: 'people',
    amount: 'amount',
    payment: 'payment',
    account: 'account',
  },
  kinds: {
    name: 'name',
    resident_number: 'resident number',
    birth: 'date of birth',
    card: 'card number',
    account: 'account number',
    phone: 'phone number',
    email: 'e-mail address',
    approval: 'approval number',
    plate: 'licence plate',
    home: 'home address',
    address: 'address',
    digits: 'long number',
  },
  partOpen: (what, found) => `Please decide — ${what} “${found}”`,
  partMasked: (what, found) => `Masked — ${what} “${found}”`,
  partKept: (what, found) => `Kept — ${what} “${found}”`,
  beforeAfter: (before, after) => `${before}\n→ ${after}`,
  where: (names, more) => (more > 0 ? `${names} and ${more} more` : names),
  decidedBefore: {
    mask: (record, name, when) => `masked earlier: ${record} · ${name} · ${when}`,
    keep: (record, name, when) => `kept earlier: ${record} · ${name} · ${when}`,
  },
  asBefore: (count) => `Decide ${count} here as before`,
  decidedAsBefore: (count) => `Decided as before: ${count}.`,
  decidedBy: (name, when) => `decided by ${name} · ${when}`,
  decided: { mask: (found) => `“${found}” will be masked.`, keep: (found) => `“${found}” will stay.` },
  decisionGone: 'Those words are no longer in the table. Here it is as it stands now.',
  neverShown: 'Such a number is never published; it can’t be kept.',
  mask: 'Mask',
  keep: 'Keep',
  page: (from, to, count) => `${from}–${to} of ${count}`,

  buttons: {
    release: 'Release',
    correct: 'Release a correction',
    draft: 'Get a draft',
    hide: 'Mask more',
    elected: 'Names that stay',
    xlsx: 'Get XLSX',
    open: 'Open',
    changes: 'What changed',
    findings: (count) => many(count, 'finding'),
  },

  releaseForm: {
    title: 'Release',
    correctTitle: 'Release a correction',
    submit: 'Release',
    explain: (title, count, won) => `${title}\n${records(count)} · ${won}`,
    masked: (masked, kept) => `${masked} masked · ${kept} kept by decision`,
    final:
      'What is released is kept as it is and can’t be changed. A mistake is put right by releasing a correction with a reason.',
    changes: (count) => `${records(count)} ${pick(count, 'differs', 'differ')} from the last version`,
    reason: 'Why a new version',
    refusals: {
      undecided: 'Some words are not decided yet. Close this and decide them first.',
      not_over: 'A period can be released once it is over. Choose a month or quarter that is.',
      no_records:
        'There are no records in this period, so there is nothing to release. Choose another month or quarter.',
      changed_meanwhile: 'Records or decisions have changed. Close this and look again with ‘/expense disclose’.',
      reason_missing: 'Say why there is a new version.',
      nothing_changed:
        'Nothing has changed since the last version, so there is nothing to correct. Use the files of that version.',
    },
  },

  hideForm: {
    title: 'Mask more',
    submit: 'Mask',
    explain: (period) =>
      `Personal words that were missed in the table of ${period}. Every cell that holds them is masked.`,
    words: 'Words to mask (as written)',
    record: 'Record (empty: all of this period)',
    notFound: 'No cell holds those words. Check that they are written the same.',
    tooShort: 'Write at least two letters.',
  },
  hidden: (words, count) => `“${words}” will be masked in ${records(count)}.`,

  electedForm: {
    title: 'Names that stay',
    submit: 'Save',
    explain:
      'Elected people whose name is published beside their post, such as the mayor: one on each line. Council members are known from their list.',
    names: 'Names',
    notAName: (line) => `Write names only: “${line}”`,
  },
  electedSaved: (count) => `${many(count, 'name')} of elected people saved.`,

  files: {
    name: (title, version) => (version > 1 ? `${title} (정정 ${version - 1}차)` : title),
    draft: (title) => `${title} (공개 전 초안)`,
    sent: (title, version, sha256) => `${title}, version ${version}. SHA-256 ${sha256}`,
    documentSent: (title, version, sha256) => `${title}, version ${version}, as a document. SHA-256 ${sha256}`,
    draftSent: (open) =>
      `A draft that is not released.${open === '0' ? '' : ` What is undecided (${open}) is masked in it.`}`,
    none: 'There is no such version. ‘/expense disclose’ shows what was released.',
  },

  change: {
    added: (record, when, won) => `${record} added · ${when} · ${won}`,
    removed: (record, when, won) => `${record} left out · ${when} · ${won}`,
    changed: (record, fields) => `${record} ${fields}`,
    field: (name, before, after) => `${name} ${before} → ${after}`,
    nothing: 'none',
    more: (count) => `and ${count} more`,
  },

  states: {
    title: 'Disclosure of spending',
    row: (quarter, count, won) => `${quarter} · ${records(count)} · ${won}`,
    released: 'Released',
    partly: (months) => `Partly released (${months})`,
    waiting: (due, left) => `Due ${due} (${left})`,
    running: (due) => `Running · due ${due}`,
    none: 'No records',
    changed: (count) => `${records(count)} changed after the release`,
    hint: 'A month or quarter opens its preview: `/expense disclose 2016-10` · `/expense disclose 2016-Q3`',
  },

  terminal: {
    undecided: (count) => `Nothing was written: ${count} undecided. Decide in Slack with ‘/expense disclose’.`,
    draft: 'A draft that is not released yet.',
  },
};
