import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dayLabel, formatSlackDate, wallClock, wallClockSeconds } from '../../src/simulator/page/dates.ts';
import { checkFields, currentValues } from '../../src/simulator/page/fields.ts';
import { parseMarkdown } from '../../src/simulator/page/markdown.ts';
import { type Inline, parseInline, parseMrkdwn } from '../../src/simulator/page/mrkdwn.ts';
import { playgroundText } from '../../src/simulator/page/text.ts';
import { triggerAt } from '../../src/simulator/page/trigger.ts';
import { troubleWords } from '../../src/simulator/page/trouble.ts';
import { untilMondayNine } from '../../src/simulator/page/weeks.ts';
import type { Block } from '../../src/simulator/protocol.ts';

describe('mrkdwn', () => {
  test.each([
    ['*굵게*', '[bold 굵게]'],
    ['_기울임_ ~줄~', '[italic 기울임] [strike 줄]'],
    ['*굵고 _기운_ 말*', '[bold 굵고 [italic 기운] 말]'],
    ['`*그대로*`', '[code *그대로*]'],
    ['snake_case_name', 'snake_case_name'],
    ['*120원*을', '*120원*을'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['* 아님*', '* 아님*'],
    ['*한 줄\n넘김*', '*한 줄[break]넘김*'],
    ['(*괄호 안*)', '([bold 괄호 안])'],
    ['&lt;b&gt; &amp;amp;', '<b> &amp;'],
    ['<@U123ABC> <#C123|일정>', '[user U123ABC] [channel C123]'],
    ['<!here> <!subteam^S1|@팀>', '[broadcast here] [usergroup S1]'],
    ['<https://a.kr/?a=1&amp;b=2|여기>', '[link https://a.kr/?a=1&b=2 여기]'],
    ['<javascript:alert(1)|여기>', '<javascript:alert(1)|여기>'],
    ['https://a.kr/길.', '[link https://a.kr/길 https://a.kr/길].'],
    [':tada: :no_such_name: 10:30:15', '[emoji 🎉] :no_such_name: 10:30:15'],
    ['<!date^0000000000^{_}|*>굵지 않음*', '[date 0]굵지 않음*'],
  ])('%s', (typed, drawn) => {
    expect(parseInline(typed).map(shown).join('')).toBe(drawn);
  });

  test('quotes, lists and preformatted text stand as paragraphs of their own', () => {
    const kinds = parseMrkdwn('앞\n&gt; 인용\n> 이어서\n• 하나\n1. 둘\n```\n<@U1> *그대로*\n```뒤').map(
      (one) => one.kind,
    );

    expect(kinds).toEqual(['lines', 'quote', 'item', 'item', 'pre', 'lines']);
  });

  test('three marks quote everything that follows', () => {
    const [quote, ...rest] = parseMrkdwn('>>> 하나\n둘');

    expect(rest).toEqual([]);
    expect(quote).toMatchObject({ kind: 'quote', children: [{ kind: 'lines' }] });
  });
});

test('a markdown block has headings, nested lists, tasks, tables and code', () => {
  const parts = parseMarkdown(
    '# 제목\n\n말 **굵게**\n- 하나\n  - 둘\n- [x] 셋\n\n| 가 | 나 |\n|---|---|\n| 1 | 2 |\n\n```\nx\n```',
  );

  expect(parts.map((one) => one.kind)).toEqual(['heading', 'paragraph', 'list', 'table', 'pre']);
  expect(parts[2]).toMatchObject({ items: [{ children: [{}, { kind: 'list' }] }, { done: true }] });
  expect(parts[3]).toMatchObject({
    rows: [
      [{}, {}],
      [{}, {}],
    ],
  });
});

describe('dates', () => {
  const viewer = { locale: 'ko', zone: 'Asia/Seoul', now: new Date('2018-11-21T05:30:00Z') } as const;
  const evening = Date.parse('2018-11-21T10:05:00Z') / 1000;

  test.each([
    ['{date_num}', '2018-11-21'],
    ['{date}', '2018년 11월 21일'],
    ['{date_short_pretty} {time}', '오늘 오후 7:05'],
    ['{ago}', '4시간 후'],
    ['{nonsense}', '대신'],
  ])('%s', (format, words) => {
    expect(formatSlackDate(evening, format, '대신', viewer)).toBe(words);
  });

  test('each viewer has a zone and a language', () => {
    const away = { locale: 'en', zone: 'America/New_York', now: viewer.now } as const;

    expect(formatSlackDate(evening, '{date} {time}', '', away).replace(/\s/g, ' ')).toBe('November 21, 2018 5:05 AM');
    expect(dayLabel(new Date('2018-11-20T16:00:00Z'), viewer)).toBe('오늘');
    expect(dayLabel(new Date('2018-11-20T16:00:00Z'), { ...away, locale: 'ko' })).toBe('어제');
  });

  test('a wall clock and its moment are each other’s inverse, over a change to summer time as well', () => {
    expect(wallClock(evening, 'Asia/Seoul')).toBe('2018-11-21T19:05');
    for (const zone of ['Asia/Seoul', 'America/New_York', 'Europe/Berlin']) {
      for (const local of ['2018-03-11T06:30', '2018-03-25T12:00', '2018-11-04T12:15', '2018-12-31T23:59']) {
        expect(wallClock(wallClockSeconds(local, zone) ?? 0, zone)).toBe(local);
      }
    }
  });

  test('the next Monday at nine is ahead, on a Monday at nine too', () => {
    const hours = (now: string) => untilMondayNine(new Date(now), 'Asia/Seoul') / 3_600_000;

    expect(hours('2018-11-21T00:00:00Z')).toBe(5 * 24);
    expect(hours('2018-11-25T23:59:30Z')).toBeCloseTo(1 / 120);
    expect(hours('2018-11-26T00:00:00Z')).toBe(7 * 24);
  });
});

describe('what a form holds', () => {
  const text = { type: 'plain_text', text: '칸' };
  const input = (id: string, element: Block['element'], optional = false): Block => ({
    type: 'input',
    block_id: id,
    label: text,
    optional,
    element: { action_id: 'value', ...(element as object) },
  });
  const option = (value: string) => ({ text, value });

  test('typing survives an update by the app, a choice no longer offered does not', () => {
    const blocks = [
      input('amount', { type: 'plain_text_input' }),
      input('account', { type: 'static_select', options: [option('203-03')] }),
    ];
    const served = { amount: { value: '85,000' }, account: { value: null } };
    const typed = { amount: { value: '90,000' }, account: { value: '203-01' }, gone: { value: '사라진 칸' } };

    expect(currentValues(blocks, served, typed)).toEqual({ amount: { value: '90,000' }, account: { value: null } });
  });

  test.each([
    ['required', { type: 'plain_text_input' }, null],
    ['required', { type: 'multi_users_select' }, []],
    ['too_short', { type: 'plain_text_input', min_length: 3 }, '가나'],
    ['too_long', { type: 'plain_text_input', max_length: 2 }, '👩👩👩'],
    ['not_a_number', { type: 'number_input', is_decimal_allowed: false }, '넷'],
    ['no_decimals', { type: 'number_input', is_decimal_allowed: false }, '1.5'],
    ['too_small', { type: 'number_input', is_decimal_allowed: false, min_value: '1' }, '0'],
    ['too_large', { type: 'number_input', is_decimal_allowed: true, max_value: '100' }, '100.5'],
    ['not_an_email', { type: 'email_text_input' }, '주소'],
    ['not_a_url', { type: 'url_text_input' }, 'example'],
  ])('%s is said at the field', (problem, element, value) => {
    const values = { field: { value } };

    expect(checkFields([input('field', element)], values)).toMatchObject([{ blockId: 'field', problem }]);
  });

  test('an emoji is one character, and an optional field may stay empty', () => {
    const blocks = [
      input('short', { type: 'plain_text_input', max_length: 2 }),
      input('free', { type: 'plain_text_input', min_length: 3 }, true),
    ];

    expect(checkFields(blocks, { short: { value: '👍🎉' }, free: { value: null } })).toEqual([]);
  });
});

test.each([
  ['/지', 2, { kind: '/', query: '지', from: 0 }],
  ['/지출 8', 5, null],
  ['회의 @서', 5, { kind: '@', query: '서', from: 3 }],
  ['(#일', 3, { kind: '#', query: '일', from: 1 }],
  ['a@b.kr', 6, null],
])('typing “%s” asks for completion or not', (typed, cursor, trigger) => {
  expect(triggerAt(typed, cursor, true)).toEqual(trigger);
});

test.each([
  ['unknown_command', 'ko', '없는 명령입니다. / 를 치면 쓸 수 있는 명령이 나옵니다.'],
  ['dispatch_failed', 'en', 'It did not reach the app (dispatch_failed). Try again in a moment.'],
  ['app_error', 'ko', '앱의 답을 Slack이 받지 않습니다: what is wrong'],
  ['not_allowed', 'en', 'what is wrong'],
] as const)('trouble (%s) is said in the page’s language (%s)', (error, locale, said) => {
  const answer = { ok: false, tookMs: 0, error, sentence: 'what is wrong' } as const;

  expect(troubleWords(playgroundText[locale], answer)).toBe(said);
});

test('no sentence of the page is the same in both languages by mistake', () => {
  const { ko, en } = playgroundText;
  const same = Object.keys(ko).filter((key) => {
    const [mine, theirs] = [ko[key as keyof typeof ko], en[key as keyof typeof en]];
    return typeof mine === 'string' && mine === theirs;
  });

  expect(same).toEqual([]);
});

test('the page asks nothing of the network and writes no HTML of its own', () => {
  const folder = new URL('../../src/simulator/page/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(ts|css|html)$/.test(name),
  );
  const sources = files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');

  expect(sources).not.toMatch(/innerHTML|dangerouslySet|insertAdjacentHTML|document\.write/);
  expect(sources).not.toMatch(/url\(\s*['"]?https?:|@import|<script[^>]+src="http|fetch\(['"`]http/);
});

function shown(node: Inline): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'break':
      return '[break]';
    case 'code':
      return `[code ${node.text}]`;
    case 'link':
      return `[link ${node.url} ${node.text}]`;
    case 'emoji':
      return `[emoji ${node.text}]`;
    case 'broadcast':
      return `[broadcast ${node.range}]`;
    case 'date':
      return `[date ${node.seconds}]`;
    case 'user':
    case 'channel':
    case 'usergroup':
      return `[${node.kind} ${node.id}]`;
    default:
      return `[${node.kind} ${node.children.map(shown).join('')}]`;
  }
}
