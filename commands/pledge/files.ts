import { createHash } from 'node:crypto';
import type { App, BlockButtonAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { formatWon } from '../../src/korean/won.ts';
import { isManager } from '../../src/people/rules.ts';
import { xlsxBytes } from '../../src/pledge/export.ts';
import {
  importForm,
  intakeLines,
  PLEDGE_IMPORT_DROP,
  PLEDGE_IMPORT_FORM,
  PLEDGE_IMPORT_OPEN,
  PLEDGE_IMPORT_TAKE,
  previewMessage,
} from '../../src/pledge/file-views.ts';
import { openPledges, type PledgeFile } from '../../src/pledge/files.ts';
import { type PledgeIntake, takePledges } from '../../src/pledge/intake.ts';
import { findPledges, findTerms } from '../../src/pledge/store.ts';
import { readTerm, usualTerm } from '../../src/pledge/term.ts';
import { button, escaped, section } from '../../src/slack/blocks.ts';
import { downloadFile } from '../../src/slack/download.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { today } from './find.ts';

/** The form that takes a file; whole files are managers' business. */
export async function openImport({ person, text }: Visitor, click: Click): Promise<Message | null> {
  if (!isManager(person)) return { text: text.access.notManager };
  const again = button(PLEDGE_IMPORT_OPEN, text.access.openAgain, ' ', 'primary');
  return openOrOffer(click, importForm(text), again, text);
}

const TEMPLATE = new Set(['template', '양식', '서식']);

/** The term's pledges as an XLSX file, or the empty template, sent to the person's messages with the app. */
export async function sendExport(typed: string, { person, text }: Visitor, click: Click, deps: Deps): Promise<Message> {
  const words = text.pledge.files;
  const template = TEMPLATE.has(typed.toLowerCase());
  const term = readTerm(typed) ?? usualTerm(await findTerms(deps.db), today(deps));
  const pledges = template ? [] : await findPledges(deps.db, term);
  if (!template && pledges.length === 0) return { text: text.pledge.list.none('') };
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsxBytes(pledges)) pieces.push(piece);
  const { channel } = await click.client.conversations.open({ users: person.userId });
  const said = template ? words.templateSent : words.exported(formatWon(pledges.length));
  const name = template ? words.templateName : `${words.exportName} ${term}`;
  await click.client.filesUploadV2({
    channel_id: channel?.id ?? '',
    file: Buffer.concat(pieces),
    filename: `${name}.xlsx`,
    initial_comment: said,
  });
  return { text: said };
}

const State = z.object({
  file: z.object({
    value: z.object({ files: z.array(z.object({ name: z.string(), url_private: z.string() })).min(1) }),
  }),
});

/** What the button of a preview carries: the file again, and what it would have done. */
const Previewed = z.object({ url: z.string(), name: z.string(), digest: z.string() });

export function listenForFiles(app: App, deps: Deps): void {
  const { log } = deps;

  app.view(PLEDGE_IMPORT_FORM, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    if (!isManager(person)) {
      await ack({ response_action: 'errors', errors: { file: text.access.notManager } });
      return;
    }
    const [file] = State.parse(view.state.values).file.value.files;
    await ack();
    if (!file) return;
    const message = await preview(file.url_private, file.name, visitor, deps);
    await tellPrivately({ client, log }, { userId: person.userId }, message);
  });

  app.action<BlockButtonAction>(PLEDGE_IMPORT_OPEN, async ({ body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openImport(visitor, click);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log }, reach, said);
  });

  app.action<BlockButtonAction>(PLEDGE_IMPORT_DROP, async ({ body, client, context }) => {
    const { person, text } = visitorOf(context);
    const reach = { userId: person.userId, responseUrl: body.response_url };
    const said = text.pledge.files.dropped;
    await tellPrivately({ client, log }, reach, { text: said, blocks: [section(said)] }, { replace: true });
  });

  app.action<BlockButtonAction>(PLEDGE_IMPORT_TAKE, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const reach = { userId: person.userId, responseUrl: body.response_url };
    if (!isManager(person)) {
      await tellPrivately({ client, log }, reach, { text: text.access.notManager });
      return;
    }
    const message = await take(Previewed.parse(JSON.parse(action.value ?? '')), visitor, deps);
    await tellPrivately({ client, log }, reach, message, { replace: true });
  });
}

async function read(url: string, name: string, { text }: Visitor, deps: Deps): Promise<PledgeFile | string> {
  const refused = (reason: string) => text.files.refused(name, reason);
  const bytes = await downloadFile(url, deps);
  if (!bytes) return refused(text.files.refusals.not_downloaded ?? '');
  const file = await openPledges(bytes, name, null);
  if (!('refusal' in file)) return file;
  const { refusal } = file;
  return refused(text.pledge.files.refusals[refusal] ?? text.files.refusals[refusal] ?? text.files.otherRefusal);
}

/** What the file would do, with a button that does it. */
async function preview(url: string, name: string, visitor: Visitor, deps: Deps): Promise<Message> {
  const file = await read(url, name, visitor, deps);
  if (typeof file === 'string') return plainMessage(file);
  const by = { actor: visitor.person.userId, at: deps.now(), fileName: name };
  const intake = await takePledges(deps.db, file, { ...by, dryRun: true });
  const value = JSON.stringify({ url, name, digest: digestOf(intake) });
  return previewMessage(name, intake, value, visitor.text);
}

/** Takes the file in, if it still does what was shown; otherwise shows anew what it would do. */
async function take({ url, name, digest }: z.infer<typeof Previewed>, visitor: Visitor, deps: Deps): Promise<Message> {
  const { person, text } = visitor;
  const file = await read(url, name, visitor, deps);
  if (typeof file === 'string') return plainMessage(file);
  const by = { actor: person.userId, at: deps.now(), fileName: name };
  const planned = await takePledges(deps.db, file, { ...by, dryRun: true });
  if (digestOf(planned) !== digest) {
    const value = JSON.stringify({ url, name, digest: digestOf(planned) });
    const again = previewMessage(name, planned, value, text);
    const words = text.pledge.files.planChanged;
    return { text: `${words}\n${again.text}`, blocks: [section(words), ...(again.blocks ?? [])] };
  }
  const intake = await takePledges(deps.db, file, by);
  const lines = [text.pledge.files.taken, ...intakeLines(name, intake, text)].join('\n');
  return { text: escaped(lines), blocks: [section(lines)] };
}

const digestOf = ({ plan }: PledgeIntake): string =>
  createHash('sha256')
    .update(JSON.stringify(plan.rows.map((it) => [it.row.line, it.known?.pledge.id ?? null, it.differences])))
    .digest('base64url')
    .slice(0, 22);
