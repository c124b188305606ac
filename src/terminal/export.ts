import { isDay } from '../korean/days.ts';
import { formatWon } from '../korean/won.ts';
import { findBudgets } from '../spending/budget/store.ts';
import { writeExport } from '../spending/expense/export-file.ts';
import { streamExpenses } from '../spending/expense/list/store.ts';
import { spanOf } from '../spending/expense/query.ts';
import { command, FINE } from './command.ts';
import { withDatabase } from './database.ts';
import { startProgress } from './progress.ts';

export const exporting = command({
  options: { from: { type: 'string' }, to: { type: 'string' }, format: { type: 'string' }, out: { type: 'string' } },
  async run({ values, words }, { config, line, text, say, wrong }) {
    const { from = '', to = '' } = values;
    if (words.join() !== 'expenses' || !isDay(from) || !isDay(to) || from > to) return wrong();
    const format = values.format ?? (values.out?.endsWith('.xlsx') ? 'xlsx' : 'csv');
    if (format !== 'csv' && format !== 'xlsx') return wrong();
    const out = values.out ?? `expenses-${from}-${to}.${format}`;
    return withDatabase({ config, line }, async (db) => {
      const progress = startProgress(text.terminal.rowsRead);
      const written = await writeExport(
        streamExpenses(db, spanOf({ from, to })),
        await findBudgets(db),
        out,
        format,
        progress.show,
      );
      progress.clear();
      say(text.terminal.exported(formatWon(written.count), out));
      return FINE;
    });
  },
});
