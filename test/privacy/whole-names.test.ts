import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hidesEach, leftOpen, split } from './found.ts';

test('of four letters none is left for a particle', () => {
  const name = fc.oneof(
    fc
      .tuple(
        fc.constantFrom(...split('남궁 황보 제갈 서문 독고 동방')),
        fc.constantFrom(...split('성만 예은 상은 사은 영도 봄이')),
      )
      .map((parts) => parts.join('')),
    fc
      .tuple(fc.constantFrom(...'김박최정강'), fc.constantFrom(...split('소망이 가람슬 아름이')))
      .map((parts) => parts.join('')),
  );
  const around = fc.constantFrom(...split('N_대표_면담 비서실장_N N_씨_위문 N_과장_부친상 유공자(N) N,_김도연_외_3명'));
  hidesEach(name, around, { numRuns: 300 });
});

test('a word of a city hall that holds a post is asked about, and an office before it is not', () => {
  const name = fc.constantFrom(...split('조국 이용 유산 정상 안심 성수 이월 이화 추석 송도'));
  const around = fc.constantFrom(
    ...split('N_과장_송별 N_작가_초청 N_국장_모친상 N_시인_시비_제막 유튜버_N_촬영 동장_N_부임_축하'),
  );
  hidesEach(name, around);
  for (const text of split(
    '예산_팀장_격려 축구_감독_격려 이천_부시장_접견 방문_간호사_격려 위원_위촉_오찬 작성자_표시 국장_이임_만찬',
  ))
    expect(leftOpen(text, text), text).toBe(text.replaceAll(' ', ''));
});

test('one of each department is asked about in a list of them, and a name that goes on behind a post’s letters', () => {
  const name = fc.constantFrom(...split('이초 정욱 박찬 김흥 승선화'));
  const around = fc.constantFrom(...split('자치행정과_N,_재난안전과_박현식_결혼_축의금 총무팀_N·홍보팀_김도연_전출'));
  hidesEach(name, around);
  for (const text of split(
    '이사랑의_장례_지원 강요셉과_현장_동행 김참미르_작가_초청 옥상욱상(喪)_부의 박지훈상(喪)_조문',
  ))
    expect(leftOpen(text.slice(0, text.startsWith('김') ? 4 : 3), text), text).toBe('');
  for (const text of split('지역축제_추진위원_간담회 은평병원_간호사_격려 물놀이장_안전요원_격려 이사와의_면담'))
    expect(leftOpen(text, text), text).toBe(text.replaceAll(' ', ''));
});

test('of an item in a list of people two letters are asked about, but for a field', () => {
  const name = fc.constantFrom(...split('강전 송석 표이'));
  const around = fc.constantFrom(...split('N;_김성화;_김경란 직원(N,_박하은) N,_배우자 N_외_3명'));
  hidesEach(name, around, { field: 'attendees' });
  for (const text of split(
    '청원,_방호_등_406명 주민,_상인_등_12명 기획,_예산_담당 시장,_국장_전원 안전,_교통_분야_5명',
  ))
    expect(leftOpen(text, text, 'attendees'), text).toBe(text.replaceAll(/[ ,]/g, ''));
});
