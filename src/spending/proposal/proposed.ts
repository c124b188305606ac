import { z } from 'zod';

export const PROPOSED = ['activity', 'account', 'payment', 'attendees'] as const;
export type ProposedField = (typeof PROPOSED)[number];

/** What an open form was given; '' where its writer emptied the field, who is not asked again. */
export const Proposed = z.partialRecord(z.enum(PROPOSED), z.string());
export type Proposed = z.infer<typeof Proposed>;
