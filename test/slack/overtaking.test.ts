import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { textFor } from '../../src/text/index.ts';
import { holdWriter } from '../support/held.ts';
import { MEMBER, startOffice } from '../support/office.ts';
import { LINE } from '../support/spending.ts';

const { access } = textFor('ko');

test('what came of a form is seen also where its notice reaches Slack after what was drawn over it', async () => {
  const { slack, db, running } = await startOffice({ connection: 'http' });
  const drawn = () => slack.calls('views.update').length;
  let holding = false;
  // What stands before the app, and takes its time with what it answers to a form.
  const proxy = createServer(async (request, response) => {
    const body: Buffer[] = [];
    for await (const piece of request) body.push(piece);
    const headers = Object.entries(request.headers).filter(([name]) => /^(content-type|x-slack-)/.test(name));
    const address = `http://127.0.0.1:${running.port}${request.url}`;
    const to = { method: 'POST', headers: headers as [string, string][], body: Buffer.concat(body) };
    const answer = await fetch(address, to);
    const words = await answer.text();
    const before = drawn();
    if (holding && words) {
      await writer.release();
      await slack.until(() => drawn() > before || undefined, 'something is drawn');
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(words);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void proxy.close());
  slack.deliverTo({ http: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/slack/events` });
  const me = slack.as(MEMBER);
  await me.type('/expense', LINE);
  await me.seesView();
  await slack.settled();

  const writer = holdWriter(db);
  holding = true;
  await me.submit({ activity: '4-나' });

  const view = await me.seesView((it) => !it.text.includes(access.saving));
  expect(view.text).toContain('E1');
});
