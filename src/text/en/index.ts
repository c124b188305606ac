import type { Text } from '../index.ts';
import { access } from './access.ts';
import { council } from './council.ts';
import { expense } from './expense.ts';
import { files } from './files.ts';
import { followup } from './followup.ts';
import { office } from './office.ts';
import { pledge } from './pledge.ts';
import { spending } from './spending.ts';
import { terminal } from './terminal.ts';
import { visit } from './visit.ts';

export const en: Text = {
  language: 'en',
  access,
  council,
  followup,
  expense,
  files,
  office,
  pledge,
  spending,
  terminal,
  visit,
};
