import { expect, test } from 'vitest';
import { textFor } from '../../src/text/index.ts';
import { seat } from '../support/council.ts';
import {
  at,
  MANAGER,
  MEMBER,
  type Office,
  OTHER_MEMBER,
  SETTINGS,
  type Setting,
  startOffice,
  told,
} from '../support/office.ts';
import { planVisit } from '../support/visits.ts';

/** Thursday, noon in Seoul; two members of one district. */
async function begin(setting: Setting): Promise<Office> {
  const office = await startOffice({ ...setting, now: new Date('2018-03-29T12:00:00+09:00') });
  await seat(office, ['강하나', '강두리']);
  await office.tick();
  return office;
}

async function does({ slack, tick }: Office, line: string): Promise<void> {
  await slack.as(MANAGER).type('/visit', line);
  await slack.settled();
  await tick();
}

test.each(SETTINGS)(
  'what changes on a Friday night of a weekend’s or an early Monday’s visit is told before it begins, and not in the night ($connection, $language)',
  async (setting) => {
    const office = await begin(setting);
    const { leads } = textFor(setting.language).visit.change;
    await planVisit(office, '민생현장 3/31 14:00 강북구 시장 점검');
    await planVisit(office, '민생현장 4/2 07:30 강북구 공원 점검');
    await planVisit(office, '민생현장 4/2 10:30 강북구 도로 점검');
    await at(office, '2018-03-30T21:00');
    await does(office, 'move V1 15:00');
    await does(office, 'cancel V2 비가 많이 옴');
    await does(office, 'move V3 11:00');
    const heard = () =>
      [leads.moved('V1'), leads.cancelled('V2'), leads.moved('V3')].map(
        (lead) => told(office, OTHER_MEMBER, lead).length,
      );
    expect(heard()).toEqual([0, 0, 0]);
    await at(office, '2018-03-31T07:59');
    expect(heard()).toEqual([0, 0, 0]);
    await at(office, '2018-03-31T08:00'); // a free day, but the last morning before it begins
    expect(heard()).toEqual([1, 0, 0]);
    await at(office, '2018-04-01T19:29');
    expect(heard()).toEqual([1, 0, 0]);
    await at(office, '2018-04-01T19:30'); // twelve hours before: on Monday at eight it would have begun
    expect(heard()).toEqual([1, 1, 0]);
    await at(office, '2018-04-02T08:00');
    expect(heard()).toEqual([1, 1, 1]);
  },
);

test.each(SETTINGS)(
  'whoever of those along is put in charge hears of it, and so does who is taken off ($connection, $language)',
  async (setting) => {
    const office = await begin(setting);
    const { slack, tick } = office;
    const { leads } = textFor(setting.language).visit.change;
    await planVisit(office, '민생현장 4/9 14:00 강북구 시장 점검');
    const manager = slack.as(MANAGER);
    await manager.type('/visit', 'edit V1');
    await manager.seesView((view) => view.callbackId === 'visit_schedule');
    await manager.submit({ owner: OTHER_MEMBER, staff: [] });
    await slack.settled();
    await tick();
    expect(told(office, OTHER_MEMBER, leads.joined('V1', true))).toHaveLength(1);
    expect(told(office, MEMBER, leads.left('V1'))).toHaveLength(1);

    // Put back before it was told is no news: nobody knew.
    await at(office, '2018-03-29T21:00');
    for (const staff of [[MEMBER], []]) {
      await manager.type('/visit', 'edit V1');
      await manager.seesView((view) => view.callbackId === 'visit_schedule');
      await manager.submit({ staff });
      await slack.settled();
    }
    await at(office, '2018-03-30T09:00');
    expect(told(office, MEMBER, leads.joined('V1', false))).toEqual([]);
    expect(told(office, MEMBER, leads.left('V1'))).toHaveLength(1);
  },
);

test.each(SETTINGS)(
  'members who were told of a visit are named to its owner when it moves and when it is called off, with what to write to them ($connection, $language)',
  async (setting) => {
    const office = await begin(setting);
    const { slack } = office;
    const { change, shareForm } = textFor(setting.language).visit;
    await planVisit(office, '민생현장 4/9 14:00 강북구 시장 점검');
    const owner = slack.as(MEMBER);
    await owner.type('/visit', 'share V1');
    await owner.seesView((view) => view.callbackId === 'visit_share');
    await owner.submit({ how: 'phone' });
    await slack.settled();
    await does(office, 'move V1 4/10 15:00');
    const [moved] = told(office, MEMBER, change.leads.moved('V1'));
    for (const words of ['강하나', '강두리', shareForm.letter.changed('시장 점검'), shareForm.letter.before])
      expect(moved?.text).toContain(words);
    expect(told(office, OTHER_MEMBER, change.leads.moved('V1'))[0]?.text).not.toContain('강하나');

    // From that message to those who were told once more.
    await owner.press('visit_share_open', moved ? { in: moved } : {});
    const form = await owner.seesView((view) => view.callbackId === 'visit_share');
    expect(form.fields.told_members?.value).toHaveLength(2);
    await owner.submit({ how: 'phone' });
    await slack.settled();
    await does(office, 'cancel V1 비가 많이 옴');
    const [off] = told(office, MEMBER, change.leads.cancelled('V1'));
    for (const words of ['강하나', '강두리', shareForm.letter.cancelled('시장 점검')])
      expect(off?.text).toContain(words);
  },
);

test.each(SETTINGS)(
  'several dates of one site are said once to each of their people, as they are by then ($connection, $language)',
  async (setting) => {
    const office = await begin(setting);
    const { slack, tick } = office;
    const { leads } = textFor(setting.language).visit.change;
    await at(office, '2018-03-29T21:00');
    const manager = slack.as(MANAGER);
    await manager.type('/visit', '민생현장 4/9 14:00 강북구 시장 점검');
    await manager.seesView((view) => view.callbackId === 'visit_schedule');
    const more = { more_dates: '4/10, 4/11 15:00, 4/12' };
    await manager.submit({ ...more, owner: MEMBER, staff: [OTHER_MEMBER], purpose: '점검' });
    await slack.settled();
    await does(office, 'cancel V1 비가 많이 옴');
    await does(office, 'move V4 4/13 16:00');
    await tick();
    await at(office, '2018-03-30T08:00');
    const [joined, ...others] = told(office, MEMBER, leads.joined('V2, V3, V4', true));
    expect(others).toEqual([]);
    expect(joined?.text).toMatch(/V2[\s\S]*14:00[\s\S]*V3[\s\S]*15:00[\s\S]*V4[\s\S]*16:00/);
    expect(told(office, OTHER_MEMBER, leads.joined('V2, V3, V4', false))).toHaveLength(1);
    expect(told(office, MEMBER, leads.cancelled('V1'))).toEqual([]);
    expect(told(office, MEMBER, leads.moved('V4'))).toEqual([]);

    await does(office, 'move V2 4/10 10:00');
    expect(told(office, MEMBER, leads.moved('V2'))).toHaveLength(1);
  },
);
