import { textFor } from '../../text/index.ts';
import { ACTIVITIES, type Activity, isActivity } from '../../vocabulary/expense.ts';
import { type Line, LONGEST, phrases, take } from './typed-line.ts';

/**
 * The activity that a line names: by its code (`4-나`, `4나`), whose word is taken, or by its whole name (`직원 격려 식사`), whose words say
 * what for, too, and stay. 9 is left out: alone it is mostly a number.
 */
export const takeActivity = (line: Line): Activity | null => {
  for (const [at, word] of line.words.entries()) {
    const code = CODE.exec(word);
    const activity = code && `${code[1]}-${code[2]}`;
    if (!isActivity(activity)) continue;
    take(line, at, 1);
    return activity;
  }
  return activityNamed(line);
};

const CODE = /^([1-8])-?([가-아])(?:항|목|호)?,?$/;
const MOST_WORDS = 10; // in a name of two languages
const FURTHER_ON = 100; // a line is a story

const activityNamed = (line: Line): Activity | null => {
  const end = Math.min(line.words.length, FURTHER_ON);
  for (let start = 0; start < end; start++) {
    for (const { text } of phrases(line, start, MOST_WORDS)) {
      const activity = text.length <= LONGEST ? NAMES.get(squeezed(text)) : undefined;
      if (activity) return activity;
    }
  }
  return null;
};

const squeezed = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

const NAMES: ReadonlyMap<string, Activity> = new Map(
  [textFor('ko'), textFor('en')].flatMap(({ spending }) =>
    ACTIVITIES.filter((code) => code !== '9').flatMap((code) => {
      const name = spending.activities[code];
      const whole = [name, name.replace(/ ?\([^()]*\)/, '')];
      return whole.map((words): [string, Activity] => [squeezed(words), code]);
    }),
  ),
);
