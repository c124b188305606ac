import { App, LogLevel, type types } from '@slack/bolt';
import { onTestFinished } from 'vitest';
import { createUnderWay } from '../../src/app/under-way.ts';
import { type Playground, startPlayground } from '../../src/simulator/driver.ts';
import type { ManifestInput } from '../../src/simulator/manifest.ts';
import type { PlaygroundOptions } from '../../src/simulator/server.ts';

export const MANIFEST = {
  display_information: { name: 'Lab' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    bot_user: { display_name: 'Lab' },
    slash_commands: [
      { command: '/lab', description: 'Try', usage_hint: '[what]', should_escape: true },
      { command: '/실험', description: '해 보기' },
    ],
    shortcuts: [
      { name: 'Note it', type: 'global', callback_id: 'lab_note' },
      { name: 'Keep it', type: 'message', callback_id: 'lab_keep' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: ['commands', 'chat:write', 'users:read', 'files:read', 'files:write', 'im:write', 'im:history', 'im:read'],
    },
  },
  settings: { event_subscriptions: { bot_events: ['app_home_opened', 'message.im'] } },
} satisfies ManifestInput;

const quiet = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  setName() {},
  getLevel: () => LogLevel.ERROR,
};

type Lab = { slack: Playground; app: App };

/** A real Bolt app in Socket Mode against a playground with a held clock. */
export async function startLab(listen: (app: App) => void, options: PlaygroundOptions = {}): Promise<Lab> {
  const slack = await startPlayground({ manifest: MANIFEST, at: new Date('2026-03-02T00:00:00Z'), ...options });
  const app = new App({
    token: slack.botToken,
    appToken: slack.appToken,
    socketMode: true,
    logger: quiet,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  });
  listen(app);
  watch(slack, app);
  await app.start();
  await slack.connected();
  onTestFinished(async () => {
    await app.stop();
    await slack.stop();
  });
  return { slack, app };
}

/** Lets the playground know what the app works on. */
function watch(slack: Playground, app: App): void {
  const underWay = createUnderWay();
  const processEvent = app.processEvent.bind(app);
  app.processEvent = (event) => underWay.add(processEvent(event));
  slack.watch(underWay);
}

/** The same over signed HTTP. */
export async function startHttpLab(listen: (app: App) => void, options: PlaygroundOptions = {}): Promise<Lab> {
  const slack = await startPlayground({ manifest: MANIFEST, at: new Date('2026-03-02T00:00:00Z'), ...options });
  const app = new App({
    token: slack.botToken,
    signingSecret: slack.signingSecret,
    logger: quiet,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  });
  listen(app);
  watch(slack, app);
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  slack.deliverTo({ http: `http://127.0.0.1:${port}/slack/events` });
  onTestFinished(async () => {
    await app.stop();
    await slack.stop();
  });
  return { slack, app };
}

export const plain = (text: string) => ({ type: 'plain_text' as const, text });

export const input = (
  block_id: string,
  element: { [key: string]: unknown },
  more: { [key: string]: unknown } = {},
) => ({
  type: 'input',
  block_id,
  label: plain(block_id),
  element: { action_id: 'value', ...element },
  ...more,
});

/** Loose on purpose: tests draw forms that Slack refuses. */
export const form = (blocks: object[], more: object = {}): types.ModalView =>
  JSON.parse(
    JSON.stringify({
      type: 'modal',
      callback_id: 'lab_form',
      title: plain('Form'),
      submit: plain('Save'),
      blocks,
      ...more,
    }),
  );
