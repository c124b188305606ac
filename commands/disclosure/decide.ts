import { z } from 'zod';
import { findEarlierDecisions, putDecisions } from '../../src/disclosure/decision/store.ts';
import { printOf } from '../../src/disclosure/earlier.ts';
import { HIDE, hideForm } from '../../src/disclosure/form.ts';
import { groupParts } from '../../src/disclosure/parts.ts';
import { findDraft, findPlaces } from '../../src/disclosure/store.ts';
import {
  DISCLOSURE_AS_BEFORE,
  DISCLOSURE_HIDE,
  DISCLOSURE_KEEP,
  DISCLOSURE_MASK,
  decidedBefore,
  PARTS_ON_A_PAGE,
} from '../../src/disclosure/views.ts';
import { normalise } from '../../src/korean/typed.ts';
import { formatWon } from '../../src/korean/won.ts';
import { isManager } from '../../src/people/rules.ts';
import type { Field } from '../../src/privacy/finding.ts';
import { type Heard, jsonOf, press, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Answer, Pressed, Submitted, Turn } from '../../src/slack/turn.ts';
import { parseExpenseName } from '../../src/spending/expense/rules.ts';
import { periodOf, previewOf } from './preview.ts';

const OnPage = z.object({ period: z.string(), offset: z.number().int().min(0) });
const Part = OnPage.extend({ expense: z.number().int(), field: z.string(), found: z.string() });
const Page = OnPage.extend({ print: z.string() });

/** Deciding whether words are published, by a button or for words that the rules missed. */
export const deciding: Heard[] = [
  press(DISCLOSURE_MASK, jsonOf(Part), (turn) => decide(turn.pressed, 'mask', turn), 'in_place'),
  press(DISCLOSURE_KEEP, jsonOf(Part), (turn) => decide(turn.pressed, 'keep', turn), 'in_place'),
  press(DISCLOSURE_AS_BEFORE, jsonOf(Page), (turn) => decideAsBefore(turn.pressed, turn), 'in_place'),
  press(DISCLOSURE_HIDE, Words, openHide, 'form_in_place'),
  submission(HIDE, hide),
];

const notManager = ({ text }: Turn): Message => ({ text: text.access.notManager, below: true });

async function decide(part: z.infer<typeof Part>, choice: 'mask' | 'keep', turn: Turn): Promise<Message> {
  const { db, person, text } = turn;
  const words = text.disclosure;
  if (!isManager(person)) return notManager(turn);
  const period = periodOf(part.period, turn);
  const groups = groupParts((await findDraft(db, period)).parts);
  const group = groups.find(
    (it) => it.field === part.field && it.found === part.found && it.expenses.includes(part.expense),
  );
  if (!group) return previewOf(period, part.offset, turn, words.decisionGone);
  if (group.fixed && choice === 'keep') return previewOf(period, part.offset, turn, words.neverShown);
  // The same words may stand in records of which only some were decided before.
  const same = groups.filter(
    (it) => it.field === group.field && it.found === group.found && it.before === group.before,
  );
  const about = { expenseIds: same.flatMap((it) => it.expenses), field: group.field, found: group.found };
  await putDecisions(db, about, choice, { actor: person.userId, at: turn.now() });
  return previewOf(period, part.offset, turn, words.decided[choice](group.found));
}

/** Decides what a page showed as it was decided before; nothing when the page would show something else by now. */
async function decideAsBefore(shown: z.infer<typeof Page>, turn: Turn): Promise<Message> {
  const { db, person, text } = turn;
  const words = text.disclosure;
  if (!isManager(person)) return notManager(turn);
  const period = periodOf(shown.period, turn);
  const draft = await findDraft(db, period);
  const open = draft.parts.filter(({ state }) => state === 'open');
  const page = groupParts(draft.parts).slice(shown.offset, shown.offset + PARTS_ON_A_PAGE);
  const offered = decidedBefore(page, await findEarlierDecisions(db, open));
  if (printOf(offered) !== shown.print) return previewOf(period, shown.offset, turn, words.decisionGone);
  const by = { actor: person.userId, at: turn.now() };
  for (const { group, choice } of offered) {
    const about = { expenseIds: group.expenses, field: group.field, found: group.found };
    await putDecisions(db, about, choice, by);
  }
  return previewOf(period, shown.offset, turn, words.decidedAsBefore(formatWon(offered.length)));
}

function openHide(turn: Pressed<string>): Answer | Promise<Answer> {
  if (!isManager(turn.person)) return notManager(turn);
  const form = hideForm(periodOf(turn.pressed, turn), turn.text);
  return turn.open(form, { press: DISCLOSURE_HIDE, value: turn.pressed });
}

async function hide({ values, metadata, ...turn }: Submitted<typeof HIDE.empty, { period: string }>): Promise<Outcome> {
  const { db, person, text } = turn;
  const words = text.disclosure.hideForm;
  const [hidden, record] = [normalise(values.words ?? ''), normalise(values.record ?? '')];
  if (!isManager(person)) return refuse(text.access.notManager, 'words');
  if ([...hidden].length < 2) return refuse(words.tooShort, 'words');
  const id = record === '' ? null : parseExpenseName(record);
  if (record !== '' && id === null) return refuse(text.expense.whichRecord, 'record');
  const period = periodOf(metadata.period, turn);
  const places = (await findPlaces(db, period, hidden)).filter(({ expense }) => id === null || expense === id);
  if (places.length === 0) return refuse(words.notFound, 'words');
  const by = { actor: person.userId, at: turn.now() };
  for (const [field, found] of Map.groupBy(places, (it): Field => it.field)) {
    const about = { expenseIds: found.map(({ expense }) => expense), field, found: hidden };
    await putDecisions(db, about, 'mask', by);
  }
  const records = new Set(places.map(({ expense }) => expense)).size;
  const done = text.disclosure.hidden(hidden, formatWon(records));
  return { done, say: () => previewOf(period, 0, turn, done) };
}
