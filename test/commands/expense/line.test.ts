import { expect, test } from 'vitest';
import { checkPayload } from '../../../src/simulator/block-kit/check.ts';
import { putBudgets } from '../../../src/spending/budget/store.ts';
import { EXPENSE_NEW } from '../../../src/spending/expense/views.ts';
import { ADMINISTRATOR, MANAGER, MEMBER, NOW, startOffice } from '../../support/office.ts';
import { LINE, recordOne } from '../../support/spending.ts';

const LONG = `85000 미진 ${'조례 개정 간담회를 하였음 '.repeat(193)}`.trim();

test('a line of 2,900 characters is in the form with every word', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  expect(LONG.length).toBeGreaterThan(2_900);

  await me.type('/지출', LONG);
  const { fields } = await me.seesView();

  const typed = [fields.amount, fields.place, fields.purpose].map((field) => String(field?.value));
  expect(typed.join(' ')).toBe(LONG);
  expect(await me.submit({ activity: '4-나', account: '203-03', headcount: 4, payment: 'card' })).toMatchObject({
    errors: { purpose: expect.stringContaining('너무 깁니다') },
  });
  expect(me.view()?.fields.purpose?.value).toBe(fields.purpose?.value);
});

test('what is too long even for the form’s field is shown beside it', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  const line = `85000 미진 ${'가'.repeat(3_200)}`;

  await me.type('/지출', line);
  await me.seesView();

  expect((await me.reads('창에 다 들어가지 않았습니다')).text.replaceAll('\n', '')).toContain('가'.repeat(3_200));
});

test.each([
  ['85000 미진 @오세라 조례 개정 간담회', { place: '미진', purpose: '조례 개정 간담회', attendees: '@오세라' }],
  [
    '85000 미진 @오세라 외 3명 간담회',
    { place: '미진', attendees: '@오세라 외 3명', headcount: '4', purpose: '간담회' },
  ],
  ['85000 미진 @오세라, @이준호 간담회', { attendees: '@오세라, @이준호' }],
  ['85000 @미진 @오세라 간담회', { place: '미진', attendees: '@오세라', purpose: '간담회' }],
  ['85000 미진 @새로운 간담회', { attendees: '@newbie01' }],
  ['85000 R&D센터 <간담회> *굵게*', { place: 'R&D센터', purpose: '<간담회> *굵게*' }],
  ['85000 미진 #비서실 간담회', { purpose: '#비서실 간담회' }],
  ['85000 미진 =SUM(A1) 300000명', { purpose: '=SUM(A1)', headcount: null, attendees: '300000' }],
])('%s fills the form with what a person can read', async (line, expected) => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);

  await me.type('/지출', line);
  const { fields } = await me.seesView();
  const values = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));

  expect(values).toMatchObject(expected);
  expect(JSON.stringify(values)).not.toMatch(/<[@#!]|&(amp|lt|gt);/);
});

