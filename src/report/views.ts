import { formatDate } from '../korean/day-words.ts';
import { formatWon } from '../korean/won.ts';
import { type Block, button, clip, context, escaped, header, section } from '../slack/blocks.ts';
import { fiveAtMost } from '../slack/more.ts';
import type { Message } from '../slack/privately.ts';
import type { Text } from '../text/index.ts';
import { SECTIONS, type Section } from '../vocabulary/report.ts';
import type { Figure } from './figures/figure.ts';
import { gapWords } from './gap-views.ts';
import { isAcceptable } from './gaps.ts';
import { namesOf } from './record-names.ts';
import type { Report } from './report.ts';

export const REPORT_OPEN = 'report_open';
export const REPORT_BEGIN = 'report_begin';
export const REPORT_EDIT = 'report_edit';
export const REPORT_FIGURES = 'report_figures';
export const REPORT_FIGURE = 'report_figure';
export const REPORT_CHECK = 'report_check';
export const REPORT_ACCEPT = 'report_accept_open';
export const REPORT_PREVIEW = 'report_preview';
export const REPORT_EXPORT = 'report_export';
export const REPORT_LOOK = 'report_look';
export const REPORT_RELEASE = 'report_release_open';
export const REPORT_DAY = 'report_day_open';
export const STAFFING_OPEN = 'staffing_open';
export const OUTSIDE_OPEN = 'outside_open';
export const VISIT_OPEN = 'report_visit_open';

/** Gaps and figures in one message: Slack takes fifty blocks. */
const MOST_ROWS = 40;
const LONGEST_ROW = 280;

const openGaps = (gaps: Report['gaps'], of: Section) => gaps.filter((it) => it.section === of && !it.accepted);

/** The contents: each part with what is open in it, the day, the state, and what the person may do. */
export function contentsMessage(report: Report, mayWrite: boolean, lookedBy: string | null, text: Text): Message {
  const words = text.report;
  const { year, textsOf, gaps } = report;
  const isBegun = textsOf === null;
  const title = words.title(year);
  const state = words.stateLine(formatDate(report.asOf, text.language), words.states[report.state], report.version);
  const value = String(year);
  const rows = SECTIONS.map((name) => {
    const open = openGaps(gaps, name);
    return { name, said: words.sectionLine(words.sections[name], open.length === 0, formatWon(open.length)) };
  });
  const editable = isBegun && mayWrite;
  const blocks: Block[] = [
    header(title),
    context(...[state, ...(isBegun ? [] : [words.notBegun]), ...(lookedBy ? [words.lookedBy(lookedBy)] : [])]),
    ...rows.flatMap(({ name, said }): Block[] => [
      section(said, editable ? button(REPORT_EDIT, words.buttons.edit, `${year}/${name}`) : undefined),
    ]),
    {
      type: 'actions',
      elements: fiveAtMost([
        ...(!isBegun && mayWrite ? [button(REPORT_BEGIN, words.buttons.begin, value, 'primary')] : []),
        button(REPORT_CHECK, words.buttons.check, value),
        button(REPORT_PREVIEW, words.buttons.preview, value),
        ...(editable ? [button(REPORT_LOOK, words.buttons.look, `${year}/${report.sha256}`)] : []),
        ...(editable ? [button(REPORT_RELEASE, words.buttons.release, value, 'primary')] : []),
        button(REPORT_EXPORT, words.buttons.export, value),
        button(REPORT_FIGURES, words.buttons.figures, `${year}/budget`),
        ...(mayWrite
          ? [
              button(REPORT_DAY, words.buttons.day, value),
              button(STAFFING_OPEN, words.buttons.staffing, value),
              button(OUTSIDE_OPEN, words.buttons.outside, value),
              button(VISIT_OPEN, words.buttons.visit, value),
            ]
          : []),
      ]),
    },
  ];
  return { text: escaped([title, state, ...rows.map(({ said }) => said)].join('\n')), blocks };
}

