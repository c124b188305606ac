import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { App, BlockButtonAction, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { todayIn } from '../../src/korean/days.ts';
import { formatWon } from '../../src/korean/won.ts';
import { readable } from '../../src/people/mentions.ts';
import { isManager } from '../../src/people/rules.ts';
import { findPeople } from '../../src/people/store.ts';
import { button, clip } from '../../src/slack/blocks.ts';
import { downloadFile } from '../../src/slack/download.ts';
import { inTime } from '../../src/slack/in-time.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { openBudgets } from '../../src/spending/budget/files.ts';
import { findBudgets, putBudgets } from '../../src/spending/budget/store.ts';
import { writeExport } from '../../src/spending/expense/export-file.ts';
import { openExpenses } from '../../src/spending/expense/files.ts';
import { readQuery } from '../../src/spending/expense/query.ts';
import { streamExpenses } from '../../src/spending/expense/store.ts';
import { wonWords } from '../../src/spending/expense/words.ts';
import {
  IMPORT_FORM,
  IMPORT_OPEN,
  importForm,
  intakeMessage,
  refusalWords,
} from '../../src/spending/imported/file-views.ts';
import { takeIn } from '../../src/spending/imported/intake.ts';
import { refusalOf } from '../../src/tables/table.ts';

const PROGRESS_EVERY_MS = 2_000; // Slack takes about fifty changes of a message a minute

/** The form that takes a file; whole files are managers' business. */
export async function openImport({ person, text }: Visitor, click: Click): Promise<Message | null> {
  if (!isManager(person)) return { text: text.access.notManager };
  return openOrOffer(click, importForm(text), button(IMPORT_OPEN, text.access.openAgain, ' ', 'primary'), text);
}

const State = z.object({
  file: z.object({
    value: z.object({ files: z.array(z.object({ name: z.string(), url_private: z.string() })).min(1) }),
  }),
  kind: z.object({ value: z.object({ selected_option: z.object({ value: z.enum(['expenses', 'budgets']) }) }) }),
});

export function listenForFiles(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(IMPORT_OPEN, async ({ body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openImport(visitor, click);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view(IMPORT_FORM, async ({ ack, view, client, context }) => {
    const { person, text } = visitorOf(context);
    if (!isManager(person)) {
      await ack({ response_action: 'errors', errors: { file: text.access.notManager } });
      return;
    }
    const state = State.parse(view.state.values);
    await ack();
    const [file] = state.file.value.files;
    if (!file) return;

    const note = await startNote(client, person.userId, text.files.started(file.name), deps);
    const take = state.kind.value.selected_option.value === 'budgets' ? takeBudgets : takeExpenses;
    try {
      const bytes = await downloadFile(file.url_private, deps);
      const said = bytes
        ? await take(file.name, bytes, { person, text }, note.progress, deps)
        : refused(file.name, 'not_downloaded', text);
      await note.end(said);
    } catch (error) {
      const refusal = refusalOf(error);
      await note.end(refused(file.name, refusal ?? 'broken', text));
      if (!refusal) throw error;
    }
  });
}

type Note = { progress(words: string): void; end(message: Message): Promise<void> };

/** One message to a person that is kept up to date while something long goes on. */
async function startNote(client: webApi.WebClient, userId: string, words: string, { now }: Deps): Promise<Note> {
  const { channel = '', ts = '' } = await client.chat.postMessage({ channel: userId, ...plainMessage(words) });
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
  { person, text }: Visitor,
  progress: (words: string) => void,
  { db, config, now }: Deps,
): Promise<Message> {
  const file = await openExpenses(bytes, fileName, { today: todayIn(config.timezone, now()) });
  if ('refusal' in file) return plainMessage(text.files.refused(fileName, refusalWords(file, text)));
  const intake = await takeIn(db, file, {
    fileName,
    actor: person.userId,
    at: now(),
    onProgress: (rows) => progress(text.files.progress(fileName, formatWon(rows))),
  });
  return intakeMessage(fileName, intake, text);
}

async function takeBudgets(
  fileName: string,
  bytes: Uint8Array,
  { person, text }: Visitor,
  _progress: (words: string) => void,
  { db, now }: Deps,
): Promise<Message> {
  const file = await openBudgets(bytes, fileName);
  if ('refusal' in file) return refused(fileName, file.refusal, text);
  if (file.problems.length > 0) {
    const lines = file.problems.map(
      ({ line, code }) => `${text.expense.sourceLine(fileName, String(line))}: ${text.files.problems[code] ?? code}`,
    );
    return plainMessage([refused(fileName, 'bad_lines', text).text, ...lines.slice(0, 10)].join('\n'));
  }
  await putBudgets(db, file.budgets, { actor: person.userId, at: now(), origin: 'file' });
  return plainMessage(text.files.budgetsDone(formatWon(file.budgets.length)));
}

const refused = (fileName: string, refusal: string, text: Visitor['text']): Message =>
  plainMessage(text.files.refused(fileName, text.files.refusals[refusal] ?? text.files.otherRefusal));

/** `2018 xlsx`: the records of those words as a file, sent to the person's messages with the app. */
export async function sendExport(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message> {
  const sending = makeAndSend(typed, visitor, click, deps);
  if (!(await inTime(sending))) {
    const reach = { userId: visitor.person.userId, responseUrl: click.responseUrl };
    await tellPrivately({ client: click.client, log: deps.log }, reach, { text: visitor.text.files.exportStarted });
  }
  return sending;
}

/** Slashes and the like can't stand in the name of a file. */
const NOT_IN_NAMES = /[\\/:*?"<>|]+/g;
const LONGEST_NAME = 80;

async function makeAndSend(typed: string, { person, text }: Visitor, click: Click, deps: Deps): Promise<Message> {
  const { db, config, now } = deps;
  const words = typed.split(' ').filter(Boolean);
  const format = words.some((word) => word.toLowerCase() === 'csv') ? 'csv' : 'xlsx';
  const query = words.filter((word) => !['csv', 'xlsx'].includes(word.toLowerCase())).join(' ');
  const today = todayIn(config.timezone, now());
  const filter = readQuery(query, { today, me: person.userId, people: await findPeople(db) });

  const folder = await mkdtemp(path.join(tmpdir(), 'biseo-'));
  try {
    const file = path.join(folder, `${randomUUID()}.${format}`);
    const written = await writeExport(streamExpenses(db, filter), await findBudgets(db), file, format);
    if (written.count === 0) return { text: text.files.exportNone };
    const { channel } = await click.client.conversations.open({ users: person.userId });
    const asked = clip((await readable(db, query)).replace(NOT_IN_NAMES, ' ').trim(), LONGEST_NAME);
    const said = text.files.exported(formatWon(written.count), wonWords(written.won, text));
    await click.client.filesUploadV2({
      channel_id: channel?.id ?? '',
      file: await readFile(file),
      filename: `${[text.files.exportName, asked].filter(Boolean).join(' ')}.${format}`,
      initial_comment: said,
    });
    return { text: [said, text.files.exportWhere].join(' ') };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
