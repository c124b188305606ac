import { formatWon } from '../../src/korean/won.ts';
import { isManager } from '../../src/people/rules.ts';
import { type Heard, Id, pages, press, Words } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Turn } from '../../src/slack/turn.ts';
import { expenseName } from '../../src/spending/expense/rules.ts';
import { decideTwin } from '../../src/spending/twin/decision/store.ts';
import { CHOICES, type Choice } from '../../src/spending/twin/rules.ts';
import { countTwins, findTwin, findTwins } from '../../src/spending/twin/store.ts';
import {
  TWIN_PAGE,
  TWIN_PAGE_SIZE,
  TWIN_REPLACE_ALL,
  TWINS,
  twinAction,
  twinsMessage,
} from '../../src/spending/twin/views.ts';

export const twins: Heard[] = [
  press(TWINS, Words, (turn) => listTwins(0, turn)),
  ...pages(TWIN_PAGE, (turn) => listTwins(turn.offset, turn)),
  ...CHOICES.map((choice) => press(twinAction(choice), Id, (turn) => decide(turn.pressed, choice, turn), 'in_place')),
  press(TWIN_REPLACE_ALL, Words, replaceAll, 'in_place'),
];

type Asking = Pick<Turn, 'db' | 'person' | 'text'>;

/** Pairs that may be one spend and nobody has decided, a page at a time. Whole files are managers' business. */
export async function listTwins(offset: number, turn: Asking, lead?: string): Promise<Message> {
  const { db, person, text } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const found = await findTwins(db, {}, { offset, limit: TWIN_PAGE_SIZE });
  if (found.length === 0 && offset > 0) return listTwins(0, turn, lead);
  const [count, corrections] = [await countTwins(db), await countTwins(db, { kind: 'correction' })];
  return twinsMessage({ twins: found, count, corrections }, offset, text, lead);
}

async function decide(id: number, choice: Choice, turn: Turn): Promise<Message> {
  const { db, person, text } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const words = text.imported.decide;
  const twin = await findTwin(db, id);
  const decided = await decideTwin(db, id, choice, byOf(turn));
  if (decided !== 'done' || !twin) return listTwins(0, turn, decided === 'done' ? words.not_found : words[decided]);
  const [later, earlier] = [expenseName(twin.later), expenseName(twin.earlier)];
  const said =
    choice === 'different'
      ? words.done.different
      : choice === 'keep_later'
        ? words.done.keep_later(later, earlier)
        : words.done.keep_later(earlier, later);
  return listTwins(0, turn, said);
}

const REPLACED_AT_A_TIME = 500;

async function replaceAll(turn: Turn): Promise<Message> {
  const { db, person, text } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  let replaced = 0;
  for (const { id } of await findTwins(db, { kind: 'correction' }, { offset: 0, limit: REPLACED_AT_A_TIME })) {
    if ((await decideTwin(db, id, 'keep_later', byOf(turn))) === 'done') replaced += 1;
  }
  return listTwins(0, turn, text.imported.decide.replaced(formatWon(replaced)));
}

const byOf = ({ person, text, now }: Turn) => ({
  actor: person.userId,
  at: now(),
  reason: text.imported.decide.reason,
  mayVoidApproved: person.role === 'administrator',
});
