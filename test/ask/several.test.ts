import fc from 'fast-check';
import { expect, test } from 'vitest';
import { saidOf, samples } from './given.ts';

const ask = samples();

const answered = async (typed: string) => {
  const asked = await ask(typed);
  if (!('answer' in asked)) throw new Error(`${typed}: ${asked.unknown.join(' ')}`);
  return asked.answer;
};

const JOINED = ['하고 ', ', ', ' '];
const KINDS: readonly (readonly [of: string, names: readonly string[]])[] = [
  ['의원 몇 명', ['강남구', '송파구', '마포구', '은평구']],
  ['의원 몇 명', ['새길당', '한빛당']],
  ['의원 몇 명', ['교통위원회', '교육위원회', '운영위원회']],
  ['올해 방문 횟수', ['강북구', '용산구', '중구']],
  ['올해 집행액', ['시책', '기관운영']],
  ['올해 집행액', ['소나무집', '다온', '해든정', '나루찻집']],
  ['공약 몇 개', ['시민공약', '혁신공약', '정책공약']],
];

test('two names of one sort are asked about together: each figure is told, and they add up', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .constantFrom(...KINDS)
        .chain(([of, names]) =>
          fc.tuple(
            fc.constant(of),
            fc.subarray([...names], { minLength: 2, maxLength: 2 }),
            fc.constantFrom(...JOINED),
          ),
        ),
      async ([of, [one = '', other = ''], joined]) => {
        const typed = `${one}${joined}${other} ${of}`;
        const both = await answered(typed);
        const each = [await answered(`${one} ${of}`), await answered(`${other} ${of}`)].map(({ value }) => value ?? 0);

        expect(both.value, typed).toBe((each[0] ?? 0) + (each[1] ?? 0));
        expect(both.rows.map(({ value }) => value).toSorted(), typed).toEqual(each.toSorted());
      },
    ),
    { numRuns: 60 },
  );
});

test.each([
  ['올해 소나무집이랑 다온 중에 어디서 더 많이 썼어', 'expense sum by place most place=소나무집|다온'],
  ['시책 기관운영 어느 쪽이 더 많이 남았어', 'budget balance by account most account=203-03|203-01'],
  ['시책하고 기관운영 집행률', 'budget rate by account account=203-03|203-01'],
  ['새길당이랑 한빛당 중 누굴 더 만났어', 'contact count by party most party=새길당|한빛당'],
  ['강태오랑 윤소미 할 일', 'followup list person=U0KANGTAEO|U0YOONSOMI state=open'],
])('%s', async (typed, said) => expect(saidOf(await ask(typed)).replace(/ 2016-01-01~2016-12-31$/, '')).toBe(said));

test('who is in charge, or which department is, stands in each row of a longer list', async () => {
  const departments = (await answered('추진 중인 감사 요구 부서')).rows;
  expect(departments.length).toBeGreaterThan(3);
  for (const { about } of departments) expect(about).toContainEqual(['department', expect.any(String)]);

  for (const { about } of (await answered('안전총괄과 공약 담당자 누구')).rows)
    expect(about).toEqual([['person', 'U0LEEJUNHO']]);
});
