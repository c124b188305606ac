import type { Database } from '../../base/db/database.ts';
import { addDays, instantOf, todayIn } from '../../korean/days.ts';
import { findHolidays } from '../../people/holidays.ts';
import { findNames } from '../../people/store.ts';
import { typesOf } from '../../pledge/list/rules.ts';
import { type Pledge, pledgeName } from '../../pledge/rules.ts';
import { stateOf } from '../../pledge/state.ts';
import { findPledge, findPledges } from '../../pledge/store.ts';
import { usualTerm } from '../../pledge/term.ts';
import { findTerms } from '../../pledge/totals/store.ts';
import type { Budget } from '../../spending/budget/store.ts';
import { findBudgets } from '../../spending/budget/store.ts';
import { countOpenFindings } from '../../spending/check/store.ts';
import { yearBudget, yearGone } from '../../spending/ledger/rules.ts';
import { findHeldTotal, findTotals } from '../../spending/ledger/store.ts';
import { findDoubled, NOTHING_DOUBLED } from '../../spending/twin/store.ts';
import { countVisits, findVisits } from '../../visit/list/store.ts';
import type { Part } from '../../vocabulary/digest.ts';
import { ACCOUNTS } from '../../vocabulary/expense.ts';
import { STATUSES } from '../../vocabulary/followup.ts';
import { councilOf } from './council.ts';
import {
  type Audit,
  type BudgetLine,
  type Digest,
  type Owed,
  ownersOf,
  type PledgeChange,
  type Pledges,
  type Spending,
  type Spent,
  type Then,
  type Visits,
} from './rules.ts';
import {
  findEarlierStandings,
  findOwed,
  findPledgeChanges,
  findPut,
  findSpentOn,
  findSpentUntil,
  type Stood,
} from './store.ts';
import { digestDay, digestKey, type Week, weekOf } from './week.ts';

export type Office = { now: Date; zone: string; weekday: number; without: readonly string[] };

/**
 * A week as it can be told to the whole office. This week is told as of now; one that is over as of the day its digest was
 * due, wherever the register still knows how things stood then.
 */
export async function digestOf(db: Database, week: Week, office: Office): Promise<Digest> {
  const today = todayIn(office.zone, office.now);
  const isPast = week.to < today;
  const holidays = await findHolidays(db, week.from, week.to);
  const asOf = isPast ? (digestDay(week, office.weekday, holidays) ?? week.from) : today;
  // A day that is over is told with all that was done on it.
  const moment = isPast ? instantOf(office.zone, addDays(asOf, 1), '00:00') : null;
  const wanted = (part: Part) => !office.without.includes(part);
  const before = weekOf(addDays(week.from, -7));
  const told = (await findPut(db, digestKey(before)))?.isSent ?? false;
  const then: Then = { week, asOf, moment, zone: office.zone, since: told ? before.from : null };
  const owed = wanted('followups') || wanted('audit') ? await findOwed(db, week.to, moment) : [];
  return {
    week,
    asOf,
    isPast,
    visits: wanted('visits') ? await visitsOf(db, then) : null,
    spending: wanted('spending') ? await spendingOf(db, then) : null,
    followups: wanted('followups') ? await owedOf(db, owed, then) : null,
    pledges: wanted('pledges') ? await pledgesOf(db, then) : null,
    council: wanted('council') ? await councilOf(db, then) : null,
    audit: wanted('audit') ? auditsOf(owed, then) : null,
  };
}

/** By then its owner has been asked for the third time. */
const RESULT_DAYS = 7;
/** More than a mayor can do in a week; what is beyond is only counted. */
const MOST_VISITS = 100;

async function visitsOf(db: Database, { week: { from, to }, asOf, moment }: Then): Promise<Visits | null> {
  const filter = { days: { from, to }, cancelled: false };
  const { visits, count } = await findVisits(db, filter, { offset: 0, limit: MOST_VISITS });
  const told = visits.map(({ startsOn, endsOn, startTime, title, place, district }) => ({
    startsOn,
    endsOn,
    startTime,
    title,
    place,
    district,
  }));
  const resultless = moment ? null : await countVisits(db, { resultless: addDays(asOf, -RESULT_DAYS) });
  return count + (resultless ?? 0) === 0 ? null : { count, visits: told, resultless };
}

