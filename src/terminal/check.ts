import { isDay } from '../korean/days.ts';
import { judgeDue } from '../spending/check/jobs.ts';
import { RULES } from '../spending/check/rules/all.ts';
import { countByRule, countOpenRecords, findOfRule } from '../spending/check/store.ts';
import { findingWords, ruleTitle, ruleWords } from '../spending/check/words.ts';
import { expenseName } from '../spending/expense/rules.ts';
import { command, FINE } from './command.ts';
import { withDatabase } from './database.ts';
import { startProgress } from './progress.ts';

/** Findings of one rule that are printed. */
const MOST_PRINTED = 50;
const FIRST = '1990-01-01';
const LAST = '2100-12-31';

export const check = command({
  options: { from: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean' } },
  async run({ values, words }, { config, line, text, print, wrong }) {
    const [from, to] = [values.from ?? FIRST, values.to ?? LAST];
    if (words.length > 0 || !isDay(from) || !isDay(to) || from > to) return wrong();
    const days = values.from || values.to ? { from, to } : null;
    return withDatabase({ config, line }, async (db) => {
      const progress = startProgress(text.terminal.rowsRead);
      await judgeDue({ db, now: () => new Date() }, { onProgress: progress.show });
      progress.clear();
      const counts = await countByRule(db, days);
      const open = counts.reduce((sum, count) => sum + count.open, 0);
      if (values.json) {
        const records = await countOpenRecords(db, days);
        print(JSON.stringify({ from: days?.from ?? null, to: days?.to ?? null, open, records, rules: counts }));
        return FINE;
      }
      print(text.check.terminal.head(days?.from ?? '–', days?.to ?? '–', String(open)));
      for (const { id } of RULES) {
        const count = counts.find(({ rule }) => rule === id);
        if (!count) continue;
        const { basis } = ruleWords(id, text);
        print(
          `\n${ruleTitle(id, text)} · ${text.check.list.count(String(count.open), String(count.answered), String(count.accepted))}`,
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
  },
});
