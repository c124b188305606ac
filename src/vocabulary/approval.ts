/** Where a spend stands with those who approve it; null on the spend itself: nobody needs to. */
export const STATES = ['waiting', 'changes', 'approved', 'refused'] as const;
export type State = (typeof STATES)[number];
export const isState = (word: unknown): word is State => STATES.includes(word as State);

export const DECISIONS = ['approved', 'changes', 'refused'] as const;
export type Decision = (typeof DECISIONS)[number];

export type RightRefusal = 'own' | 'approved_before' | 'not_approver';

export type AwayRefusal = 'missing' | 'ends_before' | 'over' | 'too_far' | 'self' | 'not_of_office' | 'overlaps';

export const MODES = ['off', 'above', 'always'] as const;
export type Mode = (typeof MODES)[number];
export const isMode = (word: unknown): word is Mode => MODES.includes(word as Mode);
export type SettingRefusal = 'missing' | 'not_an_amount' | 'below_first';