/** 점검: everything that is missing or to be looked at, each warning with its button to let it stand. */
export function checkMessage(
  report: Report,
  mayWrite: boolean,
  hashOf: (gap: Report['gaps'][number]) => string,
  text: Text,
): Message {
  const words = text.report;
  const lines = report.gaps.map((gap) => {
    const mark = gap.accepted ? '✓' : gap.severity === 'block' ? `⛔ ${words.blocks}` : `⚠ ${words.warns}`;
    const said = `${mark}${gap.accepted ? ' ' : ' · '}${words.sections[gap.section]}\n${gapWords(gap, text)}`;
    return { gap, said: gap.accepted ? `${said}\n${words.accepted(gap.accepted.reason)}` : said };
  });
  const shown = lines.slice(0, MOST_ROWS);
  const left = lines.length - shown.length;
  const blocks: Block[] = [
    header(`${words.title(report.year)} · ${words.buttons.check}`),
    ...shown.map(({ gap, said }) => {
      const value = `${report.year}/${hashOf(gap)}`;
      const may = mayWrite && isAcceptable(gap) && !gap.accepted;
      return section(clip(said, LONGEST_ROW), may ? button(REPORT_ACCEPT, words.buttons.accept, value) : undefined);
    }),
    ...(lines.length === 0 ? [section(words.noGaps)] : []),
    ...(left > 0 ? [context(words.more(formatWon(left)))] : []),
    { type: 'actions', elements: [button(REPORT_OPEN, words.buttons.back, String(report.year))] },
  ];
  const told = lines.length === 0 ? [words.noGaps] : lines.map(({ said }) => said);
  return { text: escaped(clip([words.title(report.year), ...told].join('\n'), 3900)), blocks };
}

/** The figures of one part as they read, last year's beside them; each opens the records behind it. */
export function figuresMessage(
  { year, sections }: Pick<Report, 'year' | 'sections'>,
  name: Section,
  before: (key: string) => string | null,
  text: Text,
): Message {
  const words = text.report;
  const figures = sections.find((it) => it.section === name)?.figures ?? [];
  const shown = figures.slice(0, MOST_ROWS);
  const left = figures.length - shown.length;
  const line = (it: Figure) => clip(figureWords(it, before(it.key), text), LONGEST_ROW);
  const title = words.figuresTitle(words.sections[name]);
  const parts = sections.filter((it) => it.figures.length > 0).map((it) => it.section);
  const blocks: Block[] = [
    header(title),
    {
      type: 'actions',
      elements: [
        {
          type: 'static_select',
          action_id: REPORT_FIGURES,
          placeholder: { type: 'plain_text', text: words.sections[name] },
          options: (parts.length > 0 ? parts : [name]).map((part) => ({
            text: { type: 'plain_text' as const, text: words.sections[part] },
            value: `${year}/${part}`,
          })),
        },
        button(REPORT_OPEN, words.buttons.back, String(year)),
      ],
    },
    ...shown.map((it) =>
      section(line(it), button(REPORT_FIGURE, words.buttons.records, `${year}/${clip(it.key, 200)}`)),
    ),
    ...(figures.length === 0 ? [section(words.noFigures)] : []),
    ...(left > 0 ? [context(words.more(formatWon(left)))] : []),
  ];
  return { text: escaped(clip([title, ...figures.map(line)].join('\n'), 3900)), blocks };
}

/** As the document has it, with the unit that stands around it there; what is no number has none. */
function figureWords({ key, printed, unit }: Figure, before: string | null, { report }: Text): string {
  const said = (value: string) =>
    /^-?[\d,.]+$/.test(value) ? `${value}${report.units[unit]}` : value || report.notEntered;
  return report.figureLine(key, said(printed), before === null ? null : said(before));
}

const MOST_NAMED = 150;

/** One figure: its rule, and the records that it rests on. */
export function figureMessage(it: Figure, text: Text): Message {
  const words = text.report;
  const records = it.sources.map(({ record }) => record);
  const { said, left } = namesOf(records, MOST_NAMED);
  const lines = [
    figureWords(it, null, text),
    words.figureRule(it.rule),
    ...(it.from.length > 0 ? [words.figureFrom(it.from.join(', '))] : []),
    ...(records.length > 0 ? [words.figureRecords(formatWon(records.length), said)] : []),
    ...(left > 0 ? [words.more(formatWon(left))] : []),
  ];
  return { text: escaped(clip(lines.join('\n'), 3900)), blocks: lines.map((said) => section(said)) };
}
