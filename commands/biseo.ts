import type { App } from '@slack/bolt';
import type { Deps } from '../src/base/deps.ts';
import { menuMessage } from '../src/desk/menu/views.ts';
import { isAdministrator } from '../src/people/rules.ts';
import { findPeople, putLanguage } from '../src/people/store.ts';
import { peopleMessage } from '../src/people/views.ts';
import type { Command } from '../src/slack/command.ts';
import type { Click } from '../src/slack/open-form.ts';
import { type Message, plainMessage } from '../src/slack/privately.ts';
import { asTyped } from '../src/slack/references.ts';
import { listenForCommand, nearestOf, type SubCommand, subCommand } from '../src/slack/sub-commands.ts';
import { turnOf } from '../src/slack/turn.ts';
import type { Visitor } from '../src/slack/visitor.ts';
import { textFor } from '../src/text/index.ts';
import type { Language } from '../src/vocabulary/language.ts';
import { askTyped, suggestedQuestions } from './biseo/ask.ts';
import { listenForBudgets, setBudget } from './biseo/budgets.ts';
import { listenForCategories, setCategory } from './biseo/categories.ts';
import { listenForChannel, openChannel } from './biseo/channel.ts';
import { menuButtons } from './biseo/menu.ts';
import { listenForPledgeChoice } from './biseo/pledge.ts';
import { listenForSettings, openSettings } from './biseo/settings.ts';
import { openReminders } from './reminder/settings.ts';
import { checking } from './report/check.ts';
import { editing } from './report/edit.ts';
import { opening, openReport } from './report/open.ts';
import { recording } from './report/records.ts';
import { releasing } from './report/release.ts';

/** What can follow the command, and who answers it; null when a form has opened instead of an answer. */
const SUB_COMMANDS: SubCommand[] = [
  {
    words: ['help', '도움말', '?', 'menu', '메뉴'],
    run: async (_rest, { person, text }) => menuMessage(person, text),
  },
  { words: ['people', '사람', '직원'], run: (_rest, visitor, _click, deps) => showPeople(visitor, deps) },
  { words: ['budget', 'budgets', '예산'], run: (rest, visitor, _click, deps) => setBudget(rest, visitor, deps) },
  { words: ['category', 'categories', '분야'], run: (rest, visitor, _click, deps) => setCategory(rest, visitor, deps) },
  { words: ['channel', '채널'], run: (_rest, visitor, click, deps) => openChannel(visitor, click, deps) },
  { words: ['settings', '설정'], run: (_rest, visitor, click, deps) => openSettings(visitor, click, deps) },
  {
    words: ['reminders', 'reminder', '알림'],
    run: (rest, visitor, click, deps) => openReminders({ ...turnOf(visitor, click, deps), typed: rest }),
  },
  {
    words: ['report', '보고', '주요업무'],
    run: (rest, visitor, click, deps) => openReport({ ...turnOf(visitor, click, deps), typed: rest }),
  },
  { words: ['language', '언어'], run: (rest, visitor, _click, deps) => setLanguage(rest, visitor, deps) },
];

export const biseo = {
  slash: ['/biseo', '/비서'],
  hears: [...menuButtons, ...suggestedQuestions, ...opening, ...editing, ...checking, ...releasing, ...recording],

  listen(app: App, deps: Deps) {
    listenForCommand(app, deps, biseo.slash, answer);
    listenForBudgets(app, deps);
    listenForCategories(app, deps);
    listenForChannel(app, deps);
    listenForSettings(app, deps);
    listenForPledgeChoice(app, deps);
  },
} satisfies Command;

async function answer(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const [first = '', ...others] = typed.split(' ');
  if (first === '') return menuMessage(visitor.person, visitor.text);
  const found = subCommand(SUB_COMMANDS, first);
  if (found) return found.run(others.join(' '), visitor, click, deps);
  const nearest = others.length === 0 ? nearestOf(SUB_COMMANDS, first) : null;
  if (!nearest) return askTyped({ ...turnOf(visitor, click, deps), typed });
  return plainMessage(visitor.text.office.unknown(asTyped(first), nearest));
}

async function showPeople({ person, text }: Visitor, { db }: Deps): Promise<Message> {
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

async function setLanguage(typed: string, { person, text }: Visitor, { db }: Deps): Promise<Message> {
  const language = LANGUAGES.get(typed.toLowerCase());
  if (!language) return { text: text.office.languageUsage };
  await putLanguage(db, person.userId, language);
  return { text: textFor(language).office.languageSaved };
}
