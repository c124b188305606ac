import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { actorName } from '../../src/people/actors.ts';
import { textFor } from '../../src/text/index.ts';

/** What stands as the actor of a change and is nobody's user id. */
const IMPERSONAL = /(?:actor: |(?:const|export const) (?:OPERATOR|APP) = )'([a-z]+)'/g;
const impersonal = globSync('{src,commands}/**/*.ts').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(IMPERSONAL)].map(([, actor = '']) => actor),
);

test.each(['ko', 'en'] as const)(
  'a history calls what acted without a person by a word, never by what it is called inside (%s)',
  (language) => {
    const text = textFor(language);
    expect(new Set(impersonal)).toContain('sample');
    for (const actor of impersonal) expect(actorName(actor, new Map(), text)).not.toBe(actor);
    expect(actorName('U1', new Map([['U1', '김서연']]), text)).toBe('김서연');
  },
);
