import type { Database } from '../../base/db/database.ts';
import { findCountRules } from '../../council/count/store.ts';
import { countContacts, findAllContacts, findToldOf } from '../../council/list/store.ts';
import { briefingName, isTold, stateOf as toldState } from '../../council/policies/rules.ts';
import { findBriefings, findMembership } from '../../council/policies/store.ts';
import { tallyYears } from '../../council/tally.ts';
import { addDays, instantOf, todayIn } from '../../korean/days.ts';
import { holidaysBetween } from '../../korean/holidays.ts';
import { findNames } from '../../people/store.ts';
import { typesOf } from '../../pledge/list/rules.ts';
import { type Pledge, pledgeName } from '../../pledge/rules.ts';
import { stateOf } from '../../pledge/state.ts';
import { findPledge, findPledges, findTerms } from '../../pledge/store.ts';
import { usualTerm } from '../../pledge/term.ts';
import type { Budget } from '../../spending/budget/store.ts';
import { findBudgets } from '../../spending/budget/store.ts';
import { countOpenFindings } from '../../spending/check/store.ts';
import { yearBudget, yearGone } from '../../spending/ledger/rules.ts';
import { findHeldTotal, findTotals } from '../../spending/ledger/store.ts';
import { findVisits } from '../../visit/list/store.ts';
import type { ContactKind } from '../../vocabulary/council.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Part } from '../../vocabulary/digest.ts';
import { ACCOUNTS } from '../../vocabulary/expense.ts';
import { STATUSES } from '../../vocabulary/followup.ts';
import {
  type Audit,
  type BudgetLine,
  type Council,
  type Digest,
  type Owed,
  ownersOf,
  type Pledges,
  type Spending,
  type Spent,
  type Visits,
} from './rules.ts';
import {
  countUnanswered,
  findEarlierStandings,
  findOwed,
  findPledgeChanges,
  findSpentOn,
  findSpentUntil,
  type Stood,
} from './store.ts';
import { digestDay, type Week } from './week.ts';

export type Office = { now: Date; zone: string; weekday: number; without: readonly string[] };

/**
 * A week as it can be told to the whole office. This week is told as of now; one that is over as of the day its digest was
 * due, wherever the register still knows how things stood then.
 */
