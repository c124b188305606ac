import { setImmediate } from 'node:timers/promises';

/** Rows that are written at once, and rows after which others get their turn. */
const BATCH = 2_000;
const TURN = 100;

export async function* batches<Item>(items: AsyncIterable<Item>): AsyncGenerator<() => Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    // Rows come without a pause: here SQLite's answers, and the people who use the app meanwhile, get their turn.
    if (batch.length % TURN === 0) await setImmediate();
    if (batch.length === BATCH) {
      const whole = batch;
      batch = [];
      yield () => whole;
    }
  }
  if (batch.length > 0) yield () => batch;
}

/** So many batches are read before anything is written: most files are whole then, and nobody waits for the database while they are. */
const AHEAD = 10;

export async function readAhead<Item>(items: AsyncGenerator<Item>): Promise<AsyncGenerator<Item>> {
  const ahead: Item[] = [];
  while (ahead.length < AHEAD) {
    const next = await items.next();
    if (next.done) break;
    ahead.push(next.value);
  }
  return (async function* () {
    yield* ahead;
    yield* items;
  })();
}
