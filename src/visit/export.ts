import { disarmed } from '../tables/disarm.ts';
import type { Text } from '../text/index.ts';
import type { Program } from './programs/rules.ts';
import type { KeptItem } from './result/store.ts';
import { type Visit, visitName } from './rules.ts';
import { programWords } from './words.ts';

export type ExportRow = {
  visit: Visit;
  program: Program | undefined;
  owner: string;
  agenda: readonly KeptItem[];
  /** Who of the council was told. */
  told: readonly string[];
};

type Column = keyof Text['visit']['files']['columns'];

const WIDTHS: Record<Column, number> = {
  name: 8,
  program: 16,
  kind: 12,
  title: 34,
  startsOn: 12,
  startTime: 8,
  endsOn: 12,
  endTime: 8,
  place: 28,
  district: 12,
  purpose: 40,
  owner: 12,
  partner: 16,
  countries: 16,
  participants: 10,
  summary: 40,
  agenda: 8,
  agendaDone: 10,
  told: 28,
  state: 12,
};

/** An XLSX file in pieces; words are disarmed, numbers stay numbers. */
export async function* visitSheet(rows: AsyncIterable<ExportRow>, text: Text): AsyncGenerator<Uint8Array> {
  const { writeXlsxStream } = await import('hucre/xlsx');
  const words = text.visit.files;
  const columns = Object.keys(WIDTHS) as Column[];
  async function* cells() {
    for await (const row of rows) yield cellsOf(row, text);
  }
  yield* writeXlsxStream(cells(), {
    name: words.sheet,
    columns: columns.map((column) => ({ header: words.columns[column], width: WIDTHS[column] })),
    freezePane: { rows: 1 },
  });
}

/** In the order of WIDTHS. */
function cellsOf({ visit, program, owner, agenda, told }: ExportRow, text: Text): (string | number | null)[] {
  const words = text.visit.files;
  const said = (typed: string | null) => (typed === null || typed === '' ? null : disarmed(typed));
  const partner = [visit.partner, visit.partnerLevel && text.visit.levels[visit.partnerLevel]]
    .filter(Boolean)
    .join(' · ');
  const state = visit.cancelled ? words.stateCancelled : visit.summary === null ? words.statePlanned : words.stateDone;
  return [
    visitName(visit.id),
    said(programWords(program, text)),
    program ? text.visit.kinds[program.kind] : null,
    said(visit.title),
    visit.startsOn,
    visit.startTime,
    visit.endsOn,
    visit.endTime,
    said(visit.place),
    said(text.visit.district(visit.district)),
    said(visit.purpose),
    said(owner),
    said(partner),
    said(visit.countries),
    visit.participants,
    said(visit.summary),
    agenda.length,
    agenda.filter(({ done }) => done).length,
    said(told.join(', ')),
    state,
  ];
}
