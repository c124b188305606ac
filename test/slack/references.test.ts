import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asTyped, mentionedIn } from '../../src/slack/references.ts';

const NAMES = new Map([['U1', '김서연']]);

test.each([
  ['<@U1|kim.seoyeon> 외 3명', '@김서연 외 3명'],
  ['<@U2|lee.junho>님과', '@lee.junho님과'],
  ['<@U3>', '@U3'],
  ['<#C1|비서실> <#C2>', '#비서실 #C2'],
  ['<!channel> <!here|here> <!subteam^S1|@비서실>', '@channel here @비서실'],
  ['<https://biseo.test/a?b=1&amp;c=2|biseo.test> <mailto:a@b.kr|a@b.kr>', 'biseo.test a@b.kr'],
  ['R&amp;D &lt;!channel&gt;', 'R&D <!channel>'],
  ['&amp;lt;', '&lt;'],
  ['1 < 2 > 1 <간담회> <!x>', '1 < 2 > 1 <간담회> <!x>'],
  ['', ''],
])('%j was typed as %j', (sent, typed) => {
  expect(asTyped(sent, NAMES)).toBe(typed);
});

test('plain words with Slack’s escapes come back as they were', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const sent = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      expect(asTyped(sent)).toBe(typed);
    }),
  );
});

test('those who are mentioned are found', () => {
  expect(mentionedIn('<@U1|a> x<@W2> &lt;@U3&gt; <#C1|b>')).toEqual(['U1', 'W2']);
});
