import { FORMATS } from '../documents/model.ts';
import { formatWon } from '../korean/won.ts';
import { type Block, button, clip, context, escaped, header, section } from '../slack/blocks.ts';
import { pager } from '../slack/pager.ts';
import type { Message } from '../slack/privately.ts';
import { tableBlock } from '../slack/table.ts';
import type { Text } from '../text/index.ts';
import { AUDIT_KINDS, isAuditKind } from '../vocabulary/followup.ts';
import type { Count } from './list/store.ts';
import type { Followup } from './rules.ts';
import type { SaidNote } from './store.ts';
import { auditTable, onPhone } from './views.ts';

export const AUDIT_PAGE = 'followup_audit_page';
export const AUDIT_FILE = 'followup_audit_file';

/** Demands on a page: Slack takes about thirteen thousand characters in a message. */
export const AUDIT_PAGE_SIZE = 5;
const LONGEST_DEMAND = 1800;

/** 처리결과 보고: 총괄 on the first page, then the demands with what was done about each. */
export function auditMessage(
  audit: {
    year: number;
    counted: readonly Count[];
    demands: readonly Followup[];
    notes: ReadonlyMap<number, SaidNote[]>;
  },
  offset: number,
  text: Text,
): Message {
  const words = text.followup.auditReport;
  const total = audit.counted.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return { text: words.none(audit.year) };
  const table = auditTable(audit.counted, text);
  const lead = [words.summary, words.demands(formatWon(total)), words.measures].join('\n');
  const first = offset === 0;
  const parts = audit.demands.map((demand, i) => {
    const heading =
      isAuditKind(demand.kind) && demand.kind !== audit.demands[i - 1]?.kind ? words.headings[demand.kind] : null;
    return { heading, words: clip(demandWords(demand, audit.notes.get(demand.id) ?? [], text), LONGEST_DEMAND) };
  });
  const pages = Math.ceil(total / AUDIT_PAGE_SIZE);
  const page = pages > 1 ? [words.page(Math.floor(offset / AUDIT_PAGE_SIZE) + 1, pages)] : [];
  const title = words.title(audit.year);
  const list = parts.flatMap((part) => [...(part.heading ? [part.heading] : []), part.words]);
  const blocks: Block[] = [
    header(title),
    ...(first ? [section(lead), tableBlock(onPhone(table, text))] : []),
    ...parts.flatMap((part) => [...(part.heading ? [header(part.heading)] : []), section(part.words)]),
    ...pager(AUDIT_PAGE, { query: String(audit.year), offset }, { count: total, size: AUDIT_PAGE_SIZE }, text),
    {
      type: 'actions',
      elements: FORMATS.map((format) =>
        button(`${AUDIT_FILE}_${format}`, text.files.get(format.toUpperCase()), String(audit.year)),
      ),
    },
    context([...page, words.fileHint(audit.year)].join(' · ')),
  ];
  const told = [title, ...(first ? [lead, ...table.map((row) => row.join(' | '))] : []), ...list];
  return { text: escaped(clip(told.join('\n'), 3900)), blocks };
}

/** One demand and its answer, in the marks of the report. */
export const demandWords = (demand: Followup, notes: readonly SaidNote[], text: Text): string =>
  `${titleWords(demand)}\n${stateWords(demand, notes, text)}`;

export const titleWords = ({ title, department }: Followup): string =>
  `○ ${title}${department ? ` (${department})` : ''}`;

/** How far a demand is, what was done about it and what is planned. */
export function stateWords(demand: Followup, notes: readonly SaidNote[], text: Text): string {
  const words = text.followup.auditReport;
  const done = progressLines(demand, notes);
  const plans = notes.filter(({ kind }) => kind === 'plan').map(({ words: plan }) => marked(plan));
  return [
    words.state(text.followup.statuses[demand.status]),
    ...(done.length > 0 ? [words.progress, ...done] : []),
    ...(plans.length > 0 ? [words.plan, ...plans] : []),
  ].join('\n');
}

/** 추진내용: what was done, why nothing will be and, once it ended, what was answered. */
export function progressLines(demand: Followup, notes: readonly SaidNote[]): string[] {
  const progress = notes.filter(({ kind }) => kind === 'progress' || kind === 'declined');
  return [
    ...progress.map(({ words, saidOn }) => marked(saidOn ? `${words} (${dotted(saidOn)})` : words)),
    ...(demand.answer ? [`- ${demand.answer}${demand.answeredOn ? ` (${dotted(demand.answeredOn)})` : ''}`] : []),
  ];
}

/** `2015.11.26`, as the report dates an answer. */
export const dotted = (day: string): string =>
  day
    .split('-')
    .map((part) => String(Number(part)))
    .join('.');

const marked = (words: string): string => (/^[○●□▶※-]/.test(words) ? words : `○ ${words}`);

/** In the report's order: by kind, then as they were entered. */
export const inReportOrder = (demands: readonly Followup[]): Followup[] =>
  AUDIT_KINDS.flatMap((kind) => demands.filter((demand) => demand.kind === kind));
