import { expect, test } from 'vitest';
import { TODOS_ON_A_PAGE } from '../../../src/spending/check/todo/views.ts';
import { ADMINISTRATOR, startOffice } from '../../support/office.ts';

const AUTUMN = { samples: true, now: new Date('2016-11-21T03:00:00Z') };

/** An office of samples whose attendees are planted, and what a deed leaves as access records. */
async function office() {
  const { slack, db } = await startOffice(AUTUMN);
  await db.updateTable('expense').set({ attendees: '표지인 과장 외 3명' }).where('id', '<=', 300).execute();
  const person = slack.as(ADMINISTRATOR);
  const seenBy = async (act: () => Promise<unknown>) => {
    const { id } = await db
      .selectFrom('access_record')
      .select((row) => row.fn.max('id').as('id'))
      .executeTakeFirstOrThrow();
    await act();
    await slack.settled();
    const rows = await db
      .selectFrom('access_record')
      .select(['kind', 'count'])
      .where('id', '>', Number(id ?? 0))
      .execute();
    return rows;
  };
  return { person, seenBy };
}

test('what a question means is looked up without a look at anybody', async () => {
  const { person, seenBy } = await office();
  for (const question of ['올해 시책 얼마 남았어?', '이번 주 일정', '2016년 10월 간담회 몇 건', '정당별 의원 몇 명'])
    expect([question, await seenBy(() => person.dm(question))]).toEqual([question, []]);
});

test('who asks for somebody by name or party has looked, also where only a figure answers', async () => {
  const { person, seenBy } = await office();
  const asked = {
    '표지인 들어간 집행': 'attendees',
    '표지인 들어간 집행 몇 건': 'attendees',
    '새길당 의원 누구': 'members',
  };
  for (const [question, kind] of Object.entries(asked))
    expect([question, await seenBy(() => person.dm(question))]).toMatchObject([question, [{ kind }]]);
});

test('a form that is judged beside other spends shows nobody of them', async () => {
  const { person, seenBy } = await office();
  expect(await seenBy(() => person.type('/지출', '85000 미진 조례 개정 간담회 시책 카드'))).toEqual([]);
});

test('the check of a month looks at the records on its page, not at all that it judges', async () => {
  const { person, seenBy } = await office();
  const [seen, ...others] = await seenBy(() => person.type('/지출', '점검 2016-10'));
  expect(others).toEqual([]);
  expect(seen?.count).toBeLessThanOrEqual(TODOS_ON_A_PAGE);
});

test('to choose members shows no party, and to look for them by one is a look', async () => {
  const { person, seenBy } = await office();
  await person.type('/의회', '');
  await person.seesView();
  let offered = '';
  const typing = (typed: string) => async () => {
    offered = JSON.stringify(await person.search('members', typed));
  };

  expect(await seenBy(typing(''))).toEqual([]);
  expect(offered).not.toContain('새길당');
  expect(await seenBy(typing('강'))).toEqual([]);
  expect(await seenBy(typing('새길당'))).toMatchObject([{ kind: 'members' }]);
});
