import type { Evidence } from '../../../vocabulary/check.ts';
import { EVIDENCE, type EvidenceField } from '../../../vocabulary/check.ts';
import type { Judgement } from '../book/rules.ts';
import { AFTERWARDS, type Found, OPTIONAL, PAPERS } from '../rule.ts';

/** A field that is asked for, and by what. */
export type Ask = { field: EvidenceField; by: Found[] };

/**
 * The fields a form shows: what is asked for, what was asked and is answered now, and whatever has something in it, so that nothing that
 * was typed disappears.
 */
export function asksOf({ found, answered }: Judgement, given: Evidence): Ask[] {
  const hits = [...found, ...answered];
  const strange = hits.some(({ rule }) => rule === 'E10' || rule === 'E11');
  return EVIDENCE.flatMap((field) => {
    const by = AFTERWARDS.includes(field) ? [] : hits.filter((hit) => hit.asks.includes(field));
    const shown = by.length > 0 || Boolean(given[field]) || (field === 'near_home' && strange);
    return shown ? [{ field, by }] : [];
  });
}

/** Whether a field that is shown has to be filled: papers can be brought later, and some only say more about a warning. */
export function isStrict({ field, by }: Ask): boolean {
  return !PAPERS.includes(field) && !OPTIONAL.includes(field) && by.some(({ severity }) => severity !== 'warn');
}

/** What warns, or blocks later: said in the form, and nothing has to be done about it there. The form's own fields say that they are empty. */
export function noticesOf({ found }: Judgement): Found[] {
  return found.filter(
    ({ asks, severity, rule }) => !FIELDS_MISSING.has(rule) && asks.length === 0 && severity !== 'require',
  );
}

const FIELDS_MISSING: ReadonlySet<string> = new Set(['E01', 'E02', 'E17']);