async function spendingOf(db: Database, { week, asOf, moment }: Then): Promise<Spending | null> {
  const year = Number(asOf.slice(0, 4));
  const budgets = await findBudgets(db, year);
  const registered: Spent[] = (await findTotals(db))
    .filter((total) => total.year === year && total.count > 0)
    .map(({ account, spent, count }) => ({ account, won: spent, count }));
  const until = moment ? await findSpentUntil(db, asOf) : registered;
  const [from, to] = [addDays(week.from, -7), addDays(week.from, -1)];
  const spent = await findSpentOn(db, { from, to });
  if (budgets.length === 0 && registered.length === 0 && spent.length === 0) return null;

  const whole = { budget: yearBudget(budgets), spent: sumOf(until), registered: sumOf(registered) };
  return {
    year,
    gone: yearGone(year, asOf),
    lastWeek: { from, to, spent },
    held: await findHeldTotal(db, { from: year, to: year }),
    doubled: moment ? NOTHING_DOUBLED : await findDoubled(db, year),
    findings: moment ? null : await countOpenFindings(db, { from: `${year}-01-01`, to: asOf }),
    whole,
    accounts: accountLines(budgets, until, registered),
  };
}

const sumOf = (spent: readonly Spent[]): number => spent.reduce((sum, { won }) => sum + won, 0);

function accountLines(budgets: readonly Budget[], until: readonly Spent[], registered: readonly Spent[]): BudgetLine[] {
  return [...ACCOUNTS, null].flatMap((account) => {
    const of = (all: readonly Spent[]) => all.filter((it) => it.account === account);
    const budget = account === null ? null : (budgets.find((it) => it.account === account)?.won ?? null);
    if (budget === null && of(registered).length === 0) return [];
    return [{ account, budget, spent: sumOf(of(until)), registered: sumOf(of(registered)) }];
  });
}

async function owedOf(db: Database, all: readonly Stood[], { week, asOf, since }: Then): Promise<Owed | null> {
  const due = all.flatMap(({ status, owner, due }) =>
    due !== null && due <= week.to && (status === 'in_progress' || status === 'under_review') ? [{ owner, due }] : [],
  );
  if (due.length === 0) return null;
  const counts = ownersOf(due, asOf, since ?? '');
  const names = await findNames(
    db,
    counts.flatMap(({ owner }) => owner ?? []),
  );
  const overdue = due.filter((it) => it.due < asOf).length;
  return {
    overdue,
    fresh: counts.reduce((sum, { fresh }) => sum + fresh, 0),
    due: due.length - overdue,
    owners: counts.map((it) => ({ ...it, name: it.owner === null ? null : (names.get(it.owner) ?? it.owner) })),
  };
}

/** The audits of the week's year and before of which something is open, the latest first. */
function auditsOf(all: readonly Stood[], { week }: Then): Audit[] | null {
  const lastYear = Number(week.to.slice(0, 4));
  const years = [...new Set(all.flatMap(({ audit }) => (audit === null || audit > lastYear ? [] : [audit])))];
  const audits = years
    .sort((a, b) => b - a)
    .map((year): Audit => {
      const own = all.filter(({ audit }) => audit === year);
      const counts = STATUSES.map((status) => [status, own.filter((it) => it.status === status).length]);
      return { year, counts: Object.fromEntries(counts) as Audit['counts'] };
    })
    .filter(({ counts }) => counts.in_progress + counts.under_review > 0);
  return audits.length === 0 ? null : audits;
}

async function pledgesOf(db: Database, { week, asOf, moment, zone, since }: Then): Promise<Pledges | null> {
  const term = usualTerm(await findTerms(db), asOf);
  const earlier = moment ? await findEarlierStandings(db, moment) : new Map();
  const pledges = (await findPledges(db, term)).flatMap((pledge): Pledge[] => {
    const stood = earlier.get(pledge.id);
    if (stood === undefined) return [pledge];
    return stood === null && pledge.origin === 'form' ? [] : [{ ...pledge, ...stood }];
  });
  if (pledges.length === 0) return null;

  const span = { from: instantOf(zone, addDays(week.from, -7), '00:00'), to: instantOf(zone, week.from, '00:00') };
  const changed: PledgeChange[] = [];
  for (const { pledgeId, before, after } of await findPledgeChanges(db, span)) {
    const pledge = await findPledge(db, pledgeId);
    if (pledge && !pledge.voided) changed.push({ name: pledgeName(pledge), title: pledge.title, before, after });
  }
  const state = stateOf(term, pledges, typesOf([]));
  const troubled = state.troubled.map((it) => {
    const name = pledgeName(it);
    const change = changed.find((other) => other.name === name);
    const isNew = since === null || (change !== undefined && change.before.status !== change.after.status);
    return { name, title: it.title, status: it.status, isNew };
  });
  return { state: { term, total: state.total, groups: state.groups }, changed, troubled };
}
