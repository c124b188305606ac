import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Playground } from '../../src/simulator/driver.ts';
import { COMPILED, ROOT, settingOf } from '../support/process.ts';

/** `tick` rejects when it is killed meanwhile. */
export type Held = { pid: number; tick(): Promise<string>; kill(): Promise<void> };

/** The app in a process of its own, ticking when it is told, at the playground's time. */
export async function startHeld(
  folder: string,
  slack: Playground,
  more: Readonly<Record<string, string>> = {},
): Promise<Held> {
  const { PATH, HOME } = process.env;
  const { DATABASE_FILE = path.join(folder, 'office.db'), ...settings } = more;
  const child = spawn(process.execPath, [path.join(ROOT, 'test/endurance/held-app.ts')], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      PATH,
      HOME,
      ...COMPILED,
      CLOCK: slack.now().toISOString(),
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      ...settingOf(DATABASE_FILE),
      HOST: '127.0.0.1',
      PORT: '0',
      ...settings,
    },
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const waiting: ((line: string) => void)[] = [];
  let text = '';
  child.stdin.on('error', () => undefined); // killed while it is written to
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
      waiting.shift()?.(text.slice(0, end));
      text = text.slice(end + 1);
    }
  });
  const nextLine = () =>
    new Promise<string>((resolve, reject) => {
      waiting.push(resolve);
      void ended.then(() => reject(new Error('The app ended.')));
    });
  await nextLine();
  return {
    pid: child.pid ?? 0,
    tick: () => {
      const said = nextLine();
      child.stdin.write(`${slack.now().toISOString()}\n`);
      return said;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
