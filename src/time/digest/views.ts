import { formatDay, formatSpan } from '../../korean/day-words.ts';
import { formatWon } from '../../korean/won.ts';
import { type Block, button, clip, context, escaped, header, section, sentence } from '../../slack/blocks.ts';
import type { Message } from '../../slack/privately.ts';
import { tableBlock } from '../../slack/table.ts';
import { twinsButton } from '../../spending/twin/views.ts';
import type { Text } from '../../text/index.ts';
import type { Part } from '../../vocabulary/digest.ts';
import {
  auditLines,
  briefingLines,
  councilLines,
  openOf,
  owedLines,
  pledgeLines,
  rowsOnPhone,
  spendingLines,
  spendingRows,
  visitLines,
} from './lines.ts';
import { DIGEST_OFF, DIGEST_ON } from './personal-views.ts';
import { type Digest, isEmpty } from './rules.ts';
import { numberOf, type Week, yearOf } from './week.ts';

/** Shows one part in full to whoever presses it, and only to them. */
export const DIGEST_PART = 'digest_part';

/** A picture that Slack has, by its file's id. */
export type Picture = { fileId: string; alt: string };

/** What is said of a part: a heading of our own words with its command, then lines that hold what was typed. */
type Said = {
  part: Part;
  words: string;
  /** What follows the part's command. */
  typed: string;
  command: string;
  lines: readonly string[];
  /** A table, heading first. */
  rows?: readonly (readonly string[])[];
  /** More lines with a heading of their own. */
  also?: { heading: string; lines: readonly string[] };
  more?: Block[];
  told?: string[];
};

export const titleOf = (week: Week, text: Text): string =>
  text.digest.title(String(yearOf(week)), String(numberOf(week)));

/** The days a digest tells of, and the day it is as of. */
export function spanOf({ week, asOf }: Digest, text: Text): string {
  return text.digest.span(...formatSpan(week, text.language, asOf), formatDay(asOf, text.language, asOf));
}

/** A week for the whole office. Null where there is nothing to tell. */
export function digestMessage(digest: Digest, picture: Picture | null, text: Text): Message | null {
  if (isEmpty(digest)) return null;
  const { week } = digest;
  const title = titleOf(week, text);
  const span = spanOf(digest, text);
  const parts = partsOf(digest, picture, text);
  const told = parts.flatMap((said) => [
    '',
    text.digest.heading(text.digest.parts[said.part], said.words, said.command).replace(/[*`]/g, ''),
    ...said.lines,
    ...(said.told ?? []),
  ]);
  return {
    text: escaped(clip([title, span, ...told].join('\n'), LONGEST_TEXT)),
    blocks: [header(title), context(span), ...parts.flatMap((said) => blocksOf(said, text)), context(text.digest.foot)],
  };
}

/** Slack asks for four thousand letters at most. */
const LONGEST_TEXT = 3900;

function blocksOf({ part, words, typed, command, lines, more = [] }: Said, text: Text): Block[] {
  const name = text.digest.parts[part];
  const show = {
    ...button(DIGEST_PART, text.digest.show, JSON.stringify({ part, typed })),
    accessibility_label: clip(text.digest.showPart(name), 75),
  };
  return [
    { type: 'divider' },
    { ...sentence(text.digest.heading(name, words, command)), accessory: show },
    ...(lines.length > 0 ? [section(lines.join('\n'))] : []),
    ...more,
  ];
}

/** What is said of a week, part by part. */
export function partsOf(digest: Digest, picture: Picture | null, text: Text): Said[] {
  const { visits, spending, followups, pledges, council, audit, week } = digest;
  const { commands, count } = text.digest;
  const said: Said[] = [];
  if (visits) {
    const lines = visitLines(visits, digest, text);
    const words = count(formatWon(visits.count));
    said.push({ part: 'visits', words, typed: week.from, command: commands.visits(week.from), lines });
  }
  if (spending) {
    const rows = spendingRows(spending, digest, text);
    said.push({
      part: 'spending',
      words: '',
      typed: String(spending.year),
      command: commands.spending(String(spending.year)),
      lines: spendingLines(spending, digest, text),
      rows,
      more: [
        ...(picture ? [imageBlock(picture)] : []),
        tableBlock(rowsOnPhone(rows, spending, text)),
        ...twinsButton(spending.doubled.pairs, text),
      ],
      told: rows.map((row) => row.join(' | ')),
    });
  }
  if (followups) {
    const words = text.digest.followups.summary(
      formatWon(followups.overdue),
      formatWon(followups.fresh),
      formatWon(followups.due),
    );
    said.push({
      part: 'followups',
      words,
      typed: 'overdue',
      command: commands.followups,
      lines: owedLines(followups, text),
    });
  }
  if (pledges) {
    const words = text.digest.pledges.summary(String(pledges.state.term), formatWon(pledges.state.total));
    said.push({
      part: 'pledges',
      words,
      typed: 'behind',
      command: commands.pledges,
      lines: pledgeLines(pledges, text),
    });
  }
  if (council) {
    const { briefings } = council;
    const counted = text.digest.council.briefings(formatWon(briefings.length));
    const heading = `${counted} · \`${commands.briefings}\``;
    const due = briefingLines(council, digest, text);
    const isDue = briefings.length > 0;
    said.push({
      part: 'council',
      words: '',
      typed: String(council.year),
      command: commands.council(String(council.year)),
      lines: councilLines(council, digest, text),
      ...(isDue ? { also: { heading: counted, lines: due } } : {}),
      more: isDue ? [sentence(heading), section(due.join('\n'))] : [],
      told: isDue ? [heading.replaceAll('`', ''), ...due] : [],
    });
  }
  if (audit) {
    const open = audit.reduce((sum, year) => sum + openOf(year), 0);
    const latest = String(audit[0]?.year ?? '');
    said.push({
      part: 'audit',
      words: text.digest.audit.open(formatWon(open)),
      typed: latest,
      command: commands.audit(latest),
      lines: auditLines(audit, text),
    });
  }
  return said;
}

const imageBlock = ({ fileId, alt }: Picture): Block => ({
  type: 'image',
  slack_file: { id: fileId },
  alt_text: clip(alt, 2000),
});

/** The picture by itself, for who asked under a command: what only one person sees there can hold no file. */
export const pictureMessage = (picture: Picture): Message => ({
  text: escaped(picture.alt),
  blocks: [imageBlock(picture)],
});

/** What can be typed; `said` is what was wrong with what was. */
export function helpMessage(text: Text, said?: string): Message {
  const { title, lines } = text.digest.help;
  return {
    text: [...(said ? [escaped(said)] : []), title, ...lines].join('\n'),
    blocks: [...(said ? [section(said)] : []), header(title), sentence(lines.join('\n'))],
  };
}

/** That somebody's own part is on or off now, with the way back. */
export function turnedMessage(on: boolean, text: Text): Message {
  const words = text.digest.personal;
  const said = on ? words.turnedOn : words.turnedOff;
  const back = on ? button(DIGEST_OFF, words.off, ' ') : button(DIGEST_ON, words.on, ' ');
  return { text: said, blocks: [section(said), { type: 'actions', elements: [back] }] };
}
