import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type Running, start } from '../../src/app/start.ts';
import type { Job } from '../../src/app/timetable.ts';
import { isAddress } from '../../src/base/db/address.ts';
import type { Database } from '../../src/base/db/database.ts';
import { createLog } from '../../src/base/log.ts';
import { todayIn } from '../../src/korean/days.ts';
import { putPerson } from '../../src/people/store.ts';
import { addEverySample } from '../../src/samples/index.ts';
import { FAR_MS } from '../../src/simulator/clock.ts';
import { type Playground, startPlayground } from '../../src/simulator/driver.ts';
import type { SeenMessage } from '../../src/simulator/seen.ts';
import { patience } from '../../src/slack/in-time.ts';
import type { Language } from '../../src/vocabulary/language.ts';
import type { Role } from '../../src/vocabulary/person.ts';
import { tooMuchForAPhone } from './crowded.ts';
import { newDatabase, newPlace, temporaryFolder } from './database.ts';

export type Connection = 'socket' | 'http';
export type Setting = { connection: Connection; language: Language };

/**
 * A conversation is told over both connections and in both languages: neither knows of the other, so two settings cover all four.
 */
export const SETTINGS: Setting[] = [
  { connection: 'socket', language: 'ko' },
  { connection: 'http', language: 'en' },
];

/** All four, where it is the joints themselves that are tried. */
export const EVERY_SETTING: Setting[] = [
  ...SETTINGS,
  { connection: 'socket', language: 'en' },
  { connection: 'http', language: 'ko' },
];

export const NOW = new Date('2018-03-30T03:00:00Z'); // a Friday noon in Seoul
export const MEMBER = 'U0KIMSEOYE';
export const OTHER_MEMBER = 'U0LEEJUNHO';
export const MANAGER = 'U0OHMANAGE';
export const ADMINISTRATOR = 'U0HANADMIN';
export const STRANGER = 'U0NEWBIE01';
export const GUEST = 'U0GUESTCHA';
export const OUTSIDER = 'U0STRANGER';

const ROLES: [string, Role][] = [
  [MEMBER, 'member'],
  [OTHER_MEMBER, 'member'],
  [MANAGER, 'manager'],
  [ADMINISTRATOR, 'administrator'],
];

/** Seconds that the clock goes on at most while everything that is due is sent. */
const MOST_ROUNDS = 1_000;

export type Office = {
  slack: Playground;
  db: Database;
  running: Running;
  logged: string[];
  /** Its database: a file, or an address on a server. */
  file: string;
  /** Does what is due at the playground's time, the timetable's whole round; the clock goes on where Slack's pace takes a while. */
  tick(): Promise<void>;
};

/** The playground's sample records, with their people, instead of an empty office. */
type Filling = { now?: Date; samples?: boolean };

/** Another timetable than the app's own; whether it runs by itself, in real time, as it does outside tests; where it is reached. */
type Timing = { timetable?: readonly Job[]; ticking?: boolean; publicUrl?: string };

/**
 * The real app on a real database file with all migrations, in the playground's Slack, whose clock stands at `now`.
 * When the test ends, everything is taken down, and anything that Slack would have refused fails it.
 */
export async function startOffice(
  { connection, language, now = NOW, samples = false, publicUrl, ...more }: Partial<Setting> & Filling & Timing = {},
  { refusalsMeant = false } = {},
): Promise<Office> {
  patience.ms = FAR_MS;
  const slack = await startPlayground({ at: now });
  const file = await newPlace();
  const onServer = isAddress(file);
  const people = `${samples ? 'samples' : 'people of the office'}, ${language}, ${now.toISOString()}`;
  const db = await newDatabase(file, people, async (db) => {
    if (samples) return addEverySample(db, now, todayIn('Asia/Seoul', now));
    for (const [userId, role] of ROLES) {
      const name = slack.slack.workspace.people.get(userId)?.name ?? userId;
      await putPerson(db, { userId, name, role, language: language ?? 'ko' }, { actor: 'test', at: now });
    }
  });

  const logged: string[] = [];
  const { botToken, appToken, signingSecret } = slack;
  const running = await start({
    config: {
      slack: { mode: 'playground' },
      slackApiUrl: slack.apiUrl,
      publicUrl: publicUrl ?? null,
      host: '127.0.0.1',
      port: 0,
      databaseFile: onServer ? path.join(temporaryFolder(), 'office.db') : file,
      databaseUrl: onServer ? file : null,
      timezone: 'Asia/Seoul',
      language: language ?? 'ko',
      officeChannel: null,
      adminUserIds: [],
      logLevel: 'info',
      network: { httpsProxy: null, httpProxy: null, noProxy: null, extraCertificates: null },
    },
    slack: connection === 'http' ? { mode: 'http', botToken, signingSecret } : { mode: 'socket', botToken, appToken },
    db,
    now: slack.now,
    log: createLog('debug', { write: (line) => logged.push(line) }),
    version: 'test',
    ...more,
  });
  slack.watch(running.underWay);
  if (connection === 'http') slack.deliverTo({ http: `http://127.0.0.1:${running.port}/slack/events` });

  onTestFinished(async () => {
    await running.stop();
    await db.destroy();
    await slack.stop();
    if (!refusalsMeant) expect(slack.wrongs).toEqual([]);
    expect(tooMuchForAPhone(slack.traffic().map(({ request }) => request))).toEqual([]);
  });
  const tick = async () => {
    await slack.settled(); // what somebody did a moment ago is under way still
    for (let rounds = 0; (await running.tick()) === 'again'; rounds++) {
      if (rounds > MOST_ROUNDS) throw new Error('Something is due again and again.');
      slack.clock.move(1_000);
    }
    await slack.settled();
  };
  return { slack, db, running, logged, file, tick };
}

/** The clock goes on to that moment, and what is due is done. What has no zone is Seoul's; a minute is a few seconds old. */
export async function at({ slack, tick }: Office, moment: string): Promise<void> {
  const seoul = `${moment}${moment.length === '2018-03-30T12:00'.length ? ':05' : ''}+09:00`;
  slack.clock.move(Date.parse(moment.endsWith('Z') ? moment : seoul) - slack.now().getTime());
  await tick();
}

/** Whatever of the app's holds these words and is to be read by that person, in any conversation. */
export const told = ({ slack }: Office, userId: string, words = ''): SeenMessage[] =>
  slack
    .as(userId)
    .messages()
    .filter((it) => it.fromApp && it.text.includes(words));