test('nobody is mentioned by what was typed, wherever it is shown', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  await me.type('/지출', '85000 <!channel> *bold* @오세라 =SUM(1) 4명 시책 카드');
  await me.seesView();
  await me.submit({ activity: '4-나', attendees: '<@U0OHMANAGE> _x_ `y`' });
  await me.reads('E1 기록을 저장했습니다');
  for (const typed of ['목록', '보기 E1', '무효 E1 <!here> *이유*']) await me.type('/지출', typed);
  await slack.settled();

  const answers = me.messages().filter((it) => it.fromApp);
  expect(answers).toHaveLength(4);
  for (const { fallback, text } of answers) expect(`${fallback}${text}`).toContain('<!channel>');
  const sent = slack.traffic().filter((it) => it.kind === 'response_url');
  for (const { request } of sent) {
    expect(checkPayload(request, 'message')).toEqual([]);
    const { text, blocks } = request as { text: string; blocks: { text?: { type: string; text: string } }[] };
    expect(text).not.toMatch(/<[!@#]/);
    for (const block of blocks) if (block.text?.type === 'mrkdwn') expect(block.text.text).not.toMatch(/bold|channel/);
  }
});

test('a command that comes too late for a form offers a button that opens it filled', async () => {
  const { slack } = await startOffice({}, { refusalsMeant: true });
  const me = slack.as(MEMBER);
  slack.slack.transport = lateTransport(slack);
  await me.type('/지출', `${LINE} @오세라`);
  const offered = await me.reads('창을 여는 데 시간이 너무 오래 걸렸습니다');
  expect(offered.text).toContain(`${LINE} @오세라`);
  expect(offered).toMatchObject({ private: true, buttons: ['창 열기'] });

  slack.slack.transport = punctual(slack);
  await me.press(EXPENSE_NEW);

  expect((await me.seesView()).fields).toMatchObject({
    amount: { value: '85000' },
    purpose: { value: '조례 개정 간담회' },
    attendees: { value: '@오세라' },
  });
});

test('a long line that comes too late is not lost either', async () => {
  const { slack } = await startOffice({}, { refusalsMeant: true });
  const me = slack.as(MEMBER);
  slack.slack.transport = lateTransport(slack);
  await me.type('/지출', LONG);
  await me.reads('창을 여는 데 시간이 너무 오래 걸렸습니다');

  slack.slack.transport = punctual(slack);
  await me.press(EXPENSE_NEW);

  const { fields } = await me.seesView();
  expect([fields.amount, fields.place, fields.purpose].map((field) => field?.value).join(' ')).toBe(LONG);
});

test('when Slack wants no more forms this minute, a button opens it later', async () => {
  const { slack } = await startOffice({}, { refusalsMeant: true });
  const me = slack.as(MEMBER);
  slack.fail({ status: 429, next: 1, method: 'views.open' });

  await me.type('/지출', LINE);
  await me.reads('창을 여는 데 시간이 너무 오래 걸렸습니다');
  await me.press(EXPENSE_NEW);

  expect((await me.seesView()).fields.amount?.value).toBe('85000');
});

test.each(['500', 'cut', 'lost'] as const)('a form opens although the first attempt ends in “%s”', async (kind) => {
  const { slack } = await startOffice({}, { refusalsMeant: true });
  const me = slack.as(MEMBER);
  slack.trouble({ next: [kind], methods: ['views.open'] });

  await me.type('/지출', LINE);

  expect((await me.seesView()).fields.amount?.value).toBe('85000');
});

test.each(['500', 'cut'] as const)(
  'where both attempts to open a form end in “%s”, a button opens it later',
  async (kind) => {
    const { slack, logged } = await startOffice({}, { refusalsMeant: true });
    const me = slack.as(MEMBER);
    slack.trouble({ next: [kind, kind], methods: ['views.open'] });

    await me.type('/지출', LINE);
    await me.reads('창을 여는 데 시간이 너무 오래 걸렸습니다');
    await me.press(EXPENSE_NEW);

    expect((await me.seesView()).fields.amount?.value).toBe('85000');
    expect(logged.join()).not.toContain('A handler failed');
  },
);

test.each([
  ['수정 E1', '업무추진비 수정'],
  ['무효 E1', '무효 처리'],
])('%s that comes too late offers a button that opens the form', async (typed, title) => {
  const { slack } = await startOffice({}, { refusalsMeant: true });
  const me = slack.as(MEMBER);
  await recordOne(me);
  slack.slack.transport = lateTransport(slack);
  await me.type('/지출', typed);
  const offered = await me.reads('창을 여는 데 시간이 너무 오래 걸렸습니다');

  slack.slack.transport = punctual(slack);
  await me.press('창 열기', { in: offered });

  await me.seesView(title);
});

test('an import, a budget and a person’s role that come too late are offered again', async () => {
  const { slack } = await startOffice({}, { refusalsMeant: true });
  const administrator = slack.as(ADMINISTRATOR);
  await administrator.type('/비서');
  const menu = await administrator.reads('한곳에 적어 두는 앱입니다');
  await administrator.type('/비서', '사람');
  const people = await administrator.reads('비서실 직원 4명');
  const late = lateTransport(slack);
  for (const [go, title] of [
    [() => administrator.type('/지출', '가져오기'), '업무추진비 가져오기'],
    [() => administrator.press('예산 등록', { in: menu }), '예산 등록'],
    [() => administrator.press('직원 등록', { in: people }), '직원 등록'],
  ] as const) {
    slack.slack.transport = late;
    const before = administrator.lastAnswer()?.ts ?? '';
    await go();
    const offered = await administrator.reads((it) => it.ts > before && it.buttons.includes('창 열기'));
    slack.slack.transport = punctual(slack);
    await administrator.press('창 열기', { in: offered });
    await administrator.seesView(title);
    await administrator.close();
  }
});

test.each<[string, string | null, Record<string, unknown>]>([
  ['85,00 미진 간담회', '금액 “85,00”: 금액을 읽지 못했습니다', { amount: '85,00', place: '미진', purpose: '간담회' }],
  ['$85 미진', '금액 “$85”: 원화가 아닌 금액입니다', { amount: '$85', place: '미진' }],
  ['-5000 미진', '환급(반납)으로 기록합니다', { amount: '-5000' }],
  ['85000 미진 2/30', '“2/30”: 없는 날짜라', { spent_on: '2018-03-30' }],
  ['85000 미진 @Lee 간담회', '“@Lee”: 그런 직원을 찾지 못해', { place: '미진', attendees: '@Lee', purpose: '간담회' }],
  ['85000 미진 9시 저녁', '시각 21:00: 아직 오지 않았습니다', { spent_time: '21:00' }],
  ['85000 @미진 오전 9시 조찬', null, { spent_time: '09:00' }],
  ['85000 미진', '“미진”: 장소로 읽었습니다', { place: '미진' }],
  ['85000 @미진 4월 2일', '가장 가까운 지난 날로', { spent_on: '2017-04-02' }],
  ['85000 @미진 내일', '아직 오지 않은 날입니다', { spent_on: '2018-03-31' }],
  ['결제 취소 85000 @미진', '돌려받은 돈이면', { amount: '85000' }],
  ['절반 85000 @미진', '나누어 낸 돈이면', { amount: '85000' }],
])('%s: what is not sure stands above the form, in one line', async (line, said, values) => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);

  await me.type('/지출', line);
  const view = await me.seesView();

  expect(Object.fromEntries(Object.entries(view.fields).map(([name, field]) => [name, field.value]))).toMatchObject(
    values,
  );
  const above = view.text.split('집행일')[0];
  if (said) expect(above).toContain(said);
  else expect(above).not.toContain('“');
});

