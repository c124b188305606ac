import { expect, test } from 'vitest';
import { stringOf } from '../../src/simulator/json.ts';
import { ask, connect, dial, type Envelope, type RawLine, startQuiet, startRaw } from './raw-app.ts';

const MEMBER = 'U0KIMSEOYE';

test('a connection is greeted with hello and how many there are', async () => {
  const slack = await startQuiet();
  await connect(slack);
  const second = await connect(slack);

  expect(second.heard[0]).toMatchObject({
    type: 'hello',
    num_connections: 2,
    debug_info: { approximate_connection_time: expect.any(Number) },
    connection_info: { app_id: expect.stringMatching(/^A/) },
  });
});

test('a ticket opens one connection', async () => {
  const slack = await startQuiet();
  const { url } = await ask(slack, 'apps.connections.open', {}, slack.appToken);
  await dial(stringOf(url));

  await expect(dial(stringOf(url))).rejects.toThrow('403');
});

test('apps.connections.open takes the app token only', async () => {
  const slack = await startQuiet();

  expect(await ask(slack, 'apps.connections.open', {})).toMatchObject({ ok: false, error: 'not_allowed_token_type' });
});

test('an eleventh connection is turned away', async () => {
  const slack = await startQuiet();
  for (let i = 0; i < 10; i++) await connect(slack);
  const eleventh = await connect(slack);
  await eleventh.closed;

  expect(eleventh.heard).toMatchObject([{ type: 'disconnect', reason: 'too_many_websockets' }]);
  expect(slack.connections()).toBe(10);
});

test('a command without any connection fails at once with dispatch_failed', async () => {
  const slack = await startQuiet();

  expect(await slack.as(MEMBER).type('/lab', 'hello')).toMatchObject({ ok: false, error: 'dispatch_failed' });
});

test('an app that does not answer within three seconds shows operation_timeout, and that is a wrong', async () => {
  const received = Promise.withResolvers<Envelope>();
  const slack = await startRaw((envelope) => {
    received.resolve(envelope);
    return false;
  });
  const typed = slack.as(MEMBER).type('/lab', 'hello');
  await received.promise;
  slack.clock.move(3_001);

  expect(await typed).toMatchObject({ ok: false, error: 'operation_timeout' });
  expect(slack.wrongs).toEqual(['slash_commands (/lab hello) was not acknowledged within three seconds.']);
});

test('payloads go round the connections', async () => {
  const slack = await startQuiet();
  const counts = [0, 0, 0];
  for (const index of counts.keys()) {
    await connect(slack, () => {
      counts[index] = (counts[index] ?? 0) + 1;
      return {};
    });
  }
  for (let i = 0; i < 6; i++) await slack.as(MEMBER).type('/lab', String(i));

  expect(counts).toEqual([2, 2, 2]);
});

test('an acknowledgement may come over another connection than the payload', async () => {
  const slack = await startQuiet();
  const lines: RawLine[] = [];
  const overTheOther = (envelope: Envelope, line: RawLine) => {
    lines.find((it) => it !== line)?.say({ envelope_id: envelope.envelope_id });
    return false as const;
  };
  lines.push(await connect(slack, overTheOther), await connect(slack, overTheOther));

  expect(await slack.as(MEMBER).type('/lab')).toMatchObject({ ok: true });
  expect(slack.wrongs).toEqual([]);
});

test('what was under way on a lost connection may be answered over one that is left', async () => {
  const slack = await startQuiet();
  const lines: RawLine[] = [];
  const lost = async (envelope: Envelope, line: RawLine) => {
    line.socket.terminate();
    await line.closed;
    lines.find((it) => it !== line)?.say({ envelope_id: envelope.envelope_id });
    return false as const;
  };
  lines.push(await connect(slack, lost), await connect(slack, lost));

  expect(await slack.as(MEMBER).type('/lab')).toMatchObject({ ok: true });
});

test('acknowledging twice is a wrong', async () => {
  const slack = await startRaw((envelope, line) => {
    line.say({ envelope_id: envelope.envelope_id });
    return {};
  });
  await slack.as(MEMBER).type('/lab');
  await slack.as(MEMBER).type('/lab');

  expect(slack.wrongs[0]).toMatch(/^The app acknowledged envelope \w+ twice\.$/);
});

