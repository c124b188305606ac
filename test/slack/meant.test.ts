import { convertHangulToQwerty, convertQwertyToHangul } from 'es-hangul';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { checkPayload } from '../../src/simulator/block-kit/check.ts';
import { COMMAND_ANYWAY, meantBy } from '../../src/slack/meant.ts';
import { textFor } from '../../src/text/index.ts';
import { MEMBER, SETTINGS, startOffice } from '../support/office.ts';

const today = '2018-03-30';
const NOUNS = commands.filter(({ slash, subs }) => slash !== undefined && (subs?.length ?? 0) > 0);
const ENTERED = NOUNS.filter(({ entry }) => entry !== undefined).map(
  (command) => [command.slash?.[0] ?? '', command] as const,
);
const WORDS = [
  ...'복구 복원 되돌리기 무효취소 부활 취소 취소하기 삭제 삭제하기 지우기 제거 고치기 수정 수정하기 변경 바꾸기 도움 도와줘 도움말좀 사용법 설명서 안내 보고 보고서 리포트 통계 조회 검색 찾기 목록보기 리스트 전체보기 보여줘 엑셀 다운로드 출력 업로드 메뉴 설정 예산 잔액 지난주 이번주 다음주 이번달 지난달 다음달 올해 작년 내년 기록 새로 시작 홈 확인 내것만'.split(
    ' ',
  ),
  ...'help me,helpme,howto,how to,usage,this week,next week,this month,last month,this year,restore,undo,delete,remove,cancel,edit,change,search,find,list all,show all,report,excel,download,upload,print,menu,settings,balance,recover,new,home'.split(
    ',',
  ),
];

test.each(ENTERED)('%s asks about every word that looks like a command, and offers one that it has', (_, command) => {
  const isOwn = (word: string) => command.subs?.some(({ words }) => words.includes(word.split(' ')[0] ?? ''));
  expect(WORDS.length).toBeGreaterThan(80);
  for (const word of WORDS.filter((it) => !isOwn(it))) {
    const meant = meantBy(word, command, commands, today);

    expect(meant.length, word).toBeGreaterThan(0);
    for (const { slash, word: sub } of meant) {
      const named = commands.find((it) => it.slash?.includes(slash as `/${string}`));
      expect(
        named?.subs?.some(({ words }) => words.includes(sub)),
        `${word}: ${slash} ${sub}`,
      ).toBe(true);
    }
  }
});

test.each(ENTERED)('%s asks about the commands of every other noun, and about slips of its own', (_, command) => {
  const own = (command.subs ?? []).flatMap(({ words }) => words);
  const others = NOUNS.filter((it) => it !== command).flatMap(({ subs = [] }) => subs.flatMap(({ words }) => words));
  for (const word of new Set(others)) {
    if (own.includes(word) || word === '?') continue;
    expect(meantBy(word, command, commands, today).length, word).toBeGreaterThan(0);
  }
  for (const word of own.filter((it) => /^[a-z]{5,}$/.test(it))) {
    const slip = `${word.slice(0, 2)}${word.slice(3)}`;
    if (!own.includes(slip)) expect(meantBy(slip, command, commands, today).length, slip).toBeGreaterThan(0);
  }
});

/** Of a shorter word everything is near. */
const isSlippable = (word: string): boolean => (/[가-힣]/.test(word) ? word.length >= 2 : /^[a-z]{4,}$/.test(word));
const OWN = ENTERED.flatMap(([, command]) =>
  (command.subs ?? []).flatMap(({ words }) => words.filter(isSlippable).map((word) => ({ command, word }))),
);
const isOwn = ({ subs = [] }: (typeof NOUNS)[number], typed: string): boolean =>
  subs.some(({ words }) => words.includes(typed.toLowerCase()));

const SLIPS = ['missing', 'extra', 'wrong'] as const;
/** A word with one key of the keyboard missed, added or mistaken; null where those keys make no Hangul. */
function slipped(word: string, how: (typeof SLIPS)[number], place: number, key: string): string | null {
  const keys = [...convertHangulToQwerty(word)];
  const at = place % (how === 'extra' ? keys.length + 1 : keys.length);
  const typed = keys.toSpliced(at, how === 'extra' ? 0 : 1, ...(how === 'missing' ? [] : [key])).join('');
  if (!/[가-힣]/.test(word)) return typed;
  try {
    return convertQwertyToHangul(typed);
  } catch {
    return null;
  }
}

