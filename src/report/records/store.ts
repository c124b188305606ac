import type { Database } from '../../base/db/database.ts';
import { findCountRules } from '../../council/count/store.ts';
import { addDays, instantOf } from '../../korean/days.ts';
import { findEvaluations } from '../../pledge/evaluations/store.ts';
import { findAnswers, findRounds } from '../../pledge/reviews/store.ts';
import { termOf } from '../../pledge/term.ts';
import { isInTotals } from '../../spending/expense/list/store.ts';
import { findPrograms } from '../../visit/programs/store.ts';
import { isContactKind } from '../../vocabulary/council.ts';
import type { Day } from '../../vocabulary/day.ts';
import { isAccount } from '../../vocabulary/expense.ts';
import { AUDIT_KINDS, isStatus as isFollowupStatus, type Status } from '../../vocabulary/followup.ts';
import { PARTNER_LEVELS } from '../../vocabulary/visit.ts';
import { findOutsideFigures } from '../outside/store.ts';
import { findStaffing } from '../staffing/store.ts';
import { cut } from './cut.ts';
import type { Demand, Records, Round, Spend, Visit } from './records.ts';
import { findBudgetsThen, findPledgesThen, findStatesThen } from './then/store.ts';

/** Years of spending that a report may show beside its own. */
const YEARS_BACK = 5;

/** What a report of a year counts, as it stood at the end of a day of the office. */
export async function findRecords(
  db: Database,
  year: number,
  asOf: Day,
  office: { timezone: string; organisation: string },
): Promise<Records> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (db) => {
      const until = instantOf(office.timezone, addDays(asOf, 1), '00:00').toISOString();
      const all = await findSpends(db, year);
      const { spends, uncut } = cut(all, asOf);
      const budgets = await findBudgetsThen(db, until);
      const states = await findStatesThen(db, until);
      const round = await findRoundThen(db, asOf, until);
      const evaluations = await findEvaluations(db);
      return {
        ...{ year, asOf, organisation: office.organisation, spends, uncut, budgets, round },
        spendYears: [...new Set([...all, ...budgets].map((it) => it.year))],
        held: await findHeld(db, year),
        programs: await findPrograms(db),
        visits: await findVisits(db, year, states),
        contacts: await findContacts(db, year),
        countRules: await findCountRules(db),
        pledges: await findPledgesThen(db, round?.term ?? termOf(asOf), until),
        evaluations: evaluations.filter((it) => it.announcedOn === null || it.announcedOn <= asOf),
        demands: await findDemands(db, year - 1, { asOf, until, states }),
        staffing: await findStaffing(db, asOf),
        outside: await findOutsideFigures(db, asOf),
      };
    });
}

async function findSpends(db: Database, year: number): Promise<Spend[]> {
  const rows = await db
    .selectFrom('expense')
    .select(['id', 'year', 'month', 'spent_on', 'amount', 'account', 'category'])
    .where('year', '>=', year - YEARS_BACK)
    .where('year', '<=', year)
    .where(isInTotals)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, year: row.year, month: row.month, spentOn: row.spent_on, won: row.amount, category: row.category },
    account: isAccount(row.account) ? row.account : null,
  }));
}

async function findHeld(db: Database, year: number): Promise<Records['held']> {
  return db
    .selectFrom('held_row')
    .select(['id', 'won'])
    .where('state', '=', 'open')
    .where((eb) => eb.or([eb('year', '=', year), eb('year', 'is', null)]))
    .orderBy('id')
    .execute();
}

