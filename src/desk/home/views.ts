import type { types } from '@slack/bolt';
import { briefingName, missingOf } from '../../council/policies/rules.ts';
import { BRIEF_SHOW } from '../../council/policies/views.ts';
import { COUNCIL_NEW } from '../../council/views.ts';
import { FOLLOWUP_NEW } from '../../followup/views.ts';
import { formatDay } from '../../korean/day-words.ts';
import { formatWon } from '../../korean/won.ts';
import { isAdministrator } from '../../people/rules.ts';
import { ACCESS_ADD, ACCESS_DISMISS } from '../../people/views.ts';
import { nameOf } from '../../people/zones.ts';
import { type Block, button, clip, context, header, section, sentence } from '../../slack/blocks.ts';
import { APPROVAL_LIST } from '../../spending/approval/views.ts';
import { EXPENSE_NEW } from '../../spending/expense/views.ts';
import { owedSpendRow } from '../../spending/saving/owed-views.ts';
import type { Text } from '../../text/index.ts';
import { VISIT_NEW } from '../../visit/views.ts';
import { namesWords } from '../../visit/words.ts';
import { DOORS, MENU_PLEDGE, menuButton } from '../menu/buttons.ts';
import { MY_SETTINGS_OPEN } from '../settings/form.ts';
import { setupRows } from '../setup/views.ts';
import { dayBlocks, followupBlocks } from './day-views.ts';
import { officeBlocks } from './office-views.ts';
import { type HomePage, NEWS, SHOWN } from './page.ts';

export const ACCESS_ASK = 'access_ask';
export const NEWS_READ = 'news_read';

export function homeView(page: HomePage, text: Text): types.HomeView {
  const blocks: Block[] = [
    header(text.home.title(page.person.name, formatDay(page.today, text.language, page.today))),
    recordButtons(text),
    context(text.home.answersThere),
    ...owedBlocks(page, text),
    ...unexplainedBlocks(page, text),
    ...(page.newcomer ? firstBlocks(text) : newsBlocks(page, text)),
    ...setupBlocks(page, text),
    ...waitingBlocks(page, text),
    ...toCheckBlocks(page, text),
    ...dayBlocks(page, text),
    ...followupBlocks(page, text),
    ...officeBlocks(page, text),
    ...settingsBlocks(page, text),
  ];
  return { type: 'home', blocks };
}

/** A form for each of the office's nouns. */
export const recordButtons = (text: Text): types.ActionsBlock => ({
  type: 'actions',
  elements: [
    button(EXPENSE_NEW, text.home.record.expense, ' ', 'primary'),
    button(VISIT_NEW, text.home.record.visit, ' '),
    button(COUNCIL_NEW, text.home.record.council, ' '),
    button(FOLLOWUP_NEW, text.home.record.followup, ' '),
    button(MENU_PLEDGE, text.home.record.pledge, ' '),
    menuButton('menu', text.home.menu),
  ],
});

function firstBlocks(text: Text): Block[] {
  const { first, mine } = text.home;
  return [
    header(first.title),
    sentence(first.steps.join('\n')),
    {
      type: 'actions',
      block_id: 'first',
      elements: [button(MY_SETTINGS_OPEN, mine.title, ' '), button(DOORS.reminderSettings, mine.reminders, ' ')],
    },
  ];
}

/** What the last upgrade changed for who was here before it, until they have read it: once. */
function newsBlocks({ news }: HomePage, text: Text): Block[] {
  const { title, lines, read } = text.home.news;
  if (!news) return [];
  return [
    header(title(NEWS)),
    sentence(lines.join('\n')),
    { type: 'actions', block_id: 'news', elements: [button(NEWS_READ, read, NEWS)] },
  ];
}

function setupBlocks({ missing, failed }: HomePage, text: Text): Block[] {
  const { title, failed: failedWords, showFailed } = text.home.setup;
  const sent = failed > 0 ? [section(failedWords(formatWon(failed)), button(DOORS.failed, showFailed, ' '))] : [];
  if (missing.length === 0) return sent;
  return [...sent, header(`${title} · ${missing.length}`), ...setupRows(missing.slice(0, SHOWN.setup), text)];
}

function waitingBlocks({ requests, proposals, approvals }: HomePage, text: Text): Block[] {
  const words = text.home.waiting;
  if (requests.count + proposals + approvals === 0) return [];
  const rest = requests.count - requests.shown.length;
  return [
    header(words.title),
    ...requests.shown.flatMap((userId): Block[] => [
      sentence(words.access(`<@${userId}>`)),
      {
        type: 'actions',
        block_id: `access_${userId}`,
        elements: [
          button(ACCESS_ADD, text.access.add, userId, 'primary'),
          button(ACCESS_DISMISS, text.access.dismiss, userId),
        ],
      },
    ]),
    ...(rest > 0 ? [context(words.moreAccess(formatWon(rest)))] : []),
    ...(approvals > 0
      ? [section(words.approvals(formatWon(approvals)), button(APPROVAL_LIST, text.home.open, ' '))]
      : []),
    ...(proposals > 0
      ? [section(words.proposals(formatWon(proposals)), menuButton('proposals', words.showProposals))]
      : []),
  ];
}

