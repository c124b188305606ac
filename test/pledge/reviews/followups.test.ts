import { expect, test } from 'vitest';
import { changeFollowup, findFollowup } from '../../../src/followup/store.ts';
import { finish } from '../../../src/followup/work.ts';
import { freezeRound } from '../../../src/pledge/reviews/freezing/store.ts';
import { insertRound } from '../../../src/pledge/reviews/store.ts';
import { MANAGER, NOW, startOffice } from '../../support/office.ts';
import { takeIn } from '../given.ts';

test('a pledge in trouble for several rounds has one follow-up, and a new one only when that has ended', async () => {
  const { db } = await startOffice();
  await takeIn(db);
  const { term } = await db.selectFrom('pledge').select('term').executeTakeFirstOrThrow();
  const by = { actor: MANAGER, at: NOW };
  const freeze = async (name: string) => {
    const { round } = await insertRound(db, { name, term }, () => null, by);
    const frozen = await freezeRound(db, round.id, {
      ...by,
      reason: null,
      due: '2018-12-31',
      followupTitle: () => `${name} 점검`,
    });
    if ('refusal' in frozen) throw new Error(frozen.refusal);
    return frozen.followups;
  };
  expect(await freeze('2017-h1')).toBe(1);
  expect(await freeze('2017-h2')).toBe(0);
  const followup = await findFollowup(db, 1);
  const ended = followup && finish(followup, { answer: '보완함', answered_to: null, answered_on: null }, '2018-03-30');
  if (!followup || !ended || !('step' in ended)) throw new Error('no follow-up');
  await changeFollowup(db, { id: 1, version: followup.version }, ended.step, by);
  expect(await freeze('2018-h1')).toBe(1);
});
