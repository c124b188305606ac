import type { Entry } from '../../outbox/rules.ts';

/** The kind of message that asks a manager about a proposal. */
export const PROPOSAL_ASKED = 'pledge_proposal';
/** The kind that tells whoever proposed what was decided. */
export const PROPOSAL_DECIDED = 'pledge_decided';

export const askedKey = (proposalId: number, userId: string): string => `${PROPOSAL_ASKED}:${proposalId}:${userId}`;

export const asking =
  (id: number, at: Date) =>
  ({ userId }: { userId: string }): Entry => ({
    key: askedKey(id, userId),
    kind: PROPOSAL_ASKED,
    recipient: userId,
    subject: { id },
    dueAt: at,
    expiresAt: null,
  });

type Decided = { id: number; proposedBy: string; decidedBy: string | null };

/** Whoever decided on their own proposal knows; each decision is told once. */
export function tellingDecision({ id, proposedBy, decidedBy }: Decided, at: Date): Entry[] {
  if (proposedBy === decidedBy) return [];
  const about = { kind: PROPOSAL_DECIDED, recipient: proposedBy, subject: { id }, dueAt: at, expiresAt: null };
  return [{ key: `${PROPOSAL_DECIDED}:${id}:${at.toISOString()}`, ...about }];
}
