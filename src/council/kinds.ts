import type { ContactKind, Heading, Tally } from '../vocabulary/council.ts';

/** Null: not counted. */
export type CountRules = Record<Tally, Record<ContactKind, Heading | null>>;

const NOT_MEETINGS = {
  event_notice: null,
  prior_briefing: null,
  request_feedback: null,
  staff_meeting: null,
  staff_call: null,
} as const;

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
