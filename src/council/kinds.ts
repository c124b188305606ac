/** The kinds of contact with the city council, in the order of the 2016 report. */
export const KINDS = [
  'leaders_meeting',
  'caucus_meeting',
  'party_consultation',
  'committee_meeting',
  'mayor_meeting',
  'women_meeting',
  'other_meeting',
  'event_notice',
  'prior_briefing',
  'request_feedback',
] as const;
export type ContactKind = (typeof KINDS)[number];

export const isContactKind = (kind: unknown): kind is ContactKind => KINDS.includes(kind as ContactKind);

/** The 2016 report counts twice: in its text (Ⅱ. 주요 업무) and in its annex (감사 처리결과). */
export const TALLIES = ['text', 'annex'] as const;
export type Tally = (typeof TALLIES)[number];

export const isTally = (tally: unknown): tally is Tally => TALLIES.includes(tally as Tally);

/** What contacts are counted under; in the order of the annex's lines for 2014 and 2015. */
export const HEADINGS = ['leaders', 'consultations', 'committees', 'mayor', 'caucuses', 'women', 'others'] as const;
export type Heading = (typeof HEADINGS)[number];

export const isHeading = (heading: unknown): heading is Heading => HEADINGS.includes(heading as Heading);

/** Null: not counted. */
export type CountRules = Record<Tally, Record<ContactKind, Heading | null>>;

const NOT_MEETINGS = { event_notice: null, prior_briefing: null, request_feedback: null } as const;

/**
 * The text of 2016 puts every meeting that is neither the leaders' nor the mayor's under 당정·정책협의회 등 (6 + 9 + 14 = 29);
 * the annex names each kind and leaves 당정·정책협의회 out (6 + 2 + 14 = 22).
 */
export const USUAL_RULES: CountRules = {
  text: {
    leaders_meeting: 'leaders',
    caucus_meeting: 'consultations',
    party_consultation: 'consultations',
    committee_meeting: 'consultations',
    mayor_meeting: 'mayor',
    women_meeting: 'consultations',
    other_meeting: 'consultations',
    ...NOT_MEETINGS,
  },
  annex: {
    leaders_meeting: 'leaders',
    caucus_meeting: 'caucuses',
    party_consultation: null,
    committee_meeting: 'committees',
    mayor_meeting: 'mayor',
    women_meeting: 'women',
    other_meeting: 'others',
    ...NOT_MEETINGS,
  },
};
