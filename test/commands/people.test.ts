import { expect, test } from 'vitest';
import { putPerson } from '../../src/people/store.ts';
import { ACCESS_ADD, ACCESS_DISMISS, PERSON_CHANGE } from '../../src/people/views.ts';
import { textFor } from '../../src/text/index.ts';
import {
  ADMINISTRATOR,
  EVERY_SETTING,
  GUEST,
  MANAGER,
  MEMBER,
  NOW,
  OTHER_MEMBER,
  OUTSIDER,
  STRANGER,
  startOffice,
} from '../support/office.ts';
import { LINE } from '../support/spending.ts';

const by = { actor: 'test', at: NOW };

test.each(EVERY_SETTING)(
  'a newcomer is refused politely, asked for once a day, and added ($connection, $language)',
  async (setting) => {
    const { slack, db, tick } = await startOffice(setting);
    const words = textFor(setting.language).access;
    const newcomer = slack.as(STRANGER);
    const administrator = slack.as(ADMINISTRATOR);

    await newcomer.type('/지출', LINE);
    expect(await newcomer.reads(textFor('ko').access.asked)).toMatchObject({ private: true });
    expect(newcomer.view()).toBeUndefined();
    await newcomer.type('/지출', LINE);
    await newcomer.reads(textFor('ko').access.askedBefore);
    await tick();
    const asked = administrator.messages().filter((it) => it.fromApp);
    expect(asked).toMatchObject([
      { text: expect.stringContaining(words.request('새로운')), buttons: [words.add, words.dismiss] },
    ]);

    await administrator.press(ACCESS_ADD);
    const settled = await administrator.reads(words.added('새로운', '한지우', '').slice(0, 12));
    expect(settled).toMatchObject({ ts: asked[0]?.ts, buttons: [] });
    expect(settled.text).toContain('한지우');
    expect(settled.text).toContain('12:00');
    await tick();
    await newcomer.reads(textFor('ko').access.welcome.split('`')[0] ?? '');
    await newcomer.type('/지출', LINE);
    await newcomer.seesView();
    expect(await db.selectFrom('history').selectAll().where('record', '=', STRANGER).execute()).toMatchObject([
      { action: 'added', actor: ADMINISTRATOR },
    ]);
  },
);

test('a day later administrators are asked again', async () => {
  const { slack, tick } = await startOffice();
  await slack.as(STRANGER).type('/지출', LINE);
  await tick();
  slack.clock.move(24 * 60 * 60_000 + 1);

  await slack.as(STRANGER).type('/지출', LINE);
  await tick();

  expect(
    slack
      .as(ADMINISTRATOR)
      .messages()
      .filter((it) => it.fromApp),
  ).toHaveLength(2);
});

test('a second administrator who presses later is told that it is done, and demotes nobody', async () => {
  const { slack, db, tick } = await startOffice();
  await putPerson(db, { userId: MANAGER, name: '오세라', role: 'administrator', language: 'ko' }, by);
  const [first, second] = [slack.as(ADMINISTRATOR), slack.as(MANAGER)];
  await slack.as(STRANGER).type('/지출');
  await tick();
  await first.press(ACCESS_ADD);
  await first.reads('직원으로 등록했습니다');
  await putPerson(db, { userId: STRANGER, name: '새로운', role: 'manager', language: 'ko' }, by);

  await second.press(ACCESS_ADD);

  expect(await second.reads('새로운 님은 이미 비서실 명단에 있습니다.')).toMatchObject({ buttons: [] });
  await tick();
  const row = await db.selectFrom('person').select('role').where('user_id', '=', STRANGER).executeTakeFirst();
  expect(row?.role).toBe('manager');
  expect(
    slack
      .as(STRANGER)
      .messages()
      .filter((it) => it.text.includes('등록되었습니다')),
  ).toHaveLength(1);
});

test.each([
  [ACCESS_ADD, '관리자만 할 수 있는 일입니다'],
  [ACCESS_DISMISS, '관리자만 할 수 있는 일입니다'],
])('an administrator who is one no longer can’t decide (%s)', async (action, words) => {
  const { slack, db, tick } = await startOffice();
  await slack.as(STRANGER).type('/지출');
  await tick();
  await putPerson(db, { userId: ADMINISTRATOR, name: '한지우', role: 'member', language: 'ko' }, by);

  await slack.as(ADMINISTRATOR).press(action);
  await tick();

  expect(slack.as(ADMINISTRATOR).lastAnswer()?.text).toMatch(/관리자만/);
  expect(words).toContain('관리자');
  expect(await db.selectFrom('person').select('user_id').where('user_id', '=', STRANGER).execute()).toEqual([]);
});

test('a request that is turned down says who did it, and the newcomer stays outside', async () => {
  const { slack, tick } = await startOffice();
  await slack.as(STRANGER).type('/지출');
  await tick();

  await slack.as(ADMINISTRATOR).press(ACCESS_DISMISS);

  expect(await slack.as(ADMINISTRATOR).reads(/새로운 님을 등록하지 않기로 했습니다.*한지우/)).toMatchObject({
    buttons: [],
  });
  await slack.as(STRANGER).type('/지출');
  await slack.as(STRANGER).reads('이미 요청했으니');
});

test.each([
  ['a guest', GUEST, '게스트 계정으로는 비서를 쓸 수 없습니다'],
  ['a person of another workspace', OUTSIDER, '다른 워크스페이스 계정으로는 비서를 쓸 수 없습니다'],
])('%s is refused, and no administrator is bothered', async (_who, id, words) => {
  const { slack, tick } = await startOffice();

  await slack.as(id).type('/지출', LINE);

  await slack.as(id).reads(words);
  await tick();
  expect(
    slack
      .as(ADMINISTRATOR)
      .messages()
      .filter((it) => it.fromApp),
  ).toEqual([]);
  expect(slack.as(id).view()).toBeUndefined();
});

