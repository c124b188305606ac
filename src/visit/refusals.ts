import { clip } from '../slack/blocks.ts';
import type { Text } from '../text/index.ts';
import type { Refusals } from './draft.ts';

/** What a form says at each field that is wrong. */
export function worded(refusals: Refusals, text: Text): Record<string, string> {
  return Object.fromEntries(
    Object.entries(refusals).map(([field, { code, detail = '' }]) => [
      field,
      text.visit.form.refusals[code](clip(detail, 60)),
    ]),
  );
}
