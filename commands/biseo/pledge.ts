import { MENU_PLEDGE } from '../../src/desk/menu/buttons.ts';
import { PLEDGE_PICK, pledgeForm } from '../../src/desk/menu/forms.ts';
import { nearWords, withNear } from '../../src/korean/near.ts';
import { fieldName, personOf } from '../../src/pledge/list/rules.ts';
import { findLists } from '../../src/pledge/list/store.ts';
import { type Pledge, pledgeName } from '../../src/pledge/rules.ts';
import { searchPledges } from '../../src/pledge/search.ts';
import { findPledge, findPledges, findTerms } from '../../src/pledge/store.ts';
import { usualTerm } from '../../src/pledge/term.ts';
import { type Heard, offered, press, submission, Words } from '../../src/slack/command.ts';
import { refuse } from '../../src/slack/outcome.ts';
import type { Typed } from '../../src/slack/turn.ts';
import { formFor } from '../pledge/update.ts';

const MOST_OFFERED = 30;

/** Updating a pledge without knowing its number: it is searched for in a form that becomes the update's. */
export const pledgeChoice: Heard[] = [
  press(MENU_PLEDGE, Words, (turn) => turn.open(pledgeForm(turn.text), { press: MENU_PLEDGE })),
  offered('pledge', async (turn) => {
    const found = (await findFor(turn)).slice(0, MOST_OFFERED);
    return found.map((it) => ({ label: `${pledgeName(it)} ${it.title}`, value: String(it.id) }));
  }),
  submission(PLEDGE_PICK, async ({ values, metadata: _none, ...turn }) => {
    const pledge = await findPledge(turn.db, Number(values.pledge));
    if (!pledge || pledge.voided) return refuse(turn.text.office.pledgeForm.gone, 'pledge');
    return { view: formFor(pledge, turn) };
  }),
];

/** Of the present term; those that this person answers for come first. */
async function findFor({ typed, db, person, today }: Typed): Promise<Pledge[]> {
  const [terms, lists] = await Promise.all([findTerms(db), findLists(db)]);
  const pledges = await findPledges(db, usualTerm(terms, today));
  const search = (words: string) => searchPledges(pledges, words, (pledge) => fieldName(pledge, lists));
  const hits = typed === '' ? pledges : search(typed);
  const near =
    hits.length > 0
      ? null
      : nearWords(
          typed.split(' '),
          pledges.map(({ title }) => title),
        );
  const found = near ? search(withNear(typed, near)) : hits;
  const isMine = (pledge: Pledge) => personOf(pledge, lists) === person.userId;
  return [...found.filter(isMine), ...found.filter((pledge) => !isMine(pledge))];
}
