import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ask as askRegister } from '../../src/ask/ask.ts';
import { askWords as english } from '../../src/text/en/ask-words.ts';
import { textFor } from '../../src/text/index.ts';
import { askWords as korean } from '../../src/text/ko/ask-words.ts';
import { NOUNS, type Noun } from '../../src/vocabulary/ask.ts';
import { newDatabase, temporaryFolder } from '../support/database.ts';
import { ME, saidOf, samples, TODAY } from './given.ts';

const ask = samples();

/** Words of a noun's table that do nothing but name it. */
const namesOf = (tables: typeof korean, noun: Noun): string[] =>
  tables[noun].flatMap(([words, meaning]) =>
    JSON.stringify(meaning) === JSON.stringify({ noun }) ? words.split('|').filter((word) => word.length > 1) : [],
  );

/** Nouns whose names are nouns of the language; verbs are no titles. */
const TITLES: Record<Noun, readonly string[]> = {
  expense: ['집행', '지출', '업무추진비', '업추비', '집행내역', '지출내역'],
  budget: ['예산', '예산액', '편성액'],
  visit: ['일정', '방문', '현장방문', '방문일정', '현장일정', '시장님일정'],
  contact: ['의회소통', '의회 소통', '소통', '의회접촉', '면담'],
  followup: ['후속조치', '후속', '처리사항', '처리요구'],
  pledge: ['공약', '공약사업', '시장공약'],
  approval: ['결재', '결재건', '결재함'],
  receipt: ['영수증', '영수증사진'],
  member: ['시의원', '의원', '의원님', '의원들'],
  announcement: ['발표', '발표건'],
  finding: ['지적', '점검결과', '위반사항', '점검사항'],
  rule: ['기준', '한도', '상한', '집행기준'],
  person: ['비서실직원', '비서실사람', '비서실명단'],
};

const OPENINGS = ['', '혹시 ', '그냥 ', '좀 ', '우리 '];
const ENDINGS_LIST = [
  '',
  ' 목록',
  ' 보여줘',
  ' 알려줘',
  ' 목록 보여줘',
  ' 뭐 있어?',
  '은 뭐가 있어',
  ' 있어?',
  ' 찾아줘',
  ' 좀 보여줘',
];
const ENDINGS_COUNT = [
  ' 몇 건이야?',
  ' 건수',
  ' 몇 개야',
  ' 총 몇 건?',
  ' 건수 알려줘',
  '이 몇 건이지',
  ' 몇 건인가요',
];
const COUNTED: readonly Noun[] = NOUNS.filter((noun) => noun !== 'budget' && noun !== 'rule');

test.each(NOUNS)(
  'three hundred ways to ask for %s are understood as that',
  async (noun) => {
    const counts = COUNTED.includes(noun);
    const question = fc.tuple(
      fc.constantFrom(...OPENINGS),
      fc.constantFrom(...TITLES[noun]),
      fc.constantFrom(
        ...ENDINGS_LIST.map((it) => [it, 'list'] as const),
        ...(counts ? ENDINGS_COUNT.map((it) => [it, 'count'] as const) : []),
      ),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(question, async ([opening, title, [ending, measure], squeezed]) => {
        const typed = `${opening}${title}${ending}`;
        const said = saidOf(await ask(squeezed ? typed.replaceAll(' ', '') : typed));

        const wanted = noun === 'budget' ? ['budget list', 'budget sum'] : [`${noun} ${measure}`];
        expect(
          wanted.some((it) => said.startsWith(it)),
          `${typed} → ${said}`,
        ).toBe(true);
      }),
      { numRuns: 300 },
    );
  },
  120_000,
);

test.each(NOUNS)('a word that names %s is never taken for another noun', async (noun) => {
  for (const tables of [korean, english])
    for (const word of namesOf(tables, noun)) {
      const said = saidOf(await ask(word));
      if (!said.startsWith('?')) expect(said.split(' ')[0], word).toBe(noun);
    }
});

test.each(['ko', 'en'] as const)('every example that is offered is answered (%s)', async (language) => {
  const { examples } = textFor(language).ask;
  for (const noun of NOUNS)
    for (const example of examples[noun]) expect(saidOf(await ask(example)), example).toMatch(new RegExp(`^${noun} `));
});

test.each(['ko', 'en'] as const)(
  'every example is answered in an office that has no records yet, too (%s)',
  async (language) => {
    const folder = temporaryFolder();
    const db = await newDatabase(path.join(folder, 'empty.db'));
    try {
      for (const example of Object.values(textFor(language).ask.examples).flat())
        expect('answer' in (await askRegister(db, example, { today: TODAY, userId: ME, before: null })), example).toBe(
          true,
        );
    } finally {
      await db.destroy();
    }
  },
);
