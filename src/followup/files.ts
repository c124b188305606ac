import { normalise, normaliseLines } from '../korean/typed.ts';
import { parseDay } from '../korean/typed-days.ts';
import { apart } from '../tables/apart.ts';
import { rearmed } from '../tables/disarm.ts';
import { readTable, refusalOf, type TableRefusal } from '../tables/table.ts';
import type { AuditKind, Status } from '../vocabulary/followup.ts';
import { LONGEST, type Owed } from './rules.ts';
import type { Note } from './work.ts';

export type FileProblem = { line: number; field: string; code: string };
export type Demanded = { line: number; owed: Owed; notes: Note[]; fingerprint: string };
export type DemandFile = { rows: number; demands: Demanded[]; problems: FileProblem[] };

type Column =
  | 'kind'
  | 'title'
  | 'department'
  | 'status'
  | 'progress'
  | 'plan'
  | 'year'
  | 'due'
  | 'requester'
  | 'answer'
  | 'answered_to'
  | 'answered_on';

const HEADINGS: [Column, RegExp][] = [
  ['kind', /^(?:구분|유형|분류|kind|type)$/],
  ['title', /^(?:요구사항|시정및처리요구사항|처리요구사항|지적사항|건의사항|내용|요구내용|demand|title)$/],
  ['department', /^(?:담당부서|소관부서|부서|부서명|department)$/],
  ['status', /^(?:추진상황|처리상황|처리결과|상태|status)$/],
  ['progress', /^(?:추진내용|추진현황|조치결과|조치내용|progress)$/],
  ['plan', /^(?:향후계획|향후추진계획|plan)$/],
  ['year', /^(?:감사연도|감사년도|연도|년도|year)$/],
  ['due', /^(?:기한|처리기한|due)$/],
  ['requester', /^(?:요청자|요구의원|requester)$/],
  ['answer', /^(?:답변|답변내용|answer)$/],
  ['answered_to', /^(?:답변대상|answeredto)$/],
  ['answered_on', /^(?:답변일|제출일|answeredon)$/],
];

/** Reads an audit's demands: kind, what is demanded, by whom it is answered, how far it is. `year` is used where no column says. */
export async function openDemands(
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  { year, today }: { year: number | null; today: string },
): Promise<DemandFile | { refusal: TableRefusal | 'no_heading' }> {
  const table = await readTable(bytes);
  if ('refusal' in table) return table;
  const file: DemandFile = { rows: 0, demands: [], problems: [] };
  let columns: Map<Column, number> | null = null;
  let carried: AuditKind | null = null;
  try {
    for await (const { line, cells } of table.rows) {
      if (!columns) {
        columns = readHeadings(cells);
        continue;
      }
      if (cells.every((cell) => cell.trim() === '')) continue;
      file.rows += 1;
      const at = (column: Column) => rearmed(normaliseLines(cells[columns?.get(column) ?? -1] ?? ''));
      const read: ReturnType<typeof readDemand> = readDemand(at, { year, today, carried });
      if ('problems' in read) file.problems.push(...read.problems.map((problem) => ({ line, ...problem })));
      else {
        carried = read.kind;
        file.demands.push({ line, owed: read.owed, notes: read.notes, fingerprint: fingerprintOf(read.owed) });
      }
    }
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return { refusal };
    throw error;
  }
  return columns ? file : { refusal: 'no_heading' };
}

/** What a demand said when it came: the same one never comes in twice. */
export const fingerprintOf = ({ auditYear, kind, title }: Pick<Owed, 'auditYear' | 'kind' | 'title'>): string =>
  JSON.stringify([auditYear, kind, normalise(title)]);

function readHeadings(cells: readonly string[]): Map<Column, number> | null {
  const names = cells.map((cell) =>
    normalise(cell)
      .replace(/\([^()]*\)|[\s·/]/g, '')
      .toLowerCase(),
  );
  const found = new Map<Column, number>();
  for (const [column, form] of HEADINGS) {
    const at = names.findIndex((name) => form.test(name));
    if (at >= 0) found.set(column, at);
  }
  return found.has('title') ? found : null;
}

