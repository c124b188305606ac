import { expect, test } from 'vitest';
import type { Answer } from '../../src/simulator/action.ts';
import { MEMBER, startOffice } from '../support/office.ts';

const TIMES = 11;

test('commands typed while Slack renews and drops the connection ten times each are all answered, once', async () => {
  const { slack, running } = await startOffice();
  const me = slack.as(MEMBER);
  const typed: Promise<Answer>[] = [];
  const type = () => typed.push(me.type('/expense', `show E${100 + typed.length}`));

  for (let i = 0; i < TIMES; i++) {
    await slack.connected(2);
    type(); // nobody waits for the answer before the connection is renewed
    slack.refresh();
    type();
    await slack.connected(2);
    type();
    await Promise.all(typed); // what was under way on a line that is cut nobody can answer
    slack.cut();
    type();
  }
  const answers = await Promise.all(typed);
  await slack.settled();

  expect(answers.filter((it) => !it.ok)).toEqual([]);
  const told = me.messages().map((it) => /E1\d\d/.exec(it.text)?.[0]);
  expect(told.toSorted()).toEqual(answers.map((_, i) => `E${100 + i}`));
  expect(await running.health()).toMatchObject({ ok: true, slack: 'connected' });
});
