import fc from 'fast-check';
import { expect, test } from 'vitest';
import { found, hidesEach, leftOpen, split } from './found.ts';

test('in an English sentence a name of two words is asked about, wherever it stands', () => {
  const name = fc.constantFrom(
    ...split(
      'Kim_Cheol-su PARK_JEONG_HWAN Hwang_In-cheol Yoon_Hye-kyung Nguyen_Thi_Huong José_García Claire_Dubois SUZUKI_Ichiro NODA_Yoshihiko T.J._Park Mark_W._Lippert',
    ),
  );
  const around = fc.constantFrom(
    ...split(
      "Visit_to_N,_director_of_culture Condolence_flowers_for_N's_father Farewell_gift_for_N N_retirement_lunch Dinner_for_Ambassador_N Meeting_with_N_and_Lee_Young-hee Lunch_with_N,_deputy_mayor Call_N_about_the_schedule N_CEO_오찬 Mr._N_접견",
    ),
  );
  hidesEach(name, around, { numRuns: 300 });
});

test('one word is somebody where an English sentence meets them, and no sentence of a city hall is asked about for itself', () => {
  for (const text of [
    'Follow up with Mary on the proposal',
    'Interview with Mary (press)',
    'Wreath for the late Jones',
  ])
    expect(found(text), text).not.toEqual([]);
  for (const text of [
    'Lunch with city council members',
    'Welcome dinner for the delegation',
    'Visit to the smart city forum',
    'Farewell lunch for retiring staff',
    'Start-up support meeting',
  ])
    expect(found(text), text).toEqual([]);
});

test('two people from abroad that meet are asked about each', () => {
  for (const [text, ...names] of [
    ['구로다 나루히코와 미야케 잇세이 접견', '나루히코', '미야케 잇세이'],
    ['린웨이 교수와 통화', '린웨이'],
    ['농 득 마인 총영사 오찬', '농 득 마인'],
    ['산 산 에이에게 선물', '산 산 에이'],
    ['존 박 교수 연설', '존 박'],
  ] as const)
    for (const name of names) expect(leftOpen(name, text), text).toBe('');
});
