import { setTimeout } from 'node:timers/promises';
import type { Playground } from '../../src/simulator/driver.ts';
import type { PersonDriver } from '../../src/simulator/person.ts';
import { stackOf } from '../../src/simulator/workspace.ts';
import { textFor } from '../../src/text/index.ts';
import type { Random } from './random.ts';

/** One form that someone filled in and sent, as often as it took. */
export type Form = { key: string; purpose: string; amount: number; sent: number; confirmed: boolean };

/** As long as an app waits for another that writes, and a little longer. */
const SAVING_MS = 15_000;
const PATIENCE_MS = 5_000; // then a person types the command again

/**
 * Records spends one after the other until told to stop. Someone who sees no confirmation presses again: the form is
 * still open. Notes every form that was sent, and whether the app said that it has it.
 */
export async function keepRecording(
  slack: Playground,
  userId: string,
  random: Random,
  forms: Form[],
  isOver: () => boolean,
): Promise<void> {
  const person = slack.as(userId);
  for (let n = 1; !isOver(); n++) {
    const form = { purpose: `${userId} 간담회 ${n}`, amount: random.between(1, 400) * 100, sent: 0, confirmed: false };
    const key = await openForm(slack, userId, isOver);
    if (key === null) return;
    const noted: Form = { key, ...form };
    forms.push(noted);
    while (!noted.confirmed && openKey(slack, userId) === key) {
      await connected(slack, () => false);
      noted.sent++;
      noted.confirmed = await submit(slack, userId, noted, random);
    }
    if (!noted.confirmed && person.view()) await person.close({ all: true }); // nobody answers for it any more
    // The form closes only when it was taken; what was told under the command counts as well.
    if (!noted.confirmed) noted.confirmed = person.lastAnswer()?.text.includes(noted.purpose) ?? false;
  }
}

/** Types the command until a form stands open; its key, or null when it is over before. */
async function openForm(slack: Playground, userId: string, isOver: () => boolean): Promise<string | null> {
  while (!isOver()) {
    await connected(slack, isOver);
    await slack.as(userId).type('/expense');
    await until(() => openKey(slack, userId) !== null || slack.connections() === 0);
    const key = openKey(slack, userId);
    if (key !== null) return key;
  }
  return null;
}

async function submit(slack: Playground, userId: string, form: Form, random: Random): Promise<boolean> {
  const person = slack.as(userId);
  await person.fill({
    amount: String(form.amount),
    account: '203-03',
    activity: '4-나',
    place: `${form.purpose} 식당`, // many small spends at one place would have to be explained
    purpose: form.purpose,
    headcount: 4,
    payment: 'card',
  });
  const view = stackOf(slack.slack.workspace, userId).at(-1)?.id ?? '';
  const press = () => person.act({ do: 'submit', view, values: {} });
  // Some press twice.
  const answers = await Promise.all(random.next() < 0.2 ? [press(), press()] : [press()]);
  return answers.some((answer) => answer.ok) && isTaken(person);
}

/** Whether a form that was sent is taken. That it is being saved is no confirmation: it is waited for, and may never come. */
async function isTaken(person: PersonDriver): Promise<boolean> {
  const { saving } = textFor('ko').access;
  const waits = () => person.view()?.text.includes(saving) === true;
  await until(() => !waits(), SAVING_MS);
  return !waits() && person.view()?.submit === undefined;
}

function openKey(slack: Playground, userId: string): string | null {
  const view = stackOf(slack.slack.workspace, userId).at(-1);
  // What stands there until the form does has nothing yet.
  const { key } = JSON.parse(view?.privateMetadata || '{}') as { key?: unknown };
  return key === undefined ? null : String(key);
}

const connected = (slack: Playground, isOver: () => boolean): Promise<void> =>
  until(() => slack.connections() > 0 || isOver(), 60_000);

async function until(holds: () => boolean, patience = PATIENCE_MS): Promise<void> {
  const began = performance.now();
  while (!holds() && performance.now() - began < patience) await setTimeout(10);
}