export async function digestOf(db: Database, week: Week, office: Office): Promise<Digest> {
  const today = todayIn(office.zone, office.now);
  const isPast = week.to < today;
  const holidays = await holidaysBetween(week.from, week.to);
  const asOf = isPast ? (digestDay(week, office.weekday, holidays) ?? week.from) : today;
  // A day that is over is told with all that was done on it.
  const moment = isPast ? instantOf(office.zone, addDays(asOf, 1), '00:00') : null;
  const wanted = (part: Part) => !office.without.includes(part);
  const then: Then = { week, asOf, moment, zone: office.zone };
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

/** `moment` null: as things stand now. */
type Then = { week: Week; asOf: Day; moment: Date | null; zone: string };

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
  const none = { offset: 0, limit: 0 };
  const resultless = moment ? null : (await findVisits(db, { resultless: addDays(asOf, -RESULT_DAYS) }, none)).count;
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

async function owedOf(db: Database, all: readonly Stood[], { week, asOf }: Then): Promise<Owed | null> {
  const due = all.flatMap(({ status, owner, due }) =>
    due !== null && due <= week.to && (status === 'in_progress' || status === 'under_review') ? [{ owner, due }] : [],
  );
  if (due.length === 0) return null;
  const counts = ownersOf(due, asOf);
  const names = await findNames(
    db,
    counts.flatMap(({ owner }) => owner ?? []),
  );
  const overdue = due.filter((it) => it.due < asOf).length;
  return {
    overdue,
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

async function pledgesOf(db: Database, { week, asOf, moment, zone }: Then): Promise<Pledges | null> {
  const term = usualTerm(await findTerms(db), asOf);
  const earlier = moment ? await findEarlierStandings(db, moment) : new Map();
  const pledges = (await findPledges(db, term)).flatMap((pledge): Pledge[] => {
    const stood = earlier.get(pledge.id);
    if (stood === undefined) return [pledge];
    return stood === null && pledge.origin === 'form' ? [] : [{ ...pledge, ...stood }];
  });
  if (pledges.length === 0) return null;

  const span = { from: instantOf(zone, addDays(week.from, -7), '00:00'), to: instantOf(zone, week.from, '00:00') };
  const changed = [];
  for (const { pledgeId, before, after } of await findPledgeChanges(db, span)) {
    const pledge = await findPledge(db, pledgeId);
    if (pledge && !pledge.voided) changed.push({ name: pledgeName(pledge), title: pledge.title, before, after });
  }
  const state = stateOf(term, pledges, typesOf([], []));
  const troubled = state.troubled.map((it) => ({ name: pledgeName(it), title: it.title, status: it.status }));
  return { state: { term, total: state.total, groups: state.groups }, changed, troubled };
}

/** Nothing comes back of what was only told, and a feedback is one itself. */
const WITHOUT_RESULT: readonly ContactKind[] = ['event_notice', 'request_feedback'];
const FEEDBACK_DAYS = 7;
const USEFUL_DAYS = 30;
/** A policy is due to be explained from two weeks before it is announced. */
const BRIEFING_DAYS = 14;
const MOST_BRIEFINGS = 20;

async function councilOf(db: Database, { week, asOf, moment }: Then): Promise<Council | null> {
  const year = Number(asOf.slice(0, 4));
  const counted = await countContacts(db, { from: `${year}-01-01`, to: asOf });
  const rules = await findCountRules(db);
  const total = (tally: 'text' | 'annex') => tallyYears(counted, rules, tally)[0]?.total ?? 0;
  const council: Council = {
    year,
    counts: { text: total('text'), annex: total('annex') },
    lastWeek: await contactsOn(db, addDays(week.from, -7), addDays(week.from, -1)),
    thisWeek: await contactsOn(db, week.from, week.to),
    unanswered: moment
      ? null
      : await countUnanswered(db, {
          from: addDays(asOf, -FEEDBACK_DAYS - USEFUL_DAYS),
          to: addDays(asOf, -FEEDBACK_DAYS),
          notOf: WITHOUT_RESULT,
        }),
    briefings: await briefingsDue(db, asOf),
  };
  const { counts, lastWeek, thisWeek, unanswered, briefings } = council;
  const size = counts.text + counts.annex + lastWeek.length + thisWeek.length + (unanswered ?? 0) + briefings.length;
  return size === 0 ? null : council;
}

async function contactsOn(db: Database, from: Day, to: Day): Promise<Council['lastWeek']> {
  const contacts = await findAllContacts(db, { days: { from, to } });
  const kinds = [...new Set(contacts.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    kind,
    days: [...new Set(contacts.filter((it) => it.kind === kind).map(({ heldOn }) => heldOn))],
  }));
}

async function briefingsDue(db: Database, asOf: Day): Promise<Council['briefings']> {
  const { briefings } = await findBriefings(db, { from: asOf }, { offset: 0, limit: MOST_BRIEFINGS });
  const due = [];
  for (const briefing of briefings.filter(({ announcedOn }) => announcedOn <= addDays(asOf, BRIEFING_DAYS))) {
    const told = (await findToldOf(db, briefing.id)).filter(({ heldOn }) => heldOn <= asOf);
    const contacts = told.map(({ id, heldOn, heldTime, memberIds }) => ({
      contactId: id,
      heldOn,
      heldTime,
      memberIds,
    }));
    const states = toldState(briefing, await findMembership(db, briefing), contacts);
    const missing = states.filter((state) => !isTold(state)).map(({ audience }) => audience);
    if (missing.length === 0) continue;
    const { announcedOn, announcedTime, policy, id } = briefing;
    due.push({ name: briefingName(id), policy, announcedOn, announcedTime, missing });
  }
  return due;
}
