/** The parts of a main-work report, in the order of the 2016 one. `answers` is printed inside the annex. */
export const SECTIONS = [
  'cover',
  'functions',
  'staffing',
  'budget',
  'schedule',
  'pledges',
  'council',
  'citizens',
  'exchange',
  'audit',
  'answers',
] as const;
export type Section = (typeof SECTIONS)[number];

export const isSection = (name: unknown): name is Section => SECTIONS.includes(name as Section);

/** What people wrote, by section; a section that was never written is missing. */
export type Texts = Partial<Record<Section, string>>;

/** Letters of one section's text: what a Slack form takes. */
export const LONGEST_TEXT = 3000;
