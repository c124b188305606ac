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
  // What the mayor did not attend.
  'staff_meeting',
  'staff_call',
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

/** The fields of `council_log`. */
export type ContactField =
  | 'kind'
  | 'date'
  | 'time'
  | 'members'
  | 'others'
  | 'agenda'
  | 'result'
  | 'requests'
  | 'briefing';

export const CONTACT_REFUSALS = [
  'missing',
  'nobody',
  'too_long',
  'too_many',
  'long_ago',
  'far_ahead',
  'too_many_lines',
] as const;
export type ContactRefusal = (typeof CONTACT_REFUSALS)[number];

export type PolicyRefusal = 'missing' | 'too_long' | 'nobody';
