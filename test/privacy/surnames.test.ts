import fc from 'fast-check';
import { expect, test } from 'vitest';
import { found, hidesEach, split } from './found.ts';

test('whoever has a surname that hardly anybody bears is asked about where a person stands', () => {
  const name = fc
    .tuple(
      fc.constantFrom(...'궁난돈묘빙수엽운즙춘탄판풍학해후흥'),
      fc.constantFrom(...split('진영 승기 미경 동욱 정민')),
    )
    .map((parts) => parts.join(''));
  const around = fc.constantFrom(
    ...split(
      'N_주무관_격려 N_씨_면담 N님_병문안 N에게_감사패 N께서_방문 N과의_면담 N_모친상 N_외_3명_오찬 총무과장_N_송별 N_의원실과_협의',
    ),
  );
  hidesEach(name, around, { numRuns: 300 });
});

test('words that begin like such a name are nobody’s', () => {
  for (const text of split(
    '운영진_간담회 궁도장_이전_협의 비예산_사업 수소충전소_준공식 승마장_운영자_협의 영화_감독_간담회 수목_전문가_자문 근무자_격려 교육장_이임_환송 자서전_출판_지원 임신부_배려_캠페인',
  ))
    expect(found(text), text).toEqual([]);
});
