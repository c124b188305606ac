import type { Language } from '../../config.ts';
import { access } from './access.ts';
import { expense } from './expense.ts';
import { files } from './files.ts';
import { office } from './office.ts';
import { spending } from './spending.ts';
import { terminal } from './terminal.ts';

export const ko = { language: 'ko' as Language, access, expense, files, office, spending, terminal };
