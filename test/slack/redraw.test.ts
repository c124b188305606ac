import { expect, test } from 'vitest';
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
