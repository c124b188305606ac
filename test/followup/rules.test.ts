import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditRows } from '../../src/followup/audit.ts';
import { openDemands } from '../../src/followup/files.ts';
import { ADD } from '../../src/followup/form.ts';
import { readOwed } from '../../src/followup/line.ts';
import { readQuery } from '../../src/followup/query.ts';
import { type Followup, linesOf, mayWork, type Owed, parseFollowupName } from '../../src/followup/rules.ts';
import { NOTHING_YET } from '../../src/followup/stored.ts';
import { begin, draftOwed, finish, hand, type OwedForm, postpone } from '../../src/followup/work.ts';

const today = '2018-03-30';

test.each([
  [
    '강남 주차장 답변 4/10 요청:김가람 의원',
    { title: '강남 주차장 답변', due: '2018-04-10', requester: '김가람 의원', kind: null },
  ],
  ['내일까지 발표회 연설문 작성', { title: '발표회 연설문 작성', due: '2018-03-31', requester: null, kind: 'speech' }],
  ['from:Kim answer on parking', { title: 'answer on parking', due: null, requester: 'Kim', kind: null }],
  ['', { title: null, due: null, requester: null, kind: null }],
])('the line “%s” is understood', (typed, expected) => {
  expect(readOwed(typed, { today })).toEqual(expected);
});

test('no word of a line is lost', () => {
  const words: fc.Arbitrary<string> = fc.constantFrom(
    '주차장',
    '4/10',
    '답변',
    '연설문',
    '<!channel>',
    '=1+1',
    '요청:이',
    '하나',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), (typed) => {
      const { title, requester } = readOwed(typed.join(' '), { today });
      for (const word of ['주차장', '연설문', '<!channel>', '=1+1']) {
        if (typed.includes(word)) expect(`${title} ${requester}`).toContain(word);
      }
    }),
  );
});

test.each([
  ['- 하나\n2. 둘\n\n○ 셋', ['하나', '둘', '셋']],
  ['3.1절 행사\n1) 준비', ['3.1절 행사', '준비']],
  ['  \n', []],
])('the lines of %j are %j', (typed, lines) => {
  expect(linesOf(typed)).toEqual(lines);
});

const office = {
  today,
  me: 'ME',
  people: [{ userId: 'U1', name: '이준호', role: 'member' as const, language: null }],
  departments: ['총무과'],
};

test.each([
  ['', { open: true }],
  ['@나', { owner: 'ME', open: true }],
  ['@이준호 검토중', { owner: 'U1', status: 'under_review' }],
  ['<@U2|lee>', { owner: 'U2', open: true }],
  ['기한 지남', { overdueOn: today }],
  ['감사 2015 전체', { kinds: ['audit_correction', 'audit_suggestion', 'audit_other'], auditYear: 2015 }],
  ['총무과 완료', { department: '총무과', status: 'done' }],
  ['담당자없음', { owner: null, open: true }],
  ['주차장 100%', { words: ['주차장', '100%'], open: true }],
  ['overdue', { overdueOn: today }],
  ...['10월 2016', '2016 10월', '2016년 10월', '2016-10', '16년 10월', 'October 2016', '2016 Oct'].map(
    (typed): [string, object] => [typed, { due: { from: '2016-10-01', to: '2016-10-31' }, open: true }],
  ),
  ['10월 주차장 2016 완료', { due: { from: '2016-10-01', to: '2016-10-31' }, status: 'done', words: ['주차장'] }],
  ['내일', { due: { from: '2018-03-31', to: '2018-03-31' }, open: true }],
  ['올해', { due: { from: '2018-01-01', to: '2018-12-31' }, open: true }],
])('the list “%s” becomes conditions', (typed, expected) => {
  expect(readQuery(typed, office)).toEqual(expected);
});

const owed: Owed = { ...NOTHING_YET, kind: 'own_task', title: '할 일', owner: 'U1' };
const followup: Followup = { ...owed, id: 1, origin: 'form', createdBy: 'U2', version: 1, voided: false };
const anyone = { today, isOfOffice: () => true };
const form: OwedForm = { ...ADD.empty, source: 'own_task', title: '할 일', owner: 'U1' };

test.each<[Partial<OwedForm>, object]>([
  [{ title: ' ' }, { title: 'missing' }],
  [{ source: null }, { source: 'missing' }],
  [{ source: 'audit_other' }, { audit_year: 'missing' }],
  [{ audit_year: '열다섯' }, { audit_year: 'not_a_year' }],
  [{ due: '2018-02-30' }, { due: 'not_a_day' }],
  [
    { title: '가'.repeat(2001), department: '부'.repeat(61) },
    { title: 'too_long', department: 'too_long' },
  ],
])('a form with %o is refused', (change, refusals) => {
  expect(draftOwed({ ...form, ...change }, owed, anyone)).toEqual({ refusals });
});

