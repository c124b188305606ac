import { findCountRules } from '../../src/council/count/store.ts';
import { findTied } from '../../src/council/expense/store.ts';
import { findAllContacts } from '../../src/council/list/store.ts';
import { IMPORT, MEMBERS_IMPORT, memberLines, membersImportForm } from '../../src/council/members/file-views.ts';
import { openMembersApart } from '../../src/council/members/files.ts';
import { putMembers } from '../../src/council/members/store.ts';
import { memberWords } from '../../src/council/members/words.ts';
import { readQuery } from '../../src/council/query.ts';
import { contactName } from '../../src/council/rules.ts';
import { followupName } from '../../src/followup/rules.ts';
import { findFollowupsOf } from '../../src/followup/store.ts';
import { formatWon } from '../../src/korean/won.ts';
import { isManager } from '../../src/people/rules.ts';
import { findPeople } from '../../src/people/store.ts';
import { type Heard, press, submission, Words } from '../../src/slack/command.ts';
import { downloadFile, type GivenFile, givenFile } from '../../src/slack/download.ts';
import { refuse } from '../../src/slack/outcome.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import { sendFile } from '../../src/slack/send-file.ts';
import type { Answer, Turn, Typed } from '../../src/slack/turn.ts';
import { expenseName } from '../../src/spending/expense/rules.ts';
import { tableRefusal } from '../../src/tables/refusal-words.ts';
import { sheetFile } from '../../src/tables/sheet.ts';

/** The form that takes a list of members; whole files are managers' business. */
export function openImport(turn: Turn): Answer | Promise<Answer> {
  const { person, text } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  return turn.open(membersImportForm(text), { press: MEMBERS_IMPORT, label: text.council.files.submit });
}

export const filing: Heard[] = [
  press(MEMBERS_IMPORT, Words, openImport),
  submission(IMPORT, async ({ values, ...turn }) => {
    const { person, text } = turn;
    const file = givenFile(values.file, text);
    if (!isManager(person)) return refuse(text.access.notManager, 'file');
    if ('refusal' in file) return refuse(file.refusal, 'file');
    return {
      done: text.files.started(file.name),
      say: null,
      after: async () => turn.tell(plainMessage(await takeMembers(file, turn))),
    };
  }),
];

async function takeMembers(given: GivenFile, turn: Turn): Promise<string> {
  const { db, person, text, now } = turn;
  const got = await downloadFile(given, turn);
  if ('refused' in got) return got.refused;
  const file = await openMembersApart(got.bytes);
  if ('refusal' in file) return text.files.refused(given.name, tableRefusal(file.refusal, got.bytes.length, text));
  const put = await putMembers(db, file.listed, { actor: person.userId, at: now(), origin: 'file' });
  return memberLines(given.name, put, file.problems, text).join('\n');
}

/** `2016 csv`: what those words find as a file, sent to the person's messages with the app. */
export async function sendExport(turn: Typed): Promise<Message> {
  const { db, person, text, typed, today } = turn;
  const words = typed.split(' ').filter(Boolean);
  const format = words.some((word) => word.toLowerCase() === 'csv') ? 'csv' : 'xlsx';
  const query = words.filter((word) => !['csv', 'xlsx'].includes(word.toLowerCase())).join(' ');
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
      contact.members.map((it) => memberWords(it, text)).join(', ') || null,
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
  const said = files.exported(formatWon(contacts.length));
  const name = `${[files.exportName, query].filter(Boolean).join(' ')}.${format}`;
  await sendFile(turn, { name, bytes, said });
  return { text: said };
}
