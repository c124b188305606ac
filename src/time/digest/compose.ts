import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../base/deps.ts';
import { troubleOf } from '../../outbox/answer.ts';
import type { Compose } from '../../outbox/compose.ts';
import { quietFor } from '../../people/quiet-for.ts';
import { findOfficeSettings, findPersonSettings } from '../../people/settings/store.ts';
import { findPerson } from '../../people/store.ts';
import { uploadPicture } from '../../slack/picture.ts';
import { type Text, textFor } from '../../text/index.ts';
import { budgetSvg } from '../pictures/budget.ts';
import { pngOf } from '../pictures/png.ts';
import { findToldToday } from '../reminders/today.ts';
import { digestOf, type Office } from './gather.ts';
import { personalOf } from './personal.ts';
import { personalMessage } from './personal-views.ts';
import { pictureOf } from './picture.ts';
import type { Digest } from './rules.ts';
import { digestMessage, type Picture } from './views.ts';
import { type Week, weekNamed } from './week.ts';

const Subject = z.object({ week: z.string() });

const weekIn = (subject: unknown): Week | null => weekNamed(Subject.parse(subject).week);

export async function officeOf({ db, config, now }: Deps): Promise<Office> {
  const { digest } = await findOfficeSettings(db);
  return { now: now(), zone: config.timezone, weekday: digest.weekday, without: digest.without };
}

/** How long a digest waits for its picture while Slack is in trouble; then it goes without. */
const PATIENCE_MS = 10 * 60_000;

/** A week for the office's channel, in the office's language. */
export const composeDigest: Compose = async ({ subject, dueAt }, deps, client) => {
  const week = weekIn(subject);
  if (!week) return null;
  const text = textFor(deps.config.language);
  const digest = await digestOf(deps.db, week, await officeOf(deps));
  const isPatient = deps.now().getTime() - dueAt.getTime() < PATIENCE_MS;
  return digestMessage(digest, await uploaded(digest, text, client, deps, isPatient), text);
};

/** One person's own part; it waits until nobody is disturbed by it. */
export const composePersonal: Compose = async ({ subject, recipient }, deps) => {
  const week = weekIn(subject);
  const person = await findPerson(deps.db, recipient);
  const settings = await findPersonSettings(deps.db, recipient);
  if (!week || !person || !settings.digest) return null;
  const quiet = await quietFor(settings, deps);
  if (quiet) return quiet;
  const text = textFor(person.language ?? deps.config.language);
  const office = { now: deps.now(), zone: deps.config.timezone };
  const toldToday = await findToldToday(recipient, deps);
  return personalMessage(await personalOf(deps.db, week, person, office, toldToday), person, text);
};

/** Tells an administrator that no channel is set. */
export const composeNoChannel: Compose = async ({ recipient }, deps) => {
  const { db, config } = deps;
  const person = await findPerson(db, recipient);
  if (!person) return null;
  const quiet = await quietFor(await findPersonSettings(db, recipient), deps);
  return quiet ?? { text: textFor(person.language ?? config.language).digest.noChannel };
};

/**
 * Draws a digest's picture and gives it to Slack. Null where there is none, or Slack won't have it: the figures stand in the
 * words too. `isPatient`: what is only Slack's passing trouble is thrown, for another try.
 */
export async function uploaded(
  digest: Digest,
  text: Text,
  client: webApi.WebClient,
  { log }: Deps,
  isPatient = false,
): Promise<Picture | null> {
  const drawn = pictureOf(digest, text);
  if (!drawn) return null;
  const { picture, alt } = drawn;
  try {
    const png = await pngOf(budgetSvg(picture));
    const fileId = await uploadPicture(client, { png, alt, name: text.digest.picture.fileName(digest.week.name) });
    return fileId === null ? null : { fileId, alt };
  } catch (error) {
    const trouble = troubleOf(error);
    if (isPatient && trouble && trouble.what !== 'refused') throw error;
    log.warn({ err: error, week: digest.week.name }, 'A digest goes without its picture.');
    return null;
  }
}
