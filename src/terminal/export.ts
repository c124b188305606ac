import { parseArgs } from 'node:util';
import { findBudgets } from '../budget/store.ts';
import { isDay } from '../days.ts';
import { writeExport } from '../expense/export-file.ts';
import { spanOf } from '../expense/query.ts';
import { streamExpenses } from '../expense/store.ts';
import { formatWon } from '../won.ts';
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
