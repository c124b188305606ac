import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { holdsWord } from '../../base/db/like.ts';
import type { Searched } from '../../base/db/postgres-words.ts';
import type { FilterName, Group } from '../../vocabulary/ask.ts';
import type { Span } from '../query.ts';

export type Condition = RawBuilder<SqlBool>;

/** What is known when a question is asked. */
export type Asking = { today: string; userId: string };

type Groups = Partial<Record<Group, RawBuilder<unknown>>>;
type Named = Partial<Record<FilterName, (value: string, asking: Asking) => Condition>>;
export type About =
  | 'attendees'
  | 'time'
  | 'kind'
  | 'program'
  | 'place'
  | 'account'
  | 'status'
  | 'progress'
  | 'department'
  | 'person';

/** The rows of one noun as a question sees them, in SQL that both engines take. */
export type Facts = {
  from: RawBuilder<unknown>;
  /** What puts rows in one order where their days are the same. */
  id: RawBuilder<unknown>;
  /** The name that people say: `E12`. */
  record: RawBuilder<string | null>;
  title: RawBuilder<string | null>;
  /** `YYYY-MM-DD`; null for what has none. */
  day: RawBuilder<string | null> | null;
  /** What is summed, in whole won or people; and how many heads it was for. */
  value: RawBuilder<number> | null;
  heads?: RawBuilder<number | null>;
  /** What is summed instead where a sum is asked for: the won of what is averaged in percent. */
  money?: RawBuilder<number>;
  unit: 'won' | 'people' | 'percent' | null;
  /** Holds for whatever counts; a filter `state` may ask for the others. */
  counted(asking: Asking, state: string | undefined): Condition;
  within(span: Span, filters: Partial<Record<FilterName, string>>): Condition;
  mine(userId: string): Condition;
  groups: Groups;
  filters: Named;
  /** Groups of which one record can stand in several: a meeting under each of its members. */
  spread?: { from: RawBuilder<unknown>; groups: Groups; filters: Named };
  /** What is said of a record where few are shown. */
  about?: Partial<Record<About, RawBuilder<unknown>>>;
  /**
   * What of people its title shows, or the filter `words` looks through: read under its own name, whose record is then kept
   * (slack/seen/watch.ts).
   */
  titled?: Record<string, RawBuilder<unknown>>;
  lookedThrough?: Record<string, RawBuilder<unknown>>;
  /** The table whose index knows what the filter `words` looks for. */
  searched?: Searched;
};

export const is = (column: RawBuilder<unknown> | string, value: string | number): Condition =>
  value === '' ? sql<SqlBool>`${ref(column)} is null` : sql<SqlBool>`${ref(column)} = ${value}`;

const ref = (column: RawBuilder<unknown> | string) => (typeof column === 'string' ? sql.ref(column) : column);

export const all = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`;

/** Every word stands in one of the columns. */
export const holds =
  (...columns: string[]) =>
  (value: string): Condition =>
    all(
      value.split(' ').map(
        (word) =>
          sql<SqlBool>`(${sql.join(
            columns.map((it) => holdsWord(sql.ref(it), word)),
            sql` or `,
          )})`,
      ),
    );

/**
 * A group whose column stands in an index that says too little else: along it SQLite would read all records in the disorder of the index,
 * which takes three to ten times as long as in their own.
 */
export const readInOrder = (column: string): RawBuilder<unknown> => sql`coalesce(${sql.ref(column)}, null)`;

export const between = (column: string, { from, to }: Span): Condition =>
  sql<SqlBool>`${sql.ref(column)} between ${from} and ${to}`;

/** `23:00-06:00`: over midnight where they are less in the end. What has no time is at none of these. */
export function betweenClocks(column: string, hours: string): Condition {
  const [from = '', to = ''] = hours.split('-');
  const time = sql.ref(column);
  return from < to
    ? sql<SqlBool>`(${time} >= ${from} and ${time} < ${to})`
    : sql<SqlBool>`(${time} >= ${from} or ${time} < ${to})`;
}

/** 0 for Sunday to 6, by Zeller's rule, which both engines can compute; null where there is no day. */
export function weekdayOf(day: string): RawBuilder<number> {
  const part = (from: number, letters: number) =>
    sql<number>`cast(substr(${sql.ref(day)}, ${sql.lit(from)}, ${sql.lit(letters)}) as integer)`;
  const [early, month] = [sql`(${part(6, 2)} < 3)`, part(6, 2)];
  const year = sql<number>`(${part(1, 4)} - case when ${early} then 1 else 0 end)`;
  const later = sql<number>`(${month} + case when ${early} then 13 else 1 end)`;
  return sql<number>`(${part(9, 2)} + 13 * ${later} / 5 + ${year} + ${year} / 4 - ${year} / 100 + ${year} / 400 + 6) % 7`;
}

/** The first letters of a day: its year or its month. */
export const yearOf = (day: string) => sql<string>`substr(${sql.ref(day)}, 1, 4)`;
/** `20163` for the third quarter. */
export const quarterOf = (day: string) =>
  sql<string>`substr(${sql.ref(day)}, 1, 4) || ((cast(substr(${sql.ref(day)}, 6, 2) as integer) + 2) / 3)`;
export const monthOf = (day: string) => sql<string>`substr(${sql.ref(day)}, 1, 7)`;
