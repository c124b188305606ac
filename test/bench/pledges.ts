import path from 'node:path';
import { openDatabase } from '../../src/base/db/database.ts';
import { fieldName } from '../../src/pledge/list/rules.ts';
import { findLists } from '../../src/pledge/list/store.ts';
import { searchPledges } from '../../src/pledge/search.ts';
import { findPledges } from '../../src/pledge/store.ts';
import { listMessage } from '../../src/pledge/views.ts';
import { insertPledgeSamples } from '../../src/samples/pledge.ts';
import { textFor } from '../../src/text/index.ts';
import { type Figure, median, type Note, percentile, type Sizes } from './figures.ts';

const SEARCHES = ['관제센터', 'ㄱㄷㅌㅇ', '1-2-2', '안심', '관젯', '청년 일자리', '없는말'];
const PATIENCE_MS = 50;
const NOW = new Date('2018-03-30T03:00:00Z');

/** How long a search takes from the database to the message, against the 50 ms that people are promised. */
export async function measurePledges(folder: string, { quick }: Sizes): Promise<(Figure | Note)[]> {
  const db = await openDatabase(path.join(folder, 'pledges.db'));
  await insertPledgeSamples(db, NOW);

  const text = textFor('ko');
  const search = async (typed: string): Promise<number> => {
    const began = performance.now();
    const lists = await findLists(db);
    const found = searchPledges(await findPledges(db), typed, (pledge) => fieldName(pledge, lists));
    listMessage(found, { query: typed, offset: 0 }, text);
    return performance.now() - began;
  };
  const first = await search(SEARCHES[0] ?? '');
  const took: number[] = [];
  for (let round = 0; round < (quick ? 5 : 30); round++) for (const typed of SEARCHES) took.push(await search(typed));
  await db.destroy();

  const figure = (name: string, ours: number): Figure => ({
    name: `pledges: ${name} : ${PATIENCE_MS} ms`,
    unit: 'ms',
    ours,
    baseline: PATIENCE_MS,
    aim: { atMost: 1 },
  });
  return [
    figure('the first search after a start', first),
    figure('a search', median(took)),
    figure('the slowest of a hundred', percentile(took, 0.99)),
  ];
}
