import { createHash } from 'node:crypto';
import { z } from 'zod';
import { formatWon } from '../../src/korean/won.ts';
import { isManager } from '../../src/people/rules.ts';
import { xlsxBytes } from '../../src/pledge/export.ts';
import {
  IMPORT,
  importForm,
  intakeLines,
  PLEDGE_IMPORT_DROP,
  PLEDGE_IMPORT_OPEN,
  PLEDGE_IMPORT_TAKE,
  previewMessage,
} from '../../src/pledge/file-views.ts';
import { openPledgesApart, type PledgeFile } from '../../src/pledge/files.ts';
import { type PledgeIntake, takePledges } from '../../src/pledge/intake.ts';
import { findPledges } from '../../src/pledge/store.ts';
import { readTerm, usualTerm } from '../../src/pledge/term.ts';
import { findTerms } from '../../src/pledge/totals/store.ts';
import { section } from '../../src/slack/blocks.ts';
import { type Heard, jsonOf, press, submission, Words } from '../../src/slack/command.ts';
import { downloadFile, givenFile } from '../../src/slack/download.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import { sendFile } from '../../src/slack/send-file.ts';
import type { Answer, Submitted, Turn, Typed } from '../../src/slack/turn.ts';
import { tableRefusal } from '../../src/tables/refusal-words.ts';

/** What the button of a preview carries: the file again, and what it would have done. */
const Previewed = jsonOf(z.object({ url: z.string(), name: z.string(), digest: z.string() }));

export const filing: Heard[] = [
  press(PLEDGE_IMPORT_OPEN, Words, openImport),
  press(PLEDGE_IMPORT_DROP, Words, ({ text }) => plainMessage(text.pledge.files.dropped), 'in_place'),
  press(PLEDGE_IMPORT_TAKE, Previewed, (turn) => take(turn.pressed, turn), 'in_place'),
  submission(IMPORT, takeFile),
];

/** The form that takes a file; whole files are managers' business. */
export function openImport(turn: Turn): Answer | Promise<Answer> {
  if (!isManager(turn.person)) return { text: turn.text.access.notManager };
  return turn.open(importForm(turn.text), { press: PLEDGE_IMPORT_OPEN });
}

const TEMPLATE = new Set(['template', '양식', '서식']);

/** The term's pledges as an XLSX file, or the empty template, sent to the person's messages with the app. */
export async function sendExport(turn: Typed): Promise<Message> {
  const { typed, db, text, today } = turn;
  const words = text.pledge.files;
  const template = TEMPLATE.has(typed.toLowerCase());
  const term = readTerm(typed) ?? usualTerm(await findTerms(db), today);
  const pledges = template ? [] : await findPledges(db, term);
  if (!template && pledges.length === 0) return { text: text.pledge.list.none('', '') };
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsxBytes(pledges)) pieces.push(piece);
  const said = template ? words.templateSent : words.exported(formatWon(pledges.length));
  const name = template ? words.templateName : `${words.exportName} ${term}`;
  await sendFile(turn, { name: `${name}.xlsx`, bytes: Buffer.concat(pieces), said });
  return { text: said };
}

async function takeFile({ values, ...turn }: Submitted<typeof IMPORT.empty, object>): Promise<Outcome> {
  const { person, text } = turn;
  const file = givenFile(values.file, text);
  if (!isManager(person)) return refuse(text.access.notManager, 'file');
  if ('refusal' in file) return refuse(file.refusal, 'file');
  const { url, name } = file;
  return {
    done: text.files.started(name),
    say: null,
    after: async () => turn.tell(await preview(url, name, turn)),
  };
}

async function read(url: string, name: string, turn: Turn): Promise<PledgeFile | string> {
  const { text } = turn;
  const refused = (reason: string) => text.files.refused(name, reason);
  const got = await downloadFile({ url, name }, turn);
  if ('refused' in got) return got.refused;
  const file = await openPledgesApart(got.bytes, name, null);
  if (!('refusal' in file)) return file;
  return refused(text.pledge.files.refusals[file.refusal] ?? tableRefusal(file.refusal, got.bytes.length, text));
}

/** What the file would do, with a button that does it. */
async function preview(url: string, name: string, turn: Turn): Promise<Message> {
  const file = await read(url, name, turn);
  if (typeof file === 'string') return plainMessage(file);
  const by = { actor: turn.person.userId, at: turn.now(), fileName: name };
  const intake = await takePledges(turn.db, file, { ...by, dryRun: true });
  const value = JSON.stringify({ url, name, digest: digestOf(intake) });
  return previewMessage(name, intake, value, turn.text);
}

/** Takes the file in, if it still does what was shown; otherwise shows anew what it would do. */
async function take({ url, name, digest }: z.infer<typeof Previewed>, turn: Turn): Promise<Message> {
  const { db, person, text } = turn;
  if (!isManager(person)) return { text: text.access.notManager, below: true };
  const file = await read(url, name, turn);
  if (typeof file === 'string') return plainMessage(file);
  const by = { actor: person.userId, at: turn.now(), fileName: name };
  const planned = await takePledges(db, file, { ...by, dryRun: true });
  if (digestOf(planned) !== digest) {
    const value = JSON.stringify({ url, name, digest: digestOf(planned) });
    const again = previewMessage(name, planned, value, text);
    const words = text.pledge.files.planChanged;
    return { text: `${words}\n${again.text}`, blocks: [section(words), ...(again.blocks ?? [])] };
  }
  const intake = await takePledges(db, file, by);
  return plainMessage([text.pledge.files.taken, ...intakeLines(name, intake, text)].join('\n'));
}

const digestOf = ({ plan }: PledgeIntake): string =>
  createHash('sha256')
    .update(JSON.stringify(plan.rows.map((it) => [it.row.line, it.known?.pledge.id ?? null, it.differences])))
    .digest('base64url')
    .slice(0, 22);
