import { findCountRules, putCountRule } from '../../src/council/count/store.ts';
import { COUNT, COUNT_CHANGE, countForm, rulesMessage, statsMessage } from '../../src/council/count/views.ts';
import { countContacts } from '../../src/council/list/store.ts';
import { readYears } from '../../src/council/query.ts';
import { formatSpan } from '../../src/korean/day-words.ts';
import { isManager } from '../../src/people/rules.ts';
import { type Heard, press, submission, Words } from '../../src/slack/command.ts';
import { refuse } from '../../src/slack/outcome.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import type { Turn, Typed } from '../../src/slack/turn.ts';
import { isContactKind, isHeading } from '../../src/vocabulary/council.ts';

/** The years in both counts, and why they differ. */
export async function showStats({ db, typed, text, today }: Typed): Promise<Message> {
  const span = readYears(typed, today);
  if (!span) return plainMessage(text.council.stats.notAPeriod(typed));
  const counted = await countContacts(db, span);
  const [from, to] = formatSpan(span, text.language, today);
  return statsMessage(counted, await findCountRules(db), { from, to }, text);
}

const rulesNow = async ({ db, person, text }: Turn, first?: string): Promise<Message> =>
  rulesMessage(await findCountRules(db), isManager(person), text, first);

export const showRules = (turn: Turn): Promise<Message> => rulesNow(turn);

export const counting: Heard[] = [
  press(COUNT_CHANGE, Words, (turn) =>
    isManager(turn.person)
      ? turn.open(countForm(turn.text), { press: COUNT_CHANGE, label: turn.text.council.rules.change })
      : { text: turn.text.access.notManager },
  ),
  submission(COUNT, async ({ values, ...turn }) => {
    const { db, person, text } = turn;
    const { kind, text: inText, annex } = values;
    if (!isManager(person)) return refuse(text.access.notManager, 'kind');
    if (!isContactKind(kind)) return refuse(text.council.form.refusals.missing, 'kind');
    const headings = { text: isHeading(inText) ? inText : null, annex: isHeading(annex) ? annex : null };
    await putCountRule(db, kind, headings, { actor: person.userId, at: turn.now() });
    const done = text.council.rules.saved(text.council.kinds[kind]);
    return { done, say: () => rulesNow(turn, done) };
  }),
];
