export type Said = { at: string; words: string };

/** Whatever a sentence takes: a word, an object whose every field is that word, a text that can be asked anything of. */
const standIn = (word: string): unknown =>
  new Proxy(new String(word), {
    get(of, key) {
      if (key === Symbol.toPrimitive || key === 'toString' || key === 'valueOf') return () => word;
      if (key === Symbol.iterator) return [word, word][Symbol.iterator].bind([word, word]);
      if (typeof key === 'symbol') return Reflect.get(of, key);
      const own = Reflect.get(String.prototype, key) as unknown;
      return typeof own === 'function' ? own.bind(word) : word;
    },
  });

/**
 * Every sentence under `value`, where it stands. A sentence that is made of something is made of `words` in turn, of small numbers, of
 * nothing, and of each word that its own code asks about, so that all of its ways of speaking are heard.
 */
export function sentencesOf(value: unknown, words: readonly string[], at = ''): Said[] {
  if (typeof value === 'string') return [{ at, words: value }];
  if (typeof value === 'function') return spoken(value as (...of: unknown[]) => unknown, words, at);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => sentencesOf(inner, words, at === '' ? key : `${at}.${key}`));
  return [];
}

function spoken(say: (...of: unknown[]) => unknown, words: readonly string[], at: string): Said[] {
  const asked = [...String(say).matchAll(/(['"])((?:(?!\1).)*)\1/g)].map((it) => it[2] ?? '').slice(0, 12);
  const choices: unknown[] = [0, 1, 2, 3, true, false, null, ...asked, ...words];
  // An object of facts has no other ways; what stands beside it may.
  const first = /^(async )?\(\{/.test(String(say)) ? 1 : 0;
  const calls = words.flatMap((word) => {
    const usual: unknown[] = Array.from({ length: Math.max(say.length, 4) }, () => standIn(word));
    const places = [...usual.keys()].slice(first);
    return [usual, ...places.flatMap((place) => choices.map((choice) => usual.with(place, choice)))];
  });
  const said = calls.flatMap((call) => {
    try {
      // A number or nothing where an object of facts belongs is no way to speak.
      return sentencesOf(say(...call), words, at).filter((it) => !it.words.includes('undefined'));
    } catch {
      return []; // Not something this sentence can be made of.
    }
  });
  return [...new Map(said.map((it) => [it.words, it])).values()];
}
