import { ask as askRegister } from '../ask/ask.ts';
import { answerJson } from '../ask/json.ts';
import { findCalled } from '../ask/names.ts';
import { answerLines, suggestionsFor } from '../ask/views.ts';
import { todayIn } from '../korean/days.ts';
import { findPeople } from '../people/store.ts';
import { command, FINE, REFUSED } from './command.ts';
import { withDatabase } from './database.ts';

export const ask = command({
  options: { as: { type: 'string' }, json: { type: 'boolean' } },
  async run({ values, words }, { config, line, text, say, print, wrong }) {
    const typed = words.join(' ').trim();
    if (typed === '') return wrong();
    const today = todayIn(config.timezone, new Date());
    return withDatabase({ config, line }, async (db) => {
      const as = values.as;
      const asker = as ? (await findPeople(db)).find((it) => it.userId === as || it.name === as) : undefined;
      if (as && !asker) {
        say(text.terminal.nobodyCalled(as));
        return REFUSED;
      }
      const said = await askRegister(db, typed, { today, userId: asker?.userId ?? null, before: null });
      if (!('answer' in said)) {
        const suggestions = suggestionsFor(said.noun ? [said.noun] : said.asked, text);
        const words = text.ask.notUnderstood;
        if (values.json) print(JSON.stringify({ understood: null, unknown: said.unknown, suggestions }));
        else
          say([said.unknown.length > 0 ? words.words(said.unknown.join(', ')) : words.lead, ...suggestions].join('\n'));
        return REFUSED;
      }
      const { answer, corrected } = said;
      const lines = answerLines(answer, corrected, text, today, await findCalled(db, answer.query));
      if (values.json) print(JSON.stringify(answerJson(lines.understood, answer)));
      else print([lines.understood, lines.figure, ...lines.rows, ...lines.notes].join('\n'));
      return FINE;
    });
  },
});
