import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { putPerson } from '../src/people/store.ts';
import { fresh } from './endurance/requests/fresh.ts';
import { proper } from './endurance/requests/mutate.ts';
import { type Delivered, nameOf, recordDeliveries } from './endurance/requests/record.ts';
import { send } from './endurance/requests/send.ts';
import { ADMINISTRATOR, NOW, type Office, startOffice } from './support/office.ts';
import { everything } from './support/rights.ts';

/** On the list as a member, and nothing in the register is theirs. */
const NEWCOMER = 'U0NEWBIE01';

/**
 * What a member may do with what an administrator was shown, and why: everything else that an administrator presses, submits and types
 * leaves the register as it was when a member sends the same, with a hand-made request or from a form of before.
 */
const MEANT = {
  // What a check finds is noted for everybody, whoever looks; it decides nothing.
  'command /expense check': 'check_due finding',
  'interaction menu_checks': 'check_due finding',
  // Their own: what they asked last, and what they are sent.
  'event message': 'person_setting',
  'command /biseo 올해 얼마 썼어': 'person_setting',
  'command /digest': 'person_setting',
  'interaction digest_personal_off': 'person_setting',
  'interaction digest_personal_on': 'person_setting',
};

/** The same as that, sent by somebody else. Returns all that the app said because of it, to whomever. */
async function sendAs(userId: string, base: Delivered, { slack, running }: Office): Promise<string> {
  const since = Math.max(0, ...slack.traffic().map(({ id }) => id));
  slack.clock.move(20_000); // Slack takes one message a second
  const { kind, payload } = fresh(base, userId, slack.slack);
  const url = `http://127.0.0.1:${running.port}/slack/events`;
  const { status, body } = await send(url, slack.signingSecret, proper(kind, payload));
  expect([200, 400], nameOf(base)).toContain(status);
  await slack.settled();
  const calls = slack.traffic().filter(({ id, direction }) => id > since && direction === 'out');
  return [body, ...calls.map(({ request }) => JSON.stringify(request))].join('\n');
}

/** What the register holds in words, but for such as may stand in any sentence. */
async function wordsIn({ db }: Office): Promise<string[]> {
  const { rows } = await sql<{ words: string }>`
    select title as words from visit union select title from followup union select title from pledge
    union select agenda from council_contact union select purpose from expense union select place from expense`.execute(
    db,
  );
  return rows.flatMap(({ words }) => (words && words.length > 5 ? [words] : []));
}

test('what an administrator did is refused to a member who sends the same, but for what is meant, and to who is off the list, who reads nothing', async () => {
  const office = await startOffice({ connection: 'http', samples: true, now: NOW }, { refusalsMeant: true });
  const { slack, db } = office;
  const bases = await recordDeliveries(slack, ADMINISTRATOR);
  expect(bases.length).toBeGreaterThan(200);
  await putPerson(db, { userId: NEWCOMER, name: '새로운', role: 'member', language: 'ko' }, { actor: 'test', at: NOW });

  const changed: Record<string, string> = {};
  let before = await everything(db);
  for (const base of bases) {
    await sendAs(NEWCOMER, base, office);
    const after = await everything(db);
    const tables = Object.keys(after).filter((table) => after[table] !== before[table]);
    if (tables.length > 0) changed[nameOf(base)] = tables.join(' ');
    before = after;
  }
  expect(MEANT).toMatchObject(changed); // what is due to be checked may have been checked before

  await db.updateTable('person').set({ removed_at: NOW.toISOString() }).where('user_id', '=', NEWCOMER).execute();
  before = await everything(db);
  const words = await wordsIn(office);
  expect(words.length).toBeGreaterThan(400);
  const shown: string[] = [];
  for (const base of bases) {
    const said = await sendAs(NEWCOMER, base, office);
    if (words.some((it) => said.includes(JSON.stringify(it).slice(1, -1)))) shown.push(nameOf(base));
  }
  expect(shown).toEqual([]);
  expect(await everything(db)).toEqual(before);
}, 900_000);
