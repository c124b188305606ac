import { expect, test } from 'vitest';
import { putOfficeSetting } from '../../src/people/settings/store.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import { textFor } from '../../src/text/index.ts';
import { seat } from '../support/council.ts';
import {
  ADMINISTRATOR,
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

const NAMES = ['강하나', '강두리', '강세별'];

/** Thursday, noon in Seoul; a district with members, a channel for the schedule. */
async function begin(setting: Setting): Promise<Office> {
  const office = await startOffice({ ...setting, now: new Date('2018-03-29T03:00:00Z') });
  const by = { actor: ADMINISTRATOR, at: office.slack.now() };
  await seat(office, NAMES);
  await putOfficeSetting(office.db, 'channel', CHANNELS.office, by);
  await office.tick();
  return office;
}

test.each(SETTINGS)(
  'everybody on a visit hears when it is planned, moved, called off and brought back, and the day’s schedule is put right ($connection, $language)',
  async (setting) => {
    const office = await begin(setting);
    const { slack, tick } = office;
    const { visit, reminder } = textFor(setting.language);
    const { leads } = visit.change;
    await planVisit(office, '민생현장 3/30 14:00 강북구 시장 점검');
    expect(told(office, MEMBER, leads.joined('V1', true))).toHaveLength(1);
    expect(told(office, OTHER_MEMBER, leads.joined('V1', false))).toHaveLength(1);
    await at(office, '2018-03-29T23:30:10Z');
    const posted = () =>
      slack
        .as(MANAGER)
        .messages(CHANNELS.office)
        .filter((it) => it.fromApp && !it.private && !it.threadTs);
    const schedule = posted().at(-1);
    expect(schedule?.text).toContain('14:00');

    const manager = slack.as(MANAGER);
    const does = async (line: string) => {
      await manager.type('/visit', line);
      await slack.settled();
      await tick();
    };
    const now = () => posted().find(({ ts }) => ts === schedule?.ts)?.text;
    await does('move V1 15:00');
    const [moved] = told(office, MEMBER, leads.moved('V1'));
    expect(moved?.text).toContain(visit.change.was('').trim());
    expect(moved?.text).toMatch(/14:00[\s\S]*15:00/);
    expect(now()).toContain('15:00');
    await does('cancel V1 비가 많이 옴');
    const [off] = told(office, OTHER_MEMBER, leads.cancelled('V1'));
    expect(off?.text).toContain(visit.change.reason('비가 많이 옴'));
    expect(now()).toContain(reminder.calledOff('15:00'));
    await does('restore V1 비가 그침');
    expect(told(office, OTHER_MEMBER, leads.restored('V1'))).toHaveLength(1);
    expect(now()).not.toContain(reminder.calledOff('15:00'));
    const lines = slack
      .as(MANAGER)
      .messages(CHANNELS.office)
      .filter(({ threadTs }) => threadTs === schedule?.ts);
    expect(lines).toHaveLength(3);

    await at(office, '2018-04-02T00:00:10Z');
    await at(office, '2018-04-06T00:00:10Z');
    const asked = await office.db
      .selectFrom('reminder_item')
      .select('record')
      .where('kind', '=', 'visit_result')
      .where('user_id', '=', MEMBER)
      .execute();
    expect(asked).toEqual([{ record: 'V1' }, { record: 'V1' }]); // the third comes a week after
    const me = slack.as(MEMBER);
    const before = me.lastAnswer();
    await me.type('/visit', 'list resultless');
    expect((await me.reads(() => true, before)).text).toContain('시장 점검');
  },
);

test.each(SETTINGS)(
  'who must hear of a policy is named three days before, one day before and that morning; then it stays until it is closed ($connection, $language)',
  async (setting) => {
    const office = await begin(setting);
    const { slack } = office;
    const { reminder, council } = textFor(setting.language);
    const me = slack.as(MEMBER);
    await me.type('/council', 'brief 심야버스 4/5 14:00 강북구');
    await me.seesView((view) => view.callbackId === 'council_brief');
    await me.submit({ leaders: [], districts: ['강북구'] });
    await me.reads(council.brief.saved('B1'));
    const missing = reminder.notHeard('3', NAMES.join(', '));
    const named = () =>
      told(office, MEMBER, '심야버스').filter(
        ({ channel, text }) => channel === me.appChannel && NAMES.every((name) => text.includes(name)),
      );
    const days = ['2018-04-02', '2018-04-04', '2018-04-05'];
    for (const [i, day] of days.entries()) {
      await at(office, `${day}T00:00:10Z`);
      expect(named(), `${day}: ${missing}`).toHaveLength(i + 1);
    }
    await at(office, '2018-04-06T00:00:10Z');
    expect(named()).toHaveLength(days.length);

    const before = me.lastAnswer();
    await me.type('/council', 'brief');
    expect((await me.reads(council.brief.title, before)).text).toContain(council.brief.unexplained('3'));
    await me.openHome();
    await me.seesHome('심야버스');
    await me.type('/council', 'B1');
    await me.press('council_brief_close', {
      in: await me.reads(({ buttons }) => buttons.includes(council.brief.close)),
    });
    await me.seesView();
    await me.submit({ reason: '발표를 취소함' });
    await me.reads(council.brief.closedNow('B1'));
    await me.openHome();
    await me.seesHome(({ text }) => !text.includes('심야버스'));
  },
);
