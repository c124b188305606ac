import fc from 'fast-check';
import { expect, test } from 'vitest';
import { found, hidesEach, leftOpen, split } from './found.ts';

const fullName = fc
  .tuple(
    fc.constantFrom(
      ...split('에밀리 사라 헬렌 올림존 하마다 요시무라 줄리아 스타니슬라프 굴나라 응우옌 하비에르 프리야'),
    ),
    fc.constantFrom(...split('투라예프 사디코프 테리앙 슈나이더 아키라 다케시 만수르 콘티 메타 뒤랑 비앙키 쩌우')),
  )
  .map((parts) => parts.join(' '));

test('a name from abroad of two parts is asked about beside what says that it is somebody', () => {
  const around = fc.constantFrom(
    ...split(
      'N과의_화상회의 N의_내한공연_협의 N_CEO_면담 N_주한_몽골대사_접견 며느리_N_효행상 N_시의회_의장_오찬 N_한국대_교수_특강 N_주재관_교류_협의',
    ),
  );
  hidesEach(fullName, around, { numRuns: 300 });
});

test('beside a part that people are called, a word is the rest of the name where a person stands', () => {
  const name = fc.constantFrom(
    ...split(
      '마쓰다_하나 니시다_도시 야나기_고 미우라_시온 우에노_지로 에드워드_양 요시무라_겐 레_꽁_빈 쩐_티_마이 로버트_케인',
    ),
  );
  const around = fc.constantFrom(
    ...split(
      'N_의장_접견 N_교수_특강 N_신부_은퇴_감사 N_씨_사망_조문 통역사_N_사례 결혼이주여성_N_친정_방문 N에게_감사패',
    ),
  );
  hidesEach(name, around, { numRuns: 300 });
});

test('in a list of people a name from abroad is asked about, one part or more', () => {
  const name = fc.oneof(fullName, fc.constantFrom(...split('소욜마 텅원 바트에르덴 루하오 히식자르갈 린즈링')));
  const around = fc.constantFrom(...split('N,_통역_1명 N(몽골) 시장,_N_외_3명 N,_직원_2명'));
  hidesEach(name, around, { field: 'attendees', numRuns: 200 });
});

test('a name from abroad of one part is asked about behind what somebody is, and before where they hold a post', () => {
  const name = fc.constantFrom(...split('투멘바야르 쑹자오 바트뭉흐'));
  const around = fc.constantFrom(...split('바이올리니스트_N_공연 N_시의회_의장_오찬 통역사_N_사례'));
  hidesEach(name, around);
});

test('an initial, a surname in capitals and an Arabic article are part of a name in Latin letters', () => {
  const name = fc.constantFrom(
    ...split('J._Smith R._Santos ZHANG_Wei XING_Haiming LIU_Dehua Omar_al-Rashid Faisal_al-Jaber'),
  );
  const around = fc.constantFrom(...split('N_교수_특강 N_참사관_만찬 N_씨_지원 N에게_기념품 부시장_N_일행_환영'));
  hidesEach(name, around);
});

test('a flat is not left open beside what could be a name from abroad', () => {
  for (const flat of ['가동 224호', '나동 389호', '다동 101호'])
    expect(leftOpen(flat, `제보자 은하빌라 ${flat} 회신`), flat).toBe('');
});

test('words from abroad before a post or a group are nobody’s', () => {
  for (const text of split(
    '바이오_기업_대표_간담회 리조트_총괄본부장_면담 튀르키예_차낙칼레시_대표단_접견 건물주_발전사업자에게_안내 부모와_자녀가_함께하는_요리 외국인_방문이_빈번한_음식점 친화형_메뉴판과_라벨',
  ))
    expect(found(text), text).toEqual([]);
});
