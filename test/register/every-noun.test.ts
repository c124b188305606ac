import { promises as fs } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Database } from '../../src/base/db/database.ts';
import type { PersonDriver } from '../../src/simulator/person.ts';
import type { Command } from '../../src/slack/command.ts';
import { PATIENCE_MS } from '../../src/slack/in-time.ts';
import { type Text, textFor } from '../../src/text/index.ts';
import { holdWriter } from '../support/held.ts';
import { MANAGER, MEMBER, type Office, SETTINGS, startOffice } from '../support/office.ts';
import { type Fields, NOUNS } from './nouns.ts';
import { lending } from './sixth/command.ts';

const registered = commands as Command[];
beforeAll(() => {
  registered.push(lending);
});
afterAll(() => {
  registered.splice(registered.indexOf(lending), 1);
});

const TABLE = NOUNS.flatMap((noun) => SETTINGS.map((setting) => ({ ...noun, ...setting })));

/**
 * Submits the form in front while the database is held, and lets go of it only once the app has answered: acknowledged whatever the
 * database does, which is more than acknowledged while it is held for any number of seconds. That the app's patience is shorter than
 * a second is asked below.
 */
async function submitHeld({ slack, db }: Office, me: PersonDriver, fields: Fields, text: Text): Promise<void> {
  const writer = holdWriter(db);
  expect(await me.submit(fields)).toMatchObject({ ok: true });
  expect(me.view()?.text).toContain(text.access.saving);
  await writer.release();
  await me.seesView((view) => !view.text.includes(text.access.saving) && view.submit === undefined);
  await slack.settled();
  await me.close();
}

test('a form that has to wait is acknowledged within a second', () => {
  expect(PATIENCE_MS).toBeLessThan(1_000);
});

const history = (db: Database, noun: string) =>
  db.selectFrom('history').select(['action', 'reason']).where('noun', '=', noun).orderBy('id').execute();

test.each(TABLE)(
  '$noun: mine, help, and a word nobody knows ($connection, $language)',
  async ({ say, name, word, record, connection, language }) => {
    const office = await startOffice({ connection, language });
    const { slack } = office;
    const me = slack.as(MEMBER);
    const command = say[language];
    await record(office, command);

    const also = [`내것 ${word}`, `mine ${word}`, `list ${word} 나의`, `list 나 ${word}`];
    for (const mine of ['내것', 'list 나', 'list 나의', 'list mine', 'list me', 'list @김서연', ...also]) {
      await me.type(command, mine);
      await slack.settled();
      expect(me.lastAnswer()?.text, mine).toContain(name);
    }
    await me.type(command, 'list @이준호');
    await slack.settled();
    expect(me.lastAnswer()?.text).not.toContain(name);
    for (const [typed, answered] of [
      ['help', '`'],
      ['lsit', `${command} list`],
    ] as const) {
      await me.type(command, typed);
      await slack.settled();
      expect(me.lastAnswer()?.text, typed).toContain(answered);
    }
  },
  30_000,
);

test.each(TABLE)(
  '$noun: entered, edited, ended and brought back, each acknowledged while the database is held, each once and with its reason ($connection, $language)',
  async ({ noun, table, say, name, end, edits, beside, record, connection, language }) => {
    const office = await startOffice({ connection, language });
    const { slack, db } = office;
    const me = slack.as(MEMBER);
    const command = say[language];
    const text = textFor(language);
    const [[field, typed]] = edits as [[string, string]];
    await record(office, command, (fields) => submitHeld(office, me, fields, text));
    await slack.redeliverLast();
    await slack.settled();

    await me.type(command, `edit ${name}`);
    await me.seesView();
    await submitHeld(office, me, { [field]: typed, ...beside }, text);
    const rows = db.selectFrom(table as 'visit').selectAll();
    expect(await rows.execute()).toMatchObject([{ [field]: typed, version: 2 }]);

    for (const [way, reason] of [
      [end, '@이준호 요청'],
      ['restore', '@이준호 확인'],
    ] as const) {
      await me.type(command, `${way} ${name}`);
      await me.seesView();
      expect(await me.submit({ reason: ' ' })).toMatchObject({ errors: { reason: text.conversation.missing } });
      await submitHeld(office, me, { reason }, text);
      await slack.redeliverLast();
      await slack.settled();
    }
    expect((await history(db, noun)).filter(({ reason }) => reason?.startsWith('@'))).toEqual([
      { action: expect.stringMatching(/voided|cancelled/), reason: '@이준호 요청' },
      { action: 'restored', reason: '@이준호 확인' },
    ]);
    await me.type(command, `restore ${name} 다시`);
    await slack.settled();
    expect((await history(db, noun)).filter(({ action }) => action === 'restored')).toHaveLength(1);
  },
  30_000,
);

test.each(TABLE)(
  '$noun: a form sent twice is saved once, an overtaken edit says what changed and keeps what was typed ($connection, $language)',
  async ({ noun, table, say, name, edits, beside, record, connection, language }) => {
    const office = await startOffice({ connection, language });
    const { slack, db } = office;
    const [first, second] = [slack.as(MEMBER), slack.as(MANAGER)];
    const command = say[language];
    const [[one, theirs], [other, mine]] = edits as [[string, string], [string, string]];
    await record(office, command);
    await slack.redeliverLast();
    await slack.settled();
    expect(
      await db
        .selectFrom(table as 'visit')
        .select('id')
        .execute(),
    ).toHaveLength(1);

    for (const person of [first, second]) {
      await person.type(command, `edit ${name}`);
      await person.seesView();
    }
    await first.submit({ [one]: theirs, ...beside });
    await slack.settled();
    await second.submit({ [other]: mine, ...beside });
    const again = await second.seesView('김서연');
    expect(again.text).toContain(theirs);
    expect(again.fields[other]?.value).toBe(mine);
    await second.submit();
    await slack.settled();

    const row = await db
      .selectFrom(table as 'visit')
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ [one]: theirs, [other]: mine, version: 3 });
    const made = (await history(db, noun)).filter(({ action }) => action === 'changed');
    expect(made).toHaveLength(2);
  },
  30_000,
);

