import { writeFile } from 'node:fs/promises';
import { checksumOf, disclosureFile, type Format } from '../disclosure/file.ts';
import { countParts, groupParts } from '../disclosure/parts.ts';
import { readPeriod } from '../disclosure/period.ts';
import { findRelease, findReleasedFile } from '../disclosure/release/store.ts';
import { findDraft } from '../disclosure/store.ts';
import { titleOf } from '../disclosure/table.ts';
import { todayIn } from '../korean/days.ts';
import { formatWon } from '../korean/won.ts';
import { command, FINE, REFUSED } from './command.ts';
import { withDatabase } from './database.ts';

export const disclose = command({
  options: { out: { type: 'string' }, json: { type: 'boolean' } },
  async run({ values, words: typed }, { config, line, text, say, print, wrong }) {
    const words = text.disclosure.terminal;
    const period = typed.length > 0 ? readPeriod(typed.join(' '), todayIn(config.timezone, new Date())) : null;
    const out = outOf(values.out);
    if (!period || out === 'unknown_format') return wrong();
    return withDatabase({ config, line }, async (db) => {
      const draft = await findDraft(db, period);
      const latest = await findRelease(db, period.key);
      const undecided = groupParts(draft.parts).filter(({ state }) => state === 'open');
      const state = {
        period: period.key,
        rows: draft.rows.length,
        won: draft.won,
        masked: countParts(draft.parts, 'masked'),
        kept: countParts(draft.parts, 'kept'),
        undecided: undecided.map(({ field, found, before, expenses }) => ({
          field,
          found,
          text: before,
          records: expenses,
        })),
        released: latest && { version: latest.version, rows: latest.count, won: latest.won, sha256: latest.sha256 },
      };
      if (values.json) print(JSON.stringify(state));
      else {
        const { count, won } = { count: formatWon(draft.rows.length), won: text.spending.won(formatWon(draft.won)) };
        print(text.disclosure.rows(count, won));
        print(text.disclosure.parts(formatWon(state.masked), formatWon(countParts(draft.parts, 'open'))));
      }
      if (!out) return FINE;

      // What was released is given out as it was; only what never was is made now.
      const released = latest && (await findReleasedFile(db, period.key, latest.version, out.format));
      if (!released && undecided.length > 0) {
        say(words.undecided(formatWon(undecided.length)));
        return REFUSED;
      }
      const bytes = released ?? (await disclosureFile(titleOf(period, draft.rows), draft.rows, out.format));
      await writeFile(out.file, bytes, { mode: 0o600 });
      say(text.terminal.exported(formatWon(latest?.count ?? draft.rows.length), out.file));
      say(latest ? text.disclosure.files.sent(latest.title, latest.version, checksumOf(bytes)) : words.draft);
      return FINE;
    });
  },
});

function outOf(file: string | undefined): { file: string; format: Format } | 'unknown_format' | null {
  if (file === undefined) return null;
  if (file.endsWith('.csv')) return { file, format: 'csv' };
  return file.endsWith('.xlsx') ? { file, format: 'xlsx' } : 'unknown_format';
}
