import fc from 'fast-check';
import { expect, test } from 'vitest';
import { found, hidesEach, leftOpen, split } from './found.ts';

test('a word beside a name that was masked by hand, or between blanks among names, is somebody', () => {
  const name = fc.constantFrom(...split('전형 문정 백마 진심 이사랑'));
  const around = fc.constantFrom(
    ...split('홍*동,_N_격려 김○○,_이○○,_N_오찬 참석자_-_채유정_강동희_N 한미란_N_김도연_외_2명'),
  );
  hidesEach(name, around);
});

test('of a pair written in one word both are asked about', () => {
  for (const pair of split('이현주간중훈 함재경오정남 박일권위하나'))
    expect(leftOpen(pair, `${pair} 부부 결혼 50주년 축하`), pair).toBe('');
});

test('who is called by name, asks, or meets somebody is asked about, though rare words explain the letters', () => {
  for (const [name, text] of [
    ['황금주', '황금주 오찬'],
    ['황금주', '황금주 통화'],
    ['황청자', '황청자교수팀 자문'],
    ['황금주', '황금주(박하은의 부친) 조문'],
    ['흥분남', '흥분남을 비롯한 유족 위로'],
    ['예정화', '예정화 신임 경찰서장 접견'],
    ['조은별', '조은별이라는 민원인 방문'],
    ['이상희', '담당: 이상희'],
    ['온진', '부의금(온진)'],
  ] as const)
    expect(leftOpen(name, text), text).toBe('');
});

test('offices and words in a city hall’s lists, brackets and behind its colons are nobody’s', () => {
  for (const text of split(
    '담당:_총무과 대상:_주민,_상인 참석:_시장,_국장 경조사비(직원) 부시장(대행)_주재_회의 청년_학생_상인_간담회 예결특위_위원_간담회 청렴감사팀_격려 주민(대표의_의견)_청취 신협_이사장_간담회',
  ))
    expect(found(text), text).toEqual([]);
});
