import type { types } from '@slack/bolt';
import { COUNCIL_NEW } from '../src/council/views.ts';
import { menuButton } from '../src/desk/menu/buttons.ts';
import { asks } from '../src/desk/questions/question.ts';
import { FORMS, type Form, type Known, readMessage } from '../src/desk/questions/rules.ts';
import { FOLLOWUP_NEW } from '../src/followup/views.ts';
import { findDistricts } from '../src/people/districts/store.ts';
import { readable } from '../src/people/mentions.ts';
import { type Block, button, clip, LONGEST, section } from '../src/slack/blocks.ts';
import { type Command, written } from '../src/slack/command.ts';
import type { Message } from '../src/slack/privately.ts';
import type { Turn } from '../src/slack/turn.ts';
import { EXPENSE_NEW } from '../src/spending/expense/views.ts';
import type { Text } from '../src/text/index.ts';
import { districtNames, programNames } from '../src/visit/names.ts';
import { findPrograms } from '../src/visit/programs/store.ts';
import { VISIT_NEW } from '../src/visit/views.ts';
import { ANSWERS } from './biseo/answers.ts';
import { answerQuestion } from './biseo/ask.ts';

/**
 * What people write to the app itself: a question is answered, a line is offered as an entry, since a form needs a click
 * to open. Messages with files are somebody else's (receipts).
 */
export const directMessage: Command = {
  hears: [
    written(async (turn) => {
      const { text } = turn.message;
      if (!text.trim()) return null;
      const reading = readMessage(await readable(turn.db, text), await findKnown(turn));
      const offer = () => offerMessage('offers' in reading ? reading.offers : [], text, turn.text);
      if ('question' in reading) return ANSWERS[reading.question.about]({ ...turn, typed: reading.question.words });
      if (reading.asks && reading.offers.length === 0 && !asks(text)) return answerQuestion(text, turn, offer);
      return reading.asks ? answerQuestion(text, turn) : offer();
    }),
  ],
};

async function findKnown({ db, today }: Turn): Promise<Known> {
  const [programs, districts] = await Promise.all([findPrograms(db), findDistricts(db)]);
  return { today, programs: programNames(programs), districts: districtNames(districts) };
}

const OPENS: Readonly<Record<Form, string>> = {
  expense: EXPENSE_NEW,
  visit: VISIT_NEW,
  council: COUNCIL_NEW,
  followup: FOLLOWUP_NEW,
};

/** The likeliest forms, each filled with the line when it is pressed; all of them where nothing speaks for one. */
function offerMessage(offers: readonly Form[], typed: string, text: Text): Message {
  const words = text.office.said;
  const named = offers.map((form) => words.forms[form]);
  const lead =
    offers.length === 0
      ? words.none
      : offers.length === 1
        ? words.one(named[0] ?? '')
        : words.several(named.join(', '));
  const value = clip(typed, LONGEST.value);
  const cut = value === typed ? [] : [words.long];
  const said = [lead, ...(offers.length === 0 ? [] : [words.fills]), ...cut].join('\n');
  const buttons: types.Button[] = (offers.length === 0 ? FORMS : offers).map((form, i) =>
    button(OPENS[form], text.home.record[form], value, i === 0 && offers.length > 0 ? 'primary' : undefined),
  );
  const elements = [...buttons, ...(offers.length === 0 ? [menuButton('menu', text.home.menu)] : [])];
  const blocks: Block[] = [section(said), { type: 'actions', elements }];
  return { text: said, blocks };
}
