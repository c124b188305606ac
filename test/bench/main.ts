import { parseArgs } from 'node:util';
import { inFolder } from '../support/process.ts';
import { measureAcknowledgement } from './ack.ts';
import { measureCouncil } from './council.ts';
import { type Figure, isMet, type Note, type Sizes, tableOf } from './figures.ts';
import { measureHome } from './home.ts';
import { measureImport } from './import.ts';
import { measureOutbox } from './outbox.ts';
import { measurePledges } from './pledges.ts';
import { measureReminders } from './reminders.ts';
import { measureStartUp } from './startup.ts';
import { measureStatus } from './status.ts';
import { measureVisits } from './visits.ts';

/** `npm run bench [-- --only ack|status|import|start|visits|council|pledges|home|outbox|reminders] [--quick]`: how fast, each figure against a baseline of this run. */
const PARTS: Record<string, (folder: string, sizes: Sizes) => Promise<(Figure | Note)[]>> = {
  ack: measureAcknowledgement,
  status: measureStatus,
  import: measureImport,
  start: measureStartUp,
  visits: measureVisits,
  council: measureCouncil,
  pledges: measurePledges,
  home: measureHome,
  outbox: measureOutbox,
  reminders: measureReminders,
};

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, quick: { type: 'boolean', default: false } },
});
const wanted = values.only ?? Object.keys(PARTS);
const unknown = wanted.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  process.stderr.write(`--only takes ${Object.keys(PARTS).join(', ')}, not ${unknown.join(', ')}.\n`);
  process.exit(2);
}

const lines: (Figure | Note)[] = [];
for (const name of wanted) {
  process.stderr.write(`measuring ${name} …\n`);
  lines.push(...(await inFolder((folder) => PARTS[name]?.(folder, values) ?? Promise.resolve([]))));
}
process.stdout.write(`${tableOf(lines)}\n`);
const over = lines.filter((line) => 'name' in line && !isMet(line));
if (over.length > 0) process.stdout.write(`${over.length} over their aim.\n`);
process.exit(over.length > 0 ? 1 : 0);