/** What this person's own spends want of them. */
function owedBlocks({ owed, today }: HomePage, text: Text): Block[] {
  if (owed.length === 0) return [];
  const rest = owed.length - SHOWN.owed;
  return [
    header(text.home.owed(formatWon(owed.length))),
    ...owed.slice(0, SHOWN.owed).map((it) => {
      const { words, show } = owedSpendRow(it, { text, today });
      return section(words, show);
    }),
    ...(rest > 0 ? [context(text.home.waiting.more(formatWon(rest)))] : []),
  ];
}

/** What this person announced to the council's surprise: who has still to hear of it. */
function unexplainedBlocks({ unexplained, today }: HomePage, text: Text): Block[] {
  if (unexplained.length === 0) return [];
  const rest = unexplained.length - SHOWN.unexplained;
  return [
    header(text.home.toCheck.says.unexplained(formatWon(unexplained.length))),
    ...unexplained.slice(0, SHOWN.unexplained).map(({ briefing, states }) => {
      const missing = missingOf(states).map(({ name }) => name);
      const lines = [
        `${briefingName(briefing.id)} · ${text.council.brief.announced(formatDay(briefing.announcedOn, text.language, today))}`,
        clip(briefing.policy.replaceAll('\n', ' '), 150),
        ...(missing.length > 0
          ? [text.reminder.notHeard(formatWon(missing.length), namesWords(missing, 5, text))]
          : []),
      ];
      const words = clip(lines.join('\n'), LONGEST_ROW);
      return section(words, button(BRIEF_SHOW, text.council.show, briefingName(briefing.id)));
    }),
    ...(rest > 0 ? [context(text.home.waiting.more(formatWon(rest)))] : []),
  ];
}

const LONGEST_ROW = 300;

/** A count for each thing, and the button that opens its list. */
function toCheckBlocks({ toCheck }: HomePage, text: Text): Block[] {
  if (toCheck.length === 0) return [];
  const { title, says, open } = text.home.toCheck;
  const doors: Record<HomePage['toCheck'][number]['what'], types.Button> = {
    overdue: menuButton('followups', open, 'overdue'),
    undated: menuButton('followups', open, 'undated'),
    resultless: menuButton('visits', open, 'resultless'),
    unshared: menuButton('visits', open, 'untold'),
    unexplained: menuButton('briefings', open, 'unexplained'),
    approvals: button(APPROVAL_LIST, open, ' '),
    held: menuButton('held', open),
    failed: button(DOORS.failed, open, ' '),
    late: button(DOORS.checkUp, text.office.menu.checkUp, ' '),
  };
  return [header(title), ...toCheck.map(({ what, count }) => section(says[what](formatWon(count)), doors[what]))];
}

function settingsBlocks({ person, settings, language, officeZone, today }: HomePage, text: Text): Block[] {
  const words = text.home.mine;
  const zone = nameOf(settings.timezone ?? officeZone, text.language, new Date(today));
  const { quiet } = settings;
  const said = [
    words.words(text.home.settings.languages[language], zone),
    quiet.from === quiet.to ? words.noQuiet : words.quiet(quiet.from, quiet.to),
    ...(quiet.freeDays ? [words.freeDays] : []),
    settings.digest ? words.digest : words.noDigest,
  ].join(' · ');
  return [
    header(words.title),
    section(said),
    {
      type: 'actions',
      block_id: 'settings',
      elements: [
        button(MY_SETTINGS_OPEN, words.title, ' '),
        button(DOORS.reminderSettings, words.reminders, ' '),
        ...(isAdministrator(person) ? [button(DOORS.checkUp, text.office.menu.checkUp, ' ')] : []),
      ],
    },
  ];
}

/** For who is not on the list: `asked` once the administrators know, `guest` for accounts that cannot be added. */
export function strangerView(who: 'stranger' | 'asked' | 'guest', text: Text): types.HomeView {
  const words = text.home.stranger;
  const blocks: Block[] = {
    guest: [section(words.guest)],
    asked: [section(words.lead), section(words.asked)],
    stranger: [
      section(words.lead),
      { type: 'actions' as const, elements: [button(ACCESS_ASK, words.ask, ' ', 'primary')] },
    ],
  }[who];
  return { type: 'home', blocks: [header(text.office.menuTitle), ...blocks] };
}
