import { App, LogLevel } from '@slack/bolt';

/** The least that a Bolt app can do: it acknowledges `/expense` and nothing else. What the real app is compared with. */
const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_API_URL } = process.env;

const app = new App({
  token: SLACK_BOT_TOKEN ?? '',
  appToken: SLACK_APP_TOKEN ?? '',
  socketMode: true,
  logLevel: LogLevel.ERROR,
  clientOptions: SLACK_API_URL ? { slackApiUrl: SLACK_API_URL } : {},
});
app.command('/expense', ({ ack }) => ack());

await app.start();
process.stdout.write('ready\n');
process.on('SIGTERM', () => process.exit(0));
