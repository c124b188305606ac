import { writeFile } from 'node:fs/promises';
import { rulesPage } from '../spending/check/page.ts';
import { textFor } from '../text/index.ts';
import { command, FINE } from './command.ts';
import { reviewPage } from './review/page.ts';

/** What stands in docs/rules.md: the rules in English, and what came of the review of November 2026. */
export const documentedRules = (): string => `${rulesPage(textFor('en'), textFor('ko'))}\n${reviewPage()}`;

export const rules = command({
  options: { out: { type: 'string' } },
  async run({ values, words }, { text, print, say, wrong }) {
    if (words.length > 0) return wrong();
    if (values.out === undefined) {
      print(rulesPage(text, textFor(text.language === 'ko' ? 'en' : 'ko')));
      return FINE;
    }
    await writeFile(values.out, documentedRules());
    say(values.out);
    return FINE;
  },
});
