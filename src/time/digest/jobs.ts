import type { Config } from '../../base/config.ts';
import type { Database } from '../../base/db/database.ts';
import type { Deps } from '../../base/deps.ts';
import { addDays, instantOf, todayIn } from '../../korean/days.ts';
import type { Entry } from '../../outbox/rules.ts';
import { putEntries } from '../../outbox/store.ts';
import { findWhoSeesToIt, findWithinReach } from '../../people/accounts/store.ts';
import { findHolidays } from '../../people/holidays.ts';
import type { OfficeSettings } from '../../people/settings/rules.ts';
import { findOfficeSettings, findSettingsOf } from '../../people/settings/store.ts';
import { findMarks } from '../reminders/store.ts';
import { findPut, isPersonalPut } from './store.ts';
import { digestDay, digestKey, type Week, weekOf } from './week.ts';

export const DIGEST = 'digest';
export const DIGEST_PERSONAL = 'digest_personal';
export const DIGEST_NO_CHANNEL = 'digest_no_channel';

const personalKey = (week: Week, userId: string): string => `${digestKey(week)}:${userId}`;

/** Where the digest goes: its own channel, else the office's, else the one of the environment. */
export const channelOf = (settings: OfficeSettings, config: Pick<Config, 'officeChannel'>): string | null =>
  settings.digest.channel ?? settings.channel ?? config.officeChannel;

/** The first moment after a week: what was not sent by then is not sent any more. */
export const endOf = (week: Week, zone: string): Date => instantOf(zone, addDays(week.to, 1), '00:00');

/** The week that nothing is left to be decided of, so that it costs nothing to look every few seconds. */
const decided = new WeakMap<Database, string>();

/**
 * Decides once a week to send the digest and everyone's own part, from its day and hour until the week's end: what was due while
 * the app was away is sent when it is back.
 */
export async function planDigest({ db, now, config }: Deps): Promise<void> {
  const at = now();
  const zone = config.timezone;
  const week = weekOf(todayIn(zone, at));
  if (decided.get(db) === week.name) return;
  const settings = await findOfficeSettings(db);
  const day = digestDay(week, settings.digest.weekday, await findHolidays(db, week.from, week.to));
  if (day === null) return;
  const moment = instantOf(zone, day, settings.digest.time);
  // An office that begins in the middle of a week gets its first digest the week after.
  const marks = at < moment ? null : await findMarks(db);
  if (!marks || moment < marks.begun) return;

  const common = { subject: { week: week.name }, dueAt: at, expiresAt: endOf(week, zone) };
  const entries: Entry[] = [];
  const isPut = await findPut(db, digestKey(week));
  const arePut = await isPersonalPut(db, week);
  if (isPut && arePut) decided.set(db, week.name);
  if (settings.digest.on && !isPut) {
    const channel = channelOf(settings, config);
    if (channel) entries.push({ ...common, key: digestKey(week), kind: DIGEST, recipient: channel });
    else entries.push(...(await noChannel(db, common)));
  }
  if (!arePut) entries.push(...(await personal(db, week, common)));
  if (entries.length > 0) await db.transaction().execute((db) => putEntries(db, entries, at));
}

type Common = Pick<Entry, 'subject' | 'dueAt' | 'expiresAt'>;

/** Each administrator is told once, not every week. */
async function noChannel(db: Database, common: Common): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const { userId } of await findWhoSeesToIt(db)) {
    const key = `digest:no_channel:${userId}`;
    if (!(await findPut(db, key))) entries.push({ ...common, key, kind: DIGEST_NO_CHANNEL, recipient: userId });
  }
  return entries;
}

async function personal(db: Database, week: Week, common: Common): Promise<Entry[]> {
  const ids = (await findWithinReach(db)).map(({ userId }) => userId);
  const chosen = await findSettingsOf(db, ids);
  return ids
    .filter((userId) => chosen.get(userId)?.digest)
    .map((userId) => ({ ...common, key: personalKey(week, userId), kind: DIGEST_PERSONAL, recipient: userId }));
}
