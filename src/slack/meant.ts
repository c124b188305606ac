import { z } from 'zod';
import { parsePeriod } from '../korean/period.ts';
import { suggest } from '../korean/suggest.ts';
import type { Language } from '../vocabulary/language.ts';
import { button, clip, escaped, LONGEST, section } from './blocks.ts';
import { type Command, jsonOf, type Press, press, type SubCommand } from './command.ts';
import type { Message } from './privately.ts';
import type { Answer, Typed } from './turn.ts';

/**
 * What people type as a command though it is none of this noun's, and the sub-commands that come nearest to it, by one of their words.
 * `복구` of a noun that has no way back is answered with what shows and lists.
 */
const LIKE: readonly (readonly [typed: RegExp, means: readonly string[]])[] = [
  [
    /^(?:복구|복원|되돌리기|되돌려|무효취소|취소취소|부활|restore|undo|unvoid|recover|revert)$/i,
    ['restore', 'reopen', 'void', 'list'],
  ],
  [/^(?:취소|취소하기|삭제|삭제하기|지우기|제거|delete|remove|cancel)$/i, ['void', 'cancel', 'edit']],
  [/^(?:고치기|수정하기|변경|변경하기|바꾸기|modify|change|update)$/i, ['edit', 'update', 'move']],
  [/^(?:도움|도와줘|도움요청|사용법|설명서|안내|manual|usage|how|howto)$/i, ['help']],
  [/^(?:보고|보고서|리포트|통계표|report|reports|summary)$/i, ['report', 'stats', 'status', 'export', 'list']],
  [
    /^(?:조회|검색|찾기|찾아줘|보여줘|보여주기|리스트|전체|전체보기|목록보기|search|find|lists|all|views?)$/i,
    ['list', 'show', 'members'],
  ],
  [/^(?:엑셀|다운로드|내려받기|저장하기|출력|인쇄|excel|print|download|csv|xlsx)$/i, ['export']],
  [/^(?:업로드|올리기|불러오기|upload|load)$/i, ['import', 'receipt']],
  [/^(?:메뉴|설정|환경설정|menu|setting|settings|config)$/i, ['settings', 'limits', 'rules', 'help']],
  [/^(?:예산|잔액|budget|balance)$/i, ['status', 'budget', 'stats']],
];
/** Words that say nothing of a record while they stand alone. */
const ALONE: typeof LIKE = [
  [
    /^(?:기록|기록하기|등록하기|입력|새로|시작|홈|안녕|new|create|record|enter|start|home|hello|hi)$/i,
    ['add', 'list', 'help'],
  ],
  [/^(?:확인|확인하기|검토|review|verify)$/i, ['check', 'problems', 'list']],
  [/^(?:내것만|제것|제꺼|my|own)$/i, ['mine']],
];
const PERIOD = /^(?:(?:저저번|저번|지난|이번|금|다음|다다음) ?(?:주|달|분기|해)|올해|작년|내년|last|this|next)$/i;

/** What stands right behind a word when somebody asks for it: a particle, or a plea (`목록을`, `보기좀`, `통계해줘`). */
const BEHIND =
  /(?:하는법|해주세요|보여줘|주세요|으로|에서|에게|이요|하기|할래|해요|해줘|[을를은는이가도만에로와과의좀요줘])$/;

/** Words beside the first: more of them are a line to enter, unless the first is nearly a command of this noun. */
const MOST_BESIDE = 1;
const MOST_MEANT = 3;

/** A command that could have been meant, with what follows it. */
const Meant = z.object({ slash: z.string(), word: z.string(), rest: z.string() });
type Meant = z.infer<typeof Meant>;

const COMMAND_MEANT = 'command_meant';
export const COMMAND_ANYWAY = 'command_anyway';

/** The commands that come near to what was typed, this noun's own first; none where it looks like no command. */
export function meantBy(typed: string, command: Command, all: readonly Command[], today: string): Meant[] {
  const [first = '', ...others] = typed.split(' ');
  const { subs = [], slash: [slash = '/'] = [] } = command;
  const rest = others.join(' ');
  if (first === '' || /\d/.test(first) || subOf(subs, first)) return periodMeant(typed, command, all, today);
  const stem = first.replace(BEHIND, '');
  const stems = [stem, stem.replace(BEHIND, '')];
  // Beside other words, what belongs to another noun may well begin a title: 의원과 오찬.
  const forms = others.length === 0 ? [first, ...stems] : [first];
  const tables = others.length === 0 ? [...LIKE, ...ALONE] : LIKE;
  const like = tables.find(([words]) => forms.some((it) => words.test(it)))?.[1] ?? [];
  const elsewhere = all
    .filter((it) => it !== command && it.line !== undefined)
    .flatMap(({ subs: theirs = [], slash: [named = ''] = [] }) => {
      const word = forms.find((it) => subOf(theirs, it));
      return word ? [{ slash: named, word: word.toLowerCase(), rest }] : [];
    });
  // A word that says something by itself is no slip: `report` is not `import`.
  const near = like.length > 0 || elsewhere.length > 0 ? null : suggest(first, wordsOf(subs));
  if (others.length > MOST_BESIDE && !near) return [];
  const asked = stems.find((it) => subOf(subs, it)) ?? near;
  const own = asked ? [{ slash, word: asked, rest }] : [];
  const ofLike = like.flatMap((word) => (subOf(subs, word) ? [{ slash, word, rest }] : []));
  const found = [...own, ...ofLike, ...periodMeant(typed, command, all, today), ...elsewhere];
  const fallback =
    found.length === 0 && like.length > 0 && subOf(subs, 'list') ? [{ slash, word: 'list', rest: '' }] : [];
  return [...found, ...fallback]
    .filter((it, at, them) => them.findIndex((other) => sameCommand(it, other, all)) === at)
    .slice(0, MOST_MEANT);
}