async function findVisits(db: Database, year: number, states: ReadonlyMap<number, Status>): Promise<Visit[]> {
  const rows = await db
    .selectFrom('visit')
    .selectAll()
    .where('year', '<=', year)
    .orderBy('starts_on')
    .orderBy('id')
    .execute();
  const agenda = await db
    .selectFrom('visit_agenda')
    .leftJoin('followup', 'followup.id', 'visit_agenda.followup_id')
    .select(['visit_id', 'nth', 'done', 'followup_id', 'followup.status'])
    .where('year', '<=', year)
    .orderBy('visit_id')
    .orderBy('nth')
    .execute();
  const items = Map.groupBy(agenda, (item) => item.visit_id);
  return rows.map((row) => ({
    id: row.id,
    programId: row.program_id,
    title: row.title,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    place: row.place,
    participants: row.participants,
    partner: row.partner,
    partnerLevel: PARTNER_LEVELS.find((level) => level === row.partner_level) ?? null,
    countries: row.countries,
    guestTitle: row.guest_title,
    award: row.award,
    cancelled: row.cancelled_at !== null,
    hasResult: row.participants !== null || row.summary !== null,
    agenda: (items.get(row.id) ?? []).map(({ nth, done, followup_id, status }) => ({
      nth,
      done: done === 1 || (states.get(followup_id ?? 0) ?? status) === 'done',
    })),
  }));
}

async function findContacts(db: Database, year: number): Promise<Records['contacts']> {
  const rows = await db
    .selectFrom('council_contact')
    .select(['id', 'kind', 'held_on'])
    .where('voided_at', 'is', null)
    .where('held_on', '<=', `${year}-12-31`)
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, kind, held_on }) => (isContactKind(kind) ? [{ id, kind, heldOn: held_on }] : []));
}

/** The newest evaluation of pledges that was frozen by then. */
async function findRoundThen(db: Database, asOf: Day, until: string): Promise<Round | null> {
  const rounds = await findRounds(db);
  const round = rounds.find(
    (it) => it.state === 'frozen' && it.asOf <= asOf && (it.closedAt === null || it.closedAt.toISOString() < until),
  );
  if (!round) return null;
  const answers = await findAnswers(db, round.id);
  return {
    ...{ name: round.name, term: round.term, asOf: round.asOf },
    publishedOn: round.publishedOn !== null && round.publishedOn <= asOf ? round.publishedOn : null,
    answers: answers.map(({ name, type, result, note }) => ({ name, type, status: result, note })),
  };
}

async function findDemands(
  db: Database,
  auditYear: number,
  { asOf, until, states }: { asOf: Day; until: string; states: ReadonlyMap<number, Status> },
): Promise<Demand[]> {
  const rows = await db
    .selectFrom('followup')
    .selectAll()
    .where('audit_year', '=', auditYear)
    .where('voided_at', 'is', null)
    .orderBy('id')
    .execute();
  const notes = await db
    .selectFrom('followup_note')
    .innerJoin('followup', 'followup.id', 'followup_note.followup_id')
    .select(['followup_id', 'followup_note.kind', 'said_on', 'words', 'said_at', 'followup.created_at'])
    .where('audit_year', '=', auditYear)
    .orderBy('followup_note.id')
    .execute();
  // What came in with the demand itself belongs to it, whenever that was entered.
  const said = notes.filter((note) => note.said_at < until || note.said_at === note.created_at);
  return AUDIT_KINDS.flatMap((kind) =>
    rows
      .filter((row) => row.kind === kind)
      .map((row): Demand => {
        const own = said.filter((note) => note.followup_id === row.id);
        const answered = row.answer && row.answered_on !== null && row.answered_on <= asOf;
        const status = states.get(row.id) ?? row.status;
        return {
          ...{ id: row.id, kind, title: row.title, department: row.department },
          status: isFollowupStatus(status) ? status : 'under_review',
          progress: [
            ...own.filter((note) => note.kind === 'progress').map((note) => dated(note.words, note.said_on)),
            ...(answered ? [`- ${dated(row.answer ?? '', row.answered_on)}`] : []),
          ],
          plan: own.filter((note) => note.kind === 'plan').map((note) => note.words),
        };
      }),
  );
}

const dated = (words: string, day: Day | null): string =>
  day === null ? words : `${words} (${day.split('-').map(Number).join('.')})`;
