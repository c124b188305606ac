import { networkInterfaces } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { startPlayground } from '../../src/simulator/driver.ts';
import { temporaryFolder } from '../support/database.ts';
import { freePort, startApp, startScript } from '../support/process.ts';

/** Says on standard error which of our files Node loads. */
const LISTING = `
import { registerHooks } from 'node:module';
registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:') && !url.includes('/node_modules/')) process.stderr.write('loaded ' + url + '\\n');
    return next(url, context);
  },
});`;

test('with tokens nothing of the playground is loaded', async () => {
  const slack = await startPlayground({ at: new Date('2018-03-30T03:00:00Z') });
  onTestFinished(() => slack.stop());
  const app = startApp(temporaryFolder(), slack, {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(LISTING)}`,
  });
  await app.ready;
  await slack.connected();
  const { err } = await app.kill('SIGTERM');
  const loaded = err.split('\n').filter((line) => line.startsWith('loaded '));

  expect(loaded.some((line) => line.endsWith('/src/app/start.ts'))).toBe(true);
  expect(loaded.filter((line) => /\/src\/(simulator|samples)\//.test(line))).toEqual([]);
});

test('without tokens it opens wherever it was started from, on loopback only', async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const app = startScript('src/main.ts', [], {
    folder: temporaryFolder(), // neither manifest.yml nor .env is here
    readyWhen: url,
    env: { PORT: String(port), LOG_LEVEL: 'error' },
  });
  onTestFinished(() => void app.kill());
  await app.ready;

  const state = (await (await fetch(`${url}/api/state`)).json()) as { app: { name: string }; commands: object[] };
  expect(state).toMatchObject({ app: { name: '비서' }, connection: { connected: true } });
  expect(state.commands).toContainEqual(expect.objectContaining({ command: '/지출' }));
  for (const { address, internal, family } of Object.values(networkInterfaces()).flatMap((it) => it ?? [])) {
    if (internal || family !== 'IPv4') continue;
    await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow();
  }
});
