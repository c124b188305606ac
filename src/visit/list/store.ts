import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Database } from '../../base/db/database.ts';
import { holdsWord } from '../../base/db/like.ts';
import type { Schema } from '../../base/db/schema.ts';
import { narrowedBy } from '../../base/db/words.ts';
import { addDays } from '../../korean/days.ts';
import { MOST_LOOKED_AT } from '../../korean/near.ts';
import {
  atOneMoment,
  EVERY_ROW,
  findPage,
  holdWords,
  type Listed,
  type Part,
  type Sought,
} from '../../register/pages.ts';
import type { Day } from '../../vocabulary/day.ts';
import { type Clash, clashesOf } from '../clashes.ts';
import { LONGEST_SPAN, type Plan, type Visit } from '../rules.ts';
import { findMinutes } from '../settings/store.ts';
import { toVisit } from '../stored.ts';

/** What to list: all conditions hold at once. */
export type VisitFilter = {
  /** Days, both included; a visit that spans several days is found on each. */
  days?: { from: Day; to: Day };
  programId?: number;
  district?: string;
  /** Owner, or one of the staff. */
  person?: string;
  /** Each must occur in title, place, purpose, partner, countries or summary. */
  words?: readonly string[];
  /** Only what nobody of the council was told of, of these kinds of programs. */
  untold?: Untold;
  /** Over before this day, and nobody has said what came of it. */
  resultless?: Day;
  cancelled?: boolean;
};

type Untold = { programIds: readonly number[]; notIn: readonly string[] };
export type Page = { visits: Visit[]; count: number };

/** What the plans run into among the visits around them, and among themselves. */
export async function findClashes(db: Database, plans: readonly Plan[], except?: number): Promise<Clash[]> {
  const minutes = await findMinutes(db);
  const clashes: Clash[] = [];
  for (const plan of plans) {
    const days = { from: addDays(plan.startsOn, -1), to: addDays(plan.endsOn, 1) };
    const around = await db
      .selectFrom('visit')
      .selectAll()
      .where((eb) => eb.and(onDays(eb, days)))
      .where('cancelled_at', 'is', null)
      .where('id', '!=', except ?? 0)
      .orderBy('starts_on')
      .orderBy('start_time')
      .execute();
    clashes.push(...clashesOf(plan, around.map(toVisit), minutes));
  }
  return clashes;
}

/** One page in the order of days, with the count of all pages. `newest` turns the order round. */
export async function findVisits(db: Database, filter: VisitFilter, page: Part & { newest?: boolean }): Promise<Page> {
  const way = page.newest ? 'desc' : 'asc';
  return atOneMoment(db, async (db) => {
    const narrowed = await narrowedBy(db, 'visit', filter.words ?? []);
    const listed: Listed<'visit'> = {
      fits: (eb, inOrder) => matches(eb, filter, { narrowed, inOrder }),
      order: [
        ['starts_on', way],
        ['start_time', way],
        ['id', way],
      ],
    };
    const { rows, count } = await findPage(db, 'visit', listed, page);
    return { visits: rows.map(toVisit), count };
  });
}

/** How many fit. */
export const countVisits = (db: Database, filter: VisitFilter): Promise<number> =>
  atOneMoment(db, async (db) => {
    const { untold, cancelled, ...narrower } = filter;
    const isOfAll = Object.values(narrower).every((it) => it === undefined);
    if (untold && isOfAll) return countUntold(db, untold, cancelled === undefined ? {} : { cancelled });
    const narrowed = await narrowedBy(db, 'visit', filter.words ?? []);
    return countWhere(db, (eb) => matches(eb, filter, { narrowed, inOrder: false }));
  });

/** All of these kinds less those that nobody had to be told of, or somebody was: the first stand in an index, the others are read. */
async function countUntold(db: Database, { programIds, notIn }: Untold, rest: VisitFilter): Promise<number> {
  const ofKinds = (eb: Eb) => eb.and([eb('program_id', 'in', programIds), matches(eb, rest)]);
  const all = await countWhere(db, ofKinds);
  const elsewhere = await countWhere(db, (eb) => eb.and([ofKinds(eb), eb('district', 'in', notIn)]));
  const told = await countWhere(db, (eb) =>
    eb.and([
      ofKinds(eb),
      eb('district', 'not in', notIn),
      eb('id', 'in', eb.selectFrom('visit_notice').select('visit_id')),
    ]),
  );
  return all - elsewhere - told;
}

async function countWhere(db: Database, fits: (eb: Eb) => Condition): Promise<number> {
  const counting = db.selectFrom('visit').select((eb) => eb.fn.countAll<number>().as('count'));
  return (await counting.where(fits).executeTakeFirstOrThrow()).count;
}

/** Every visit that fits, oldest first, one at a time. */
export async function* streamVisits(db: Database, filter: VisitFilter): AsyncGenerator<Visit> {
  const rows = db
    .selectFrom('visit')
    .selectAll()
    .where((eb) => matches(eb, filter))
    .orderBy('starts_on')
    .orderBy('start_time')
    .orderBy('id')
    .stream();
  for await (const row of rows) yield toVisit(row);
}

type Condition = Expression<SqlBool>;
type Eb = ExpressionBuilder<Schema, 'visit'>;

function matches(eb: Eb, filter: VisitFilter, sought: Sought = EVERY_ROW): Condition {
  const { days, programId, district, person, words = [], untold, resultless, cancelled } = filter;
  const conditions: Condition[] = [
    ...(days ? onDays(eb, days) : []),
    ...(programId === undefined ? [] : [eb('program_id', '=', programId)]),
    ...(district ? [eb('district', '=', district)] : []),
    ...(person ? [eb.or([eb('owner', '=', person), holdsWord(eb.ref('staff'), person)])] : []),
    ...(cancelled === undefined ? [] : [eb('cancelled_at', cancelled ? 'is not' : 'is', null)]),
    ...(resultless ? [eb('summary', 'is', null), eb('ends_on', '<', resultless), eb('cancelled_at', 'is', null)] : []),
    ...holdWords(eb, words, ['title', 'place', 'purpose', 'partner', 'countries', 'summary'], sought),
  ];
  if (untold) {
    const told = eb.selectFrom('visit_notice').select('id').whereRef('visit_notice.visit_id', '=', 'visit.id');
    conditions.push(eb('program_id', 'in', untold.programIds), eb.not(eb.exists(told)));
    conditions.push(eb('district', 'not in', untold.notIn));
  }
  return eb.and(conditions);
}

/** The first bound lets the index do its work: nothing lasts longer than LONGEST_SPAN. */
const onDays = (eb: Eb, { from, to }: { from: Day; to: Day }): Condition[] => [
  eb.between('starts_on', addDays(from, -LONGEST_SPAN), to),
  eb('ends_on', '>=', from),
];

/** The titles and places of the newest visits: what a word that is found nowhere may have meant. */
export async function findTexts(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('visit')
    .select(['title', 'place', 'purpose'])
    .orderBy('id', 'desc')
    .limit(MOST_LOOKED_AT)
    .execute();
  return rows.flatMap((row) => Object.values(row).flatMap((it) => it ?? []));
}
