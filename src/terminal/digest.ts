import { writeFile } from 'node:fs/promises';
import type { Config } from '../base/config.ts';
import type { Database } from '../base/db/database.ts';
import { makeFile } from '../documents/file.ts';
import { FORMATS, type Format } from '../documents/model.ts';
import { formatSpan } from '../korean/day-words.ts';
import { todayIn } from '../korean/days.ts';
import { putEntries } from '../outbox/store.ts';
import { findOfficeSettings } from '../people/settings/store.ts';
import { asTyped } from '../slack/references.ts';
import { digestDocument } from '../time/digest/document.ts';
import { digestOf } from '../time/digest/gather.ts';
import { channelOf, DIGEST } from '../time/digest/jobs.ts';
import { pictureOf } from '../time/digest/picture.ts';
import { findPut } from '../time/digest/store.ts';
import { digestMessage } from '../time/digest/views.ts';
import { digestKey, readWeek, type Week } from '../time/digest/week.ts';
import { budgetSvg } from '../time/pictures/budget.ts';
import { pngOf } from '../time/pictures/png.ts';
import { command, FINE, REFUSED, type Terminal } from './command.ts';
import { withDatabase } from './database.ts';

export const digest = command({
  options: {
    week: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
    picture: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
  },
  async run({ values, words: more }, { config, line, text, say, print, wrong }) {
    const now = new Date();
    const today = todayIn(config.timezone, now);
    const week = readWeek(values.week ?? '', today);
    if (!week) return wrong(text.digest.terminal.notAWeek(values.week ?? ''));
    const file = documentOf(week, values);
    if (more.length > 0 || file === 'unknown_format') return wrong();
    return withDatabase({ config, line }, async (db) => {
      const { digest: settings } = await findOfficeSettings(db);
      const office = { now, zone: config.timezone, weekday: settings.weekday, without: settings.without };
      const digest = await digestOf(db, week, office);
      const message = digestMessage(digest, null, text);
      const words = message ? asTyped(message.text) : text.digest.empty(...formatSpan(week, text.language, today));
      if (values.json) print(JSON.stringify({ ...digest, text: words }));
      else print(words);

      const drawn = values.picture === undefined ? null : pictureOf(digest, text);
      if (drawn && values.picture) {
        await writeFile(values.picture, await pngOf(budgetSvg(drawn.picture)));
        say(text.digest.terminal.picture(values.picture));
      }
      if (file) {
        const document = digestDocument(digest, text);
        if (!document) return REFUSED;
        await writeFile(file.name, (await makeFile(document, file.format)).bytes, { mode: 0o600 });
        say(text.report.terminal.written(file.name));
        return FINE;
      }
      return values['dry-run'] || !message ? FINE : send(db, week, { config, text, say, now });
    });
  },
});

type Asked = { format?: string | undefined; out?: string | undefined };

/** The document to write, if one is asked for: by its format, or by the end of its name. */
function documentOf(week: Week, { format, out }: Asked): { name: string; format: Format } | 'unknown_format' | null {
  if (format === undefined && out === undefined) return null;
  const named = FORMATS.find((it) => out?.toLowerCase().endsWith(`.${it}`));
  const found = format === undefined ? named : FORMATS.find((it) => it === format);
  if (!found || (named && named !== found)) return 'unknown_format';
  return { name: out ?? `digest-${week.name}.${found}`, format: found };
}

/** Leaves it to the app, which sends what is in the outbox. */
async function send(
  db: Database,
  week: Week,
  { config, text, say, now }: { config: Config; now: Date } & Pick<Terminal, 'text' | 'say'>,
): Promise<number> {
  const words = text.digest.terminal;
  const channel = channelOf(await findOfficeSettings(db), config);
  if (!channel) {
    say(words.noChannel);
    return REFUSED;
  }
  const key = digestKey(week);
  if (await findPut(db, key)) {
    say(words.known);
    return REFUSED;
  }
  const entry = { key, kind: DIGEST, recipient: channel, subject: { week: week.name }, dueAt: now, expiresAt: null };
  await db.transaction().execute((db) => putEntries(db, [entry], now));
  say(words.queued(channel));
  return FINE;
}
