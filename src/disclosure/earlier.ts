import { createHash } from 'node:crypto';
import type { Choice } from './mask.ts';
import type { PartGroup } from './parts.ts';

/** By what a decision about other records is found again: the same words in the same field. */
export const earlierKey = ({ field, found }: { field: string; found: string }): string => `${field} ${found}`;

/** What an offer was made of, so that nothing is decided that the person did not see. */
export const printOf = (offered: readonly { group: PartGroup; choice: Choice }[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        offered.map(({ group, choice }) => [group.field, group.before, group.found, group.expenses, choice]),
      ),
    )
    .digest('hex')
    .slice(0, 16);
