import { linesOf } from '../documents/line.ts';
import { type Block, type Cell, type Document, headCell, textCell } from '../documents/model.ts';
import { formatWon } from '../korean/won.ts';
import type { Text } from '../text/index.ts';
import { AUDIT_KINDS } from '../vocabulary/followup.ts';
import type { Count } from './list/store.ts';
import { dotted, stateWords, titleWords } from './report.ts';
import type { Followup } from './rules.ts';
import type { SaidNote } from './store.ts';
import { auditTable } from './views.ts';

/** 처리결과 보고 to hand in: what the message shows over its pages, whole. `today` is the day that it speaks of. */
export function auditDocument(
  audit: {
    year: number;
    counted: readonly Count[];
    demands: readonly Followup[];
    notes: ReadonlyMap<number, SaidNote[]>;
  },
  today: string,
  text: Text,
): Document {
  const words = text.followup.auditReport;
  const title = words.title(audit.year);
  const total = audit.counted.reduce((sum, { count }) => sum + count, 0);
  const [head = [], ...rows] = auditTable(audit.counted, text);
  const kinds = AUDIT_KINDS.flatMap((kind): Block[] => {
    const demands = audit.demands.filter((demand) => demand.kind === kind);
    if (demands.length === 0) return [];
    const rowOf = (demand: Followup): Cell[] => [
      linesCell(titleWords(demand)),
      linesCell(stateWords(demand, audit.notes.get(demand.id) ?? [], text)),
    ];
    return [
      { kind: 'heading', level: 2, text: words.headings[kind] },
      {
        kind: 'table',
        columns: [40, 60],
        headRows: 1,
        rows: [words.file.columns.map((it) => headCell(it)), ...demands.map(rowOf)],
      },
    ];
  });
  return {
    ...{ title, runningHead: title, cover: [], contents: null, stamp: null, landscape: false },
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'note', text: words.file.asOf(dotted(today)), align: 'right' },
      ...linesOf([words.summary, words.demands(formatWon(total)), words.measures].join('\n')),
      {
        kind: 'table',
        columns: head.map((_, i) => (i === 0 ? 3 : 1)),
        headRows: 1,
        rows: [head.map((it) => headCell(it)), ...rows.map((row) => row.map((it) => textCell(it)))],
      },
      ...kinds,
    ],
  };
}

const linesCell = (words: string): Cell => ({ ...textCell('', { align: 'left' }), blocks: linesOf(words) });
