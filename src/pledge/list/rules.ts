import type { Pledge } from '../rules.ts';

/** The three of the 2016 report; an office may add more. */
export const FIRST_TYPES = ['정책', '혁신', '시민'] as const;

/** What a pledge's code says of its type, where nothing else does: in the real lists, citizens' pledges have none. */
export function typeOfCode(code: string | null): string {
  if (code === null) return '시민';
  return /^\d/.test(code) ? '정책' : (code.split('-')[0] ?? '정책');
}

/** The field's number in a code: `13` of `13-1-2`. */
export const fieldOfCode = (code: string | null): string | null => /^(\d{1,3})-/.exec(code ?? '')?.[1] ?? null;

export const LIST_KINDS = ['type', 'field', 'department'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** An entry of a list. Fields belong to a term, the others to all (0). `person` answers for a department's pledges. */
export type ListEntry = { kind: ListKind; term: number; code: string; name: string; person: string | null };

export const LONGEST_NAME = 60;

/** Types in the report's order, then as they were added. */
export function typesOf(entries: readonly ListEntry[]): string[] {
  const added = entries.filter((entry) => entry.kind === 'type').map((entry) => entry.name);
  return [...new Set([...FIRST_TYPES, ...added])];
}

/** How many pledges say the same. */
type Counted = {
  pledges: number;
  field: string | null;
  department: string | null;
};

export type FieldLine = { code: string; name: string | null };

/** `counted`: the pledges of that term. */
export function fieldsOf(term: number, entries: readonly ListEntry[], counted: readonly Counted[]): FieldLine[] {
  const named = entries.filter((entry) => entry.kind === 'field' && entry.term === term);
  const used = counted.flatMap(({ field }) => field ?? []);
  const codes = [...new Set([...named.map((entry) => entry.code), ...used])];
  return codes
    .sort((a, b) => a.localeCompare(b, 'ko', { numeric: true }))
    .map((code) => ({ code, name: named.find((entry) => entry.code === code)?.name ?? null }));
}

export type DepartmentLine = { name: string; person: string | null; pledges: number };

export function departmentsOf(entries: readonly ListEntry[], counted: readonly Counted[]): DepartmentLine[] {
  const named = entries.filter((entry) => entry.kind === 'department');
  const used = new Map<string, number>();
  for (const { department, pledges } of counted)
    if (department) used.set(department, (used.get(department) ?? 0) + pledges);
  return [...new Set([...named.map((entry) => entry.name), ...used.keys()])]
    .sort((a, b) => a.localeCompare(b, 'ko'))
    .map((name) => ({
      name,
      person: named.find((entry) => entry.name === name)?.person ?? null,
      pledges: used.get(name) ?? 0,
    }));
}

/** Who answers for a pledge: its own person, else its department's. */
export function personOf(pledge: Pick<Pledge, 'owner' | 'department'>, entries: readonly ListEntry[]): string | null {
  if (pledge.owner) return pledge.owner;
  return entries.find((entry) => entry.kind === 'department' && entry.name === pledge.department)?.person ?? null;
}

/** `안심특별시 서울`, or the number alone where nobody has named the field. */
export function fieldName(pledge: Pick<Pledge, 'term' | 'field'>, entries: readonly ListEntry[]): string | null {
  const { term, field } = pledge;
  if (field === null) return null;
  return entries.find((it) => it.kind === 'field' && it.term === term && it.code === field)?.name ?? null;
}
