import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { App, webApi } from '@slack/bolt';
import { z } from 'zod';
import { openBudgets } from '../../src/budget/files.ts';
import { putBudgets } from '../../src/budget/store.ts';
import { todayIn } from '../../src/days.ts';
import type { Deps } from '../../src/deps.ts';
import { writeExport } from '../../src/expense/export-file.ts';
import { IMPORT_FORM, importForm, intakeLines } from '../../src/expense/file-views.ts';
import { openExpenses } from '../../src/expense/files.ts';
import { takeIn } from '../../src/expense/intake.ts';
import { readQuery } from '../../src/expense/query.ts';
import { streamExpenses } from '../../src/expense/store.ts';
import { wonWords } from '../../src/expense/words.ts';
import { isManager } from '../../src/person/rules.ts';
import { findPeople } from '../../src/person/store.ts';
import { escaped } from '../../src/slack/blocks.ts';
import { downloadFile } from '../../src/slack/download.ts';
import { openForm } from '../../src/slack/open-form.ts';
import type { Message } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { formatWon } from '../../src/won.ts';

type Click = { client: webApi.WebClient; triggerId: string; responseUrl: string | undefined };

const PROGRESS_EVERY_MS = 2_000; // Slack takes about fifty changes of a message a minute

/** The form that takes a file; whole files are managers' business. */
export async function openImport({ person, text }: Visitor, click: Click): Promise<Message | null> {
  if (!isManager(person)) return { text: text.access.notManager };
  const opened = await openForm(click.client, click.triggerId, importForm(text));
  return opened ? null : { text: text.expense.form.openAgain };
}

const State = z.object({
  file: z.object({
    value: z.object({ files: z.array(z.object({ name: z.string(), url_private: z.string() })).min(1) }),
  }),
  kind: z.object({ value: z.object({ selected_option: z.object({ value: z.enum(['expenses', 'budgets']) }) }) }),
});

export function listenForFiles(app: App, deps: Deps): void {
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
    const bytes = await downloadFile(file.url_private, deps);
    if (!bytes) {
      const refused = text.files.refused(file.name, text.files.refusals.not_downloaded ?? '');
      await note.end(refused);
      return;
    }
    const kind = state.kind.value.selected_option.value;
    const take = kind === 'budgets' ? takeBudgets : takeExpenses;
    await note.end(await take(file.name, bytes, { person, text }, note.progress, deps));
  });
}

type Note = { progress(words: string): void; end(words: string): Promise<void> };

/** One message to a person that is kept up to date while something long goes on. */
async function startNote(client: webApi.WebClient, userId: string, words: string, { now }: Deps): Promise<Note> {
  const { channel = '', ts = '' } = await client.chat.postMessage({ channel: userId, text: escaped(words) });
  let last = now().getTime();
  let sending: Promise<unknown> = Promise.resolve();
  const update = (text: string) => client.chat.update({ channel, ts, text: escaped(text), blocks: [] });
  return {
    progress(text) {
      if (now().getTime() - last < PROGRESS_EVERY_MS) return;
      last = now().getTime();
      sending = sending.then(() => update(text)).catch(() => undefined); // the end is told in any case
    },
    async end(text) {
      await sending;
      await update(text);
    },
  };
}

async function takeExpenses(
  fileName: string,
  bytes: Uint8Array,
  { person, text }: Visitor,
  progress: (words: string) => void,
  { db, config, now }: Deps,
): Promise<string> {
  const file = await openExpenses(bytes, fileName, { today: todayIn(config.timezone, now()) });
  if ('refusal' in file) return refused(fileName, file.refusal, text);
  const intake = await takeIn(db, file, {
    fileName,
    actor: person.userId,
    at: now(),
    onProgress: (rows) => progress(text.files.progress(fileName, formatWon(rows))),
  });
  return intakeLines(fileName, intake, text).join('\n');
}

async function takeBudgets(
  fileName: string,
  bytes: Uint8Array,
  { person, text }: Visitor,
  _progress: (words: string) => void,
  { db, now }: Deps,
): Promise<string> {
  const file = await openBudgets(bytes, fileName);
  if ('refusal' in file) return refused(fileName, file.refusal, text);
  if (file.problems.length > 0) {
    const lines = file.problems.map(
      ({ line, code }) => `${text.expense.sourceLine(fileName, String(line))}: ${text.files.problems[code] ?? code}`,
    );
    return [text.files.refused(fileName, ''), ...lines.slice(0, 10)].join('\n');
  }
  await putBudgets(db, file.budgets, { actor: person.userId, at: now(), origin: 'file' });
  return text.files.budgetsDone(formatWon(file.budgets.length));
}

const refused = (fileName: string, refusal: string, text: Visitor['text']): string =>
  text.files.refused(fileName, text.files.refusals[refusal] ?? text.files.otherRefusal);

/** `2018 xlsx`: the records of those words as a file, sent to the person's messages with the app. */
export async function sendExport(typed: string, { person, text }: Visitor, click: Click, deps: Deps): Promise<Message> {
  const { db, config, now } = deps;
  const words = typed.split(' ').filter(Boolean);
  const format = words.some((word) => word.toLowerCase() === 'csv') ? 'csv' : 'xlsx';
  const query = words.filter((word) => !['csv', 'xlsx'].includes(word.toLowerCase())).join(' ');
  const today = todayIn(config.timezone, now());
  const filter = readQuery(query, { today, me: person.userId, people: await findPeople(db) });

  const folder = await mkdtemp(path.join(tmpdir(), 'biseo-'));
  try {
    const file = path.join(folder, `${randomUUID()}.${format}`);
    const written = await writeExport(streamExpenses(db, filter), file, format);
    if (written.count === 0) return { text: text.files.exportNone };
    const opened = await click.client.conversations.open({ users: person.userId });
    const channel = opened.channel?.id ?? '';
    const name = `${[text.files.exportName, query].filter(Boolean).join(' ')}.${format}`;
    const said = text.files.exported(formatWon(written.count), wonWords(written.won, text));
    await click.client.filesUploadV2({
      channel_id: channel,
      file: await readFile(file),
      filename: name,
      initial_comment: said,
    });
    return { text: escaped(said) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
