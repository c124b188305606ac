import {
  type Counted,
  isCounted,
  isProgramKind,
  type ProgramKind,
  type ProgramRefusal,
} from '../../vocabulary/visit.ts';

export type ProgramDraft = { name: string; kind: ProgramKind; counts: readonly Counted[]; retired: boolean };
export type Program = ProgramDraft & { id: number; version: number };

export type ProgramForm = { name: string | null; kind: string | null; counts: readonly string[]; retired: boolean };

export const LONGEST_NAME = 30;
/** Slack's options in one select. */
export const MOST_PROGRAMS = 100;

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
