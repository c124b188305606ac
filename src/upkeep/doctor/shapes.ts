import { contactForm, LOG } from '../../council/form.ts';
import { channelForm } from '../../desk/menu/forms.ts';
import { menuMessage } from '../../desk/menu/views.ts';
import { importForm as importDemandsForm } from '../../followup/file-views.ts';
import { ADD, owedForm } from '../../followup/form.ts';
import { helpMessage as followupHelp } from '../../followup/views.ts';
import type { View } from '../../slack/blocks.ts';
import type { Message } from '../../slack/privately.ts';
import { budgetForm } from '../../spending/budget/views.ts';
import { expenseForm, EMPTY_FORM as NO_SPEND } from '../../spending/expense/form.ts';
import { helpMessage as expenseHelp } from '../../spending/expense/views.ts';
import { importForm } from '../../spending/imported/file-views.ts';
import type { Text } from '../../text/index.ts';
import { SCHEDULE, visitForm } from '../../visit/form.ts';
import { helpMessage as visitHelp } from '../../visit/views.ts';
import { PROGRAM_KINDS } from '../../vocabulary/visit.ts';

type Shape = { name: string } & ({ view: View } | { message: { blocks: NonNullable<Message['blocks']> } });

const DAY = '2018-01-01';
const ADMINISTRATOR = { userId: 'U00000000', name: '비서', role: 'administrator', language: null } as const;

/** The forms and messages that can be drawn without any record, which is how Slack sees them first. */
export function shapes(text: Text): Shape[] {
  const none = { members: [], briefings: [] };
  const program = { id: 1, version: 1, name: '현장', kind: PROGRAM_KINDS[0], counts: [], retired: false };
  const known = { programs: [program], districts: ['중구'], today: DAY };
  return [
    form(expenseForm(NO_SPEND, {}, text)),
    form(visitForm(SCHEDULE.empty, { clashes: [] }, known, text)),
    form(contactForm(LOG.empty, none, {}, text)),
    form(owedForm(ADD.empty, null, text)),
    form(importForm(text)),
    form(importDemandsForm(DAY.slice(0, 4), text)),
    form(budgetForm(Number(DAY.slice(0, 4)), text)),
    form(channelForm(null, text)),
    message('menu', menuMessage(ADMINISTRATOR, Object.values(text.ask.examples).flat(), text)),
    message('expense help', expenseHelp(text)),
    message('visit help', visitHelp(text)),
    message('follow-up help', followupHelp(text)),
  ];
}

const form = (view: View): Shape => ({ name: view.callback_id ?? '', view });
const message = (name: string, { blocks = [] }: Message): Shape => ({ name, message: { blocks } });
