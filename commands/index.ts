import type { Command } from '../src/deps.ts';
import { biseo } from './biseo.ts';
import { council } from './council.ts';
import { directMessage } from './direct-message.ts';
import { expense } from './expense.ts';
import { followup } from './followup.ts';
import { home } from './home.ts';
import { people } from './people.ts';
import { pledge } from './pledge.ts';
import { visit } from './visit.ts';

/** Every way in. Order does not matter: each name is listened to once. */
export const commands: readonly Command[] = [
  biseo,
  council,
  directMessage,
  expense,
  followup,
  home,
  people,
  pledge,
  visit,
];
