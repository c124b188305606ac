import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { down, up } from '../../migrations/030-pledge-messages.ts';
import { findSent } from '../../src/outbox/store.ts';
import { askedKey } from '../../src/pledge/proposal/told.ts';
import { requestKey } from '../../src/pledge/reviews/request/store.ts';
import { insertRound } from '../../src/pledge/reviews/store.ts';
import { MANAGER, MEMBER, NOW, OTHER_MEMBER, startOffice } from '../support/office.ts';
import { takeIn } from './given.ts';

test('messages about pledges that were sent before the outbox sent them are kept up to date from there', async () => {
  const { db } = await startOffice();
  await takeIn(db);
  const { round } = await insertRound(db, { name: '2017-h2', term: 6 }, () => MEMBER, { actor: MANAGER, at: NOW });
  const at = NOW.toISOString();
  const proposal = { pledge_id: 1, status: '정상추진', progress: 10, source: '문서 1호', note: null, files: '[]' };
  const proposed = { form_key: 'a', proposed_by: MEMBER, proposed_at: at, state: 'open' };
  await db
    .insertInto('pledge_proposal')
    .values({ ...proposal, ...proposed, decided_by: null, decided_at: null, reason: null })
    .execute();
  await db.deleteFrom('outbox').execute();
  const untyped = db as unknown as Kysely<unknown>;
  await down(untyped);
  await sql`insert into pledge_notice values (1, ${MANAGER}, 'D1', '1.1')`.execute(db);
  await sql`update review_request set channel = 'D2', ts = '2.2'`.execute(db);
  const unsent = { round_id: round.id, user_id: OTHER_MEMBER };
  await db.insertInto('review_request').values(unsent).execute();

  await up(untyped);

  expect(await findSent(db, askedKey(1, MANAGER))).toEqual({ channel: 'D1', ts: '1.1' });
  expect(await findSent(db, requestKey(round.id, MEMBER))).toEqual({ channel: 'D2', ts: '2.2' });
  expect(await db.selectFrom('outbox').select('recipient').orderBy('recipient').execute()).toEqual([
    { recipient: MEMBER },
    { recipient: MANAGER },
  ]);
});
