import { addDays } from '../../../src/korean/days.ts';
import { PERSON_CHANGE } from '../../../src/people/views.ts';
import type { PersonDriver } from '../../../src/simulator/person.ts';
import { findTotals } from '../../../src/spending/ledger/store.ts';
import { recordSpend } from '../../../src/spending/saving/store.ts';
import { textFor } from '../../../src/text/index.ts';
import { FIELDS, SPEND } from '../../support/spending.ts';
import { auditRegister } from '../audit.ts';
import type { Report } from '../forms.ts';
import { STAFF, startTwo, type Two } from './two.ts';

type Where = { folder: string; place: string };
type Pair = [one: PersonDriver, other: PersonDriver];

/** So many forms, each sent to both: one record each, two answers without an error each, sums exact. */
export async function formsToBoth(where: Where, times: number): Promise<Report> {
  return withTwo(where, async (two, breaches) => {
    const { slack, doubled, answers } = two;
    doubled.on = true;
    await shared(times, STAFF, async (id, n) => {
      const person = slack.as(id);
      await opens(person, ['/expense', ''], 'amount');
      await sends(person, { ...FIELDS, amount: String(1_000 + n), purpose: `간담회 ${n}` });
      await outcomes(two, [person]);
    });
    await slack.settled();
    const rows = await two.db.selectFrom('expense').select(['amount']).execute();
    const sum = times * 1_000 + (times * (times - 1)) / 2;
    const kept = await totalOf(two);
    if (rows.length !== times) breaches.push(`${rows.length} records`);
    if (kept.won !== sum || kept.count !== times) breaches.push(`the sum is ${kept.won}, not ${sum}`);
    const good = answers.filter(Boolean).length;
    if (good !== answers.length || good < 2 * times)
      breaches.push(`${good} answers without an error of ${answers.length}`);
    breaches.push(...(await auditRegister(where.place)));
    return { forms: times, records: rows.length, 'answers without an error': good, 'won, as it has to be': sum };
  });
}

/** Records edited by two people at once, over one replica each: one wins, the other is told. */
export async function editsByBoth(where: Where, times: number): Promise<Report> {
  return withTwo(where, async (two, breaches) => {
    await record(two, times);
    let told = 0;
    await shared(times, pairs(two), async (pair, n) => {
      for (const person of pair) {
        await opens(person, ['/expense', `edit E${n + 1}`], 'amount');
      }
      await Promise.all(pair.map((person, i) => sends(person, { amount: String(10_000 * (i + 1)) })));
      const one = await isOneTold(two, pair, '님이 먼저 수정했습니다');
      told += one ? 1 : 0;
      if (!one) breaches.push(`E${n + 1} was edited by both; they see ${pair.map(seenBy).join(' and ')}`);
    });
    const rows = await two.db.selectFrom('expense').select(['amount', 'version']).execute();
    const won = rows.filter(({ version, amount }) => version === 2 && amount !== SPEND.amount).length;
    const sum = rows.reduce((total, { amount }) => total + amount, 0);
    if (won !== times) breaches.push(`${won} winners`);
    if ((await totalOf(two)).won !== sum) breaches.push('the totals are off');
    return { edited: times, winners: won, told, 'won, as it has to be': sum };
  });
}

/** Records voided by two people at once: once each. */
export async function voidsByBoth(where: Where, times: number): Promise<Report> {
  return withTwo(where, async (two, breaches) => {
    await record(two, times);
    await shared(times, pairs(two), async (pair, n) => {
      for (const person of pair) {
        await opens(person, ['/expense', `void E${n + 1}`], 'reason');
      }
      await Promise.all(pair.map((person) => sends(person, { reason: '중복' })));
      await outcomes(two, pair);
    });
    const history = await two.db.selectFrom('history').select('record').where('action', '=', 'voided').execute();
    const each = new Set(history.map((row) => row.record)).size;
    const left = await totalOf(two);
    if (each !== times || history.length !== times) breaches.push(`${history.length} times, ${each} records`);
    if (left.won !== 0 || left.count !== 0) breaches.push(`${left.won} won are left`);
    return { voided: each, times: history.length };
  });
}

/** One hour planned by two people at once: the second is asked before it is double. */
export async function slotsByBoth(where: Where, times: number): Promise<Report> {
  return withTwo(where, async (two, breaches) => {
    let asked = 0;
    const day = (n: number) => addDays('2030-01-01', n);
    await shared(times, pairs(two), async (pair, n) => {
      for (const person of pair) {
        await opens(person, ['/현장', `${day(n)} 14:00 우이신설 공사현장 점검 강북구 민생현장`], 'title');
      }
      await Promise.all(pair.map((person) => sends(person)));
      const one = await isOneTold(two, pair, '시간이 겹칩니다');
      asked += one ? 1 : 0;
      if (!one) breaches.push(`${day(n)} was planned by both; they see ${pair.map(seenBy).join(' and ')}`);
    });
    const visits = await two.db.selectFrom('visit').select('starts_on').execute();
    const days = new Set(visits.map((row) => row.starts_on)).size;
    if (visits.length !== times || days !== times) breaches.push(`${visits.length} visits on ${days} days`);
    return { slots: times, visits: visits.length, asked };
  });
}

