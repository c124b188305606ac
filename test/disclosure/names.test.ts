import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskText } from '../../src/disclosure/mask.ts';
import { normalise } from '../../src/korean/typed.ts';
import {
  ABROAD,
  AROUND,
  AROUND_ABROAD,
  AROUND_SHORT,
  DOUBLE_SURNAMES,
  GIVEN,
  INNOCENT,
  INNOCENT_TITLES,
  put,
  SHORT_GIVEN,
  SURNAMES,
} from './names.ts';

const NOBODY = { staff: new Set<string>(), members: new Set<string>(), elected: new Set<string>() };
const seen = (text: string) => maskText(normalise(text), 'purpose', NOBODY, []);

const name = fc
  .tuple(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...SURNAMES) }, fc.constantFrom(...DOUBLE_SURNAMES)),
    fc.constantFrom(...GIVEN),
  )
  .map(([surname, given]) => surname + given);

test('of names in every surrounding, 99 of 100 are masked or asked about', () => {
  const texts = fc.sample(fc.tuple(name, fc.constantFrom(...AROUND)), { numRuns: 1_500, seed: 20261130 });
  const missed = texts.filter(([who, around]) => seen(put(who, around)).shown.includes(who));

  expect(missed.length / texts.length, missed.map(([who, around]) => put(who, around)).join('\n')).toBeLessThan(0.01);
});

test('of names with a given name of one letter, 19 of 20 are masked or asked about where a person stands', () => {
  const short = fc
    .tuple(fc.constantFrom(...SURNAMES), fc.constantFrom(...SHORT_GIVEN))
    .map(([surname, given]) => surname + given);
  const texts = fc.sample(fc.tuple(short, fc.constantFrom(...AROUND_SHORT)), { numRuns: 1_500, seed: 20261201 });
  const missed = texts.filter(([who, around]) => seen(put(who, around)).shown.includes(who));

  expect(missed.length / texts.length, missed.map(([who, around]) => put(who, around)).join('\n')).toBeLessThan(0.05);
});

test('in a list of names, 98 of 100 are masked or asked about', () => {
  const lists = fc.sample(
    fc.tuple(
      name,
      name,
      name,
      fc.constantFrom(', ', '·', '/', ' 및 ', ' '),
      fc.constantFrom(' 외 2명 오찬', ' 격려', ' 면담'),
    ),
    { numRuns: 500, seed: 20261130 },
  );
  const missed = lists.flatMap(([a, b, c, mark, end]) => {
    const { shown } = seen(`${[a, b, c].join(mark)}${end}`);
    return [a, b, c].filter((who) => shown.includes(who)).map((who) => `${who} in ${[a, b, c].join(mark)}`);
  });

  expect(missed.length / (3 * lists.length), missed.join('\n')).toBeLessThan(0.02);
});

test('of people from abroad, 99 of 100 are masked or asked about with all of their name, whatever title they have', () => {
  const texts = ABROAD.flatMap((who) => AROUND_ABROAD.map((around) => ({ who, text: put(who, around) })));
  const missed = texts.filter(({ who, text }) =>
    who.split(' ').some((part) => part.length > 1 && seen(text).shown.includes(part)),
  );

  expect(missed.length / texts.length, missed.map(({ text }) => text).join('\n')).toBeLessThan(0.01);
});

test('half a name is asked about, with whatever mark the other half is hidden, and a name in whatever marks stand between its letters', () => {
  const marks = fc.constantFrom(...'○〇*ㅇ△□●_#');
  const letters = fc.constantFrom(...'Oo0X');
  const any = fc
    .tuple(fc.constantFrom(...SURNAMES), fc.constantFrom(...GIVEN))
    .map(([surname, given]) => surname + given);
  const half = fc
    .tuple(any, fc.oneof(marks, letters))
    .map(([name, mark]) => `${name[0]}${mark}${name.slice(2)}`)
    .chain((hidden) =>
      fc.constantFrom(`${hidden} 면담`, `${hidden} 조문`, `(${hidden}) 위문`).map((text) => [hidden, text]),
    );
  const apart = fc
    .tuple(any, fc.constantFrom(' ', '·', '/', '.', '-'))
    .map(([name, mark]) => [...name].join(mark))
    .map((spaced) => [spaced, `${spaced} 과장 격려`]);

  fc.assert(
    fc.property(fc.oneof(half, apart), ([written = '', text = '']) => {
      expect(seen(text).shown).not.toContain(written);
    }),
    { numRuns: 300 },
  );
});

test('of innocent texts at most one in twenty is asked about, and none is masked', () => {
  const innocent = [...INNOCENT, ...INNOCENT_TITLES];
  const found = innocent.map((text) => ({ text, parts: seen(text).parts })).filter(({ parts }) => parts.length > 0);

  expect(found.filter(({ parts }) => parts.some(({ state }) => state === 'masked'))).toEqual([]);
  expect(found.length / innocent.length, found.map(({ text }) => text).join('\n')).toBeLessThan(0.05);
});

test.each([
  ['이서, 문수, 한결 외 2명 오찬', '이서', '문수', '한결'],
  ['이수네 위문품', '이수'],
  ['이수모친상 조의금', '이수'],
  ['수빈이네 위문품', '수빈'],
  ['왕샤오밍 총영사 오찬', '왕샤오밍'],
  ['쩐 티 흐엉 씨 정착 격려', '쩐 티 흐엉'],
  ['마리아 곤살레스 영사 오찬', '마리아 곤살레스'],
  ['사토 하루토 국장 방문 기념품', '사토 하루토'],
  ['Hans Müller 교수 특강', 'Hans Müller'],
  ['M. Johnson 접견', 'Johnson'],
  ['유지은 아동 위문', '유지은'],
  ['국장홍윤 이임 오찬', '홍윤'],
  ['국장남궁옥분 이임 오찬', '남궁옥분'],
  ['왕某 면담', '왕某'],
  ['소피아 벨라스케스 교수 초청 특강', '소피아', '벨라스케스'],
  ['카롤리나 노박 대사 예방', '카롤리나', '노박'],
  ['하나다 미쓰키 시장 접견', '미쓰키'],
  ['Batbayar D. 총영사 환담', 'Batbayar'],
  ['연수생 아웅민툰 격려', '아웅민툰'],
  ['가와무라 미키 병문안', '가와무라', '미키'],
  ['접견 기념품(리밍저)', '리밍저'],
  ['유공자김광민표창', '김광민'],
  ['도재과장 부친상', '도재'],
  ['나카지마 유타 총영사 오찬', '나카지마', '유타'],
  ['Fujimoto Ai 대사 접견', 'Fujimoto', 'Ai'],
  ['주무관하민송별오찬', '하민'],
  ['배민 등 네 분 접견', '배민'],
  ['Prof. Linda Park 영사 환송', 'Linda', 'Park'],
  ['Jose dela Cruz 면담', 'Jose', 'Cruz'],
])('“%s” is never published as it is', (text, ...names) => {
  const { shown } = seen(text);

  for (const who of names) expect(shown).not.toContain(who);
});
