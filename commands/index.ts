import type { Command } from '../src/slack/command.ts';
import { approval } from './approval.ts';
import { biseo } from './biseo.ts';
import { council } from './council.ts';
import { digest } from './digest.ts';
import { directMessage } from './direct-message.ts';
import { disclosure } from './disclosure.ts';
import { expense } from './expense.ts';
import { followup } from './followup.ts';
import { home } from './home.ts';
import { outbox } from './outbox.ts';
import { people } from './people.ts';
import { pledge } from './pledge.ts';
import { receipt } from './receipt.ts';
import { reminder } from './reminder.ts';
import { shortcuts } from './shortcuts.ts';
import { visit } from './visit.ts';

/** Every way in. Order does not matter: each name is listened to once. */
export const commands: readonly Command[] = [
  approval,
  biseo,
  council,
  digest,
  directMessage,
  disclosure,
  expense,
  followup,
  home,
  outbox,
  people,
  pledge,
  receipt,
  reminder,
  shortcuts,
  visit,
];
