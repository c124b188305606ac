import { MEMBERS_IMPORT } from '../../council/members/file-views.ts';
import { COUNCIL_NEW } from '../../council/views.ts';
import { FOLLOWUP_NEW } from '../../followup/views.ts';
import { isAdministrator, isManager } from '../../people/rules.ts';
import { PEOPLE_SHOW, PERSON_CHANGE } from '../../people/views.ts';
import { PLEDGE_IMPORT_OPEN } from '../../pledge/file-views.ts';
import { type Block, button, clip, escaped, header, section, sentence } from '../../slack/blocks.ts';
import type { Message } from '../../slack/privately.ts';
import { APPROVAL_LIST } from '../../spending/approval/views.ts';
import { BUDGET_OPEN } from '../../spending/budget/views.ts';
import { EXPENSE_NEW } from '../../spending/expense/views.ts';
import { IMPORT_OPEN } from '../../spending/imported/file-views.ts';
import type { Text } from '../../text/index.ts';
import { VISIT_SETTINGS_OPEN } from '../../visit/settings/views.ts';
import { VISIT_NEW } from '../../visit/views.ts';
import type { Person } from '../../vocabulary/person.ts';
import { MY_SETTINGS_OPEN } from '../settings/form.ts';
import { DOORS, MENU_CATEGORY, MENU_CHANNEL, MENU_PLEDGE, menuButton } from './buttons.ts';

type Buttons = Parameters<typeof row>[1];

/** `/biseo`: everything that can be done, by noun; what needs a role is offered to those who have it. */
/** `questions`: what can be asked in plain words here. */
export function menuMessage(person: Person, questions: readonly string[], text: Text): Message {
  const words = text.office.menu;
  const parts: [string, Buttons][] = [
    [words.expense, expenseButtons(text)],
    [words.visit, visitButtons(text)],
    [words.council, councilButtons(text)],
    [words.followup, followupButtons(text)],
    [words.pledge, pledgeButtons(text)],
    [words.mine, mineButtons(text)],
    ...(isManager(person) ? [[words.office, officeButtons(text)] as [string, Buttons]] : []),
    ...(isAdministrator(person) ? [[words.administration, administrationButtons(text)] as [string, Buttons]] : []),
  ];
  const help = text.office.help.join('\n');
  return {
    text: [text.office.menuLead, help, escaped(questionsOf(questions, text))].join('\n'),
    blocks: [
      header(text.office.menuTitle),
      section(text.office.menuLead),
      ...parts.flatMap(([title, buttons], i) => [sentence(`*${title}*`), row(`menu_${i}`, buttons)]),
      sentence(help),
      section(questionsOf(questions, text)),
    ],
  };
}

/** Questions that work, for whoever does not know what can be asked. */
const questionsOf = (questions: readonly string[], { ask }: Text): string =>
  [ask.askLike, ...questions.map((it) => `• ${clip(it, LONGEST_QUESTION)}`)].join('\n');
const LONGEST_QUESTION = 100;

const row = (block_id: string, elements: Extract<Block, { type: 'actions' }>['elements']): Block => ({
  type: 'actions',
  block_id,
  elements,
});

function expenseButtons({ office: { menu } }: Text): Buttons {
  return [
    button(EXPENSE_NEW, menu.record, ' ', 'primary'),
    menuButton('status', menu.status),
    menuButton('expenses', menu.expenses, '이번달'),
    button(APPROVAL_LIST, menu.approvals, ' '),
    menuButton('held', menu.held),
    menuButton('checks', menu.checks),
    menuButton('disclosure', menu.disclosure),
  ];
}

function visitButtons({ office: { menu } }: Text): Buttons {
  return [
    button(VISIT_NEW, menu.plan, ' ', 'primary'),
    menuButton('visits_today', menu.today),
    menuButton('visits_week', menu.week),
    menuButton('visit_stats', menu.visitStats),
    menuButton('programs', menu.programs),
  ];
}

function councilButtons({ office: { menu } }: Text): Buttons {
  return [
    button(COUNCIL_NEW, menu.record, ' ', 'primary'),
    menuButton('contacts', menu.contacts),
    menuButton('members', menu.members),
    menuButton('briefings', menu.briefings),
    menuButton('council_stats', menu.councilStats),
    menuButton('count_rules', menu.countRules),
  ];
}

function followupButtons({ office: { menu } }: Text): Buttons {
  return [
    button(FOLLOWUP_NEW, menu.add, ' ', 'primary'),
    menuButton('followups_mine', menu.mineFollowups),
    menuButton('followups', menu.overdue, '기한지남'),
    menuButton('followup_stats', menu.followupStats),
    menuButton('audit', menu.audit),
  ];
}

function pledgeButtons({ office: { menu } }: Text): Buttons {
  return [
    button(MENU_PLEDGE, menu.update, ' ', 'primary'),
    menuButton('pledge_state', menu.pledgeState),
    menuButton('pledges', menu.troubled, '부진'),
    menuButton('proposals', menu.proposals),
    menuButton('evaluations', menu.evaluations),
    menuButton('pledge_types', menu.pledgeTypes),
  ];
}

function mineButtons({ office }: Text): Buttons {
  return [
    button(MY_SETTINGS_OPEN, office.menu.settings, ' '),
    button(DOORS.reminderSettings, office.menu.reminders, ' '),
    menuButton('digest', office.menu.digest),
    button(PEOPLE_SHOW, office.people, ' '),
    menuButton('categories', office.menu.categories),
  ];
}

function officeButtons({ office }: Text): Buttons {
  return [
    button(BUDGET_OPEN, office.budgets, ' '),
    button(MENU_CATEGORY, office.menu.changeCategory, ' '),
    button(MENU_CHANNEL, office.menu.channel, ' '),
    menuButton('limits', office.menu.limits),
    button(DOORS.approvalSettings, office.menu.approvalSettings, ' '),
    button(DOORS.digestSettings, office.menu.digestSettings, ' '),
    button(DOORS.reminderOffice, office.menu.reminderOffice, ' '),
    button(VISIT_SETTINGS_OPEN, office.menu.visitSettings, ' '),
    button(IMPORT_OPEN, office.menu.importExpenses, ' '),
    button(MEMBERS_IMPORT, office.menu.importMembers, ' '),
    button(PLEDGE_IMPORT_OPEN, office.menu.importPledges, ' '),
  ];
}

function administrationButtons({ office }: Text): Buttons {
  return [
    button(PERSON_CHANGE, office.personAdd, 'new'),
    button(DOORS.failed, office.menu.failed, ' '),
    button(DOORS.checkUp, office.menu.checkUp, ' '),
    button(DOORS.accessRecords, office.menu.accessRecords, ' '),
    button(DOORS.retention, office.menu.retention, ' '),
    button(DOORS.holidays, office.menu.holidays, ' '),
  ];
}
