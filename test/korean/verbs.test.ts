import { expect, test } from 'vitest';
import { formsOf, negationsOf } from '../../src/korean/verbs.ts';

const said = (verb: string, tense: string) => formsOf(verb).flatMap((it) => (it.tense === tense ? [it.word] : []));
const denied = (verb: string) => negationsOf(verb).flatMap(({ head, tails }) => tails.map((tail) => head + tail));

test.each([
  ['가다', ['갔', '가셨'], ['간', '가신'], ['갈', '가실']],
  ['쓰다', ['썼', '쓰셨'], ['쓴', '쓰신'], ['쓸', '쓰실']],
  ['받다', ['받았', '받으셨'], ['받은', '받으신'], ['받을', '받으실']],
  ['열다', ['열었', '여셨'], ['연', '여신'], ['열', '여실']],
  ['알리다', ['알렸', '알리었', '알리셨'], ['알린', '알리신'], ['알릴', '알리실']],
  ['설명하다', ['설명했', '설명하였', '설명하셨'], ['설명한', '설명하신'], ['설명할', '설명하실']],
  ['되다', ['됐', '되었', '되셨'], ['된', '되신'], ['될', '되실']],
  ['나오다', ['나왔', '나오았', '나오셨'], ['나온', '나오신'], ['나올', '나오실']],
])('%s is conjugated', (verb, past, done, future) => {
  expect(said(verb, 'past')).toEqual(past);
  expect(said(verb, 'done')).toEqual(done);
  expect(said(verb, 'future')).toEqual(future);
});

test('what is not done is said with 안, 못, 지 않다 and 미, with the thing in front or not', () => {
  expect(denied('알리다')).toEqual(
    expect.arrayContaining(['안알린', '못알렸', '알리지않은', '알리지못한', '알리지도않았']),
  );
  expect(denied('설명하다')).toEqual(
    expect.arrayContaining(['설명안한', '설명이안된', '설명을아직못한', '설명하지않은', '미설명']),
  );
});
