import { isAdministrator } from '../../src/people/rules.ts';
import { findOfficeSettings } from '../../src/people/settings/store.ts';
import { type Heard, press, Words } from '../../src/slack/command.ts';
import type { Answer, Turn } from '../../src/slack/turn.ts';
import { examine } from '../../src/upkeep/doctor/doctor.ts';
import { CHECK_UP, checkUpMessage } from '../../src/upkeep/doctor/views.ts';

export const checkUps: Heard[] = [press(CHECK_UP, Words, checkUp)];

/** What `npx biseo doctor` says, asked in Slack: the connection and the settings are well enough to ask it. */
export async function checkUp({ person, text, db, config, now }: Turn): Promise<Answer> {
  if (!isAdministrator(person)) return { text: text.access.notAdministrator };
  const { channel } = await findOfficeSettings(db);
  const lines = await examine(
    {
      problems: [],
      slack: {
        apiUrl: config.slackApiUrl,
        proxy: null,
        botToken: config.botToken,
        way: { mode: 'here' },
        channel: channel ?? config.officeChannel,
        people: [],
      },
      own: null,
      register: { db },
      databaseFile: config.databaseFile,
    },
    now(),
    text,
  );
  return checkUpMessage(lines, text);
}