test('someone who is not of the office gets nothing', () => {
  const strict = { today, isOfOffice: (id: string) => id === 'U1' };
  expect(draftOwed({ ...form, owner: 'U9' }, owed, strict)).toEqual({ refusals: { owner: 'not_of_office' } });
  expect(hand(followup, { owner: 'U9', reason: null }, strict.isOfOffice)).toEqual({
    refusals: { owner: 'not_of_office' },
  });
  expect(hand(followup, { owner: 'U1', reason: null }, strict.isOfOffice)).toEqual({ refusals: { owner: 'already' } });
});

test('work begins once, ends with an answer of a day that has come, and is put off with a reason', () => {
  expect(begin({ ...followup, owner: null }, 'U5')).toMatchObject({
    step: { owed: { status: 'in_progress', owner: 'U5' } },
  });
  expect(begin({ ...followup, status: 'in_progress' }, 'U1')).toEqual({ refusals: { status: 'already' } });
  const answer = { answer: '보냄', answered_to: null, answered_on: '2018-03-31' };
  expect(finish(followup, answer, today)).toEqual({ refusals: { answered_on: 'in_the_future' } });
  expect(finish(followup, { ...answer, answer: ' ', answered_on: null }, today)).toEqual({
    refusals: { answer: 'missing' },
  });
  expect(finish(followup, { ...answer, answered_on: null }, today)).toMatchObject({
    step: { owed: { status: 'done', answer: '보냄', answeredOn: today }, notes: [{ kind: 'answer' }] },
  });
  expect(postpone(followup, { due: null, reason: '' })).toEqual({ refusals: { due: 'missing', reason: 'missing' } });
  expect(postpone({ ...followup, due: today }, { due: today, reason: '늦음' })).toEqual({
    refusals: { due: 'same_day' },
  });
});

test.each([
  ['U1', 'member', true],
  ['U2', 'member', true],
  ['U3', 'member', false],
  ['U3', 'manager', true],
] as const)('%s, a %s, may work on it: %s', (userId, role, may) => {
  expect(mayWork({ userId, name: '', role, language: null }, followup)).toBe(may);
  expect(mayWork({ userId, name: '', role, language: null }, { owner: null, createdBy: 'U9' })).toBe(true);
});

test('the report’s rows add up, also of an audit without demands', () => {
  expect(auditRows([])).toHaveLength(4);
  const counts = fc.array(
    fc.record({
      kind: fc.constantFrom('audit_correction' as const, 'audit_suggestion' as const, 'audit_other' as const),
      status: fc.constantFrom('done' as const, 'in_progress' as const, 'under_review' as const, 'declined' as const),
      count: fc.nat(100),
    }),
  );
  fc.assert(
    fc.property(counts, (counted) => {
      const [all, ...kinds] = auditRows(counted);
      const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
      expect(all?.total).toBe(sum(kinds.map(({ total }) => total)));
      for (const row of [all, ...kinds]) expect(row?.total).toBe(sum(row?.counts ?? []));
    }),
  );
});

test.each([
  ['F12', 12],
  ['f12', 12],
  ['12', 12],
  ['C12', null],
])('“%s” names a follow-up', (typed, id) => {
  expect(parseFollowupName(typed)).toBe(id);
});

test('a file of demands is read in the words of the report, and every bad row is named', async () => {
  const csv = [
    '구분,시정 및 처리 요구사항,담당부서,추진상황,추진내용,향후계획,답변,답변일',
    '시정·처리요구사항,"○ 집행률을 높이기 바람",총무과,추진완료,"○ 하나\n○ 둘",○ 셋,,',
    ',같은 구분,총무과,□ 추진상황 : 추진중,,,,',
    '기타(자료제출 등),자료,인사과,완료,,,자료 제출 완료,2015. 11. 26.',
    '건의사항,,총무과,검토중,,,,',
    '칭찬,고맙다,총무과,하는 중,,,,언젠가',
  ].join('\n');
  const file = await openDemands(Buffer.from(csv), { year: 2015, today });
  if ('refusal' in file) throw new Error(file.refusal);
  expect(file.demands.map(({ owed: it }) => [it.kind, it.title, it.status, it.auditYear])).toEqual([
    ['audit_correction', '집행률을 높이기 바람', 'done', 2015],
    ['audit_correction', '같은 구분', 'in_progress', 2015],
    ['audit_other', '자료', 'done', 2015],
  ]);
  expect(file.demands[0]?.notes.map(({ kind, words }) => [kind, words])).toEqual([
    ['progress', '하나'],
    ['progress', '둘'],
    ['plan', '셋'],
  ]);
  expect(file.demands[2]?.owed).toMatchObject({ answer: '자료 제출 완료', answeredOn: '2015-11-26' });
  expect(file.problems.map(({ code }) => code)).toEqual([
    'title_missing',
    'kind_unreadable',
    'status_unreadable',
    'due_unreadable',
  ]);
  expect(await openDemands(Buffer.from('요구사항\n하나\n'), { year: null, today })).toMatchObject({
    demands: [],
    problems: [{ code: 'kind_unreadable' }, { code: 'year_missing' }],
  });
});
