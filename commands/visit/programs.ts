import { isManager } from '../../src/people/rules.ts';
import { changedBy } from '../../src/register/overtaken.ts';
import { saving } from '../../src/register/saving.ts';
import { type Heard, pages, press, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuse, refuseFields } from '../../src/slack/outcome.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Answer, Submitted, Turn } from '../../src/slack/turn.ts';
import { draftProgram, MOST_PROGRAMS } from '../../src/visit/programs/rules.ts';
import {
  changeProgram,
  draftOf,
  findEntered,
  findProgram,
  findPrograms,
  insertProgram,
} from '../../src/visit/programs/store.ts';
import {
  historyWords,
  PROGRAM,
  PROGRAM_OPEN,
  PROGRAM_PAGE,
  programForm,
  programsMessage,
} from '../../src/visit/programs/views.ts';

/** What visits are made under; managers get buttons to change them. */
export const showPrograms = async ({ person, text, db }: Turn, offset = 0): Promise<Message> =>
  programsMessage(await findPrograms(db), offset, isManager(person), text);

async function openProgram(named: string, turn: Turn): Promise<Answer> {
  const { db, person, text } = turn;
  const programs = await findPrograms(db);
  const program = programs.find(({ id }) => String(id) === named) ?? null;
  if (!program && programs.length >= MOST_PROGRAMS) return { text: text.visit.programs.tooMany };
  if (!isManager(person)) return { text: text.access.notManager };
  const again = { press: PROGRAM_OPEN, value: named || 'new', label: text.visit.programs.change };
  return turn.open(programForm(program, text), again);
}

type Sent = Submitted<typeof PROGRAM.empty, typeof PROGRAM.metadata._output>;

async function save({ values, ...sent }: Sent): Promise<Outcome> {
  const { db, person, text, metadata } = sent;
  const words = text.visit.programs;
  if (!isManager(person)) return refuse(text.access.notManager, 'name');
  const first = await findEntered(db, sent.key);
  if (first) return { done: words.saved(first.name) };
  const others = (await findPrograms(db)).filter(({ id }) => id !== metadata.editing?.id);
  const drafted = draftProgram(values, others);
  if ('refusals' in drafted) return refuseFields(drafted.refusals, words.refusals);
  return saving(
    {
      records: {
        find: findProgram,
        facts: draftOf,
        enter: insertProgram,
        change: (db, seen, { facts }, by) => changeProgram(db, seen, facts, by),
      },
      changed: changedBy('program', historyWords(text)),
      gone: refuse(text.conversation.lost, 'name'),
      saved: ({ name }) => ({ done: words.saved(name) }),
    },
    drafted.draft,
    sent,
  );
}

export const programs: Heard[] = [
  ...pages(PROGRAM_PAGE, (turn) => showPrograms(turn, turn.offset)),
  press(PROGRAM_OPEN, Words, (turn) => openProgram(turn.pressed, turn)),
  submission(PROGRAM, save),
];
