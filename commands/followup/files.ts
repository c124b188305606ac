import type { App, BlockButtonAction } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import { exportRow, HEADINGS } from '../../src/followup/export.ts';
import { demandLines, FOLLOWUP_IMPORT, FOLLOWUP_IMPORT_FORM, importForm } from '../../src/followup/file-views.ts';
import { openDemands } from '../../src/followup/files.ts';
import { readQuery } from '../../src/followup/query.ts';
import type { Followup } from '../../src/followup/rules.ts';
import { findDepartments, findNotes, insertDemands, streamFollowups } from '../../src/followup/store.ts';
import { todayIn } from '../../src/korean/days.ts';
import { formatWon } from '../../src/korean/won.ts';
import { isManager } from '../../src/people/rules.ts';
import { findNames, findPeople } from '../../src/people/store.ts';
import { button } from '../../src/slack/blocks.ts';
import { downloadFile } from '../../src/slack/download.ts';
import { readFields } from '../../src/slack/fields.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { sheetFile } from '../../src/tables/sheet.ts';
import { textFor } from '../../src/text/index.ts';
import { findDemands } from './audit.ts';

/** The form that takes an audit's demands; whole files are managers' business. */
export async function openImport(typed: string, { person, text }: Visitor, click: Click): Promise<Message | null> {
  if (!isManager(person)) return { text: text.access.notManager };
  const year = /(?:19|20)\d{2}/.exec(typed)?.[0] ?? '';
  const again = button(FOLLOWUP_IMPORT, text.followup.files.submit, year || ' ', 'primary');
  return openOrOffer(click, importForm(year, text), again, text);
}

export function listenForFiles(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(FOLLOWUP_IMPORT, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openImport(action.value ?? '', visitor, click);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view(FOLLOWUP_IMPORT_FORM, async ({ ack, view, client, context }) => {
    const { person, text } = visitorOf(context);
    const fields = readFields(view.state.values);
    const typedYear = fields.one('year')?.trim() ?? '';
    const year = Number(/^((?:19|20)\d{2})\s*년?도?$/.exec(typedYear)?.[1] ?? 0);
    const file = fields.file('file');
    const errors = {
      ...(isManager(person) ? {} : { file: text.access.notManager }),
      ...(typedYear !== '' && !year ? { year: text.followup.form.refusals.not_a_year } : {}),
      ...(file ? {} : { file: text.followup.form.refusals.missing }),
    };
    if (Object.keys(errors).length > 0 || !file) {
      await ack({ response_action: 'errors', errors });
      return;
    }
    await ack();
    const bytes = await downloadFile(file.url, deps);
    const said = bytes
      ? await takeDemands(file.name, bytes, year || null, { person, text }, deps)
      : text.files.refused(file.name, text.files.refusals.not_downloaded ?? '');
    await tellPrivately({ client, log: deps.log }, { userId: person.userId }, plainMessage(said));
  });
}

async function takeDemands(
  name: string,
  bytes: Uint8Array,
  year: number | null,
  { person, text }: Visitor,
  { db, config, now }: Deps,
): Promise<string> {
  const file = await openDemands(bytes, { year, today: todayIn(config.timezone, now()) });
  if ('refusal' in file) return text.files.refused(name, text.files.refusals[file.refusal] ?? text.files.otherRefusal);
  const by = { actor: person.userId, at: now(), origin: 'import' as const };
  const taken = await insertDemands(db, file.demands, by);
  return demandLines(name, taken, file.problems, text).join('\n');
}

/** `감사 2015 csv`: what those words find as a file, sent to the person's messages with the app. */
export async function sendExport(typed: string, { person, text }: Visitor, click: Click, deps: Deps): Promise<Message> {
  const { db, config, now } = deps;
  const words = typed.split(' ').filter(Boolean);
  const format = words.some((word) => word.toLowerCase() === 'csv') ? 'csv' : 'xlsx';
  const query = words.filter((word) => !['csv', 'xlsx'].includes(word.toLowerCase())).join(' ');
  const office = {
    today: todayIn(config.timezone, now()),
    me: person.userId,
    people: await findPeople(db),
    departments: await findDepartments(db, query.split(' ').slice(0, 20)),
  };
  const filter = readQuery(query, office);
  // A file is for the record: without a state it holds what has ended, too.
  if (filter.open && !/남은|미완료|미결|open/i.test(query)) delete filter.open;
  const followups: Followup[] = [];
  if (filter.auditYear !== undefined && filter.words === undefined && filter.status === undefined) {
    followups.push(...(await findDemands(db, filter.auditYear)));
  } else for await (const followup of streamFollowups(db, filter)) followups.push(followup);
  if (followups.length === 0) return { text: text.followup.files.exportNone };

  const korean = textFor('ko');
  const names = await findNames(db, [...new Set(followups.flatMap(({ owner }) => owner ?? []))]);
  const rows = [];
  for (let from = 0; from < followups.length; from += BATCH) {
    const batch = followups.slice(from, from + BATCH);
    const notes = await findNotes(
      db,
      batch.map(({ id }) => id),
    );
    rows.push(...batch.map((followup) => exportRow(followup, notes.get(followup.id) ?? [], names, korean)));
  }
  const name = text.followup.files.exportName;
  const bytes = await sheetFile(HEADINGS, rows, { name, format });
  const opened = await click.client.conversations.open({ users: person.userId });
  const said = text.followup.files.exported(formatWon(followups.length));
  await click.client.filesUploadV2({
    channel_id: opened.channel?.id ?? '',
    file: Buffer.from(bytes),
    filename: `${[name, query].filter(Boolean).join(' ')}.${format}`,
    initial_comment: said,
  });
  return { text: said };
}

const BATCH = 500;
