import { formatWon } from '../korean/won.ts';
import { findNames } from '../people/store.ts';
import { clip } from '../slack/blocks.ts';
import { type Message, plainMessage } from '../slack/privately.ts';
import { sendFile } from '../slack/send-file.ts';
import type { Turn, Typed } from '../slack/turn.ts';
import { calendarOf, lately } from './calendar.ts';
import { visitSheet } from './export.ts';
import { filterOf } from './list/compose.ts';
import { streamVisits } from './list/store.ts';
import { findNotices } from './notice/store.ts';
import { findPrograms } from './programs/store.ts';
import { findAgendas } from './result/store.ts';
import type { Visit } from './rules.ts';
import { findKey } from './subscription/store.ts';
import { subscriptionMessage } from './subscription/views.ts';

const CALENDAR = new Set(['ics', '.ics', 'calendar', '달력', '캘린더']);

const SHEET = new Set(['xlsx', 'excel', '엑셀', '표']);

const BATCH = 200;

/** Makes the file of what the words find, and sends it; returns what is said of it, with the address of the calendar. */
export async function sendFiltered(turn: Typed): Promise<Message> {
  const { db, typed, text, today, config, person } = turn;
  const tokens = typed.split(' ').filter(Boolean);
  const calendar = tokens.some((word) => CALENDAR.has(word.toLowerCase()));
  const query = tokens.filter((word) => !CALENDAR.has(word.toLowerCase()) && !SHEET.has(word.toLowerCase())).join(' ');
  const filter = await filterOf(query, turn);
  const wanted = calendar && !filter.days ? { ...filter, days: lately(today) } : filter;

  const visits: Visit[] = [];
  for await (const visit of streamVisits(db, wanted)) visits.push(visit);
  if (visits.length === 0) return { text: text.visit.files.none };
  const bytes = calendar ? Buffer.from(await calendarOf(visits, text, turn)) : await sheetOf(visits, turn);

  const asked = clip(query.replace(/[\\/:*?"<>|@]+/g, ' ').trim(), 80);
  const name = `${[text.visit.files.name, asked].filter(Boolean).join(' ')}.${calendar ? 'ics' : 'xlsx'}`;
  const said = text.visit.files.sent(formatWon(visits.length), name);
  await sendFile(turn, { name, bytes, said: calendar ? text.visit.files.icsHint : text.visit.files.name });
  if (!calendar) return plainMessage(said);
  const lines = [said, text.visit.files.icsHint];
  const { publicUrl } = config;
  if (!publicUrl) return plainMessage(lines.join('\n'));
  return subscriptionMessage(lines, { publicUrl, key: await findKey(db, person.userId) }, text);
}

async function sheetOf(visits: readonly Visit[], { text, db }: Turn): Promise<Buffer> {
  const programs = await findPrograms(db);
  const names = await findNames(db, [...new Set(visits.map(({ owner }) => owner))]);
  async function* rows() {
    for (let at = 0; at < visits.length; at += BATCH) {
      const batch = visits.slice(at, at + BATCH);
      const ids = batch.map(({ id }) => id);
      const [agendas, notices] = [await findAgendas(db, ids), await findNotices(db, ids)];
      for (const visit of batch) {
        yield {
          visit,
          program: programs.find(({ id }) => id === visit.programId),
          owner: names.get(visit.owner) ?? visit.owner,
          agenda: agendas.get(visit.id) ?? [],
          told: [...new Set((notices.get(visit.id) ?? []).map(({ name }) => name))],
        };
      }
    }
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of visitSheet(rows(), text)) pieces.push(piece);
  return Buffer.concat(pieces);
}
