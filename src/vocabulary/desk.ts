/** What an office needs before everything works, in the order in which it is best done. */
export const SETUPS = [
  'people',
  'second_administrator',
  'channel',
  'budgets',
  'members',
  'pledges',
  'expenses',
] as const;
export type Setup = (typeof SETUPS)[number];

export type HolidayRefusal = 'missing' | 'known' | 'too_many';

export type SettingsRefusal = 'missing' | 'not_a_zone' | 'not_a_time' | 'not_a_birthday';
