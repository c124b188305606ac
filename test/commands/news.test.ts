import { expect, test } from 'vitest';
import { noteNews } from '../../src/desk/home/news.ts';
import { NEWS } from '../../src/desk/home/page.ts';
import { textFor } from '../../src/text/index.ts';
import { MANAGER, MEMBER, startOffice } from '../support/office.ts';
import { recordOne } from '../support/spending.ts';

const { news, first } = textFor('ko').home;

test('what an upgrade changed stands on Home once, for who was here before it', async () => {
  const { slack, db } = await startOffice();
  const person = slack.as(MEMBER);
  await recordOne(person);
  await db.deleteFrom('office_setting').where('name', '=', 'news').execute();
  slack.clock.move(60_000);
  await noteNews(db, slack.now());

  await person.openHome();
  await person.seesHome(news.title(NEWS));
  await person.press('news_read', { in: 'home' });
  await person.seesHome(({ text }) => !text.includes(news.title(NEWS)));
  await person.openHome();
  await slack.settled();
  expect(person.home()?.text).not.toContain(news.title(NEWS));

  const other = slack.as(MANAGER);
  await recordOne(other);
  await other.openHome();
  await slack.settled();
  expect(other.home()?.text).not.toContain(news.title(NEWS));
});

test('to who comes to this version nothing of it is new, before the first record and after it', async () => {
  const { slack } = await startOffice();
  const newcomer = slack.as(MEMBER);
  await newcomer.openHome();
  const home = await newcomer.seesHome(first.title);
  expect(home.text).not.toContain(news.title(NEWS));

  slack.clock.move(60_000);
  await recordOne(newcomer);
  await newcomer.openHome();
  await newcomer.seesHome(({ text }) => !text.includes(first.title));
  expect(newcomer.home()?.text).not.toContain(news.title(NEWS));
});
