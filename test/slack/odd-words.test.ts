import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { ODD_WORDS } from '../endurance/requests/mutate.ts';
import { ADMINISTRATOR, type Office, SETTINGS, type Setting, startOffice } from '../support/office.ts';

/** Behind a command's own words those that have broken one: longer than any field, no letters, names that every object has. */
const WORST = ODD_WORDS.filter((it) => it.length > 400 || ['\0', '\ud800', '__proto__', 'constructor'].includes(it));

/** Every command, alone and with each of its words. */
const LINES = commands.flatMap(({ slash = [], subs = [] }) =>
  slash.slice(0, 1).map((name) => [name, ['', ...subs.map(({ words }) => `${words[0]} `)]] as const),
);
const EACH = LINES.flatMap(([name, begun], at) => {
  const setting = SETTINGS[at % SETTINGS.length] as Setting;
  return [[name, begun, setting] as const];
});

async function typed(line: string, name: string, { slack, logged }: Office): Promise<void> {
  const me = slack.as(ADMINISTRATOR);
  await me.type(name, line);
  await slack.settled();
  while (me.view()) await me.close();
  const what = `${name} ${line.slice(0, 60)} (${line.length} letters)`;
  expect(slack.wrongs, what).toEqual([]);
  expect(
    logged.filter((it) => it.includes('A handler failed')),
    what,
  ).toEqual([]);
}

test.each(EACH)(
  'whatever is typed behind %s breaks no handler, and nothing is sent that Slack refuses',
  async (name, begun, setting) => {
    const office = await startOffice({ ...setting, samples: true });
    for (const words of begun) for (const odd of words ? WORST : ODD_WORDS) await typed(`${words}${odd}`, name, office);
  },
  300_000,
);
