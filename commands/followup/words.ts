import type { Refusals } from '../../src/followup/work.ts';
import type { Text } from '../../src/text/index.ts';

/** Why each field is wrong, as Slack wants it under the field. */
export const refusalWords = (refusals: Refusals, text: Text): Record<string, string> =>
  Object.fromEntries(
    Object.entries(refusals).flatMap(([field, refusal]) =>
      refusal ? [[field, text.followup.form.refusals[refusal]]] : [],
    ),
  );
