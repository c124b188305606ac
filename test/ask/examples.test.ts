import { describe, expect, test } from 'vitest';
import { ask } from '../../src/ask/ask.ts';
import { examplesFor } from '../../src/ask/examples/examples.ts';
import { addEverySample } from '../../src/samples/index.ts';
import { textFor } from '../../src/text/index.ts';
import type { Role } from '../../src/vocabulary/person.ts';
import { NOW, register, TODAY } from './given.ts';
import { addOffice, BUSAN, SUWON } from './offices.ts';

const person = (role: Role) => ({ userId: 'U0PERSON0', name: '누구', role, language: null });

describe.each([
  ['the samples', TODAY, register((db) => addEverySample(db, NOW, TODAY))],
  ['an office at the sea', BUSAN.today, register((db) => addOffice(db, BUSAN))],
  ['an office inland', SUWON.today, register((db) => addOffice(db, SUWON))],
  [
    'an office at the turn of the year',
    '2026-01-02',
    register((db) => addOffice(db, { ...BUSAN, today: '2025-12-31' })),
  ],
  ['an office without records', '2024-02-29', register(async () => {})],
] as const)('in %s', (_name, today, db) => {
  test.each(['ko', 'en'] as const)(
    'twenty questions are offered, and all of them are answered (%s)',
    async (language) => {
      const text = textFor(language);
      const questions = await examplesFor(db(), { person: person('administrator'), today, text });

      expect(new Set(questions).size).toBe(20);
      for (const question of questions) {
        const asked = await ask(db(), question, { today, userId: 'U0PERSON0', before: null });
        expect('answer' in asked, question).toBe(true);
      }
    },
  );

  test('who may approve nothing is not told to ask what waits for them', async () => {
    const questions = await examplesFor(db(), { person: person('member'), today, text: textFor('ko') });

    expect(questions.join()).not.toContain('결재할');
  });
});

describe('an office’s own names are asked about', () => {
  const db = register((db) => addOffice(db, BUSAN));

  test('a place it spent at, a member it met, a pledge of its own, a district it went to, somebody with work left', async () => {
    const questions = await examplesFor(db(), { person: person('member'), today: BUSAN.today, text: textFor('ko') });
    const all = questions.join('\n');

    for (const names of [BUSAN.places, BUSAN.members, BUSAN.districts, BUSAN.people])
      expect(names.some((name) => all.includes(name))).toBe(true);
    expect(all).toMatch(/\d-\d-\d 공약/);
  });
});
