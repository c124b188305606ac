import type { App, types } from '@slack/bolt';
import type { Command, Deps } from '../src/base/deps.ts';
import { COUNCIL_NEW } from '../src/council/views.ts';
import { menuButton } from '../src/desk/menu/buttons.ts';
import { FORMS, type Form, type Known, type Question, readMessage } from '../src/desk/questions/rules.ts';
import { balanceWords } from '../src/desk/questions/views.ts';
import { FOLLOWUP_NEW } from '../src/followup/views.ts';
import { todayIn } from '../src/korean/days.ts';
import { normalise } from '../src/korean/typed.ts';
import { findDistricts } from '../src/people/districts/store.ts';
import { readable } from '../src/people/mentions.ts';
import { type Block, button, clip, LONGEST, section, sentence } from '../src/slack/blocks.ts';
import type { Message } from '../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../src/slack/visitor.ts';
import { accountNamed } from '../src/spending/expense/line.ts';
import { EXPENSE_NEW } from '../src/spending/expense/views.ts';
import { findStatus } from '../src/spending/ledger/store.ts';
import type { Text } from '../src/text/index.ts';
import { districtNames, programNames } from '../src/visit/names.ts';
import { findPrograms } from '../src/visit/programs/store.ts';
import { VISIT_NEW } from '../src/visit/views.ts';
import { ANSWERS } from './biseo/answers.ts';

/**
 * What people write to the app itself: a question is answered, a line is offered as an entry, since a form needs a click
 * to open. Messages with files are somebody else's (receipts).
 */
export const directMessage = {
  listen(app: App, deps: Deps) {
    app.message(async ({ message, client, context }) => {
      if (message.channel_type !== 'im' || message.subtype !== undefined || !message.text?.trim()) return;
      const visitor = visitorOf(context);
      const known = await findKnown(deps);
      const reading = readMessage(await readable(deps.db, message.text), known);
      const click = { client, triggerId: '', responseUrl: undefined };
      const said =
        'question' in reading
          ? await answerTo(reading.question, message.text, visitor, click, deps)
          : offerMessage(reading.offers, message.text, visitor.text);
      if (!said) return;
      const { direct: _direct, ...posted } = said;
      const thread = message.thread_ts ? { thread_ts: message.thread_ts } : {};
      await client.chat.postMessage({ channel: message.channel, ...thread, ...posted });
    });
  },
} satisfies Command;

async function findKnown({ db, config, now }: Deps): Promise<Known> {
  const [programs, districts] = await Promise.all([findPrograms(db), findDistricts(db)]);
  return {
    today: todayIn(config.timezone, now()),
    programs: programNames(programs),
    districts: districtNames(districts),
  };
}

type Click = Parameters<(typeof ANSWERS)['menu']>[2];

async function answerTo(
  { about, words }: Question,
  typed: string,
  visitor: Visitor,
  click: Click,
  deps: Deps,
): Promise<Message | null> {
  const said = await ANSWERS[about](words, visitor, click, deps);
  const account = normalise(typed)
    .split(' ')
    .map(accountNamed)
    .find((it) => it !== null);
  if (about !== 'status' || !said || !account) return said;
  const year = Number(words || todayIn(deps.config.timezone, deps.now()).slice(0, 4));
  const { status } = await findStatus(deps.db, year);
  const first = balanceWords(status, account, visitor.text);
  return { text: `${first}\n${said.text}`, blocks: [section(first), ...(said.blocks ?? [sentence(said.text)])] };
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
