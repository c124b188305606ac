import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../src/korean/days.ts';
import { readWanted } from '../../src/korean/until.ts';

const TODAY = '2018-11-28'; // a Wednesday

test.each([
  ['주차장 답변 12/10까지', '주차장 답변', '2018-12-10'],
  ['주차장 답변 (12/10까지)', '주차장 답변', '2018-12-10'],
  ['주차장 답변 12월 10일까지', '주차장 답변', '2018-12-10'],
  ['주차장 답변 12월 10일 까지', '주차장 답변', '2018-12-10'],
  ["주차장 답변 '19.1.15.까지", '주차장 답변', '2019-01-15'],
  ['주차장 답변 1/15까지', '주차장 답변', '2019-01-15'],
  ['주차장 답변 다음 주까지', '주차장 답변', '2018-12-07'],
  ['주차장 답변 다음주까지', '주차장 답변', '2018-12-07'],
  ['주차장 답변 이번 주 중으로', '주차장 답변', '2018-11-30'],
  ['주차장 답변 다음 주 화요일까지', '주차장 답변', '2018-12-04'],
  ['주차장 답변 연말까지', '주차장 답변', '2018-12-31'],
  ['주차장 답변 올해 말까지', '주차장 답변', '2018-12-31'],
  ['주차장 답변 내년 상반기까지', '주차장 답변', '2019-06-30'],
  ['주차장 답변 상반기까지', '주차장 답변', '2019-06-30'],
  ['주차장 답변 월말까지', '주차장 답변', '2018-11-30'],
  ['주차장 답변 다음 달까지', '주차장 답변', '2018-12-31'],
  ['주차장 답변 다음 달 말까지', '주차장 답변', '2018-12-31'],
  ['주차장 답변 12월까지', '주차장 답변', '2018-12-31'],
  ['주차장 답변 12월 말까지', '주차장 답변', '2018-12-31'],
  ['주차장 답변 3월까지', '주차장 답변', '2019-03-31'],
  ['주차장 답변 내일까지', '주차장 답변', '2018-11-29'],
  ['주차장 답변 금요일까지', '주차장 답변', '2018-11-30'],
  ['주차장 답변 3일 이내', '주차장 답변', '2018-12-01'],
  ['주차장 답변 2주 안에', '주차장 답변', '2018-12-12'],
  ['주차장 답변 일주일 내로', '주차장 답변', '2018-12-05'],
  ['parking lot by 12/10', 'parking lot', '2018-12-10'],
  ['parking lot by Friday', 'parking lot', '2018-11-30'],
  ['parking lot until next week', 'parking lot', '2018-12-07'],
  ['parking lot by year end', 'parking lot', '2018-12-31'],
  ['parking lot by the end of the month', 'parking lot', '2018-11-30'],
  ['parking lot within 2 weeks', 'parking lot', '2018-12-12'],
  ['parking lot (by Dec 10)', 'parking lot', '2018-12-10'],
  ['주차장 답변 이달 말까지', '주차장 답변', '2018-11-30'],
  ['주차장 답변 12월 초까지', '주차장 답변', '2018-12-10'],
  ['주차장 답변 12월 중순까지', '주차장 답변', '2018-12-20'],
  ['주차장 답변 12월 하순까지', '주차장 답변', '2018-12-31'],
  ['주차장 답변 다음 달 중순까지', '주차장 답변', '2018-12-20'],
  ['주차장 답변 중순까지', '주차장 답변', '2018-12-20'], // November's is over
  ['주차장 답변 3월 초순까지', '주차장 답변', '2019-03-10'],
  ['주차장 답변 11월 초까지', '주차장 답변', '2019-11-10'],
  ['주차장 답변 말일까지', '주차장 답변', '2018-11-30'],
  ['주차장 답변 다음 달 5일까지', '주차장 답변', '2018-12-05'],
  ['주차장 답변 월요일 오전까지', '주차장 답변', '2018-12-03'],
  ['주차장 답변 금요일 퇴근 전까지', '주차장 답변', '2018-11-30'],
  ['주차장 답변 주말까지', '주차장 답변', '2018-12-02'],
  ['주차장 답변 보름 내', '주차장 답변', '2018-12-13'],
  ['parking lot by mid-December', 'parking lot', '2018-12-20'],
  ['parking lot by early December', 'parking lot', '2018-12-10'],
  ['parking lot by late December', 'parking lot', '2018-12-31'],
  ['parking lot by Monday morning', 'parking lot', '2018-12-03'],
  ['parking lot within two weeks', 'parking lot', '2018-12-12'],
  // As notes are taken: without 까지 at the end of a line.
  ['주차장 답변 이달 말', '주차장 답변', '2018-11-30'],
  ['주차장 답변 월말', '주차장 답변', '2018-11-30'],
  ['주차장 답변 연말', '주차장 답변', '2018-12-31'],
  ['주차장 답변 연내', '주차장 답변', '2018-12-31'],
  ['주차장 답변 금주 내', '주차장 답변', '2018-11-30'],
  ['주차장 답변 금주 중', '주차장 답변', '2018-11-30'],
  ['주차장 답변 다음 주 중', '주차장 답변', '2018-12-07'],
  ['주차장 답변 내주까지', '주차장 답변', '2018-12-07'],
  ['주차장 답변 12월 중', '주차장 답변', '2018-12-31'],
  ['주차장 답변 다음 달 초', '주차장 답변', '2018-12-10'],
  ['주차장 답변 금일 중', '주차장 답변', '2018-11-28'],
  ['주차장 답변 익월 10일까지', '주차장 답변', '2018-12-10'],
  ['주차장 답변 (~12/10)', '주차장 답변', '2018-12-10'],
  ['주차장 답변 기한 12/10', '주차장 답변', '2018-12-10'],
  ['parking lot by end of week', 'parking lot', '2018-11-30'],
  ['parking lot by EOM', 'parking lot', '2018-11-30'],
  ['도서관 12월 중 준공 예정', '도서관 12월 중 준공 예정', null],
  ['도로 공사 중', '도로 공사 중', null],
  ['답변 검토 중', '답변 검토 중', null],
  ['기한 연장 요청', '기한 연장 요청', null],
  ['주말농장 초', '주말농장 초', null],
  // What does not end the line stays in it: its sense may hang on it.
  ['연말까지 여는 시장의 주차 문제', '연말까지 여는 시장의 주차 문제', '2018-12-31'],
  ['12/10까지 주차장 조사', '12/10까지 주차장 조사', '2018-12-10'],
  // Nothing is said of a day.
  ['주차장을 시장까지 넓히기', '주차장을 시장까지 넓히기', null],
  ['3층까지 엘리베이터 설치', '3층까지 엘리베이터 설치', null],
  ['100까지 세기', '100까지 세기', null],
  ['주차장 답변 이달 초까지', '주차장 답변', '2018-11-10'], // it is late already
  ['주차장 답변 내년 초까지', '주차장 답변 내년 초까지', null],
  ['서울 시내', '서울 시내', null],
  ['관내에 공원 조성', '관내에 공원 조성', null],
  ['stand by me', 'stand by me', null],
  ['', '', null],
])('%s', (line, words, due) => {
  expect(readWanted(line, { today: TODAY })).toEqual({ words, due });
});

test('a day without a year that has passed since the visit is that day, not one of next year', () => {
  expect(readWanted('답변 11/20까지', { today: TODAY, since: '2018-11-10' }).due).toBe('2018-11-20');
  expect(readWanted('답변 12/20까지', { today: TODAY, since: '2018-11-10' }).due).toBe('2018-12-20');
  expect(readWanted('답변 내일까지', { today: TODAY, since: '2018-11-10' }).due).toBe('2018-11-29');
});

test('any day of the year to come is read from any way of writing it, and any line is kept', () => {
  const forms = [
    (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}까지`,
    (day: string) => `${Number(day.slice(5, 7))}월 ${Number(day.slice(8))}일까지`,
    (day: string) => `${day}까지`,
    (day: string) => `by ${day}`,
  ];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 364 }), fc.constantFrom(...forms), (ahead, form) => {
      const due = addDays(TODAY, ahead);
      expect(readWanted(`공원 조성 ${form(due)}`, { today: TODAY })).toEqual({ words: '공원 조성', due });
    }),
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (line) => {
      const { words, due } = readWanted(line, { today: TODAY });
      expect(due === null ? words === line : words.length > 0).toBe(true);
    }),
  );
});
