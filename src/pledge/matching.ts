import type { PledgeFileRow, Stated } from './files.ts';
import type { Pledge } from './rules.ts';

/** A pledge with what a file said of it last; null for one that no file has named. */
export type Known = { pledge: Pledge; imported: Partial<Stated> | null };

export type Difference = { field: keyof Stated; before: unknown; after: unknown };
export type Planned = { row: PledgeFileRow; known: Known | null; differences: Difference[] };
export type Plan = {
  rows: Planned[];
  /** In the register, of the same terms, and not in the file: they stay as they are. */
  absent: Pledge[];
  /** Made-up pledges that give way to real ones of their term. */
  samples: Pledge[];
};

/** What a file would change: nothing where it says what it said before, even if people have changed that since. */
export function planImport(rows: readonly PledgeFileRow[], everything: readonly Known[]): Plan {
  const terms = new Set(rows.map((row) => row.term));
  const ofTerms = everything.filter(({ pledge }) => terms.has(pledge.term));
  const known = ofTerms.filter(({ pledge }) => pledge.origin !== 'sample');
  const matched = matchRows(rows, known);
  const planned = rows.map((row) => {
    const match = matched.get(row) ?? null;
    return { row, known: match, differences: match ? differencesOf(row.stated, match) : [] };
  });
  const used = new Set(matched.values());
  return {
    rows: planned,
    absent: known.filter((it) => !used.has(it)).map(({ pledge }) => pledge),
    samples: ofTerms.filter(({ pledge }) => pledge.origin === 'sample').map(({ pledge }) => pledge),
  };
}

function differencesOf(stated: Stated, { pledge, imported }: Known): Difference[] {
  return (Object.keys(stated) as (keyof Stated)[])
    .filter((field) => imported?.[field] !== stated[field] && pledge[field] !== stated[field])
    .map((field) => ({ field, before: pledge[field], after: stated[field] }));
}

/**
 * Which pledge each row is, surest signs first. Codes that are missing or stand twice say nothing by themselves: there the
 * title decides, then the number in the list; what stays open is a new pledge, never a merged one.
 */
function matchRows(rows: readonly PledgeFileRow[], known: readonly Known[]): Map<PledgeFileRow, Known> {
  const matched = new Map<PledgeFileRow, Known>();
  const used = new Set<Known>();
  const pair = (rowKey: (row: PledgeFileRow) => string | null, knownKey: (it: Known) => string | null) => {
    const [freeRows, freeKnown] = [rows.filter((row) => !matched.has(row)), known.filter((it) => !used.has(it))];
    const byKey = groupedBy(freeKnown, knownKey);
    for (const [key, own] of groupedBy(freeRows, rowKey)) {
      const [row, it] = [own[0], byKey.get(key)?.[0]];
      if (!row || !it || own.length > 1 || byKey.get(key)?.length !== 1) continue;
      matched.set(row, it);
      used.add(it);
    }
  };
  const code = (stated: Partial<Stated> | null, of: Pledge) => stated?.code ?? of.code;
  const title = (it: Known) => bare(it.imported?.title ?? it.pledge.title);

  const same = (row: PledgeFileRow, it: Known) =>
    row.stated.code === (it.pledge.code ?? undefined) || bare(row.stated.title) === bare(it.pledge.title);
  for (const row of rows) {
    const it = row.record === null ? null : known.find(({ pledge }) => pledge.id === row.record);
    if (!it || used.has(it) || it.pledge.term !== row.term || !same(row, it)) continue;
    matched.set(row, it);
    used.add(it);
  }
  pair(
    (row) => `${row.term}|${row.stated.code ?? ''}|${bare(row.stated.title)}`,
    (it) => `${it.pledge.term}|${code(it.imported, it.pledge) ?? ''}|${title(it)}`,
  );
  pair(
    (row) => `${row.term}|${row.stated.code ?? ''}|${bare(row.stated.title)}|${row.stated.number}`,
    (it) => `${it.pledge.term}|${code(it.imported, it.pledge) ?? ''}|${title(it)}|${it.pledge.number}`,
  );
  const shared = sharedCodes(rows, known);
  const lone = (term: number, of: string | null | undefined) =>
    of && !shared.has(`${term}|${of}`) ? `${term}|${of}` : null;
  pair(
    (row) => lone(row.term, row.stated.code),
    (it) => lone(it.pledge.term, it.pledge.code),
  );
  pair(
    (row) => (row.stated.number === undefined ? null : `${row.term}|${row.stated.code ?? ''}|${row.stated.number}`),
    (it) => (it.pledge.number === null ? null : `${it.pledge.term}|${it.pledge.code ?? ''}|${it.pledge.number}`),
  );
  return matched;
}

/** Codes that stand more than once in the file or in the register. */
function sharedCodes(rows: readonly PledgeFileRow[], known: readonly Known[]): Set<string> {
  const shared = new Set<string>();
  for (const codes of [
    rows.map((row) => `${row.term}|${row.stated.code ?? ''}`),
    known.map(({ pledge }) => `${pledge.term}|${pledge.code ?? ''}`),
  ]) {
    for (const [key, own] of groupedBy(codes, (it) => it)) if (own.length > 1) shared.add(key);
  }
  return shared;
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

const bare = (title: string): string => title.normalize('NFKC').replace(/[\s‘’'"“”()]/g, '');