test('a command’s word with a letter missing, added or mistaken is asked about, and never taken for a title', () => {
  expect(OWN.length).toBeGreaterThan(100);
  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
  fc.assert(
    fc.property(
      fc.constantFrom(...OWN),
      fc.constantFrom(...SLIPS),
      fc.nat(),
      letter,
      ({ command, word }, how, at, key) => {
        const typed = slipped(word, how, at, key);
        fc.pre(typed !== null && !isOwn(command, typed));
        expect(meantBy(typed, command, commands, today), `${command.slash?.[0]} ${word}: ${typed}`).not.toEqual([]);
      },
    ),
    { numRuns: 1000 },
  );
});

test('a command’s word with a particle or a plea behind it is asked about, and the command is the first to be offered', () => {
  const behind = '을 를 은 는 이 가 도 만 에 로 으로 와 과 의 좀 요 이요 줘 해줘 하기 보여줘 해주세요 만요 을좀'.split(
    ' ',
  );
  const korean = OWN.filter(({ word }) => /[가-힣]/.test(word));
  fc.assert(
    fc.property(fc.constantFrom(...korean), fc.constantFrom(...behind), ({ command, word }, particle) => {
      fc.pre(!isOwn(command, `${word}${particle}`));
      const [first] = meantBy(`${word}${particle}`, command, commands, today);
      expect(first?.slash, `${word}${particle}`).toBe(command.slash?.[0]);
      expect(isOwn(command, first?.word ?? ''), `${word}${particle}: ${first?.word}`).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('a word of another noun begins a title where others follow it', () => {
  const [expense] = ENTERED.filter(([slash]) => slash === '/expense').map(([, command]) => command);
  expect(expense).toBeDefined();
  if (expense) {
    expect(meantBy('의원과 오찬', expense, commands, today)).toEqual([]);
    expect(meantBy('의원을', expense, commands, today)).toMatchObject([{ slash: '/council', word: '의원' }]);
  }
});

test.each(ENTERED)('%s takes a line of many words as what it says', (_, command) => {
  for (const line of [
    '보고서 초안을 다시 써야 함',
    '감사 인사를 드리러 상인회에 감',
    'report about the market to be written',
    '미진 조례 개정',
  ]) {
    expect(meantBy(line, command, commands, today), line).toEqual([]);
  }
});

test.each(
  SETTINGS.flatMap((setting) =>
    (
      [
        ['/expense', 'undo 85', 'record'],
        ['/visit', '복구', 'plan'],
        ['/followup', '보고서', 'add'],
        ['/council', '무효취소', 'log'],
        ['/followup', setting.language === 'ko' ? '목록을' : 'lst', 'add'],
        ['/visit', setting.language === 'ko' ? '통게' : 'stast', 'plan'],
      ] as const
    ).map((it) => ({ setting, slash: it[0], typed: it[1] })),
  ),
)(
  '$slash $typed is asked about; one button runs what was meant, another opens the form with the line',
  async ({ setting, slash, typed }) => {
    const { slack } = await startOffice(setting);
    const { conversation } = textFor(setting.language);
    const me = slack.as(MEMBER);

    await me.type(slash, typed);
    const asked = await me.reads((it) => it.buttons.includes(conversation.meant.anyway));
    expect(me.view()).toBeUndefined();
    expect(asked.buttons.length).toBeLessThanOrEqual(5);
    expect(asked.private).toBe(true);
    expect(asked.text.split('\n')[0]).toContain(asked.buttons[0]?.split(' ').slice(0, 2).join(' '));
    for (const label of asked.buttons.slice(0, -1))
      expect(label).toMatch(setting.language === 'ko' ? /^\/[가-힣]/ : /^\/[a-z]/);
    const [first = ''] = asked.buttons;
    await me.press(first, { in: asked });
    await me.reads((it) => it.ts > asked.ts && !it.buttons.includes(conversation.meant.anyway));

    await me.press(COMMAND_ANYWAY, { in: asked });

    const form = await me.seesView();
    const [word = ''] = typed.split(' ');
    expect(Object.values(form.fields).map(({ value }) => value)).toContainEqual(expect.stringContaining(word));
  },
);

test('an office asked for what it has no command for answers as before, and a slip offers the command', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  for (const [slash, typed, label] of [
    ['/비서', '도움', '/비서 도움말'],
    ['/비서', 'langage', '/비서 언어'],
    ['/공약', 'statsu', '/공약 현황'],
    ['/요약', '보낵', '/요약 올리기'],
  ] as const) {
    const before = me.lastAnswer()?.ts ?? '';
    await me.type(slash, typed);
    expect((await me.reads((it) => it.ts > before)).buttons, `${slash} ${typed}`).toContain(label);
  }
  await me.type('/공약', '없는공약이름');
  await me.reads('없는공약이름');
  for (const { request } of slack.traffic().filter((it) => it.kind === 'response_url'))
    expect(checkPayload(request, 'message')).toEqual([]);
});
