import { expect, test } from 'vitest';
import { insertBriefing } from '../../src/council/policies/store.ts';
import { insertFollowups } from '../../src/followup/store.ts';
import { putOfficeSetting } from '../../src/people/settings/store.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import { seat } from '../support/council.ts';
import { ADMINISTRATOR, at, MEMBER, type Office, startOffice } from '../support/office.ts';
import { putVisit } from '../support/visits.ts';

const said = ({ slack }: Office, channel = slack.as(MEMBER).appChannel) =>
  slack
    .as(MEMBER)
    .messages(channel)
    .filter((it) => it.fromApp && !it.private);

/** What was planned before the app went away on a Tuesday evening: something for each day until Friday. */
async function begin(): Promise<Office> {
  const office = await startOffice({ now: new Date('2018-03-20T12:00:00+09:00') });
  const { db, slack } = office;
  const by = { actor: MEMBER, at: slack.now() };
  await putOfficeSetting(db, 'channel', CHANNELS.office, { ...by, actor: ADMINISTRATOR });
  const source = { noun: 'message' as const, record: '1' };
  const owed = ['21', '22', '23', '26'].map((day) => ({ title: `${day}일 것`, due: `2018-03-${day}` }));
  await insertFollowups(
    db,
    owed.map((it) => ({ ...it, source, owner: MEMBER })),
    by,
  );
  const visits = [
    ['지난 방문', '2018-03-22', '14:00'],
    ['곧 있을 방문', '2018-03-23', '16:00'],
    ['저녁 방문', '2018-03-23', '18:30'],
  ] as const;
  for (const [title, startsOn, startTime] of visits) await putVisit(office, { title, startsOn, startTime });
  await seat(office, ['강하나'], { post: '의장', committee: null, district: null });
  for (const announcedOn of ['2018-03-22', '2018-03-26']) {
    const policy = { policy: `${announcedOn} 정책`, announcedOn, announcedTime: null, leaders: true };
    const entry = { ...by, formKey: announcedOn, origin: 'form' as const };
    await insertBriefing(db, { ...policy, committees: [], districts: [] }, entry);
  }
  await office.tick();
  return office;
}

test('an app that was away for three days says each thing once, as it is by then, and nothing that is over', async () => {
  const office = await begin();
  const before = said(office).length;
  await at(office, '2018-03-23T15:05');
  await at(office, '2018-03-23T15:10');
  const came = said(office)
    .slice(before)
    .map(({ text }) => text);
  const told = (words: string) => came.filter((text) => text.includes(words));

  for (const words of [
    '21일 것',
    '22일 것',
    '23일 것',
    '26일 것',
    '지난 방문',
    '곧 있을 방문',
    '저녁 방문',
    '2018-03-26 정책',
  ])
    expect(told(words), words).toHaveLength(1);
  expect(told('21일 것')[0]).toMatch(/2일 지남/);
  expect(told('지난 방문')[0]).toMatch(/어제 일정의 결과가 아직 없습니다/);
  expect(told('곧 있을 방문')[0]).toContain('16:00에 시작하는 일정이 있습니다');
  expect(told('저녁 방문')[0]).toContain('오늘 18:30에 일정이 있습니다');
  expect(told('2018-03-22 정책')).toEqual([]); // it was announced meanwhile: Home and lists say so
  const [schedule, ...more] = said(office, CHANNELS.office).filter(({ text }) => text.includes('오늘의 일정'));
  expect(more).toEqual([]);
  expect(schedule?.text).toContain('곧 있을 방문');
  expect(schedule?.text).not.toContain('지난 방문');
});
