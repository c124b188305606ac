import { expect, test } from 'vitest';
import { inFolder } from '../support/process.ts';
import { bombard } from './requests/bombard.ts';

test('signed requests that Slack would never send are answered, break no handler and leave the app running', async () => {
  const { counts, breaches } = await inFolder((folder) =>
    bombard(folder, { requests: 200, seed: 20261130, few: true }),
  );

  expect(breaches).toEqual([]);
  expect(counts.requests).toBe(200);
});
