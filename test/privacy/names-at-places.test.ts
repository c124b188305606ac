import fc from 'fast-check';
import { expect, test } from 'vitest';
import { put } from '../disclosure/names.ts';
import { found, hidesEach, leftOpen, split } from './found.ts';

const name = fc.constantFrom(...split('김숙 박태 권연 두언년 복수진 시병철 윤완 정상배 남궁산 이하윤 오태'));

test('who lives, lies in hospital or is mourned at a place is asked about', () => {
  const around = fc.constantFrom(
    ...split('故_N_빈소 한빛장례식장(N_부친상) N_어르신_댁 N_화백_작업실 한빛요양원(N_어르신) N_과장_자택 빈소(N)'),
  );
  hidesEach(name, around, { field: 'place', numRuns: 200 });
});

test('a farm, an office and the house of the mourned are somebody’s where only a name says whose', () => {
  const usual = fc.constantFrom(...split('신일섭 탁영란 남궁유리 백노진 정영광 김도연'));
  fc.assert(
    fc.property(usual, fc.constantFrom('N 농가', 'N 사무실', 'N 상가(한빛병원 장례식장)'), (who, where) => {
      expect(leftOpen(who, put(who, where), 'place'), put(who, where)).toBe('');
    }),
  );
  for (const text of split('시장_사무실 과수_농가 조합_사무실 지하_상가 중앙_상가(한빛병원_옆)'))
    expect(found(text, 'place'), text).toEqual([]);
});

test('an address says nobody’s name', () => {
  fc.assert(
    fc.property(name, fc.constantFrom('한빛읍 금령로 10 N 댁', '한빛로 3 (N씨 댁)'), (who, where) => {
      expect(leftOpen(who, put(who, where), 'address'), put(who, where)).toBe('');
    }),
  );
});

test('a merchant that is called as somebody could be is published', () => {
  for (const text of split(
    '양반댁 남도한식(정든님) 김할머니집 마복림떡볶이 하동관 장수돌침대 한우마을_본점 신의주찹쌀순대',
  ))
    expect(found(text, 'place'), text).toEqual([]);
});
