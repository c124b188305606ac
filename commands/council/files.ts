import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import { findCountRules } from '../../src/council/count/store.ts';
import { findTied } from '../../src/council/expense/store.ts';
import { findAllContacts } from '../../src/council/list/store.ts';
import {
  MEMBERS_IMPORT,
  MEMBERS_IMPORT_FORM,
  memberLines,
  membersImportForm,
} from '../../src/council/members/file-views.ts';
import { openMembers } from '../../src/council/members/files.ts';
import { putMembers } from '../../src/council/members/store.ts';
import { memberWords } from '../../src/council/members/words.ts';
import { readQuery } from '../../src/council/query.ts';
import { contactName } from '../../src/council/rules.ts';
import { followupName } from '../../src/followup/rules.ts';
import { findFollowupsOf } from '../../src/followup/store.ts';
import { todayIn } from '../../src/korean/days.ts';
import { formatWon } from '../../src/korean/won.ts';
import { isManager } from '../../src/people/rules.ts';
import { findPeople } from '../../src/people/store.ts';
import { button } from '../../src/slack/blocks.ts';
import { downloadFile } from '../../src/slack/download.ts';
import { readFields } from '../../src/slack/field-values.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { expenseName } from '../../src/spending/expense/rules.ts';
import { sheetFile } from '../../src/tables/sheet.ts';

/** The form that takes a list of members; whole files are managers' business. */
export async function openImport({ person, text }: Visitor, click: Click): Promise<Message | null> {
  if (!isManager(person)) return { text: text.access.notManager };
  const again = button(MEMBERS_IMPORT, text.council.files.submit, ' ', 'primary');
  return openOrOffer(click, membersImportForm(text), again, text);
}

export function listenForFiles(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(MEMBERS_IMPORT, async ({ body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openImport(visitor, click);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(MEMBERS_IMPORT_FORM, async ({ ack, view, client, context }) => {
    const { person, text } = visitorOf(context);
    const file = readFields(view.state.values).file('file');
    if (!isManager(person) || !file) {
      const reason = isManager(person) ? text.council.form.refusals.missing : text.access.notManager;
      await ack({ response_action: 'errors', errors: { file: reason } });
      return;
    }
    await ack();
    const bytes = await downloadFile(file.url, deps);
    const said = bytes
      ? await takeMembers(file.name, bytes, { person, text }, deps)
      : text.files.refused(file.name, text.files.refusals.not_downloaded ?? '');
    await tellPrivately({ client, log: deps.log }, { userId: person.userId }, plainMessage(said));
  });
}

async function takeMembers(
  name: string,
  bytes: Uint8Array,
  { person, text }: Visitor,
  { db, now }: Deps,
): Promise<string> {
  const file = await openMembers(bytes);
  if ('refusal' in file) return text.files.refused(name, text.files.refusals[file.refusal] ?? text.files.otherRefusal);
  const put = await putMembers(db, file.listed, { actor: person.userId, at: now(), origin: 'file' });
  return memberLines(name, put, file.problems, text).join('\n');
}

/** `2016 csv`: what those words find as a file, sent to the person's messages with the app. */
export async function sendExport(typed: string, { person, text }: Visitor, click: Click, deps: Deps): Promise<Message> {
  const { db, config, now } = deps;
  const words = typed.split(' ').filter(Boolean);
  const format = words.some((word) => word.toLowerCase() === 'csv') ? 'csv' : 'xlsx';
  const query = words.filter((word) => !['csv', 'xlsx'].includes(word.toLowerCase())).join(' ');
  const today = todayIn(config.timezone, now());
  const filter = readQuery(query, { today, me: person.userId, people: await findPeople(db) });
  const contacts = await findAllContacts(db, filter);
  if (contacts.length === 0) return { text: text.council.list.none };

  const rules = await findCountRules(db);
  const { kinds, headings, files } = text.council;
  const rows = [];
  for (const contact of contacts) {
    const requests = await findFollowupsOf(db, { noun: 'council', record: String(contact.id) });
    const spent = await findTied(db, contact.id);
    const counted = (tally: 'text' | 'annex') => {
      const heading = rules[tally][contact.kind];
      return heading ? headings[heading] : null;
    };
    rows.push([
      contactName(contact.id),
      kinds[contact.kind],
      contact.heldOn,
      contact.heldTime,
      contact.members.map(memberWords).join(', ') || null,
      contact.others,
      contact.agenda,
      contact.result,
      requests
        .map(({ id, title, status }) => `${followupName(id)} ${title} (${text.followup.statuses[status]})`)
        .join('\n') || null,
      spent.map(({ id }) => expenseName(id)).join(', ') || null,
      counted('text'),
      counted('annex'),
    ]);
  }
  const bytes = await sheetFile(files.columns, rows, { name: files.exportName, format });
  const opened = await click.client.conversations.open({ users: person.userId });
  const said = files.exported(formatWon(contacts.length));
  await click.client.filesUploadV2({
    channel_id: opened.channel?.id ?? '',
    file: Buffer.from(bytes),
    filename: `${[files.exportName, query].filter(Boolean).join(' ')}.${format}`,
    initial_comment: said,
  });
  return { text: said };
}
