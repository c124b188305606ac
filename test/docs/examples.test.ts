import { expect, test } from 'vitest';
import { putOfficeSetting } from '../../src/people/settings/store.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import type { PersonDriver } from '../../src/simulator/person.ts';
import { textFor } from '../../src/text/index.ts';
import type { Language } from '../../src/vocabulary/language.ts';
import { type Example, everyExample } from '../support/examples.ts';
import { ADMINISTRATOR, type Office, startOffice } from '../support/office.ts';
import { sentencesOf } from '../support/sentences.ts';

/** The day of the samples' latest records; what they plan lies after it. */
const NOW = new Date('2026-11-30T03:00:00Z');
const HOLE = '▒';

/** What the app says where it did not understand, did not find or may not; by where the sentence stands, so that a new one is known. */
const REFUSING =
  /(?:notFound|not_found|which\w*|not[A-Z]\w*|unknown|nearest|[uU]sage|How|noSuch\w*|noExpense|hasResult|refusals\.\w+|notUnderstood\.\w+|gone|noChannel|alreadyVoid|broke|nobody)$/;
const NOTHING = /(?:^|\.)(?:none\w*|noReceipts?|empty|notRecorded)$/;
/** What is a figure there and no refusal. */
const FIGURE = /disclosure\.(?:notReleased|states)|spending\.gone/;
/** Lists of what may be nothing today: that is their answer. */
const MAY_BE_EMPTY =
  /(?:오늘|주간|다음주|지난달|지난주|내것|제안|결재|확인필요|중복|가져오기 목록|영수증 E12|미공유|보존|공휴일|결과없음|기한지남|today|week|last month|mine|proposals|approvals?|problems|twins|import list|receipt E12|unshared|retention|holidays|resultless|overdue)(?: |$)/;

const patternOf = (words: string): RegExp =>
  new RegExp(
    words
      .trim()
      .replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
      .replaceAll(new RegExp(`${HOLE}+`, 'g'), '.*'),
  );

function saidAt(language: Language, where: RegExp): { at: string; pattern: RegExp }[] {
  return sentencesOf(textFor(language), [HOLE])
    .filter(
      ({ at, words }) =>
        where.test(at) && !FIGURE.test(at) && words.replaceAll(HOLE, '').trim().length > 8 && !words.includes('`'),
    )
    .map(({ at, words }) => ({ at, pattern: patternOf(words) }));
}

/** What the person sees once it is answered: the form in front, or what was written since. */
async function answerTo(office: Office, person: PersonDriver, line: string) {
  const known = new Set(person.messages().map((it) => `${it.ts} ${it.text}`));
  const fresh = () => person.messages().filter((it) => it.fromApp && !known.has(`${it.ts} ${it.text}`));
  const [slash = '', ...rest] = line.split(' ');
  await person.type(slash, rest.join(' '));
  await office.slack.until(() => person.view() || fresh().length > 0 || undefined, `${line} is answered`);
  await office.slack.settled();
  const view = person.view();
  const fields = Object.values(view?.fields ?? {}).map(({ value }) => value);
  const words = [view?.text ?? '', ...fresh().map(({ text }) => text)].join('\n');
  while (person.view()) await person.close({ all: true });
  return { words, fields, hasForm: view !== undefined };
}

/** The samples with something of every kind that is the administrator's own, and a channel to post in. */
async function sampled(language: Language): Promise<Office> {
  const office = await startOffice({ now: NOW, samples: true, language }, { refusalsMeant: true });
  const { db } = office;
  const mine = { created_by: ADMINISTRATOR };
  await db.updateTable('person').set({ language }).where('user_id', '=', ADMINISTRATOR).execute();
  await db.updateTable('expense').set(mine).where('id', 'in', [1, 12]).execute();
  await db.updateTable('followup').set({ owner: ADMINISTRATOR }).where('id', 'in', [1, 2]).execute();
  await db.updateTable('followup').set({ owner: ADMINISTRATOR, status: 'under_review' }).where('id', '=', 12).execute();
  await db.updateTable('pledge').set({ owner: ADMINISTRATOR }).where('id', '=', 1).execute();
  await putOfficeSetting(db, 'channel', CHANNELS.office, { actor: ADMINISTRATOR, at: NOW });
  return office;
}

const byCommand = Map.groupBy(everyExample(), ({ line }) => line.split(' ')[0] ?? '');

test('there are hundreds of examples, of every command in both languages', () => {
  expect(everyExample().length).toBeGreaterThan(300);
  expect(byCommand.size).toBe(14);
});

test.each([...byCommand])('whoever types an example of %s gets what it promises', async (_slash, examples) => {
  const [{ language }] = examples as [Example];
  const refusing = [...saidAt(language, REFUSING), ...saidAt(language, /conversation\.meant\.unknown$/)];
  const nothing = saidAt(language, NOTHING);
  const office = await sampled(language);
  const person = office.slack.as(ADMINISTRATOR);

  const wrong: string[] = [];
  for (const { line, at } of examples) {
    const { words, fields, hasForm } = await answerTo(office, person, line);
    // Whatever is refused or not found is said first; below it may be a part that holds nothing.
    const first = words.trim().split('\n').slice(0, 2).join('\n');
    const refused = refusing.find(({ pattern }) => pattern.test(first));
    const none = MAY_BE_EMPTY.test(line) ? undefined : nothing.find(({ pattern }) => pattern.test(first));
    const why = refused ?? none;
    // A form's own words may well say what nobody did wrong.
    if (why && !hasForm) wrong.push(`${line} (${at}): ${why.at}: ${words.slice(0, 120)}`);
    // A window that asks for one thing has nothing to be filled with.
    const isFilled = fields.length < 5 || fields.filter((it) => it !== null && it !== '').length >= 3;
    if (hasForm && line.split(' ').length > 3 && !isFilled) wrong.push(`${line} (${at}): the form is empty`);
  }

  expect(wrong).toEqual([]);
  expect(office.logged.filter((it) => it.includes('"level":"error"'))).toEqual([]);
});