/** Two administrators who remove each other at once: one is left. */
export async function removalsByBoth(where: Where, times: number): Promise<Report> {
  return withTwo(
    where,
    async (two, breaches) => {
      const [one, other] = pairs(two)[0] ?? [];
      if (!one || !other) throw new Error('There is no pair.');
      await two.db
        .updateTable('person')
        .set({ role: 'member' })
        .where('user_id', 'not in', [one.id, other.id])
        .execute();
      let ones = 0;
      for (let n = 0; n < times; n++) {
        const both = { role: 'administrator' as const, removed_at: null };
        await two.db.updateTable('person').set(both).where('user_id', 'in', [one.id, other.id]).execute();
        for (const [person, whom] of [[one, other] as const, [other, one] as const]) {
          await person.type('/비서', '사람');
          const list = await person.reads('비서실 직원');
          const blockId =
            list.blocks?.find((it) => JSON.stringify(it).includes(`"value":"${whom.id}"`))?.block_id ?? '';
          await person.press(PERSON_CHANGE, { in: list, blockId });
          await person.seesView();
          await person.fill({ role: 'remove' });
        }
        await Promise.all([sends(one), sends(other)]);
        await outcomes(two, [one, other]);
        for (const person of [one, other]) if (person.view()) await person.close({ all: true });
        const left = await two.db
          .selectFrom('person')
          .select('user_id')
          .where('role', '=', 'administrator')
          .where('removed_at', 'is', null)
          .execute();
        if (left.length === 1) ones++;
        else breaches.push(`${left.length} administrators are left the ${n + 1}th time`);
      }
      return { 'removed each other': times, 'one left': ones };
    },
    'administrator',
  );
}

type Work = (two: Two, breaches: string[]) => Promise<Record<string, number>>;

async function withTwo(where: Where, work: Work, role: 'manager' | 'administrator' = 'manager'): Promise<Report> {
  const two = await startTwo({ ...where, role });
  const breaches: string[] = [];
  try {
    const counts = await work(two, breaches);
    // On a busy machine; the form stays, and is sent again.
    const late = two.slack.wrongs.filter((it) => it.includes('was not acknowledged within three seconds'));
    breaches.push(...two.slack.wrongs.filter((it) => !late.includes(it)));
    return { counts: { ...counts, 'acknowledged too late': late.length }, breaches };
  } finally {
    await two.stop();
  }
}

/** Neighbours, who are served by one replica each. */
const pairs = ({ slack }: Two): Pair[] =>
  Array.from(
    { length: Math.floor(STAFF.length / 2) },
    (_, i): Pair => [slack.as(STAFF[2 * i] ?? ''), slack.as(STAFF[2 * i + 1] ?? '')],
  );

/** Each takes the next of `times` until there is none: a few at once. */
async function shared<Who>(times: number, who: readonly Who[], work: (who: Who, n: number) => Promise<void>) {
  let next = 0;
  await Promise.all(
    who.slice(0, AT_ONCE).map(async (it) => {
      while (next < times) await work(it, next++);
    }),
  );
}

const AT_ONCE = 3;

const MOST_TRIES = 10;

/** Sends a form as people do: once more where the app took longer than Slack waits, which leaves it open. */
async function sends(person: PersonDriver, fields: Parameters<PersonDriver['submit']>[0] = {}): Promise<void> {
  let said = await person.submit(fields);
  for (let tries = 1; tries < MOST_TRIES && !said.ok && said.error === 'operation_timeout' && person.view(); tries++)
    said = await person.submit();
}

type Came = 'taken' | 'told' | 'nothing';

/** What came of their forms, waited for: each is taken, or says these words or what is wrong with it. */
function outcomes({ slack }: Two, people: readonly PersonDriver[], words?: string): Promise<Came[]> {
  const { saving } = textFor('ko').access;
  const came = (person: PersonDriver): Came | undefined => {
    const view = person.view();
    if (!view) return 'taken';
    if (Object.keys(view.errors).length > 0 || (words && view.text.includes(words))) return 'told';
    return view.submit === undefined && !view.text.includes(saving) ? 'taken' : undefined;
  };
  const waited = people.map((person) =>
    slack.until(() => came(person), `${person.id} hears what came of it`).catch((): Came => 'nothing'),
  );
  return Promise.all(waited);
}

const isOneTold = async (two: Two, pair: Pair, words: string): Promise<boolean> =>
  (await outcomes(two, pair, words)).filter((it) => it === 'told').length === 1;

const seenBy = (person: PersonDriver): string =>
  JSON.stringify([person.view()?.text ?? '', person.view()?.errors ?? {}, person.lastAnswer()?.text ?? '']);

/** Types a command and waits for its form, again where that came too late for Slack; one that is still open is closed first. */
async function opens(person: PersonDriver, [command, words]: [string, string], field: string): Promise<void> {
  if (person.view()) await person.close({ all: true });
  const { tooLate } = textFor('ko').access;
  for (let tries = 1; ; tries++) {
    const before = person.lastAnswer()?.ts ?? '';
    const opened = person.seesView((view) => field in view.fields).then(() => true);
    const late = person.reads((it) => it.ts > before && it.text.includes(tooLate)).then(() => false);
    await person.type(command, words);
    if (await Promise.any([opened, late])) return;
    if (tries === MOST_TRIES) throw new Error(`${command} ${words} opens no form for ${person.id}.`);
  }
}

async function record({ db }: Two, times: number): Promise<void> {
  const at = new Date();
  for (let n = 0; n < times; n++) {
    const by = { actor: STAFF[0] ?? '', at, today: '2018-03-30', evidence: {}, receipts: [] };
    await recordSpend(db, { ...SPEND, purpose: `간담회 ${n}` }, { ...by, formKey: `form-${n}`, heldRowId: null });
  }
}

async function totalOf({ db }: Two): Promise<{ won: number; count: number }> {
  const totals = await findTotals(db);
  return {
    won: totals.reduce((sum, { spent }) => sum + spent, 0),
    count: totals.reduce((sum, { count }) => sum + count, 0),
  };
}
