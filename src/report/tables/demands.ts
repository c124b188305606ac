import { linesOf } from '../../documents/line.ts';
import { type Cell, type CellBlock, headCell, textCell } from '../../documents/model.ts';
import { isAuditKind } from '../../vocabulary/followup.ts';
import type { Demand } from '../records/records.ts';
import { STATUS_NAMES } from './others.ts';
import type { TableOf } from './table.ts';

/** The written answer to one demand, its tokens said, in place of what the register holds of it. */
export type AnswerOf = (demand: Demand) => CellBlock[] | undefined;

/** Demands of one kind with what was done: `audit_correction | 시정 및 처리 요구사항 | 조치결과 및 향후추진계획`. */
export const demandsTable =
  (answerOf: AnswerOf): TableOf =>
  ({ args: [kind], labels }, tell) => {
    if (!isAuditKind(kind)) return undefined;
    const demands = tell.records.demands.filter((demand) => demand.kind === kind);
    const rows = demands.map((demand) => [
      cell(linesOf(`○ ${demand.title}${demand.department ? ` (${demand.department})` : ''}`)),
      cell([...linesOf(`□ 추진상황 : ${STATUS_NAMES[demand.status]}`), ...(answerOf(demand) ?? registered(demand))]),
    ]);
    const [asked = '요구사항', done = '조치결과'] = labels;
    const none = [textCell('해당 없음', { colSpan: 2 })];
    return [
      {
        kind: 'table',
        columns: [40, 60],
        headRows: 1,
        rows: [[headCell(asked), headCell(done)], ...(rows.length > 0 ? rows : [none])],
      },
    ];
  };

function registered({ progress, plan }: Demand): CellBlock[] {
  return [
    ...(progress.length > 0 ? [...linesOf('□ 추진내용'), ...progress.flatMap(linesOf)] : []),
    ...(plan.length > 0 ? [...linesOf('□ 향후계획'), ...plan.flatMap(linesOf)] : []),
  ];
}

const cell = (blocks: CellBlock[]): Cell => ({ blocks, colSpan: 1, rowSpan: 1, align: 'left', head: false });