test('without an administrator a newcomer is told whom to ask', async () => {
  const { slack, db } = await startOffice();
  await db.updateTable('person').set({ role: 'member' }).execute();

  await slack.as(STRANGER).type('/지출');

  await slack.as(STRANGER).reads('앱을 설치한 분께 알려 주세요');
});

test('an administrator changes roles, and the last one stays one', async () => {
  const { slack } = await startOffice();
  const administrator = slack.as(ADMINISTRATOR);
  await administrator.type('/비서', '사람');
  const list = await administrator.reads('비서실 직원 4명');
  expect(list.text).toContain('이준호 · 직원');

  await administrator.press(PERSON_CHANGE, { in: list });
  await administrator.seesView('권한 바꾸기');
  expect(await administrator.submit({ person: ADMINISTRATOR, role: 'member' })).toMatchObject({
    errors: { person: '관리자가 한 명도 남지 않게 됩니다. 먼저 다른 관리자를 정해 주세요.' },
  });
  expect(await administrator.submit({ person: OTHER_MEMBER, role: 'administrator' })).toMatchObject({ ok: true });
  await administrator.reads('이준호 님의 권한: 관리자');

  await administrator.press(PERSON_CHANGE, { in: list });
  await administrator.seesView();
  await administrator.submit({ person: ADMINISTRATOR, role: 'member' });
  await administrator.reads('한지우 님의 권한: 직원');
});

test('of two administrators who remove each other at the same moment one stays', async () => {
  const { slack, db } = await startOffice();
  await putPerson(db, { userId: MANAGER, name: '오세라', role: 'administrator', language: 'ko' }, by);
  const pairs = [
    [slack.as(ADMINISTRATOR), MANAGER],
    [slack.as(MANAGER), ADMINISTRATOR],
  ] as const;
  for (const [person, other] of pairs) {
    await person.type('/비서', '사람');
    const list = await person.reads('비서실 직원');
    const blockId = list.blocks?.find((it) => JSON.stringify(it).includes(`"value":"${other}"`))?.block_id ?? '';
    await person.press(PERSON_CHANGE, { in: list, blockId });
    await person.seesView();
    await person.fill({ role: 'remove' });
  }

  const answers = await Promise.all(pairs.map(([person]) => person.submit()));

  // The other is refused at the field, or is a stranger by then and is told so.
  expect(answers.some((it) => it.ok)).toBe(true);
  await slack.settled();
  const left = db
    .selectFrom('person')
    .select('user_id')
    .where('role', '=', 'administrator')
    .where('removed_at', 'is', null);
  expect(await left.execute()).toHaveLength(1);
});

test('a person who is taken off the list is a stranger again', async () => {
  const { slack } = await startOffice();
  const administrator = slack.as(ADMINISTRATOR);
  await administrator.type('/비서', '사람');
  const list = await administrator.reads('비서실 직원 4명');
  const blockId = list.blocks?.find((it) => JSON.stringify(it).includes(`"value":"${MEMBER}"`))?.block_id ?? '';
  await administrator.press(PERSON_CHANGE, { in: list, blockId });
  await administrator.seesView();
  await administrator.submit({ role: 'remove' });
  await administrator.reads('김서연 님을 명단에서 뺐습니다.');

  await slack.as(MEMBER).type('/지출', '목록');

  await slack.as(MEMBER).reads('아직 비서실 명단에 없습니다');
});

test.each([
  ['a guest', GUEST],
  ['a person of another workspace', OUTSIDER],
])('%s can’t be put on the list', async (_who, id) => {
  const { slack, db } = await startOffice();
  const administrator = slack.as(ADMINISTRATOR);
  await administrator.type('/비서', '사람');
  await administrator.reads('비서실 직원');
  await administrator.press('직원 등록');
  await administrator.seesView();

  expect(await administrator.submit({ person: id, role: 'manager' })).toMatchObject({
    errors: { person: expect.stringContaining('명단에 등록할 수 없습니다') },
  });
  expect(await db.selectFrom('person').select('user_id').where('user_id', '=', id).execute()).toEqual([]);
});

test('members see the list without buttons', async () => {
  const { slack } = await startOffice();
  await slack.as(MEMBER).type('/비서', '사람');

  expect((await slack.as(MEMBER).reads('비서실 직원 4명')).buttons).toEqual([]);
});

test('a long list of people pages', async () => {
  const { slack, db } = await startOffice();
  const added_at = NOW.toISOString();
  const rows = Array.from({ length: 60 }, (_, i) => ({
    user_id: `U0MANY${1000 + i}`,
    name: `직원 ${1000 + i}`,
    role: 'member',
    added_at,
  }));
  await db.insertInto('person').values(rows).execute();
  const administrator = slack.as(ADMINISTRATOR);
  await administrator.type('/비서', '사람');
  const list = await administrator.reads('비서실 직원 64명');

  for (const page of [2, 3, 4]) {
    await administrator.press('다음', { in: list });
    await administrator.reads(`${page} / 4쪽`);
  }

  const last = await administrator.reads('4 / 4쪽');
  expect(last.buttons).not.toContain('다음');
  expect(last.ts).toBe(list.ts);
  expect(last.text).toMatch(/한지우|직원 1059/);
});
