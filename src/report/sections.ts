import { SECTIONS, type Section } from '../vocabulary/report.ts';

export const isSection = (name: unknown): name is Section => SECTIONS.includes(name as Section);

/** What people wrote, by section; a section that was never written is missing. */
export type Texts = Partial<Record<Section, string>>;

/** Letters of one section's text: what a Slack form takes. */
export const LONGEST_TEXT = 3000;
