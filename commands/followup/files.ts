import { exportRow, HEADINGS } from '../../src/followup/export.ts';
import { demandLines, FOLLOWUP_IMPORT, IMPORT, importForm } from '../../src/followup/file-views.ts';
import { openDemandsApart } from '../../src/followup/files.ts';
import { findDepartments, streamFollowups } from '../../src/followup/list/store.ts';
import { readQuery } from '../../src/followup/query.ts';
import type { Followup } from '../../src/followup/rules.ts';
import { findNotes, insertDemands } from '../../src/followup/store.ts';
import { formatWon } from '../../src/korean/won.ts';
import { isManager } from '../../src/people/rules.ts';
import { findNames, findPeople } from '../../src/people/store.ts';
import { type Heard, press, submission, Words } from '../../src/slack/command.ts';
import { downloadFile, type GivenFile, givenFile } from '../../src/slack/download.ts';
import type { Outcome } from '../../src/slack/outcome.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import { sendFile } from '../../src/slack/send-file.ts';
import type { Answer, Submitted, Turn, Typed } from '../../src/slack/turn.ts';
import { tableRefusal } from '../../src/tables/refusal-words.ts';
import { sheetFile } from '../../src/tables/sheet.ts';
import { textFor } from '../../src/text/index.ts';
import { findDemands } from './audit.ts';

export const filing: Heard[] = [
  press(FOLLOWUP_IMPORT, Words, (turn) => openImport({ ...turn, typed: turn.pressed })),
  submission(IMPORT, takeFile),
];

/** The form that takes an audit's demands; whole files are managers' business. */
export async function openImport(turn: Typed): Promise<Answer> {
  const { person, text, typed } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const year = /(?:19|20)\d{2}/.exec(typed)?.[0] ?? '';
  return turn.open(importForm(year, text), { press: FOLLOWUP_IMPORT, value: year, label: text.followup.files.submit });
}

async function takeFile({ values, ...turn }: Submitted<typeof IMPORT.empty, object>): Promise<Outcome> {
  const { person, text } = turn;
  const typedYear = values.year?.trim() ?? '';
  const year = Number(/^((?:19|20)\d{2})\s*년?도?$/.exec(typedYear)?.[1] ?? 0);
  const file = givenFile(values.file, text);
  const errors = {
    ...(typedYear !== '' && !year ? { year: text.followup.form.refusals.not_a_year } : {}),
    ...('refusal' in file ? { file: file.refusal } : {}),
    ...(isManager(person) ? {} : { file: text.access.notManager }),
  };
  if (Object.keys(errors).length > 0 || 'refusal' in file) return { errors };
  return {
    done: text.files.started(file.name),
    say: null,
    after: async () => turn.tell(plainMessage(await takeDemands(file, year || null, turn))),
  };
}

async function takeDemands(given: GivenFile, year: number | null, turn: Turn): Promise<string> {
  const { person, text, today } = turn;
  const got = await downloadFile(given, turn);
  if ('refused' in got) return got.refused;
  const file = await openDemandsApart(got.bytes, { year, today });
  if ('refusal' in file) return text.files.refused(given.name, tableRefusal(file.refusal, got.bytes.length, text));
  const by = { actor: person.userId, at: turn.now(), origin: 'import' as const };
  const taken = await insertDemands(turn.db, file.demands, by);
  return demandLines(given.name, taken, file.problems, text).join('\n');
}

/** `감사 2015 csv`: what those words find as a file, sent to the person's messages with the app. */
export async function sendExport(turn: Typed): Promise<Message> {
  const { typed, db, person, text, today } = turn;
  const words = typed.split(' ').filter(Boolean);
  const format = words.some((word) => word.toLowerCase() === 'csv') ? 'csv' : 'xlsx';
  const query = words.filter((word) => !['csv', 'xlsx'].includes(word.toLowerCase())).join(' ');
  const office = {
    today,
    me: person.userId,
    people: await findPeople(db),
    departments: await findDepartments(db, query.split(' ').slice(0, 20)),
  };
  const filter = readQuery(query, office);
  // A file is for the record: without a state it holds what has ended, too.
  if (filter.open && !/남은|미완료|미결|open/i.test(query)) delete filter.open;
  const followups: Followup[] = [];
  if (filter.auditYear !== undefined && filter.words === undefined && filter.status === undefined && !filter.due) {
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
  const said = text.followup.files.exported(formatWon(followups.length));
  await sendFile(turn, { name: `${[name, query].filter(Boolean).join(' ')}.${format}`, bytes, said });
  return { text: said };
}

const BATCH = 500;
