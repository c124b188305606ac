import type { RuleId } from '../../vocabulary/check.ts';
import type { RuleWords } from '../ko/check-rules.ts';

const RECORDED = 'Local accounting directive (회계관리훈령), Annex 2: business promotion expenses';
const SCOPE = 'Rule on local business promotion expenses (업무추진비 집행에 관한 규칙), Annex';
const SCOPE_SINCE = 'Read in the rule of 26 Jul 2017; when it began before that is not known.';
const BY_2023 = 'When it began is not known; in use before August 2023.';

export const rules: Record<RuleId, RuleWords> = {
  E01: {
    name: 'Basics missing',
    basis: RECORDED,
    since: 'Read in the standard of 30 Mar 2018; in use before.',
    why: ({ word }) => `What the published table has to say is missing: ${word}.`,
  },
  E02: {
    name: 'No activity',
    basis: SCOPE,
    since: SCOPE_SINCE,
    why: () => 'It does not say which activity it was for.',
  },
  E03: {
    name: 'Ground for activity 9',
    basis: `${SCOPE} item 9, Supreme Court 2007do7205`,
    since: '',
    why: () => 'Activity 9 needs a statute or ordinance that fixes who gets what. Give its name and article.',
  },
  E04: {
    name: 'Plan of the meeting',
    basis: `${SCOPE} item 4-나`,
    since: SCOPE_SINCE,
    why: () => 'A 4-나 meeting needs a plan made beforehand that fixes its form and who attends: its number and date.',
  },
  E05: {
    name: 'Above the limit per head',
    basis: `${RECORDED}: limit per head for meals`,
    since: 'Judged from the day from which the limit is known.',
    why: ({ won, cap, people }) => `${won} a head (${people}) is above the limit of ${cap}. Say why.`,
  },
  E06: {
    name: 'Meals for public officials',
    basis: 'Improper Solicitation Act, Enforcement Decree Annex 1; directive Annex 2, proviso',
    since: 'Judged from the day from which the limit is known.',
    why: ({ won, cap, word }, how) =>
      how === 'over'
        ? `No more than ${cap} a head may be spent on public officials (${won} a head).`
        : `It says “${word}”. If public officials were there, ${won} a head is above the limit of ${cap}.`,
  },
  E07: {
    name: 'Main counterpart',
    basis: `${RECORDED}: from ₩500,000 the main counterpart’s affiliation or address, and name`,
    since: 'Began with central government in January 2004; local governments before 2022.',
    why: ({ won, cap }) => `${won} is ${cap} or more. Name the main counterpart with affiliation (or address).`,
  },
  E08: {
    name: 'Split bill',
    basis: `${RECORDED}: counterpart from ₩500,000 (splitting is the classic audit finding)`,
    since: 'Began with central government in January 2004.',
    why: ({ count, won, cap, others }) =>
      `${count} on one day, at one place or for one purpose, come to ${won} together (threshold ${cap}): ${others}. Say why it was split.`,
  },
  E09: {
    name: 'One meeting as two',
    basis: 'How published lists are written (the limit per head and ₩500,000 are of the whole meeting)',
    since: '',
    why: ({ won, others }) => `It looks like the same meeting as ${others}: ${won} together.`,
  },
  E10: {
    name: 'At night',
    basis: `${RECORDED}: not late at night`,
    since: BY_2023,
    why: ({ time }) => `${time} is late at night. Say how it belongs to the work.`,
  },
  E11: {
    name: 'On a free day',
    basis: `${RECORDED}: not on holidays, Saturdays and Sundays`,
    since: BY_2023,
    why: ({ day, word }) =>
      `${[day, word].filter(Boolean).join(', ')} is a free day. Say how it belongs to the work, or tie it to a visit.`,
  },
  E12: {
    name: 'Outside the city',
    basis: `${RECORDED}: not outside the area of duty`,
    since: BY_2023,
    why: ({ word }) => `It lies outside the city (${word}). Say why, or tie it to a visit.`,
  },
  E13: {
    name: 'Near home',
    basis: `${RECORDED}: not near the spender’s home`,
    since: BY_2023,
    why: () => 'It was declared to be near home.',
  },
  E14: {
    name: 'Adult entertainment',
    basis: `${RECORDED}: not where mainly alcohol is sold`,
    since: BY_2023,
    why: ({ word }, how) =>
      how === 'said' ? 'Nothing may be spent in hostess bars and the like.' : `Choose what kind of place “${word}” is.`,
  },
  E15: {
    name: 'Pub',
    basis: 'Central spending guideline (2019): reasons for spending in pubs; by analogy',
    since: '',
    why: ({ word }) => `If “${word}” is a pub, say when, where, who, what, why and how.`,
  },
  E16: {
    name: 'Cash',
    basis:
      'Local Accounting Act, Enforcement Decree art. 52: no cash but where account and card are impossible, and for 격려금, 조의금, 축의금',
    since: '',
    why: () => 'It was paid in cash. Say why not by card; whoever got it has to confirm.',
  },
  E17: {
    name: 'No receipt',
    basis: 'Local Accounting Act art. 5, accounting directive',
    since: '',
    why: () => 'It was paid by card and has no receipt.',
  },
  E18: {
    name: 'Ledger of gifts',
    basis: `${RECORDED}: ledger of vouchers, souvenirs and specialities (when, to whom, how many)`,
    since: BY_2023,
    why: ({ word }) => `It says “${word}”. Write when how many were given to whom.`,
  },
  E19: {
    name: 'Gifts to public officials',
    basis: 'Improper Solicitation Act, Enforcement Decree Annex 1; budget standard (예규 제29호)',
    since: '',
    why({ won, cap, word }, how) {
      if (how === 'voucher') return `It says “${word}”. Choose who gets it.`;
      if (how === 'kind') return `“${word}” for a public official: choose whether it is for an amount or for goods.`;
      if (how === 'forbidden') return `No “${word}” for public officials: a voucher for an amount is no gift.`;
      return how === 'said'
        ? `A gift to a public official may cost ${cap} (one costs ${won}).`
        : `One costs ${won}; for public officials ${cap} is the limit. Choose who gets it.`;
    },
  },
  E20: {
    name: 'Occasion of condolence or congratulation',
    basis: `${SCOPE} item 8-나: marriage and death, of oneself, the spouse and lineal relatives of both`,
    since: SCOPE_SINCE,
    why: ({ word }, how) =>
      how === 'said'
        ? 'Only for the marriage or death of oneself, the spouse or lineal relatives of both.'
        : `It says “${word}”. Choose the occasion.`,
  },
  E21: {
    name: 'In the mayor’s name',
    basis: `${SCOPE} item 8-나 3)가); Public Official Election Act art. 113`,
    since: SCOPE_SINCE,
    why({ word }, how) {
      if (how === 'branch') {
        return `City hall staff, it was said, but it says “${word}”. In the mayor’s name only staff of the city hall and heads of the next lower bodies may get it.`;
      }
      return how === 'said'
        ? 'In the mayor’s name only permanent staff of the city hall and heads of the next lower bodies may get it.'
        : 'Choose in whose name it was given, and to whom.';
    },
  },
  E22: {
    name: 'Who may get it',
    basis: `${SCOPE} item 8-나 3)나)`,
    since: SCOPE_SINCE,
    why: () => 'Only permanent staff, the own council’s members and staff of related bodies may get it.',
  },
  E23: {
    name: 'Limit of condolence and congratulation',
    basis: 'Improper Solicitation Act, Enforcement Decree Annex 1 (money, wreaths)',
    since: 'Judged from the day from which the limit is known.',
    why({ won, cap, others }, how) {
      if (how === 'uncounted') return `${won} in all, and it does not say for how many. ${cap} each is the limit.`;
      return how === 'sum'
        ? `${won} together with ${others}; ${cap} is the limit for one occasion.`
        : `${won} for one; ${cap} is the limit.`;
    },
  },
  E24: {
    name: 'Donation to voters',
    basis: 'Public Official Election Act art. 112 and 113 (no donations at any time)',
    since: '',
    why: ({ word }, how) =>
      how === 'said'
        ? `“${word}” for someone of the district needs an activity that names such recipients.`
        : how === 'unclear'
          ? `“${word}” for someone of the district; which activity it was is not said.`
          : `It says “${word}”. Choose who gets it.`,
  },
  E25: {
    name: 'No petitioners',
    basis: `${SCOPE} item 2-다`,
    since: SCOPE_SINCE,
    why: ({ word }, how) =>
      how === 'said'
        ? '2-다 (souvenirs for visitors) is not for petitioners.'
        : `It says “${word}”. 2-다 is not for petitioners. Choose who gets it.`,
  },
  E26: {
    name: 'Plan of gifts to staff',
    basis: `${SCOPE} item 6-아`,
    since: SCOPE_SINCE,
    why: () => '6-아 is for year’s end, the two festivals and birthdays, by a plan and budget of its own: its number.',
  },
  E27: {
    name: 'Money for field services',
    basis: `${SCOPE} item 5-가: to the head of that body`,
    since: SCOPE_SINCE,
    why: (_, how) => (how === 'said' ? '5-가 goes to the head of that body.' : 'Choose who got the money of 5-가.'),
  },
  E28: {
    name: 'Event before an election',
    basis: 'Public Official Election Act art. 86 (2) 4: from 60 days before to election day, officials included',
    since: '',
    why: ({ day, days, word }, how) =>
      how === 'today'
        ? `It is election day (${day}, ${word}). See whether the event is allowed.`
        : `The election of ${day} (${word}) is ${days} away. See whether the event is allowed.`,
  },
  E29: {
    name: 'Over budget',
    basis: 'Local Finance Act art. 47',
    since: '',
    why: ({ won, cap }) => `${won} is more than the ${cap} that is left. It is recorded; say why. A manager decides.`,
  },
  E30: {
    name: 'Department expenses for others',
    basis: `${RECORDED}: department expenses are for the whole department`,
    since: BY_2023,
    why: ({ word }) => `It says “${word}”. Department expenses are not for people outside it.`,
  },
  E31: {
    name: 'Policy project',
    basis: 'Budgeting standard: policy promotion is budgeted under a policy project',
    since: '',
    why: () => 'Policy promotion expenses belong to a policy project: which one?',
  },
  E32: {
    name: 'Another fiscal year',
    basis: 'Local Accounting Act art. 6 and 7',
    since: '',
    why: ({ day, year }) => `${day} stands in the budget of ${year}.`,
  },
  E33: {
    name: 'Plan of the year',
    basis: 'Local Accounting Act, Enforcement Decree art. 41 (2) (its absence was an audit finding)',
    since: '',
    why: ({ year }) => `The plan of spending for ${year} is not registered.`,
  },
  E34: {
    name: 'Often',
    basis: 'Measure of a public watchdog (no law)',
    since: '',
    why: ({ count, days, word }, how) =>
      how === 'place' ? `“${word}” was used ${count} in ${days}.` : `The same person spent ${count} that day.`,
  },
  E35: {
    name: 'Headcount and attendees',
    basis: 'Audit case: escorts left out of the headcount',
    since: '',
    why: ({ people, count }) => `The headcount is ${people}, the attendees are ${count}. Escorts?`,
  },
  E36: {
    name: 'Duplicate',
    basis: 'Same amount, place and time as another record',
    since: '',
    why: ({ others }) => `The same amount, place and time as ${others}.`,
  },
  E37: {
    name: 'Deadline of disclosure',
    basis: 'Accounting directive art. 121, Annex 2: each quarter, within a month after it',
    since: '',
    why: () => 'Looked after with the disclosure.',
  },
  E38: {
    name: 'Personal data in a disclosure',
    basis: 'Information Disclosure Act art. 9 (1) 6; Daegu District Court 2012',
    since: '',
    why: () => 'Looked after when a disclosure is made.',
  },
  E39: {
    name: 'Spending rate',
    basis: 'Finding of the city council’s audit',
    since: '',
    why: () => 'Looked after with the status of the year.',
  },
};
