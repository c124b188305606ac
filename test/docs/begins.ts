import { greetingTo } from '../../src/desk/setup/compose.ts';
import { putEntries } from '../../src/outbox/store.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import type { PersonDriver } from '../../src/simulator/person.ts';
import { type Office, OTHER_MEMBER } from '../support/office.ts';

/** What a step that names no command begins with: something that comes by itself, or a menu of Slack's own. */
const BEGINS: [step: RegExp, begin: (office: Office, person: PersonDriver) => Promise<unknown>][] = [
  [
    /^\d+\. 앱이 처음 시작되면/,
    async ({ db, slack, tick }, person) => {
      await putEntries(db, [greetingTo(person.id, slack.now())], slack.now());
      await tick();
    },
  ],
  [
    /^\d+\. 메시지의 메뉴\(⋯\)에서/,
    async ({ slack }, person) => {
      await slack.as(OTHER_MEMBER).say('주민센터 답변 자료를 금요일까지 보내 주세요', { channel: CHANNELS.office });
      const message = person.messages(CHANNELS.office).at(-1);
      if (message) await person.messageShortcut('followup_from_message', message);
    },
  ],
];

/** Begins a step that names no command. A step that says neither is nothing that its reader could do. */
export async function begin(step: string, office: Office, person: PersonDriver): Promise<void> {
  const found = BEGINS.find(([words]) => words.test(step));
  if (!found) throw new Error(`Nobody knows how to do this step: ${step}`);
  await found[1](office, person);
}
