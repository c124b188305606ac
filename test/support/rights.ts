import { PostgresAdapter, sql } from 'kysely';
import type { Database } from '../../src/base/db/database.ts';
import { putPerson } from '../../src/people/store.ts';
import type { Answer } from '../../src/simulator/action.ts';
import type { PersonDriver } from '../../src/simulator/person.ts';
import type { SeenMessage } from '../../src/simulator/seen.ts';
import { ACCESS_ASKED } from '../../src/upkeep/accounts/told.ts';
import type { Role } from '../../src/vocabulary/person.ts';
import { ADMINISTRATOR, GUEST, MANAGER, MEMBER, NOW, type Office } from './office.ts';

/** The columns: who does it. `former` was an administrator until just now; `guest` is on no list and can't be put on one. */
export const COLUMNS = ['member', 'manager', 'administrator', 'former', 'guest'] as const;
export type Column = (typeof COLUMNS)[number];

const WHO: Record<Column, string> = {
  member: MEMBER,
  manager: MANAGER,
  administrator: ADMINISTRATOR,
  former: 'U0KANGTAEO',
  guest: GUEST,
};

/** Of the office all the time: whose records are somebody else's, and who keeps the office while others lose their role. */
export const OTHER = 'U0PARKHAEU';
const STEADY = 'U0SHINARAM';

export type It = {
  office: Office;
  db: Database;
  me: PersonDriver;
  /** Whose record it is: mine or somebody else's. */
  owner: string;
  /** As the owner, at the playground's time. */
  by: { actor: string; at: Date };
  /** Different for every cell, for what has to be called something. */
  nth: number;
};

/**
 * What somebody does. It is prepared while they may do everything; then they get the role of their column and go on: `opens` once
 * more where they should be refused, and `acts` with the form or button that they have had since.
 * Between the two the record can become its owner's (`turns`), where a form about one's own would not open.
 */
export type Scene = { opens?: () => Promise<unknown>; turns?: () => Promise<void>; acts: () => Promise<Answer> };

export type Right = {
  /** The tables that have changed when it was done. */
  changes?: string | readonly string[];
  /** What they can read when it was done. */
  reveals?: (it: It) => string | RegExp;
  scene: (it: It) => Promise<Scene>;
};

/** What came of it, for each column: `✓` done, `–` refused in words, or what went wrong. */
export async function triedBy(office: Office, right: Right, owns: 'own' | 'other', expected: string[]) {
  const came: string[] = [];
  for (const [i, column] of COLUMNS.entries())
    came.push(await tryCell(office, right, column, owns, expected[i] === '–'));
  return came;
}

/** More people than act here, so that everyone can lose what they are. */
export async function withOthers(office: Office): Promise<Office> {
  await give(office, OTHER, 'member');
  await give(office, STEADY, 'administrator');
  return office;
}

/** The forms that were submitted, by callback_id. */
export const formsTried = new Set<string>();

let cells = 0;

async function tryCell(office: Office, right: Right, column: Column, owns: 'own' | 'other', refused: boolean) {
  const { slack, db } = office;
  const me = slack.as(WHO[column]);
  const owner = owns === 'own' ? me.id : OTHER;
  slack.clock.move(20_000); // Slack takes one message a second
  await give(office, me.id, 'administrator');
  const it: It = { office, db, me, owner, by: { actor: owner, at: slack.now() }, nth: ++cells };
  const { opens, turns, acts } = await right.scene(it);
  if (opens) {
    await opens();
    await slack.settled();
    if (!me.view()) return `no form: ${me.lastAnswer()?.text}`;
  }
  await turns?.();
  await give(office, me.id, column === 'former' || column === 'guest' ? null : column);

  const before = await everything(db);
  const form = me.view()?.id;
  formsTried.add(me.view()?.callbackId ?? '');
  if (opens && refused) {
    const hears = hearing(me);
    await opens();
    await slack.settled();
    if (me.view()?.id !== form) return 'a form opened';
    if (!hears()) return 'nothing was said at the door';
  }
  const hears = hearing(me);
  const read = new Set(fromApp(me).map(keyOf));
  const answer = await acts();
  await slack.settled();
  const after = await everything(db);
  const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
  const said = hears();
  if (me.view()) await me.close({ all: true });

  const failed = office.logged.filter((line) => line.includes('A handler failed'));
  if (failed.length > 0) return `${failed.splice(0).join('\n')}`;
  if (!said) return answer.ok ? 'nothing was said' : `not tried: ${answer.sentence}`;
  if (right.reveals) {
    const fresh = fromApp(me).filter((message) => !read.has(keyOf(message)));
    const wanted = right.reveals(it);
    const seen = JSON.stringify(fresh).match(wanted) !== null;
    return seen ? '✓' : changed.length === 0 ? '–' : `changed ${changed.join(', ')}`;
  }
  const meant = [right.changes ?? []].flat();
  if (meant.every((table) => changed.includes(table))) return '✓';
  return changed.length === 0 ? '–' : `changed ${changed.join(', ')} only`;
}

