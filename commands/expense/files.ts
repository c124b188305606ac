import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formatWon } from '../../src/korean/won.ts';
import { readable } from '../../src/people/mentions.ts';
import { isManager } from '../../src/people/rules.ts';
import { findPeople } from '../../src/people/store.ts';
import { clip } from '../../src/slack/blocks.ts';
import { type Heard, press, submission, Words } from '../../src/slack/command.ts';
import { downloadFile, givenFile } from '../../src/slack/download.ts';
import { inTime } from '../../src/slack/in-time.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import { sendFile } from '../../src/slack/send-file.ts';
import type { Answer, Submitted, Turn, Typed } from '../../src/slack/turn.ts';
import { openBudgetsApart } from '../../src/spending/budget/files.ts';
import { findBudgets, putBudgets } from '../../src/spending/budget/store.ts';
import { writeExport } from '../../src/spending/expense/export-file.ts';
import { streamExpenses } from '../../src/spending/expense/list/store.ts';
import { readQuery } from '../../src/spending/expense/query.ts';
import { openExpensesApart } from '../../src/spending/expense/reading.ts';
import { wonWords } from '../../src/spending/expense/words.ts';
import {
  IMPORT,
  IMPORT_OPEN,
  importForm,
  intakeMessage,
  refusalWords,
} from '../../src/spending/imported/file-views.ts';
import { takeIn } from '../../src/spending/imported/intake.ts';
import { tableRefusal } from '../../src/tables/refusal-words.ts';
import { refusalOf } from '../../src/tables/table.ts';

const PROGRESS_EVERY_MS = 2_000; // Slack takes about fifty changes of a message a minute

export const filing: Heard[] = [press(IMPORT_OPEN, Words, openImport), submission(IMPORT, takeFile)];

/** The form that takes a file; whole files are managers' business. */
export async function openImport(turn: Turn): Promise<Answer> {
  const { person, text } = turn;
  return isManager(person) ? turn.open(importForm(text), { press: IMPORT_OPEN }) : { text: text.access.notManager };
}

async function takeFile({ values, ...turn }: Submitted<typeof IMPORT.empty, object>): Promise<Outcome> {
  const { person, text } = turn;
  const file = givenFile(values.file, text);
  if (!isManager(person)) return refuse(text.access.notManager, 'file');
  if ('refusal' in file) return refuse(file.refusal, 'file');
  const { name } = file;
  const take = values.kind === 'budgets' ? takeBudgets : takeExpenses;
  return {
    done: text.files.started(name),
    say: null,
    after: async () => {
      const note = await startNote(text.files.started(name), turn);
      try {
        const got = await downloadFile(file, turn);
        await note.end('refused' in got ? plainMessage(got.refused) : await take(name, got.bytes, turn, note.progress));
      } catch (error) {
        const refusal = refusalOf(error);
        await note.end(refused(name, refusal ?? 'broken', text));
        if (!refusal) throw error;
      }
    },
  };
}

type Note = { progress(words: string): void; end(message: Message): Promise<void> };

/** One message to a person that is kept up to date while something long goes on. */
async function startNote(words: string, { client, person, now }: Turn): Promise<Note> {
  const { channel = '', ts = '' } = await client.chat.postMessage({ channel: person.userId, ...plainMessage(words) });
  let last = now().getTime();
  let sending: Promise<unknown> = Promise.resolve();
  const update = ({ text, blocks = [] }: Message) => client.chat.update({ channel, ts, text, blocks });
  return {
    progress(text) {
      if (now().getTime() - last < PROGRESS_EVERY_MS) return;
      last = now().getTime();
      sending = sending.then(() => update(plainMessage(text))).catch(() => undefined); // the end is told in any case
    },
    async end(message) {
      await sending;
      await update(message);
    },
  };
}

async function takeExpenses(
  fileName: string,
  bytes: Uint8Array,
  { db, person, text, today, now }: Turn,
  progress: (words: string) => void,
): Promise<Message> {
  const file = await openExpensesApart(bytes, fileName, { today });
  if ('refusal' in file) return plainMessage(text.files.refused(fileName, refusalWords(file, bytes.length, text)));
  try {
    const intake = await takeIn(db, file, {
      fileName,
      actor: person.userId,
      at: now(),
      onProgress: (rows) => progress(text.files.progress(fileName, formatWon(rows))),
    });
    return intakeMessage(fileName, intake, text);
  } finally {
    await file.close();
  }
}

async function takeBudgets(fileName: string, bytes: Uint8Array, { db, person, text, now }: Turn): Promise<Message> {
  const file = await openBudgetsApart(bytes, fileName);
  if ('refusal' in file) return refused(fileName, file.refusal, text, bytes.length);
  if (file.problems.length > 0) {
    const lines = file.problems.map(
      ({ line, code }) => `${text.expense.sourceLine(fileName, String(line))}: ${text.files.problems[code] ?? code}`,
    );
    return plainMessage([refused(fileName, 'bad_lines', text).text, ...lines.slice(0, 10)].join('\n'));
  }
  await putBudgets(db, file.budgets, { actor: person.userId, at: now(), origin: 'file' });
  return plainMessage(text.files.budgetsDone(formatWon(file.budgets.length)));
}

const refused = (fileName: string, refusal: string, text: Turn['text'], bytes = 0): Message =>
  plainMessage(text.files.refused(fileName, tableRefusal(refusal, bytes, text)));

/** `2018 xlsx`: the records of those words as a file, sent to the person's messages with the app. */
export async function sendExport(turn: Typed): Promise<Message> {
  const sending = makeAndSend(turn);
  if (!(await inTime(sending))) await turn.tell({ text: turn.text.files.exportStarted });
  return sending;
}

/** Slashes and the like can't stand in the name of a file. */
const NOT_IN_NAMES = /[\\/:*?"<>|]+/g;
const LONGEST_NAME = 80;

async function makeAndSend(turn: Typed): Promise<Message> {
  const { db, person, text, today } = turn;
  const words = turn.typed.split(' ').filter(Boolean);
  const format = words.some((word) => word.toLowerCase() === 'csv') ? 'csv' : 'xlsx';
  const query = words.filter((word) => !['csv', 'xlsx'].includes(word.toLowerCase())).join(' ');
  const filter = readQuery(query, { today, me: person.userId, people: await findPeople(db) });

  const folder = await mkdtemp(path.join(tmpdir(), 'biseo-'));
  try {
    const file = path.join(folder, `${randomUUID()}.${format}`);
    const written = await writeExport(streamExpenses(db, filter), await findBudgets(db), file, format);
    if (written.count === 0) return { text: text.files.exportNone };
    const asked = clip((await readable(db, query)).replace(NOT_IN_NAMES, ' ').trim(), LONGEST_NAME);
    const said = text.files.exported(formatWon(written.count), wonWords(written.won, text));
    const name = `${[text.files.exportName, asked].filter(Boolean).join(' ')}.${format}`;
    await sendFile(turn, { name, bytes: await readFile(file), said });
    return { text: [said, text.files.exportWhere].join(' ') };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
