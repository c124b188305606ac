import { parseArgs } from 'node:util';
import { isDay } from '../korean/days.ts';
import { judgeDue } from '../spending/check/jobs.ts';
import { RULES } from '../spending/check/rules.ts';
import { countByRule, countOpenRecords, findOfRule } from '../spending/check/store.ts';
import { findingWords, ruleWords } from '../spending/check/words.ts';
import { expenseName } from '../spending/expense/rules.ts';
import { startProgress } from './progress.ts';
import { FINE, runTerminal, WRONG_USAGE, withDatabase } from './run.ts';

/** Findings of one rule that are printed. */
const MOST_PRINTED = 50;
const FIRST = '1990-01-01';
const LAST = '2100-12-31';

await runTerminal(async ({ config, text, say, print }) => {
  const options = readOptions();
  const [from, to] = [options?.from ?? FIRST, options?.to ?? LAST];
  if (!options || !isDay(from) || !isDay(to) || from > to) {
    say(text.check.terminal.usage);
    return WRONG_USAGE;
  }
  const days = options.from || options.to ? { from, to } : null;
  return withDatabase(config.databaseFile, async (db) => {
    const progress = startProgress(text.terminal.rowsRead);
    await judgeDue({ db, now: () => new Date() }, { onProgress: progress.show });
    progress.clear();
    const counts = await countByRule(db, days);
    const open = counts.reduce((sum, count) => sum + count.open, 0);
    if (options.json) {
      const records = await countOpenRecords(db, days);
      print(JSON.stringify({ from: days?.from ?? null, to: days?.to ?? null, open, records, rules: counts }));
      return FINE;
    }
    print(text.check.terminal.head(days?.from ?? '–', days?.to ?? '–', String(open)));
    for (const { id } of RULES) {
      const count = counts.find(({ rule }) => rule === id);
      if (!count) continue;
      const { name, basis } = ruleWords(id, text);
      print(
        `\n${id} ${name} · ${text.check.list.count(String(count.open), String(count.answered), String(count.accepted))}`,
      );
      print(`   ${text.check.basis(basis)}`);
      for (const finding of await findOfRule(db, id, days, { offset: 0, limit: MOST_PRINTED })) {
        print(
          `   ${expenseName(finding.expenseId)} ${text.check.states[finding.state]}: ${findingWords(finding, text)}`,
        );
      }
    }
    return FINE;
  });
});

function readOptions(): { from?: string | undefined; to?: string | undefined; json?: boolean | undefined } | null {
  try {
    return parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean' } } })
      .values;
  } catch {
    return null;
  }
}
