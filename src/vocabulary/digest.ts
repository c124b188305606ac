/** The parts of a digest in their order; an office may leave some out. */
export const PARTS = ['visits', 'spending', 'followups', 'pledges', 'council', 'audit'] as const;
export type Part = (typeof PARTS)[number];

export const isPart = (part: unknown): part is Part => PARTS.includes(part as Part);
