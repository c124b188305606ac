import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, parseDocument } from 'yaml';
import { z } from 'zod';
import { command, FINE } from './command.ts';

const FILE = path.join(import.meta.dirname, '../../manifest.yml');

/** What a form's lists, buttons and commands say to the app when it is reached over HTTP: one address, as http-receiver.ts takes it. */
const EVENTS = '/slack/events';

/** Prints what Slack is told of the app, for a way of running it. Without options: the repository's own file, as it stands. */
export const manifest = command({
  options: { http: { type: 'string' }, 'ascii-commands': { type: 'boolean' } },
  async run({ values, words: more }, { text, print, wrong }) {
    if (more.length > 0) return wrong();
    const address = values.http === undefined ? null : addressOf(values.http);
    if (values.http !== undefined && !address) return wrong(text.terminal.manifestAddress(values.http));
    print(manifestFor({ address, ascii: values['ascii-commands'] ?? false }).trimEnd());
    return FINE;
  },
});

/** Slack calls nothing that is not https. */
function addressOf(typed: string): string | null {
  if (!URL.canParse(typed)) return null;
  const { protocol, host, username, search, hash, pathname } = new URL(typed);
  if (protocol !== 'https:' || username || search || hash) return null;
  const base = pathname.replace(/\/+$/, '');
  return `https://${host}${base.endsWith(EVENTS) ? base : `${base}${EVENTS}`}`;
}

const Commands = z.array(z.object({ command: z.string() }));

function manifestFor({ address, ascii }: { address: string | null; ascii: boolean }): string {
  const written = readFileSync(FILE, 'utf8');
  if (!address && !ascii) return written;
  const document = parseDocument(written);
  const commands = Commands.parse(
    (parse(written) as { features: { slash_commands: unknown } }).features.slash_commands,
  );
  for (const [at, { command }] of [...commands.entries()].reverse()) {
    const place = ['features', 'slash_commands', at];
    if (ascii && !/^\/[\w-]+$/.test(command)) document.deleteIn(place);
    else if (address) document.setIn([...place, 'url'], address);
  }
  if (address) {
    document.setIn(['settings', 'event_subscriptions', 'request_url'], address);
    document.setIn(['settings', 'interactivity', 'request_url'], address);
    document.setIn(['settings', 'interactivity', 'message_menu_options_url'], address);
    document.setIn(['settings', 'socket_mode_enabled'], false);
  }
  return document.toString({ lineWidth: 0 });
}
