import { expect, test } from 'vitest';
import type { PersonDriver } from '../../../src/simulator/person.ts';
import { textFor } from '../../../src/text/index.ts';
import { MEMBER, OTHER_MEMBER, SETTINGS, startOffice } from '../../support/office.ts';
import { FIELDS, recordOne } from '../../support/spending.ts';

const valuesIn = (me: PersonDriver) =>
  Object.fromEntries(Object.entries(me.view()?.fields ?? {}).map(([name, field]) => [name, field.value]));

test.each(SETTINGS)(
  'what a line says of its activity is chosen already and called a proposal ($language)',
  async (setting) => {
    const { slack } = await startOffice(setting);
    const { expense, spending } = textFor(setting.language);
    const me = slack.as(MEMBER);

    await me.type('/지출', '85000 미진 4명 조례 개정 간담회 시책');
    const form = await me.seesView();

    expect(valuesIn(me)).toMatchObject({ activity: '4-나', account: '203-03', payment: 'card' });
    expect(form.text).toContain(expense.form.proposal.label(expense.form.labels.activity));
    expect(form.text).toContain(expense.form.proposal.because('간담회'));
    expect(form.text).toContain(expense.form.proposal.category(spending.category('간담회 등')));
    expect(form.text).not.toContain(expense.form.proposal.label(expense.form.labels.account));
    expect(await me.submit()).toMatchObject({ ok: true });
    await me.reads(expense.saved('E1', spending.won('85,000')));
  },
);

test('nothing is chosen where the purpose does not say it, and the likeliest area comes first', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  for (const place of ['남산꽃집', '남산꽃집']) await recordOne(me, { place, activity: '7-다', purpose: '화환' });

  await me.type('/지출', '85000 남산꽃집 4명 물품 구입');
  await me.seesView();

  expect(valuesIn(me)).toMatchObject({ activity: null, place: '남산꽃집' });
  expect(me.view()?.fields.activity?.options[0]?.value).toBe('7-다');
});

test('while an empty form is filled in, what it says is proposed; what its writer chooses stays', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  await me.type('/지출');
  await me.seesView();
  expect(valuesIn(me)).toMatchObject({ activity: null, payment: 'card' });

  await me.fill({ amount: '85000', place: '미진', purpose: '정책 간담회', headcount: 4 });
  await me.seesView(({ fields }) => fields.activity?.value === '4-나');
  await me.fill({ purpose: '총무과 직원 격려' });
  await me.seesView(({ fields }) => fields.activity?.value === '6-마');
  expect(valuesIn(me)).toMatchObject({ amount: '85000', place: '미진', purpose: '총무과 직원 격려', headcount: '4' });
  await me.fill({ purpose: '물품' });
  await me.seesView(({ fields }) => fields.activity?.value === null);

  await me.fill({ activity: '8-가' });
  await me.fill({ purpose: '정책 간담회' });
  await me.fill({ spent_on: '2018-03-04' });
  const sunday = await me.seesView(({ text }) => text.includes('일요일'));
  expect(sunday.fields.activity?.value).toBe('8-가');
  expect(sunday.text).not.toContain('직무활동 (제안)');
});

test('an English form says that the people it proposes are in the words of the records', async () => {
  const { slack } = await startOffice({ language: 'en' });
  const me = slack.as(MEMBER);
  for (let i = 0; i < 3; i++) {
    await me.type('/expense', '85000 미진 시장 외 4명 정책 간담회 시책 카드');
    const { attendees } = (await me.seesView()).fields;
    expect(attendees?.hint).toContain('the mayor and 4 others');
    await me.submit();
    await me.reads(`E${i + 1}`);
  }

  await me.type('/expense', '60000 Mijin 7 people meeting');
  const { attendees } = (await me.seesView()).fields;
  expect(attendees?.value).toBe('시장 외 6명');
  expect(attendees?.hint).toMatch(/^In Korean, as the office’s records put it/);
});

test('the people are proposed as this person names them, and not again once they are emptied', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  for (let i = 0; i < 3; i++) {
    await me.type('/지출', '85000 미진 시장 외 4명 정책 간담회 시책 카드');
    await me.seesView();
    await me.submit();
    await me.reads(`E${i + 1} 기록을 저장했습니다`);
  }

  await me.type('/지출', '60000 한옥집 7명 정책 간담회');
  await me.seesView();
  expect(valuesIn(me)).toMatchObject({ attendees: '시장 외 6명', account: '203-03' });
  await me.fill({ attendees: '' });
  await me.fill({ spent_on: '2018-03-04' });
  await me.seesView(({ text }) => text.includes('일요일'));

  expect(valuesIn(me).attendees ?? '').toBe('');
});

test('what somebody else recorded meanwhile is known to the next form; an edited record keeps what it has', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  const other = slack.as(OTHER_MEMBER);
  await me.type('/지출', '1000 가게 목민회');
  await me.seesView();
  expect(valuesIn(me).activity).toBeNull();
  await me.close();
  for (let i = 0; i < 3; i++) await recordOne(other, { ...FIELDS, purpose: '목민회', activity: '7-나' });

  await me.type('/지출', '1000 가게 목민회');
  await me.seesView();
  expect(valuesIn(me).activity).toBe('7-나');
  await me.close();
  await other.type('/지출', '수정 E1');
  await other.seesView();
  await other.fill({ purpose: '정책 간담회' });
  await other.fill({ spent_on: '2018-03-04' });
  await other.seesView(({ text }) => text.includes('일요일'));

  expect(valuesIn(other).activity).toBe('7-나');
});

test('a plan that was named for such a meeting before is proposed when a rule asks for it', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  await me.type('/지출', '85000 미진 4명 청년수당 간담회 시책 카드');
  await me.seesView(({ fields }) => fields.plan_doc !== undefined);
  await me.submit({ plan_doc: '청년정책과-1024' });
  await me.reads('E1 기록을 저장했습니다');

  await me.type('/지출', '90000 한옥집 5명 2차 청년수당 간담회 시책 카드');
  const form = await me.seesView(({ fields }) => fields.plan_doc !== undefined);
  expect(form.fields.plan_doc?.value).toBe('청년정책과-1024');
  expect(form.text).toMatch(/계획 ?문서.*\(제안\)|계획.*\(제안\)/);
  await me.fill({ plan_doc: '' });
  await me.fill({ spent_on: '2018-03-04' });
  const sunday = await me.seesView(({ text }) => text.includes('일요일'));
  expect(sunday.fields.plan_doc?.value ?? '').toBe('');
  await me.close();

  await me.type('/지출', '90000 한옥집 5명 주차장 조례 간담회 시책 카드');
  expect((await me.seesView(({ fields }) => fields.plan_doc !== undefined)).fields.plan_doc?.value ?? '').toBe('');
});
