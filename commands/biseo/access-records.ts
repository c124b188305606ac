import { formatSpan } from '../../src/korean/day-words.ts';
import { addDays, instantOf, lastOfMonth } from '../../src/korean/days.ts';
import { parsePeriod } from '../../src/korean/period.ts';
import { rest, takeFirst, takePeriod, tokensOf } from '../../src/korean/tokens.ts';
import { readable } from '../../src/people/mentions.ts';
import { isAdministrator } from '../../src/people/rules.ts';
import { findNames, findPeople } from '../../src/people/store.ts';
import { whoseIn } from '../../src/people/whose.ts';
import { ending } from '../../src/register/ending.ts';
import { type Heard, pages, press, Words } from '../../src/slack/command.ts';
import { queryOf } from '../../src/slack/pager.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import { sendFile } from '../../src/slack/send-file.ts';
import type { Turn } from '../../src/slack/turn.ts';
import { sheetFile } from '../../src/tables/sheet.ts';
import { countAccessRecords, findAccessRecords, findReviews, insertReview } from '../../src/upkeep/access/store.ts';
import {
  ACCESS_RECORDS_FILE,
  ACCESS_RECORDS_OPEN,
  ACCESS_RECORDS_PAGE,
  ACCESS_REVIEW,
  accessMessage,
  accessRows,
  monthWords,
  PAGE_SIZE,
} from '../../src/upkeep/access/views.ts';

/** A month's or a person's, as typed: `@이준호 지난달`; nothing typed: this month. */
async function readQuery(typed: string, { db, today, person, config }: Turn) {
  const tokens = tokensOf(typed);
  const period = takePeriod(tokens, (words) => parsePeriod(words, today)) ?? monthOf(today.slice(0, 7));
  const people = await findPeople(db);
  const whose = takeFirst(tokens, 1, (word) => whoseIn(word, { me: person.userId, people }) ?? named(word, people));
  const more = rest(tokens);
  const isMonth = period.from.endsWith('-01') && period.to === lastOfMonth(period.from);
  return {
    more,
    said: `${period.from} ~ ${period.to}`,
    span: period,
    month: isMonth ? period.from.slice(0, 7) : null,
    filter: {
      from: instantOf(config.timezone, period.from, '00:00'),
      to: instantOf(config.timezone, addDays(period.to, 1), '00:00'),
      ...(whose ? { actor: whose.value } : {}),
    },
  };
}

const named = (word: string, people: Awaited<ReturnType<typeof findPeople>>): string | null =>
  people.find(({ name }) => name === word)?.userId ?? null;

const monthOf = (month: string) => ({ from: `${month}-01`, to: lastOfMonth(`${month}-01`) });

export async function showAccessRecords(typed: string, offset: number, turn: Turn, first?: string): Promise<Message> {
  const { db, person, text, config, today } = turn;
  if (!isAdministrator(person)) return { text: text.access.notAdministrator };
  const query = queryOf(typed);
  const { more, said, span, month, filter } = await readQuery(query, turn);
  if (more !== '') return plainMessage(text.upkeep.access.notUnderstood(await readable(db, more)));
  const rows = await findAccessRecords(db, filter, { offset, limit: PAGE_SIZE });
  const reviews = month ? await findReviews(db, month) : [];
  const names = await findNames(db, [
    ...new Set([...rows.map(({ actor }) => actor), ...reviews.map((it) => it.reviewed_by)]),
  ]);
  turn.watch.saw('access_records', said);
  const shown = {
    rows,
    count: await countAccessRecords(db, filter),
    at: { query, offset },
    month: month && !filter.actor ? { named: month, reviews } : null,
    period: formatSpan(span, text.language, today).join(' ~ '),
    names,
    zone: config.timezone,
    today,
  };
  return accessMessage(shown, text, first);
}

const MOST_ROWS = 1_000_000;

async function sendRecords(query: string, turn: Turn): Promise<Message> {
  const { db, person, text } = turn;
  const { file, columns, title } = text.upkeep.access;
  if (!isAdministrator(person)) return { text: text.access.notAdministrator };
  const { said, filter } = await readQuery(query, turn);
  const rows = await findAccessRecords(db, filter, { offset: 0, limit: MOST_ROWS });
  const names = await findNames(db, [...new Set(rows.map(({ actor }) => actor))]);
  turn.watch.saw('access_records', said);
  const name = `${title} ${said.replaceAll(' ', '')}.csv`;
  const bytes = await sheetFile(columns, accessRows(rows, names, text), { name: title, format: 'csv' });
  await sendFile(turn, { name, bytes, said: `${file}: ${said}` });
  return { text: text.files.where };
}

/** The monthly review (점검): that it was done, by whom, and what was found. */
const reviewing = ending<{ month: string }>({
  open: ACCESS_REVIEW,
  form: 'access_review_form',
  async find(named, { person, text, today }) {
    if (!isAdministrator(person)) return { refused: text.access.notAdministrator };
    const fits = /^\d{4}-\d{2}$/.test(named) && named <= today.slice(0, 7);
    return fits ? { subject: { month: named } } : { refused: text.upkeep.access.notUnderstood(named) };
  },
  words: ({ month }, text) => {
    const { reviewForm } = text.upkeep.access;
    return { ...reviewForm, explain: reviewForm.explain(monthWords(month, text)) };
  },
  async end({ month }, note, turn) {
    const { from, to } = monthOf(month);
    const zone = turn.config.timezone;
    const span = { from: instantOf(zone, from, '00:00'), to: instantOf(zone, addDays(to, 1), '00:00') };
    const { all, exports } = await countAccessRecords(turn.db, span);
    const by = turn.person.userId;
    await insertReview(turn.db, { month, by, at: turn.now(), note, records: all, exports });
    const done = turn.text.upkeep.access.reviewSaved(monthWords(month, turn.text));
    return { done, say: () => showAccessRecords(month, 0, turn, done) };
  },
});

export const accessRecords: Heard[] = [
  press(ACCESS_RECORDS_OPEN, Words, (turn) => showAccessRecords('', 0, turn)),
  press(ACCESS_RECORDS_FILE, Words, (turn) => sendRecords(turn.pressed, turn)),
  ...pages(ACCESS_RECORDS_PAGE, (turn) => showAccessRecords(turn.query, turn.offset, turn)),
  ...reviewing.hears,
];
