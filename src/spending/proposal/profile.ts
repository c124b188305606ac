import { normalise } from '../../korean/typed.ts';
import type { Account, Activity, Payment } from '../../vocabulary/expense.ts';
import { signOf } from './signs.ts';

/** What is learned from a record. */
export type Entered = {
  id: number;
  createdBy: string;
  /** Whether it was entered here, and not read from a file. */
  typed: boolean;
  activity: Activity | null;
  account: Account | null;
  payment: Payment | null;
  place: string | null;
  purpose: string;
  attendees: string | null;
};

export type Counts<Value extends string> = Map<Value, number>;
type Tallies<Value extends string> = Map<string, Counts<Value>>;

/** What an office recorded before, counted. `upTo`: the newest record in it. */
export type Profile = {
  upTo: number;
  activities: Counts<Activity>;
  /** By what is said of a spend: its words, its place, its whole purpose, what the regulation's words say of it. */
  said: Tallies<Activity>;
  /** By who recorded it and its activity (`U1 4-나`), by each alone. */
  accounts: Tallies<Account>;
  payments: Tallies<Payment>;
  /** The account that somebody used last. */
  lastAccounts: Map<string, Account>;
  /** How the people are named, by who recorded it: `시장 외 N명`. */
  companies: Tallies<string>;
  places: Set<string>;
};

export const emptyProfile = (): Profile => ({
  upTo: 0,
  activities: new Map(),
  said: new Map(),
  accounts: new Map(),
  payments: new Map(),
  lastAccounts: new Map(),
  companies: new Map(),
  places: new Set(),
});

export function learn(profile: Profile, entered: Entered): void {
  const { id, createdBy, typed, activity, account, payment, place, purpose, attendees } = entered;
  profile.upTo = Math.max(profile.upTo, id);
  if (place) profile.places.add(placeKey(place));
  const company = attendees === null ? null : companyIn(attendees);
  if (company) tally(profile.companies, ['', createdBy], company);
  const by = ['', createdBy, ...(activity ? [` ${activity}`, `${createdBy} ${activity}`] : [])];
  if (account) tally(profile.accounts, by, account);
  if (account && typed) profile.lastAccounts.set(createdBy, account);
  if (payment) tally(profile.payments, by, payment);
  if (!activity) return;
  count(profile.activities, activity);
  tally(profile.said, traitsOf(purpose, place), activity);
}

/** What speaks of a spend's activity, each once. */
export function traitsOf(purpose: string, place: string | null): string[] {
  const sign = signOf(purpose);
  return [
    ...wordsOf(purpose).map((word) => `word ${word}`),
    // What a word says is seen where nothing else speaks.
    ...(sign ? [] : wordsOf(purpose).map((word) => `alone ${word}`)),
    ...(wholeOf(purpose) ? [`whole ${wholeOf(purpose)}`] : []),
    ...(sign?.activity ? [`sign ${sign.activity}`] : []),
    ...(place ? [`place ${placeKey(place)}`] : []),
  ];
}

/** Words of two letters and more, without figures: `3분기` is of no activity. */
export const wordsOf = (purpose: string): string[] => [
  ...new Set(
    normalise(purpose)
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 1),
  ),
];

export const wholeOf = (purpose: string): string =>
  normalise(purpose)
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');

/** `미진 (종로구 새문안로)` is 미진. */
export const placeKey = (place: string): string =>
  normalise(place)
    .toLowerCase()
    .replace(/[(（].*$/, '')
    .replace(/\s/g, '');

/** `시장 외 N명` of `시장 외 4명`; null where the words name people otherwise. */
function companyIn(attendees: string): string | null {
  const [, lead, how] = /^([^\d,@]{1,30}?) ?(외|등) ?\d+ ?[명인]$/.exec(normalise(attendees)) ?? [];
  return lead && how ? `${lead} ${how}` : null;
}

function tally<Value extends string>(tallies: Tallies<Value>, keys: readonly string[], value: Value): void {
  for (const key of keys) {
    const counts = tallies.get(key) ?? new Map<Value, number>();
    tallies.set(key, counts);
    count(counts, value);
  }
}

const count = <Value extends string>(counts: Counts<Value>, value: Value): void => {
  counts.set(value, (counts.get(value) ?? 0) + 1);
};
