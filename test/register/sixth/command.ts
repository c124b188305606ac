import { findPeople } from '../../../src/people/store.ts';
import { whoseAmong } from '../../../src/people/whose.ts';
import { endingBothWays } from '../../../src/register/both-ways.ts';
import { finding } from '../../../src/register/finding.ts';
import { changedBy } from '../../../src/register/overtaken.ts';
import { saving } from '../../../src/register/saving.ts';
import { type Command, pages, press, submission, Words } from '../../../src/slack/command.ts';
import { refuse } from '../../../src/slack/outcome.ts';
import type { Turn, Typed } from '../../../src/slack/turn.ts';
import { type Lending, name, parse, type Said } from './rules.ts';
import { findLendings, lendings } from './store.ts';
import { card, LEND, lendForm, list, sayIn } from './views.ts';

async function show(query: string, offset: number, { db, person, text }: Turn) {
  const { whose, words } = whoseAmong(query, { me: person.userId, people: await findPeople(db) });
  return list(await findLendings(db, whose, words, { offset, limit: 8 }), { query, offset }, text);
}

const of = finding<Lending>({ names: { name, parse }, find: lendings.find, isEnded: ({ voided }) => voided });
async function edit(typed: string, turn: Turn) {
  const it = await of.standing(typed, turn);
  if ('refused' in it) return { text: it.refused };
  return turn.open(lendForm(it.record, it.record, turn.text), { press: 'lending_edit', value: typed });
}

const voiding = endingBothWays<Lending>({
  of,
  end: { open: 'lending_void_open', form: 'lending_void' },
  restore: { open: 'lending_restore_open', form: 'lending_restore' },
  records: () => lendings,
  card: (it, { text }) => card(it, text),
});

const save = submission(LEND, ({ values: { thing, whom }, ...sent }) => {
  const changed = changedBy('lending', { fields: sayIn(sent.text) });
  const saved = (it: Lending) => ({ done: name(it.id), say: card(it, sent.text) });
  const said = { thing: thing ?? '', whom: whom ?? '' };
  const gone = refuse(sent.text.conversation.lost);
  return saving<Lending, Said>({ records: lendings, changed, gone, saved }, said, sent);
});

export const lending = {
  slash: ['/lend', '/대여'],
  subs: [
    { words: ['mine', '내것'], run: (turn) => show(`me ${turn.typed}`, 0, turn) },
    { words: ['list', '목록'], run: (turn) => show(turn.typed, 0, turn) },
    { words: ['add', '등록'], run: (turn) => turn.open(lendForm({}, undefined, turn.text), { press: 'lending_edit' }) },
    { words: ['edit', '수정'], run: (turn) => edit(turn.typed, turn) },
    { words: ['void', '무효'], run: voiding.end.typed },
    { words: ['restore', '되살리기'], run: voiding.restore.typed },
  ],
  line: ({ text }: Typed) => ({ text: sayIn(text).help }),
  hears: [
    ...[...voiding.hears, save, press('lending_edit', Words, (turn) => edit(turn.pressed, turn))],
    ...pages('lending_page', (turn) => show(turn.query, turn.offset, turn)),
  ],
} satisfies Command;