test('a connection that dies with a command under way fails it at once', async () => {
  const slack = await startQuiet();
  await connect(slack, (_, line) => {
    line.socket.terminate();
    return false;
  });

  expect(await slack.as(MEMBER).type('/lab')).toMatchObject({
    ok: false,
    error: 'dispatch_failed',
    sentence: 'The connection was lost before the app answered.',
  });
  expect(slack.wrongs).toEqual([]);
});

test('a refreshed connection is told so, gets nothing new, and may still answer', async () => {
  const slack = await startQuiet();
  const received = Promise.withResolvers<Envelope>();
  const old = await connect(slack, (envelope) => {
    received.resolve(envelope);
    return false;
  });
  const typed = slack.as(MEMBER).type('/lab', 'first');
  const { envelope_id } = await received.promise;

  slack.refresh();
  expect(await slack.as(MEMBER).type('/lab', 'second')).toMatchObject({ error: 'dispatch_failed' });
  old.say({ envelope_id });

  expect(await typed).toMatchObject({ ok: true });
  expect(old.heard.at(-1)).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
});

test('a refreshed connection ends after a while', async () => {
  const slack = await startQuiet();
  const line = await connect(slack);
  slack.refresh({ reason: 'warning' });
  expect(slack.connections()).toBe(1);
  slack.clock.move(10_001);
  await line.closed;

  expect(slack.connections()).toBe(0);
});

test('cutting ends the oldest connection without a word', async () => {
  const slack = await startQuiet();
  const old = await connect(slack);
  await connect(slack);
  slack.cut();
  await old.closed;

  expect(old.heard).toHaveLength(1);
  expect(slack.connections()).toBe(1);
});

test('what a person did last can be delivered again with the same ids, marked as a retry', async () => {
  const seen: Envelope[] = [];
  const slack = await startRaw((envelope) => {
    seen.push(envelope);
    return {};
  });
  await slack.as(MEMBER).dm('hello');
  expect(await slack.redeliverLast()).toMatchObject({ ok: true });

  expect(seen).toHaveLength(2);
  expect(seen[1]).toMatchObject({ retry_attempt: 1, retry_reason: 'timeout', payload: seen[0]?.payload });
  expect(seen[1]?.envelope_id).not.toBe(seen[0]?.envelope_id);
});

test('an event that goes unanswered comes again at once, after a minute and after five, and then no more', async () => {
  const seen: Envelope[] = [];
  const slack = await startQuiet();
  const arrivals = [0, 1, 2, 3].map(() => Promise.withResolvers<void>());
  await connect(slack, (envelope) => {
    seen.push(envelope);
    arrivals[seen.length - 1]?.resolve();
    return false;
  });
  const said = slack.as(MEMBER).dm('hello');
  await arrivals[0]?.promise;
  slack.clock.move(3_001);
  await said;
  await arrivals[1]?.promise;
  slack.clock.move(3_001);
  await slack.settled();
  slack.clock.move(60_000);
  await arrivals[2]?.promise;
  slack.clock.move(3_001);
  await slack.settled();
  slack.clock.move(300_000);
  await arrivals[3]?.promise;
  slack.clock.move(3_001);
  await slack.settled();
  slack.clock.move(3_600_000);
  await slack.settled();

  expect(seen.map((it) => it.retry_attempt)).toEqual([0, 1, 2, 3]);
  expect(new Set(seen.map((it) => it.payload.event_id)).size).toBe(1);
});

test('an app that starts again goes on where it was', async () => {
  const slack = await startQuiet();
  const first = await connect(slack, () => ({}));
  await slack.as(MEMBER).type('/lab');
  first.socket.terminate();
  await first.closed;
  await connect(slack, () => ({ text: 'back' }));
  await slack.connected();

  expect(await slack.as(MEMBER).type('/lab')).toMatchObject({ ok: true });
  expect(slack.as(MEMBER).lastAnswer()).toMatchObject({ text: 'back', private: true });
});
