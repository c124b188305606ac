import { parseArgs } from 'node:util';
import { inFolder } from '../support/process.ts';
import { compareWith } from './against.ts';
import { measureBusy } from './busy.ts';
import { measureDocuments } from './documents.ts';
import { measureExport } from './export.ts';
import { isMet, type Line, type Measure, tableOf } from './figures.ts';
import { measureHostile } from './hostile.ts';
import { measureImport } from './import.ts';
import { measureJudging } from './judging.ts';
import { measureNouns } from './nouns.ts';
import { measureOpening } from './opening.ts';
import { measureOutbox } from './outbox.ts';
import { measureReminders } from './reminders.ts';
import { measureSearch } from './search.ts';
import { measureStartUp } from './startup.ts';
import { measureSubmission } from './submission.ts';

/** `npm run bench [-- --only NAME] [--quick] [--json] [--against REV]`: how fast, each figure against a baseline of this run. */
const MEASURES: Record<string, Measure> = {
  opening: measureOpening,
  submission: measureSubmission,
  busy: measureBusy,
  import: measureImport,
  hostile: measureHostile,
  export: measureExport,
  start: measureStartUp,
  nouns: measureNouns,
  search: measureSearch,
  judging: measureJudging,
  documents: measureDocuments,
  outbox: measureOutbox,
  reminders: measureReminders,
};

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    against: { type: 'string' },
  },
});
const wanted = values.only ?? Object.keys(MEASURES);
const unknown = wanted.filter((name) => !Object.hasOwn(MEASURES, name));
if (unknown.length > 0) {
  process.stderr.write(`--only takes ${Object.keys(MEASURES).join(', ')}, not ${unknown.join(', ')}.\n`);
  process.exit(2);
}
if (values.against !== undefined) {
  process.stdout.write(`${await compareWith(values.against, wanted, values)}\n`);
  process.exit(0);
}

const lines: Line[] = [];
for (const name of wanted) {
  const began = performance.now();
  process.stderr.write(`measuring ${name} … `);
  const measured = await inFolder((folder) => MEASURES[name]?.(folder, values) ?? Promise.resolve([]));
  lines.push(...measured);
  process.stderr.write(`${Math.round((performance.now() - began) / 1000)} s\n`);
  if (!values.json) process.stdout.write(`${tableOf(measured)}\n\n`);
}
const over = lines.filter((line) => 'name' in line && !isMet(line));
if (values.json) process.stdout.write(`${JSON.stringify(lines)}\n`);
else if (over.length > 0) process.stdout.write(`${over.length} over their aim.\n`);
process.exit(over.length > 0 ? 1 : 0);
