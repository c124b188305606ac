import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RULES } from '../../src/spending/check/rules/all.ts';
import { SOURCES } from '../../src/spending/check/rules/sources.ts';
import { documentedRules } from '../../src/terminal/spending-rules.ts';
import { SOURCE_IDS } from '../../src/vocabulary/check.ts';
import { biseoHere } from '../support/terminal.ts';

test('docs/rules.md says what the rules say: write it anew with npm run -s rules -- --out docs/rules.md', () => {
  expect(readFileSync('docs/rules.md', 'utf8')).toBe(documentedRules());
});

test('each rule has a source, and each source a rule and a day', () => {
  const cited = new Set<string>(RULES.flatMap(({ sources }) => sources));
  expect(SOURCE_IDS.filter((id) => !cited.has(id))).toEqual([]);
  for (const { id, sources } of RULES) expect(sources.length, id).toBeGreaterThan(0);
  for (const id of SOURCE_IDS) expect(SOURCES[id].checked, id).toMatch(/^2026-\d{2}(?:-\d{2})?$/);
});

test('the terminal shows them in the office’s language', async () => {
  const { out } = await biseoHere(['rules']);
  expect(out).toContain('### 19. 공직자 등 선물 한도');
  expect(out).toContain('제17조 제2항');
});
