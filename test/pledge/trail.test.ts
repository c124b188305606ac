import { expect, test } from 'vitest';
import { MANAGER, MEMBER, startOffice } from '../support/office.ts';
import { LIST, nameAnswerers, takeIn } from './given.ts';

test('nothing about a pledge changes without who, when and evidence or a reason', async () => {
  const { slack, db, tick } = await startOffice();
  await takeIn(db);
  await nameAnswerers(db);
  const [manager, member] = [slack.as(MANAGER), slack.as(MEMBER)];

  await manager.type('/공약', '갱신 1-1-1');
  await manager.seesView();
  await manager.submit({ status: '완료', progress: 100, source: '문서 1호' });
  await manager.reads('갱신했습니다');
  await member.type('/공약', '갱신 1-1-1');
  await member.seesView();
  await member.submit({ status: '정상추진', progress: 90, source: '문서 2호', note: '하자 발견' });
  await tick();
  await manager.reads('갱신 제안');
  await manager.press('pledge_confirm');
  await manager.reads('확정했습니다');
  await manager.type('/공약', '평가 2017-h2');
  await manager.seesView();
  await manager.submit();
  await tick();
  await member.press('답변', { in: await member.reads('2017년 하반기 공약 자체평가') });
  await member.seesView();
  await member.submit({ status: '정상추진', progress: 95, source: '문서 3호' });
  await member.reads('답했습니다');
  await manager.type('/공약', '평가 2017-h2');
  await manager.reads((seen) => seen.text.includes('1건 답변'));
  await manager.press('review_close');
  await manager.seesView();
  await manager.submit({ reason: '담당자가 없음' });
  await manager.reads('공약 자체평가 결과');
  await manager.type('/공약', '수정 1-1-2');
  await manager.seesView();
  await manager.submit({ title: '골든타임 지키기', source: '문서 4호' });
  await manager.reads('저장했습니다');
  await takeIn(db, LIST.replace('352백만원', '400백만원'));
  await manager.type('/공약', '무효 P8 두 번 등록함');
  await manager.reads('무효 처리했습니다');

  const pledges = await db.selectFrom('pledge').selectAll().orderBy('id').execute();
  const history = await db.selectFrom('history').selectAll().where('noun', '=', 'pledge').execute();
  for (const pledge of pledges) {
    const own = history.filter((entry) => entry.record === String(pledge.id));
    const changes = own.filter((entry) => !['proposed', 'answered', 'linked', 'declined'].includes(entry.action));
    expect(changes, pledge.title).toHaveLength(pledge.version);
    for (const { actor, at, after, reason } of changes) {
      expect(actor).not.toBe('');
      expect(at).toMatch(/^2018-03-30T/);
      expect(after?.includes('"evidence":"') || reason).toBeTruthy();
    }
  }
  expect(pledges.filter((pledge) => pledge.version > 1)).toHaveLength(4);
  const [first] = pledges;
  expect(first?.version).toBe(4);
});
