import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ko as playground } from '../../../src/simulator/page/text/ko.ts';
import { ko } from '../../../src/text/ko/index.ts';
import { type Said, sentencesOf } from '../../support/sentences.ts';

/** They end in an open sound, in ㄹ and in another closed one. */
const VALUES = ['보바', '보발', '보박'] as const;

const { ask: _, ...spoken } = ko;
const all = [...sentencesOf(spoken, VALUES), ...sentencesOf(ko.ask, VALUES, 'ask')];
const distinct = [...new Map(all.map((it) => [it.words, it])).values()];

/** What a rule finds, as people would have to mend it. */
const found = (rule: RegExp, not?: RegExp): string[] => {
  const hits = distinct.flatMap(({ at, words }: Said): [string, string][] => {
    const hit = rule.exec(words);
    return hit && !not?.test(`${at} ${words}`)
      ? [[at, `${at}: …${words.slice(Math.max(0, hit.index - 12), hit.index + 24)}…`]]
      : [];
  });
  return [...new Map(hits).values()];
};

test('hundreds of sentences are heard, each in all of its ways', () => {
  expect(distinct.length).toBeGreaterThan(2500);
  expect(found(/undefined|NaN|\[object/, /^(ask\.count|check\.rules|upkeep)/)).toEqual([]);
});

const CLOSED = '은|이|을|과|으로|이라|이라는|이나|이면|이고';
const OPEN = '는|가|를|와|라|라는|나|면|고';
const END = '(?=[\\s.,:;?!)”’]|$)';

test('a particle after a value fits how the value is spoken', () => {
  expect(found(new RegExp(`보바[”’\`)]*(${CLOSED})${END}`))).toEqual([]);
  expect(found(new RegExp(`보박[”’\`)]*(${OPEN}|로)${END}`))).toEqual([]);
  expect(found(new RegExp(`보발[”’\`)]*(${OPEN}|으로)${END}`))).toEqual([]);
});

test('no particle is doubled, and none stands apart from its word', () => {
  expect(found(/[은이을과]\([는가를와]\)|[는가를와]\([은이을과]\)|\((으로|이)\)/)).toEqual([]);
  expect(found(/[`’”)\d]\s(은|는|을|를|과|와|으로|로|에서|에게|의)(?=[\s.,]|$)/)).toEqual([]);
});

test.each<[said: string, why: RegExp, instead: string, but?: RegExp]>([
  ['매니저', /매니저/, '책임자'],
  ['담당자(매니저)', /담당자\(/, '책임자'],
  ['관리자께', /관리자께/, '관리자에게'],
  ['자연수', /자연수/, '숫자'],
  ['그 사이', /그 사이/, '그사이'],
  ['바꾸었', /바꾸었/, '바꿨'],
  ['문서 번호', /문서 번호/, '문서번호'],
  ['보기 자료', /보기 자료/, '예시 자료'],
  ['지적', /지적/, '점검 사항', /감사|ask\.examples|check\.rules/],
  ['증빙 내기', /증빙(을|은)? ?(나중에 )?(내기|내겠|냈|낼)/, '제출'],
  ['조용한 시간', /조용한 시간/, '방해 금지 시간'],
  ['사흘, 스무 날', /사흘|스무 날|서른 명|스무 줄|두 주째/, '3일, 20일'],
  ['잇기', /잇기|이어 주세요/, '연결'],
  ['붙이기', /붙였|붙이기|붙이세요/, '첨부', /--/],
  ['확인필요 행', /확인이? ?필요한? 행|확인필요(?![’`])/, '확인 필요 건'],
  ['단추', /단추/, '버튼'],
  ['버리기', /버리기|버립니다|버렸|버릴/, '제외'],
  ['그만두기', /그만두/, '보내지 않기, 가져오지 않기, 닫기'],
  ['낱말', /낱말/, '검색어'],
  ['까닭', /까닭/, '이유, 사유'],
  ['무효로', /무효로/, '무효 처리'],
  ['고치기', /고치기|고쳤|고쳐|고칠 수|고칩니다/, '수정'],
  ['내 일 아님', /내 일 아님/, '담당 아님'],
  ['공약 갱신 제안', /공약 갱신 제안/, '추진상황 갱신 제안'],
  ['백업을 되돌려', /되돌려 주세요/, '백업에서 복원해 주세요'],
  ['의회 소통', /(?<!시)의회 소통/, '시의회 소통'],
  ['후퇴', /후퇴/, '추진상황 하향'],
  ['등록부', /등록부/, '장부'],
  ['새 판', /새 판|앞 판|\d판/, '정정 공개', /report/],
  ['회계관리훈령', /회계관리훈령/, '지방자치단체 회계관리에 관한 훈령'],
  ['나누어 결제', /나누어 결제/, '분할 결제'],
  ['알맞음', /알맞음|예산 넘음/, '적정, 예산 초과'],
  ['비서와의 대화', /비서와의 대화|비서 앱 대화|이 앱의 메시지로/, '비서 앱의 메시지 탭'],
  ['한 해의 n%', /한 해의 (보|\d)/, '연간 n% 경과'],
  ['집 근처', /집 근처/, '자택 근처'],
  ['대리', /(부재와|그) 대리|대리(는|에게|를|인)/, '대결자', /그 직무를/],
])('nobody reads %s', (_said, why, _instead, but) => {
  expect(found(why, but)).toEqual([]);
});

test('the recorded reason is 사유; 이유 is why the app cannot', () => {
  expect(found(/이유/, /^(outbox|council\.help|files|ask)/)).toEqual([]);
});

test('no window says 취소 twice: its way out is 닫기', () => {
  const ways = all.filter(({ at }) => /\.(cancel|close|deny|no)$/.test(at) && !at.startsWith('visit.cancel'));
  expect(ways.filter(({ words }) => words === '취소')).toEqual([]);
  expect(new Set([ko.conversation.cancel, ko.expense.form.cancel])).toEqual(new Set(['닫기']));
});

test.each<[button: string, window: string]>([
  [ko.visit.cancel, ko.visit.cancelForm.title],
  [ko.visit.cancelForm.submit, ko.visit.cancelForm.title],
  [ko.visit.result, ko.visit.resultForm.title],
  [ko.visit.share, ko.visit.shareForm.title],
  [ko.visit.tie, ko.visit.tieForm.title],
  [ko.visit.edit, ko.visit.form.edit],
  [ko.expense.edit, ko.expense.form.edit],
  [ko.expense.void, ko.expense.voidForm.title],
  [ko.expense.held.mend, ko.expense.form.mend],
  [ko.expense.held.discard, ko.expense.held.discardForm.title],
  [ko.council.void, ko.conversation.void.form.title],
  [ko.council.edit, ko.council.form.edit],
  [ko.council.brief.add, ko.council.brief.add],
  [ko.council.brief.edit, ko.council.brief.editTitle],
  [ko.council.members.edit, ko.council.members.editTitle],
  [ko.council.rules.change, ko.council.rules.formTitle],
  [ko.followup.void, ko.followup.voidForm.title],
  [ko.followup.finish, ko.followup.finishForm.title],
  [ko.followup.postpone, ko.followup.postponeForm.title],
  [ko.followup.hand, ko.followup.handForm.title],
  [ko.followup.list.add, ko.followup.form.add],
  [ko.check.give, ko.check.form.title],
  [ko.check.accept.button, ko.check.accept.title],
  [ko.check.accept.submit, ko.check.accept.title],
  [ko.check.list.limits, ko.check.limits.title],
  [ko.check.limits.open, ko.check.limits.form],
  [ko.check.limits.openRules, ko.check.limits.rulesForm],
  [ko.approval.request.change, ko.approval.forms.changes.title],
  [ko.approval.request.refuse, ko.approval.forms.refused.title],
  [ko.approval.list.settings, ko.approval.settings.title],
  [ko.approval.list.away, ko.approval.away.title],
  [ko.disclosure.buttons.release, ko.disclosure.releaseForm.title],
  [ko.disclosure.buttons.correct, ko.disclosure.releaseForm.correctTitle],
  [ko.disclosure.buttons.hide, ko.disclosure.hideForm.title],
  [ko.disclosure.buttons.elected, ko.disclosure.electedForm.title],
  [ko.imported.undo.button, ko.imported.undo.title],
  [ko.pledge.update, ko.pledge.form.titles.update],
  [ko.pledge.propose, ko.pledge.form.titles.propose],
  [ko.pledge.link, ko.pledge.links.title],
  [ko.pledge.review.answer, ko.pledge.form.titles.review],
  [ko.pledge.review.close, ko.pledge.review.closing.title],
  [ko.pledge.review.cancel.button, ko.pledge.review.cancel.title],
  [ko.pledge.evaluation.add, ko.pledge.evaluation.form.title],
  [ko.receipt.remove, ko.receipt.removeForm.title],
  [ko.receipt.attachForm.submit, ko.receipt.attachForm.title],
  [ko.outbox.drop, ko.outbox.dropConfirm.title],
  [ko.reminder.settings.open, ko.reminder.settings.title],
  [ko.home.record.expense, ko.expense.form.record],
  [ko.home.record.visit, ko.visit.form.plan],
  [ko.home.record.council, ko.council.form.log],
  [ko.home.record.followup, ko.followup.form.add],
  [ko.home.record.pledge, ko.office.pledgeForm.title],
  [ko.office.menu.limits, ko.check.limits.title],
  [ko.office.menu.approvalSettings, ko.approval.settings.title],
  [ko.office.menu.visitSettings, ko.visit.settings.title],
  [ko.office.menu.digestSettings, ko.digest.settings.title],
  [ko.office.menu.reminderOffice, ko.reminder.settings.officeTitle],
  [ko.office.menu.programs, ko.visit.programs.title],
  [ko.office.menu.changeCategory, ko.office.categoryForm.title],
  [ko.office.change, ko.office.personForm.title],
  [ko.office.menu.channel, ko.office.channelForm.title],
  [ko.office.budgets, ko.office.budgetForm.title],
])('‘%s’ opens a window of that name: %s', (button, window) => {
  expect(window.endsWith(button), `${button} → ${window}`).toBe(true);
});

/** A person to ask, a command or button to use, or what to do. */
const STEP =
  /(주세요|보세요|하세요|마세요|받으세요|쓰세요|하시면|됩니다|(할|적을|고를|답할|시작할|인정할) 수 있습니다|있습니다\. 결과|결재합니다|부탁|해 보시|‘\/|`\/|npx|--)/;

test('every refusal of a whole record says what to do next', () => {
  const refusals = [...new Map(distinct.map((it) => [it.at, it])).values()].filter(({ at }) =>
    /refus(al|ed)|notYours|notManager|notAdministrator|alreadyVoid|alreadyCancelled|notFound|\.gone$|settledBefore|heldSettled|not_?found|hasResult|noExpense|removedBefore|notForYou|closedBefore|not_administrator|^expense\.notFound|otherRefusal/i.test(
      at,
    ),
  );
  const whole = refusals.filter(
    ({ at, words }) =>
      /[다요]\.$/.test(words.trim()) &&
      !/explain$|approval\.edit|(^|\.)(events|ended|progress|notice|list|states|kinds|fieldNames|actions|request|outbox\.kinds|check\.states|check\.rules|words|status|digest)(\.|$)|receipt\.refused$|files\.refused$|receipt_refused|refusedLine|trouble|approval\.saved/.test(
        at,
      ),
  );
  expect(whole.length).toBeGreaterThan(100);
  expect(whole.filter(({ words }) => !STEP.test(words)).map(({ at, words }) => `${at}: ${words}`)).toEqual([]);
});

test('commands stand in backticks, or in ‘ ’ where nothing is marked up; buttons in ‘ ’', () => {
  expect(
    found(
      /(^|[^`‘“"가-힣A-Za-z0-9/])\/(지출|현장|의회|공약|후속|요약|비서)(?=[ ’`.]|$)/,
      /^(digest\.commands|office\.menu)/,
    ),
  ).toEqual([]);
  expect(found(/“\/(지출|현장|의회|공약|후속|요약|비서)/)).toEqual([]);
});

test('the playground, the manifest and the guide speak the same way', () => {
  const shown = sentencesOf(playground, VALUES).map(({ at, words }) => `${at}: ${words}`);
  const manifest = readFileSync('manifest.yml', 'utf8').split('\n');
  const guide = globSync('docs/guide/*.md').flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  const wrong =
    /매니저|자연수|보기 자료|단추|고치기|고칩니다|고치고|까닭|낱말|조용한 시간|[은을]\([는를]\)|일정을 세우|오간 것|말썽|줄 긋기/;
  expect([...shown, ...manifest, ...guide].filter((words) => wrong.test(words))).toEqual([]);
});
