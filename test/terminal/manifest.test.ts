import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import { biseoHere } from '../support/terminal.ts';

const Printed = z.object({
  features: z.object({ slash_commands: z.array(z.object({ command: z.string(), url: z.string().optional() })) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()), request_url: z.string().optional() }),
    interactivity: z.object({
      is_enabled: z.boolean(),
      request_url: z.string().optional(),
      message_menu_options_url: z.string().optional(),
    }),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false),
  }),
});
const kept = readFileSync('manifest.yml', 'utf8');
const run = (...args: string[]) => biseoHere(['manifest', ...args]);
const printed = async (...args: string[]) => Printed.parse(parse((await run(...args)).out));
const names = commands.flatMap((it) => it.slash ?? []);

test('without options it is the repository’s own file', async () => {
  expect(await run()).toEqual({ code: 0, out: kept, err: '' });
});

test.each(['https://biseo.city.kr', 'https://biseo.city.kr/', 'https://biseo.city.kr/slack/events'])(
  'with an address (%s) everything that Slack sends comes there: commands, events, buttons, and what lists ask for',
  async (typed) => {
    const { features, settings } = await printed('--http', typed);
    const url = 'https://biseo.city.kr/slack/events';

    expect(features.slash_commands.map((it) => it.command).toSorted()).toEqual(names.toSorted());
    expect(new Set(features.slash_commands.map((it) => it.url))).toEqual(new Set([url]));
    expect(settings).toMatchObject({
      event_subscriptions: { request_url: url },
      interactivity: { is_enabled: true, request_url: url, message_menu_options_url: url },
      socket_mode_enabled: false,
    });
  },
);

test('an address may have a folder, as behind another site’s proxy', async () => {
  const { settings } = await printed('--http=https://city.kr/biseo/');
  expect(settings.event_subscriptions.request_url).toBe('https://city.kr/biseo/slack/events');
});

test('only English names, over either connection; all else stays', async () => {
  const ascii = names.filter((name) => /^[/a-z]+$/.test(name)).toSorted();
  const socket = await printed('--ascii-commands');
  const http = await printed('--ascii-commands', '--http', 'https://biseo.city.kr');

  expect(socket.features.slash_commands.map((it) => it.command).toSorted()).toEqual(ascii);
  expect(socket.settings).toEqual(Printed.parse(parse(kept)).settings);
  expect(http.features.slash_commands.map((it) => it.command).toSorted()).toEqual(ascii);
  expect(http.features.slash_commands.every((it) => it.url)).toBe(true);
});

test.each(['http://biseo.city.kr', 'biseo.city.kr', 'https://', 'https://a@biseo.city.kr', 'https://city.kr/?x=1'])(
  'what Slack could not call is no address: %s',
  async (typed) => {
    const { code, out, err } = await run(`--http=${typed}`);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(typed);
  },
);
