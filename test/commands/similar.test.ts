import { expect, test } from 'vitest';
import { searchedOf } from '../../src/pledge/searched.ts';
import { addEverySample } from '../../src/samples/index.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import { textFor } from '../../src/text/index.ts';
import { MANAGER, NOW, SETTINGS, startOffice } from '../support/office.ts';

test.each(SETTINGS)(
  'a search forgives one letter in every list, and says so ($connection, $language)',
  async (setting) => {
    const office = await startOffice(setting);
    const { db, slack } = office;
    await db.deleteFrom('person').execute();
    await addEverySample(db, NOW, '2018-03-30');
    await db.updateTable('person').set({ language: setting.language }).execute();
    const me = slack.as(MANAGER);
    const similar = textFor(setting.language).conversation.similar('').trim();
    const wrong = (word: string): string =>
      `${word.slice(0, -1)}${String.fromCharCode(word.charCodeAt(word.length - 1) + 1)}`;
    const of = (text: string): string => text.split(' ').find((word) => /^[가-힣]{3,}$/.test(word)) ?? '';
    const expense = await db.selectFrom('expense').select('purpose').orderBy('id', 'desc').executeTakeFirstOrThrow();
    const visit = await db.selectFrom('visit').select('title').orderBy('id', 'desc').executeTakeFirstOrThrow();
    const followup = await db.selectFrom('followup').select('title').orderBy('id', 'desc').executeTakeFirstOrThrow();
    const member = await db.selectFrom('council_member').select('name').executeTakeFirstOrThrow();
    const pledge = await db
      .selectFrom('pledge')
      .select('title')
      .where('title', 'like', '%안심%')
      .executeTakeFirstOrThrow();

    for (const [command, typed] of [
      ['/expense', `list ${wrong(of(expense.purpose ?? ''))}`],
      ['/visit', `list ${wrong(of(visit.title))}`],
      ['/followup', `list ${wrong(of(followup.title))}`],
      ['/council', `members ${wrong(member.name)}`],
      ['/council', `list ${wrong('하수관')}`],
      ['/pledge', wrong(of(pledge.title))],
      ['/pledge', `list ${wrong(of(pledge.title))}`],
    ] as const) {
      const before = me.lastAnswer();
      await me.type(command, typed);
      const answer = await me.reads((it) => it.ts > (before?.ts ?? ''));
      expect(answer.text, `${command} ${typed}`).toContain(similar);
      expect(answer.text, `${command} ${typed}`).toContain('→');
    }
    const before = me.lastAnswer();
    await me.type('/expense', 'list 도무지없는말');
    const none = await me.reads((it) => it.ts > (before?.ts ?? ''));
    expect(none.text).not.toContain(similar);
  },
);

test.each(SETTINGS)(
  'a district is found by its name in Latin letters in every list ($connection, $language)',
  async (setting) => {
    const { db, slack } = await startOffice({ ...setting, samples: true });
    await db.updateTable('person').set({ language: setting.language }).execute();
    const title = '강남 도서관 확충';
    await db
      .updateTable('pledge')
      .set({ title, ...searchedOf({ title, goal: null }) })
      .where('id', '=', 1)
      .execute();
    const me = slack.as(MANAGER);
    for (const name of ['Gangnam', 'Gangnam-gu', 'gangnam'])
      for (const [command, typed, found] of [
        ['/council', `list ${name}`, 'C'],
        ['/council', `members ${name}`, setting.language === 'ko' ? '강남' : 'Gangnam-gu'],
        ['/visit', `list ${name}`, 'V'],
        ['/pledge', `list ${name}`, '강남 도서관'],
        ['/pledge', name, '강남 도서관'],
      ] as const) {
        const before = me.lastAnswer();
        await me.type(command, typed);
        const answer = await me.reads((it) => it.ts > (before?.ts ?? ''));
        expect(answer.text, `${command} ${typed}`).toMatch(
          new RegExp(found === 'C' || found === 'V' ? `${found}\\d+ ·` : found),
        );
      }
  },
);

test.each(SETTINGS)('a choice that is searched forgives one letter, too ($connection, $language)', async (setting) => {
  const { db, slack } = await startOffice({ ...setting, samples: true });
  const me = slack.as(MANAGER);
  const { name } = await db.selectFrom('council_member').select('name').executeTakeFirstOrThrow();
  await me.type('/council', '');
  await me.seesView();
  const slip = `${name.slice(0, -1)}${String.fromCharCode(name.charCodeAt(name.length - 1) + 1)}`;

  const offered = await me.search('members', slip);

  expect(JSON.stringify(offered)).toContain(name);
});

test.each(SETTINGS)(
  'a pledge and the expense of a receipt are chosen by a word with one letter wrong or too much ($connection, $language)',
  async (setting) => {
    const { db, slack } = await startOffice({ ...setting, samples: true });
    await db.updateTable('person').set({ language: setting.language }).execute();
    const me = slack.as(MANAGER);
    const wrong = (letter: string) => String.fromCharCode(letter.charCodeAt(0) + 1);
    const slips = ([first = '', second = '', ...rest]: string) => [
      `${wrong(first)}${second}${rest.join('')}`,
      `${first}${wrong(second)}${rest.join('')}`,
    ];
    const offered = async (field: string, typed: string) =>
      (await me.search(field, typed)).map(({ text }) => text.text).join('\n');

    await me.type(setting.language === 'ko' ? '/비서' : '/biseo', '');
    const menu = await me.reads((it) => it.buttons.length > 10);
    await me.press('menu_pledge_open', { in: menu });
    await me.seesView();
    const pledges = await db.selectFrom('pledge').select('title').where('title', 'like', '창업지원센터%').execute();
    expect(pledges.length).toBeGreaterThan(0);
    for (const typed of slips('창업지원센터')) expect(await offered('pledge', typed), typed).toContain('창업지원센터');
    expect(await me.search('pledge', '도무지없는말')).toEqual([]);
    await me.close();

    const { place } = await db
      .selectFrom('expense')
      .select('place')
      .where('place', 'is not', null)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    const word = place?.split(' ')[0] ?? '';
    const channel = CHANNELS.office;
    const said = await me.say('', { channel, files: [me.upload({ name: 'photo.png', bytes: 'as good as any' })] });
    await me.messageShortcut('receipt_from_message', { channel, ts: said.ok ? (said.ts ?? '') : '' });
    await me.seesView();
    for (const typed of slips(word)) expect(await offered('expense', typed), typed).toContain(word);
    expect(await me.search('expense', '도무지없는말')).toEqual([]);
  },
);
