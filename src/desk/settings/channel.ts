import { z } from 'zod';
import { atOnce, type Database } from '../../base/db/database.ts';
import type { Compose } from '../../outbox/compose.ts';
import { putEntries } from '../../outbox/store.ts';
import { findOfficeSettings, putOfficeSetting } from '../../people/settings/store.ts';
import { findNames } from '../../people/store.ts';
import type { By } from '../../register/versions.ts';
import { plainMessage } from '../../slack/privately.ts';
import { textFor } from '../../text/index.ts';

/** The kind of message that says in a channel what comes there from now on, and who decided so. */
export const HELLO = 'channel_hello';

/** `joined`: whether the app is in it, so that it can greet it; a channel that was the office's before is not greeted. */
export const chooseChannel = (db: Database, channel: string, { joined, ...by }: By & { joined: boolean }) =>
  atOnce(db, async (db) => {
    const before = await findOfficeSettings(db);
    await putOfficeSetting(db, 'channel', channel, by);
    if (!joined || before.channel === channel) return;
    const about = { kind: HELLO, recipient: channel, subject: { by: by.actor }, dueAt: by.at, expiresAt: null };
    await putEntries(db, [{ key: `${HELLO}:${channel}:${by.at.toISOString()}`, ...about }], by.at);
  });

const Subject = z.object({ by: z.string() });

/** Not in a channel that is another's by now. */
export const composeHello: Compose = async ({ subject, recipient }, { db, config }) => {
  if ((await findOfficeSettings(db)).channel !== recipient) return null;
  const { by } = Subject.parse(subject);
  const name = (await findNames(db, [by])).get(by) ?? by;
  return plainMessage(textFor(config.language).office.channelHello(name));
};
