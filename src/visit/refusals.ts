import { clip } from '../slack/blocks.ts';
import type { Turn } from '../slack/turn.ts';
import type { Text } from '../text/index.ts';
import type { Refusals } from './draft.ts';
import { mayChangeVisit, type Visit, visitName } from './rules.ts';

/** Why this person can't change the visit; null where they can. */
export function refuseChange(visit: Visit | null, id: number, { person, text }: Turn): string | null {
  if (!visit) return text.visit.notFound(visitName(id));
  if (!mayChangeVisit(person, visit)) return text.visit.form.notYours;
  return visit.cancelled ? text.visit.form.alreadyCancelled : null;
}

/** What a form says at each field that is wrong. */
export function worded(refusals: Refusals, text: Text): Record<string, string> {
  return Object.fromEntries(
    Object.entries(refusals).map(([field, { code, detail = '' }]) => [
      field,
      text.visit.form.refusals[code](clip(detail, 60)),
    ]),
  );
}
