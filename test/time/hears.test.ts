import { expect, test } from 'vitest';
import { formatDay } from '../../src/korean/day-words.ts';
import { putOfficeSetting } from '../../src/people/settings/store.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import { calendarPath } from '../../src/slack/calendar-feed.ts';
import { textFor } from '../../src/text/index.ts';
import { findKey } from '../../src/visit/subscription/store.ts';
import { seat } from '../support/council.ts';
import { owe } from '../support/followups.ts';
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
} from '../support/office.ts';

const said = ({ slack }: Office, userId: string, words = '') => {
  const who = slack.as(userId);
  return who.messages(who.appChannel).filter((it) => it.fromApp && it.text.includes(words));
};

/** Monday noon in Seoul; a district with one member, a channel of the office. */
async function begin(setting: Setting): Promise<Office> {
  const office = await startOffice({ ...setting, now: new Date('2018-03-26T12:00:00+09:00') });
  const by = { actor: ADMINISTRATOR, at: office.slack.now() };
  await seat(office, ['강하나']);
  await putOfficeSetting(office.db, 'channel', CHANNELS.office, by);
  await office.tick();
  return office;
}

test.each(SETTINGS)(
  'a visit entered late is warned of at once and on the next morning; one that passed untold is asked about once and listed ($connection, $language)',
  async (setting) => {
    const office = await begin(setting);
    const me = office.slack.as(MEMBER);
    const { visit, reminder } = textFor(setting.language);
    await me.type('/visit', '민생현장 3/28 14:00 강북구 시장 점검');
    await me.seesView((view) => view.callbackId === 'visit_schedule');
    await me.submit({ purpose: '점검' });
    expect((await me.reads(visit.planned('V1'))).text).toContain(visit.tellNow);

    const one = (day: string) => ({ count: 1, day, time: '14:00' });
    const notice = reminder.leads.visit_notice(one(reminder.day(1, '')));
    await at(office, '2018-03-27T09:00');
    expect(said(office, MEMBER, notice)).toHaveLength(1);
    for (const day of ['29', '30']) await at(office, `2018-03-${day}T09:00`);
    await at(office, '2018-04-02T09:00');
    expect(said(office, MEMBER, reminder.leads.visit_unshared(one(reminder.day(-1, ''))))).toHaveLength(1);
    const asked = await office.db.selectFrom('reminder_item').select('kind').where('record', '=', 'V1').execute();
    expect(asked.filter(({ kind }) => kind === 'visit_unshared')).toHaveLength(1);
    expect(asked.filter(({ kind }) => kind === 'visit_notice')).toHaveLength(1);
    const before = me.lastAnswer();
    await me.type('/visit', 'list untold');
    expect((await me.reads(visit.list.title, before)).text).toContain('시장 점검');
  },
);

test.each(SETTINGS)(
  'what a request or an item of an agenda says becomes its due day; the others are offered the usual one, and stand in the message of Monday until they have it ($connection, $language)',
  async (setting) => {
    const office = await begin(setting);
    const { slack, db } = office;
    const { followup, digest } = textFor(setting.language);
    const me = slack.as(MEMBER);
    await me.type('/council', '3/26 시장면담 강하나 현안');
    await me.seesView((view) => view.callbackId === 'council_log');
    const lines =
      setting.language === 'ko'
        ? [
            '주차장 4/10까지',
            '통학로 다음 주까지',
            '보육료 연말까지',
            '가로등 이달 말',
            '보도 월말까지',
            '쉼터 금주 내',
            '도서관',
          ]
        : [
            'lot by 4/10',
            'route by next week',
            'care by year end',
            'lamps by end of the month',
            'path by EOM',
            'rest by EOW',
            'library',
          ];
    await me.submit({ agenda: '현안', requests: lines.join('\n') });
    await slack.settled();
    const dues = async () =>
      (await db.selectFrom('followup').select('due').orderBy('id').execute()).map(({ due }) => due);
    expect(await dues()).toEqual([
      ...['2018-04-10', '2018-04-06', '2018-12-31', '2018-03-31', '2018-03-31', '2018-03-30'],
      null,
    ]);
    const card = me.lastAnswer();
    expect(card?.buttons).toContain(followup.giveDue(formatDay('2018-04-09', setting.language, '2018-03-26'), '1'));

    const waiting = digest.personal.undated('1');
    await at(office, '2018-04-02T09:00');
    expect(said(office, MEMBER, waiting)).toHaveLength(1);
    await me.press('followup_date', card ? { in: card } : {});
    await slack.settled();
    expect((await dues()).at(-1)).toBe('2018-04-09'); // as the button says
    await at(office, '2018-04-09T09:00');
    expect(said(office, MEMBER, waiting)).toHaveLength(1);
  },
);

