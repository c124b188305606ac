import { expect, test } from 'vitest';
import { type Text, textFor } from '../../src/text/index.ts';
import { sentencesOf } from '../support/sentences.ts';

const LANGUAGES = ['ko', 'en'] as const;
const MINE = [
  'access',
  'approval',
  'digest',
  'expense',
  'files',
  'home',
  'office',
  'spending',
  'terminal',
] as const satisfies (keyof Text)[];

type Said = { at: string; words: string };

/** Every sentence, functions called with samples of what their parameters stand for. */
function sentences(value: unknown, at: string): Said[] {
  if (typeof value === 'string') return [{ at, words: value }];
  if (typeof value === 'function') {
    const samples = [
      ['표본1', '표본2', '표본3', '표본4'],
      ['2018', '3', '5', '7'],
      ['E12', '85,000원', '55.2%', '3'],
    ];
    return samples.flatMap((sample, i) => sentences(value(...sample), `${at}(${i})`));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => sentences(inner, `${at}.${key}`));
  }
  return [];
}

const all = LANGUAGES.flatMap((language) =>
  MINE.flatMap((part) => sentences(textFor(language)[part], `${language}.${part}`)),
);

test('there are many sentences, in both languages', () => {
  expect(all.length).toBeGreaterThan(600);
});

test('no sentence has a hole in it', () => {
  const holes = all.filter(({ words }) => /undefined|null|NaN|\[object|\$\{|TODO| {2,}[^ ]/.test(words));
  expect(holes).toEqual([]);
});

test('no sentence but a table’s first heading is empty', () => {
  const empty = all.filter(({ words, at }) => words.trim() === '' && !at.includes('columns'));
  expect(empty).toEqual([]);
});

test('English has no Hangul but in examples and quoted names', () => {
  const allowed =
    /hints|categor|help|languages|refusals\.(not_a_number|no_heading)|words\.me|usage|budgetUsage|categoryUsage|표본/;
  const hangul = all.filter(({ at, words }) => {
    return (
      at.startsWith('en.') &&
      /[가-힣]/.test(words.replace(/표본\d|\d[가-아](?=\b|$| )/g, '').replaceAll('원', '')) &&
      !allowed.test(at)
    );
  });
  expect(hangul).toEqual([]);
});

test('buttons fit on a phone', () => {
  for (const language of LANGUAGES) {
    const { access, conversation, expense, office, files } = textFor(language);
    const buttons = [
      access.add,
      access.dismiss,
      access.openAgain,
      expense.show,
      expense.edit,
      expense.void,
      expense.list.next,
      expense.list.previous,
      expense.held.mend,
      expense.held.discard,
      conversation.meant.anyway,
      office.recordExpense,
      office.showStatus,
      office.people,
      office.budgets,
    ];
    for (const label of buttons) expect([...label].length, label).toBeLessThanOrEqual(24);
    const titles = [
      expense.form.record,
      expense.form.edit,
      expense.form.mend,
      expense.voidForm.title,
      expense.held.discardForm.title,
      files.form.title,
      office.personForm.title,
      office.budgetForm.title,
      access.title,
    ];
    for (const title of titles) expect([...title].length, title).toBeLessThanOrEqual(24);
  }
});

test('a day off is called in the reader’s language, a substitute with what it stands for', () => {
  const { check, visit } = textFor('en');
  for (const name of ['대체공휴일(개천절)', '설날 전날', '3ㆍ1절', '임시공휴일', '부처님 오신 날, 어린이날']) {
    expect(visit.holiday(name)).not.toMatch(/[가-힣]/);
    expect(check.rules.E11.why({ day: 'Mon 5 Oct', word: name } as never, {} as never)).not.toMatch(/[가-힣]/);
  }
  expect(visit.holiday('대체공휴일(개천절)')).toBe('substitute holiday (National Foundation Day)');
});

/** Of what stands on one screen each is said once; a list names the same thing in many lines. */
test.each(LANGUAGES)('nothing is said twice in one breath (%s)', (language) => {
  const { ask: _, ...spoken } = textFor(language);
  const said = sentencesOf(spoken, ['표본']);
  const twice = said.filter(({ words }) => {
    const parts = words.split(/(?<=[.?!])\s+/).filter((it) => it.length > LONG_ENOUGH);
    return new Set(parts).size < parts.length;
  });
  expect(said.length).toBeGreaterThan(2000);
  expect(twice.map(({ at, words }) => `${at}: ${words}`)).toEqual([]);
});
const LONG_ENOUGH = 12;

test.each([
  ['책임자', /책임자/, /\bmanagers?\b/i],
  ['관리자', /관리자/, /\badministrators?\b/i],
])('where Korean says %s, English says the same role, and nowhere else', (_role, korean, english) => {
  const where = (language: (typeof LANGUAGES)[number], role: RegExp): string[] => {
    const { ask: _, usage: __, ...spoken } = textFor(language);
    const said = sentencesOf(spoken, ['표본']).filter(({ words }) => role.test(words));
    return [...new Set(said.map(({ at }) => at))].toSorted();
  };
  expect(where('ko', korean).length).toBeGreaterThan(20);
  expect(where('en', english)).toEqual(where('ko', korean));
});
