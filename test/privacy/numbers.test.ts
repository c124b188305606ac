import { expect, test } from 'vitest';
import { found, leftOpen, split } from './found.ts';

test.each(
  split(
    '(2005.12.10)생 1972년_2월_19일(음)_출생 출생일_19651028 born_1986.9.28 Date_of_birth:_13/2/1995 생일:_5월_3일 110_동_501_호 자이_110동,_906호 은마아파트125동306 주공2단지_102/306 빌라_지하_1호 여권No.M-07638401 010에_5378에_1814 0082_10_3822_7274 Oll:3518:8186 010)7670)2514 011\\8607\\0636 +82(0)10-9923-5757',
  ),
)('“%s” never passes', (number) => {
  const open = leftOpen(number, `민원인 ${number} 회신`).replace(/\D/g, '');

  expect(open).toBe('');
  expect(found(`민원인 ${number} 회신`)).not.toEqual([]);
});

test('a day, an industrial estate and a count are nobody’s number', () => {
  for (const text of split(
    '간담회(2018.3.30)_다과 2018년_3월_30일_생활체육대회 산업단지_301호_입주기업_간담회 5월_3일_행사 1동_2개소_점검',
  ))
    expect(found(text), text).toEqual([]);
});
