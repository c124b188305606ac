import type { Standing as Unexplained } from '../../council/policies/standing.ts';
import type { Page as Followups } from '../../followup/list/store.ts';
import type { PersonSettings } from '../../people/settings/rules.ts';
import type { Status as Ledger } from '../../spending/ledger/rules.ts';
import type { Owed } from '../../spending/saving/owed.ts';
import type { Program } from '../../visit/programs/rules.ts';
import type { Visit } from '../../visit/rules.ts';
import type { Setup } from '../../vocabulary/desk.ts';
import type { Language } from '../../vocabulary/language.ts';
import type { Person } from '../../vocabulary/person.ts';
import type { Status as PledgeStatus } from '../../vocabulary/pledge.ts';
import type { Standing } from '../../vocabulary/visit.ts';

/** The version whose news Home says. */
export const NEWS = '1.0';

/** One engagement of today as Home shows it. */
export type Engagement = { visit: Visit; program: Program | undefined; standing: Standing };

/** Something that managers see to, and how much of it there is. */
export type ToCheck = {
  what: 'overdue' | 'undated' | 'resultless' | 'unshared' | 'unexplained' | 'approvals' | 'held' | 'failed' | 'late';
  count: number;
};

/** Everything that one person's Home shows, as of one moment. What they may not see is not in it. */
export type HomePage = {
  person: Person;
  today: string;
  newcomer: boolean;
  /** Whether this version is new to them: they were here before it, and have not read what it changed. */
  news: boolean;
  /** For administrators; empty for everyone else. */
  missing: readonly Setup[];
  failed: number;
  /** Who asked to be added, by user id; only the first few are shown. */
  requests: { shown: readonly string[]; count: number };
  /** What waits for this person: proposals where they are a manager, expenses they may approve. */
  proposals: number;
  approvals: number;
  /** Their own spends that were returned, refused, or lack evidence. */
  owed: readonly Owed[];
  /** Policies that they entered and that were announced before everybody had heard of them. */
  unexplained: readonly Unexplained[];
  /** For managers; empty for everyone else. */
  toCheck: readonly ToCheck[];
  mine: readonly Engagement[];
  others: readonly Engagement[];
  due: { due: readonly { id: number; title: string }[]; count: number };
  results: readonly { id: number; title: string; startsOn: string }[];
  followups: Followups & { offset: number; overdue: number };
  names: ReadonlyMap<string, string>;
  ledger: { status: Ledger; gone: number };
  pledges: { term: number; statuses: readonly (PledgeStatus | null)[] };
  settings: PersonSettings;
  language: Language;
  officeZone: string;
};

/** Of a long list Home shows the first; the rest is a press away. */
export const SHOWN = {
  mine: 8,
  others: 6,
  due: 3,
  results: 3,
  owed: 5,
  unexplained: 3,
  followups: 5,
  requests: 3,
  setup: 3,
} as const;
