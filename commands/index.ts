import type { Command } from '../src/deps.ts';
import { biseo } from './biseo.ts';
import { expense } from './expense.ts';
import { home } from './home.ts';
import { people } from './people.ts';

/** Every way in. Order does not matter: each name is listened to once. */
export const commands: readonly Command[] = [biseo, expense, home, people];
