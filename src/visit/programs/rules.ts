/** What sort of engagement a program is; an announcement has a moment before which the council has to know. */
export const PROGRAM_KINDS = ['site', 'citizens', 'inside', 'exchange', 'announcement'] as const;
export type ProgramKind = (typeof PROGRAM_KINDS)[number];

/** What a program's visits are added up by, besides their number. */
export const COUNTED = ['places', 'participants', 'agenda', 'countries', 'partner'] as const;
export type Counted = (typeof COUNTED)[number];

export type ProgramDraft = { name: string; kind: ProgramKind; counts: readonly Counted[]; retired: boolean };
export type Program = ProgramDraft & { id: number; version: number };

export type ProgramForm = { name: string | null; kind: string | null; counts: readonly string[]; retired: boolean };
export type ProgramRefusal = 'missing' | 'too_long' | 'name_taken';

export const LONGEST_NAME = 30;
/** Slack's options in one select. */
export const MOST_PROGRAMS = 100;

export const isProgramKind = (kind: unknown): kind is ProgramKind => PROGRAM_KINDS.includes(kind as ProgramKind);
export const isCounted = (counted: unknown): counted is Counted => COUNTED.includes(counted as Counted);

/** Decides whether a form makes a program; `others` are the ones it must not be mistaken for. */
export function draftProgram(
  form: ProgramForm,
  others: readonly Program[],
): { draft: ProgramDraft } | { refusals: Partial<Record<'name' | 'kind', ProgramRefusal>> } {
  const name = (form.name ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
  const kind = form.kind;
  const refusal: ProgramRefusal | null =
    name === ''
      ? 'missing'
      : [...name].length > LONGEST_NAME
        ? 'too_long'
        : others.some((other) => sameName(other.name, name))
          ? 'name_taken'
          : null;
  if (refusal || !isProgramKind(kind)) {
    return { refusals: { ...(refusal ? { name: refusal } : {}), ...(isProgramKind(kind) ? {} : { kind: 'missing' }) } };
  }
  return { draft: { name, kind, counts: form.counts.filter(isCounted), retired: form.retired } };
}

const sameName = (one: string, other: string): boolean => squeezed(one) === squeezed(other);
const squeezed = (name: string): string => name.replaceAll(' ', '').toLowerCase();
