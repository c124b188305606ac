import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';
import { textFor } from '../../src/text/index.ts';
import { freePort, inFolder, ROOT, startScript } from '../support/process.ts';

/** Blank, so that a developer's own `.env` does not count. */
const NO_TOKENS = { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: '', DATABASE_URL: '' };

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

test.each(['SIGTERM', 'SIGINT'] as const)('%s to npm start ends the app in order and frees its port', async (signal) =>
  inFolder(async (folder) => {
    const port = await freePort();
    const env = { ...process.env, ...NO_TOKENS, PORT: String(port), DATABASE_FILE: path.join(folder, 'office.db') };
    const npm = spawn('npm', ['start'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const url = `http://127.0.0.1:${port}/healthz`;
    await new Promise<void>((resolve, reject) => {
      npm.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes(`http://127.0.0.1:${port}`)) resolve();
      });
      npm.once('exit', () => reject(new Error(said)));
    });
    expect(await answers(url)).toBe(true);

    npm.kill(signal);
    const [code] = await once(npm, 'exit');

    expect(await answers(url)).toBe(false);
    expect(said).toContain('멈췄습니다.');
    expect(code).toBe(0);
  }),
);

test('npm start --help ends with 0 and starts nothing', async () => {
  const npm = spawn('npm', ['start', '--silent', '--', '--help'], { cwd: ROOT, env: { ...process.env, ...NO_TOKENS } });
  let said = '';
  npm.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  expect((await once(npm, 'close'))[0]).toBe(0);
  expect(said).toContain('npm start');
});

test('an address that is not this machine’s is refused in words', async () =>
  inFolder(async (folder) => {
    const { code, err } = await startScript('src/main.ts', [], { folder, env: { HOST: '203.0.113.1', PORT: '0' } })
      .ended;
    expect({ code, err }).toEqual({ code: 1, err: `${textFor('ko').terminal.cannotListen('EADDRNOTAVAIL')}\n` });
  }));
