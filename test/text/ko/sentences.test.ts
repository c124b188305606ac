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

const LONGEST_BREATH = 70;

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
  ['사흘, 스무 날', /이틀|사흘|나흘|닷새|열흘|보름|스무 |서른 |두 주째/, '3일, 20일'],
  ['잇기', /잇기|이어 주세요/, '연결'],
  ['붙이기', /붙였|붙이기|붙이세요/, '첨부', /--/],
  ['확인필요 행', /확인이? ?필요한? 행|확인필요(?![’`])/, '확인 필요 건'],
  ['단추', /단추/, '버튼'],
  ['버리기', /버리기|버립니다|버렸|버릴/, '제외'],
  ['그만두기', /그만두/, '보내지 않기, 가져오지 않기, 닫기'],
  ['낱말', /낱말/, '검색어'],
  ['까닭', /까닭/, '이유, 사유'],
  ['무효로', /무효로/, '무효 처리'],
  ['고치기', /고치기|고쳤|고쳐|고칠 수|고칩니다|고침|고친/, '수정'],
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
  ['프로그램', /프로그램/, '일정 구분', /^(upkeep|terminal|usage|trouble)/],
  ['집행 기록', /집행 기록|어느 집행|집행 목록|결재할 집행|같은 집행/, '지출'],
  ['집행 내역', /집행 내역/, '집행내역'],
  ['집행 규칙', /집행 규칙|집행 기준/, '점검 기준'],
  ['함께 가는 직원', /함께 가는|수행하는 사람|함께하게/, '수행 직원'],
  ['찾는 말', /찾는 말/, '검색어'],
  ['예시 기록', /예시 기록/, '예시 자료'],
  ['메시지로 보냅니다', /메시지로 보(냅니다|내 드립니다)/, '비서 앱의 메시지 탭으로'],
  ['2015년 감사', /(보바|\d{4})년 (행정사무)?감사/, '년도'],
  ['0 이상의 정수', /이상의 정수/, '숫자'],
  ['물어 보다', /물어 [보볼봐]/, '물어보다'],
  ['님 beside a name', /보[바발박]님/, ' 님'],
  ['데이터베이스를 되돌리기', /데이터베이스를 되돌/, '복원'],
  ['읽지 못한 조항', /조항은 읽지 못|조문은 확인하지|, 읽지 못함/, '미확인'],
  ['더합니다', /더합니다|더했습니다/, '추가'],
  ['대리', /(부재와|그) 대리|대리(는|에게|를|인)/, '대결자', /그 직무를/],
])('nobody reads %s', (_said, why, _instead, but) => {
  expect(found(why, but)).toEqual([]);
});

test('the recorded reason is 사유; 이유 is why the app cannot', () => {
  expect(found(/이유/, /^(outbox|council\.help|files|ask|upkeep\.doctor)/)).toEqual([]);
  expect(found(/사유를 보고/)).toEqual([]);
});

/** Clauses are quoted whole, and what stands in a terminal or a list of commands is no sentence. */
const LONG = /^(check\.(rules|sources|page)|upkeep|terminal|usage|trouble|visit\.form\.elections)|\.help\./;

test('a sentence is said in one breath: seventy letters at most', () => {
  const breaths = distinct.flatMap(({ at, words }) => words.split(/(?<=[.?!])\s|\n/).map((it) => ({ at, it })));
  expect(breaths.length).toBeGreaterThan(3000);
  expect(breaths.filter(({ at, it }) => [...it].length > LONGEST_BREATH && !LONG.test(at))).toEqual([]);
});

test('particles are chosen by one helper, which knows how a value is spoken', () => {
  const files = globSync('src/text/ko/*.ts').filter((file) => !file.endsWith('josa.ts'));
  expect(files.filter((file) => readFileSync(file, 'utf8').includes('es-hangul'))).toEqual([]);
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
