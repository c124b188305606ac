import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dropHoliday } from '../../src/desk/holidays/store.ts';
import { putOfficeSetting } from '../../src/people/settings/store.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import { findFindings } from '../../src/spending/check/store.ts';
import { textFor } from '../../src/text/index.ts';
import { owe } from '../support/followups.ts';
import { ADMINISTRATOR, at, MEMBER, type Office, SETTINGS, startOffice, told } from '../support/office.ts';
import { recordOne } from '../support/spending.ts';
import { putVisit } from '../support/visits.ts';

const SPECIAL = '2018. 4. 2. 임시공휴일'; // a Monday
const THURSDAY = new Date('2018-03-29T12:00:00+09:00');

/** An administrator notes a day and its name, as they are typed. */
async function note({ slack }: Office, typed: string, language: 'ko' | 'en' = 'ko'): Promise<void> {
  const before = slack.as(ADMINISTRATOR).lastAnswer();
  await slack.as(ADMINISTRATOR).type('/biseo', `holidays ${typed}`);
  await slack.as(ADMINISTRATOR).seesView((view) => view.callbackId === 'office_holiday');
  await slack.as(ADMINISTRATOR).submit();
  await slack.as(ADMINISTRATOR).reads(textFor(language).daysOff.history, before);
  await slack.settled();
}

const rulesOf = async ({ db }: Office, rule: string) =>
  (await findFindings(db, [1])).filter((it) => it.rule === rule).map(({ state }) => state);

test.each(SETTINGS)(
  'an administrator notes a holiday that no calendar has, sees it with who noted it, and takes it back with a reason ($connection, $language)',
  async (setting) => {
    const { slack, db } = await startOffice({ ...setting, now: THURSDAY });
    const { daysOff, visit, office } = textFor(setting.language);
    const me = slack.as(ADMINISTRATOR);
    await me.type('/biseo');
    await me.press(office.menu.holidays, { in: await me.reads(office.menuLead) });
    await me.press(daysOff.add, { in: await me.reads(daysOff.none) });
    await me.seesView(daysOff.form.title);
    expect(await me.submit({ day: null, name: null })).toMatchObject({ ok: false });
    expect(await me.submit({ day: '2018-05-07', name: '쉬는 날' })).toMatchObject({ ok: false }); // 어린이날's substitute
    expect(JSON.stringify(me.view())).toContain(daysOff.refusals.known);
    await me.submit({ day: '2018-04-02', name: '임시공휴일' });
    const list = await me.reads(daysOff.history);
    expect(list.text).toContain(visit.holiday('임시공휴일'));
    expect(list.text).toContain(daysOff.went('', '', true, '', '').replace(/^.*· /, '').trim());

    await me.press(daysOff.remove, { in: list });
    await me.seesView(daysOff.removeForm('').title);
    await me.submit({ reason: '정부가 취소함' });
    const left = await me.reads('정부가 취소함');
    expect(left.text).toContain(daysOff.none);
    expect(left.buttons).not.toContain(daysOff.remove);
    const kept = await db.selectFrom('history').selectAll().where('record', '=', 'holidays').execute();
    expect(kept.map(({ actor, reason }) => [actor, reason])).toEqual([
      [ADMINISTRATOR, null],
      [ADMINISTRATOR, '정부가 취소함'],
    ]);
  },
);

test('of two who remove the same holiday the second is told that it is gone', async () => {
  const office = await startOffice({ now: THURSDAY });
  await note(office, SPECIAL);
  const me = office.slack.as(ADMINISTRATOR);
  await me.press('빼기');
  await me.seesView('공휴일 빼기');
  await dropHoliday(office.db, '2018-04-02', { actor: 'U0OTHER', at: THURSDAY, reason: '정부가 취소함' });
  await me.submit({ reason: '정부가 취소함' });
  await me.reads(textFor('ko').daysOff.gone);
});

test('a line fills the form, and sent twice is noted once', async () => {
  const office = await startOffice({ now: THURSDAY });
  const { slack, db } = office;
  const me = slack.as(ADMINISTRATOR);
  await me.type('/비서', '공휴일 2018년 6월 13일 전국동시지방선거');
  const form = await me.seesView('공휴일 추가');
  expect(form.fields.day?.value).toBe('2018-06-13');
  expect(form.fields.name?.value).toBe('전국동시지방선거');
  await me.close();
  await note(office, SPECIAL);
  await note(office, SPECIAL);
  expect(await db.selectFrom('history').select('id').where('record', '=', 'holidays').execute()).toHaveLength(1);
});

