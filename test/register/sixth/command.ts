import { changeWords } from '../../../src/people/history/views.ts';
import { findPeople } from '../../../src/people/store.ts';
import { whoseAmong } from '../../../src/people/whose.ts';
import { ending } from '../../../src/register/ending.ts';
import type { Editing } from '../../../src/register/overtaken.ts';
import { saving } from '../../../src/register/saving.ts';
import { type Command, pages, press, submission, Words } from '../../../src/slack/command.ts';
import { refuse } from '../../../src/slack/outcome.ts';
import type { Submitted, Turn, Typed } from '../../../src/slack/turn.ts';
import { type Lending, name, parse, type Said } from './rules.ts';
import { findLendings, lendings } from './store.ts';
import { card, LEND, lendForm, list, sayIn } from './views.ts';

async function show(query: string, offset: number, { db, person, text }: Turn) {
  const { whose, words } = whoseAmong(query, { me: person.userId, people: await findPeople(db) });
  const { found, count } = await findLendings(db, whose, words, { offset, limit: 8 });
  return list(found, count, { query, offset }, text);
}

const find = (typed: string, { db }: Turn) => lendings.find(db, parse(typed) ?? 0);
async function edit(typed: string, turn: Turn) {
  const it = await find(typed, turn);
  return it && turn.open(lendForm(it, it, turn.text), { press: 'lending_edit', value: typed });
}

const voiding = ending<Lending>({
  open: 'lending_void_open',
  form: 'lending_void',
  async find(named, turn) {
    const it = await find(named, turn);
    return !it || it.voided ? { ended: sayIn(turn.text).void } : { subject: it };
  },
  words: ({ thing }, text) => ({ title: sayIn(text).void, explain: thing, submit: sayIn(text).void }),
  async end({ id }, reason, { db, person, text, now }) {
    await lendings.end(db, id, { actor: person.userId, at: now(), reason });
    return { done: sayIn(text).void };
  },
});

const save = ({ values: { thing, whom }, ...turn }: Submitted<typeof LEND.empty, { editing?: Editing | undefined }>) =>
  saving<Lending, Said>(
    {
      records: lendings,
      changed: {
        noun: 'lending',
        say: (it) => changeWords(it, { actions: {}, fields: sayIn(turn.text), value: () => null }),
      },
      gone: refuse(turn.text.conversation.lost),
      saved: (it) => ({ done: name(it.id), say: card(it, turn.text) }),
    },
    { thing: thing ?? '', whom: whom ?? '' },
    turn,
  );

export const lending = {
  slash: ['/lend', '/대여'],
  subs: [
    { words: ['mine', '내것'], run: (turn) => show('me', 0, turn) },
    { words: ['list', '목록'], run: (turn) => show(turn.typed, 0, turn) },
    { words: ['add', '등록'], run: (turn) => turn.open(lendForm({}, undefined, turn.text), { press: 'lending_edit' }) },
    { words: ['edit', '수정'], run: (turn) => edit(turn.typed, turn) },
    { words: ['void', '무효'], run: voiding.typed },
  ],
  line: ({ text }: Typed) => ({ text: sayIn(text).help }),
  hears: [
    ...voiding.hears,
    ...pages('lending_page', (turn) => show(turn.query, turn.offset, turn)),
    press('lending_edit', Words, (turn) => edit(turn.pressed, turn)),
    submission(LEND, save),
  ],
} satisfies Command;
