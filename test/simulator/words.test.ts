import { expect, test } from 'vitest';
import type { Block } from '../../src/simulator/protocol.ts';
import { plainText, wordsOf } from '../../src/simulator/words.ts';
import { startQuiet } from './raw-app.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const block = (it: { type: string; [key: string]: unknown }): Block => ({
  block_id: 'b',
  ...JSON.parse(JSON.stringify(it)),
});

test.each([
  ['<@U0OHMANAGE> 님께', '@오세라 님께'],
  ['<#C0OFFICE01|x>', '#비서실'],
  ['<https://example.com|여기>', '여기'],
  ['<!date^1772420400^{date_short}|3월 2일>', '3월 2일'],
  ['&lt;b&gt; &amp; 5', '<b> & 5'],
])('%s reads %s', async (markup, read) => {
  const { slack } = await startQuiet();

  expect(plainText(slack.workspace, markup)).toBe(read);
});

test('blocks are read line by line, buttons in brackets', async () => {
  const { slack } = await startQuiet();
  const words = wordsOf(slack.workspace, [
    block({ type: 'header', text: plain('집행현황') }),
    block({ type: 'section', text: { type: 'mrkdwn', text: '*합계*' }, fields: [plain('85,000원'), plain('4명')] }),
    block({
      type: 'table',
      rows: [
        [
          { type: 'raw_text', text: '과목' },
          { type: 'raw_text', text: '금액' },
        ],
        [
          { type: 'raw_text', text: '시책' },
          { type: 'raw_number', value: 85000, text: '85,000' },
        ],
      ],
    }),
    block({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: '안녕 ' },
            { type: 'user', user_id: 'U0OHMANAGE' },
          ],
        },
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '하나' }] }],
        },
      ],
    }),
    block({ type: 'actions', elements: [{ type: 'button', action_id: 'a', text: plain('취소') }] }),
  ]);

  expect(words.split('\n')).toEqual([
    '집행현황',
    '*합계*',
    '85,000원',
    '4명',
    '과목 | 금액',
    '시책 | 85,000',
    '안녕 @오세라',
    '• 하나',
    '[취소]',
  ]);
});
