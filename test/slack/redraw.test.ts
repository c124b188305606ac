import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { createLog } from '../../src/base/log.ts';
import { redrawsOf } from '../../src/slack/redraw.ts';
import { MEMBER, startOffice } from '../support/office.ts';
import { LINE } from '../support/spending.ts';

test('a form that is saved right after its last letter is not drawn once more', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  await me.type('/expense', LINE);
  await me.seesView();
  await slack.settled();

  await me.fill({ activity: '4-나', amount: '91000' });
  await me.submit();
  const drawn = slack.calls('views.update').length;
  await slack.settled();

  expect(me.view()).toBeUndefined();
  expect(slack.calls('views.update')).toHaveLength(drawn);
});

test('a form that is sent with something wrong is drawn with what its rules ask for', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  await me.type('/expense', LINE);
  await me.seesView();
  await slack.settled();
  const drawn = slack.calls('views.update').length;

  await me.fill({ activity: '4-나', amount: 'many' });
  const answer = await me.submit();
  await slack.settled();

  expect(answer).toMatchObject({ errors: { amount: expect.any(String) } });
  expect(slack.calls('views.update').length).toBeGreaterThan(drawn);
});

test('of two changes the one made last is drawn, whichever is heard last', async () => {
  const { redraw } = redrawsOf(createLog('silent'));
  const client = new webApi.WebClient('xoxb-1', { slackApiUrl: 'http://127.0.0.1:1/' });
  const drawn: string[] = [];
  const change = (changed: string) =>
    redraw(
      client,
      { id: 'V1', hash: '1.a' },
      async () => {
        drawn.push(changed);
        return null;
      },
      { changed },
    );

  await Promise.all([change('1548426417.000200'), change('1548426417.000100')]);

  expect(drawn).toEqual(['1548426417.000200']);
});