const fromApp = (me: PersonDriver) => me.messages().filter((message) => message.fromApp);
const keyOf = (message: object): string => JSON.stringify(message);

/** Whether anything was said since to this person: in a message, at a field of their form, or in the form's place. */
function hearing(me: PersonDriver): () => boolean {
  const messages = () => JSON.stringify(fromApp(me));
  const form = () => JSON.stringify([me.view()?.text, me.view()?.errors]);
  const before = [messages(), form()];
  return () => messages() !== before[0] || (me.view() !== undefined && form() !== before[1]);
}

/** Puts somebody on the list with that role, as administrators do; null: off it. */
async function give({ db, slack }: Office, userId: string, role: Role | null): Promise<void> {
  const name = slack.slack.workspace.people.get(userId)?.name ?? userId;
  if (role) await putPerson(db, { userId, name, role, language: 'ko' }, { actor: 'test', at: NOW });
  else await db.updateTable('person').set({ removed_at: NOW.toISOString() }).where('user_id', '=', userId).execute();
}

/** That somebody knocked or looked is noted, and which app acts on time: no change that was tried. */
const BESIDES = new Set(['access_request', 'access_record', 'lease']);
/** Nor that administrators are to be asked about who knocked. */
const rowsOf = (table: string): string =>
  table === 'outbox' ? `"outbox" as t where kind <> '${ACCESS_ASKED}'` : `"${table}" as t`;

let asking: string | undefined;

/** Every table as it stands. */
export async function everything(db: Database): Promise<Record<string, string>> {
  const onServer = db.getExecutor().adapter instanceof PostgresAdapter;
  asking ??= (await db.introspection.getTables())
    .filter(({ name }) => !BESIDES.has(name))
    .map(({ name, columns }) => {
      if (onServer)
        return `select '${name}' as name, (select string_agg(t::text, chr(10) order by t::text) from ${rowsOf(name)}) as rows`;
      const row = columns.map((column) => `quote("${column.name}")`).join(" || ',' || ");
      return `select '${name}' as name, (select group_concat(${row}, char(10)) from ${rowsOf(name)}) as rows`;
    })
    .join(' union all ');
  const { rows } = await sql<{ name: string; rows: string }>`${sql.raw(asking)}`.execute(db);
  return Object.fromEntries(rows.map((table) => [table.name, table.rows]));
}

/** What the app says to somebody about what they do. */
export async function answerTo(me: PersonDriver, act: () => Promise<unknown>): Promise<SeenMessage> {
  const before = me.lastAnswer();
  await act();
  return me.reads(() => true, before);
}

type Fields = Parameters<PersonDriver['submit']>[0];

/** A form that a command opens. */
export const typedForm = ({ me }: It, command: string, text: string, fields: Fields): Scene => ({
  opens: () => me.type(command, text),
  acts: () => me.submit(fields),
});

/** A form behind a button of what a command shows. */
export async function cardForm(it: It, [command, text]: [string, string], press: string, fields: Fields) {
  const card = await answerTo(it.me, () => it.me.type(command, text));
  return {
    opens: () => it.me.press(press, { in: card }),
    acts: () => it.me.submit(fields),
  };
}

/** A button of what a command shows. */
export async function cardButton(it: It, [command, text]: [string, string], press: string): Promise<Scene> {
  const card = await answerTo(it.me, () => it.me.type(command, text));
  return { acts: () => it.me.press(press, { in: card }) };
}

export const typed = ({ me }: It, command: string, text: string): Scene => ({ acts: () => me.type(command, text) });
