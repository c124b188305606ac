import type { Counted } from '../../vocabulary/visit.ts';
import type { Program } from '../programs/rules.ts';

/** What one program's visits of a span add up to. */
export type Tally = {
  programId: number;
  visits: number;
  /** Different places. */
  places: number;
  participants: number;
  agenda: number;
  agendaDone: number;
  countries: readonly string[];
  metropolitan: number;
  basic: number;
};

/** A year of visits that have been; those still to come are only numbered. */
export type YearOfVisits = {
  year: number;
  tallies: readonly Tally[];
  /** 1–12 */
  months: readonly { month: number; visits: number }[];
  districts: readonly { district: string; visits: number }[];
  planned: number;
  cancelled: number;
  /** Agreements of all years up to the last of these, by program. */
  partners: readonly { programId: number; metropolitan: number; basic: number }[];
  sample: boolean;
};

export type ProgramYear = Tally & { year: number };

/** In the order of programs; without those that had no visit, unless their agreements of other years still count. */
export function linesOf<T extends { programId: number }>(
  lines: readonly T[],
  programs: readonly Program[],
): { program: Program; line: T }[] {
  return programs.flatMap((program) => {
    const line = lines.find(({ programId }) => programId === program.id);
    return line ? [{ program, line }] : [];
  });
}

export const countsBy = (program: Program, counted: Counted): boolean => program.counts.includes(counted);

/** `캐나다, 미국` as names, each once. */
export const countriesIn = (lists: readonly string[]): string[] =>
  [...new Set(lists.flatMap((list) => list.split(/[,·、]/).map((name) => name.trim()))).values()].filter(Boolean);
