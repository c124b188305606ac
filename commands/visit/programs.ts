import { changeWords } from '../../src/people/history/views.ts';
import { isManager } from '../../src/people/rules.ts';
import { besideOthers, overtaken } from '../../src/register/overtaken.ts';
import { type Heard, press, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuse, refuseFields } from '../../src/slack/outcome.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Answer, Submitted, Turn } from '../../src/slack/turn.ts';
import { draftProgram, MOST_PROGRAMS, type ProgramDraft } from '../../src/visit/programs/rules.ts';
import { draftOf, findPrograms, putProgram } from '../../src/visit/programs/store.ts';
import { historyWords, PROGRAM, PROGRAM_OPEN, programForm, programsMessage } from '../../src/visit/programs/views.ts';

/** What visits are made under; managers get buttons to change them. */
export const showPrograms = async ({ person, text, db }: Turn): Promise<Message> =>
  programsMessage(await findPrograms(db), isManager(person), text);

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

async function save({ values, metadata: { editing }, ...turn }: Sent): Promise<Outcome> {
  const { db, person, text } = turn;
  const words = text.visit.programs;
  if (!isManager(person)) return refuse(text.access.notManager, 'name');
  const programs = await findPrograms(db);
  const drafted = draftProgram(
    values,
    programs.filter(({ id }) => id !== editing?.id),
  );
  if ('refusals' in drafted) return refuseFields(drafted.refusals, words.refusals);
  const now = programs.find(({ id }) => id === editing?.id);
  const changed = {
    noun: 'program',
    say: (entry: Parameters<typeof changeWords>[0]) => changeWords(entry, historyWords(text)),
  };
  const draft: ProgramDraft =
    editing && now
      ? await besideOthers(changed, editing, { typed: drafted.draft, now: draftOf(now) }, db)
      : drafted.draft;
  const saved = await putProgram(db, editing, draft, { actor: person.userId, at: turn.now() });
  if (editing && !saved) return overtaken(changed, editing, now?.version ?? editing.version, turn);
  return { done: words.saved(draft.name) };
}

export const programs: Heard[] = [
  press(PROGRAM_OPEN, Words, (turn) => openProgram(turn.pressed, turn)),
  submission(PROGRAM, save),
];
