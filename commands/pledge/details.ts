import { isManager } from '../../src/people/rules.ts';
import { findPerson } from '../../src/people/store.ts';
import { PLEDGE_ADD, PLEDGE_EDIT, PLEDGE_RESTORE, PLEDGE_VOID } from '../../src/pledge/card.ts';
import { type DetailsForm, detailsOf, draftDetails, EMPTY_DETAILS } from '../../src/pledge/details.ts';
import { DETAILS, detailsForm, type Known } from '../../src/pledge/details-form.ts';
import { typesOf } from '../../src/pledge/list/rules.ts';
import { findLists } from '../../src/pledge/list/store.ts';
import { factsOf, type Pledge, parseShortName, pledgeName } from '../../src/pledge/rules.ts';
import { changePledge, findPledge, insertPledge, restorePledge, voidPledge } from '../../src/pledge/store.ts';
import { readTerm, usualTerm } from '../../src/pledge/term.ts';
import { findOtherTypes, findTerms } from '../../src/pledge/totals/store.ts';
import { doneMessage } from '../../src/pledge/views.ts';
import { changedPledge } from '../../src/pledge/words.ts';
import { endingBothWays } from '../../src/register/both-ways.ts';
import { saving } from '../../src/register/saving.ts';
import { button, clip } from '../../src/slack/blocks.ts';
import { type Heard, Id, press, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuse, refuseFields } from '../../src/slack/outcome.ts';
import type { Answer, Submitted, Turn, Typed } from '../../src/slack/turn.ts';
import { isPledge, onePledge } from './find.ts';

/** The form for a new pledge; the typed words become its title, a term among them its term. */
export async function addTyped(turn: Typed): Promise<Answer> {
  const { db, person, text, today } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const words = turn.typed.split(' ');
  const stated = words.map(readTerm).find((term) => term !== null);
  const term = stated ?? usualTerm(await findTerms(db), today);
  const title = words.filter((word) => readTerm(word) === null).join(' ');
  const again = { press: PLEDGE_ADD, value: clip(`${term}기 ${title}`, 400) };
  return openDetails({ ...EMPTY_DETAILS, title: title || null }, { term }, again, turn);
}

export async function editTyped(turn: Typed): Promise<Answer> {
  const found = await onePledge(turn.typed, turn);
  return isPledge(found) ? openEdit(found, turn) : found;
}

function openEdit(pledge: Pledge, turn: Turn): Answer | Promise<Answer> {
  const { person, text } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  if (pledge.voided) return { text: text.pledge.form.gone };
  const { id, version, term } = pledge;
  const again = { press: PLEDGE_EDIT, value: String(id) };
  return openDetails(detailsOf(pledge), { term, editing: { id, version } }, again, turn);
}

async function openDetails(
  values: DetailsForm,
  known: Known,
  again: Parameters<Turn['open']>[1],
  turn: Turn,
): Promise<Answer> {
  const listed = typesOf(await findLists(turn.db));
  const types = [...listed, ...(await findOtherTypes(turn.db, listed))];
  return turn.open(detailsForm(values, types, known, turn.text), again);
}

/** `P12 두 번 등록함`: takes a pledge out of every count; managers may. */
export const voiding = endingBothWays<Pledge>({
  of: {
    async own(named, turn) {
      const { db, person, text } = turn;
      if (!isManager(person)) return { refused: text.access.notManager };
      const short = parseShortName(named);
      const found = short === null ? await onePledge(named, turn) : await findPledge(db, short);
      if (!found) return { refused: text.pledge.form.gone };
      return isPledge(found) ? { record: found } : { refused: found.text };
    },
    isEnded: ({ voided }) => voided,
    name: pledgeName,
  },
  end: { open: PLEDGE_VOID, form: 'pledge_void', place: 'below' },
  restore: { open: PLEDGE_RESTORE, form: 'pledge_restore_form' },
  named: (pledge) => `${pledgeName(pledge)} ${pledge.title}`,
  words: ({ pledge: { voidForm: form, voidedBefore: before, voidedNow: now } }) => ({ form, before, now }),
  records: () => ({ end: voidPledge, restore: restorePledge }),
  card: (pledge, { text }, done) => doneMessage(done, pledge, text),
});

export const details: Heard[] = [
  press(PLEDGE_ADD, Words, (turn) => addTyped({ ...turn, typed: turn.pressed })),
  press(PLEDGE_EDIT, Id, async (turn) => {
    const pledge = await findPledge(turn.db, turn.pressed);
    return pledge ? openEdit(pledge, turn) : { text: turn.text.pledge.form.gone };
  }),
  submission(DETAILS, save),
  ...voiding.hears,
];

async function save({ values, ...sent }: Submitted<DetailsForm, Known>): Promise<Outcome> {
  const { db, person, text } = sent;
  const { term, editing } = sent.metadata;
  const { form, details, lists } = text.pledge;
  if (!isManager(person)) return refuse(text.access.notManager, 'title');
  const before = editing ? await findPledge(db, editing.id) : null;
  const drafted = draftDetails(values, before ? factsOf(before) : { term });
  if ('refusals' in drafted) return refuseFields(drafted.refusals, details.refusals);
  const { facts, source } = drafted;
  if (facts.owner && !(await findPerson(db, facts.owner))) return refuse(lists.notOnList, 'owner');
  return saving(
    {
      records: {
        find: findPledge,
        facts: factsOf,
        enter: (db, facts, entry) => insertPledge(db, facts, { ...entry, source }),
        change: (db, seen, { facts }, by) => changePledge(db, seen, facts, { ...by, source }),
      },
      changed: changedPledge(text),
      gone: refuse(form.gone, 'title'),
      saved(pledge, how) {
        const done = (how === 'changed' ? details.saved : details.added)(pledgeName(pledge));
        const edit = button(PLEDGE_EDIT, text.expense.edit, String(pledge.id));
        return { done, say: doneMessage(done, pledge, text), edit };
      },
    },
    facts,
    sent,
  );
}
