import type { types } from '@slack/bolt';
import { BUDGET_OPEN } from '../budget/views.ts';
import { EXPENSE_NEW, EXPENSE_STATUS } from '../expense/views.ts';
import { PEOPLE_SHOW } from '../person/views.ts';
import { type Block, button, header, section, sentence } from '../slack/blocks.ts';
import type { Message } from '../slack/privately.ts';
import type { Text } from '../text/index.ts';

/** `/biseo`: what can be done, as buttons and as commands. */
export function menuMessage(text: Text): Message {
  const help = text.office.help.join('\n');
  return {
    text: [text.office.menuLead, help].join('\n'),
    blocks: [header(text.office.menuTitle), section(text.office.menuLead), quickButtons(text), sentence(help)],
  };
}

export function homeView(known: boolean, text: Text): types.HomeView {
  const blocks: Block[] = known
    ? [quickButtons(text), sentence(text.office.home.lead), sentence(text.office.help.join('\n'))]
    : [sentence(text.office.home.stranger)];
  return { type: 'home', blocks: [header(text.office.menuTitle), section(text.office.menuLead), ...blocks] };
}

const quickButtons = (text: Text): types.ActionsBlock => ({
  type: 'actions',
  elements: [
    button(EXPENSE_NEW, text.office.recordExpense, ' ', 'primary'),
    button(EXPENSE_STATUS, text.office.showStatus, ' '),
    button(PEOPLE_SHOW, text.office.people, ' '),
    button(BUDGET_OPEN, text.office.budgets, ' '),
  ],
});
