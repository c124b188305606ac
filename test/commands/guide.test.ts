import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { textFor } from '../../src/text/index.ts';
import { GUIDE_OPEN, guideMessage, LONGEST_PAGE, PAGE_NAMES } from '../../src/upkeep/guide/views.ts';
import { MEMBER, SETTINGS, startOffice } from '../support/office.ts';

test.each(SETTINGS)('help names the page, which is the one in docs/ ($connection, $language)', async (setting) => {
  const { slack } = await startOffice(setting);
  const ko = setting.language === 'ko';
  const person = slack.as(MEMBER);
  await person.type(ko ? '/지출 도움말' : '/expense help');
  await person.reads(ko ? '/비서 설명서 지출' : '/biseo guide expense');

  await person.type(ko ? '/비서 설명서 지출' : '/biseo guide expense');
  const page = await person.reads('한 줄로 적으면');
  expect(page.text).toContain('/지출 85000 미진 4명 조례 개정 간담회 시책 카드');
  expect(page.text).not.toContain('pictures');

  await person.choose(GUIDE_OPEN, 'followup', { in: page });
  await person.reads('약속한 것을 끝까지');
});

test.each(SETTINGS)('the guide opens on a page in the reader’s language ($connection, $language)', async (setting) => {
  const { slack } = await startOffice(setting);
  const person = slack.as(MEMBER);
  const ko = setting.language === 'ko';
  await person.type(ko ? '/비서 설명서' : '/biseo guide');
  await person.reads(ko ? '비서: 메뉴, 질문, 내 설정' : 'Biseo in short');
});

test.each(PAGE_NAMES)('%s.md fits into a message', (name) => {
  const markdown = readFileSync(`docs/guide/${name}.md`, 'utf8');
  const { text } = guideMessage(name, markdown, textFor('ko'));
  expect([...text].length).toBeLessThan(LONGEST_PAGE);
  expect(text.startsWith('# ')).toBe(true);
  // A line that ends where the file's line did would end in the middle of a sentence.
  expect(text.match(/[^\s.!?:)*#|]\n[^\s#|>*-]/g)?.filter((it) => !/\n\d/.test(it)) ?? []).toEqual([]);
});
