import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { MEMBER, startOffice } from '../support/office.ts';

const EVERY_MS = 100;
const COMMANDS = 44;

test('commands typed every 100 ms while Slack renews and drops the connection ten times each are all answered, once', async () => {
  const { slack, running } = await startOffice();
  await slack.connected(2);
  const me = slack.as(MEMBER);

  const typed = [];
  for (let i = 0; i < COMMANDS; i++) {
    typed.push(me.type('/expense', `show E${100 + i}`)); // nobody waits for the answer before typing the next
    if (i % 4 === 1) slack.refresh();
    if (i % 4 === 3) slack.cut();
    await pause(EVERY_MS);
  }
  const answers = await Promise.all(typed);
  await slack.settled();

  expect(answers.filter((it) => !it.ok)).toEqual([]);
  const told = me.messages().map((it) => /E1\d\d/.exec(it.text)?.[0]);
  expect(told.toSorted()).toEqual(Array.from({ length: COMMANDS }, (_, i) => `E${100 + i}`));
  expect(await running.health()).toMatchObject({ slack: true });
}, 20_000);
