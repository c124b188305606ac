import { writeFile } from 'node:fs/promises';
import { makeFile } from '../documents/file.ts';
import { FORMATS } from '../documents/model.ts';
import { isDay, todayIn } from '../korean/days.ts';
import { formatWon } from '../korean/won.ts';
import { composeAnswer, handIn } from '../report/answers/answer.ts';
import { readAsked } from '../report/answers/ask.ts';
import { ORGANISATION } from '../report/report.ts';
import { command, FINE, REFUSED } from './command.ts';
import { OPERATOR, withDatabase } from './database.ts';

export const answer = command({
  options: {
    'as-of': { type: 'string' },
    'asked-on': { type: 'string' },
    requester: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    'hand-in': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run({ values, words: typed }, { config, line, text, say, print, wrong }) {
    const words = text.report.answer;
    const at = new Date();
    const today = todayIn(config.timezone, at);
    const asOfTyped = values['as-of'];
    const askedOn = values['asked-on'] ?? null;
    const format = FORMATS.find((it) => it === (values.format ?? /\.(\w+)$/.exec(values.out ?? '')?.[1] ?? 'hwpx'));
    if (
      typed.length === 0 ||
      !format ||
      (asOfTyped !== undefined && !isDay(asOfTyped)) ||
      (askedOn !== null && !isDay(askedOn))
    )
      return wrong();
    const asked = readAsked(typed.join(' '), today);
    if ('refusal' in asked) {
      say(asked.refusal === 'elsewhere' ? words.elsewhere(asked.department) : words.noTopic);
      return REFUSED;
    }
    const asOf = asOfTyped ?? asked.asOf ?? today;
    return withDatabase({ config, line }, async (db) => {
      const to = {
        requester: values.requester ?? null,
        askedOn,
        today,
        asOf,
        organisation: ORGANISATION,
        timezone: config.timezone,
      };
      const made = await composeAnswer(db, asked, to);
      if ('refusal' in made) {
        say(words.noFollowup);
        return REFUSED;
      }
      const { title, rows, masked, undecided, document, followup } = made;
      const file = { ...(await makeFile(document, format)), file: values.out ?? `answer-${asked.topic}.${format}` };
      await writeFile(file.file, file.bytes, { mode: 0o600 });
      const handed =
        values['hand-in'] && followup ? await handIn(db, { followup, title }, { actor: OPERATOR, at, today }) : null;
      if (values.json) {
        const files = [{ format, sha256: file.sha256, file: file.file }];
        print(
          JSON.stringify({
            topic: asked.topic,
            title,
            asOf,
            rows,
            masked,
            undecided,
            followup: followup && `F${followup.id}`,
            handedIn: handed === 'handed_in',
            files,
          }),
        );
      } else {
        print(words.made(title, formatWon(rows)));
        if (masked > 0) print(words.masked(formatWon(masked), formatWon(undecided)));
        if (handed) print(words[handed]);
        say(text.report.terminal.written(file.file));
      }
      return handed === 'changed_meanwhile' ? REFUSED : FINE;
    });
  },
});
