import { expect, test } from 'vitest';
import { textFor } from '../../src/text/index.ts';
import { MANAGER, MEMBER, startOffice } from '../support/office.ts';
import { recordOne } from '../support/spending.ts';

test('what an upgrade changed stands on Home once, for who has been here before', async () => {
  const { slack } = await startOffice();
  const { news, first } = textFor('ko').home;
  const person = slack.as(MEMBER);
  await recordOne(person);
  await person.openHome();
  await person.seesHome(news.title(news.version));

  await person.press('news_read', { in: 'home' });
  await person.seesHome(({ text }) => !text.includes(news.title(news.version)));
  await person.openHome();
  await slack.settled();
  expect(person.home()?.text).not.toContain(news.title(news.version));

  const newcomer = slack.as(MANAGER);
  await newcomer.openHome();
  const home = await newcomer.seesHome(first.title);
  expect(home.text).not.toContain(news.title(news.version));
});
