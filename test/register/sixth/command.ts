import { changeWords } from '../../../src/people/history/views.ts';
import { findPeople } from '../../../src/people/store.ts';
import { whoseAmong } from '../../../src/people/whose.ts';
import { changing } from '../../../src/register/changing.ts';
import { ending } from '../../../src/register/ending.ts';
import type { Changed, Editing } from '../../../src/register/overtaken.ts';
import { type Command, pages, press, submission, Words } from '../../../src/slack/command.ts';
import { type Outcome, refuse } from '../../../src/slack/outcome.ts';
import type { Submitted, Turn, Typed } from '../../../src/slack/turn.ts';
import { idIn, type Lending, type Said, saidOf } from './rules.ts';
import { findLendings, lendings } from './store.ts';
import { card, LEND, lendForm, list, sayIn } from './views.ts';

async function show(query: string, offset: number, { db, person, text }: Turn) {
  const { whose, words } = whoseAmong(query, { me: person.userId, people: await findPeople(db) });
  const { found, count } = await findLendings(db, whose, words, { offset, limit: 8 });
  return list(found, count, { query, offset }, text);
}

async function edit(typed: string, turn: Turn) {
  const it = await lendings.find(turn.db, idIn(typed));
  return it && turn.open(lendForm(it, it, turn.text), { press: 'lending_edit', value: typed });
}

const voiding = ending<Lending>({
  open: 'lending_void_open',
  form: 'lending_void',
  async find(named, { db, text }) {
    const it = await lendings.find(db, idIn(named));
    return !it || it.voided ? { ended: sayIn(text).void } : { subject: it };
  },
  words: ({ thing }, text) => ({ title: sayIn(text).void, explain: thing, submit: sayIn(text).void }),
  async end({ id }, reason, { db, person, text, now }) {
    await lendings.end(db, id, { actor: person.userId, at: now(), reason });
    return { done: sayIn(text).void };
  },
});

type Sent = Submitted<typeof LEND.empty, { editing?: Editing | undefined }>;
async function save({ values, metadata: { editing }, key: formKey, ...turn }: Sent): Promise<Outcome> {
  const { db, text, person } = turn;
  const [typed, by] = [
    { thing: values.thing ?? '', whom: values.whom ?? '' },
    { actor: person.userId, at: turn.now() },
  ];
  const saved = (it: Lending) => ({ done: `L${it.id}`, say: card(it, text) });
  if (!editing) return saved((await lendings.enter(db, typed, { ...by, formKey, origin: 'form' }, {})).record);
  const [now, gone] = [await lendings.find(db, editing.id), refuse(text.conversation.lost)];
  const say: Changed['say'] = (it) => changeWords(it, { actions: {}, fields: sayIn(text), value: () => null });
  const change = (facts: Said) => lendings.change(db, editing, { facts }, by);
  if (!now) return gone;
  const edit = { editing, typed, now: saidOf(now) };
  return changing({ noun: 'lending', say }, edit, { change, gone, ended: gone, saved }, turn);
}

const add = (turn: Turn) => turn.open(lendForm({}, null, turn.text), { press: 'lending_edit' });

export const lending = {
  slash: ['/lend', '/대여'],
  subs: [
    { words: ['mine', '내것'], run: (turn) => show('me', 0, turn) },
    { words: ['list', '목록'], run: (turn) => show(turn.typed, 0, turn) },
    { words: ['add', '등록'], run: add },
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
