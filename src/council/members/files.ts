import { normalise } from '../../korean/typed.ts';
import { apart } from '../../tables/apart.ts';
import { rearmed } from '../../tables/disarm.ts';
import { readTable, refusalOf, type TableRefusal } from '../../tables/table.ts';
import { type Listed, LONGEST_FIELD } from './rules.ts';

export type MemberProblem = { line: number; field: string; code: string };
export type MemberFile = { rows: number; listed: Listed[]; problems: MemberProblem[] };

const HEADINGS: [keyof Listed, RegExp][] = [
  ['name', /^(?:name|이름|성명|의원명|의원|의원이름)$/],
  ['party', /^(?:party|정당|소속정당|정당명)$/],
  ['district', /^(?:gu|district|구|자치구|지역구|지역)$/],
  ['constituency', /^(?:constituency|선거구|선거구명)$/],
  ['committee', /^(?:committee|상임위|상임위원회|소속위원회|위원회)$/],
  ['post', /^(?:post|직위|직책)$/],
  ['term', /^(?:term|대|대수|의회대수)$/],
];

/** Reads a list of council members, by the city's English headings or Korean ones. */
export async function openMembers(
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<MemberFile | { refusal: TableRefusal | 'no_heading' }> {
  const table = await readTable(bytes);
  if ('refusal' in table) return table;
  const file: MemberFile = { rows: 0, listed: [], problems: [] };
  let columns: Map<keyof Listed, number> | null = null;
  try {
    for await (const { line, cells } of table.rows) {
      if (!columns) {
        columns = readHeadings(cells);
        continue;
      }
      if (cells.every((cell) => cell.trim() === '')) continue;
      file.rows += 1;
      const at = (column: keyof Listed) => rearmed(normalise(cells[columns?.get(column) ?? -1] ?? '')) || null;
      const problem = problemOf(at);
      if (problem) file.problems.push({ line, ...problem });
      else file.listed.push(listedOf(at));
    }
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return { refusal };
    throw error;
  }
  return columns ? file : { refusal: 'no_heading' };
}

function readHeadings(cells: readonly string[]): Map<keyof Listed, number> | null {
  const names = cells.map((cell) =>
    normalise(cell)
      .replace(/\([^()]*\)|\s/g, '')
      .toLowerCase(),
  );
  const found = new Map<keyof Listed, number>();
  for (const [column, form] of HEADINGS) {
    const at = names.findIndex((name) => form.test(name));
    if (at >= 0) found.set(column, at);
  }
  return found.has('name') ? found : null;
}

type At = (column: keyof Listed) => string | null;

function problemOf(at: At): { field: string; code: string } | null {
  if (at('name') === null) return { field: 'name', code: 'name_missing' };
  const term = at('term');
  if (term !== null && !TERM.test(term)) return { field: 'term', code: 'term_unreadable' };
  const long = HEADINGS.map(([column]) => column).find((column) => [...(at(column) ?? '')].length > LONGEST_FIELD);
  return long ? { field: long, code: 'too_long' } : null;
}

/** `제11대`, `11대`, `11` */
const TERM = /^제?(\d{1,2})대?$/;

function listedOf(at: At): Listed {
  const name = (at('name') ?? '').replace(/(?<=^[가-힣]{2,5})\s?(?:시?의원)$/, '');
  const term = TERM.exec(at('term') ?? '')?.[1];
  return {
    name,
    term: term ? Number(term) : null,
    constituency: at('constituency'),
    party: at('party'),
    district: at('district'),
    committee: at('committee'),
    post: at('post'),
  };
}

/** On a thread of its own: for files that people send while others use the app. */
export const openMembersApart = apart(new URL(import.meta.url), openMembers);