const KINDS: [AuditKind, RegExp][] = [
  ['audit_correction', /시정|처리요구|audit_correction|correction/i],
  ['audit_suggestion', /건의|audit_suggestion|suggestion/i],
  ['audit_other', /기타|자료|audit_other|other|document/i],
];
const STATUSES: [Status, RegExp][] = [
  ['done', /^(?:추진|처리|조치)?완료$|^done$/i],
  ['in_progress', /^(?:추진|처리|진행)중$|^in ?progress$/i],
  ['under_review', /^검토중?$|^under ?review$/i],
  ['declined', /^미반영$|^declined$/i],
];

function readDemand(
  at: (column: Column) => string,
  known: { year: number | null; today: string; carried: AuditKind | null },
): { owed: Owed; notes: Note[]; kind: AuditKind } | { problems: Omit<FileProblem, 'line'>[] } {
  const problems: Omit<FileProblem, 'line'>[] = [];
  const problem = (field: string, code: string) => void problems.push({ field, code });
  const title = at('title').replace(/^○\s*/, '');
  if (title === '') problem('title', 'title_missing');
  const kind =
    at('kind') === ''
      ? known.carried
      : (KINDS.find(([, form]) => form.test(at('kind').replace(/\s/g, '')))?.[0] ?? null);
  if (!kind) problem('kind', 'kind_unreadable');
  const said = at('status')
    .replace(/^□?\s*추진상황\s*:\s*/, '')
    .replace(/\s/g, '');
  const status = said === '' ? 'under_review' : STATUSES.find(([, form]) => form.test(said))?.[0];
  if (!status) problem('status', 'status_unreadable');
  const year = Number(/^((?:19|20)\d{2})/.exec(at('year'))?.[1] ?? known.year ?? 0);
  if (!year) problem('year', 'year_missing');
  const day = (column: 'due' | 'answered_on') => {
    const read = at(column) === '' ? null : parseDay(at(column), { today: known.today });
    if (at(column) !== '' && read === null) problem(column, 'due_unreadable');
    return read;
  };
  const [due, answeredOn] = [day('due'), day('answered_on')];
  const words = (
    column: 'department' | 'requester' | 'answer' | 'progress' | 'plan' | 'answered_to',
    longest: number,
  ) => {
    if ([...at(column)].length > longest) problem(column, 'too_long');
    return at(column) || null;
  };
  if ([...title].length > LONGEST.title) problem('title', 'too_long');
  const department = words('department', LONGEST.department);
  const [requester, answeredTo] = [words('requester', LONGEST.requester), words('answered_to', LONGEST.requester)];
  const [answer, progress, plan] = [words('answer', LONGEST.answer), words('progress', 6000), words('plan', 6000)];
  if (problems.length > 0 || !kind || !status) return { problems };
  const owed: Owed = {
    ...{ kind, source: null, auditYear: year, title, status, owner: null, department, due, requester, memberId: null },
    ...{ answer, answeredTo, answeredOn },
  };
  const notes: Note[] = [...notesOf(progress, 'progress'), ...notesOf(plan, 'plan')];
  return { owed, notes, kind };
}

/** Each `○` begins a note of its own; what stands below it belongs to it. */
function notesOf(words: string | null, kind: 'progress' | 'plan'): Note[] {
  if (words === null) return [];
  const parts = words.split(/\n(?=\s*○)/).map((part) => part.replace(/^\s*○\s*/, '').trim());
  return parts.filter(Boolean).map((part) => ({ kind, saidOn: null, words: part.slice(0, LONGEST.words) }));
}

/** On a thread of its own: for files that people send while others use the app. */
export const openDemandsApart = apart(new URL(import.meta.url), openDemands);
