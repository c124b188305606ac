import { isAdministrator } from '../src/people/rules.ts';
import { findPeople, putLanguage } from '../src/people/store.ts';
import { peopleMessage } from '../src/people/views.ts';
import type { Command, SubCommand, Unknown } from '../src/slack/command.ts';
import type { Message } from '../src/slack/privately.ts';
import type { Answer, Turn, Typed } from '../src/slack/turn.ts';
import { textFor } from '../src/text/index.ts';
import type { Language } from '../src/vocabulary/language.ts';
import { accessRecords, showAccessRecords } from './biseo/access-records.ts';
import { askTyped, showMenu, suggestedQuestions } from './biseo/ask.ts';
import { budgets, setBudget } from './biseo/budgets.ts';
import { categories, setCategory } from './biseo/categories.ts';
import { channelChoice, openChannel } from './biseo/channel.ts';
import { checkUp, checkUps } from './biseo/check-up.ts';
import { guiding, showGuide } from './biseo/guide.ts';
import { holidays, holidaysTyped } from './biseo/holidays.ts';
import { menuButtons } from './biseo/menu.ts';
import { pledgeChoice } from './biseo/pledge.ts';
import { retaining, showRetention } from './biseo/retention.ts';
import { mySettings, openSettings } from './biseo/settings.ts';
import { openReminders } from './reminder/settings.ts';
import { answerDemand, answering } from './report/answer.ts';
import { checking } from './report/check.ts';
import { editing } from './report/edit.ts';
import { opening, openReport } from './report/open.ts';
import { recording } from './report/records.ts';
import { releasing } from './report/release.ts';

const SUB_COMMANDS: SubCommand[] = [
  { words: ['help', '도움말', '?', 'menu', '메뉴'], run: showMenu },
  { words: ['people', '사람', '직원'], run: showPeople },
  { words: ['budget', 'budgets', '예산'], run: setBudget },
  { words: ['category', 'categories', '분야'], run: setCategory },
  { words: ['channel', '채널'], run: openChannel },
  { words: ['holidays', 'holiday', '공휴일'], run: holidaysTyped },
  { words: ['settings', '설정'], run: openSettings },
  { words: ['reminders', 'reminder', '알림'], run: openReminders },
  { words: ['report', '보고', '주요업무'], run: openReport },
  { words: ['answer', '자료', '자료요구'], run: answerDemand },
  { words: ['language', '언어'], run: setLanguage },
  { words: ['check', 'doctor', '점검'], run: checkUp },
  { words: ['guide', '설명서', '안내'], run: (turn) => showGuide(turn.typed, turn) },
  { words: ['access', '접속기록'], run: (turn) => showAccessRecords(turn.typed, 0, turn) },
  { words: ['retention', '보존', '보존기간'], run: (turn) => showRetention(turn) },
];

export const biseo = {
  slash: ['/biseo', '/비서'],
  subs: SUB_COMMANDS,
  line,
  hears: [
    ...menuButtons,
    ...checkUps,
    ...guiding,
    ...accessRecords,
    ...retaining,
    ...holidays,
    ...pledgeChoice,
    ...suggestedQuestions,
    ...budgets,
    ...categories,
    ...channelChoice,
    ...mySettings,
    ...opening,
    ...editing,
    ...checking,
    ...releasing,
    ...recording,
    ...answering,
  ],
} satisfies Command;

/** One word that looks like a command is one; anything else is a question. */
function line(turn: Typed): Promise<Answer> | Answer | Unknown {
  const { typed } = turn;
  if (typed === '') return showMenu(turn);
  return typed.includes(' ') ? askTyped(turn) : { unknown: () => askTyped(turn) };
}

async function showPeople({ db, person, text }: Turn): Promise<Message> {
  return peopleMessage(await findPeople(db), isAdministrator(person), text);
}

const LANGUAGES = new Map<string, Language>([
  ['ko', 'ko'],
  ['korean', 'ko'],
  ['한국어', 'ko'],
  ['국문', 'ko'],
  ['en', 'en'],
  ['english', 'en'],
  ['영어', 'en'],
  ['영문', 'en'],
]);

async function setLanguage(turn: Typed): Promise<Answer> {
  const { typed, db, person, text } = turn;
  if (typed === '') return openSettings(turn);
  const language = LANGUAGES.get(typed.toLowerCase());
  if (!language) return { text: text.office.languageUsage };
  await putLanguage(db, person.userId, language);
  return { text: textFor(language).office.languageSaved };
}
