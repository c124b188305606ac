import type { Kind } from '../vocabulary/disclosure.ts';
import type { Title } from './titles.ts';

/** Part of a text that is personal (`sure`), or that a person has to decide about. */
export type Finding = { start: number; end: number; kind: Kind; sure: boolean; title: Title | null };

/** Where a text stands decides how it is read: a merchant's name is published, a list of people is names. */
export type Field = 'spender' | 'department' | 'category' | 'place' | 'address' | 'purpose' | 'attendees';

/** Names that the register knows. */
export type Known = {
  /** The office's people: masked wherever they stand. */
  staff: ReadonlySet<string>;
  /** Council members: they keep their names beside their post. */
  members: ReadonlySet<string>;
  /** Elected people that managers named, such as the mayor. */
  elected: ReadonlySet<string>;
};

/** Without overlaps: the sure before the unsure, then the longer, wins. In the order of the text. */
export function withoutOverlaps(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  const ranked = findings.toSorted(
    (a, b) => Number(b.sure) - Number(a.sure) || length(b) - length(a) || a.start - b.start,
  );
  for (const finding of ranked) {
    if (!kept.some((other) => finding.start < other.end && other.start < finding.end)) kept.push(finding);
  }
  return kept.sort((a, b) => a.start - b.start);
}

const length = ({ start, end }: Finding): number => end - start;
