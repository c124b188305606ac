import { globSync, readFileSync } from 'node:fs';
import { textFor } from '../../src/text/index.ts';
import type { Language } from '../../src/vocabulary/language.ts';
import { sentencesOf } from './sentences.ts';

/** A command with what follows it, as a text gives it, and where. */
export type Example = { line: string; at: string; language: Language };

const NAMES = 'biseo|비서|expense|지출|pledge|공약|council|의회|digest|요약|followup|후속|visit|현장';
const MARKED = new RegExp(`(?:\`(/(?:${NAMES})(?: [^\`]+)?)\`|[‘“](/(?:${NAMES})(?: [^’”]+)?)[’”])`, 'g');
/** Where Slack marks nothing up: up to what ends a sentence or a list. */
const BARE = new RegExp(
  `(?<![\`‘“\\w가-힣/.])(/(?:${NAMES})(?: [^\`’”·\\n,:;()]+?)?)(?=[.,:;()]*(?:$|\\n| ·|[,:;()]|[.] ))`,
  'g',
);
/** What stands for whatever is said there. */
const HOLE = '▒';

const linesIn = (words: string): string[] => [
  ...[...words.matchAll(MARKED)].map(([, one, other]) => (one ?? other ?? '').trim()),
  ...[...words.replaceAll(MARKED, '').matchAll(BARE)].map(([, line = '']) => line.trim()),
];

/** The examples of every sentence of a language; a command with something told in it is an example of nothing. */
function ofSentences(language: Language): { line: string; at: string }[] {
  const { ask: _, usage: __, terminal: ___, ...spoken } = textFor(language);
  const found = sentencesOf(spoken, [HOLE]).flatMap(({ at, words }) => linesIn(words).map((line) => ({ at, line })));
  const holed = found.filter(({ line }) => line.includes(HOLE));
  return found.filter(
    ({ at, line }) =>
      !line.includes(HOLE) &&
      !holed.some((it) => it.at === at && line.startsWith(it.line.slice(0, it.line.indexOf(HOLE)))),
  );
}

function ofManifest(): { line: string; at: string }[] {
  const manifest = readFileSync('manifest.yml', 'utf8');
  return [...manifest.matchAll(/command: (\/\S+)[\s\S]*?usage_hint: '\[(.*)\]'/g)].flatMap(
    ([, slash = '', hint = '']) => hint.split(' | ').map((part) => ({ at: 'manifest.yml', line: `${slash} ${part}` })),
  );
}

/** Everything that help, hints, Home, the manifest and the pages of the documentation tell people to type, each once. */
export function everyExample(): Example[] {
  const pages = ['README.md', ...globSync('docs/**/*.md')].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(MARKED)].map(([, line = '']) => ({ at: file, line })),
  );
  const all = [...ofSentences('ko'), ...ofSentences('en'), ...ofManifest(), ...pages].filter(({ line }) => line !== '');
  const known = new Set<string>();
  return all.flatMap((it) => {
    if (known.has(it.line)) return [];
    known.add(it.line);
    return [{ ...it, language: /^\/[가-힣]/.test(it.line) ? 'ko' : 'en' }];
  });
}
