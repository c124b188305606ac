import { expect, test } from 'vitest';
import { registerIn } from '../support/database.ts';
import { inFolder } from '../support/process.ts';
import { killWhileCopying } from './backups.ts';
import { killWhileRecording } from './forms.ts';
import { killWhileImporting } from './imports.ts';
import { killWhileSending } from './outbox.ts';

const SEED = 20261123;

test('what was confirmed outlives the process, once, however it is killed', async () => {
  const { counts, breaches } = await inFolder((folder) =>
    registerIn(folder).then((file) => killWhileRecording(folder, 4, SEED, { file })),
  );

  expect(breaches).toEqual([]);
  expect(counts.confirmed).toBeGreaterThan(0);
});

test('an import that is killed leaves nothing or all, and the next run completes it', async () => {
  const { breaches } = await inFolder((folder) => killWhileImporting(folder, 2, SEED, 2_000));

  expect(breaches).toEqual([]);
});

test('a backup or restore that is killed leaves a whole register or nothing, and the next one succeeds', async () => {
  const { breaches } = await inFolder((folder) => killWhileCopying(folder, 1, SEED));

  expect(breaches).toEqual([]);
});

test('what is to be sent arrives once, however the process is killed and whatever goes wrong with calls', async () => {
  const { counts, breaches } = await inFolder((folder) =>
    registerIn(folder).then((file) => killWhileSending(folder, 3, SEED, file)),
  );

  expect(breaches).toEqual([]);
  expect(counts['messages arrived']).toBe(counts['messages decided']);
});
