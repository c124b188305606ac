import { MENU_PLEDGE } from '../../src/desk/menu/buttons.ts';
import { PLEDGE_PICK, pledgeForm } from '../../src/desk/menu/forms.ts';
import { nearWords, withNear } from '../../src/korean/near.ts';
import { findLists } from '../../src/pledge/list/store.ts';
import { type Pledge, pledgeName } from '../../src/pledge/rules.ts';
import { findPledgePage, findTexts } from '../../src/pledge/search/store.ts';
import { findPledge } from '../../src/pledge/store.ts';
import { usualTerm } from '../../src/pledge/term.ts';
import { findTerms } from '../../src/pledge/totals/store.ts';
import { type Heard, offered, press, submission, Words } from '../../src/slack/command.ts';
import { refuse } from '../../src/slack/outcome.ts';
import type { Typed } from '../../src/slack/turn.ts';
import { formFor } from '../pledge/update.ts';

const MOST_OFFERED = 30;

/** Updating a pledge without knowing its number: it is searched for in a form that becomes the update's. */
export const pledgeChoice: Heard[] = [
  press(MENU_PLEDGE, Words, (turn) => turn.open(pledgeForm(turn.text), { press: MENU_PLEDGE })),
  offered('pledge', async (turn) => {
    const found = await findFor(turn);
    return found.map((it) => ({
      label: `${pledgeName(it)} ${it.title}`,
      value: String(it.id),
    }));
  }),
  submission(PLEDGE_PICK, async ({ values, metadata: _none, ...turn }) => {
    const pledge = await findPledge(turn.db, Number(values.pledge));
    if (!pledge || pledge.voided) return refuse(turn.text.office.pledgeForm.gone, 'pledge');
    return { view: formFor(pledge, turn) };
  }),
];

/** Of the present term; those that this person answers for come first. */
async function findFor({ typed, db, person, today }: Typed): Promise<readonly Pledge[]> {
  const [terms, lists] = await Promise.all([findTerms(db), findLists(db)]);
  const sought = { term: usualTerm(terms, today), conditions: [], lists };
  const search = async (words: string) => {
    const [first, all] = [
      { offset: 0, limit: MOST_OFFERED },
      { offset: 0, limit: 2 * MOST_OFFERED },
    ];
    const mine = await findPledgePage(db, { ...sought, conditions: [{ person: person.userId }], words }, first);
    const { pledges } = await findPledgePage(db, { ...sought, words }, all);
    const others = pledges.filter(({ id }) => mine.pledges.every((it) => it.id !== id));
    return [...mine.pledges, ...others].slice(0, MOST_OFFERED);
  };
  const found = await search(typed);
  const near = found.length > 0 ? null : nearWords(typed.split(' '), await findTexts(db, sought));
  return near ? search(withNear(typed, near)) : found;
}
