/** What of people can be looked at: each look leaves an access record (접속기록). */
export const SEEN = ['attendees', 'receipts', 'undecided_names', 'members', 'audit_answers', 'access_records'] as const;
export type Seen = (typeof SEEN)[number];

/** Whether it stood on the screen, or left as a file. */
export const SEEN_HOW = ['opened', 'exported'] as const;
export type SeenHow = (typeof SEEN_HOW)[number];
