import { type Command, shortcut } from '../src/slack/command.ts';
import type { Answer, Typed } from '../src/slack/turn.ts';
import { openLog } from './council/log.ts';
import { openRecord } from './expense/record.ts';
import { openAdd } from './followup/add.ts';
import { openSchedule } from './visit/schedule.ts';

/** The four forms from Slack's own menu; what comes of them is told in a direct message, since nothing was typed anywhere. */
const FORMS: Readonly<Record<string, (turn: Typed) => Promise<Answer>>> = {
  record_expense: openRecord,
  plan_visit: openSchedule,
  log_council_contact: openLog,
  add_followup: openAdd,
};

export const shortcuts: Command = {
  hears: Object.entries(FORMS).map(([id, open]) => shortcut(id, (turn) => open({ ...turn, typed: '' }))),
};
