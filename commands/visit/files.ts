import { formatWon } from '../../src/korean/won.ts';
import { findNames } from '../../src/people/store.ts';
import { clip } from '../../src/slack/blocks.ts';
import { type Press, press, Words } from '../../src/slack/command.ts';
import { inTime } from '../../src/slack/in-time.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import { sendFile } from '../../src/slack/send-file.ts';
import type { Turn, Typed } from '../../src/slack/turn.ts';
import { calendarOf, lately } from '../../src/visit/calendar.ts';
import { visitSheet } from '../../src/visit/export.ts';
import { streamVisits } from '../../src/visit/list/store.ts';
import { findNotices } from '../../src/visit/notice/store.ts';
import { findPrograms } from '../../src/visit/programs/store.ts';
import { findAgendas } from '../../src/visit/result/store.ts';
import type { Visit } from '../../src/visit/rules.ts';
import { findKey, renewKey } from '../../src/visit/subscription/store.ts';
import { CALENDAR_RENEW, subscriptionMessage } from '../../src/visit/subscription/views.ts';
import { filterOf } from './list.ts';

const CALENDAR = new Set(['ics', '.ics', 'calendar', '달력', '캘린더']);
const SHEET = new Set(['xlsx', 'excel', '엑셀', '표']);

const BATCH = 200;

/** `달력`, `2016 엑셀`, `민생현장`: the visits of those words as a file, sent to the person's messages with the app. */
export async function sendVisits(turn: Typed): Promise<Message> {
  const sending = makeAndSend(turn);
  if (!(await inTime(sending))) await turn.tell({ text: turn.text.files.exportStarted });
  return sending;
}

async function makeAndSend(turn: Typed): Promise<Message> {
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

/** A new address in place of the person's old one. */
async function renew({ db, person, text, config }: Turn): Promise<Message> {
  const { publicUrl } = config;
  if (!publicUrl) return plainMessage(text.visit.files.icsHint);
  return subscriptionMessage([text.visit.files.renewed], { publicUrl, key: await renewKey(db, person.userId) }, text);
}

export const subscription: Press[] = [press(CALENDAR_RENEW, Words, renew)];

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
