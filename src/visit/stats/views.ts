import { formatWon } from '../../korean/won.ts';
import { type Block, clip, context, escaped, header, section } from '../../slack/blocks.ts';
import type { Message } from '../../slack/privately.ts';
import type { Text } from '../../text/index.ts';
import type { Program } from '../programs/rules.ts';
import { countsBy, linesOf, type ProgramYear, type Tally, type YearOfVisits } from './rules.ts';

/** Districts shown by name; the rest are seen in the exported file. */
const MOST_DISTRICTS = 30;

/** What a year of visits adds up to: by program under its kind, by month, by district. */
export function yearMessage(year: YearOfVisits, programs: readonly Program[], text: Text): Message {
  const words = text.visit.stats;
  const sumOf = (what: 'visits' | 'participants' | 'agenda' | 'agendaDone') =>
    year.tallies.reduce((sum, tally) => sum + tally[what], 0);
  const total = sumOf('visits');
  if (total + year.planned + year.cancelled === 0) return { text: words.none(year.year) };

  const lines = linesOf(year.tallies, programs);
  const kinds = [...new Set(lines.map(({ program }) => program.kind))];
  const groups = kinds.map((kind) => {
    const here = lines.filter(({ program }) => program.kind === kind);
    const visits = here.reduce((sum, { line }) => sum + line.visits, 0);
    return [
      words.of(text.visit.kinds[kind], words.visits(formatWon(visits))),
      ...here.map(({ program, line }) => `• ${tallyWords(program, line, text)}${partnersWords(program, year, text)}`),
    ].join('\n');
  });
  const months = year.months
    .filter(({ visits }) => visits > 0)
    .map((it) => together(words.month(it.month, formatWon(it.visits))));
  const districts = year.districts
    .slice(0, MOST_DISTRICTS)
    .map((it) => together(`${text.visit.district(it.district)} ${formatWon(it.visits)}`));
  const notes = [
    ...(year.planned > 0 ? [words.planned(formatWon(year.planned))] : []),
    ...(year.cancelled > 0 ? [words.cancelled(formatWon(year.cancelled))] : []),
    ...(year.sample ? [words.sample] : []),
  ];
  const told = [
    [
      words.total(formatWon(total)),
      words.participants(formatWon(sumOf('participants'))),
      words.items(formatWon(sumOf('agenda')), formatWon(sumOf('agendaDone'))),
    ].join(' · '),
    ...groups,
    ...(months.length > 0 ? [`${words.months}\n${months.join(' · ')}`] : []),
    ...(districts.length > 0 ? [`${words.districts}\n${districts.join(' · ')}`] : []),
  ];
  return message(words.title(year.year), told, notes, text);
}

/** A name and its number stay on one line. */
const together = (words: string): string => words.replaceAll(' ', '\u00a0');

/** The same program by program, year by year. */
export function yearsMessage(
  years: readonly ProgramYear[],
  span: { from: number; to: number },
  programs: readonly Program[],
  text: Text,
): Message {
  const words = text.visit.stats;
  const groups = programs.flatMap((program) => {
    const lines = years.filter(({ programId }) => programId === program.id);
    if (lines.length === 0) return [];
    return [
      [
        text.visit.program(program.name),
        ...lines.map((line) => `• ${words.of(words.year(line.year), countWords(program, line, text))}`),
      ].join('\n'),
    ];
  });
  return message(words.yearsTitle(span.from, span.to), groups, [], text);
}

function message(title: string, parts: readonly string[], notes: readonly string[], text: Text): Message {
  const shown: string[] = [];
  let room = MOST_LETTERS;
  for (const part of parts) {
    room -= [...part].length;
    if (room < 0 || shown.length === MOST_PARTS) break;
    shown.push(part);
  }
  const left = parts.length - shown.length;
  const below = [...(left > 0 ? [text.visit.more(formatWon(left))] : []), ...notes];
  const blocks: Block[] = [header(title), ...shown.map((part) => section(part))];
  if (below.length > 0) blocks.push(context(below.join(' · ')));
  return { text: escaped(clip([title, ...shown, ...below].join('\n'), 3900)), blocks };
}

/** Slack takes fifty blocks and about 13,200 letters in a message. */
const MOST_PARTS = 45;
const MOST_LETTERS = 12_000;

/** `일자리대장정 47회 · 47개소 · 3,012명` */
const tallyWords = (program: Program, tally: Tally, text: Text): string =>
  text.visit.stats.of(text.visit.program(program.name), countWords(program, tally, text));

function countWords(program: Program, tally: Tally, text: Text): string {
  const words = text.visit.stats;
  const levels = words.levels(formatWon(tally.metropolitan), formatWon(tally.basic));
  return [
    words.visits(formatWon(tally.visits)),
    ...(countsBy(program, 'places') ? [words.places(formatWon(tally.places))] : []),
    ...(countsBy(program, 'participants') ? [words.participants(formatWon(tally.participants))] : []),
    ...(countsBy(program, 'agenda') || tally.agenda > 0
      ? [words.items(formatWon(tally.agenda), formatWon(tally.agendaDone))]
      : []),
    ...(countsBy(program, 'countries') ? [words.countries(formatWon(tally.countries.length))] : []),
    ...(countsBy(program, 'partner') ? [levels] : []),
  ].join(' · ');
}

function partnersWords(program: Program, year: YearOfVisits, text: Text): string {
  if (!countsBy(program, 'partner')) return '';
  const all = year.partners.find(({ programId }) => programId === program.id);
  const { metropolitan = 0, basic = 0 } = all ?? {};
  const words = text.visit.stats;
  return ` · ${words.allTime(formatWon(metropolitan + basic), words.levels(formatWon(metropolitan), formatWon(basic)))}`;
}
