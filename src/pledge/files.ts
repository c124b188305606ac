import { unitOf } from '../korean/amount.ts';
import { normalise } from '../korean/typed.ts';
import { isRemark, isSumWord } from '../spending/expense/totals.ts';
import { apart } from '../tables/apart.ts';
import { rearmed } from '../tables/disarm.ts';
import { LIMITS, type Limits, readTable, refusalOf, type TableRefusal } from '../tables/table.ts';
import { isBasisKind } from '../vocabulary/pledge.ts';
import { type Column, type Heading, readHeading } from './headings.ts';
import { type Money, readMoney } from './money.ts';
import { canonicalCode, type PledgeFacts, parseShortName } from './rules.ts';
import { readStatus } from './status.ts';
import { readTerm, termNamed } from './term.ts';

/** What a file can say of a pledge; what it has no column for, or leaves blank, it does not say. */
export type Stated = Partial<Omit<PledgeFacts, 'term'>> & { title: string };

export const FLAGS = [
  'status_missing',
  'status_unread',
  'title_missing',
  'code_missing',
  'code_twice',
  'code_unread',
  'budget_odd',
  'budget_unread',
  'spent_odd',
  'spent_unread',
  'secured_unread',
  'progress_unread',
] as const;
export type Flag = (typeof FLAGS)[number];

export type PledgeFileRow = {
  line: number;
  term: number;
  /** The id of our own short name, where the file is an export of ours. */
  record: number | null;
  stated: Stated;
  flags: Flag[];
};

export type PledgeFile = { rows: PledgeFileRow[] };
export type PledgeFileRefusal = TableRefusal | 'no_pledge_heading' | 'no_term';

/** Longest cells we keep; a longer one is cut by nobody's wish, so it is far beyond any real list. */
const LONGEST = { title: 300, goal: 8000, words: 200 } as const;

/**
 * Reads a list of pledges: the city's publication or our own template, as CSV or XLSX. Every row that names a pledge is
 * one, also without a code or with a code that stands twice; what can't be read of it is flagged, not dropped.
 */
export async function openPledges(
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  fileName: string,
  usualTerm: number | null,
  limits: Limits = LIMITS,
): Promise<PledgeFile | { refusal: PledgeFileRefusal }> {
  const table = await readTable(bytes, limits);
  if ('refusal' in table) return table;
  const fallback = termNamed(fileName) ?? usualTerm;
  const rows: PledgeFileRow[] = [];
  const above: string[] = [];
  let heading: Heading | null = null;
  let sheet: string | null = null;
  let sheetTerm: number | null = null;
  let termless = false;
  try {
    for await (const { line, sheet: here, cells } of table.rows) {
      if (here !== sheet) {
        [sheet, heading] = [here, null];
        above.length = 0;
        sheetTerm = termNamed(here ?? '');
      }
      if (!heading) {
        heading = readHeading(cells);
        if (!heading) above.push(cells.join(' '));
        continue;
      }
      const row = readRow(cells, heading, above, sheetTerm ?? termNamed(above.join(' ')) ?? fallback);
      if (row === 'no_term') termless = true;
      else if (row) rows.push({ line, ...row });
    }
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return { refusal };
    throw error;
  }
  if (termless) return { refusal: 'no_term' };
  if (rows.length === 0) return { refusal: 'no_pledge_heading' };
  return { rows: flagTwice(rows) };
}

