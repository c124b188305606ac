import type { AccessRecordRow, AccessReviewRow } from '../../base/db/schema/upkeep.ts';
import { formatMoment } from '../../korean/day-words.ts';
import { formatWon } from '../../korean/won.ts';
import { actorName } from '../../people/actors.ts';
import { type Block, button, escaped, header, section } from '../../slack/blocks.ts';
import { pager } from '../../slack/pager.ts';
import type { Message } from '../../slack/privately.ts';
import type { SheetCell } from '../../tables/sheet.ts';
import type { Text } from '../../text/index.ts';
import type { Day } from '../../vocabulary/day.ts';

export const ACCESS_RECORDS_OPEN = 'access_records_open';
export const ACCESS_RECORDS_PAGE = 'access_records_page';
export const ACCESS_RECORDS_FILE = 'access_records_file';
export const ACCESS_REVIEW = 'access_review';

export const PAGE_SIZE = 15;

type Shown = {
  rows: readonly AccessRecordRow[];
  count: { all: number; exports: number };
  at: { query: string; offset: number };
  /** Where one whole month is shown, it and its reviews. */
  month: { named: string; reviews: readonly AccessReviewRow[] } | null;
  period: string;
  names: ReadonlyMap<string, string>;
  zone: string;
  today: Day;
};

/** Who saw what, when, by which command; and that somebody looked it through. */
export function accessMessage(
  { rows, count, at, month, period, names, zone, today }: Shown,
  text: Text,
  first?: string,
): Message {
  const words = text.upkeep.access;
  const when = (iso: string) => formatMoment(new Date(iso), zone, text.language, today);
  const head = words.count(period, formatWon(count.all), formatWon(count.exports));
  const lines = rows.map((row) => lineOf(row, when(row.at), names, text));
  const reviews = (month?.reviews ?? []).map(({ reviewed_at, reviewed_by, note }) =>
    words.reviewed(when(reviewed_at), names.get(reviewed_by) ?? reviewed_by, note),
  );
  const said = [...(first ? [first] : []), head];
  const buttons = [
    ...(count.all > 0 ? [button(ACCESS_RECORDS_FILE, words.file, at.query || ' ')] : []),
    ...(month ? [button(ACCESS_REVIEW, words.review, month.named, 'primary')] : []),
  ];
  return {
    text: escaped([...said, ...lines, ...reviews].join('\n')),
    blocks: [
      ...(first ? [section(first)] : []),
      header(words.title),
      section(head),
      ...(lines.length > 0 ? [section(lines.join('\n'))] : []),
      ...(reviews.length > 0 ? [section(reviews.join('\n'))] : month ? [section(words.notReviewed)] : []),
      ...pager(ACCESS_RECORDS_PAGE, at, { count: count.all, size: PAGE_SIZE }, text),
      ...(buttons.length > 0 ? [{ type: 'actions', elements: buttons } satisfies Block] : []),
    ],
  };
}

function lineOf(row: AccessRecordRow, when: string, names: ReadonlyMap<string, string>, text: Text): string {
  const { access } = text.upkeep;
  const what = access.what(kindOf(row, access), access.how[row.how as keyof typeof access.how] ?? row.how, row.count);
  // What a button is called inside is for the file; on the screen it is that one was pressed.
  const typed = row.command.startsWith('/') || row.via !== 'slack';
  const by = typed ? [row.command, row.asked].filter(Boolean).join(' ') : access.pressed;
  return access.line(when, actorName(row.actor, names, text), what, row.named, by);
}

const kindOf = (row: AccessRecordRow, access: Text['upkeep']['access']): string =>
  access.kinds[row.kind as keyof typeof access.kinds] ?? row.kind;

/** `2026-11` as a reader says it. */
export const monthWords = (month: string, { disclosure }: Text): string =>
  disclosure.month(Number(month.slice(0, 4)), Number(month.slice(5)));

/** All of it, for whoever audits: a row each. */
export const accessRows = (
  rows: readonly AccessRecordRow[],
  names: ReadonlyMap<string, string>,
  { upkeep: { access } }: Text,
): SheetCell[][] =>
  rows.map((row) => [
    row.id,
    row.at,
    row.actor,
    names.get(row.actor) ?? null,
    row.via,
    row.command,
    row.asked,
    kindOf(row, access),
    access.how[row.how as keyof typeof access.how] ?? row.how,
    row.count,
    row.named,
  ]);
