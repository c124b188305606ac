import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { mend } from '../../src/ask/again.ts';
import { namesFor } from '../../src/ask/names.ts';
import { segmentsOf } from '../../src/ask/segments.ts';
import { putMembers } from '../../src/council/members/store.ts';
import { parsePeriod } from '../../src/korean/period.ts';
import { newDatabase } from '../support/database.ts';
import { NOW, TODAY } from './given.ts';
import '../support/seed.ts';

const names = fc.constantFrom('김가람', '임라온', '남궁 다솜', '이든', 'Lee Jion', 'MARU', '새길', '강남구', '올해');
const around = fc.constantFrom(
  '',
  ' ',
  ' 의원 ',
  '의원',
  '의장님이',
  '은',
  ' 만난 횟수',
  '얼마',
  '?',
  '“',
  '”',
  ', ',
  '2016년 ',
);

test('a question means the same whether the names of those in it are known, or the names of the whole council', async () => {
  const db = await newDatabase();
  onTestFinished(() => db.destroy());
  const listed = { term: 11, party: '새길당', district: '강남구', committee: '교통위원회', post: null };
  const council = ['김가람', '임라온', '남궁 다솜', '이든', 'Lee Jion', 'Maru', '새길', '강남구', '올해', '한결'];
  await putMembers(
    db,
    council.map((name, i) => ({ name, ...listed, constituency: `제${i}선거구` })),
    { actor: 'U1', at: NOW, origin: 'file' },
  );
  const { findNames, findEveryName } = await namesFor(db, TODAY);
  const every = await findEveryName();
  const cut = (asked: string, known: typeof every) => segmentsOf(asked, known, (words) => parsePeriod(words, TODAY));

  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(around, names, around), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      async (parts, joined) => {
        const asked = parts.flat().join(joined ? '' : ' ');
        const known = await findNames(asked);
        expect(cut(asked, known)).toEqual(cut(asked, every));
        expect(known.has('한결')).toBe(false);
      },
    ),
    { numRuns: 200 },
  );
});

const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code));
/** The letters of a syllable: its first consonant, its vowel, and what closes it, 0 for nothing. */
const partsOf = (letter: string) => {
  const place = letter.charCodeAt(0) - 0xac00;
  return [Math.floor(place / 588), Math.floor(place / 28) % 21, place % 28] as const;
};

test('a name of which one syllable came out wrong is taken for the name, whatever its letters are', () => {
  fc.assert(
    fc.property(
      fc.array(syllable, { minLength: 3, maxLength: 6 }),
      fc.nat(5),
      fc.constantFrom(0, 1, 2, 4, 5, 6, 7, 8),
      (letters, nth, vowel) => {
        const at = nth % letters.length;
        const [first, , last] = partsOf(letters[at] ?? '');
        const slipped = String.fromCharCode(0xac00 + first * 588 + vowel * 28 + last);
        const typed = letters.map((it, i) => (i === at ? slipped : it)).join('');
        const name = letters.join('');
        const known = new Map([[name, [{ filters: { member: '1' } }]]]);
        const simple = [0, 1, 2, 4, 5, 6, 7, 8].includes(partsOf(letters[at] ?? '')[1]); // one key each
        fc.pre(simple && typed !== name);
        const { corrected } = mend(typed, [{ text: typed, meanings: [] }], known);
        expect(corrected).toHaveLength(1);
      },
    ),
    { numRuns: 50 },
  );
});