function readRow(
  cells: readonly string[],
  { at, labels }: Heading,
  above: readonly string[],
  usualTerm: number | null,
): Omit<PledgeFileRow, 'line'> | 'no_term' | null {
  const cell = (column: Column): string => rearmed(cells[at[column] ?? -1] ?? '');
  const title = cut(kept(cell('title')), LONGEST.title);
  const codeSaid = normalise(cell('code'));
  const goal = cell('goal')
    .split(/\r\n|[\n\r]/)
    .map(kept)
    .join('\n')
    .trim();
  if (title === '' && codeSaid === '' && goal === '') return null;
  const given = cells.filter((each) => each.trim() !== '');
  if (given.length === 1 && isRemark(given[0] ?? '')) return null;
  if (isSumWord(title) || (title === '' && isSumWord(codeSaid))) return null;
  const term = readTerm(cell('term')) ?? (/^\d{1,2}$/.test(cell('term')) ? Number(cell('term')) : usualTerm);
  if (term === null) return 'no_term';

  const flags: Flag[] = [];
  const code = canonicalCode(codeSaid) ?? (codeSaid === '' ? null : cut(codeSaid, LONGEST.words));
  if (code === null) flags.push('code_missing');
  if (title === '') flags.push('title_missing');

  const statusSaid = cell('status');
  const status = readStatus(statusSaid);
  if (status === null && at.status !== undefined) {
    flags.push(normalise(statusSaid) === '' ? 'status_missing' : 'status_unread');
  }
  const progress = readProgress(cell('progress'));
  if (progress === 'unread') flags.push('progress_unread');

  const money = (column: 'budget' | 'secured' | 'spent'): Money =>
    readMoney(cell(column), unitOf(labels[at[column] ?? -1] ?? '', above));
  const [budget, secured, spent] = [money('budget'), money('secured'), money('spent')];
  if (budget.unread) flags.push('budget_unread');
  if (budget.odd) flags.push('budget_odd');
  if (spent.unread) flags.push('spent_unread');
  if (spent.odd) flags.push('spent_odd');
  if (secured.unread || secured.odd) flags.push('secured_unread');

  const words = (column: Column) => cut(normalise(cell(column)), LONGEST.words) || undefined;
  const number = /^\d{1,6}$/.exec(cell('number').trim())?.[0];
  const basisKind = normalise(cell('basisKind'));
  return {
    term,
    record: parseShortName(cell('record')),
    flags,
    stated: defined({
      title,
      code: code ?? undefined,
      number: number === undefined ? undefined : Number(number),
      type: words('type'),
      field: words('field'),
      department: words('department'),
      goal: cut(goal, LONGEST.goal) || undefined,
      timing: words('timing')?.replace(/\s/g, ''),
      kind: words('kind'),
      status: status ?? undefined,
      progress: typeof progress === 'number' ? progress : undefined,
      nonBudget: budget.nonBudget || (budget.won === null ? undefined : false),
      budget: budget.won ?? undefined,
      secured: secured.won ?? undefined,
      spent: spent.won ?? undefined,
      basisKind: isBasisKind(basisKind) ? basisKind : undefined,
      basis: words('basis') ?? (basisKind && !isBasisKind(basisKind) ? cut(basisKind, LONGEST.words) : undefined),
    }),
  };
}

/** Keeps what is there: a key without a value would say that there is nothing. */
function defined({
  title,
  ...given
}: { [Field in keyof Stated]: Stated[Field] | undefined } & { title: string }): Stated {
  return Object.assign({ title }, Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));
}

function readProgress(cell: string): number | 'unread' | null {
  const said = normalise(cell).replace(/\s*%$/, '');
  if (/^[-–—]?$/.test(said)) return null;
  const progress = Number(said);
  return Number.isFinite(progress) && progress >= 0 && progress <= 100 ? Math.round(progress) : 'unread';
}

/** Two pledges under one code stay two; both say so. */
function flagTwice(rows: readonly PledgeFileRow[]): PledgeFileRow[] {
  const counts = new Map<string, number>();
  const key = ({ term, stated }: PledgeFileRow) => `${term} ${stated.code}`;
  for (const row of rows) if (row.stated.code) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return rows.map((row) =>
    (counts.get(key(row)) ?? 0) > 1 ? { ...row, flags: [...row.flags, 'code_twice' as const] } : row,
  );
}

/** As it stands in the list, quotation marks and all; only spaces and invisible characters are tidied. */
const kept = (words: string): string =>
  words
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();

const cut = (words: string, longest: number): string => [...words].slice(0, longest).join('');

/** On a thread of its own: for files that people send while others use the app. */
export const openPledgesApart = apart(new URL(import.meta.url), openPledges);