test.each(SETTINGS)(
  'overdue is told on the next working day and then weekly, after two weeks to managers, and a day’s reminders are one message ($connection, $language)',
  async (setting) => {
    const office = await begin(setting);
    await owe(office, '금요일에 끝낼 것', '2018-03-30');
    await owe(office, '목요일에 끝낼 것', '2018-03-29');
    await owe(office, '월요일에 끝낼 것', '2018-04-02');
    const mornings: Record<string, [mine: number, managers: number]> = {};
    let [mine, managers] = [said(office, MEMBER).length, said(office, MANAGER).length];
    for (const day of ['04-02', '04-03', '04-06', '04-09', '04-10', '04-13', '04-16', '04-17']) {
      for (const time of ['09:00', '13:00', '18:00']) await at(office, `2018-${day}T${time}`);
      const now = [said(office, MEMBER).length, said(office, MANAGER).length] as const;
      mornings[day] = [now[0] - mine, now[1] - managers];
      [mine, managers] = now;
    }
    // On Mondays the week's own message, too. The third time is two weeks and a day after Friday and Thursday: on that Friday, and Monday.
    expect(mornings).toEqual({
      ...{ '04-02': [2, 0], '04-03': [1, 0], '04-06': [1, 0] },
      ...{ '04-09': [2, 0], '04-10': [1, 0] },
      ...{ '04-13': [1, 1], '04-16': [2, 1], '04-17': [1, 1] },
    });
  },
);

test.each(SETTINGS)(
  'the digest says what is new of bad news and how much is old ($connection, $language)',
  async (setting) => {
    const office = await begin(setting);
    const { digest } = textFor(setting.language);
    for (let i = 0; i < 3; i++) await owe(office, `묵은 것 ${i}`, '2018-03-27', OTHER_MEMBER);
    await at(office, '2018-04-02T09:00');
    await owe(office, '새로 늦은 것', '2018-04-04');
    await at(office, '2018-04-09T09:00');
    const posted = office.slack.as(MANAGER).messages(CHANNELS.office);
    const text = posted.findLast((it) => it.fromApp)?.text;
    expect(text).toContain(digest.followups.summary('4', '1', '0'));
    expect(text).toContain(digest.followups.owner('김서연', '1', '1', '0'));
    expect(text).toContain(digest.followups.unchanged('1', '3'));
    expect(text).not.toContain('이준호');
  },
);

test.each(SETTINGS)(
  'a cancelled visit is not counted, stands in calendars as [취소] and takes nobody’s time there, until it is brought back ($connection, $language)',
  async (setting) => {
    const office = await begin(setting);
    const { slack, db, running } = office;
    const { visit } = textFor(setting.language);
    const manager = slack.as(MANAGER);
    const does = async (line: string) => {
      const before = manager.lastAnswer();
      await manager.type('/visit', line);
      return manager.reads(() => true, before);
    };
    await manager.type('/visit', '민생현장 4/9 14:00 강북구 시장 점검');
    await manager.seesView((view) => view.callbackId === 'visit_schedule');
    await manager.submit({ purpose: '점검' });
    await slack.settled();
    const feed = async () => {
      const path = calendarPath(await findKey(db, MEMBER));
      return (await (await fetch(`http://127.0.0.1:${running.port}${path}`)).text()).split('\r\n');
    };
    expect(await feed()).toEqual(expect.arrayContaining(['SUMMARY:시장 점검', 'TRANSP:OPAQUE']));
    await does('cancel V1 비');
    expect(await feed()).toEqual(expect.arrayContaining(['SUMMARY:[취소] 시장 점검', 'TRANSP:TRANSPARENT']));
    expect((await does('list')).text).toContain(visit.list.cancelled('1'));
    expect((await does('stats 2018')).text).toContain(visit.stats.total('0'));
    expect((await does('restore V1 갬')).text).toContain(visit.restored('V1'));
    expect(await feed()).toEqual(expect.arrayContaining(['SUMMARY:시장 점검', 'TRANSP:OPAQUE']));
    expect((await does('list')).text).not.toContain(visit.list.cancelled('1'));
  },
);
