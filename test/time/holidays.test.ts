import { expect, test } from 'vitest';
import { insertBriefing } from '../../src/council/policies/store.ts';
import { insertFollowups } from '../../src/followup/store.ts';
import { putOfficeSetting } from '../../src/people/settings/store.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import { seat } from '../support/council.ts';
import { ADMINISTRATOR, at, MANAGER, MEMBER, type Office, startOffice } from '../support/office.ts';
import { putVisit } from '../support/visits.ts';

const said = ({ slack }: Office, channel = slack.as(MEMBER).appChannel) =>
  slack
    .as(MEMBER)
    .messages(channel)
    .filter((it) => it.fromApp && !it.private);

test('ten days of 추석 are told of before and after them, and disturb nobody in between', async () => {
  const office = await startOffice({ now: new Date('2017-09-26T12:00:00+09:00') }); // a Tuesday; free from Saturday to 9 October
  const { db, slack } = office;
  const by = { actor: MANAGER, at: slack.now() };
  await putOfficeSetting(db, 'channel', CHANNELS.office, { ...by, actor: ADMINISTRATOR });
  const source = { noun: 'message' as const, record: '1' };
  await insertFollowups(db, [{ source, title: '명절에 끝낼 것', owner: MEMBER, due: '2017-10-04' }], {
    ...by,
    actor: MEMBER,
  });
  const where = { place: '쪽방촌', district: '종로구', purpose: '위문' };
  await putVisit(office, { title: '명절 위문', startsOn: '2017-10-05', ...where });
  await seat(office, ['강하나'], { post: '의장', committee: null, district: null });
  const policy = { policy: '심야버스', announcedOn: '2017-10-10', announcedTime: '10:00', leaders: true };
  const entry = { actor: MEMBER, at: slack.now(), formKey: 'policy', origin: 'form' as const };
  await insertBriefing(db, { ...policy, committees: [], districts: [] }, entry);
  await office.tick();

  const before = said(office).length;
  await at(office, '2017-09-29T08:30');
  const [schedule] = said(office, CHANNELS.office).slice(-1);
  expect(schedule?.text).toContain('10월 5일');
  expect(schedule?.text).toContain('명절 위문');
  await at(office, '2017-09-29T09:00');
  const [friday, ...more] = said(office).slice(before);
  expect(more).toEqual([]);
  for (const words of ['기한이 10월 4일(수)인 후속조치', '명절에 끝낼 것', '발표일이 10월 10일(화)인', '강하나'])
    expect(friday?.text).toContain(words);
  await at(office, '2017-09-29T18:00');
  const evening = said(office).at(-1);
  expect(evening?.text).toContain('10월 5일(목) 14:00에 일정이 있습니다.');
  const until = said(office).length;
  const posted = said(office, CHANNELS.office).length;

  for (let day = 30; day <= 39; day++)
    for (const time of ['08:30', '09:00', '13:00', '18:00'])
      await at(office, `2017-${day > 30 ? `10-${String(day - 30).padStart(2, '0')}` : '09-30'}T${time}`);
  expect(said(office)).toHaveLength(until);
  expect(said(office, CHANNELS.office)).toHaveLength(posted);

  await at(office, '2017-10-10T09:00');
  const back = said(office).slice(until);
  const [reminder] = back.filter(({ text }) => !text.includes('이번 주'));
  for (const words of ['기한이 지났습니다', '명절에 끝낼 것', '발표일이 오늘인', '10월 5일(목) 일정의 결과가'])
    expect(reminder?.text).toContain(words);
  expect(back.filter(({ text }) => text.includes('명절에 끝낼 것'))).toHaveLength(1);
  expect(
    said(office, CHANNELS.office)
      .slice(posted)
      .filter(({ text }) => text.includes('주간 요약')),
  ).toHaveLength(1);
});
