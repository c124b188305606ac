import { type Block, headCell, type Table, textCell } from '../../documents/model.ts';
import { AUDIT_KINDS, STATUSES } from '../../vocabulary/followup.ts';
import { type Gap, gap } from '../gaps.ts';
import { MEASURE_NAMES, MEASURES } from '../staffing/rules.ts';
import { HOLE, type Teller } from '../teller.ts';
import { type TableOf, yearsIn } from './table.ts';

/** 인력 현황: classes over their grades, 정원 above 현원; what they add up to is computed. */
export const staffingTable: TableOf = (_, tell) => {
  const { staffing } = tell.records;
  if (!staffing) return hole(gap('staffing', 'staffing_missing'), tell);
  const classes = [...new Set(staffing.lines.map((line) => line.class))];
  const grades = (name: string) => staffing.lines.filter((line) => line.class === name).map(({ grade }) => grade);
  const columns = classes.flatMap((name) => ['소계', ...grades(name)]);
  const rows = MEASURES.map((measure) => [
    textCell(spaced(MEASURE_NAMES[measure])),
    textCell(tell.say(`staffing.${measure}`)),
    ...classes.flatMap((name) => [
      textCell(tell.say(`staffing.${measure}.${name}`)),
      ...grades(name).map((grade) => textCell(tell.say(`staffing.${measure}.${name}.${grade}`))),
    ]),
  ]);
  return [
    { kind: 'note', text: '(단위: 명)', align: 'right' },
    {
      kind: 'table',
      columns: [10, 8, ...columns.map((name) => (name.length > 3 ? 9 : 7))],
      headRows: 2,
      rows: [
        [
          headCell('구 분', { rowSpan: 2 }),
          headCell('총 계', { rowSpan: 2 }),
          ...classes.map((name) => headCell(spaced(name), { colSpan: 1 + grades(name).length })),
        ],
        columns.map((name) => headCell(name)),
        ...rows,
      ],
    },
  ];
};

/** In place of a table of which everything is missing: one thing to fill in, not one for each cell. */
function hole(missing: Gap, tell: Teller): Block[] {
  tell.miss(missing);
  return [{ kind: 'note', text: HOLE, align: 'center' }];
}

const spaced = (name: string): string => [...name].join(' ');

/** The frozen evaluation of pledges, with shares that add up to 100.0. */
export const pledgesTable: TableOf = (_, tell) => {
  if (!tell.records.round) return hole(gap('pledges', 'figure_missing', [], 'pledges.round.total'), tell);
  const count = (group: string) => tell.say(`pledges.round.${group}`);
  const both = (group: string) => `${count(group)}(${tell.say(`pledges.round.${group}.share`, null, shareWords)}%)`;
  const shown = (['stopped', 'unknown'] as const).filter((group) => (tell.value(`pledges.round.${group}`) ?? 0) > 0);
  const names = { stopped: '보류·폐기', unknown: '미평가' };
  return [
    {
      kind: 'table',
      columns: [16, 16, 12, 16, 18, 16, ...shown.map(() => 14)],
      headRows: 2,
      rows: [
        [
          headCell('총 계', { rowSpan: 2 }),
          headCell('사 업 완 료', { colSpan: 3 }),
          headCell('정상추진\n(임기내 완료)', { rowSpan: 2 }),
          headCell('일부추진\n(부진)', { rowSpan: 2 }),
          ...shown.map((group) => headCell(names[group], { rowSpan: 2 })),
        ],
        ['소 계', '완 료', '이행 후\n계속 추진'].map((name) => headCell(name)),
        [
          both('total'),
          both('fulfilled'),
          count('done'),
          count('continued'),
          both('normal'),
          both('partial'),
          ...shown.map(both),
        ].map((words) => textCell(words)),
      ],
    },
  ];
};

const shareWords = (share: number): string => (share === 100 ? '100' : share.toFixed(1));

/** The outside evaluation: grade, who else has it, and its line. Labels: the unit of the peers (`개 시·도`). */
export const evaluationTable: TableOf = ({ labels }, tell) => {
  const { evaluations, year } = tell.records;
  if (!evaluations.some((it) => it.year === year))
    return hole(gap('pledges', 'figure_missing', [], 'evaluation.grade'), tell);
  const peers = `${tell.say('evaluation.peers')}(${tell.say('evaluation.peers_count')}${labels[0] ?? '개 지자체'})`;
  return [
    {
      kind: 'table',
      columns: [10, 60, 30],
      headRows: 1,
      rows: [
        ['등급', '지자체 명', '등급별 기준점수'].map((name) => headCell(name)),
        [
          textCell(tell.say('evaluation.grade')),
          textCell(peers),
          textCell(`종합평가 ${tell.say('evaluation.line')}점 이상`),
        ],
      ],
    },
  ];
};

/** One program year by year: `현장시장실 2013~2015`, with a label for each year's places. */
export const visitYearsTable: TableOf = ({ args, labels }, tell) => {
  const years = yearsIn(args.at(-1));
  const program = args.slice(0, -1).join(' ');
  if (years.length === 0 || !tell.records.programs.some(({ name }) => name === program)) return undefined;
  const say = (year: number, measure: string) => tell.say(`visits.${year}.${program}.${measure}`);
  const row = (name: string, cells: string[]) => [name, ...cells].map((words) => textCell(words));
  return [
    {
      kind: 'table',
      columns: [14, ...years.map(() => 14)],
      headRows: 1,
      rows: [
        [headCell('구 분'), ...years.map((year) => headCell(`${year}년`))],
        row(
          '방문지역(개소)',
          years.map((year, i) => (labels[i] ? `${labels[i]}(${say(year, 'places')})` : say(year, 'places'))),
        ),
        row(
          '주요안건(건)',
          years.map((year) => say(year, 'agenda')),
        ),
        row(
          '추진완료',
          years.map((year) => say(year, 'done')),
        ),
      ],
    },
  ];
};

const AUDIT_NAMES = {
  audit_correction: '시정·처리요구사항',
  audit_suggestion: '건의사항',
  audit_other: '기타(자료제출 등)',
} as const;
export const STATUS_NAMES = {
  done: '추진완료',
  in_progress: '추진중',
  under_review: '검토중',
  declined: '미반영',
} as const;

/** 총괄 of the audit: what is none stays blank, as the report leaves it. */
export const auditTable: TableOf = (_, tell) => {
  if (tell.records.demands.length === 0) return hole(gap('audit', 'figure_missing', [], 'audit.total'), tell);
  const said = (key: string) => (tell.value(key) === 0 ? '' : tell.say(key));
  const cells = (of: string) =>
    [tell.say(`audit.total${of}`), ...STATUSES.map((status) => said(`audit.total${of}.${status}`))].map((it) =>
      textCell(it),
    );
  const rows: Table['rows'] = [
    [textCell('계', { rowSpan: 1 + AUDIT_KINDS.length }), textCell('계'), ...cells('')],
    ...AUDIT_KINDS.map((kind) => [textCell(AUDIT_NAMES[kind]), ...cells(`.${kind}`)]),
  ];
  return [
    {
      kind: 'table',
      columns: [8, 26, 10, 13, 13, 13, 13],
      headRows: 1,
      rows: [
        [headCell('구 분', { colSpan: 2 }), ...['계', ...Object.values(STATUS_NAMES)].map((it) => headCell(it))],
        ...rows,
      ],
    },
  ];
};