test.each(TABLE)(
  '$noun: what stood in a form that was closed while its saving failed comes back ($connection, $language)',
  async ({ table, say, name, edits, beside, record, connection, language }) => {
    const office = await startOffice({ connection, language }, { refusalsMeant: true });
    const { slack, db } = office;
    const me = slack.as(MEMBER);
    const command = say[language];
    const [[field, typed]] = edits as [[string, string]];
    await record(office, command);
    await me.type(command, `edit ${name}`);
    await me.seesView();
    const writer = holdWriter(db);
    await me.submit({ [field]: typed, ...beside });
    await me.close();
    await writer.release({ without: table });

    const lost = await me.reads(textFor(language).conversation.kept);
    expect(lost.text).toContain(typed);
    expect(lost.private).toBe(true);
    await sql`alter table gone rename to ${sql.table(table)}`.execute(db);
    await me.press('form_again', { in: lost });
    expect((await me.seesView()).fields[field]?.value).toBe(typed);
    expect(await me.submit()).toMatchObject({ ok: true });
    await slack.settled();
    expect(
      await db
        .selectFrom(table as 'visit')
        .selectAll()
        .executeTakeFirst(),
    ).toMatchObject({ [field]: typed });
  },
  30_000,
);

const MORE = 20;

/** The names that a page lists. */
const listed = (me: PersonDriver, name: string): string[] =>
  me.lastAnswer()?.text.match(new RegExp(`(?<![A-Z0-9])${name[0]}\\d+`, 'g')) ?? [];

test.each(TABLE)(
  '$noun: a list says how many there are, and is turned to its end and back ($connection, $language)',
  async ({ say, name, pages, record, many, connection, language }) => {
    const office = await startOffice({ connection, language });
    const { slack, db } = office;
    const me = slack.as(MEMBER);
    const { next, previous } = textFor(language).conversation;
    await record(office, say[language]);
    await many(db, MORE);

    await me.type(say[language], 'list 나');
    await slack.settled();
    expect(me.lastAnswer()?.text).toContain(String(MORE + 1));
    const seen = new Set(listed(me, name));
    const first = [...seen];
    while (me.lastAnswer()?.buttons.includes(next)) {
      await me.press(`${pages}_next`);
      await slack.settled();
      for (const it of listed(me, name)) seen.add(it);
    }
    expect(seen.size).toBe(MORE + 1);
    const last = listed(me, name);
    await me.press(`${pages}_first`);
    await slack.settled();
    expect(me.lastAnswer()?.buttons).not.toContain(previous);
    expect(listed(me, name)).toEqual(first);
    await me.press(`${pages}_last`);
    await slack.settled();
    expect(listed(me, name)).toEqual(last);
  },
  30_000,
);

test.each(SETTINGS)(
  'a proposal is found as mine, and is declined once and with a reason while the database is held ($connection, $language)',
  async ({ connection, language }) => {
    const office = await startOffice({ connection, language });
    const { slack, db } = office;
    const [member, manager] = [slack.as(MEMBER), slack.as(MANAGER)];
    const text = textFor(language);
    const command = { ko: '/공약', en: '/pledge' }[language];
    await manager.type(command, 'add 골목 안전등');
    await manager.seesView();
    await manager.submit({ source: '안전총괄과-1234' });
    await slack.settled();
    await member.type(command, 'update P1');
    await member.seesView();
    await member.submit({ status: '정상추진', progress: 40, source: '안전총괄과-1235' });
    await slack.settled();

    for (const mine of ['proposals 나', '제안 mine', '제안 안전등 @김서연', '제안 내것 P1']) {
      await member.type(command, mine);
      await slack.settled();
      expect(member.lastAnswer()?.text, mine).toContain('P1');
    }
    await member.type(command, 'proposals @이준호');
    await slack.settled();
    expect(member.lastAnswer()?.text).toBe(text.pledge.proposal.none);

    await office.tick();
    await manager.press('pledge_decline');
    await manager.seesView();
    expect(await manager.submit({ reason: ' ' })).toMatchObject({ errors: { reason: text.conversation.missing } });
    const writer = holdWriter(db);
    expect(await manager.submit({ reason: '@이준호 확인' })).toMatchObject({ ok: true });
    expect(manager.view()?.text).toContain(text.access.saving);
    await writer.release();
    await slack.settled();
    await office.tick();
    await member.reads('@이준호 확인');
    await slack.redeliverLast();
    await slack.settled();
    const declined = (await history(db, 'pledge')).filter(({ action }) => action === 'declined');
    expect(declined).toEqual([{ action: 'declined', reason: '@이준호 확인' }]);
  },
  30_000,
);

test('a sixth noun costs a migration, rules, views, a store and one command: under 120 lines, their imports among them', async () => {
  const folder = path.join(import.meta.dirname, 'sixth');
  const files = await fs.readdir(folder);
  expect(files.sort()).toEqual(['command.ts', 'migration.ts', 'rules.ts', 'store.ts', 'views.ts']);
  const own = await Promise.all(
    files.map(async (file) => {
      return (await fs.readFile(path.join(folder, file), 'utf8')).trimEnd().split('\n').length;
    }),
  );
  expect(own.reduce((sum, lines) => sum + lines, 0)).toBeLessThan(120);
});