test('everybody of the office sees the noted holidays, and only an administrator may change them', async () => {
  const office = await startOffice({ now: THURSDAY });
  await note(office, SPECIAL);
  const me = office.slack.as(MEMBER);
  await me.type('/비서', '공휴일');
  const list = await me.reads('임시공휴일');
  expect(list.buttons).toEqual([]);
  await me.type('/비서', '공휴일 2018. 4. 3. 임시공휴일');
  await me.reads(textFor('ko').access.notAdministrator);
});

test('a spend on a day that is noted later is asked why, and is asked no more when the day is no holiday after all', async () => {
  const office = await startOffice({ now: THURSDAY });
  const { slack } = office;
  await recordOne(slack.as(MEMBER), { spent_on: '2018-03-28' });
  expect(await rulesOf(office, 'E11')).toEqual([]);
  await note(office, '2018. 3. 28. 임시공휴일');
  expect(await rulesOf(office, 'E11')).toEqual(['open']);

  const me = slack.as(ADMINISTRATOR);
  await me.press(textFor('ko').daysOff.remove);
  await me.seesView();
  await me.submit({ reason: '잘못 적음' });
  await slack.settled();
  expect(await rulesOf(office, 'E11')).toEqual([]);
});

test.each([
  ['2019. 6. 2. 국회의원 보궐선거', 'any'],
  ['2019. 9. 1. 시장 보궐선거', 'own'],
  ['2019-09-01 by-election for mayor', 'own'],
] as const)('an election that is noted as a holiday counts as one in the days before it: %s', async (typed, kind) => {
  const office = await startOffice({ now: THURSDAY });
  await note(office, typed);
  await office.slack.as(MEMBER).type('/현장', '민생현장 2019-04-20 14:00 강북구 시장 점검');
  const form = await office.slack.as(MEMBER).seesView((view) => view.callbackId === 'visit_schedule');
  const [, barred] = textFor('ko').visit.form.elections[kind]('', 1).split('. ');
  expect(form.text).toContain(barred);
  expect(form.text).toContain(typed.replace(/^[^가-힣a-z]*/, ''));
});

test('a noted day is a day off for reminders, the schedule, the digest and quiet hours', async () => {
  const office = await startOffice({ now: THURSDAY });
  const { slack, db } = office;
  const by = { actor: ADMINISTRATOR, at: slack.now() };
  await putOfficeSetting(db, 'channel', CHANNELS.office, by);
  await owe(office, '월요일에 끝낼 것', '2018-04-02');
  await putVisit(office, { title: '월요일 방문', startsOn: '2018-04-02' });
  await office.tick(); // it is planned as for a working day, and then it is none
  await note(office, SPECIAL);
  await office.tick();

  const posted = () =>
    slack
      .as(MEMBER)
      .messages(CHANNELS.office)
      .filter((it) => it.fromApp && !it.private);
  await at(office, '2018-03-30T08:30');
  expect(posted().at(-1)?.text).toContain('월요일 방문');
  expect(posted().at(-1)?.text).toContain('임시공휴일');
  await at(office, '2018-03-30T09:00');
  expect(told(office, MEMBER, '기한이 4월 2일(월)인').at(-1)?.text).toContain('월요일에 끝낼 것');
  await at(office, '2018-03-30T18:01');
  const before = told(office, MEMBER).length;
  for (const time of ['08:00', '08:30', '09:00', '13:00', '18:00']) await at(office, `2018-04-02T${time}`);
  expect(told(office, MEMBER).slice(before)).toEqual([]);
  await at(office, '2018-04-03T09:00');
  expect(posted().filter(({ text }) => text.includes('주간 요약'))).toHaveLength(1);
});

test('what is typed as a holiday’s name is shown as typed wherever it stands', async () => {
  const office = await startOffice({ now: THURSDAY });
  const name = '<!channel> *쉼* & <@U1>';
  const shown = '@channel *쉼* & @U1';
  const me = office.slack.as(ADMINISTRATOR);
  await me.type('/비서', '공휴일');
  await me.press('공휴일 추가', { in: await me.reads(textFor('ko').daysOff.none) });
  await me.seesView();
  await me.submit({ day: '2018-04-02', name });
  expect((await me.reads('변경 이력')).text).toContain(shown);
  await me.type('/현장', '민생현장 4/2 14:00 강북구 시장 점검');
  const form = await me.seesView((view) => view.callbackId === 'visit_schedule');
  expect(form.text).toContain(shown);
});

test('whatever asks which days are free is told of the office’s own, too', () => {
  const asksOnlyTheCalendar = globSync('{src,commands}/**/*.ts').filter((file) => {
    const words = readFileSync(file, 'utf8');
    return words.includes('holidaysBetween') && !words.includes('withNoted');
  });
  expect(asksOnlyTheCalendar).toEqual(['src/korean/holidays.ts']);
});
