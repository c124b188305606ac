import { clockIn } from '../../src/korean/days.ts';
import { takeMentions } from '../../src/people/mentions.ts';
import { clip, type View } from '../../src/slack/blocks.ts';
import type { Turn } from '../../src/slack/turn.ts';
import { categoryOf } from '../../src/spending/category/rules.ts';
import { findChosenCategories } from '../../src/spending/category/store.ts';
import { doubtWords, fillForm } from '../../src/spending/expense/fill.ts';
import { EMPTY_FORM, expenseForm, type Likely, type Metadata } from '../../src/spending/expense/form.ts';
import type { ExpenseForm } from '../../src/spending/expense/rules.ts';
import { withProposals } from '../../src/spending/proposal/form.ts';
import type { ProposedField } from '../../src/spending/proposal/proposed.ts';
import { isPlaceOf } from '../../src/spending/proposal/rules.ts';
import { findProfile } from '../../src/spending/proposal/store.ts';
import { isActivity } from '../../src/vocabulary/expense.ts';

/** `learned`: what it was made of, for what is drawn of it as soon as it stands. */
type Fresh = { form: ExpenseForm; metadata: Metadata; learned: Learned; view: View };

/** A form keeps them in the 3,000 letters that it knows of itself, and a person reads no more. */
const MOST_DOUBTS = 8;
const LONGEST_DOUBT = 60;

/** What the office recorded before, and what it chose: what proposals are made of. */
async function findLearned({ db, now }: Turn) {
  const [profile, chosen] = await Promise.all([findProfile(db, now()), findChosenCategories(db)]);
  return { profile, chosen };
}
export type Learned = Awaited<ReturnType<typeof findLearned>>;

/** The form of a record that is about to be made: today, what a typed line says, and what is proposed for the rest. */
export async function freshExpense(typed: string, known: Metadata, turn: Turn): Promise<Fresh> {
  const { db, today, text } = turn;
  const [{ people, rest }, learned] = await Promise.all([takeMentions(db, typed), findLearned(turn)]);
  const { form: said, doubts } = fillForm(rest, people, { today, isPlace: isPlaceOf(learned.profile) });
  const given = { ...EMPTY_FORM, spent_on: today, ...said };
  const told = doubts.slice(0, MOST_DOUBTS).map(({ why, words }) => ({ why, words: clip(words, LONGEST_DOUBT) }));
  const metadata = told.length > 0 ? { ...known, doubts: told } : known;
  const { form, metadata: proposing, likely } = await proposalsFor(given, metadata, turn, null, learned);
  const view = expenseForm(form, proposing, text, { said: doubtsAbove(form, proposing, turn), likely });
  return { form, metadata: proposing, learned, view };
}

/** What is proposed for a form as it stands; what is edited or mended keeps what it has, and hears only what is likely. */
export async function proposalsFor(
  form: ExpenseForm,
  metadata: Metadata,
  turn: Turn,
  shown: ReadonlySet<string> | null = null,
  known?: Learned,
): Promise<{ form: ExpenseForm; metadata: Metadata; anew: readonly ProposedField[]; likely: Likely }> {
  const { profile, chosen } = known ?? (await findLearned(turn));
  const isNew = metadata.editing === undefined && metadata.heldRowId === undefined;
  const given = withProposals(form, { before: metadata.proposed ?? {}, shown }, profile, turn.person.userId);
  const after = isNew ? given.form : form;
  const { order, because } = given.proposal;
  const category = isActivity(after.activity) ? categoryOf(after.activity, chosen) : null;
  return {
    form: after,
    metadata: isNew ? { ...metadata, proposed: given.proposed } : metadata,
    anew: isNew ? given.anew : [],
    likely: { order, because, category },
  };
}

/** What stands above the form: what its line left open, and what in it was perhaps not meant. */
export const doubtsAbove = (form: ExpenseForm, { doubts = [] }: Metadata, { text, today, config, now }: Turn) =>
  doubtWords(form, doubts, { today, clock: clockIn(config.timezone, now()), text });
