import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOOKUPS } from '../../src/desk/menu/lookups.ts';
import { asks } from '../../src/desk/questions/question.ts';
import { FORMS, readMessage } from '../../src/desk/questions/rules.ts';
import { SEOUL } from '../../src/people/districts/rules.ts';
import { districtNames, programNames } from '../../src/visit/names.ts';
import { computing } from '../support/cpu.ts';

const program = { kind: 'site' as const, counts: [], retired: false, version: 1 };
const known = {
  today: '2018-03-30', // a Friday
  programs: programNames([
    { ...program, id: 1, name: '민생현장' },
    { ...program, id: 2, name: '일자리대장정' },
  ]),
  districts: districtNames(SEOUL),
};

const about = (typed: string): string => {
  const reading = readMessage(typed, known);
  return 'question' in reading
    ? `${reading.question.about} ${reading.question.words}`.trim()
    : `${asks(typed) ? 'asks ' : ''}${reading.offers.join(' ')}`.trim() || 'unclear';
};

describe('a line to enter is offered the likeliest forms', () => {
  test.each([
    ['85000 미진 4명 조례 개정 간담회 시책 카드', 'expense'],
    ['어제 미진에서 점심 8만5천원', 'expense'],
    ['커피 12,000원', 'expense'],
    ['법카로 45000원 다과 샀음', 'expense'],
    ['₩120,000 설렁탕집 6명', 'expense'],
    ['강남구 의원들과 점심 12만원', 'expense council'],
    ['3/29 소나무집 오찬 의장 외 4명 250,000원 시책 카드', 'expense'],
    ['화환 10만원 이체', 'expense'],
    ['spent 85,000 won on lunch with 4 people', 'expense'],
    ['coffee 12000 card', 'expense'],
    ['paid 45,000 for snacks, department account', 'expense'],

    ['내일 14:00 강북구 우이신설 공사현장 점검', 'visit'],
    ['11/9 14:00 우이신설 공사현장 점검 강북구 민생현장', 'visit'],
    ['다음주 화요일 오후 3시 은평구 전통시장 방문', 'visit'],
    ['4월 5일 식목일 행사 참석 10시', 'visit'],
    ['금요일 오전 10시 착공식', 'visit'],
    ['월요일 16시 주민 토론회 마포구', 'visit'],
    ['일자리대장정 4/12 13:30 구로구', 'visit'],
    ['tomorrow 2pm site visit in Gangbuk-gu', 'visit'],
    ['Apr 5 10:00 opening ceremony', 'visit'],
    ['내일 3시 시의회 방문', 'visit'],
    ['내일 3시 의장단 면담', 'council visit'],

    ['오늘 의장단 간담회 의장 외 4명 청년수당', 'council'],
    ['어제 김영희 의원 면담 주차장 건', 'council'],
    ['시의회 교통위원회에 청년수당 사전설명 함', 'council'],
    ['교섭단체 대표와 통화', 'council'],
    ['예결위원장 의견 전달', 'council'],
    ['today briefing for council member Kim on youth allowance', 'council'],
    ['met the committee chair about parking', 'council'],

    ['11/30까지 주차장 답변 준비', 'followup'],
    ['다음주까지 연설문 초안 작성', 'followup'],
    ['버스 노선 민원 회신해야 함', 'followup'],
    ['개관식 축사 작성', 'followup'],
    ['감사 자료 제출 4월 10일까지', 'followup'],
    ['잊지 말고 예산 자료 보고서 챙기기', 'followup'],
    ['reply to the parking complaint by Friday', 'followup'],
    ['draft a speech for the opening, due 4/10', 'followup visit'],
    ['must submit the audit documents by 10 April', 'followup'],
    ['박의원 주차장 민원 요청', 'council followup'],
    ['김영희 의원이 주차장 자료 요청', 'council followup'],

    ['네', 'unclear'],
    ['감사합니다', 'unclear'],
    ['ㅋㅋㅋ', 'unclear'],
    ['오늘 날씨 좋네요', 'unclear'],
    ['ok thanks', 'unclear'],
    ['12345', 'expense'],
  ])('%s → %s', (typed, expected) => expect(about(typed)).toBe(expected));
});

describe('what is no figure and no list is looked up by its name', () => {
  test.each([
    ['지난주 요약', 'digest 지난주'],
    ['this week’s digest', 'digest this week'],
    ['집행내역 공개 마감 언제야?', 'disclosure'],
    ['E12', 'record E12'],
    ['v3', 'record v3'],
    ['1-2-3', 'record 1-2-3'],
    ['안녕하세요', 'menu'],
    ['뭐 할 수 있어?', 'menu'],
    ['help', 'menu'],
    ['도움말', 'menu'],
  ])('%s → %s', (typed, expected) => expect(about(typed)).toBe(expected));
});

test('whatever is written is read as something, always the same, and never more than three forms', () => {
  const words = fc.array(
    fc.constantFrom(
      '내일',
      '14:00',
      '85000',
      '원',
      '의원',
      '까지',
      '얼마',
      '?',
      '공약',
      '<@U1>',
      '강북구',
      '점검',
      '*',
    ),
    { maxLength: 12 },
  );
  const lines = fc.oneof(
    words.map((it) => it.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
  );
  fc.assert(
    fc.property(lines, (line) => {
      const reading = readMessage(line, known);
      expect(readMessage(line, known)).toEqual(reading);
      if ('question' in reading) expect(LOOKUPS).toContain(reading.question.about);
      else {
        expect(reading.offers.length).toBeLessThanOrEqual(3);
        expect(FORMS).toEqual(expect.arrayContaining([...reading.offers]));
      }
    }),
    { numRuns: 300 },
  );
});

test('a story of three thousand words is read at once', () => {
  const story = '내일 14:00 강북구 주차장 민원 답변 85000원 '.repeat(500);

  expect(computing(() => readMessage(story, known))).toBeLessThan(1000);
});
