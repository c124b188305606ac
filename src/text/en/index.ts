import type { Text } from '../ko/index.ts';
import { access } from './access.ts';
import { approval } from './approval.ts';
import { ask } from './ask.ts';
import { check } from './check.ts';
import { conversation } from './conversation.ts';
import { council } from './council.ts';
import { daysOff } from './days-off.ts';
import { digest } from './digest.ts';
import { disclosure } from './disclosure.ts';
import { expense } from './expense.ts';
import { files } from './files.ts';
import { followup } from './followup.ts';
import { home } from './home.ts';
import { imported } from './imported.ts';
import { office } from './office.ts';
import { outbox } from './outbox.ts';
import { pledge } from './pledge.ts';
import { receipt } from './receipt.ts';
import { reminder } from './reminder.ts';
import { report } from './report.ts';
import { spending } from './spending.ts';
import { terminal } from './terminal.ts';
import { trouble } from './trouble.ts';
import { upkeep } from './upkeep.ts';
import { usage } from './usage.ts';
import { visit } from './visit.ts';

export const en: Text = {
  language: 'en',
  access,
  approval,
  ask,
  check,
  conversation,
  council,
  daysOff,
  digest,
  followup,
  disclosure,
  expense,
  files,
  home,
  imported,
  office,
  outbox,
  report,
  pledge,
  reminder,
  receipt,
  spending,
  terminal,
  trouble,
  upkeep,
  usage,
  visit,
};