/** `다음주`, `이번달` alone: what lists that period. */
function periodMeant(typed: string, command: Command, all: readonly Command[], today: string): Meant[] {
  const period = typed.length <= LONGEST_PERIOD ? parsePeriod(typed, today) : null;
  if (!PERIOD.test(typed) && (period === null || period.kind === 'day')) return [];
  const weekly = all.find(({ subs = [] }) => subOf(subs, 'week'));
  const own = ['week', 'list', 'status'].find((word) => subOf(command.subs ?? [], word));
  const byWeek =
    /주|week/i.test(typed) && weekly && weekly !== command
      ? [{ slash: weekly.slash?.[0] ?? '', word: 'week', rest: typed }]
      : [];
  return [...(own ? [{ slash: command.slash?.[0] ?? '', word: own, rest: typed }] : []), ...byWeek];
}
const LONGEST_PERIOD = 20;

const subOf = (subs: readonly SubCommand[], word: string): SubCommand | undefined =>
  subs.find(({ words }) => words.includes(word.toLowerCase()));

/** What can be named, and so be suggested. */
const wordsOf = (subs: readonly SubCommand[]): string[] =>
  subs.flatMap(({ words }) => words).filter((word) => word !== '?');

const commandNamed = (slash: string, all: readonly Command[]): Command | undefined =>
  all.find((command) => command.slash?.includes(slash as `/${string}`));

const subMeant = ({ slash, word, rest }: Meant, all: readonly Command[]): SubCommand | undefined => {
  const named = (commandNamed(slash, all)?.subs ?? []).filter(({ words }) => words.includes(word));
  return named.find(({ fits }) => fits?.(rest) ?? true) ?? named[0];
};

const sameCommand = (one: Meant, other: Meant, all: readonly Command[]): boolean =>
  one.slash === other.slash && subMeant(one, all) === subMeant(other, all);

/** The command in their language; of a slip its word as it is near to what was typed. */
const asNamed = (language: Language, typed: string, meant: Meant, all: readonly Command[]): string =>
  suggest(typed, [meant.word])
    ? [saidIn(language, { ...meant, word: '', rest: '' }, all), meant.word].join(' ')
    : saidIn(language, { ...meant, rest: '' }, all);

/** As somebody would type it in their language: `/지출 되살리기 E12`. */
function saidIn(language: Language, meant: Meant, all: readonly Command[]): string {
  const isOfLanguage = (word: string) => /[가-힣]/.test(word) === (language === 'ko');
  const slash = commandNamed(meant.slash, all)?.slash?.find(isOfLanguage) ?? meant.slash;
  const word = subMeant(meant, all)?.words.find(isOfLanguage) ?? meant.word;
  return [slash, word, meant.rest].filter(Boolean).join(' ');
}

/** Whether this was meant, and what else: a button for each, and one that takes the line as it is where it can be entered. */
export function meantMessage(meant: readonly Meant[], command: Command, all: readonly Command[], turn: Typed): Message {
  const { typed, text } = turn;
  const { unknown, anyway } = text.conversation.meant;
  const slash = command.slash?.[0] ?? '';
  const help = subOf(command.subs ?? [], 'help') ? [{ slash, word: 'help', rest: '' }] : [];
  const offered = [...meant, ...help].filter(
    (it, at, them) => them.findIndex((other) => sameCommand(it, other, all)) === at,
  );
  const buttons = offered.map((it, at) =>
    button(
      `${COMMAND_MEANT}_${at}`,
      clip(saidIn(text.language, it, all), LONGEST.option),
      JSON.stringify(it),
      at === 0 ? 'primary' : undefined,
    ),
  );
  const line = command.entry ? [button(COMMAND_ANYWAY, anyway, JSON.stringify({ slash, typed }))] : [];
  const [nearest] = meant;
  const [first = ''] = typed.split(' ');
  const said = unknown(first, nearest ? asNamed(text.language, first, nearest, all) : '');
  return {
    text: escaped([said, ...offered.map((it) => saidIn(text.language, it, all))].join('\n')),
    blocks: [section(said), { type: 'actions', elements: [...buttons, ...line] }],
  };
}

/** A line that a button could not carry is no slip of a command. */
export const isAskable = (typed: string): boolean => JSON.stringify({ slash: '', typed }).length < LONGEST.value - 100;

/** What the buttons do. */
export const meantPresses = (all: readonly Command[]): Press[] => [
  ...Array.from({ length: MOST_MEANT + 1 }, (_, at) =>
    press(`${COMMAND_MEANT}_${at}`, jsonOf(Meant), (turn): Promise<Answer> | Answer => {
      const { pressed } = turn;
      return subMeant(pressed, all)?.run({ ...turn, typed: pressed.rest }) ?? null;
    }),
  ),
  press(COMMAND_ANYWAY, jsonOf(z.object({ slash: z.string(), typed: z.string() })), (turn) => {
    const { slash, typed } = turn.pressed;
    return commandNamed(slash, all)?.entry?.open({ ...turn, typed }) ?? null;
  }),
];
