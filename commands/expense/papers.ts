import type { Database } from '../../src/base/db/database.ts';
import type { Checks } from '../../src/spending/check/evidence/form.ts';
import type { Metadata } from '../../src/spending/expense/form.ts';
import type { ExpenseForm } from '../../src/spending/expense/rules.ts';
import { PAPERS, type Papers, paperFor } from '../../src/spending/proposal/papers.ts';
import { findPapers } from '../../src/spending/proposal/store.ts';
import { isActivity } from '../../src/vocabulary/expense.ts';

type Open = { form: ExpenseForm; shown: readonly string[]; known: Metadata };

/**
 * A paper that a rule has just begun to ask for is filled with what was given for such a spend before. What its writer changed or emptied
 * stays so, and what is edited or mended gets nothing.
 */
export async function withPapers(
  checks: Checks,
  { form, shown, known }: Open,
  db: Database,
): Promise<Checks & { papers: Papers }> {
  const isNew = known.editing === undefined && known.heldRowId === undefined;
  const papers: Papers = { ...known.papers };
  const wanted = PAPERS.filter(
    (field) => checks.asks.some((ask) => ask.field === field) && !checks.given[field] && !shown.includes(field),
  );
  const given =
    isNew && wanted.length > 0 && isActivity(form.activity) ? await findPapers(db, form.activity, wanted) : [];
  for (const field of wanted) {
    const value = paperFor(field, form.purpose ?? '', given);
    if (value) papers[field] = value;
    else delete papers[field];
  }
  const filled = Object.fromEntries(wanted.flatMap((field) => (papers[field] ? [[field, papers[field]]] : [])));
  const all = { ...checks.given, ...filled };
  return {
    ...checks,
    given: all,
    proposed: PAPERS.filter((field) => papers[field] && all[field] === papers[field]),
    papers,
  };
}
