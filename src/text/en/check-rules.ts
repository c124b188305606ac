import type { RuleId } from '../../vocabulary/check.ts';
import type { RuleWords } from '../ko/check-rules.ts';
import { holiday } from './holidays.ts';

const RECORDED =
  'Local accounting directive (회계관리훈령), Annex 2-2 (Annex 2 until no. 352 of 1 Jun 2024): business promotion expenses';
const SCOPE = 'Rule on local business promotion expenses (업무추진비 집행에 관한 규칙), Annex 1';
const SCOPE_SINCE =
  'Annex 1 by that name since 1 Apr 2015. The rule was read as of no. 381 (3 Mar 2023), the annex in an older copy.';
const UNREAD = 'The annex is an attachment that could not be read; this is quoted.';
const AUDITED = 'When it began is not known. An audit of 2023 quotes the directive for expenses since August 2019.';
const DIRECTIVE = 'Read in no. 416 (in force 2 Jan 2026); when it began is not known.';

/** What was found: a word of what was entered, or the activity itself. */
const entered = (word: string): string =>
  /^\d(-|$)/.test(word) ? `The activity is ${word}.` : `The record mentions “${word}”.`;

export const rules: Record<RuleId, RuleWords> = {
  E01: {
    name: 'Basics missing',
    basis: RECORDED,
    says: `Purpose, time, place and whom it was for stand on the evidence; user, time, place, purpose, headcount, amount, payment and account are published. ${UNREAD}`,
    since: 'Read in the standard of 30 Mar 2018; in use before.',
    why: ({ word }) => `What the published table has to say is missing: ${word}.`,
  },
  E02: {
    name: 'No activity',
    basis: SCOPE,
    says: 'Business promotion expenses are for the activities of Annex 1 only (art. 3 (1)).',
    since: SCOPE_SINCE,
    why: () => 'It does not say which activity it was for.',
  },
  E03: {
    name: 'Ground for activity 9',
    basis: `${SCOPE} item 9, Supreme Court 2007do7205`,
    says: 'Other duties need an ordinance or statute that fixes recipients, method and range beforehand.',
    since: '',
    why: () => 'Activity 9 needs a statute or ordinance that fixes who gets what. Give its name and article.',
  },
  E04: {
    name: 'Plan of the meeting',
    basis: `${SCOPE} item 4-나`,
    says: 'The meeting serves the city’s own duties; its form and who attends are fixed beforehand.',
    since: SCOPE_SINCE,
    why: () => 'A 4-나 meeting needs a plan made beforehand that fixes its form and who attends: its number and date.',
  },
  E05: {
    name: 'Above the limit per head',
    basis: `${RECORDED}: limit per head for meals`,
    says: `Meals cost ₩40,000 a head at most without a special reason; the reason stands on the evidence. ${UNREAD}`,
    since: 'Judged from the day from which the limit is known.',
    why: ({ won, cap, people }) => `${won} a head (${people}) is above the limit of ${cap}. Say why.`,
  },
  E06: {
    name: 'Meals for public officials',
    basis: 'Improper Solicitation Act, Enforcement Decree Annex 1; directive Annex 2-2, proviso',
    says: 'The Act’s limit for food is ₩30,000, and ₩50,000 since 27 Aug 2024. Whether the directive’s proviso of ₩30,000 changed afterwards is not known.',
    since: 'Judged from the day from which the limit is known.',
    why: ({ won, cap, word }, how) =>
      how === 'over'
        ? `No more than ${cap} a head may be spent on public officials (${won} a head).`
        : `${entered(word)} If public officials were there, ${won} a head is above the limit of ${cap}.`,
  },
  E07: {
    name: 'Main counterpart',
    basis: `${RECORDED}: from ₩500,000 the main counterpart’s affiliation or address, and name`,
    says: `From ₩500,000 the main counterpart’s affiliation or address, and name, stand on the evidence. ${UNREAD}`,
    since: 'Began with central government in January 2004; local governments before 2022.',
    why: ({ won, cap }) => `${won} is ${cap} or more. Name the main counterpart with affiliation (or address).`,
  },
  E08: {
    name: 'Split bill',
    basis: `${RECORDED}: counterpart from ₩500,000 (splitting is the classic audit finding)`,
    says: 'Splitting a bill below ₩500,000 to leave out the counterpart is an audit finding. The sentence that bans splitting could not be read.',
    since: 'Began with central government in January 2004.',
    why: ({ count, won, cap, others }) =>
      `${count} on one day, at one place or for one purpose, come to ${won} together (threshold ${cap}): ${others}. Say why it was split.`,
  },
  E09: {
    name: 'One meeting as two',
    basis: 'How published lists are written (the limit per head and ₩500,000 are of the whole meeting)',
    says: 'No law. The limit per head and ₩500,000 are of the whole meeting.',
    since: '',
    why: ({ won, others }) => `It looks like the same meeting as ${others}: ${won} together.`,
  },
  E10: {
    name: 'At night',
    basis: `${RECORDED}: not late at night`,
    says: `From 11 pm to 6 am only with evidence that it belongs to the work. ${UNREAD}`,
    since: AUDITED,
    why: ({ time }) => `${time} is late at night. Say how it belongs to the work.`,
  },
  E11: {
    name: 'On a day off',
    basis: `${RECORDED}: not on holidays, Saturdays and Sundays`,
    says: `On holidays, Saturdays and Sundays only with evidence that it belongs to the work. ${UNREAD}`,
    since: AUDITED,
    why: ({ day, word }) =>
      `${[day, holiday(word ?? '')].filter(Boolean).join(', ')} is a day off. Say how it belongs to the work, or link it to a visit.`,
  },
  E12: {
    name: 'Outside the city',
    basis: `${RECORDED}: not outside the area of duty`,
    says: `Outside the area of duty only with evidence that it belongs to the work. ${UNREAD}`,
    since: AUDITED,
    why: ({ word }) => `It lies outside the city (${word}). Say why, or link it to a visit.`,
  },
  E13: {
    name: 'Near home',
    basis: `${RECORDED}: not near the spender’s home`,
    says: `Near the spender’s home only with evidence that it belongs to the work. ${UNREAD}`,
    since: AUDITED,
    why: () => 'It was declared to be near home.',
  },
  E14: {
    name: 'Adult entertainment',
    basis: `${RECORDED}: not where mainly alcohol is sold`,
    says: `Not where mainly alcohol is sold. ${UNREAD}`,
    since: AUDITED,
    why: ({ word }, how) =>
      how === 'said' ? 'Nothing may be spent in hostess bars and the like.' : `Choose what kind of place “${word}” is.`,
  },
  E15: {
    name: 'Pub',
    basis: 'Accounting directive, Annex 4 (purchase cards); central spending guideline (2019)',
    says: `The purchase card’s standard rules out karaoke bars (가요주점) and bars, and advises against other pubs. ${UNREAD}`,
    since: 'Began with the central guideline of 2019; since when Annex 4 says so is not known.',
    why: ({ word }) => `If “${word}” is a pub, say when, where, who, what, why and how.`,
  },
  E16: {
    name: 'Cash',
    basis:
      'Local Accounting Act, Enforcement Decree art. 52: no cash but where account and card are impossible, and for money that encourages, condoles or congratulates',
    says: 'Cash only where account and card are impossible, for money that encourages (격려금), condoles (조의금) or congratulates (축의금), and for what the minister names.',
    since: 'Judged from the day the Enforcement Decree came into force (30 Nov 2016).',
    why: () => 'It was paid in cash. Say why not by card; the recipient has to confirm.',
  },
  E17: {
    name: 'No receipt',
    basis: 'Accounting directive art. 107 (1); Local Accounting Act art. 5',
    says: 'A card slip or cash receipt has to be got from the business that was paid.',
    since: DIRECTIVE,
    why: () => 'It was paid by card and has no receipt.',
  },
  E18: {
    name: 'Ledger of gifts',
    basis: `${RECORDED}: ledger of vouchers, souvenirs and specialities (when, to whom, how many)`,
    says: `Vouchers, souvenirs and specialities have a ledger of when, to whom and how many. ${UNREAD}`,
    since: 'When it began is not known; in use before 2023.',
    why: ({ word }) => `${entered(word)} Write when how many were given to whom.`,
  },
  E19: {
    name: 'Gifts to public officials',
    basis: 'Improper Solicitation Act, Enforcement Decree Annex 1 and art. 17 (2)',
    says: 'A gift may cost ₩50,000, farm goods ₩150,000, and twice that from 24 days before Seollal and Chuseok to 5 days after. A voucher for an amount is no gift; one for goods or a service is, since 30 Aug 2023.',
    since:
      'Judged from the day of the Act (28 Sep 2016). The festivals had a limit once in 2020 and in 2021, and every year since 5 Jan 2022.',
    why({ won, cap, word }, how) {
      if (how === 'voucher') return `${entered(word)} Choose who gets it.`;
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
    says: 'Only for the marriage or death of the person, the spouse and lineal relatives of both. Flowers under 7-나 and 7-다 are neither.',
    since: SCOPE_SINCE,
    why: ({ word }, how) =>
      how === 'said'
        ? 'Only for the marriage or death of oneself, the spouse or lineal relatives of both.'
        : `${entered(word)} Choose the occasion.`,
  },
  E21: {
    name: 'In the mayor’s name',
    basis: `${SCOPE} item 8-나 3)가); Public Official Election Act art. 113`,
    says: 'In the mayor’s name only to permanent staff of the city hall and heads of the next lower bodies; staff of other offices are not among them.',
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
    says: 'In another official’s name to permanent staff, members of the own council and staff of related bodies in the area.',
    since: SCOPE_SINCE,
    why: () => 'Only permanent staff, the own council’s members and staff of related bodies may get it.',
  },
  E23: {
    name: 'Limit of condolence and congratulation',
    basis: 'Improper Solicitation Act, Enforcement Decree Annex 1 (money, wreaths); the office’s own limit',
    says: 'Its ground is doubtful: the Act sets ₩50,000 for money and ₩100,000 for flowers (or both together), but excepts what superiors give to juniors. What staff get is the office’s own decision.',
    since: 'Judged from the day from which the limit is known; ₩100,000 from 28 Sep 2016 to 16 Jan 2018 is doubtful.',
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
    says: 'A mayor may give nothing to anyone in the constituency, but for what an ordinance, a statute or Annex 1 names as a duty.',
    since: 'Judged from the day from which no time of year is free (12 Mar 2004).',
    why: ({ word }, how) =>
      how === 'said'
        ? `“${word}” for someone of the district needs an activity that names such recipients.`
        : how === 'unclear'
          ? `“${word}” for someone of the district; which activity it was is not said.`
          : `${entered(word)} Choose who gets it.`,
  },
  E25: {
    name: 'No petitioners',
    basis: `${SCOPE} item 2-다`,
    says: 'Souvenirs for visitors are not for petitioners.',
    since: SCOPE_SINCE,
    why: ({ word }, how) =>
      how === 'said'
        ? '2-다 (souvenirs for visitors) is not for petitioners.'
        : `${entered(word)} 2-다 is not for petitioners. Choose who gets it.`,
  },
  E26: {
    name: 'Plan of gifts to staff',
    basis: `${SCOPE} item 6-아`,
    says: 'Customary gifts at year’s end, Seollal, Chuseok or a birthday, by a plan and budget of its own.',
    since: SCOPE_SINCE,
    why: () => '6-아 is for year’s end, the two festivals and birthdays, by a plan and budget of its own: its number.',
  },
  E27: {
    name: 'Money for field services',
    basis: `${SCOPE} item 5-가: to the head of that body`,
    says: 'What encourages field services goes to the head of that body.',
    since: SCOPE_SINCE,
    why: (_, how) => (how === 'said' ? '5-가 goes to the head of that body.' : 'Choose who got the money of 5-가.'),
  },
  E28: {
    name: 'Event before an election',
    basis: 'Public Official Election Act art. 86 (2) 4: from 60 days before to election day, officials included',
    says: 'From 60 days before any public election to its day, the mayor and all officials may not hold or support events but those that a statute provides for and a few others.',
    since: 'Since 30 Dec 1995, amended since; read as amended on 22 Apr 2026.',
    why: ({ day, days, word }, how) =>
      how === 'today'
        ? `It is election day (${day}, ${word}). See whether the event is allowed.`
        : `The election of ${day} (${word}) is ${days} away. See whether the event is allowed.`,
  },
  E29: {
    name: 'Over budget',
    basis: 'Accounting directive art. 32 (1)',
    says: 'Commitments stay within the allotted budget.',
    since: DIRECTIVE,
    why: ({ won, cap }) =>
      `${cap.includes('-') ? `${won} comes after the budget was exceeded by ${cap.replace('-', '')}` : `${won} is more than the ${cap} that is left`}. It is recorded; say why. A manager decides.`,
  },
  E30: {
    name: 'Department expenses for others',
    basis: `${RECORDED}: department expenses are for the whole department`,
    says: `Department expenses are for the whole department. ${UNREAD}`,
    since: AUDITED,
    why: ({ word }) => `${entered(word)} Department expenses are not for people outside it.`,
  },
  E31: {
    name: 'Policy project',
    basis: 'Budgeting standard: policy promotion is budgeted under a policy project',
    says: 'Policy promotion is budgeted under a concrete policy project.',
    since: 'Read in the standard of 26 Sep 2023; when it began is not known.',
    why: () => 'Policy promotion expenses belong to a policy project: which one?',
  },
  E32: {
    name: 'Another fiscal year',
    basis: 'Local Accounting Act art. 6 and 7',
    says: 'The fiscal year is the calendar year; the books close on 31 December.',
    since: '',
    why: ({ day, year }) => `${day} stands in the budget of ${year}.`,
  },
  E33: {
    name: 'Plan of the year',
    basis: 'Its absence was an audit finding (2025)',
    says: 'No clause. An audit found fault with a city that had no yearly plan.',
    since: '',
    why: ({ year }) => `The plan of spending for ${year} is not registered.`,
  },
  E34: {
    name: 'Often',
    basis: 'Measure of a public watchdog (no law)',
    says: 'No law. A watchdog’s measure of published lists, and off for a mayor’s spending.',
    since: '',
    why: ({ count, days, word }, how) =>
      how === 'place' ? `“${word}” was used ${count} in ${days}.` : `The same person spent ${count} that day.`,
  },
  E35: {
    name: 'Headcount and attendees',
    basis: 'Audit case: escorts left out of the headcount',
    says: 'No law. Escorts at another table were left out of a headcount once.',
    since: '',
    why: ({ people, count }) => `The headcount is ${people}, the attendees are ${count}. Escorts?`,
  },
  E36: {
    name: 'Duplicate',
    basis: 'Same amount, place and time as another record',
    says: 'No law. It may be one expense, entered twice.',
    since: '',
    why: ({ others }) => `The same amount, place and time as ${others}.`,
  },
  E37: {
    name: 'Deadline of disclosure',
    basis:
      'Accounting directive art. 121 (1) 2 (a duty to make an effort), Annex 2-2: each quarter, within a month after it',
    says: 'A duty to make an effort to publish, for institution and policy expenses (and the council’s own); this office publishes staff allowance and department expenses by choice. The deadline stands in Annex 2-2, which is quoted.',
    since: DIRECTIVE,
    why: () => 'Looked after with the disclosure.',
  },
  E38: {
    name: 'Personal data in a disclosure',
    basis: 'Information Disclosure Act art. 9 (1) 6 (item 라 excepts officials on duty); Daegu District Court 2012',
    says: 'Personal data may be withheld, but not the name and post of officials on duty, of any grade (item 라). To mask those of grade 5 and below is practice.',
    since: 'Read as of 2006; its present text was not found.',
    why: () => 'Looked after when a disclosure is made.',
  },
  E39: {
    name: 'Spending rate',
    basis: 'Finding of the city council’s audit',
    says: 'No law. The council found the rate of spending low.',
    since: '',
    why: () => 'Looked after with the status of the year.',
  },
  E40: {
    name: 'Prior approval',
    basis: 'Accounting directive art. 11 ((5): what may go without)',
    says: 'Spending is approved before it is made (품의). Business promotion is not among what may go without. That the card came first is what audits find most.',
    since: DIRECTIVE,
    why: ({ day }, how) =>
      how === 'late'
        ? `The prior approval (${day}) is later than the expense. Say why.`
        : 'Give the number and day of the prior approval; once for each meeting.',
  },
  E41: {
    name: 'Barred for the card',
    basis: 'Accounting directive, Annex 4 (purchase cards)',
    says: `Golf, karaoke and billiards, saunas and beauty shops, arcades and lottery shops are barred for the clean card. Which words tell is the office’s own list. ${UNREAD}`,
    since: 'When it began is not known.',
    why: ({ word }, how) =>
      how === 'said'
        ? 'The card may not be used in shops of that kind.'
        : `The place says “${word}”. Choose whether it is barred for the card.`,
  },
  E42: {
    name: 'Who gets flowers',
    basis: `${SCOPE} items 7-나 and 7-다`,
    says: 'Flowers go to the head of a related body who leaves or moves, or to a national ceremony and to the move or opening of a public body or facility. Private offices are not among them.',
    since: SCOPE_SINCE,
    why: ({ word }, how) =>
      how === 'said'
        ? `“${word}” may go to heads of related bodies, public bodies and public facilities only.`
        : `${entered(word)} Choose who gets it.`,
  },
  E43: {
    name: 'Private groups of residents',
    basis: 'Public Official Election Act art. 112 and 113 (donations), art. 87 (1) 3 (private groups)',
    says: 'To feed or give to hometown, family and school associations, hiking and other clubs is a donation, unless an ordinance or statute provides for it.',
    since: 'Judged from the day from which no time of year is free (12 Mar 2004).',
    why: ({ word }, how) =>
      how === 'said'
        ? 'Nothing may be spent on private groups of residents. Where an ordinance or statute provides for it, choose activity 9 and give its article.'
        : `${entered(word)} Choose whether it is a private group of residents.`,
  },
  E44: {
    name: 'In the city’s name',
    basis: 'Rule on local business promotion expenses art. 4 (1); Public Official Election Act art. 112 (4)',
    says: 'To voters only in the city’s name, but for 8-나. What shows the mayor’s title or name, or lets it be guessed, is a donation.',
    since: 'Judged from the day of art. 112 (4) (25 Jan 2010).',
    why: (_, how) =>
      how === 'said'
        ? 'To residents only in the city’s name; with the mayor’s title or name it becomes a donation.'
        : 'It goes to residents. Choose in whose name.',
  },
  E45: {
    name: 'Encouragement again and again',
    basis: 'Rule on local business promotion expenses art. 4 (2)',
    says: 'The own permanent staff (Annex 1 item 6) may not get money or goods regularly by the week or month.',
    since: 'Judged from the day of no. 381 (3 Mar 2023).',
    why: ({ word, others }, how) =>
      `“${word}” got something last ${how === 'weeks' ? 'week' : 'month'} too: ${others}. See whether it is regular.`,
  },
  E46: {
    name: 'Guideline on vouchers',
    basis: 'Accounting directive art. 7 (3)',
    says: 'The city makes a guideline of its own on buying and using vouchers, and manages them by it.',
    since: DIRECTIVE,
    why: ({ word }) => `${entered(word)} The office’s guideline on vouchers is not registered.`,
  },
  E47: {
    name: 'Paid in advance',
    basis: 'Reports on advance payment (no clause was read)',
    says: 'What is paid or left with a shop beforehand does not show when and for whom it was spent.',
    since: 'When it began is not known.',
    why: ({ word }) => `${entered(word)} See whether day and attendees are those of the real expense.`,
  },
  E48: {
    name: 'Round sums for nobody',
    basis: 'Reports on card fraud (no clause was read)',
    says: 'Round sums paid at one shop again and again, for nobody in particular, look like cash drawn by card.',
    since: 'When it began is not known.',
    why: ({ won, word, others }) =>
      `${won} at ${word} for nobody in particular, and the like within 30 days: ${others}.`,
  },
  E49: {
    name: 'Several expenses in one row',
    basis: 'Accounting directive art. 121 (1) 2, Annex 2-2',
    says: `What is published (time, place, purpose, headcount, amount) is said of each expense. ${UNREAD}`,
    since: 'When it began is not known.',
    why: ({ word }) => `${entered(word)} Enter each expense by itself before it is published.`,
  },
  E50: {
    name: 'Meals on a round of visits',
    basis: 'Public Official Election Act art. 112 (2) 4 item 라',
    says: 'On the first round of a term or a year (초도·연두순시) a mayor may serve refreshments only, and only until 60 days before an election.',
    since: 'Read as amended on 22 Apr 2026; when it began is not known.',
    why: ({ word, day }, how) =>
      how === 'election'
        ? `${entered(word)} In the 60 days before the election of ${day} not even refreshments may be served.`
        : `${entered(word)} A mayor may serve refreshments only; if it was a meal, say on what ground.`,
  },
  E51: {
    name: '180 days before the own election',
    basis: 'Public Official Election Act art. 86 (5) and (6)',
    says: 'From 180 days before the own election a mayor may not attend courses of residents’ centres nor, in office hours, events of bodies that are not public, and the city may not publicise its work. From 60 days before also no meetings of neighbourhood heads ((2) 5).',
    since: 'Since 30 Apr 1998, amended since; read as amended on 22 Apr 2026.',
    why: () => 'Said where a visit is planned.',
  },
  E52: {
    name: 'Card points',
    basis: 'Accounting directive art. 120 (1)',
    says: 'Points and miles of cards may not be used privately and become revenue at least once a year.',
    since: DIRECTIVE,
    why: ({ year }) => `How the card points of ${year} became revenue is not registered.`,
  },
  E53: {
    name: 'Agreement of accounting',
    basis: 'Accounting directive art. 12 (1) 3',
    says: 'The prior approval (품의) of an institution or policy expense needs the agreement of the head of accounting; from how much on, the mayor decides ((3)).',
    since: DIRECTIVE,
    why: () =>
      'Asked before approval once someone is chosen for it (shops, elections and papers in `/expense limits`).',
  },
  E54: {
    name: 'Gifts to retiring staff',
    basis: `Accounting directive art. 7 (4); ${SCOPE} item 6-나`,
    says: 'Nothing is spent to support all who retire or have served long alike; only what was budgeted after their merits were examined.',
    since: DIRECTIVE,
    why: ({ word }) =>
      `“${word}” for retiring staff: see that not all get it alike, and give the document on their merits.`,
  },
};
