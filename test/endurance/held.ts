import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Playground } from '../../src/simulator/driver.ts';
import { COMPILED, ROOT, settingOf } from '../support/process.ts';

/** `tick` rejects when it is killed meanwhile. */
export type Held = { pid: number; tick(): Promise<string>; kill(): Promise<void> };

type Settings = Readonly<Record<string, string>>;

/** The app in a process of its own, ticking when it is told, at the playground's time. */
export async function startHeld(folder: string, slack: Playground, more: Settings = {}): Promise<Held> {
  return (await loadHeld(folder, slack, more)).start();
}

/** A process that has read the app's code and nothing else: the app in it starts when it is told. Reading it takes most of a start. */
export async function loadHeld(
  folder: string,
  slack: Playground,
  more: Settings = {},
): Promise<{ start(): Promise<Held>; kill(): Promise<void> }> {
  const { PATH, HOME } = process.env;
  const { DATABASE_FILE = path.join(folder, 'office.db'), ...settings } = more;
  const child = spawn(process.execPath, [path.join(ROOT, 'test/endurance/held-app.ts')], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      PATH,
      HOME,
      ...COMPILED,
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
  const tell = () => {
    const said = nextLine();
    child.stdin.write(`${slack.now().toISOString()}\n`);
    return said;
  };
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  await nextLine();
  return {
    kill,
    start: async () => {
      await tell();
      return { pid: child.pid ?? 0, tick: tell, kill };
    },
  };
}
