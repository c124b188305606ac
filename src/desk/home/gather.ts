import type { Deps } from '../../base/deps.ts';
import { findUnexplained } from '../../council/policies/standing.ts';
import { countFollowups, findFollowups } from '../../followup/list/store.ts';
import { addDays, clockIn, todayIn } from '../../korean/days.ts';
import { countFailed } from '../../outbox/failed/store.ts';
import { isAdministrator, isManager } from '../../people/rules.ts';
import { findOfficeSettings, findPersonSettings } from '../../people/settings/store.ts';
import { findAccessRequests, findPeople } from '../../people/store.ts';
import { usualTerm } from '../../pledge/term.ts';
import { countWaitingFor } from '../../spending/approval/store.ts';
import { yearGone } from '../../spending/ledger/rules.ts';
import { findStatus } from '../../spending/ledger/store.ts';
import { findOwedSpends } from '../../spending/saving/owed.ts';
import { findVisits } from '../../visit/list/store.ts';
import { standingOf } from '../../visit/notice/rules.ts';
import { findNotices } from '../../visit/notice/store.ts';
import { findPrograms } from '../../visit/programs/store.ts';
import type { Person } from '../../vocabulary/person.ts';
import { findMissingSetup } from '../setup/gather.ts';
import { type HomePage, NEWS, SHOWN } from './page.ts';
import { countOpenProposals, countPledges, findDueOn, findFirstRecord, findWithoutResult } from './store.ts';
import { findToCheck } from './to-check.ts';

/** More engagements than this in a day are told by their number only. */
const MOST_TODAY = 60;
/** Days after which nobody is reminded on Home of a result any more; lists still have it. */
const RESULT_WITHIN = 30;

/** What one person's Home shows now; `offset` is where their list of follow-ups is turned to. */
export async function findHomePage(person: Person, offset: number, deps: Deps): Promise<HomePage> {
  const { db, config, now } = deps;
  const { userId } = person;
  const today = todayIn(config.timezone, now());
  const year = Number(today.slice(0, 4));
  const toDay = { days: { from: today, to: today }, cancelled: false };
  const past = { from: addDays(today, -RESULT_WITHIN), to: addDays(today, -1) };
  const [
    people,
    programs,
    visits,
    due,
    results,
    open,
    overdue,
    ledger,
    pledges,
    settings,
    office,
    first,
    waiting,
    missing,
    owed,
    unexplained,
    toCheck,
  ] = await Promise.all([
    findPeople(db),
    findPrograms(db),
    findVisits(db, toDay, { offset: 0, limit: MOST_TODAY }),
    findDueOn(db, userId, today, SHOWN.due),
    findWithoutResult(db, userId, past),
    findFollowups(db, { open: true, owner: userId }, { offset, limit: SHOWN.followups }),
    countFollowups(db, { owner: userId, overdueOn: today }),
    findStatus(db, year),
    countPledges(db),
    findPersonSettings(db, userId),
    findOfficeSettings(db),
    findFirstRecord(db, userId),
    findWaiting(person, today, deps),
    findMissingSetup(person, deps),
    findOwedSpends(db, userId, now()),
    findUnexplained(db, { day: today, time: clockIn(config.timezone, now()) }),
    findToCheck(person, today, deps),
  ]);

  const notices = await findNotices(
    db,
    visits.visits.map(({ id }) => id),
  );
  const engagements = visits.visits.map((visit) => {
    const program = programs.find(({ id }) => id === visit.programId);
    return { visit, program, standing: standingOf(visit, program, notices.get(visit.id) ?? []) };
  });
  const isMine = ({ visit }: (typeof engagements)[number]) => visit.owner === userId || visit.staff.includes(userId);
  const term = usualTerm([...new Set(pledges.map((it) => it.term))], today);
  return {
    person,
    today,
    newcomer: first === null,
    news: first !== null && first < (office.news?.since ?? '') && settings.news !== NEWS,
    missing,
    ...waiting,
    owed,
    unexplained: unexplained.filter(({ briefing }) => briefing.createdBy === userId),
    toCheck,
    mine: engagements.filter(isMine),
    others: engagements.filter((it) => !isMine(it)),
    due,
    results,
    followups: { ...open, offset, overdue },
    names: new Map(people.map((it) => [it.userId, it.name])),
    ledger: { status: ledger.status, gone: yearGone(year, today) },
    pledges: {
      term,
      statuses: pledges.filter((it) => it.term === term).flatMap(({ status, count }) => Array(count).fill(status)),
    },
    settings,
    language: person.language ?? config.language,
    officeZone: config.timezone,
  };
}

/** What this person has the right to decide. */
async function findWaiting(
  person: Person,
  today: string,
  { db }: Deps,
): Promise<Pick<HomePage, 'requests' | 'proposals' | 'approvals' | 'failed'>> {
  const [requests, proposals, approvals, failed] = await Promise.all([
    isAdministrator(person) ? findAccessRequests(db) : [],
    isManager(person) ? countOpenProposals(db) : 0,
    countWaitingFor(db, person, today), // a manager who is away may have named anyone as deputy
    isAdministrator(person) ? countFailed(db) : 0,
  ]);
  return {
    requests: { shown: requests.slice(0, SHOWN.requests), count: requests.length },
    proposals,
    approvals,
    failed,
  };
}
