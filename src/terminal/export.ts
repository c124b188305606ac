import { parseArgs } from 'node:util';
import { isDay } from '../korean/days.ts';
import { formatWon } from '../korean/won.ts';
import { findBudgets } from '../spending/budget/store.ts';
import { writeExport } from '../spending/expense/export-file.ts';
import { spanOf } from '../spending/expense/query.ts';
import { streamExpenses } from '../spending/expense/store.ts';
import { startProgress } from './progress.ts';
import { FINE, runTerminal, WRONG_USAGE, withDatabase } from './run.ts';

await runTerminal(async ({ config, text, say }) => {
  const options = readOptions();
  if (!options) {
    say(text.terminal.usage.export);
    return WRONG_USAGE;
  }
  const { from, to, format, out } = options;
  return withDatabase(config.databaseFile, async (db) => {
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
});

type Options = { from: string; to: string; format: 'csv' | 'xlsx'; out: string };

function readOptions(): Options | null {
  try {
    const { values, positionals } = parseArgs({
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        format: { type: 'string' },
        out: { type: 'string' },
      },
      allowPositionals: true,
    });
    const { from = '', to = '' } = values;
    const format = values.format ?? (values.out?.endsWith('.xlsx') ? 'xlsx' : 'csv');
    if (positionals.join() !== 'expenses' || !isDay(from) || !isDay(to) || from > to) return null;
    if (format !== 'csv' && format !== 'xlsx') return null;
    return { from, to, format, out: values.out ?? `expenses-${from}-${to}.${format}` };
  } catch {
    return null;
  }
}