test('nothing is reckoned from an amount until it can be read', async () => {
  const { slack, db } = await startOffice();
  await putBudgets(db, [{ year: 2018, account: '203-03', won: 1_000_000 }], {
    actor: MANAGER,
    at: NOW,
    origin: 'person',
  });
  const me = slack.as(MEMBER);
  await me.type('/지출', '85,00 미진 4명 시책');
  await me.seesView();
  await me.fill({ spent_on: '2018-03-04' });
  const sunday = await me.seesView((view) => view.text.includes('일요일'));
  expect(sunday.text).toContain('금액 “85,00”');
  expect(sunday.text).not.toMatch(/잔액|999,999|1인당/);

  await me.fill({ amount: '85,000' });

  const read = await me.seesView((view) => view.text.includes('915,000원'));
  expect(read.text).toContain('1인당 21,250원');
  expect(read.text).not.toContain('금액 “');
});

test('a list finds a district by its name in Latin letters', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  await recordOne(me, { place: '미진 (마포구 동교로)' });
  await recordOne(me, { place: '한옥집' });

  for (const typed of ['list Mapo', 'list mapo-gu', '목록 마포']) {
    const before = me.lastAnswer()?.ts ?? '';
    await me.type('/expense', typed);
    expect((await me.reads((it) => it.ts > before && it.text.includes('지출 목록'))).text).toContain('1건');
  }
});

type Office = Awaited<ReturnType<typeof startOffice>>['slack'];
const kept = new WeakMap<Office, Office['slack']['transport']>();

/** Deliveries reach the app four seconds after the click. */
function lateTransport(slack: Office): Office['slack']['transport'] {
  const { transport } = slack.slack;
  kept.set(slack, transport);
  return {
    ...transport,
    send: (delivery) => {
      slack.clock.move(4_000);
      return transport.send(delivery);
    },
  };
}

const punctual = (slack: Office): Office['slack']['transport'] => kept.get(slack) ?? slack.slack.transport;
