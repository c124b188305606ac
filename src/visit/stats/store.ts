import { type ExpressionBuilder, sql } from 'kysely';
import type { Database } from '../../base/db/database.ts';
import type { Schema } from '../../base/db/schema.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Program } from '../programs/rules.ts';
import { countriesIn, countsBy, type ProgramYear, type YearOfVisits } from './rules.ts';

type Span = { from: number; to: number };
type Eb = ExpressionBuilder<Schema, 'visit'>;

/** What the visits of a year that have been (up to today, not called off) add up to. Reads indexes, not records. */
export async function findYear(
  db: Database,
  year: number,
  programs: readonly Program[],
  today: Day,
): Promise<YearOfVisits> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (db) => {
      const held = (eb: Eb) =>
        eb.and([eb('year', '=', year), eb('cancelled_at', 'is', null), eb('starts_on', '<=', today)]);
      const months = await db
        .selectFrom('visit')
        .select((eb) => ['month', eb.fn.countAll<number>().as('visits')])
        .where(held)
        .groupBy('month')
        .execute();
      const districts = await db
        .selectFrom('visit')
        .select((eb) => ['district', eb.fn.countAll<number>().as('visits')])
        .where(held)
        .groupBy('district')
        .execute();
      const tallies = await findTallies(db, { from: year, to: year }, programs, today);
      return {
        year,
        tallies,
        months: months.toSorted((a, b) => a.month - b.month),
        districts: districts.toSorted((a, b) => b.visits - a.visits || (a.district < b.district ? -1 : 1)),
        ...(await countOthers(db, year, today)),
        partners: await findPartners(db, year, programs, today),
      };
    });
}

/** One program, or all, year by year. */
export async function findProgramYears(
  db: Database,
  years: Span,
  programs: readonly Program[],
  today: Day,
): Promise<ProgramYear[]> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute((db) => findTallies(db, years, programs, today));
}

async function findTallies(
  db: Database,
  years: Span,
  programs: readonly Program[],
  today: Day,
): Promise<ProgramYear[]> {
  const rows = await db
    .selectFrom('visit')
    .select((eb) => [
      'program_id',
      'year',
      eb.fn.countAll<number>().as('visits'),
      eb.fn.sum<number | null>('participants').as('participants'),
      ...levels(eb),
    ])
    .where((eb) => heldIn(eb, years, programs, today))
    .groupBy(['year', 'program_id'])
    .orderBy('year')
    .execute();
  const places = await findPlaces(db, years, programs, today);
  const abroad = await findAbroad(db, years, programs, today);
  const agenda = await findAgendaCounts(db, years);
  return rows.map((row): ProgramYear => {
    const same = (other: { program_id: number; year: number }) =>
      other.program_id === row.program_id && other.year === row.year;
    const items = agenda.find(same);
    return {
      year: row.year,
      programId: row.program_id,
      visits: row.visits,
      participants: row.participants ?? 0,
      metropolitan: row.metropolitan ?? 0,
      basic: row.basic ?? 0,
      places: places.find(same)?.places ?? 0,
      countries: countriesIn(abroad.filter(same).map((visit) => visit.countries ?? '')),
      agenda: items?.items ?? 0,
      agendaDone: items?.done ?? 0,
    };
  });
}

const inYears = (eb: Eb, { from, to }: Span) => (from === to ? eb('year', '=', from) : eb.between('year', from, to));

const heldIn = (eb: Eb, years: Span, programs: readonly Program[], today: Day) =>
  eb.and([
    inYears(eb, years),
    eb(
      'program_id',
      'in',
      programs.map(({ id }) => id),
    ),
    eb('cancelled_at', 'is', null),
    eb('starts_on', '<=', today),
  ]);

/** How many different places, of the programs that are counted so. */
function findPlaces(db: Database, years: Span, programs: readonly Program[], today: Day) {
  const counted = programs.filter((program) => countsBy(program, 'places'));
  return db
    .selectFrom('visit')
    .select((eb) => ['program_id', 'year', eb.fn.count<number>('place').distinct().as('places')])
    .where((eb) => heldIn(eb, years, counted, today))
    .groupBy(['program_id', 'year'])
    .execute();
}

function findAbroad(db: Database, years: Span, programs: readonly Program[], today: Day) {
  const counted = programs.filter((program) => countsBy(program, 'countries'));
  return db
    .selectFrom('visit')
    .select(['program_id', 'year', 'countries'])
    .where((eb) => heldIn(eb, years, counted, today))
    .where('countries', 'is not', null)
    .execute();
}

/** What was asked for, and what of it is done: on the spot, or as a follow-up. */
function findAgendaCounts(db: Database, { from, to }: Span) {
  return db
    .selectFrom('visit_agenda')
    .leftJoin('followup', 'followup.id', 'visit_agenda.followup_id')
    .select((eb) => [
      'visit_agenda.program_id',
      'visit_agenda.year',
      eb.fn.countAll<number>().as('items'),
      sql<number>`sum(case when visit_agenda.done = 1 or followup.status = 'done' then 1 else 0 end)`.as('done'),
    ])
    .where('visit_agenda.year', '>=', from)
    .where('visit_agenda.year', '<=', to)
    .groupBy(['visit_agenda.program_id', 'visit_agenda.year'])
    .execute();
}

async function countOthers(db: Database, year: number, today: Day) {
  const count = (eb: Eb) => eb.fn.countAll<number>().as('count');
  const cancelled = await db
    .selectFrom('visit')
    .select(count)
    .where('year', '=', year)
    .where('cancelled_at', 'is not', null)
    .executeTakeFirstOrThrow();
  const planned = await db
    .selectFrom('visit')
    .select(count)
    .where('starts_on', '>', today)
    .where('year', '=', year)
    .where('cancelled_at', 'is', null)
    .executeTakeFirstOrThrow();
  const sample = await db
    .selectFrom('visit')
    .select('id')
    .where('origin', '=', 'sample')
    .where('year', '=', year)
    .limit(1)
    .executeTakeFirst();
  return { cancelled: cancelled.count, planned: planned.count, sample: sample !== undefined };
}

/** Agreements of all years up to this one. */
async function findPartners(db: Database, year: number, programs: readonly Program[], today: Day) {
  const rows = await db
    .selectFrom('visit')
    .select((eb) => ['program_id', ...levels(eb)])
    .where('partner_level', 'in', ['metropolitan', 'basic'])
    .where(
      'program_id',
      'in',
      programs.filter((program) => countsBy(program, 'partner')).map(({ id }) => id),
    )
    .where('cancelled_at', 'is', null)
    .where('year', '<=', year)
    .where('starts_on', '<=', today)
    .groupBy('program_id')
    .execute();
  return rows.map((row) => ({
    programId: row.program_id,
    metropolitan: row.metropolitan ?? 0,
    basic: row.basic ?? 0,
  }));
}

const levels = (eb: Eb) =>
  (['metropolitan', 'basic'] as const).map((level) =>
    eb.fn.sum<number | null>(eb.case().when('partner_level', '=', level).then(1).else(0).end()).as(level),
  );
